/** Reads a page as captured, whatever its form, as a charter's contents with every repair and every doubt recorded. */
import type { CaptureProblemCode } from '../messages/capture.ts';
import type { Block, CookieTable } from '../model/charter.ts';
import type { Problem } from '../model/problem.ts';
import { isAddress } from '../text/addresses.ts';
import { plainText } from '../text/inline.ts';
import { decodeCapture, largestCapture } from './bytes.ts';
import { removeChrome } from './chrome.ts';
import { knownHeads } from './columns.ts';
import { cutOf, endsSentence, mostLabelWords } from './cut-text.ts';
import { readGlued } from './glued-tables.ts';
import { inferHeadings, takeTitle } from './headings.ts';
import { languageOf } from './language.ts';
import { showAddresses } from './masked-addresses.ts';
import { mediaOf } from './media.ts';
import { readPlainText } from './plain-text.ts';
import {
  type CaptureOptions,
  type CaptureReading,
  type Log,
  type Media,
  type PageReading,
  type TextPiece,
  warn,
} from './reading.ts';
import { readRecords } from './records.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import { type DraftPiece, draftTables, type TableContext } from './table-drafts.ts';
import { joinTables, templateNames } from './table-joins.ts';
import { finishTable } from './table-rows.ts';
import { findValues, type PageText } from './values.ts';
import { findAddress } from './variables.ts';

/** Never throws for what the bytes hold; the same bytes and options give the same reading. */
export async function readCapture(bytes: Uint8Array, options: CaptureOptions = {}): Promise<CaptureReading> {
  const decoded = decodeCapture(bytes);
  if (!decoded.ok) return refused(decoded.code, { values: { mebibytes: largestCapture / 1024 / 1024 } });
  const { encoding } = decoded;
  const log: Log = { repairs: [], warnings: [] };
  const text = showAddresses(decoded.text, log);
  if (encoding !== 'utf-8') log.repairs.push({ rule: 'decoded', subject: encoding });
  if (decoded.controls > 0) warn(log, 'control-characters', { values: { count: decoded.controls } });
  if (/\u00c3[\u00a0-\u00bf]|\u00e2\u20ac/.test(text) || text.includes('\ufffd')) warn(log, 'text-garbled');
  const media = options.as ?? mediaOf(text);
  const context: TableContext = {
    heads: knownHeads(options.template),
    template: options.template,
    names: templateNames(options.template?.tables ?? []),
    log,
  };
  const page = await readPage(text, media, context);
  const pieces = understand(page, media, context);
  const ending = {
    text,
    media,
    page,
    template: options.template,
    heads: context.heads,
    cut: decoded.cut === true,
  };
  const refusal = refusalOf(page, pieces) ?? cutOf(pieces, ending);
  if (refusal !== undefined && options.force !== true) return refused(refusal.code, detailOf(refusal));
  if (refusal !== undefined) warn(log, refusal.code, detailOf(refusal));
  else if (page.open) warn(log, 'page-unfinished');
  else checkEnd(pieces, log);
  return finish(pieces, { page, media, encoding, context, options });
}

/** A last paragraph that is no label and ends in the middle of its sentence. */
function checkEnd(pieces: readonly DraftPiece[], log: Log): void {
  const last = pieces.at(-1);
  if (last?.kind !== 'text' || last.role !== 'paragraph') return;
  const plain = plainText(last.text).trim();
  const words = plain.split(/\s+/);
  if (endsSentence(plain) || words.length <= mostLabelWords || isAddress(words.at(-1) ?? '')) return;
  warn(log, 'end-uncertain', { line: last.line, values: { found: words.slice(-4).join(' ') } });
}

function refused(code: CaptureProblemCode, { values = {}, line }: Detail): CaptureReading {
  const place = line === undefined ? {} : { line };
  return { ok: false, problems: [{ code, severity: 'error', path: [], values, ...place }] };
}

type Detail = Partial<Pick<Problem, 'values' | 'line'>>;

function detailOf({ found, line }: Refusal): Detail {
  return { ...(line === undefined ? {} : { line }), values: found === undefined ? {} : { found } };
}

async function readPage(text: string, media: Media, { log, heads }: TableContext): Promise<PageReading> {
  if (media === 'text/plain') return readPlainText(text, log, heads);
  // Loaded here, so that a plain capture needs neither parser.
  const html = async (source: string): Promise<PageReading> =>
    (await import('./html.ts')).readHtml(source, log);
  if (media === 'text/html') return html(text);
  return (await import('./markdown.ts')).readMarkdown(text, { log, heads, readHtml: html });
}

/** Pieces to blocks and tables, still in page order. */
function understand(page: PageReading, media: Media, context: TableContext): readonly DraftPiece[] {
  const kept = removeChrome(page.pieces, context.log);
  const drafts = draftTables(kept, context);
  const joined = readGlued(joinTables(readRecords(drafts, context), context), context);
  noteLines(joined, context.log);
  return media === 'text/plain' ? inferHeadings(joined) : joined;
}

/** Lines that no blank line parts and that were read as paragraphs, once for each run of them. */
function noteLines(pieces: readonly DraftPiece[], log: Log): void {
  let last: number | undefined;
  for (const piece of pieces) {
    const chunk = piece.kind === 'text' ? piece.chunk : undefined;
    if (chunk !== undefined && chunk !== last)
      log.repairs.push({ rule: 'lines-read-as-paragraphs', line: chunk });
    last = chunk;
  }
}

interface Finish {
  readonly page: PageReading;
  readonly media: Media;
  readonly encoding: string;
  readonly context: TableContext;
  readonly options: CaptureOptions;
}

