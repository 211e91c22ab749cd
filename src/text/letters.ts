/**
 * Letters and digits as ranges for character classes. The same as `\p{L}`, `\p{M}` and `\p{N}` for the texts of
 * the web in the basic plane, but compiled many times faster, which every start of the program pays.
 */

/** Latin, Greek, Cyrillic and the other scripts' letters and combining marks. */
export const letters =
  'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02c1\\u0300-\\u0374\\u0376-\\u037d\\u037f-\\u0386' +
  '\\u0388-\\u0559\\u0560-\\u0588\\u0591-\\u05bd\\u05bf-\\u05f2\\u0610-\\u061a\\u0620-\\u065f\\u066e-\\u06d3\\u06d5-\\u06ef' +
  '\\u06fa-\\u0963\\u0971-\\u0e3a\\u0e40-\\u0e4e\\u0e81-\\u1fff\\u2c00-\\u2dff\\u3005-\\u3007\\u3021-\\u3029\\u3041-\\ud7fb' +
  '\\uf900-\\ufdfb\\ufe20-\\ufe2f\\ufe70-\\ufefc\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc';

/** Western digits and those of Arabic, Persian, Devanagari, Thai and full width, superscripts too. */
export const digits =
  '0-9\\u00b2\\u00b3\\u00b9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u0e50-\\u0e59\\u2070-\\u2079\\uff10-\\uff19';

/** Raised digits, which after a number make another one of it. */
export const superscripts = '\\u00b2\\u00b3\\u00b9\\u2070\\u2074-\\u2079';

/** Scripts written without spaces, in which every character is a word of its own. */
export const ideographs = '\\u0e01-\\u0e4e\\u3041-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff';

export const wordCharacters = letters + digits;

/**
 * In small letters, place by place: the one letter that would become two is taken for another that is not plain.
 * Patterns without the `i` flag, which are ready much sooner, can then be used.
 */
export function smallLetters(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text.replaceAll('İ', 'ï').toLowerCase();
}

/** All that there is of letters, combining marks and digits where `isLatin` holds. */
export const latinWord =
  '0-9A-Za-z\\u00aa\\u00b2\\u00b3\\u00b5\\u00b9\\u00ba\\u00bc-\\u00be\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f';
const latinText = /^[\u0000-\u024f\u2000-\u206f\u20ac]*$/;
const latinRuns = new RegExp(`[${latinWord}]+`, 'g');
const betweenLatinRuns = new RegExp(`[^${latinWord}]+`, 'g');

/**
 * Whether a text holds nothing but Latin letters, digits and common marks: there the patterns of Latin words find what
 * those of Unicode would, which are slow to ready.
 */
export function isLatin(text: string): boolean {
  return latinText.test(text);
}

/** Runs of letters, combining marks and digits. */
export function wordRuns(text: string): readonly string[] {
  return text.match(isLatin(text) ? latinRuns : /[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The letters and digits alone. */
export function onlyWords(text: string): string {
  return text.replace(isLatin(text) ? betweenLatinRuns : /[^\p{L}\p{N}]+/gu, '');
}

/** Whether a letter or a digit stands anywhere. */
export function holdsWord(text: string): boolean {
  return /[A-Za-z0-9]/.test(text) || /[\p{L}\p{N}]/u.test(text);
}

export function startsWithLetter(text: string): boolean {
  return text < '\u0080' ? /^[A-Za-z]/.test(text) : /^\p{L}/u.test(text);
}

export function startsWithCapital(text: string): boolean {
  return text < '\u0100' ? /^[A-Z\u00c0-\u00d6\u00d8-\u00de]/.test(text) : /^\p{Lu}/u.test(text);
}
