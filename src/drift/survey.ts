/** What is kept of each charter that was compared: all that its drift needs, and none of its texts but what differs. */
import type { Charter } from '../model/charter.ts';
import type { Comparison, Generation } from '../model/drift.ts';

export interface Survey {
  /** Of the file's bytes. */
  readonly digest: string;
  /** The charter without body, rows and repairs. */
  readonly outline: Charter;
  /** By the digest of the templates that were to choose from. */
  readonly generations: ReadonlyMap<string, Generation>;
  /** By the digest of the template. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
}

export function surveyOf(charter: Charter, digest: string): Survey {
  return { digest, outline: outlineOf(charter), generations: new Map(), comparisons: new Map() };
}

/** Its texts are written anew: a part of a file's text would keep the whole of it in memory. */
function outlineOf({ body: _body, repairs: _repairs, tables, variables, ...rest }: Charter): Charter {
  const own = JSON.parse(JSON.stringify({ rest, variables })) as {
    readonly rest: typeof rest;
    readonly variables: Charter['variables'];
  };
  return {
    ...own.rest,
    variables: Object.assign(Object.create(null), own.variables),
    body: [],
    tables: tables.map((table) => ({ ...table, rows: [] })),
    repairs: [],
  };
}

/** Of templates that came and went. */
const mostKept = 3;

export function withGeneration(survey: Survey, templates: string, generation: Generation): Survey {
  return { ...survey, generations: added(survey.generations, templates, generation) };
}

export function withComparison(survey: Survey, template: string, comparison: Comparison): Survey {
  return { ...survey, comparisons: added(survey.comparisons, template, comparison) };
}

/** The oldest goes where there are too many. */
function added<Value>(kept: ReadonlyMap<string, Value>, key: string, value: Value): Map<string, Value> {
  const all = new Map(kept).set(key, value);
  const [oldest] = all.keys();
  if (all.size > mostKept && oldest !== undefined) all.delete(oldest);
  return all;
}
