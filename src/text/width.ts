/** Display cells of texts, as terminals count them; Latin text pays for no Unicode table. */

/** One cell, never joined to a neighbour: letters of the West, Hebrew, Arabic, and the signs the tool itself uses. */
const narrow =
  ' -~\\u00a0-\\u00ac\\u00ae-\\u02ff\\u0370-\\u0377\\u037a-\\u037f\\u0384-\\u038a\\u038c\\u038e-\\u03a1' +
  '\\u03a3-\\u0482\\u048a-\\u052f\\u05d0-\\u05ea\\u0620-\\u064a\\u066e\\u066f\\u0671-\\u06d5\\u1e00-\\u1eff' +
  '\\u2000-\\u200a\\u2010-\\u2027\\u202f-\\u205f\\u20a0-\\u20c0\\u2100-\\u22ff\\u237d\\u2400-\\u2426' +
  '\\u2440-\\u244a\\u2500-\\u25fc\\u27e6-\\u27eb';
/** Two cells, never joined to a neighbour: Han and kana. */
const wide = '\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff';

const allPlain = new RegExp(`^[${narrow}${wide}]*$`);
const allNarrow = new RegExp(`^[${narrow}]*$`);
const oneWide = new RegExp(`^[${wide}]$`);
/** What only the segmenter can cut, with the plain character that it may join; bounded, as the segmenter is quadratic. */
const joined = new RegExp(`[${narrow}${wide}]?[^${narrow}${wide}]{1,400}`, 'g');

/** East Asian wide and full width, first and last of each range; emoji are found by their property. */
const wideRanges: readonly number[] = [
  0x1100, 0x115f, 0x2329, 0x232a, 0x2630, 0x2637, 0x268a, 0x268f, 0x2e80, 0x303e, 0x3041, 0x3247, 0x3250,
  0xa4c6, 0xa960, 0xa97c, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6b, 0xff01, 0xff60,
  0xffe0, 0xffe6, 0x16fe0, 0x16ff6, 0x17000, 0x191d2, 0x1aff0, 0x1b2fb, 0x1d300, 0x1d376, 0x1f1ae, 0x1f1ae,
  0x1f200, 0x1f265, 0x1f6d9, 0x1f6d9, 0x1f7da, 0x1f7da, 0x1fa70, 0x1faff, 0x20000, 0x3fffd,
];

/** Patterns of Unicode are slow to ready: each is made where a text needs it. */
const visible = (): RegExp =>
  /[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/u;
const pictographic = (): RegExp => /\p{Extended_Pictographic}/gu;
const emojiSequence = (): RegExp =>
  /^(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|[\d#*]\ufe0f?\u20e3|(?![\d#*])\p{Emoji}\ufe0f|\p{Regional_Indicator}{2})$/u;
const emojiAlone = (): RegExp => /^(?!\p{Regional_Indicator})\p{Emoji_Presentation}/u;
const trailing = (): RegExp => /[\p{Spacing_Mark}\uff00-\uffef]/u;

/** Whether each character certainly takes one cell; a line break does not. */
export function isNarrow(text: string): boolean {
  return allNarrow.test(text);
}

/** Cells that a terminal gives to a text of one line; control characters take none. */
export function displayWidth(text: string): number {
  if (allNarrow.test(text)) return text.length;
  let width = 0;
  if (allPlain.test(text)) {
    for (let at = 0; at < text.length; at += 1) width += isWide(text.charCodeAt(at)) ? 2 : 1;
    return width;
  }
  for (const cluster of graphemes(text)) width += clusterWidth(cluster);
  return width;
}

/** The characters as a reader counts them. */
export function graphemes(text: string): string[] {
  if (allPlain.test(text)) return text.split('');
  const clusters: string[] = [];
  const segmenter = new Intl.Segmenter();
  let done = 0;
  for (const run of text.matchAll(joined)) {
    for (; done < run.index; done += 1) clusters.push(text.charAt(done));
    for (const { segment } of segmenter.segment(run[0])) clusters.push(segment);
    done = run.index + run[0].length;
  }
  return clusters.concat(text.slice(done).split(''));
}

function clusterWidth(cluster: string): number {
  if (cluster.length === 1 && allNarrow.test(cluster)) return 1;
  if (oneWide.test(cluster)) return 2;
  const start = cluster.search(visible());
  if (start < 0) return 0;
  if (isEmoji(cluster)) return 2;
  let width = 0;
  for (const char of cluster.slice(start)) if (width === 0 || trailing().test(char)) width += charWidth(char);
  return width;
}

function isEmoji(cluster: string): boolean {
  if (cluster.length > 50) return false;
  if (emojiSequence().test(cluster)) return true;
  return cluster.includes('\u200d') && (cluster.match(pictographic()) ?? []).length > 1;
}

function charWidth(char: string): number {
  return isWide(char.codePointAt(0) ?? 0) || emojiAlone().test(char) ? 2 : 1;
}

function isWide(point: number): boolean {
  let low = 0;
  let high = wideRanges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (point > (wideRanges[2 * middle + 1] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return point >= (wideRanges[2 * low] ?? Number.POSITIVE_INFINITY);
}

/** The text in at most `width` cells, its end replaced by `…` where it is longer. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return `${takeCells(text, Math.max(0, width - 1))[0]}${width > 0 ? '…' : ''}`;
}

/** The text with spaces after it up to `width` cells. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** What fits in `width` cells and the rest; at least one grapheme is taken when `force` is set. */
export function takeCells(text: string, width: number, force = false): [string, string] {
  if (allNarrow.test(text)) {
    const cut = force ? Math.max(1, width) : width;
    return [text.slice(0, cut), text.slice(cut)];
  }
  let taken = '';
  let cells = 0;
  for (const cluster of graphemes(text)) {
    const next = cells + clusterWidth(cluster);
    if (next > width && !(force && taken === '')) break;
    taken += cluster;
    cells = next;
  }
  return [taken, text.slice(taken.length)];
}
