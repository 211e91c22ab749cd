/**
 * Mail addresses that a shield against robots hides behind a code are read as what every browser shows: the code holds
 * them, under another key each time the page is fetched, so that it would differ in every capture.
 */
import type { Log } from './reading.ts';

const target = /(?:https?:\/\/[^\s"'()<>/]{1,255})?\/cdn-cgi\/l\/email-protection#([0-9a-f]{8,1024})/gi;
const element =
  /(<(a|span)\b[^<>]{0,1000}\bdata-cfemail\s*=\s*["']?([0-9a-f]{8,1024})["']?[^<>]{0,1000}>)[^<>\n]{0,80}(<\/\2\s*>)/gi;
const codeless = /\bhref\s*=\s*["']?[^\s"'<>]{0,255}\/cdn-cgi\/l\/email-protection["']?(?=[\s>])/i;
/** What stands in the place of an address. */
const mask = '\\\\?\\[email(?:&#160;|&#xa0;|&nbsp;|[ \\u00a0])protected\\\\?\\]';
const linked = new RegExp(
  `(<a\\b[^<>]{0,1000}\\bhref\\s*=\\s*["']?mailto:([^\\s"'<>]{3,512})["']?[^<>]{0,1000}>)${mask}(</a\\s*>)`,
  'gi',
);
const markdownLink = new RegExp(`\\[${mask}\\]\\(mailto:([^\\s()<>]{3,512})\\)`, 'gi');
const address = /^[^\s@<>()[\]"'\\]{1,64}@[^\s@<>()[\]"'\\]{1,255}\.[a-z]{2,24}$/i;

/** The text with the addresses in their places, line for line; each is a repair. A code that holds none is left. */
export function showAddresses(text: string, log: Log): string {
  if (!/email-protection#|data-cfemail/i.test(text)) return text;
  const told = new Map<string, number>();
  const tell = (found: string, line: number): string => {
    told.set(found, Math.min(told.get(found) ?? line, line));
    return found;
  };
  const lines = createLineCounter(text);
  const named = text.replace(
    element,
    (whole, open: string, _tag, code: string, close: string, at: number) => {
      const found = decodeAddress(code);
      if (found === undefined) return whole;
      return `${open.replace(codeless, () => `href="mailto:${found}"`)}${tell(found, lines(at))}${close}`;
    },
  );
  const namedLines = createLineCounter(named);
  const shown = named
    .replace(target, (whole, code: string, at: number) => {
      const found = decodeAddress(code);
      return found === undefined ? whole : `mailto:${tell(found, namedLines(at))}`;
    })
    .replace(linked, '$1$2$3')
    .replace(markdownLink, '[$1](mailto:$1)');
  for (const [found, line] of told) log.repairs.push({ rule: 'address-unmasked', line, after: found });
  return shown;
}

/** The first byte is the key of the others; undefined where they hold no mail address. */
function decodeAddress(code: string): string | undefined {
  const bytes = Buffer.from(code, 'hex');
  const [key = 0] = bytes;
  const found = bytes
    .subarray(1)
    .map((byte) => byte ^ key)
    .toString();
  return address.test(found) ? found : undefined;
}

/** Lines from 1 of offsets that are asked for in ascending order: the text is passed once. */
function createLineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    for (; next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  };
}
