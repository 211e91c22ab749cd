/** Which passages of one body stand for which of another: asked for once for the sections, and again for the texts. */
import type { TextReader } from '../text/reader.ts';
import { alignTexts } from './alignment.ts';
import type { Link } from './chain.ts';
import { isMostlyAlike, pair } from './identical-texts.ts';
import type { Passage } from './passages.ts';

/** Most blocks in one split or join. */
const maxGroup = 8;

type Passages = readonly Passage[];

/** By the passages of `a` within those of `b`; kept as long as both are. */
const known = new WeakMap<Passages, WeakMap<Passages, readonly Link[]>>();

/** Links in order; indexes into the passages. */
export function linkPassages(a: Passages, b: Passages, reader: TextReader): readonly Link[] {
  const links = known.get(b) ?? new WeakMap<Passages, readonly Link[]>();
  known.set(b, links);
  const found = links.get(a);
  if (found) return found;
  const made = linksInPlace(textsOf(a), textsOf(b)) ?? alignPassages(a, b, reader);
  links.set(a, made);
  return made;
}

function alignPassages(a: Passages, b: Passages, reader: TextReader): readonly Link[] {
  const apart = { a: apartFromTables(a), b: apartFromTables(b) };
  return alignTexts(textsOf(a), textsOf(b), { reader, maxGroup, apart });
}

/** More texts that differ are left to the alignment. */
const mostChanged = 6;

/** Each text with the one in its place, where all but a few are the same, and these are like no other than that one. */
function linksInPlace(a: readonly string[], b: readonly string[]): readonly Link[] | undefined {
  if (a.length !== b.length) return undefined;
  const changed: number[] = [];
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) changed.push(at);
  if (changed.length > mostChanged) return undefined;
  const areInPlace = changed.every((x) =>
    changed.every((y) => isMostlyAlike(a[x] ?? '', b[y] ?? '') === (x === y)),
  );
  if (!areInPlace) return undefined;
  const links = inPlace.get(a.length) ?? a.map((_, at) => pair(at, at));
  inPlace.set(a.length, links);
  return links;
}

/** By the number of texts. */
const inPlace = new Map<number, readonly Link[]>();

/** Many are held against the same passages, whose texts are read once. */
const texts = new WeakMap<Passages, readonly string[]>();

export function textsOf(passages: Passages): readonly string[] {
  const found = texts.get(passages) ?? passages.map(({ text }) => text);
  texts.set(passages, found);
  return found;
}

/** Blocks on either side of a table are not one text. */
function apartFromTables(passages: Passages): Set<number> {
  const apart = new Set<number>();
  passages.forEach(({ block }, at) => {
    const before = passages[at - 1];
    if (before && block !== before.block + 1) apart.add(at);
  });
  return apart;
}
