/** What every output of `blame` is given: the pieces of a charter with their versions, and how its reader wants them. */
import type { CharterDocument } from '../model/charter.ts';
import type { Language } from '../model/language.ts';
import type { BlamedUnit, VersionDiff } from '../model/log.ts';
import { plainText } from '../text/inline.ts';
import { type Sheet, sheetOf } from './diff-parts.ts';
import { findSections, sectionName } from './section-finder.ts';
import { knownName } from './table-entry.ts';

/** In reading order, the cells of a row after it. */
export interface BlameView {
  readonly charter: string;
  readonly file: string;
  readonly revision?: string;
  readonly units: readonly (BlamedUnit & { readonly line?: number })[];
  /** The charter compared with itself, for its sections. */
  readonly self: VersionDiff;
}

export interface BlameOptions {
  readonly language: Language;
  readonly width: number | undefined;
  readonly color: boolean;
  /** Texts are shown whole. */
  readonly all: boolean;
  readonly timezone: string;
}

/** Pieces that stand together under one name. */
export interface BlameGroup {
  readonly name: string | undefined;
  readonly units: readonly BlamedUnit[];
}

export function groupUnits({ units, self }: BlameView, options: BlameOptions): BlameGroup[] {
  const sheet = sheetOf(self, { ...options, context: 0 });
  const finder = findSections(self.diff);
  const groups: { readonly name: string | undefined; readonly units: BlamedUnit[] }[] = [];
  for (const unit of units) {
    const name = nameOf(unit, (block) => sectionName(finder.ofBlock('b', block), sheet), sheet);
    const last = groups.at(-1);
    if (last && last.name === name) last.units.push(unit);
    else groups.push({ name, units: [unit] });
  }
  return groups;
}

function nameOf(
  { kind, block, table }: BlamedUnit,
  sectionOf: (block: number) => string | undefined,
  { messages, view }: Sheet,
): string | undefined {
  if (kind === 'title') return messages.fields['title'];
  if (table !== undefined) {
    const several = view.b.tables.length > 1;
    const found = view.b.tables.find(({ id }) => id === table);
    return found?.caption ?? (several ? table : messages.table);
  }
  return block === undefined ? undefined : sectionOf(block);
}

/** A column as the charter calls it, else as the tool does. */
export function columnName(
  { table, column }: Pick<BlamedUnit, 'table' | 'column'>,
  document: CharterDocument,
  sheet: Sheet,
): string {
  const columns = document.tables.find(({ id }) => id === table)?.columns ?? [];
  const head = columns.find(({ key }) => key === column)?.head;
  return head === undefined || head === ''
    ? knownName(column ?? '', sheet)
    : plainText(head).replace(/\s+/g, ' ');
}

/** Whether the same version gave both. */
export function isSameOrigin(one: BlamedUnit | undefined, other: BlamedUnit): boolean {
  return one?.state === other.state && one.commit?.id === other.commit?.id;
}

/** A text as one line, without its markup. */
export function readable(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}

/** What the row's cookie is called, its place where it has no name. */
export function rowName({ table, row }: BlamedUnit, { tables }: CharterDocument): string {
  const found = tables.find(({ id }) => id === table);
  const nameAt = found?.columns.findIndex(({ key }) => key === 'name') ?? -1;
  return readable(found?.rows[row ?? -1]?.cells[nameAt] ?? '') || `#${(row ?? 0) + 1}`;
}

/** Those of the row at that index that another version gave: they stand on lines of their own. */
export function cellsApart(units: readonly BlamedUnit[], at: number): ReadonlySet<string> {
  const apart = new Set<string>();
  const row = units[at];
  for (let next = at + 1; next < units.length; next += 1) {
    const unit = units[next];
    if (!row || unit?.kind !== 'cell' || unit.row !== row.row || unit.table !== row.table) break;
    if (!isSameOrigin(row, unit)) apart.add(unit.column ?? '');
  }
  return apart;
}

/** The row's cells, its name first, with `…` for those that stand apart: they are not of the row's version. */
export function rowText(
  { table, row }: BlamedUnit,
  { tables }: CharterDocument,
  apart: ReadonlySet<string>,
): string {
  const { columns = [], rows = [] } = tables.find(({ id }) => id === table) ?? {};
  const cells = rows[row ?? -1]?.cells ?? [];
  const shown = columns.map(({ key }, at) => ({
    key,
    text: readable(cells[at] ?? '') && (apart.has(key) ? '…' : readable(cells[at] ?? '')),
  }));
  const named = [...shown.filter(({ key }) => key === 'name'), ...shown.filter(({ key }) => key !== 'name')];
  const texts = named.map(({ text }) => text).filter((text) => text !== '');
  return texts.filter((text, at) => text !== '…' || texts[at - 1] !== '…').join(' · ');
}
