/** The text output of `blame`: beside each paragraph and cookie, when, by whom and in which version it got its words. */
import { type HistoryMessages, historyMessages } from '../messages/history.ts';
import type { BlamedUnit } from '../model/log.ts';
import { displayWidth, padEnd, truncate } from '../text/width.ts';
import { wrapRuns } from '../text/wrap.ts';
import {
  type BlameOptions,
  type BlameView,
  cellsApart,
  columnName,
  groupUnits,
  isSameOrigin,
  readable,
  rowName,
  rowText,
} from './blame-view.ts';
import { type Sheet, sheetOf } from './diff-parts.ts';
import { frameOf, layTagged } from './layout.ts';
import { shortCommit } from './log-view.ts';
import { createMomentWriter, type MomentWriter } from './moments.ts';
import { type Line, lineWidth, paintLines, type Span, span } from './style.ts';

const authorWidth = 16;
/** `2026-03-09  author            1a2b3c4d   `. */
const metaWidth = 10 + 2 + authorWidth + 2 + 9 + 2;
/** Narrower, the text stands below. */
const roomForText = 36;
/** Lines of a text that are shown; `--all` shows every one. */
const mostLines = 4;

interface Page {
  readonly options: BlameOptions;
  readonly sheet: Sheet;
  readonly messages: HistoryMessages;
  readonly moments: MomentWriter;
  readonly view: BlameView;
  readonly width: number | undefined;
}

export function renderBlameText(view: BlameView, options: BlameOptions): string {
  const messages = historyMessages[options.language];
  const { width } = frameOf(options.width);
  const page: Page = {
    options,
    messages,
    view,
    width,
    sheet: sheetOf(view.self, { ...options, context: 0 }),
    moments: createMomentWriter(options.timezone),
  };
  const title = messages.blame.heading(nameOfView(view), view.file);
  const lines = [...layTagged([span(title, 'strong')], undefined, { width })];
  if (view.units.length === 0) lines.push(...layTagged([span(messages.blame.nothing)], undefined, { width }));
  for (const { name, units } of groupUnits(view, options)) {
    lines.push([]);
    if (name !== undefined) lines.push(...layTagged([span(name, 'strong')], undefined, { width }));
    lines.push(...renderUnits(units, page));
  }
  return paintLines(lines, options.color);
}

export function nameOfView({ charter, revision }: BlameView): string {
  return revision === undefined ? charter : `${charter}@${revision}`;
}

/** What has the version of the piece before it says so faintly; cells only stand where theirs is not their row's. */
function renderUnits(units: readonly BlamedUnit[], page: Page): Line[] {
  let last: BlamedUnit | undefined;
  let row: BlamedUnit | undefined;
  return units.flatMap((unit, at): Line[] => {
    if (unit.kind === 'row') row = unit;
    const own = unit.kind === 'cell' && row?.row === unit.row && row?.table === unit.table;
    if (own && isSameOrigin(row, unit)) return [];
    const repeated = isSameOrigin(last, unit);
    last = unit;
    const meta = metaOf(unit, page);
    const shown = repeated ? meta.map((part): Span => ({ ...part, style: 'dim' })) : meta;
    const apart = unit.kind === 'row' ? cellsApart(units, at) : new Set<string>();
    return layUnit(bodyOf(unit, { under: own, apart }, page), shown, { ...page, indent: own ? 2 : 0 });
  });
}

interface Row {
  /** The piece stands below its row. */
  readonly under: boolean;
  /** Columns of a row whose cells stand below it. */
  readonly apart: ReadonlySet<string>;
}

function bodyOf(unit: BlamedUnit, { under, apart }: Row, { sheet, view }: Page): Line {
  const text = readable(unit.text);
  switch (unit.kind) {
    case 'row':
      return [span(rowText(unit, view.self.b, apart))];
    case 'cell': {
      const name = columnName(unit, view.self.b, sheet);
      const cookie = under ? '' : `${rowName(unit, view.self.b)}, `;
      return [
        span(`${under ? '  ' : ''}${sheet.messages.accessible.place([cookie + name])}`, 'dim'),
        span(text),
      ];
    }
    case 'head':
    case 'variable':
      return [span(sheet.messages.accessible.place([unit.column ?? '']), 'dim'), span(text)];
    case 'heading':
    case 'title':
      return [span(text, 'strong')];
    case 'item':
      return [span(`- ${text}`)];
    default:
      return [span(text)];
  }
}

function metaOf({ state, commit, former }: BlamedUnit, { messages, moments }: Page): Line {
  if (state === 'uncommitted' || !commit) return [span(messages.blame.uncommittedShort, 'dim')];
  const id = `${state === 'boundary' ? '^' : ''}${shortCommit(commit.id)}`;
  const mark = former === undefined ? '' : '»';
  return [
    span(`${moments.day(commit.authored)}  `),
    span(`${padEnd(truncate(commit.author.name.replace(/\n/g, ' '), authorWidth), authorWidth)}  `),
    span(`${id}${mark}`, 'dim'),
  ];
}

function layUnit(
  body: Line,
  meta: Line,
  { width, options, indent }: Page & { readonly indent: number },
): Line[] {
  if (width === undefined) return [[...meta, span('  '), ...body]];
  const beside = width - metaWidth >= roomForText;
  const before = (beside ? metaWidth : 2) + indent;
  const room = width - before;
  const wrapped = cut(wrapRuns(body, room), options.all ? Number.POSITIVE_INFINITY : mostLines, room);
  if (!beside)
    return [
      ...(meta.length > 0 ? [meta] : []),
      ...wrapped.map((line): Line => [span(' '.repeat(before)), ...line]),
    ];
  return wrapped.map((line, index): Line => {
    const left = index === 0 ? meta : [];
    return [...left, span(' '.repeat(Math.max(1, before - lineWidth(left)))), ...line];
  });
}

function cut(lines: readonly (readonly Span[])[], most: number, width: number): Line[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  const last = [...(kept.pop() ?? [])];
  const end = last.pop();
  const used = lineWidth(last);
  const text = `${end?.text ?? ''}`.trimEnd();
  const fits = used + displayWidth(text) + 2 <= width;
  const shown = fits ? `${text} …` : truncate(`${text}${' '.repeat(width)}`, Math.max(1, width - used));
  return [...kept, [...last, { ...(end ?? span('')), text: shown }]];
}
