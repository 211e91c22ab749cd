/** Puts a text on the reader's clipboard through the terminal (OSC 52), also over ssh. */
import { sanitise } from '../text/sanitise.ts';

/** What terminals take at most, in characters of base64. */
const most = 74_994;

/** Undefined where the text is too long to be taken whole; what a charter hides is made visible first. */
export function clipboardSequence(text: string): string | undefined {
  const data = Buffer.from(sanitise(text, { keepLines: true }), 'utf8').toString('base64');
  return data.length > most ? undefined : `\u001b]52;c;${data}\u0007`;
}
