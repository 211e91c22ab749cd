/** Surveys as one text, for keeping between runs; whatever is not such a text reads as nothing. */
import type { Change } from '../model/change.ts';
import type { Charter } from '../model/charter.ts';
import type { Comparison, Difference, Generation, VariantUse } from '../model/drift.ts';
import type { Survey } from './survey.ts';

/** What was known of a file when it was read. */
export interface KeptFile {
  readonly file: string;
  readonly state: string;
  readonly digest: string;
}

export interface KeptSurveys {
  readonly surveys: ReadonlyMap<string, Survey>;
  /** By file. */
  readonly files: ReadonlyMap<string, KeptFile>;
}

/** Equal values once in a list, and their places in it everywhere else: portals have most of what differs in common. */
interface SurveyFile {
  /** What wrote it: another program, or another form, is not understood. */
  readonly stamp: string;
  readonly values: readonly unknown[];
  readonly differences: readonly PackedDifference[];
  readonly surveys: readonly PackedSurvey[];
  readonly files: readonly (readonly [file: string, state: string, digest: string])[];
}

type PackedDifference = readonly [
  head: number,
  address: number,
  a: number,
  b: number,
  edits: number,
  words: number,
];

interface PackedSurvey {
  readonly digest: string;
  readonly outline: Omit<Charter, 'body' | 'tables' | 'repairs' | 'kind'>;
  readonly tables: number;
  readonly generations: readonly (readonly [templates: string, generation: number])[];
  readonly comparisons: readonly (readonly [
    template: string,
    /** Places in the list of differences. */
    differences: readonly number[],
    rest: number,
  ])[];
}

/** Of a form that changed the number is raised. */
const form = 2;
const none = -1;

export const noSurveys: KeptSurveys = { surveys: new Map(), files: new Map() };

/** Gathers what is to be kept: portals that differ alike share one difference from the moment they were compared. */
export class SurveyGatherer {
  readonly #values = new ValueList();
  readonly #differences = new DifferenceList(this.#values);

