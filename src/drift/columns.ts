/** The columns of a matrix, from the template's sections and tables, and the one that each difference counts in. */
import type { Change, TablePair } from '../model/change.ts';
import type { Template } from '../model/charter.ts';
import type { DriftColumn } from '../model/drift.ts';

export const documentColumn: DriftColumn = { id: 'document', kind: 'document' };
/** What stands in no other column. */
export const elsewhereColumn: DriftColumn = { id: 'elsewhere', kind: 'elsewhere' };

interface Place {
  readonly section: string;
  /** Ids of the tables that stand in it. */
  readonly tables: string[];
  /** Whether anything but tables does. */
  text: boolean;
}

/** Document, then sections with their tables in the template's order; a table alone in its section takes its place. */
export function columnsOf(template: Template): DriftColumn[] {
  const { places, loose } = placesOf(template);
  const labels = new Map(template.sections.map(({ id, label }) => [id, label]));
  const inSections = places.flatMap((place): DriftColumn[] => {
    const label = labels.get(place.section);
    const [table] = place.tables;
    if (table !== undefined && standsAlone(place))
      return [{ ...tableColumn(table), ...(label ? { label } : {}) }];
    return [
      { id: sectionId(place.section), kind: 'section', ...(label ? { label } : {}) },
      ...place.tables.map(tableColumn),
    ];
  });
  return toldApart([documentColumn, ...inSections, ...loose.map(tableColumn)]);
}

/** Several tables, or a section and its table, may be called the same. */
function toldApart(columns: readonly DriftColumn[]): DriftColumn[] {
  const counts = new Map<string, number>();
  return columns.map((column) => {
    const { kind, label } = column;
    const name = label ? JSON.stringify(label) : kind;
    const number = (counts.get(name) ?? 0) + 1;
    counts.set(name, number);
    return number === 1 ? column : { ...column, number };
  });
}

function standsAlone({ tables, text }: Place): boolean {
  return tables.length === 1 && !text;
}

function tableColumn(table: string): DriftColumn {
  return { id: tableId(table), kind: 'table' };
}

function sectionId(section: string): string {
  return `section:${section}`;
}

function tableId(table: string): string {
  return `table:${table}`;
}

/** The sections as they are opened, and the tables that stand before the first. */
function placesOf(template: Template): { places: readonly Place[]; loose: readonly string[] } {
  const places: Place[] = [];
  const loose: string[] = [];
  for (const block of template.body) {
    if (block.section !== undefined) places.push({ section: block.section, tables: [], text: false });
    const place = places.at(-1);
    if (block.role === 'table') (place?.tables ?? loose).push(block.table);
    else if (place) place.text = true;
  }
  return { places, loose };
}

type Finder = (change: Change) => string;

/** Portals that say the same pair their tables alike. */
const finders = new WeakMap<Template, WeakMap<readonly TablePair[], Finder>>();

/** Gives the id of the column for a difference between the template, as `a`, and a charter whose tables pair so. */
export function columnFinder(template: Template, tables: readonly TablePair[]): Finder {
  const made = finders.get(template) ?? new WeakMap<readonly TablePair[], Finder>();
  finders.set(template, made);
  const finder = made.get(tables) ?? findColumns(template, tables);
  made.set(tables, finder);
  return finder;
}

function findColumns(template: Template, tables: readonly TablePair[]): Finder {
  const { places } = placesOf(template);
  const sections = new Map(
    places.map((place) => {
      const [table] = place.tables;
      const id = table !== undefined && standsAlone(place) ? tableId(table) : sectionId(place.section);
      return [place.section, id];
    }),
  );
  const counterparts = new Map(tables.flatMap(({ a, b }) => (a === undefined ? [] : [[b, a] as const])));
  return ({ kind, address }) => {
    const place = address.a ?? address.b ?? {};
    if (kind === 'variable' || kind === 'field') return documentColumn.id;
    const table = address.a?.table ?? counterparts.get(address.b?.table ?? '');
    if (table !== undefined) return tableId(table);
    // A title that the charter gives as a mere paragraph is compared as a block.
    if (address.a?.column !== undefined && address.a.block === undefined) return documentColumn.id;
    return sections.get(place.section ?? '') ?? elsewhereColumn.id;
  };
}
