/** What is kept of each charter that was compared: all that its drift needs, and none of its texts but what differs. */
import { ownText, shareTexts } from '../canonical/parts.ts';
import type { Charter, CookieTable } from '../model/charter.ts';
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

/** Texts that may be a part of the file's are written anew: such a part would keep the whole of it in memory. */
function outlineOf(charter: Charter): Charter {
  const { template, title, source, decisions } = charter;
  return {
    kind: 'charter',
    id: ownText(charter.id),
    ...(template === undefined ? {} : { template: commonText(template) }),
    language: commonText(charter.language),
    ...(title === undefined ? {} : { title: commonText(title) }),
    ...(source === undefined ? {} : { source: written(source) }),
    variables: ownTexts(charter.variables),
    decisions: decisions.length === 0 ? [] : written(decisions),
    body: [],
    tables: charter.tables.map(withoutRows),
    repairs: [],
  };
}

/** What most portals say alike is held once. */
const commonText = shareTexts(256);

function ownTexts(texts: Charter['variables']): Charter['variables'] {
  const own: Record<string, string> = Object.create(null);
  for (const [name, text] of Object.entries(texts)) own[name] = ownText(text);
  return own;
}

function written<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value));
}

/** Portals that say the same share their tables. */
const emptied = new WeakMap<CookieTable, CookieTable>();

function withoutRows(table: CookieTable): CookieTable {
  const known = emptied.get(table) ?? { ...written({ ...table, rows: [] }), rows: [] };
  emptied.set(table, known);
  return known;
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
