/** A cookie table before and after as one HTML table: rows and columns that came or went, both texts of each cell that changed. */
import { reviewPageMessages } from '../messages/review-html.ts';
import type { Change, TablePair } from '../model/change.ts';
import type { Column, CookieTable } from '../model/charter.ts';
import type { VersionDiff } from '../model/log.ts';
import { excerptRuns, readableText } from './excerpt.ts';
import { htmlText, silent, unseen } from './html-page.ts';
import type { Marked } from './marks.ts';
import { type PairOptions, type ReviewSheets, runsHtml, sidesOf, spoken } from './review-html-sides.ts';
import { asRow, knownName, tableOf } from './table-entry.ts';

/** Tables of more rows show only those that differ. */
const smallTable = 12;

/** Columns that get more room: what is told at length, and names, which are not to be broken. */
const roomy: ReadonlyMap<string, string> = new Map([
  ['purpose', 'purpose'],
  ['name', 'cookie'],
]);

export interface TableOptions extends PairOptions {
  readonly sheets: ReviewSheets;
  readonly comparison: VersionDiff;
}

/** The changes of one pair of tables, and what is worked out of them. */
interface Grid {
  readonly columns: readonly Column[];
  readonly a: CookieTable | undefined;
  readonly b: CookieTable | undefined;
  readonly changes: readonly Change[];
  readonly options: TableOptions;
}

export function tableHtml(pair: TablePair, options: TableOptions): string[] {
  const { diff, a: before, b: after } = options.comparison;
  const [a, b] = [tableOf(before, pair.a), tableOf(after, pair.b)];
  const changes = diff.changes.filter(({ address }) =>
    address.b?.table === undefined
      ? pair.a !== undefined && address.a?.table === pair.a
      : address.b.table === pair.b,
  );
  const removed = (a?.columns ?? []).filter(({ key }) => isColumn(changes, 'column-removed', key));
  const grid = { columns: [...((b ?? a)?.columns ?? []), ...(b ? removed : [])], a, b, changes, options };
  const name = (b ?? a)?.caption ?? (diff.tables.length > 1 ? (pair.b ?? pair.a) : undefined);
  const { rows, quiet } = rowsOf(grid);
  const texts = reviewPageMessages[options.options.language];
  return [
    `<p class="name"${spoken(options)}>${htmlText(name ?? options.sheets.plain.messages.table)}</p>`,
    ...(rows.length === 0
      ? []
      : ['<table role="table">', headHtml(grid), '<tbody role="rowgroup">', ...rows, '</tbody>', '</table>']),
    ...(quiet === 0 ? [] : [`<p class="note">${htmlText(texts.unchangedCookies(quiet))}</p>`]),
  ];
}

function isColumn(changes: readonly Change[], kind: Change['kind'], key: string): boolean {
  return changes.some(
    (change) => change.kind === kind && (change.address.b ?? change.address.a)?.column === key,
  );
}

function headHtml({ columns, changes, options }: Grid): string {
  const cells = columns.map((column) => {
    const name = columnName(column, options);
    const renamed = changes.find(
      ({ kind, address }) => kind === 'column-renamed' && address.b?.column === column.key,
    );
    const whole = (op: Marked['op']): string => runsHtml([{ op, text: name }], options);
    const told = isColumn(changes, 'column-added', column.key)
      ? whole('insert')
      : isColumn(changes, 'column-removed', column.key)
        ? whole('delete')
        : renamed
          ? bothHtml(renamed, options)
          : htmlText(name);
    const room = roomy.get(column.key);
    const wide = room === undefined ? '' : ` class="${room}"`;
    return `<th scope="col" role="columnheader"${wide}${spoken(options)}>${told}</th>`;
  });
  return `<thead role="rowgroup"><tr role="row">${cells.join('')}</tr></thead>`;
}

function columnName({ key, head }: Column, { sheets }: TableOptions): string {
  return head === undefined || head === ''
    ? knownName(key, sheets.plain)
    : readableText(head.replace(/\s+/g, ' '), sheets.plain.selection);
}

