/** The one byte form of a charter or template; equal documents have equal bytes. */
import type { CharterDocument } from '../model/charter.ts';
import { layOut } from './layout.ts';
import { type Page, writeRoot } from './lines.ts';

const schemaComment = '# yaml-language-server: $schema=';

/** Ends in a newline. `schema` is the JSON Schema's place as seen from the file, for editors. */
export function formatDocument(document: CharterDocument, options: { schema: string }): string {
  const lines: string[] = [];
  write(document, options.schema, { put: (line) => lines.push(line), count: 0 });
  lines.push('');
  return lines.join('\n');
}

/** The same as lines without the newlines, with the line of every place in the data. */
export function locateDocument(
  document: CharterDocument,
  options: { schema: string },
): { readonly lines: readonly string[]; readonly marks: ReadonlyMap<string, number> } {
  const lines: string[] = [];
  const marks = new Map<string, number>();
  write(document, options.schema, { put: (line) => lines.push(line), count: 0, marks });
  return { lines, marks };
}

/** Whether formatting the document gives exactly these lines. */
export function isWrittenAs(
  document: CharterDocument,
  lines: readonly string[],
  options: { schema: string },
): boolean {
  let next = 0;
  let same = true;
  const put = (line: string): void => {
    same &&= lines[next] === line;
    next += 1;
  };
  write(document, options.schema, { put, count: 0 });
  return same && next === lines.length;
}

function write(document: CharterDocument, schema: string, page: Page): void {
  page.count += 1;
  page.put(`${schemaComment}${schema}`);
  writeRoot(page, layOut(document));
}

/** The schema named by a first line (or any comment), undefined where it names none. */
export function readSchemaComment(line: string): string | undefined {
  if (!line.startsWith(schemaComment)) return undefined;
  const schema = line.slice(schemaComment.length);
  return /^[^\s\u0000-\u001f\u007f]+$/u.test(schema) ? schema : undefined;
}

/** The schema as seen from a file of the charters folder, `a/b.yaml` being one folder down. */
export function schemaFrom(file: string): string {
  return `${'../'.repeat(file.split('/').length - 1)}charter.schema.json`;
}
