/** Portals that differ alike from their template, in the same place, share the change: what is made of it is made once. */
import type { RawChange } from '../model/change.ts';
import type { TextReader } from '../text/reader.ts';

/** By place, of one list of sentences: a shared reader gives equal texts one list. */
const known = new WeakMap<RawChange['sentences'], Map<string, RawChange>>();

/** The change itself, or an equal one that was met before. */
export function shareChange(change: RawChange, { shared }: TextReader): RawChange {
  if (!shared) return change;
  const { a, b, sentences, ...place } = change;
  const places = known.get(sentences) ?? new Map<string, RawChange>();
  known.set(sentences, places);
  const key = JSON.stringify(place);
  const found = places.get(key);
  if (found) return found;
  places.set(key, change);
  return change;
}
