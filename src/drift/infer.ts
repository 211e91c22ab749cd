/** Builds a template from the charters of portals: in each place what most of them say, whatever their order. */

import { findAddress } from '../capture/variables.ts';
import { classifyDiff } from '../classify/documents.ts';
import { diffDocuments } from '../diff/documents.ts';
import { withNamedVariables, withoutVariables } from '../diff/variables.ts';
import type { Block, Charter, CookieTable, InlineText, Template } from '../model/charter.ts';
import { textsOf } from '../text/document-texts.ts';
import { createReader, type TextReader } from '../text/reader.ts';
import { alignBodies, type Piece, type Placement } from './infer-alignment.ts';
import { type BodyTerms, type InferredBody, inferBody, piecesOf } from './infer-body.ts';
import { holds, type Note, noteElection } from './infer-notes.ts';
import { fromNearest } from './infer-order.ts';
import { type Places, textsByPlace } from './infer-places.ts';
import { type SectionTerms, withSections } from './infer-sections.ts';
import { growTables } from './infer-table-growth.ts';
import { type InferredTables, inferTables } from './infer-tables.ts';
import { findValues, type ValueKind } from './infer-values.ts';
import { elect, electWording, mostCommonForm } from './infer-votes.ts';

export interface InferOptions {
  /** Of the template. */
  readonly id: string;
  readonly names: SectionTerms['names'];
}

/** By name of the variable, then by portal. */
type Values = ReadonlyMap<string, ReadonlyMap<number, string>>;

export interface Inferred {
  readonly template: Template;
  /** Ids of the portals, from the nearest to all others to the farthest; notes number them so. */
  readonly portals: readonly string[];
  readonly notes: readonly Note[];
  /** Of the template's variables: what each portal has for it. */
  readonly values: Values;
  /** Those among them that were found in the text, as the charter does not name them. */
  readonly found: Values;
}

/** One charter as its portal publishes it, and with its own values by their names. */
interface Side {
  readonly charter: Charter;
  /** The values that the charter itself names. */
  readonly declared: Charter['variables'];
  readonly title?: InlineText;
  readonly body: readonly Block[];
  readonly tables: readonly CookieTable[];
  readonly pieces: readonly Piece[];
}

/** Of one charter or more, each of another portal. */
export function inferTemplate(charters: readonly Charter[], { id, names }: InferOptions): Inferred {
  const reader = createReader();
  const { sides, placements } = nameValues(fromNearest(charters.map(readSide), reader), reader);
  const notes: Note[] = [];
  const note = (one: Note): unknown => notes.push(one);
  const language = chooseLanguage(sides, { note });
  const terms: BodyTerms = {
    reader,
    all: sides.map((_, portal) => portal),
    note,
    differs: (one, other) => differs(one, other, { language, reader }),
  };
  const title = chooseTitle(sides, terms);
  const body = inferBody(placements, terms);
  const tables = inferTables(
    sides.map((side) => side.tables),
    terms,
  );
  const sectioned = withSections(placeTables(body, tables, sides), { language, names });
  const draft: Template = {
    kind: 'template',
    id,
    language,
    variables: [],
    sections: sectioned.sections,
    ...(title === undefined ? {} : { title }),
    body: sectioned.body,
    tables: tables.tables,
  };
  const variables = variablesOf(draft);
  return {
    template: { ...draft, variables },
    portals: sides.map(({ charter }) => charter.id),
    notes,
    values: valuesOf(variables, sides, () => true),
    found: valuesOf(variables, sides, (name, { declared }) => !Object.hasOwn(declared, name)),
  };
}

/** The address that its text gives as its own, where the charter names none. */
function withAddress(charter: Charter): Charter {
  if (Object.hasOwn(charter.variables, 'url')) return charter;
  const { url } = findAddress(charter.body, { page: charter.source?.page });
  return url === undefined ? charter : { ...charter, variables: { ...charter.variables, url } };
}

function readSide(charter: Charter): Side {
  return sideOf(withAddress(charter), charter.variables);
}

function sideOf(charter: Charter, declared: Charter['variables']): Side {
  const named = withNamedVariables(charter);
  return { ...named, charter, declared, pieces: piecesOf(named.body, withoutVariables(charter).body) };
}

interface Aligned {
  readonly sides: readonly Side[];
  readonly placements: readonly Placement[];
}

/** A value that was found can show another one. */
const mostRounds = 3;

/** The sides with the values that were found by their names too, aligned. */
function nameValues(sides: readonly Side[], reader: TextReader): Aligned {
  let named = sides;
  for (let round = 0; ; round += 1) {
    const bodies = named.map(({ pieces }) => pieces);
    const placements = alignBodies(bodies, reader);
    const found =
      round < mostRounds ? findValues(textsByPlace(placesIn(named, placements, reader)), reader) : [];
    if (found.length === 0) return { sides: named, placements };
    const taken = new Set(named.flatMap(({ charter }) => Object.keys(charter.variables)));
    const variables = named.map(({ charter }) => ({ ...charter.variables }));
    for (const { name, values } of found) {
      const free = freeName(name, taken);
      taken.add(free);
      for (const [portal, value] of values) Object.assign(variables[portal] ?? {}, { [free]: value });
    }
    named = named.map(({ charter, declared }, at) =>
      sideOf({ ...charter, variables: variables[at] ?? {} }, declared),
    );
  }
}

