/** The one byte form of a charter or template; equal documents have equal bytes. */
import type { CharterDocument } from '../model/charter.ts';
import { layOut } from './layout.ts';
import { type Page, writeRoot } from './lines.ts';

const schemaComment = '# yaml-language-server: $schema=';

/** Ends in a newline. `schema` is the JSON Schema's place as seen from the file, for editors. */
export function formatDocument(document: CharterDocument, options: { schema: string }): string {
  return `${formatLines(document, options).lines.join('\n')}\n`;
}

/** The same as lines, with the line of every place in the data. */
export function locateDocument(document: CharterDocument, options: { schema: string }): Required<Page> {
  const marks = new Map<string, number>();
  return { lines: formatLines(document, options, marks).lines, marks };
}

function formatLines(
  document: CharterDocument,
  options: { schema: string },
  marks?: Map<string, number>,
): Page {
  const lines = [`${schemaComment}${options.schema}`];
  const page: Page = marks ? { lines, marks } : { lines };
  writeRoot(page, layOut(document));
  return page;
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
