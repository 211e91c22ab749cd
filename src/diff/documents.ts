/** Two charters, or a charter and its template: everything that differs, before it is given a class. */

import type { RawDiff } from '../model/change.ts';
import type { CharterDocument, Template } from '../model/charter.ts';
import { createReader, type TextReader } from '../text/reader.ts';
import { freshBudget } from './budget.ts';
import { knownDocuments } from './known-documents.ts';
import { diffProse, type ProseDiff, type Read } from './prose.ts';
import type { Standing } from './standing.ts';
import type { TablePlaces } from './table-context.ts';
import { diffTables, type TablesDiff } from './tables.ts';
import { withoutVariables } from './variables.ts';

export interface DiffOptions {
  /** The template each side follows; it gives the sections their ids and labels. */
  readonly templates?: { readonly a?: Template; readonly b?: Template };
  /** Shared with whoever reads the same texts. */
  readonly reader?: TextReader;
}

/** `diffDocuments(b, a)` mirrors `diffDocuments(a, b)`; a document against itself gives no change. */
export function diffDocuments(a: CharterDocument, b: CharterDocument, options: DiffOptions = {}): RawDiff {
  const reader = options.reader ?? createReader();
  const templates = {
    a: a.kind === 'template' ? a : options.templates?.a,
    b: b.kind === 'template' ? b : options.templates?.b,
  };
  const sides = {
    a: { document: a, plain: withoutVariables(a) },
    b: { document: b, plain: withoutVariables(b) },
    reader,
  };
  // A charter beside its template has no values that the other lacks: its texts are all that counts.
  const known =
    reader.shared && a.kind === 'template' && b.kind !== 'template' && templates.b === a
      ? knownDocuments(a, reader)
      : undefined;
  const findProse = (): ProseDiff => diffProse(sides.a, sides.b, { templates, reader });
  const prose = known ? known.proseOnce(sides.b, findProse) : findProse();
  const places = tablePlaces(a, b, prose.standing);
  const findTables = (): TablesDiff => diffTablesIn(sides, prose, places);
  const tables = known
    ? known.tablesOnce(sides.b.plain.tables, placesKey(sides, prose, places), findTables)
    : findTables();
  return {
    changes: tables.changes.length === 0 ? prose.changes : [...prose.changes, ...tables.changes],
    steps: prose.steps,
    sections: prose.sections,
    tables: tables.pairs,
    notices: tables.notices,
  };
}

interface Sides {
  readonly a: Read;
  readonly b: Read;
  readonly reader: TextReader;
}

/** Their words are counted apart from those of the body. */
function diffTablesIn(
  { a, b, reader }: Sides,
  { tableSections }: ProseDiff,
  places: TablePlaces,
): TablesDiff {
  return diffTables(a.plain.tables, b.plain.tables, {
    budget: freshBudget(reader),
    sectionOf: (side, id) => tableSections[side].get(id),
    places,
  });
}

/** All that the comparison of these tables asks of the documents around them. */
function placesKey({ a, b }: Sides, { tableSections }: ProseDiff, places: TablePlaces): string {
  const ids = { a: a.plain.tables.map(({ id }) => id), b: b.plain.tables.map(({ id }) => id) };
  return JSON.stringify([
    ids.a.map((id) => tableSections.a.get(id) ?? null),
    ids.b.map((id) => tableSections.b.get(id) ?? null),
    ids.a.flatMap((x) => ids.b.map((y) => [places.elsewhere(x, y), places.together(x, y)])),
  ]);
}

/** How the places of two tables compare, by table id. */
function tablePlaces(a: CharterDocument, b: CharterDocument, standing: Standing): TablePlaces {
  const blocks = { a: blocksByTable(a), b: blocksByTable(b) };
  return {
    elsewhere: (x, y) => standing.blocksElsewhere(blocks.a.get(x) ?? -1, blocks.b.get(y) ?? -1) !== undefined,
    together: (x, y) => standing.blocksTogether(blocks.a.get(x) ?? -1, blocks.b.get(y) ?? -1),
  };
}

function blocksByTable(document: CharterDocument): Map<string, number> {
  const found = new Map<string, number>();
  document.body.forEach((block, at) => {
    if (block.role === 'table') found.set(block.table, at);
  });
  return found;
}
