/** Finds what joined or left an enumeration: « votre langue » became « votre langue et votre panier ». */
import { wordRuns } from '../text/letters.ts';
import { stemWord } from './content-words.ts';
import type { EditSpan, PairText } from './edit-spans.ts';
import type { Vocabulary } from './lexicon/languages.ts';
import type { Mark } from './marks.ts';
import { foldWord } from './reading.ts';
import { type ChangedMark, touchesMark } from './signature.ts';

const conjunction = '(?:et|ou|ainsi que|and|or|as well as)(?![\\p{L}\\d])';
const opening = new RegExp(`^\\s*(?:,\\s*)?${conjunction}`, 'iu');
const closing = new RegExp(`(?<![\\p{L}\\d])${conjunction}\\s*$`, 'iu');
const within = new RegExp(`\\s${conjunction}`, 'iu');
const next = new RegExp(`^\\s*(?:,|${conjunction})`, 'iu');

export interface ItemReading {
  readonly marks: Readonly<Record<'a' | 'b', readonly Mark[]>>;
  readonly vocabulary: Vocabulary;
}

/** Only in edits that put nothing in the place of what they take, and where no other mark says the same. */
export function findItems(
  edits: readonly EditSpan[],
  pair: PairText,
  { marks, vocabulary }: ItemReading,
): ChangedMark[] {
  const stems: { a?: ReadonlySet<string>; b?: ReadonlySet<string> } = {};
  const stemsOf = (side: 'a' | 'b'): ReadonlySet<string> => {
    stems[side] ??= new Set(wordsOf(pair[side]).map(stemWord));
    return stems[side];
  };
  return edits.flatMap((edit): ChangedMark[] => {
    if ((edit.textA === '') === (edit.textB === '')) return [];
    const side = edit.textA === '' ? 'b' : 'a';
    const text = edit.textA + edit.textB;
    if (!isItem(text, edit) || marks[side].some((mark) => touchesMark(edit, side, mark))) return [];
    const said = stemsOf(side === 'a' ? 'b' : 'a');
    const { functionWords, lightWords } = vocabulary;
    const isNew = (word: string): boolean =>
      !functionWords.has(word) && !lightWords.has(word) && !said.has(stemWord(word));
    return wordsOf(text).some(isNew) ? [itemMark(edit, side)] : [];
  });
}

/** Joined to what stands beside it by a word, or by a comma in a row of others. */
function isItem(text: string, { before, after }: EditSpan): boolean {
  if (opening.test(text) || closing.test(text)) return true;
  if (/^\s*,/.test(text)) return !/,\s*$/.test(text) && (next.test(after) || within.test(text));
  return /,\s*$/.test(text) && /,\s*$/.test(before);
}

function wordsOf(text: string): string[] {
  return wordRuns(text).map(foldWord);
}

function itemMark(edit: EditSpan, side: 'a' | 'b'): ChangedMark {
  const ranges = edit[side];
  const [from, to] = [ranges[0]?.from ?? 0, ranges.at(-1)?.to ?? 0];
  const rule = 'scope-changed';
  return { side, rule, mark: { order: 'count', rule, value: 'item', from, to } };
}
