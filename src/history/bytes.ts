/** Files as bytes: what two have in common is found, and of the rest no more is decoded than is looked at. */
import { type Buffer, isUtf8 } from 'node:buffer';

/** Undefined where the bytes from one place to another are not UTF-8. */
export function decode(bytes: Buffer, from = 0, to = bytes.length): string | undefined {
  const part = bytes.subarray(from, to);
  return isUtf8(part) ? part.toString('utf8') : undefined;
}

/** As a text of one character a byte, so that places in it are places in the file. */
export function placedText(bytes: Buffer, from = 0, to = bytes.length): string {
  return bytes.toString('latin1', from, to);
}

/** How many bytes are the same from a place in either on. Halves are compared, as that is done byte by byte elsewhere. */
export function commonStart(a: Buffer, b: Buffer, [fromA, fromB]: readonly [number, number]): number {
  return longest(
    Math.min(a.length - fromA, b.length - fromB),
    (low, high) => a.compare(b, fromB + low, fromB + high, fromA + low, fromA + high) === 0,
  );
}

/** How many bytes both end with, `most` at most. */
export function commonEnd(a: Buffer, b: Buffer, most: number): number {
  const [endA, endB] = [a.length, b.length];
  return longest(most, (low, high) => a.compare(b, endB - high, endB - low, endA - high, endA - low) === 0);
}

/** The greatest length up to which all is the same; `areSame` is asked of lengths of which the first is known to be. */
function longest(most: number, areSame: (low: number, high: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (areSame(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
