/** Puts charters in order, from the one that has most in common with all others to the one that has least. */
import type { CookieTable } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import type { Wording } from './infer-votes.ts';

interface Comparable {
  readonly charter: { readonly id: string };
  readonly pieces: readonly Wording[];
  readonly tables: readonly CookieTable[];
}

/** The order in which they are given does not count. In time linear in what they hold. */
export function fromNearest<Side extends Comparable>(sides: readonly Side[], reader: TextReader): Side[] {
  const marks = sides.map((side) => marksOf(side, reader));
  const spread = new Map<string, number>();
  for (const own of marks) for (const mark of own) spread.set(mark, (spread.get(mark) ?? 0) + 1);
  const scored = sides.map((side, at) => {
    let score = 0;
    // What most have speaks for a charter, what few have against it.
    for (const mark of marks[at] ?? []) score += 2 * (spread.get(mark) ?? 0) - sides.length;
    return { side, score, text: side.pieces.map(({ plain }) => plain).join('\n\n') };
  });
  return scored
    .sort(
      (x, y) => y.score - x.score || compare(x.text, y.text) || compare(x.side.charter.id, y.side.charter.id),
    )
    .map(({ side }) => side);
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Each text and each row, and which of them follow one another. */
function marksOf({ pieces, tables }: Comparable, reader: TextReader): Set<string> {
  const keys = [
    ...pieces.map(({ plain }) => reader.key(plain)),
    ...tables.flatMap(({ rows }) =>
      rows.map(({ cells }) => cells.map((cell) => reader.key(cell)).join('\u0000')),
    ),
  ];
  const pairs = keys.map((key, at) => `${keys[at - 1] ?? ''}\n${key}`);
  return new Set([...keys, ...pairs]);
}
