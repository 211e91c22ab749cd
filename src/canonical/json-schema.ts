/** The schema that is published beside the charters, as text; editors find it through each file's first line. */
import { documentJsonSchema } from './schema.ts';

export function formatJsonSchema(): string {
  return `${JSON.stringify(documentJsonSchema(), undefined, 2)}\n`;
}
