/** Two charters, or a charter and its template: everything that differs, before it is given a class. */

import type { RawDiff } from '../model/change.ts';
import type { CharterDocument, Template } from '../model/charter.ts';
import { createReader, type TextReader } from '../text/reader.ts';
import { freshBudget } from './budget.ts';
import { shareTableChanges } from './known-changes.ts';
import { knownDocuments } from './known-documents.ts';
import { diffProse, type ProseDiff, type Read } from './prose.ts';
import type { TablePlaces } from './table-context.ts';
import { diffTables, sameTables, type TablesDiff } from './tables.ts';
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
  const findTables = (): TablesDiff =>
    (prose.inPlace ? sameTables(a.tables, b.tables) : undefined) ?? diffTablesIn(sides, prose);
  const tables = known
    ? known.tablesOnce(sides.b.plain.tables, placesKey(sides, prose), () => {
        const found = findTables();
        return { ...found, changes: shareTableChanges(found.changes, reader) };
      })
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
function diffTablesIn({ a, b, reader }: Sides, prose: ProseDiff): TablesDiff {
  return diffTables(a.plain.tables, b.plain.tables, {
    budget: freshBudget(reader),
    sectionOf: (side, id) => prose.tableSections[side].get(id),
    places: tablePlaces(a.document, b.document, prose),
  });
}

/** Of the texts around tables of these ids; portals that say the same of themselves share the texts. */
const placesKeys = new WeakMap<ProseDiff, { readonly ids: string; readonly key: string }>();

/** All that the comparison of these tables asks of the documents around them. */
function placesKey({ a, b }: Sides, prose: ProseDiff): string {
  const inB = b.plain.tables.map(({ id }) => id);
  const ids = inB.join();
  const known = placesKeys.get(prose);
  if (known?.ids === ids) return known.key;
  const inA = a.plain.tables.map(({ id }) => id);
  const { elsewhere, together } = tablePlaces(a.document, b.document, prose);
  const key = JSON.stringify([
    inA.map((id) => prose.tableSections.a.get(id) ?? null),
    inB.map((id) => prose.tableSections.b.get(id) ?? null),
    inA.flatMap((x) => inB.map((y) => [elsewhere(x, y), together(x, y)])),
  ]);
  placesKeys.set(prose, { ids, key });
  return key;
}

/** How the places of two tables compare, by table id. */
function tablePlaces(a: CharterDocument, b: CharterDocument, prose: ProseDiff): TablePlaces {
  let blocks: Readonly<Record<'a' | 'b', ReadonlyMap<string, number>>> | undefined;
  const at = (side: 'a' | 'b', table: string): number => {
    blocks ??= { a: blocksByTable(a), b: blocksByTable(b) };
    return blocks[side].get(table) ?? -1;
  };
  const stays = (x: string, y: string): boolean => prose.inPlace === true && x === y;
  return {
    elsewhere: (x, y) => !stays(x, y) && prose.standing.blocksElsewhere(at('a', x), at('b', y)) !== undefined,
    together: (x, y) => stays(x, y) || prose.standing.blocksTogether(at('a', x), at('b', y)),
  };
}

function blocksByTable(document: CharterDocument): Map<string, number> {
  const found = new Map<string, number>();
  document.body.forEach((block, at) => {
    if (block.role === 'table') found.set(block.table, at);
  });
  return found;
}
