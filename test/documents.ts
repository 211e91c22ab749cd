/** Builds small charters for tests from plain lines. */
import type { Block, Charter, CookieTable } from '../src/model/charter.ts';

export interface Parts {
  readonly id?: string;
  readonly language?: string;
  readonly title?: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** `# heading`, `## heading`, `- item`, or a paragraph. */
  readonly body?: readonly string[];
  /** Tables: a first line of column keys, then rows; cells apart by ` | `. */
  readonly tables?: readonly (readonly string[])[];
}

export function charter(parts: Parts): Charter {
  const tables = (parts.tables ?? []).map((lines, index) => tableOf(lines, index));
  const body = (parts.body ?? []).map(blockOf);
  return {
    kind: 'charter',
    id: parts.id ?? 'one',
    language: parts.language ?? 'fr',
    variables: parts.variables ?? {},
    ...(parts.title === undefined ? {} : { title: parts.title }),
    body: [...body, ...tables.map((table): Block => ({ role: 'table', table: table.id }))],
    tables,
    repairs: [],
    decisions: [],
  };
}

function blockOf(line: string): Block {
  const heading = /^(#+) (.*)$/su.exec(line);
  if (heading) return { role: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' };
  return line.startsWith('- ')
    ? { role: 'item', depth: 1, text: line.slice(2) }
    : { role: 'paragraph', text: line };
}

function tableOf(lines: readonly string[], index: number): CookieTable {
  const [head = '', ...rows] = lines;
  return {
    id: index === 0 ? 'cookies' : `cookies-${index + 1}`,
    columns: cells(head).map((key) => ({ key, head: key.toUpperCase() })),
    rows: rows.map((row) => ({ cells: cells(row) })),
  };
}

function cells(line: string): string[] {
  return line.split(' | ').map((cell) => cell.trim());
}
