/**
 * The second pass, for the eye: from exact runs to few whole edits that begin and end at word bounds. It only gives
 * up or slides matched words, so both sides still rebuild exactly.
 */
import type { Token } from '../text/tokens.ts';
import type { Run } from './words.ts';

/** Below this share of kept words (by weight) a sentence is shown as replaced. */
const keptShare = 0.25;

export function presentableRuns(runs: readonly Run[], a: readonly Token[], b: readonly Token[]): Run[] {
  const calm = absorbShortRuns(runs, a, b);
  const kept = sum(calm.map((run) => weigh(a, run.a, run.a + run.length)));
  const total = weigh(a, 0, a.length) + weigh(b, 0, b.length);
  if (kept > 0 && 2 * kept < keptShare * total) return outerRuns(calm, a, b);
  return slideEdits(calm, a, b);
}

/** Words count one, short words half, atoms more; white space and marks nothing. */
function weigh(tokens: readonly Token[], from: number, to: number): number {
  let weight = 0;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'word') weight += token.text.length <= 3 ? 0.5 : 1;
    else if (token?.kind === 'atom') weight += 1.5;
  }
  return weight;
}

/** A kept run much shorter than the edits on both its sides is confetti: it joins them into one. */
function absorbShortRuns(runs: readonly Run[], a: readonly Token[], b: readonly Token[]): Run[] {
  const kept = [...runs];
  for (let index = 0; index < kept.length; index += 1) {
    const run = kept[index];
    if (!run) continue;
    const before = kept[index - 1];
    const after = kept[index + 1];
    const left = editWeight(a, b, {
      a: [before ? before.a + before.length : 0, run.a],
      b: [before ? before.b + before.length : 0, run.b],
    });
    const right = editWeight(a, b, {
      a: [run.a + run.length, after?.a ?? a.length],
      b: [run.b + run.length, after?.b ?? b.length],
    });
    if (left === 0 || right === 0) continue;
    if (2 * weigh(a, run.a, run.a + run.length) < Math.min(left, right)) {
      kept.splice(index, 1);
      index = Math.max(-1, index - 2);
    }
  }
  return kept;
}

function editWeight(
  a: readonly Token[],
  b: readonly Token[],
  edit: { a: readonly [number, number]; b: readonly [number, number] },
): number {
  return Math.max(weigh(a, ...edit.a), weigh(b, ...edit.b));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What stands at both ends stays; all between is replaced. */
function outerRuns(runs: readonly Run[], a: readonly Token[], b: readonly Token[]): Run[] {
  const first = runs[0];
  const last = runs.at(-1);
  const outer: Run[] = [];
  if (first && first.a === 0 && first.b === 0) outer.push(first);
  if (last && last !== outer[0] && last.a + last.length === a.length && last.b + last.length === b.length) {
    outer.push(last);
  }
  return outer;
}

/** An insertion or deletion whose neighbour repeats its end slides to the place that reads best. */
function slideEdits(runs: readonly Run[], a: readonly Token[], b: readonly Token[]): Run[] {
  const slid = runs.map((run) => ({ ...run }));
  for (let index = 0; index + 1 < slid.length; index += 1) {
    const left = slid[index];
    const right = slid[index + 1];
    if (!left || !right) continue;
    const onlyA = left.b + left.length === right.b;
    const onlyB = left.a + left.length === right.a;
    if (onlyA === onlyB) continue;
    const tokens = onlyA ? a : b;
    const from = onlyA ? left.a + left.length : left.b + left.length;
    const to = onlyA ? right.a : right.b;
    const shift = bestShift(tokens, { from, to, left: left.length, right: right.length });
    left.length += shift;
    right.a += shift;
    right.b += shift;
    right.length -= shift;
  }
  return slid.filter((run) => run.length > 0);
}

interface Slide {
  readonly from: number;
  readonly to: number;
  /** How far it may move without meeting the next edit. */
  readonly left: number;
  readonly right: number;
}

function bestShift(tokens: readonly Token[], slide: Slide): number {
  let lowest = 0;
  while (-lowest < slide.left && same(tokens, slide.from + lowest - 1, slide.to + lowest - 1)) lowest -= 1;
  let highest = 0;
  while (highest < slide.right && same(tokens, slide.from + highest, slide.to + highest)) highest += 1;
  let best = 0;
  let bestScore = -1;
  for (let shift = lowest; shift <= highest; shift += 1) {
    const score = scoreEdit(tokens, slide.from + shift, slide.to + shift);
    if (score > bestScore) {
      bestScore = score;
      best = shift;
    }
  }
  return best;
}

function same(tokens: readonly Token[], x: number, y: number): boolean {
  return tokens[x] !== undefined && tokens[x]?.text === tokens[y]?.text;
}

function scoreEdit(tokens: readonly Token[], from: number, to: number): number {
  const balanced = isBalanced(tokens, from, to) ? 3 : 0;
  return balanced + scoreBound(tokens, from) + scoreBound(tokens, to);
}

/** Best before a word that follows white space, then before white space or punctuation. */
function scoreBound(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1];
  const after = tokens[at];
  if (!before || !after) return 3;
  if (before.kind === 'space') return 2;
  return after.kind === 'space' || after.kind === 'punctuation' ? 1.5 : 0;
}

const pairs: Readonly<Record<string, string>> = { '»': '«', ')': '(', ']': '[', '”': '“', '}': '{' };

function isBalanced(tokens: readonly Token[], from: number, to: number): boolean {
  const open: string[] = [];
  for (let index = from; index < to; index += 1) {
    const text = tokens[index]?.text ?? '';
    const opener = pairs[text];
    if (opener !== undefined) {
      if (open.pop() !== opener) return false;
    } else if (Object.values(pairs).includes(text)) open.push(text);
  }
  return open.length === 0;
}
