/**
 * A charter or template as one reads it, for git's own line diffs: one sentence, or one cookie, a line, and nothing of
 * the file left out, so that whatever changes in it shows.
 */
import type { Block, CharterDocument, CookieTable, Decision, InlineText, Source } from '../model/charter.ts';
import { sanitise } from '../text/sanitise.ts';
import { splitSentences } from '../text/sentences.ts';

/** Blocks are parted by blank lines; ends in a newline. Keys are those of the file, whatever the reader's language. */
export function renderCharterReading(document: CharterDocument): string {
  const tables = new Map(document.tables.map((table) => [table.id, table]));
  const groups = [
    headLines(document),
    ...(document.title === undefined ? [] : [[`# ${oneLine(document.title)}`]]),
    ...document.body.map((block) => blockLines(block, tables)),
    ...(document.kind === 'charter' ? [document.decisions.map(decisionLine)] : []),
  ];
  const parts = groups.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return sanitise(`${parts.join('\n\n')}\n`, { keepLines: true });
}

function headLines(document: CharterDocument): string[] {
  const { kind, id, language } = document;
  const own = [`${kind}: ${id}`, `language: ${language}`];
  if (document.kind === 'template')
    return [
      ...own,
      ...document.variables.map((name) => `variable: ${name}`),
      ...document.sections.map((section) => `section: ${section.id}${entries(section.label)}`),
    ];
  return [
    ...own,
    ...(document.template === undefined ? [] : [`follows: ${document.template}`]),
    ...Object.entries(document.variables).map(([name, value]) => `${name}: ${oneLine(value)}`),
    ...(document.source ? sourceLines(document.source) : []),
    ...document.repairs.map(({ rule, ...rest }) => `repair: ${rule}${entries(rest)}`),
  ];
}

function sourceLines({ page, capture, captured, media, sha256 }: Source): string[] {
  const address = page === undefined ? [] : [`page: ${page}`];
  return [...address, `capture: ${capture} (${captured}, ${media})`, `sha256: ${sha256}`];
}

function decisionLine({ reference, status, class: strongest, ...rest }: Decision): string {
  return `decision: ${reference} ${status} ${strongest}${entries(rest)}`;
}

function entries(values: object): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `; ${key}: ${oneLine(Array.isArray(value) ? value.join(', ') : String(value))}`)
    .join('');
}

function blockLines(block: Block, tables: ReadonlyMap<string, CookieTable>): string[] {
  const opens = block.section === undefined ? [] : [`[${block.section}]`];
  const variants = (block.variants ?? []).flatMap((text) => proseLines(text, '= '));
  return [...opens, ...ownLines(block, tables), ...variants];
}

function ownLines(block: Block, tables: ReadonlyMap<string, CookieTable>): string[] {
  switch (block.role) {
    case 'heading':
      // Level 1 is the title's; one that plain text does not tell stands as the usual second.
      return [`${'#'.repeat(block.level === undefined ? 2 : block.level + 1)} ${oneLine(block.text)}`];
    case 'paragraph':
      return proseLines(block.text, '');
    case 'item':
      return proseLines(block.text, `${'  '.repeat(block.depth - 1)}${block.ordered ? '1.' : '-'} `);
    case 'table': {
      const table = tables.get(block.table);
      return table ? tableLines(table) : [];
    }
  }
}

/** Each sentence on a line; a published line break shows at the end of its line. */
function proseLines(text: InlineText, mark: string): string[] {
  const lines = splitSentences(text).flatMap((sentence) =>
    sentence
      .trimEnd()
      .split('\n')
      .map((line, at, all) => (at < all.length - 1 ? `${line}\\` : line)),
  );
  return lines.map((line, at) => `${at === 0 ? mark : ' '.repeat(mark.length)}${line}`);
}

function tableLines({ id, caption, columns, rows }: CookieTable): string[] {
  const row = (cells: readonly InlineText[]): string => `| ${cells.map(cellText).join(' | ')} |`;
  return [
    `table: ${id}${caption === undefined ? '' : `; caption: ${oneLine(caption)}`}`,
    row(columns.map(({ key, head }) => (head === undefined ? key : `${head} (${key})`))),
    ...rows.map(({ cells }) => row(cells)),
  ];
}

function cellText(text: InlineText): string {
  return oneLine(text).replace(/\|/g, '\\|');
}

function oneLine(text: string): string {
  return text.replace(/\n/g, '\\ ');
}
