/** One-line YAML scalars: plain where YAML 1.1 and 1.2 certainly read the same text, double-quoted otherwise. */

/** Letters, digits, `_ ( / $`, and signs beyond ASCII: nothing that could be an indicator. */
const plainStart = (): RegExp => /^[\p{L}\p{N}_(/$«»“”‘’„…§€£©®™°·–—]/u;
const plainBreaker = /:(?:\s|$)|\s#|\s$/;
const number =
  /^[0-9][0-9_.,:eE+-]*$|^0[xX][0-9a-fA-F_]*$|^0[oO][0-7_]*$|^0[bB][01_]*$|^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}/;
/** Booleans, nothings, and the power without a number that some readers of YAML 1.1 take for a float. */
const word = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|e[-+]?[0-9_]+)$/i;

/** Most texts, judged in one pass: no colon, no `#`, no digit first, nothing unseen. */
const usual = /^[A-Za-z\u00c0-\u024f_(][\w\u00a0\u00c0-\u024f ,;()'’"«»/.+=*@&!?%-]*[\w\u00c0-\u024f).]$/;

/** What must not stand raw in a file: control, bidi and annotation marks, line separators, BOM, halves of pairs. */
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const unseenAll = new RegExp(unseen, 'g');

/** True where the text can stand in a file as it is, without escapes. */
export function isVisible(text: string): boolean {
  return !unseen.test(text);
}

export function formatScalar(text: string): string {
  return isPlain(text) ? text : quote(text);
}

function isPlain(text: string): boolean {
  if (word.test(text)) return false;
  return (
    usual.test(text) ||
    ((/^[A-Za-z0-9_(/$]/.test(text) || plainStart().test(text)) &&
      !plainBreaker.test(text) &&
      !number.test(text) &&
      isVisible(text))
  );
}

/** JSON's string form, which YAML shares, with every unseen character as `\uXXXX`. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    unseenAll,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Reads what `formatScalar` wrote; for anything else what it gives is not what would be written so. */
export function readScalar(raw: string): string | undefined {
  if (!raw.startsWith('"')) return raw;
  if (raw.length < 2 || !raw.endsWith('"')) return undefined;
  if (!raw.includes('\\')) return raw.indexOf('"', 1) === raw.length - 1 ? raw.slice(1, -1) : undefined;
  return readEscapes(raw);
}

function readEscapes(raw: string): string | undefined {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
