/** Where a difference stands and what the portal says there, in short: what a decision keeps of it. */
import type { Change, SideValue } from '../model/change.ts';
import type { Decision } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { splitSentences } from '../text/sentences.ts';

export type DecidedPlace = Pick<Decision, 'section' | 'cookies' | 'column' | 'text'>;

/** Characters of a text that are kept. */
const longest = 240;

/** Of several differences they are those of one column, alike in all their rows. */
export function decidedPlace(changes: readonly [Change, ...Change[]]): DecidedPlace {
  const [first] = changes;
  const { section, column } = first.address.a ?? first.address.b ?? {};
  const rows = [...new Set(changes.flatMap((change) => rowOf(change) ?? []))];
  const text = shortText(first);
  return {
    // A table's rows are known by their names, wherever the table stands.
    ...(section === undefined || section === '' || rows.length > 0 ? {} : { section }),
    ...(rows.length === 0 ? {} : { cookies: rows }),
    ...(column === undefined || column === '' ? {} : { column }),
    ...(text === '' ? {} : { text }),
  };
}

function rowOf({ address }: Change): string | undefined {
  const row = (address.a ?? address.b)?.row;
  return row === '' ? undefined : row;
}

/** The portal's sentences that differ; empty where it says nothing there, or a whole row. */
export function shortText({ b, words }: Pick<Change, 'b' | 'words'>): string {
  if (!isText(b)) return '';
  const whole = words.filter(({ op }) => op !== 'delete').map(({ text }) => text);
  const said = words.length === 0 ? [b].flat().join(' ') : whole.join('');
  const edits = editsIn(words);
  let from = 0;
  const kept = splitSentences(said).filter((sentence) => {
    const end = from + sentence.length;
    const touched = edits.some((at) => at >= from && at < end);
    from = end;
    return touched;
  });
  return cut(flatText(kept.length === 0 ? said : kept.join(' ')));
}

/** Whether the words that a decision keeps are still there; where it keeps none, whether the portal says nothing yet. */
export function stillSays(change: Pick<Change, 'b'> | undefined, text: string | undefined): boolean {
  if (text === undefined) return change?.b === undefined;
  if (!isText(change?.b)) return false;
  const said = flatText([change.b].flat().join(' '));
  return splitSentences(text.replace(/…$/, '')).every((sentence) => said.includes(sentence.trim()));
}

function flatText(text: string): string {
  return plainText(text)
    .replace(/[ \t\r\n\f\v]+/g, ' ')
    .trim();
}

function isText(side: SideValue | undefined): side is string | readonly string[] {
  return typeof side === 'string' || Array.isArray(side);
}

/** Offsets in the portal's text at which something came or went. */
function editsIn(words: Change['words']): number[] {
  const found: number[] = [];
  let at = 0;
  for (const { op, text } of words) {
    if (op !== 'equal') found.push(op === 'delete' ? Math.max(at - 1, 0) : at);
    if (op !== 'delete') at += text.length;
  }
  return found;
}

function cut(text: string): string {
  if (text.length <= longest) return text;
  const end = text.lastIndexOf(' ', longest);
  return `${text.slice(0, end > longest / 2 ? end : longest).replace(/[\ud800-\udbff]$/, '')}…`;
}
