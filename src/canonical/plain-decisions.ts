/** Writes other decisions into the text of a canonical charter without comments, as most are, without a YAML library. */
import type { Decision } from '../model/charter.ts';
import { formatDocument, readSchemaComment } from './format.ts';
import { readCanonical } from './read.ts';

/** Undefined where the text is anything else; the long way then tells what it is. */
export function writePlainDecisions(text: string, decisions: readonly Decision[]): string | undefined {
  const schema = readSchemaComment(text.slice(0, text.indexOf('\n')));
  const document = readCanonical(text)?.document;
  if (schema === undefined || document?.kind !== 'charter') return undefined;
  const written = formatDocument({ ...document, decisions }, { schema });
  // A file is never rewritten on trust: the fast reader takes nothing but what it would write itself.
  return readCanonical(written) ? written : undefined;
}
