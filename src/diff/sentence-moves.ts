/** A sentence that left one place and came in at another was moved, not removed and added. */
import type { RawChange, SentencePair } from '../model/change.ts';
import { typographicallyEqual } from '../text/fold.ts';
import type { TextReader } from '../text/reader.ts';
import type { SectionIndex } from './sections.ts';

interface Place {
  readonly change: number;
  readonly pair: number;
  readonly section: string | undefined;
  readonly text: string;
}

interface Lone {
  readonly side: 'a' | 'b';
  readonly place: Place;
}

/** The sentences of blocks without a counterpart. */
function loneSentences(changes: readonly RawChange[]): Lone[] {
  const lone: Lone[] = [];
  changes.forEach((change, at) => {
    if (!change.kind.startsWith('block-')) return;
    change.sentences.forEach(({ a, b }, pair) => {
      const text = a ?? b;
      if (text === undefined || (a !== undefined && b !== undefined)) return;
      const side = a === undefined ? 'b' : 'a';
      lone.push({ side, place: { change: at, pair, section: change.address[side]?.section, text } });
    });
  });
  return lone;
}

/** Which sentences may stand on the other side too, told by letters that no typography touches. */
function meetingKeys(lone: readonly Lone[]): (text: string) => boolean {
  if (lone.some(({ place }) => marked.test(place.text))) return () => true;
  const rough = { a: new Set<string>(), b: new Set<string>() };
  for (const { side, place } of lone) rough[side].add(roughKey(place.text));
  return (text) => {
    const key = roughKey(text);
    return rough.a.has(key) && rough.b.has(key);
  };
}

/** Links, whose targets are not words, and letters written with or without marks of their own. */
const marked = /\]\(|<|[\u0300-\u036f\u1e00-\u1eff]/;
/** All but letters that bear no accent in any other way, and digits. */
const setAside = /[^bfmpqvx0-9]+/g;

function roughKey(text: string): string {
  return text.toLowerCase().replace(setAside, '');
}

/** Marks one-sided sentences that stand, typographically equal, on the other side of these changes too. */
export function markMovedSentences(
  changes: readonly RawChange[],
  index: SectionIndex,
  reader: TextReader,
): RawChange[] {
  const lone = loneSentences(changes);
  const isOn = (wanted: 'a' | 'b'): boolean => lone.some(({ side }) => side === wanted);
  if (!isOn('a') || !isOn('b')) return [...changes];
  const met = meetingKeys(lone);
  const gone = new Map<string, Place[]>();
  const come: [string, Place][] = [];
  for (const { side, place } of lone) {
    if (!met(place.text)) continue;
    const key = reader.key(place.text);
    if (key === '') continue;
    if (side === 'b') come.push([key, place]);
    else gone.set(key, [...(gone.get(key) ?? []), place]);
  }
  const marks = new Map<string, 'near' | 'across'>();
  const touched = new Set<number>();
  for (const [key, to] of come) {
    const places = gone.get(key) ?? [];
    const found = places.findIndex((place) => typographicallyEqual(place.text.trim(), to.text.trim()));
    const [from] = found < 0 ? [] : places.splice(found, 1);
    if (!from) continue;
    const moved = index.areCounterparts(from.section, to.section) ? 'near' : 'across';
    for (const place of [from, to]) {
      marks.set(`${place.change}:${place.pair}`, moved);
      touched.add(place.change);
    }
  }
  return changes.map((change, at) =>
    touched.has(at)
      ? {
          ...change,
          sentences: change.sentences.map((sentence, pair): SentencePair => {
            const moved = marks.get(`${at}:${pair}`);
            return moved ? { ...sentence, moved } : sentence;
          }),
        }
      : change,
  );
}
