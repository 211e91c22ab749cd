/** Pairs what is left between two pairs and shares no word, where it is the only one of its kind on each side. */
import { isAddress } from '../text/addresses.ts';
import { plainText } from '../text/inline.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Link } from './chain.ts';
import type { Passage } from './passages.ts';

/** The links, and those that they leave room for, in order. */
export function pairLonePassages(
  links: readonly Link[],
  a: readonly Passage[],
  b: readonly Passage[],
): Link[] {
  const paired: Link[] = [];
  let [atA, atB] = [0, 0];
  const end = { aFrom: a.length, aTo: a.length, bFrom: b.length, bTo: b.length };
  for (const link of [...links, end]) {
    if (atA < link.aFrom && atB < link.bFrom) {
      const gap = { a: a.slice(atA, link.aFrom), b: b.slice(atB, link.bFrom) };
      for (const [x, y] of pairsIn(gap.a, gap.b))
        paired.push({ aFrom: atA + x, aTo: atA + x + 1, bFrom: atB + y, bTo: atB + y + 1 });
    }
    if (link !== end) paired.push(link);
    atA = link.aTo;
    atB = link.bTo;
  }
  return paired;
}

type Pair = readonly [a: number, b: number];

/** A heading that is reworded, and a value that is another one; the value gives way where the two would cross. */
function pairsIn(a: readonly Passage[], b: readonly Passage[]): Pair[] {
  const values = pairOf(lone(a, isValue), lone(b, isValue)) ?? besideVariable(a, b);
  const found = [pairOf(lone(a, isHeading), lone(b, isHeading)), values].filter((one) => one !== undefined);
  const [one, other] = found;
  if (one && other && (one[0] - other[0]) * (one[1] - other[1]) <= 0) return [one];
  return found.sort(([x], [y]) => x - y);
}

function pairOf(a: number | undefined, b: number | undefined): Pair | undefined {
  return a === undefined || b === undefined ? undefined : [a, b];
}

/** Undefined where there is none, or more than one. */
function lone(passages: readonly Passage[], is: (passage: Passage) => boolean): number | undefined {
  const at = passages.findIndex(is);
  return at < 0 || passages.findLastIndex(is) !== at ? undefined : at;
}

function isHeading({ role }: Passage): boolean {
  return role === 'heading';
}

/** Nothing but a variable, or an address. */
function isValue({ text }: Passage): boolean {
  return isVariable(text) || isAddress(plainText(text).trim());
}

function isVariable(text: string): boolean {
  return /^\{\{[a-z][a-z0-9-]*\}\}$/.test(text.trim());
}

/** A variable that is no address can stand for any words: those that are alone in its place. */
function besideVariable(a: readonly Passage[], b: readonly Passage[]): Pair | undefined {
  const [one, other] = [a[0], b[0]];
  if (a.length !== 1 || b.length !== 1 || !one || !other || one.role !== other.role) return undefined;
  const named = [one, other].filter(({ text }) => isVariable(text) && text.trim() !== '{{url}}');
  const said = [one, other].find((passage) => !named.includes(passage));
  return named.length === 1 && said && splitSentences(said.text).length === 1 ? [0, 0] : undefined;
}
