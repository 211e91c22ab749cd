/** The edits of a pair of sentences with their places on both sides, so that a changed concept finds its edit. */
import type { SentencePair, WordOp } from '../model/change.ts';
import type { Range } from './reading.ts';

export interface EditSpan {
  /** As the pair numbers it. */
  readonly index: number;
  readonly a: readonly Range[];
  readonly b: readonly Range[];
  readonly textA: string;
  readonly textB: string;
  /** Where it begins on each side, also where it holds nothing there. */
  readonly atA: number;
  readonly atB: number;
  /** Words that stand on both sides between the edit before and this one. */
  readonly before: string;
  readonly after: string;
}

export interface PairText {
  readonly a: string;
  readonly b: string;
  readonly edits: readonly EditSpan[];
  /** Words with every edit numbered. */
  readonly words: readonly WordOp[];
  /** Equal runs with their place on both sides. */
  readonly kept: readonly { readonly text: string; readonly a: number; readonly b: number }[];
}

type Draft = {
  index: number;
  a: Range[];
  b: Range[];
  textA: string;
  textB: string;
  atA: number;
  atB: number;
  before: string;
  after: string;
};

export function readPair(pair: SentencePair): PairText {
  const words = numberEdits(pair.words);
  const drafts = new Map<number, Draft>();
  const kept: { text: string; a: number; b: number }[] = [];
  let a = 0;
  let b = 0;
  let between = '';
  let last: Draft | undefined;
  for (const word of words) {
    const size = word.text.length;
    if (word.op === 'equal') {
      kept.push({ text: word.text, a, b });
      between += word.text;
      a += size;
      b += size;
      continue;
    }
    const index = word.edit ?? 0;
    const draft = drafts.get(index) ?? startDraft(index, { a, b, before: between });
    drafts.set(index, draft);
    if (last && last !== draft) last.after = between;
    between = '';
    last = draft;
    if (word.op === 'delete') {
      draft.a.push({ from: a, to: a + size });
      draft.textA += word.text;
      a += size;
    } else {
      draft.b.push({ from: b, to: b + size });
      draft.textB += word.text;
      b += size;
    }
  }
  if (last) last.after = between;
  return {
    a: sideText(words, 'insert'),
    b: sideText(words, 'delete'),
    edits: [...drafts.values()],
    words,
    kept,
  };
}

function startDraft(index: number, at: { a: number; b: number; before: string }): Draft {
  return { index, a: [], b: [], textA: '', textB: '', atA: at.a, atB: at.b, before: at.before, after: '' };
}

/** Gives words that came without a number one a run, after the last number used. */
function numberEdits(words: readonly WordOp[]): WordOp[] {
  let next = 1 + words.reduce((highest, word) => Math.max(highest, word.edit ?? -1), -1);
  let run: number | undefined;
  return words.map((word) => {
    if (word.op === 'equal') {
      run = undefined;
      return word;
    }
    if (word.edit !== undefined) return word;
    if (run === undefined) {
      run = next;
      next += 1;
    }
    return { ...word, edit: run };
  });
}

function sideText(words: readonly WordOp[], without: 'insert' | 'delete'): string {
  return words.map((word) => (word.op === without ? '' : word.text)).join('');
}

/** Whether the edit changes a character of the range, or puts something inside it. */
export function touches(edit: EditSpan, side: 'a' | 'b', range: Range): boolean {
  const spans = edit[side];
  if (spans.length === 0) {
    const at = side === 'a' ? edit.atA : edit.atB;
    return range.from < at && at < range.to;
  }
  return spans.some((span) => span.from < range.to && range.from < span.to);
}
