/** Portals that differ alike from their template, in the same place, share the change: what is made of it is made once. */
import type { RawChange } from '../model/change.ts';
import type { TextReader } from '../text/reader.ts';
import { RecentMap } from '../text/recent.ts';

/** By place, of one list of sentences: a shared reader gives equal texts one list. */
const ofTexts = new WeakMap<RawChange['sentences'], Map<string, RawChange>>();

/** A change of a body: itself, or an equal one that was met before. */
export function shareTextChange(change: RawChange, { shared }: TextReader): RawChange {
  if (!shared) return change;
  const { a, b, sentences, ...place } = change;
  const places = ofTexts.get(sentences) ?? new Map<string, RawChange>();
  ofTexts.set(sentences, places);
  const key = JSON.stringify(place);
  const found = places.get(key) ?? change;
  places.set(key, found);
  return found;
}

/** Of the comparisons that share a reader. */
const ofTables = new WeakMap<TextReader, RecentMap<string, RawChange>>();
const mostOfTables = 4096;
/** Tables with more, or longer, changes are hardly met again, and may take more words than are compared. */
const mostChanges = 64;
const longest = 600;

/** Changes of tables, as they are or equal ones that were met before. */
export function shareTableChanges(changes: readonly RawChange[], reader: TextReader): readonly RawChange[] {
  if (!reader.shared || changes.length > mostChanges) return changes;
  const known = ofTables.get(reader) ?? new RecentMap<string, RawChange>(mostOfTables);
  ofTables.set(reader, known);
  return changes.map((change) => {
    const { kind } = change;
    if (kind !== 'cell-changed' && !kind.startsWith('row-')) return change;
    // Without its words, which are compared when they are asked for and follow from the texts.
    const key = JSON.stringify({ ...change, sentences: undefined });
    if (key.length > longest) return change;
    const found = known.get(key) ?? change;
    known.set(key, found);
    return found;
  });
}
