/** Breaks styled runs into lines by display cells: never inside a grapheme or between a mark and its text. */
import { displayWidth, isNarrow, takeCells } from './width.ts';

/** A run of text of one style; wrapping copies everything but `text`. */
export interface Run {
  readonly text: string;
  /** A mark that must not be parted from what it opens or closes; a line may break between a close and an open. */
  readonly mark?: 'open' | 'close';
  /** No line ends at its spaces. */
  readonly whole?: true;
}

interface Word<T> {
  readonly runs: T[];
  /** The spaces before it, dropped where a line begins. */
  readonly gap: readonly T[];
  /** A line break of the text stands before it. */
  readonly broken: boolean;
}

interface Page<T> {
  readonly width: number;
  readonly lines: T[][];
  used: number;
}

/** Letters between which a line may break, with the marks that may not begin or end a line. */
const ideographs = (): RegExp =>
  /[「『（【〈《]*[\u2e80-\u3000\u3003-\u3007\u3012-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3fffd}][、。，．！？：；」』）】〉》ー々ぁ-ぉっゃゅょゎァ-ォッャュョヮ\p{M}]*/gu;
const pieces = /\n| +|[^ \n]+/g;
/** A plain space that French marks keep. */
const gluedSpace = /« | [»:;?!]/;
const anyIdeograph = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]|[\ud840-\ud8bf]/;

/**
 * Lines of at most `width` cells, broken at spaces (never no-break ones), between ideographs, at `\n`, and inside
 * what is longer than a line. Joined, the lines lose nothing but spaces at their ends.
 */
export function wrapRuns<T extends Run>(runs: readonly T[], width: number): T[][] {
  const [only] = runs;
  const plain = runs.length === 1 && only ? wrapNarrow(only, width) : undefined;
  if (plain) return plain;
  const page: Page<T> = { width: Math.max(1, width), lines: [[]], used: 0 };
  for (const word of collectWords(runs)) placeWord(page, word);
  trimEnd(page);
  return page.lines;
}

/**
 * The same for a single run in which only spaces part words, cut without a look at each word; undefined where the
 * text holds more than that.
 */
function wrapNarrow<T extends Run>(run: T, width: number): T[][] | undefined {
  const { text } = run;
  if (run.mark || run.whole || !isNarrow(text) || gluedSpace.test(text)) return undefined;
  const lines: T[][] = [];
  let from = skipSpaces(text, 0);
  while (text.length - from > width) {
    const space = text.lastIndexOf(' ', from + width);
    const line = trimSpaces(text.slice(from, Math.max(space, from)));
    if (line === '') return undefined;
    lines.push([{ ...run, text: line }]);
    from = skipSpaces(text, space);
  }
  const last = trimSpaces(text.slice(from));
  if (last !== '' || lines.length === 0) lines.push(last === '' ? [] : [{ ...run, text: last }]);
  return lines;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 0x20) at += 1;
  return at;
}

/** The same for plain text; leading spaces of a line are kept as an indent of all its lines. */
export function wrapText(text: string, width: number): string[] {
  return wrapRuns([{ text }], width).map((line) => line.map((run) => run.text).join(''));
}

function placeWord<T extends Run>(page: Page<T>, word: Word<T>): void {
  const size = cells(word.runs);
  const gap = cells(word.gap);
  if (word.broken || (page.used > 0 && page.used + gap + size > page.width)) openLine(page);
  else if (page.used > 0) for (const run of word.gap) placeRun(page, run);
  for (const run of word.runs) placeRun(page, run);
}

function openLine<T extends Run>(page: Page<T>): void {
  trimEnd(page);
  page.lines.push([]);
  page.used = 0;
}

function trimEnd<T extends Run>(page: Page<T>): void {
  const line = page.lines.at(-1) ?? [];
  for (let last = line.pop(); last !== undefined; last = line.pop()) {
    const text = last.mark ? last.text : trimSpaces(last.text);
    if (text === '') continue;
    line.push({ ...last, text });
    return;
  }
}

/** Without the plain spaces at the end. */
export function trimSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x20) end -= 1;
  return text.slice(0, end);
}

function placeRun<T extends Run>(page: Page<T>, run: T): void {
  const measured = 2 * page.width + 64;
  let rest = run.text;
  while (rest !== '') {
    const width = rest.length > measured ? Number.POSITIVE_INFINITY : displayWidth(rest);
    if (page.used + width <= page.width) {
      page.lines.at(-1)?.push({ ...run, text: rest });
      page.used += width;
      return;
    }
    const [taken] = takeCells(rest.slice(0, measured), page.width - page.used, page.used === 0);
    if (taken !== '') page.lines.at(-1)?.push({ ...run, text: taken });
    rest = rest.slice(taken.length);
    if (rest !== '') openLine(page);
  }
}

function cells(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + displayWidth(run.text), 0);
}

/** Gathers what a line may not part: runs without a space between them, marks with their text. */
function collectWords<T extends Run>(runs: readonly T[]): Word<T>[] {
  const words: Word<T>[] = [];
  let gap: T[] = [];
  let broken = false;
  let open = false;
  let last: 'open' | 'close' | undefined;
  function append(run: T): void {
    if (open) words.at(-1)?.runs.push(run);
    else words.push({ runs: [run], gap, broken });
    open = true;
    gap = [];
    broken = false;
  }
  for (const run of runs) {
    if (run.mark === 'open') {
      if (last === 'close') open = false;
      append(run);
    } else if (run.mark === 'close') {
      open = words.length > 0 && !broken;
      for (const space of open ? gap : []) words.at(-1)?.runs.push(space);
      append(run);
    } else {
      for (const piece of piecesOf(run)) {
        if (piece === '\n') {
          if (broken) words.push({ runs: [], gap: [], broken });
          open = false;
          broken = true;
          gap = [];
        } else if (piece.startsWith(' ') && last !== 'open') {
          open = false;
          gap.push({ ...run, text: piece });
        } else {
          for (const part of partsOf(piece)) {
            if (part.apart && last !== 'open') open = false;
            append({ ...run, text: part.text });
            if (!piece.startsWith(' ')) last = undefined;
          }
        }
      }
      continue;
    }
    last = run.mark;
  }
  return words;
}

/** Breaks, spaces and words; a plain space inside French marks (`« mot »`, `mot ?`) stays with its word. */
function piecesOf({ text, whole }: Run): string[] {
  if (whole) return [text];
  const found = text.match(pieces) ?? [];
  if (!/[«»:;?!] ?/.test(text)) return found;
  const joined: string[] = [];
  let glue = false;
  found.forEach((piece, index) => {
    const last = joined.length - 1;
    const before = found[index - 1] ?? '\n';
    const glues =
      piece === ' ' && before !== '\n' && (before.endsWith('«') || /^[»:;?!]/.test(found[index + 1] ?? ''));
    if ((glue && piece !== '\n') || glues) joined[last] += piece;
    else joined.push(piece);
    glue = glues;
  });
  return joined;
}

/** Cuts a word where a line may break inside it. */
function partsOf(piece: string): { text: string; apart: boolean }[] {
  if (!anyIdeograph.test(piece)) return [{ text: piece, apart: false }];
  const parts: { text: string; apart: boolean }[] = [];
  let done = 0;
  for (const match of piece.matchAll(ideographs())) {
    if (match.index > done) parts.push({ text: piece.slice(done, match.index), apart: done > 0 });
    parts.push({ text: match[0], apart: true });
    done = match.index + match[0].length;
  }
  if (done < piece.length) parts.push({ text: piece.slice(done), apart: done > 0 });
  return parts;
}
