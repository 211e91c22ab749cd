/** One change of the text as rows: its sign, what happened, the words that changed, its class at the right edge. */
import type { Change } from '../../model/change.ts';
import { entriesOf, headOf, notesOf, wholeText } from '../../present/diff-change.ts';
import { charterSpan, type Sheet, tagOf } from '../../present/diff-parts.ts';
import { excerptRuns } from '../../present/excerpt.ts';
import { type Sign, signs } from '../../present/layout.ts';
import { markRuns } from '../../present/marks.ts';
import { signOfChange } from '../book/signs.ts';
import type { FrameLine, FrameRun } from '../frame-types.ts';
import { markMatches } from '../search.ts';
import { type Drawing, isWhole, sheetFor } from './drawing.ts';
import { addTag, gutter, partWords, run, withGutter, wrap } from './lines.ts';
import { mirrorChange } from './mirror.ts';
import { sidesOf } from './sides.ts';

export interface ChangePlace {
  readonly at: number;
  readonly drawing: Drawing;
  readonly width: number;
}

export function changeRows(index: number, { at, drawing, width }: ChangePlace): FrameLine[] {
  const change = drawing.book.view.diff.changes[index];
  if (!change) return [];
  const sheet = sheetFor(drawing.book, width, isWhole(drawing, at));
  const mark = (line: FrameLine): FrameLine =>
    partWords(markMatches(line, drawing.query, at === drawing.cursor ? 'current' : 'other'));
  const drawn: Drawn = { sheet, tag: tagOf(change, sheet), mark, width: width - gutter };
  if (!drawing.book.classes.has(change.class)) return hiddenRows(change, drawn, drawing.layout.split);
  return drawing.layout.split ? splitRows(change, drawn) : stackedRows(change, drawn);
}

interface Drawn {
  readonly sheet: Sheet;
  readonly tag: FrameLine;
  readonly mark: (line: FrameLine) => FrameLine;
  /** Without the gutter. */
  readonly width: number;
}

/** A change of a class that is not shown, in an unfolded text: its words as they read, without marks. */
function hiddenRows(change: Change, { sheet, mark, width }: Drawn, split: boolean): FrameLine[] {
  const text = (side: 'a' | 'b'): FrameLine => mark([run(wholeText(change[side], sheet))]);
  const sign = { ...signRun(signOfChange(change)), style: 'dim' } as const;
  if (split) return withGutter(sign, sidesOf(text('a'), text('b'), { width }));
  return withGutter(sign, wrap(text(change.b === undefined ? 'a' : 'b'), width));
}

export function signRun(sign: Sign): FrameRun {
  return run(signs[sign], sign === 'added' ? 'new' : sign === 'removed' ? 'gone' : 'strong');
}

function stackedRows(change: Change, { sheet, tag, mark, width }: Drawn): FrameLine[] {
  const entries = entriesOf(change, sheet);
  return entries.flatMap(({ sign, body }, index) => {
    const lines = wrap(mark(body), width);
    const tagged = index === entries.length - 1 ? addTag(lines, tag, width) : lines;
    return withGutter(sign && signRun(sign), tagged);
  });
}

/** What cannot be seen in the words stands above them, over both columns. */
function splitRows(change: Change, { sheet, tag, mark, width }: Drawn): FrameLine[] {
  const [a, b] = [sideRuns(change, 'a', sheet), sideRuns(change, 'b', sheet)];
  const sign = signRun(signOfChange(change));
  const rows = sidesOf(mark(a), mark(b), { width, tag });
  const head = headOf(change, sheet);
  const notes = change.kind === 'variable' ? [] : notesOf(change, sheet);
  if (head === '' && notes.length === 0) return withGutter(sign, rows);
  const caption = head === '' ? notes.map(trimmed) : [run(head), ...notes];
  const above = wrap(caption, width);
  return withGutter(sign, [...above, ...rows]);
}

function trimmed(part: FrameRun): FrameRun {
  return { ...part, text: part.text.trimStart() };
}

/** The words of one side, those that the other lacks marked. */
export function sideRuns(change: Change, side: 'a' | 'b', sheet: Sheet): FrameLine {
  const lone = change.a === undefined || change.b === undefined;
  const text = wholeText(change[side], sheet);
  if (text === '') return [];
  const name = change.kind === 'variable' ? [run(`${change.address[side]?.column ?? ''}  `)] : [];
  if (lone || change.kind === 'variable')
    return [...name, charterSpan(text, sheet, side === 'a' ? 'gone' : 'new')];
  const { options, selection } = sheet;
  const whole = options.whole === true;
  const seen = excerptRuns(side === 'a' ? mirrorChange(change) : change, {
    selection,
    longest: whole ? Number.POSITIVE_INFINITY : longestRun,
    whole,
  });
  if (seen.length === 0) return [charterSpan(text, sheet)];
  const own = seen.filter(({ op }) => op !== 'delete');
  const named =
    side === 'b' ? own : own.map((one) => (one.op === 'insert' ? { ...one, op: 'delete' as const } : one));
  return markRuns(named, options.color);
}

/** Unchanged runs longer than this are cut in their middle. */
const longestRun = 480;
