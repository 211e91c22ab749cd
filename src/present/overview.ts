/** The overview of a repository: one line a charter, in columns aligned by display cells, or as JSON. */
import { type OverviewMessages, overviewMessages } from '../messages/overview.ts';
import type { Charter, CookieTable, Template } from '../model/charter.ts';
import type { Language } from '../model/language.ts';
import { displayWidth, truncate } from '../text/width.ts';
import { wrapText } from '../text/wrap.ts';
import { type Line, paintLines, type Span, span } from './style.ts';

export interface OverviewOptions {
  readonly language: Language;
  readonly width: number | undefined;
  readonly color: boolean;
  readonly accessible?: boolean;
}

export interface OverviewEntry {
  readonly charter: Charter;
  /** Whether its text is proven to be what its capture gave. */
  readonly observed: boolean;
}

interface Column {
  readonly head: string;
  readonly cells: readonly string[];
  readonly align: 'left' | 'right';
  /** Left out for want of room, highest first; 0 never. */
  readonly spare: number;
}

const gap = 2;
const shortestCell = 6;

/** In the order given; every line fits the width where it has at least room for six cells a column. */
export function renderOverview(entries: readonly OverviewEntry[], options: OverviewOptions): string {
  const messages = overviewMessages[options.language];
  if (entries.length === 0) return paintLines([[span(messages.none)]], options.color);
  if (options.accessible) {
    return paintLines(
      entries.map((entry) => [span(messages.sentence(factsOf(entry)))]),
      false,
    );
  }
  const { heads } = messages;
  const facts = entries.map(factsOf);
  const columns: Column[] = [
    { head: heads.charter, cells: facts.map((fact) => fact.charter), align: 'left', spare: 0 },
    { head: heads.template, cells: facts.map((fact) => fact.template ?? '–'), align: 'left', spare: 0 },
    { head: heads.language, cells: facts.map((fact) => fact.language), align: 'left', spare: 3 },
    { head: heads.captured, cells: facts.map(dayOf), align: 'left', spare: 1 },
    { head: heads.cookies, cells: facts.map((fact) => String(fact.cookies)), align: 'right', spare: 2 },
    { head: heads.repairs, cells: facts.map((fact) => String(fact.repairs)), align: 'right', spare: 4 },
  ];
  const table = paintLines(layTable(columns, options.width), options.color);
  const doubtful = facts.some(({ captured, observed }) => captured !== undefined && !observed);
  return doubtful ? `${table}${wrapped(messages.unproven, options.width)}\n` : table;
}

function wrapped(text: string, width: number | undefined): string {
  return width === undefined ? text : wrapText(text, width).join('\n');
}

/** In brackets where nothing proves that the text was seen then. */
function dayOf({ captured, observed }: Facts): string {
  if (captured === undefined) return '–';
  return observed ? captured : `(${captured})`;
}

export function renderOverviewJson(
  entries: readonly OverviewEntry[],
  templates: readonly Template[],
): string {
  const list = entries.map(({ charter: { id, title, source, ...rest }, observed }) => ({
    charter: id,
    language: rest.language,
    template: rest.template,
    title,
    captured: source?.captured,
    ...(source ? { observed } : {}),
    page: source?.page,
    cookies: countRows(rest.tables),
    repairs: rest.repairs.length,
  }));
  const shared = templates.map(({ id, language, title, variables, sections, tables }) => ({
    template: id,
    language,
    title,
    variables,
    sections: sections.map((section) => section.id),
    cookies: countRows(tables),
  }));
  const answer = { schemaVersion: 1, command: 'list', charters: list, templates: shared };
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}

type Facts = Parameters<OverviewMessages['sentence']>[0];

function factsOf({ charter, observed }: OverviewEntry): Facts {
  const { id, language, template, source, tables, repairs } = charter;
  return {
    charter: id,
    ...{ language, template, observed },
    captured: source?.captured,
    cookies: countRows(tables),
    repairs: repairs.length,
  };
}

function countRows(tables: readonly CookieTable[]): number {
  return tables.reduce((sum, table) => sum + table.rows.length, 0);
}

function layTable(all: readonly Column[], width: number | undefined): Line[] {
  const columns = fitColumns(all, width);
  const widths = columns.map(widthOf);
  let over = width === undefined ? 0 : tableWidth(columns) - width;
  while (over > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] ?? 0) <= shortestCell) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over -= 1;
  }
  const rows = columns[0]?.cells.length ?? 0;
  const heads = layRow(columns, widths, (column) => span(column.head, 'strong'));
  const lines = Array.from({ length: rows }, (_, row) =>
    layRow(columns, widths, ({ cells }) => span(cells[row] ?? '')),
  );
  return [heads, ...lines];
}

/** Leaves whole columns out before any cell is cut. */
function fitColumns(all: readonly Column[], width: number | undefined): readonly Column[] {
  let columns = all;
  while (width !== undefined && tableWidth(columns) > width) {
    const spare = Math.max(...columns.map((column) => column.spare));
    if (spare === 0) break;
    columns = columns.filter((column) => column.spare !== spare);
  }
  return columns;
}

function widthOf({ head, cells }: Column): number {
  return cells.reduce((most, cell) => Math.max(most, displayWidth(cell)), displayWidth(head));
}

function tableWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, column) => sum + widthOf(column) + gap, -gap);
}

function layRow(
  columns: readonly Column[],
  widths: readonly number[],
  cellOf: (column: Column) => Span,
): Line {
  return columns.flatMap((column, index): Span[] => {
    const cell = cellOf(column);
    const fitted = { ...cell, text: truncate(cell.text, widths[index] ?? 0) };
    const pad = span(' '.repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(fitted.text))));
    const after = index < columns.length - 1 ? [span(' '.repeat(gap))] : [];
    return column.align === 'right' ? [pad, fitted, ...after] : [fitted, pad, ...after];
  });
}