function finish(pieces: readonly DraftPiece[], at: Finish): CaptureReading {
  const { context, options, page } = at;
  const { log } = context;
  const { title, rest } = takeTitle(pieces);
  const { body, tables, lines } = layOut(rest, context);
  if (tables.length === 0) warn(log, 'no-table');
  for (const table of tables)
    if (!table.columns.some((column) => column.key === 'name'))
      warn(log, 'table-without-names', { values: { table: table.id } });
  const words = [title ?? '', ...body.map((block) => (block.role === 'table' ? '' : block.text))].join(' ');
  const heads = tables.flatMap((table) => table.columns.map((column) => column.head ?? '')).join(' ');
  const cells = tables
    .flatMap((table) => table.rows.slice(0, 500).map((row) => row.cells.join(' ')))
    .join(' ');
  const evidence = { declared: page.language, template: options.template?.language, log };
  const language = languageOf(plainText(`${words} ${heads} ${cells}`.slice(0, 100_000)), evidence);
  const heading = title === undefined ? {} : { title: { text: title, line: pieces[0]?.line ?? 1 } };
  const texts = textsOf({ ...heading, body, tables, lines });
  const variables = readVariables(texts, { body, options, log });
  return {
    ok: true,
    media: at.media,
    encoding: at.encoding,
    language,
    ...(title === undefined ? {} : { title }),
    body,
    tables,
    variables,
    repairs: [...log.repairs].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    warnings: [...log.warnings].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

interface Found {
  readonly body: readonly Block[];
  readonly options: CaptureOptions;
  readonly log: Log;
}

/** The portal's own address, and the other values that the template asks for. */
function readVariables(texts: readonly PageText[], { body, options, log }: Found): Record<string, string> {
  const { url, rivals } = findAddress(body, options);
  const { template } = options;
  const { values, contradictions } = template
    ? findValues(texts, template, url)
    : { values: url === undefined ? {} : { url }, contradictions: [] };
  const variables = new Map(Object.entries(values));
  if (rivals.length > 0 && !variables.has('url'))
    warn(log, 'addresses-rival', { values: { addresses: rivals.join(', ') } });
  for (const { name, one, other, kept } of contradictions)
    warn(log, 'values-contradict', {
      ...(other.line === undefined ? {} : { line: other.line }),
      values: { variable: name, one: one.value, other: other.value, line: one.line ?? 0, kept: kept ? 1 : 0 },
    });
  const doubtful = new Set(contradictions.map(({ name }) => name));
  for (const name of new Set(template?.variables))
    if (!variables.has(name) && !doubtful.has(name) && !(name === 'url' && rivals.length > 0))
      warn(log, 'value-missing', { values: { variable: name, template: template?.id ?? '' } });
  return Object.fromEntries(variables);
}

interface LaidOut {
  readonly body: Block[];
  readonly tables: CookieTable[];
  /** Of the capture, where each block of the body begins. */
  readonly lines: number[];
}

function textsOf({ title, body, tables, lines }: LaidOut & { readonly title?: PageText }): PageText[] {
  const tableLines = new Map(
    body.flatMap((block, at) => (block.role === 'table' ? [[block.table, lines[at] ?? 0] as const] : [])),
  );
  return [
    ...(title ? [title] : []),
    ...body.flatMap((block, at): PageText[] =>
      block.role === 'table' ? [] : [{ text: block.text, line: lines[at] ?? 0 }],
    ),
    ...tables.flatMap(({ id, caption, columns, rows }) =>
      [caption ?? '', ...columns.map(({ head }) => head ?? ''), ...rows.flatMap(({ cells }) => cells)].map(
        (text): PageText => ({ text, line: tableLines.get(id) ?? 0 }),
      ),
    ),
  ];
}

function layOut(pieces: readonly DraftPiece[], context: TableContext): LaidOut {
  const body: Block[] = [];
  const lines: number[] = [];
  const tables: CookieTable[] = [];
  const counts: Count[] = [];
  let depth = 0;
  for (const piece of pieces) {
    if (piece.kind === 'pairs') continue;
    lines.push(piece.line);
    if (piece.kind === 'table' || piece.role !== 'item') counts.length = 0;
    if (piece.kind === 'table') {
      const table = finishTable(
        piece,
        tables.length === 0 ? 'cookies' : `cookies-${tables.length + 1}`,
        context,
      );
      tables.push(table);
      body.push({ role: 'table', table: table.id });
      depth = 0;
      continue;
    }
    const { role, text, level, ordered } = piece;
    depth = role === 'item' ? Math.min(piece.depth ?? 1, depth + 1) : 0;
    if (role === 'item') countItem(piece, counts, { depth, log: context.log });
    if (role === 'paragraph') body.push({ role, text });
    else if (role === 'heading') body.push({ role, ...(level === undefined ? {} : { level }), text });
    else body.push({ role, depth, ...(ordered === undefined ? {} : { ordered }), text });
  }
  return { body, tables, lines };
}

/** Of one depth: the items so far, and what the page's numbers are ahead of them. */
interface Count {
  readonly items: number;
  readonly ahead: number;
}

/** Notes where the page's own numbers are not those that counting gives. */
function countItem(
  { number, ordered, line }: TextPiece,
  counts: Count[],
  { depth, log }: { readonly depth: number; readonly log: Log },
): void {
  counts.length = Math.min(counts.length, depth);
  while (counts.length < depth) counts.push({ items: 0, ahead: 0 });
  const { items, ahead } = counts[depth - 1] ?? { items: 0, ahead: 0 };
  const count = items + 1;
  const published = number ?? count + ahead;
  if (ordered && published !== count + ahead)
    log.repairs.push({ rule: 'list-renumbered', line, before: String(published), after: String(count) });
  counts[depth - 1] = ordered ? { items: count, ahead: published - count } : { items: 0, ahead: 0 };
}
