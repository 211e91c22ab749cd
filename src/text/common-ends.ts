/** What two texts begin and end with alike. */

export interface CommonEnds {
  readonly head: number;
  /** Of what follows the head. */
  readonly tail: number;
}

/** In UTF-16 units. */
export function commonEnds(a: string, b: string): CommonEnds {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  let tail = 0;
  const most = shorter - head;
  while (tail < most && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1;
  return { head, tail };
}