  /** The comparison with differences that were met before in the place of equal ones. */
  share(comparison: Comparison): Comparison {
    const differences = comparison.differences.map((one) => this.#differences.share(one));
    return { ...comparison, differences };
  }

  /** Parts of a text which is read by `parseSurveys`; joined only when they are written, for there may be much of it. */
  *format({ surveys, files }: KeptSurveys, program: string): Generator<string> {
    const packed: string[] = [];
    // Before the lists that it adds to.
    for (const survey of surveys.values())
      packed.push(JSON.stringify(packSurvey(survey, this.#values, this.#differences)));
    yield `{"stamp":${JSON.stringify(stampOf(program))},"values":[`;
    yield* commaParted(this.#values.texts);
    yield '],"differences":[';
    yield* commaParted(this.#differences.texts);
    yield '],"surveys":[';
    yield* commaParted(packed);
    yield '],"files":[';
    const places = [...files.values()];
    yield* commaParted(places.map(({ file, state, digest }) => JSON.stringify([file, state, digest])));
    yield ']}';
  }
}

/** Joined by the thousand: a piece for each would be as much again. */
const together = 1000;

function* commaParted(texts: readonly string[]): Generator<string> {
  for (let from = 0; from < texts.length; from += together)
    yield `${from === 0 ? '' : ','}${texts.slice(from, from + together).join(',')}`;
}

/** `program` is what `format` was given. */
export function parseSurveys(text: string, program: string): KeptSurveys {
  // Told before all of it is read.
  if (!text.startsWith(`{"stamp":${JSON.stringify(stampOf(program))},`)) return noSurveys;
  try {
    const { values, differences, surveys, files } = JSON.parse(text) as SurveyFile;
    const known = differences.map((packed) => unpackDifference(packed, values));
    return {
      surveys: new Map(surveys.map((packed) => [packed.digest, unpackSurvey(packed, values, known)])),
      files: new Map(files.map(([file, state, digest]) => [file, { file, state, digest }])),
    };
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError || cause instanceof SyntaxError)
      return noSurveys;
    throw cause;
  }
}

function stampOf(program: string): string {
  return `${form} ${program}`;
}

/** Places of values, equal ones having one place. */
class ValueList {
  readonly #texts: string[] = [];
  readonly #known = new Map<string, number>();
  /** What is one object has one place without being written out again. */
  readonly #objects = new Map<object, number>();

  place(value: unknown): number {
    if (value === undefined) return none;
    const object = typeof value === 'object' && value !== null ? value : undefined;
    const known = object && this.#objects.get(object);
    if (known !== undefined) return known;
    const text = JSON.stringify(value);
    const equal = this.#known.get(text);
    if (equal !== undefined) return equal;
    const at = this.#texts.push(text) - 1;
    this.#known.set(text, at);
    if (object) this.#objects.set(object, at);
    return at;
  }

  get texts(): readonly string[] {
    return this.#texts;
  }
}

/** Places of differences, equal ones having one place and one object. */
class DifferenceList {
  readonly #values: ValueList;
  readonly #packed: string[] = [];
  readonly #known = new Map<string, Difference>();
  readonly #places = new Map<Difference, number>();

  constructor(values: ValueList) {
    this.#values = values;
  }

  share(difference: Difference): Difference {
    if (this.#places.has(difference)) return difference;
    const packed = JSON.stringify(packDifference(difference, this.#values));
    const known = this.#known.get(packed);
    if (known) return known;
    this.#known.set(packed, difference);
    this.#places.set(difference, this.#packed.push(packed) - 1);
    return difference;
  }

  place(difference: Difference): number {
    return this.#places.get(this.share(difference)) ?? none;
  }

  get texts(): readonly string[] {
    return this.#packed;
  }
}

function packSurvey(
  { digest, outline, generations, comparisons }: Survey,
  values: ValueList,
  known: DifferenceList,
): PackedSurvey {
  const { body: _body, repairs: _repairs, tables, kind: _kind, ...rest } = outline;
  return {
    digest,
    outline: rest,
    tables: values.place(tables),
    generations: [...generations].map(([templates, { portal: _portal, ...generation }]) => [
      templates,
      values.place(generation),
    ]),
    comparisons: [...comparisons].map(([template, { differences, ...others }]) => [
      template,
      differences.map((difference) => known.place(difference)),
      values.place(others),
    ]),
  };
}

function packDifference(difference: Difference, values: ValueList): PackedDifference {
  const { address, a, b, edits, words, ...rest } = difference.change;
  return [
    values.place({ ...difference, change: rest }),
    values.place(address),
    values.place(a),
    values.place(b),
    values.place(edits),
    values.place(words),
  ];
}

function unpackSurvey(
  packed: PackedSurvey,
  values: readonly unknown[],
  known: readonly Difference[],
): Survey {
  const { digest, outline, tables, generations, comparisons } = packed;
  const { id } = outline;
  return {
    digest,
    outline: {
      ...outline,
      kind: 'charter',
      variables: Object.assign(Object.create(null), outline.variables),
      body: [],
      tables: valueAt<Charter['tables']>(values, tables),
      repairs: [],
    },
    generations: new Map(
      generations.map(([templates, at]) => [templates, { ...valueAt<Generation>(values, at), portal: id }]),
    ),
    comparisons: new Map(
      comparisons.map(([template, differences, rest]): [string, Comparison] => [
        template,
        {
          ...valueAt<{ variants: readonly VariantUse[]; notices: Comparison['notices'] }>(values, rest),
          differences: differences.map((at) => valueAt<Difference>(known, at)),
        },
      ]),
    ),
  };
}

function unpackDifference(
  [head, address, a, b, edits, words]: PackedDifference,
  values: readonly unknown[],
): Difference {
  const difference = valueAt<Difference>(values, head);
  const change: Change = {
    ...difference.change,
    address: valueAt(values, address),
    ...(a === none ? {} : { a: valueAt(values, a) }),
    ...(b === none ? {} : { b: valueAt(values, b) }),
    edits: valueAt(values, edits),
    words: valueAt(values, words),
  };
  return { ...difference, change };
}

/** Throws a RangeError where there is none. */
function valueAt<T>(values: readonly unknown[], at: number): T {
  const value = values[at];
  if (value === undefined) throw new RangeError('no such value');
  return value as T;
}