/** All rows, or of a long table those that differ, and how many are left out. */
function rowsOf(grid: Grid): { readonly rows: readonly string[]; readonly quiet: number } {
  const { a, b, changes } = grid;
  const byRow = new Map<number, Change[]>();
  for (const change of changes) {
    const at = change.address.b?.rowIndex;
    if (at === undefined) continue;
    const known = byRow.get(at);
    if (known) known.push(change);
    else byRow.set(at, [change]);
  }
  const isSmall = changes.length > 0 && (b?.rows.length ?? 0) <= smallTable;
  const kept = (b?.rows ?? []).flatMap((row, index) => {
    const own = byRow.get(index) ?? [];
    if (own.length === 0 && !isSmall) return [];
    const cells = grid.columns.map(({ key }) => cellText(b, row.cells, key));
    return [rowHtml(cells, own, grid)];
  });
  const gone = changes.flatMap((change) => {
    if (change.kind !== 'row-removed') return [];
    const row = asRow(change.a);
    const cells = grid.columns.map(({ key }) => (Object.hasOwn(row, key) ? (row[key] ?? '') : ''));
    return [rowHtml(cells, [change], { ...grid, b: a })];
  });
  return { rows: [...kept, ...gone], quiet: (b?.rows.length ?? 0) - kept.length };
}

function cellText(table: CookieTable | undefined, cells: readonly string[], key: string): string {
  const at = table?.columns.findIndex((column) => column.key === key) ?? -1;
  return cells[at] ?? '';
}

function rowHtml(cells: readonly string[], changes: readonly Change[], grid: Grid): string {
  const { columns, options } = grid;
  const nameAt = Math.max(
    0,
    columns.findIndex(({ key }) => key === 'name'),
  );
  const whole = changes.find(({ kind }) => kind === 'row-added' || kind === 'row-removed');
  const renamed = changes.find(({ kind }) => kind === 'row-renamed');
  const state = whole === undefined ? '' : whole.kind === 'row-added' ? ' class="added"' : ' class="removed"';
  const written = cells.map((text, index) => {
    const key = columns[index]?.key;
    const changed = changes.find(
      ({ kind, address }) => kind === 'cell-changed' && (address.b ?? address.a)?.column === key,
    );
    const plain = htmlText(readableText(text, options.sheets.plain.selection));
    const name = whole?.kind === 'row-added' ? 'ins' : 'del';
    const own = whole && plain !== '' ? `<${name}>${plain}</${name}>` : plain;
    const body = changed ? bothHtml(changed, options) : own;
    const head = columns[index] ? htmlText(columnName(columns[index], options)) : '';
    if (index !== nameAt) return `<td role="cell" data-head="${head}"${spoken(options)}>${body}</td>`;
    const told = renamed ? bothHtml(renamed, options) : body;
    return `<th scope="row" role="rowheader"${spoken(options)}>${signHtml(whole, options)}${told}</th>`;
  });
  return `<tr role="row"${state}>${written.join('')}</tr>`;
}

/** What became of the whole row, before its name. */
function signHtml(change: Change | undefined, { options, foreign }: TableOptions): string {
  if (!change) return '';
  const { rowAdded, rowRemoved } = reviewPageMessages[options.language];
  const [sign, word] = change.kind === 'row-added' ? ['+ ', rowAdded] : ['− ', rowRemoved];
  return `${silent(sign)}${unseen(`${word}, `, foreign === undefined ? undefined : options.language)}`;
}

/** One text with what went and came in it; of a name, the one under the other. */
function bothHtml(change: Change, options: TableOptions): string {
  const { selection } = options.sheets.plain;
  const runs = excerptRuns(change, { selection, longest: Number.POSITIVE_INFINITY, whole: true });
  if (runs.length > 0) return runsHtml(runs, options);
  const { a, b } = sidesOf(change, options.sheets, Number.POSITIVE_INFINITY);
  if (change.kind !== 'row-renamed') return runsHtml(b ?? a ?? [], options);
  return [a, b].map((side) => `<span class="line">${runsHtml(side ?? [], options)}</span>`).join(' ');
}
