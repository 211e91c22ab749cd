/** The cookie tables that most portals have: which columns and rows, and in each cell the words of most. */
import { bareVariables } from '../diff/variables.ts';
import type { Column, CookieTable, InlineText, Row } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import { holds, type Note, type Noted, noteElection } from './infer-notes.ts';
import { type GrownColumn, type GrownRow, type GrownTable, growTables } from './infer-table-growth.ts';
import { type Ballot, electWording, mostCommonForm } from './infer-votes.ts';

export interface TableTerms {
  readonly reader: TextReader;
  /** Every portal. */
  readonly all: readonly number[];
  readonly note: (note: Note) => unknown;
}

export interface InferredTables {
  readonly tables: readonly CookieTable[];
  /** For each table, by portal: the id that it has there. */
  readonly ids: readonly (readonly Ballot<string>[])[];
}

/** The tables of each portal, with variables by their names. */
export function inferTables(portals: readonly (readonly CookieTable[])[], terms: TableTerms): InferredTables {
  const kept = growTables(portals, terms.reader).filter(({ id, ids }) =>
    holds(
      { what: 'table', text: id },
      ids.map(({ portal }) => portal),
      terms,
    ),
  );
  return { tables: kept.map((table) => tableOf(table, terms)), ids: kept.map(({ ids }) => ids) };
}

function tableOf(table: GrownTable, terms: TableTerms): CookieTable {
  // Of a table that some lack, those that have it decide.
  const own = { ...terms, all: table.ids.map(({ portal }) => portal) };
  const columns = table.columns
    .map((column) => ({ column, made: columnOf(column, own) }))
    .filter(({ column: { key, heads }, made }) =>
      holds(
        { what: 'column', text: made.head ?? key },
        heads.map(({ portal }) => portal),
        own,
      ),
    );
  const names = Math.max(
    0,
    columns.findIndex(({ made }) => made.key === 'name'),
  );
  const rows = table.rows.flatMap((row) => {
    const made = rowOf(row, columns, { names, terms: own });
    return made ? [made] : [];
  });
  const caption =
    2 * table.captions.length > own.all.length
      ? chosen(table.captions, { what: 'caption', text: '' }, own)
      : '';
  return {
    id: table.id,
    ...(caption === '' ? {} : { caption }),
    columns: columns.map(({ made }) => made),
    rows,
  };
}

function columnOf({ key, heads }: GrownColumn, terms: TableTerms): Column {
  const named = heads.flatMap(({ portal, value }) => (value === undefined ? [] : [{ portal, value }]));
  if (2 * named.length < heads.length || named.length === 0) return { key };
  return { key, head: chosen(named, { what: 'head', text: '' }, terms) };
}

interface Kept {
  readonly column: GrownColumn;
  readonly made: Column;
}

function rowOf(
  row: GrownRow,
  columns: readonly Kept[],
  { names, terms }: { readonly names: number; readonly terms: TableTerms },
): Row | undefined {
  const name = wordsOf(row.cells.get(columns[names]?.column ?? missing) ?? [], terms.reader);
  if (!holds({ what: 'row', text: name, row: name }, row.portals, terms)) return undefined;
  return {
    cells: columns.map(({ column, made }) =>
      chosen(
        row.cells.get(column) ?? [],
        { what: 'cell', text: '', row: name, column: made.head ?? made.key },
        terms,
      ),
    ),
  };
}

const missing: GrownColumn = { key: '', heads: [] };

function wordsOf(ballots: readonly Ballot<InlineText>[], reader: TextReader): InlineText {
  const [first] = electWording(wordings(ballots), reader).parties;
  return first ? mostCommonForm(first) : '';
}

/** What most say; says so where not all do. */
function chosen(
  ballots: readonly Ballot<InlineText>[],
  about: Noted,
  { reader, note }: TableTerms,
): InlineText {
  const { parties, tied } = electWording(wordings(ballots), reader);
  const [first] = parties;
  if (!first) return '';
  const text = mostCommonForm(first);
  noteElection({ ...about, text }, { parties, tied }, note);
  return text;
}

function wordings(
  ballots: readonly Ballot<InlineText>[],
): Ballot<{ readonly text: InlineText; readonly plain: string }>[] {
  return ballots.map(({ portal, value }) => ({
    portal,
    value: { text: value, plain: bareVariables(value) },
  }));
}
