/**
 * Which of the charters that went is which of those that came: by equal bytes, equal ids, the same file, or nearly
 * equal text. An id that both states hold is one charter, whatever its file.
 */

import type { Place } from '../model/history.ts';
import { headLength, statedAddress, statedId } from '../text/headlines.ts';

/** Files are compared only up to so many of them: a commit that moves more than these moves them byte for byte. */
const maxCompared = 50;

/** The share of equal lines from which two texts of one address are the same charter under another id. */
const mostly = 0.6;
/** And where neither text names an address. */
const nearly = 0.9;

interface Texts {
  /** What is missing counts as empty. */
  read(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
}

/** What the files that changed were: keys are files of `come`; a file may be in both lists, with other contents. */
export async function pairRenames(
  gone: readonly Place[],
  come: readonly Place[],
  blobs: Texts,
): Promise<ReadonlyMap<string, Place>> {
  const pairs = new Map<string, Place>();
  const open = { gone: [...gone], come: [...come] };
  if (gone.length === 0 || come.length === 0) return pairs;
  const [one, other] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1 && one?.file === other?.file)
    return new Map(one ? [[one.file, one]] : []);
  pairBy(open, pairs, ({ blob }) => blob);
  if (open.gone.length === 0 || open.come.length === 0) return pairs;
  const texts = await readTexts([...open.gone, ...open.come], blobs);
  const textOf = ({ blob }: Place): string => texts.get(blob) ?? '';
  pairBy(open, pairs, (place) => statedId(textOf(place).slice(0, headLength)));
  pairBy(open, pairs, ({ file }) => file);
  if (open.gone.length <= maxCompared && open.come.length <= maxCompared) pairAlike(open, pairs, textOf);
  return pairs;
}

async function readTexts(places: readonly Place[], blobs: Texts): Promise<ReadonlyMap<string, string>> {
  const contents = await blobs.read(places.map(({ blob }) => blob));
  return new Map([...contents].map(([id, bytes]) => [id, bytes.toString('utf8')]));
}

interface Open {
  gone: Place[];
  come: Place[];
}

/** Pairs what has an equal mark, each file once; the file's name decides between several. */
function pairBy(open: Open, pairs: Map<string, Place>, markOf: (place: Place) => string | undefined): void {
  const marked = new Map<string, Place[]>();
  for (const place of open.gone) {
    const mark = kindOf(place) + (markOf(place) ?? '');
    if (markOf(place) !== undefined) marked.set(mark, [...(marked.get(mark) ?? []), place]);
  }
  for (const place of open.come) {
    const candidates = markOf(place) === undefined ? [] : (marked.get(kindOf(place) + markOf(place)) ?? []);
    const best =
      candidates.find(({ file }) => file === place.file) ??
      candidates.find(({ file }) => nameOf(file) === nameOf(place.file)) ??
      candidates[0];
    if (!best) continue;
    pairs.set(place.file, best);
    candidates.splice(candidates.indexOf(best), 1);
  }
  close(open, pairs);
}

/** Portals copy one text, so that likeness alone proves little: neither may name another address as its own. */
function pairAlike(open: Open, pairs: Map<string, Place>, textOf: (place: Place) => string): void {
  const alike = (one: Place, other: Place): boolean => {
    const [a, b] = [textOf(one), textOf(other)];
    const addresses = [statedAddress(a), statedAddress(b)];
    if (kindOf(one) !== kindOf(other) || addresses[0] !== addresses[1]) return false;
    return shareOfLines(a, b) >= (addresses[0] === undefined ? nearly : mostly);
  };
  for (const place of open.come) {
    const candidates = open.gone.filter((old) => alike(old, place));
    const [only] = candidates;
    const rivals = only ? open.come.filter((other) => alike(only, other)) : [];
    if (only && candidates.length === 1 && rivals.length === 1) pairs.set(place.file, only);
  }
  close(open, pairs);
}

function close(open: Open, pairs: ReadonlyMap<string, Place>): void {
  const taken = new Set([...pairs.values()].map(({ file }) => file));
  open.gone = open.gone.filter(({ file }) => !taken.has(file));
  open.come = open.come.filter(({ file }) => !pairs.has(file));
}

/** A template never becomes a charter. */
function kindOf({ file }: Place): string {
  return file.startsWith('charters/templates/') ? 'template ' : 'charter ';
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** Lines in common, as a share of the longer text's. */
export function shareOfLines(a: string, b: string): number {
  const [one, other] = [a.split('\n'), b.split('\n')];
  const counts = new Map<string, number>();
  for (const line of one) counts.set(line, (counts.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of other) {
    const left = counts.get(line) ?? 0;
    if (left > 0) {
      common += 1;
      counts.set(line, left - 1);
    }
  }
  return common / Math.max(one.length, other.length);
}
