/** A JSON document for other programs that may also pass through a terminal or the log of a build server. */
import { escapeHidden } from './diff-json.ts';

/** With a final newline; no character in it is obeyed or missed on its way, and the values stay the same. */
export function jsonDocument(value: object): string {
  return `${escapeHidden(JSON.stringify(value, undefined, 2))}\n`;
}
