/** The matrix of `drift` as an HTML table: each cell a link to its first finding, for a voice in words. */
import { driftPageMessages } from '../messages/drift-html.ts';
import type { DriftCell, DriftRow, Finding } from '../model/drift.ts';
import { type Alike, cellCount, cellText, legendParts, type ShownRows } from './drift-matrix.ts';
import { columnName, type DriftOptions, type DriftView, messagesOf } from './drift-view.ts';
import { htmlId, htmlText, silent, unseen } from './html-page.ts';

/** Of the list of a portal's findings. */
export function portalId(portal: string): string {
  return htmlId('portal', portal);
}

export function findingId({ portal, reference, change }: Finding): string {
  const own = change.fingerprint.startsWith(reference) ? reference : change.fingerprint.slice(0, 12);
  return htmlId('finding', portal, own);
}

/** Of the table. */
export function matrixId({ drift }: DriftView): string {
  return htmlId('matrix', drift.template);
}

export function matrixHtml(view: DriftView, shown: ShownRows, options: DriftOptions): string[] {
  const { heads } = messagesOf(options);
  const page = driftPageMessages[options.language];
  const columns = view.drift.matrix.columns.map((column) => htmlText(columnName(column, options.language)));
  const findings = new Map(view.drift.portals.map((drift) => [drift.portal, drift.findings]));
  const caption = htmlId('caption', view.drift.template);
  const head = (text: string): string => `<th scope="col" abbr="${text}">${text}</th>`;
  return [
    `<div class="frame" id="${matrixId(view)}" role="region" aria-labelledby="${caption}" tabindex="0">`,
    '<table>',
    `<caption><b id="${caption}">${htmlText(page.caption)}</b> <span class="quiet">${htmlText(page.reading)}</span></caption>`,
    '<thead>',
    `<tr>${[heads.portal, ...columns, heads.toSettle].map(head).join('')}</tr>`,
    '</thead>',
    '<tbody>',
    ...shown.rows.map((row) =>
      rowHtml(view, { ...row, findings: findings.get(row.row.portal) ?? [] }, options),
    ),
    '</tbody>',
    ...totalsHtml(view, options),
    '</table>',
    '</div>',
    `<h3 class="unseen">${htmlText(page.legend)}</h3>`,
    `<ul class="legend">${legendParts(shown, options)
      .map((part) => `<li>${htmlText(part)}</li>`)
      .join('')}</ul>`,
  ];
}

function rowHtml(
  view: DriftView,
  { row, portals, findings }: Alike & { readonly findings: readonly Finding[] },
  options: DriftOptions,
): string {
  const messages = messagesOf(options);
  const others = portals.length - 1;
  const name = htmlText(row.portal);
  const named = row.count === 0 ? name : `<a href="#${portalId(row.portal)}">${name}</a>`;
  const more = others === 0 ? '' : ` ${silent(`+${others}`)}${unseen(messages.more(others))}`;
  const first = new Map<string, Finding>();
  for (const finding of findings) first.set(finding.column, strongest(finding, first, row, view));
  const cells = row.cells.map((cell, index) => {
    const column = view.drift.matrix.columns[index];
    const target = column && first.get(column.id);
    const href = target && `href="#${findingId(target)}"`;
    return `<td>${cellHtml(cell, columnName(column, options.language), { options, href })}</td>`;
  });
  const count = findings.filter(options.fails).length;
  return `<tr><th scope="row" abbr="${name}">${named}${more}</th>${cells.join('')}${countHtml(count, options)}</tr>`;
}

/** The first finding of a column with the class and the state that its cell shows, else the first of all. */
function strongest(
  finding: Finding,
  known: ReadonlyMap<string, Finding>,
  row: DriftRow,
  view: DriftView,
): Finding {
  const before = known.get(finding.column);
  if (!before) return finding;
  const cell = row.cells[view.drift.matrix.columns.findIndex(({ id }) => id === finding.column)];
  const fits = (one: Finding): boolean => one.change.class === cell?.class && one.state === cell.state;
  return !fits(before) && fits(finding) ? finding : before;
}

interface CellOptions {
  readonly options: DriftOptions;
  /** Where the cell leads. */
  readonly href?: string | undefined;
}

function cellHtml(cell: DriftCell, section: string, { options, href }: CellOptions): string {
  const { accessible, states, legend } = messagesOf(options);
  const { class: level, state } = cell;
  if (level === undefined || state === undefined)
    return `<span class="none" aria-hidden="true">·</span>${unseen(`${section}, ${legend.none}`)}`;
  const words = accessible.section(section, cellCount(cell, level, state), level, states[state]);
  const name = href === undefined ? 'b' : 'a';
  const link = href === undefined ? '' : ` ${href}`;
  return `<${name} class="${level} ${state}"${link}>${silent(cellText(cell, options))}${unseen(words)}</${name}>`;
}

function countHtml(count: number, options: DriftOptions): string {
  const { toSettle, nothingToSettle } = messagesOf(options);
  const words = count === 0 ? nothingToSettle : toSettle(count);
  const number = count === 0 ? '<span class="none" aria-hidden="true">0</span>' : silent(String(count));
  return `<td>${count === 0 ? number : `<strong>${number}</strong>`}${unseen(words)}</td>`;
}

/** One row over all portals, where there are several. */
function totalsHtml({ drift }: DriftView, options: DriftOptions): string[] {
  if (drift.portals.length < 2) return [];
  const { columns, totals } = drift.matrix;
  const cells = totals.map(
    (cell, index) => `<td>${cellHtml(cell, columnName(columns[index], options.language), { options })}</td>`,
  );
  const count = drift.portals.flatMap(({ findings }) => findings).filter(options.fails).length;
  const head = `<th scope="row">${htmlText(driftPageMessages[options.language].allPortals)}</th>`;
  return ['<tfoot>', `<tr>${head}${cells.join('')}${countHtml(count, options)}</tr>`, '</tfoot>'];
}
