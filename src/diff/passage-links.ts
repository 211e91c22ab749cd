/** Which passages of one body stand for which of another: asked for once for the sections, and again for the texts. */
import type { TextReader } from '../text/reader.ts';
import { alignTexts } from './alignment.ts';
import type { Link } from './chain.ts';
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
  const apart = { a: apartFromTables(a), b: apartFromTables(b) };
  const made = alignTexts(textsOf(a), textsOf(b), { reader, maxGroup, apart });
  links.set(a, made);
  return made;
}

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
