/** One side of a change alone, as it is read beside the other: every word of it, those that differ marked. */
import type { Change, SideValue } from '../model/change.ts';
import { markupOf, readableText, shortenRun } from './excerpt.ts';
import type { Marked } from './marks.ts';
import { isQuiet, type Selection } from './selection.ts';
import { showHidden, showJoints } from './shown-spaces.ts';

export interface SideOptions {
  readonly selection: Pick<Selection, 'typography'>;
  /** Longest run kept whole, in characters; a longer one is cut in its middle, a marked one at its end. */
  readonly longest: number;
}

/** The text of one side in runs; absent where the change has no such side. Joined they read as that side alone does. */
export function sideRuns(change: Change, side: 'a' | 'b', options: SideOptions): Marked[] | undefined {
  const value = change[side];
  if (value === undefined) return undefined;
  const runs = change.words.length > 0 ? wordRuns(change, side, options) : [wholeRun(value, side, options)];
  return runs.map((run, index) => {
    const edges = { first: index === 0, last: index === runs.length - 1 };
    if (run.op === 'equal') return shortenRun(run, options.longest, edges);
    return run.text.length <= options.longest
      ? run
      : { ...run, text: `${run.text.slice(0, options.longest)} …` };
  });
}

function wordRuns(change: Change, side: 'a' | 'b', { selection }: SideOptions): Marked[] {
  const own = side === 'a' ? 'delete' : 'insert';
  const words = change.words.filter(({ op }) => op === own || op === 'equal');
  const hidden = selection.typography ? new Set<number>() : markupOf(words.map(({ text }) => text).join(''));
  const runs: Marked[] = [];
  let at = 0;
  for (const word of words) {
    const start = at;
    at += word.text.length;
    const kept =
      hidden.size === 0
        ? word.text
        : Array.from(word.text.split(''), (char, index) => (hidden.has(start + index) ? '' : char)).join('');
    if (kept === '') continue;
    const edit = word.edit === undefined ? undefined : change.edits[word.edit];
    const isLoud = word.op !== 'equal' && !isQuiet(edit, selection);
    const run: Marked = isLoud
      ? { op: own, text: showHidden(kept, edit) }
      : { op: 'equal', text: showJoints(kept) };
    const last = runs.at(-1);
    if (last?.op === run.op) runs[runs.length - 1] = { op: run.op, text: last.text + run.text };
    else runs.push(run);
  }
  return runs;
}

/** Where no words are compared, all of a side is what differs. */
function wholeRun(value: SideValue, side: 'a' | 'b', { selection }: SideOptions): Marked {
  const text = typeof value === 'string' ? value : Object.values(value).join(isTexts(value) ? '\n\n' : ' · ');
  return { op: side === 'a' ? 'delete' : 'insert', text: readableText(text, selection) };
}

function isTexts(value: SideValue): value is readonly string[] {
  return Array.isArray(value);
}
