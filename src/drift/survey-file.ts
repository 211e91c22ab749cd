/** Surveys as one text, for keeping between runs; whatever is not such a text reads as nothing. */
import type { Charter } from '../model/charter.ts';
import type { Comparison, Difference, Generation } from '../model/drift.ts';
import type { Survey } from './survey.ts';
import { asciiJson, DifferenceList, ValueList } from './survey-lists.ts';
import { KeptValues, none, type PackedDifference, unpackDifference } from './survey-values.ts';

/** What was known of a file when it was read. */
export interface KeptFile {
  readonly file: string;
  readonly state: string;
  readonly survey: Survey;
}

export interface KeptSurveys {
  /** By digest. */
  readonly surveys: ReadonlyMap<string, Survey>;
  /** By file. */
  readonly files: ReadonlyMap<string, KeptFile>;
  /** What they were read from; what is kept further is written as it stands there. */
  readonly source?: KeptSource;
}

/** The lists of an earlier text, and where the surveys that were read from it have what is theirs. */
export interface KeptSource {
  readonly lists: Lists;
  /** In the order of their list. */
  readonly differences: readonly Difference[];
  readonly packed: ReadonlyMap<Survey, PackedSurvey>;
}

/** The lists as written, without what is around them. */
interface Lists {
  /** Of the values. */
  readonly lengths: string;
  readonly values: string;
  readonly valueCount: number;
  readonly differences: string;
  /** Values when all lists were last written anew: others may be of surveys that are gone. */
  readonly fresh: number;
}

/**
 * Lines: what is around the lists; the lengths of values; values, equal ones once, with their places in it everywhere
 * else, as portals have most of what differs in common; differences; surveys; files.
 */
interface Head {
  /** What wrote it: another program, or another form, is not understood. */
  readonly stamp: string;
  readonly fresh: number;
}

/** Numbers are places in the list of values, those of a comparison's differences in the list of these. */
type PackedSurvey = readonly [
  digest: string,
  id: string,
  variables: Charter['variables'],
  outline: number,
  generations: readonly (readonly [templates: number, generation: number])[],
  comparisons: readonly (readonly [template: number, differences: readonly number[], rest: number])[],
];

type PackedFile = readonly [file: string, state: string, survey: number];

/** Of a form that changed the number is raised. */
const form = 4;

export const noSurveys: KeptSurveys = { surveys: new Map(), files: new Map() };

/** Gathers what is to be kept: portals that differ alike share one difference from the moment they were compared. */
export class SurveyGatherer {
  readonly #values: ValueList;
  readonly #differences: DifferenceList;
  readonly #source: KeptSource | undefined;

  /** `kept` is what will be kept further, for the most part. */
  constructor({ source }: KeptSurveys = noSurveys) {
    // Most values of surveys that are gone are written no more.
    const grown = source && source.lists.valueCount > 2 * source.lists.fresh + fewest;
    this.#source = grown ? undefined : source;
    this.#values = new ValueList(this.#source?.lists.valueCount ?? 0);
    this.#differences = new DifferenceList(this.#values, this.#source?.differences ?? []);
  }

