/** Finds the words that an edit of signs nobody sees cuts or turns round: they look the same, and are not read the same. */
import type { EditSpan, PairText } from './edit-spans.ts';
import type { Range } from './reading.ts';

/** What an edit hides on one side. */
export interface Hidden {
  readonly edits: readonly EditSpan[];
  readonly side: 'a' | 'b';
  readonly range: Range;
}

const unseen = '[\\p{Default_Ignorable_Code_Point}\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f]';
/** Most texts: nothing in them is unseen. */
const plain = /^[\s\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*$/;
const opening = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/;
const closing = /[\u202c\u2069]/;

/** Between two letters or digits, where a search or a voice no longer finds the word; from what turns the direction to where it ends. */
export function hiddenRanges(pair: PairText): Hidden[] {
  const edits = pair.edits.filter(isUnseen);
  return [...edits.filter(cutsWord).flatMap(cutRanges), ...turnedRanges(pair, edits)];
}

/** Whether both texts of the edit look the same. */
function isUnseen({ textA, textB }: EditSpan): boolean {
  return !(plain.test(textA) && plain.test(textB)) && withoutUnseen(textA) === withoutUnseen(textB);
}

function withoutUnseen(text: string): string {
  return text.replace(new RegExp(unseen, 'gu'), '');
}

function cutsWord({ textA, textB, before, after }: EditSpan): boolean {
  const cut = new RegExp(`[\\p{L}\\p{N}]${unseen}+[\\p{L}\\p{N}]`, 'u');
  return [textA, textB].some((text) => cut.test(before.slice(-2) + text + after.slice(0, 2)));
}

/** What the edit holds; where it holds nothing, the place between two letters. */
function cutRanges(edit: EditSpan): Hidden[] {
  return (['a', 'b'] as const).map((side) => {
    const at = side === 'a' ? edit.atA : edit.atB;
    const [first] = edit[side];
    const last = edit[side].at(-1);
    return { edits: [edit], side, range: { from: first?.from ?? at - 1, to: last?.to ?? at + 1 } };
  });
}

function turnedRanges({ a, b }: PairText, edits: readonly EditSpan[]): Hidden[] {
  return (['a', 'b'] as const).flatMap((side) =>
    edits.flatMap((edit): Hidden[] => {
      const from = edit[side][0]?.from ?? 0;
      if (!opening.test(textOf(edit, side))) return [];
      const end = edits.find((one) => (one[side][0]?.from ?? -1) > from && closing.test(textOf(one, side)));
      const to = end?.[side][0]?.from ?? (side === 'a' ? a : b).length;
      return [{ edits: end ? [edit, end] : [edit], side, range: { from, to } }];
    }),
  );
}

function textOf({ textA, textB }: EditSpan, side: 'a' | 'b'): string {
  return side === 'a' ? textA : textB;
}
