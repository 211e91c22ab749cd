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
    differences: readonly PackedDifference[],
    rest: number,
  ])[];
}

/** Of a form that changed the number is raised. */
const form = 1;
const none = -1;

export const noSurveys: KeptSurveys = { surveys: new Map(), files: new Map() };

export function formatSurveys({ surveys, files }: KeptSurveys, program: string): string {
  const values = new ValueList();
  const packed = [...surveys.values()].map((survey) => packSurvey(survey, values));
  const places = [...files.values()].map(({ file, state, digest }) => [file, state, digest] as const);
  const stamp = JSON.stringify(stampOf(program));
  return `{"stamp":${stamp},"values":${values.text()},"surveys":${JSON.stringify(packed)},"files":${JSON.stringify(places)}}`;
}

/** `program` is what `formatSurveys` was given. */
export function parseSurveys(text: string, program: string): KeptSurveys {
  // Told before all of it is read.
  if (!text.startsWith(`{"stamp":${JSON.stringify(stampOf(program))},`)) return noSurveys;
  try {
    const { values, surveys, files } = JSON.parse(text) as SurveyFile;
    return {
      surveys: new Map(surveys.map((packed) => [packed.digest, unpackSurvey(packed, values)])),
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
    const at = this.#known.get(text) ?? this.#texts.push(text) - 1;
    this.#known.set(text, at);
    if (object) this.#objects.set(object, at);
    return at;
  }

  text(): string {
    return `[${this.#texts.join(',')}]`;
  }
}

function packSurvey({ digest, outline, generations, comparisons }: Survey, values: ValueList): PackedSurvey {
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
      differences.map((difference) => packDifference(difference, values)),
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

function unpackSurvey(packed: PackedSurvey, values: readonly unknown[]): Survey {
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
          differences: differences.map((difference) => unpackDifference(difference, values)),
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