  /** The survey with differences that were met before in the place of equal ones. */
  share(survey: Survey): Survey {
    if (this.#source?.packed.has(survey)) return survey;
    const comparisons = [...survey.comparisons].map(([template, comparison]): [string, Comparison] => {
      const differences = comparison.differences.map((one) => this.#differences.share(one));
      return [template, { ...comparison, differences }];
    });
    return { ...survey, comparisons: new Map(comparisons) };
  }

  /** Parts of a text which is read by `parseSurveys`; joined only when they are written, for there may be much of it. */
  *format({ surveys, files }: KeptSurveys, program: string): Generator<string> {
    const places = new Map<string, number>();
    const packed: PackedSurvey[] = [];
    // Before the lists that it adds to.
    for (const survey of surveys.values()) {
      places.set(survey.digest, packed.length);
      packed.push(this.#source?.packed.get(survey) ?? packSurvey(survey, this.#values, this.#differences));
    }
    const found = [...files.values()].map(
      ({ file, state, survey }): PackedFile => [file, state, places.get(survey.digest) ?? none],
    );
    const known = this.#source?.lists;
    const head: Head = { stamp: stampOf(program), fresh: known?.fresh ?? this.#values.texts.length };
    const { texts } = this.#values;
    yield `${asciiJson(head)}\n`;
    yield* joined(known?.lengths ?? '', texts.map(lengthOf), ',');
    yield '\n';
    yield* joined(known?.values ?? '', texts, '');
    yield '\n';
    yield* joined(known?.differences ?? '', this.#differences.texts, ',');
    yield `\n${asciiJson(packed)}\n${asciiJson(found)}`;
  }
}

/** More values than this are too many to be of surveys that are gone. */
const fewest = 1000;
/** Joined by the thousand: a piece for each would be as much again. */
const together = 1000;

function* joined(known: string, texts: readonly (number | string)[], comma: string): Generator<string> {
  yield known;
  for (let from = 0; from < texts.length; from += together)
    yield `${from === 0 && known === '' ? '' : comma}${texts.slice(from, from + together).join(comma)}`;
}

function lengthOf({ length }: string): number {
  return length;
}

/** `program` is what `format` was given. */
export function parseSurveys(text: string, program: string): KeptSurveys {
  try {
    const [head = '', lengths = '', values = '', differences = '', surveys = '', files = ''] = text.split(
      '\n',
      6,
    );
    const { stamp, fresh } = JSON.parse(head) as Head;
    if (stamp !== stampOf(program)) return noSurveys;
    const known = new KeptValues(values, JSON.parse(`[${lengths}]`));
    const packed = JSON.parse(`[${differences}]`) as readonly PackedDifference[];
    return unpack(JSON.parse(surveys), JSON.parse(files), {
      lists: { lengths, values, valueCount: known.count, differences, fresh },
      values: known,
      differences: packed.map((one) => unpackDifference(one, known)),
    });
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError || cause instanceof SyntaxError)
      return noSurveys;
    throw cause;
  }
}

interface Unpacked {
  readonly lists: Lists;
  readonly values: KeptValues;
  readonly differences: readonly Difference[];
}

function unpack(
  packed: readonly PackedSurvey[],
  files: readonly PackedFile[],
  { lists, values, differences }: Unpacked,
): KeptSurveys {
  const surveys = new Map<string, Survey>();
  const sources = new Map<Survey, PackedSurvey>();
  const listed: Survey[] = [];
  for (const one of packed) {
    const survey = unpackSurvey(one, values, differences);
    listed.push(survey);
    surveys.set(survey.digest, survey);
    sources.set(survey, one);
  }
  const kept = new Map<string, KeptFile>();
  for (const [file, state, at] of files) {
    const survey = listed[at];
    if (!survey) throw new RangeError('no such survey');
    kept.set(file, { file, state, survey });
  }
  return { surveys, files: kept, source: { lists, differences, packed: sources } };
}

function stampOf(program: string): string {
  return `${form} ${program}`;
}

/** What portals have in common of their outlines. */
type CommonOutline = Omit<Charter, 'id' | 'variables' | 'body' | 'repairs' | 'kind'>;

function packSurvey(
  { digest, outline, generations, comparisons }: Survey,
  values: ValueList,
  known: DifferenceList,
): PackedSurvey {
  const { id, variables, body: _body, repairs: _repairs, kind: _kind, ...rest } = outline;
  return [
    digest,
    id,
    variables,
    values.place(rest),
    [...generations].map(([templates, { portal: _portal, ...generation }]) => [
      values.place(templates),
      values.place(generation),
    ]),
    [...comparisons].map(([template, { differences, ...others }]) => [
      values.place(template),
      differences.map((difference) => known.place(difference)),
      values.place(others),
    ]),
  ];
}

function unpackSurvey(
  [digest, id, variables, outline, generations, comparisons]: PackedSurvey,
  values: KeptValues,
  known: readonly Difference[],
): Survey {
  const found = new Map<string, Comparison>();
  for (const [template, differences, rest] of comparisons)
    found.set(values.at(template), unpackComparison(differences, known, values.at(rest)));
  return {
    digest,
    outline: unpackOutline(id, variables, values.at(outline)),
    generations: unpackGenerations(id, generations, values),
    comparisons: found,
  };
}

/** Written out: to gather it from its parts takes many times as long, and there are very many. */
function unpackOutline(
  id: string,
  variables: Charter['variables'],
  { language, title, template, source, decisions, tables }: CommonOutline,
): Charter {
  const outline: { -readonly [Key in keyof Charter]: Charter[Key] } = {
    kind: 'charter',
    id,
    language,
    variables: ownValues(variables),
    body: [],
    tables,
    repairs: [],
    decisions,
  };
  if (template !== undefined) outline.template = template;
  if (title !== undefined) outline.title = title;
  if (source !== undefined) outline.source = source;
  return outline;
}

/** Without a prototype, as they were read. */
function ownValues(variables: Charter['variables']): Charter['variables'] {
  const own: Record<string, string> = Object.create(null);
  for (const name of Object.keys(variables)) own[name] = variables[name] ?? '';
  return own;
}

const noGenerations: ReadonlyMap<string, Generation> = new Map();

function unpackGenerations(
  portal: string,
  generations: PackedSurvey[4],
  values: KeptValues,
): ReadonlyMap<string, Generation> {
  if (generations.length === 0) return noGenerations;
  return new Map(
    generations.map(([templates, at]) => [
      values.at<string>(templates),
      { ...values.at<Generation>(at), portal },
    ]),
  );
}

function unpackComparison(
  differences: readonly number[],
  known: readonly Difference[],
  { variants, notices }: Omit<Comparison, 'differences'>,
): Comparison {
  const found: Difference[] = [];
  for (const at of differences) {
    const one = known[at];
    if (!one) throw new RangeError('no such difference');
    found.push(one);
  }
  return { differences: found, variants, notices };
}