function placesIn(sides: readonly Side[], placements: readonly Placement[], reader: TextReader): Places {
  const titles = sides.map(({ charter }, portal) => ({ portal, text: withoutVariables(charter).title }));
  return {
    titles: titles.flatMap(({ portal, text }) => (text === undefined ? [] : [{ portal, text }])),
    placements,
    tables: growTables(
      sides.map(({ tables }) => tables),
      reader,
    ),
  };
}

/** Its own where that is free, else with a number; what has no name of its own is numbered from 1. */
function freeName(name: ValueKind, taken: ReadonlySet<string>): string {
  let free: string = name === 'value' ? 'value-1' : name;
  for (let next = 2; taken.has(free); next += 1) free = `${name}-${next}`;
  return free;
}

function chooseLanguage(sides: readonly Side[], { note }: Pick<BodyTerms, 'note'>): string {
  const ballots = sides.map(({ charter }, portal) => ({ portal, value: charter.language }));
  const election = elect(ballots, (language) => language);
  const text = election.parties[0]?.ballots[0]?.value ?? 'en';
  noteElection({ what: 'language', text }, election, note);
  return text;
}

/** A title that fewer than half have is none. */
function chooseTitle(sides: readonly Side[], { reader, all, note }: BodyTerms): InlineText | undefined {
  const ballots = sides.flatMap(({ title, charter }, portal) => {
    const plain = withoutVariables(charter).title;
    return title === undefined || plain === undefined ? [] : [{ portal, value: { text: title, plain } }];
  });
  const election = electWording(ballots, reader);
  const [first] = election.parties;
  if (!first) return undefined;
  const text = mostCommonForm(first);
  const portals = ballots.map(({ portal }) => portal);
  if (!holds({ what: 'title', text }, portals, { all, note })) return undefined;
  noteElection({ what: 'title', text }, election, note);
  return text;
}

/** Whether one wording says in substance what the other does not. */
function differs(
  one: InlineText,
  other: InlineText,
  { language, reader }: { readonly language: string; readonly reader: TextReader },
): boolean {
  const [a, b] = [one, other].map(
    (text): Template => ({
      kind: 'template',
      id: 'wording',
      language,
      variables: [],
      sections: [],
      body: [{ role: 'paragraph', text }],
      tables: [],
    }),
  );
  if (!a || !b) return false;
  const { changes } = classifyDiff(diffDocuments(a, b, { reader }), a, b, { comparison: 'portals', reader });
  return changes.some((change) => change.class === 'substantive');
}

/** Each table behind the text that most portals have before it. */
function placeTables(
  { blocks, became }: InferredBody,
  { tables, ids }: InferredTables,
  sides: readonly Side[],
): Block[] {
  const after = tables.map((_, index) => {
    const ballots = (ids[index] ?? []).map(({ portal, value }) => ({
      portal,
      value: lastBefore(sides[portal]?.body ?? [], value, became[portal] ?? new Map()),
    }));
    return elect(ballots, String).parties[0]?.ballots[0]?.value ?? blocks.length - 1;
  });
  const tablesAfter = (at: number): Block[] =>
    tables.flatMap(({ id }, index) => (after[index] === at ? [{ role: 'table', table: id }] : []));
  return [...tablesAfter(-1), ...blocks.flatMap((block, at): Block[] => [block, ...tablesAfter(at)])];
}

/** Of the blocks before a table, what the last that the template has became; −1 where it has none of them. */
function lastBefore(body: readonly Block[], table: string, became: ReadonlyMap<number, number>): number {
  const place = body.findIndex((block) => block.role === 'table' && block.table === table);
  for (let at = place - 1; at >= 0; at -= 1) {
    const index = became.get(at);
    if (index !== undefined) return index;
  }
  return -1;
}

/** The names that stand in its texts, in the order in which they are met. */
function variablesOf(template: Template): string[] {
  const names = textsOf(template).flatMap((text) =>
    [...text.matchAll(/\{\{([a-z][a-z0-9-]{0,62})\}\}/g)].map((found) => found[1] ?? ''),
  );
  return [...new Set(names)];
}

function valuesOf(
  names: readonly string[],
  sides: readonly Side[],
  wanted: (name: string, side: Side) => boolean,
): Values {
  return new Map(
    names.map((name) => {
      const own = sides.flatMap((side, portal) => {
        const { variables } = side.charter;
        const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
        return value === undefined || !wanted(name, side) ? [] : [[portal, value] as const];
      });
      return [name, new Map(own)];
    }),
  );
}
