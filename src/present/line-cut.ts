/** Cuts a line to a width so that what changed is still on it: of the words before the first edit only the last are kept. */
import { displayWidth, graphemes, isNarrow, takeCells } from '../text/width.ts';
import { type Line, lineWidth, type Span, span } from './style.ts';

/** Of the room, what an edit may ask for. */
const shareOfEdit = 2 / 3;
/** Of a name at least so much is kept. */
const leastName = 16;
/** Of the name of a place, its comma too. */
const leastPlace = 8;
const ellipsis = '…';

/** The line, or as much of it as fits with `…` where words are left out. */
export function cutLine(line: Line, width: number): Line {
  if (lineWidth(line) <= width) return line;
  const shown = bringIn(line, width);
  return lineWidth(shown) <= width ? shown : cutEnd(shown, width);
}

function cutEnd(line: Line, width: number): Line {
  const cut: Span[] = [];
  let left = width - 1;
  for (const part of line) {
    const cells = displayWidth(part.text);
    if (cells <= left) {
      cut.push(part);
      left -= cells;
      continue;
    }
    cut.push({ ...part, text: takeCells(part.text, left)[0] });
    break;
  }
  return [...cut, span(ellipsis)];
}

/** Shortens what stands before the first edit by what the edit lacks: the words right before it, then the longest name. */
function bringIn(line: Line, width: number): Line {
  const from = line.findIndex(isEdited);
  if (from < 0) return line;
  const rest = line.slice(from);
  const end = rest.findIndex((part) => !isEdited(part));
  const edit = Math.min(lineWidth(end < 0 ? rest : rest.slice(0, end)), Math.floor(width * shareOfEdit));
  const before = line.slice(0, from);
  let excess = lineWidth(before) + edit + 1 - width;
  for (const keep of [keepBefore, keepName]) {
    const at = keep === keepBefore ? from - 1 : widest(before);
    const part = before[at];
    if (!part || excess <= 0) continue;
    const cells = displayWidth(part.text);
    const text = keep(part.text, Math.max(keep === keepBefore ? 1 : leastName, cells - excess));
    before[at] = { ...part, text };
    excess -= cells - displayWidth(text);
  }
  return [...before, ...rest];
}

function isEdited({ style }: Span): boolean {
  return style === 'added' || style === 'removed';
}

function widest(parts: Line): number {
  const widths = parts.map(({ text }) => displayWidth(text));
  return widths.indexOf(Math.max(...widths));
}

function keepStart(text: string, width: number): string {
  return displayWidth(text) <= width ? text : takeCells(text, width - 1)[0] + ellipsis;
}

/** The words right before an edit, or the name of a place. */
function keepBefore(text: string, width: number): string {
  return endsInColon.test(text) ? keepName(text, width) : keepEnd(text, width);
}

const endsInColon = /^(.*\S)(\u00a0?: )$/s;

/** Of a name what it begins with tells most; the colon that ends it stays. */
function keepName(text: string, width: number): string {
  const [, name = text, colon = ''] = endsInColon.exec(text) ?? [];
  return keepStart(name, colon === '' ? width : Math.max(leastPlace, width - displayWidth(colon))) + colon;
}

/** From the start of a word, if the text has more than one; no backslash is parted from what it stands for. */
function keepEnd(text: string, width: number): string {
  const units = isNarrow(text) ? text : graphemes(text);
  let from = units.length;
  for (let left = width - 2; from > 0; from -= 1) {
    left -= displayWidth(units[from - 1] ?? '');
    if (left < 0) break;
  }
  if (endsInBackslash(joined(units.slice(0, from)))) from += 1;
  const kept = joined(units.slice(from));
  if (!/\s/.test(text)) return ellipsis + kept;
  const words = /\s$/.test(units[from - 1] ?? '') ? kept : kept.replace(/^\S+/, '');
  return words.trim() === '' ? ellipsis : `${ellipsis} ${words.trimStart()}`;
}

/** Of a text whose characters each take one cell it is itself. */
function joined(units: string | readonly string[]): string {
  return typeof units === 'string' ? units : units.join('');
}

function endsInBackslash(text: string): boolean {
  return (/\\*$/.exec(text)?.[0].length ?? 0) % 2 === 1;
}
