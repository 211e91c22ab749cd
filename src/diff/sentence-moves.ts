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

/** Marks one-sided sentences that stand, typographically equal, on the other side of these changes too. */
export function markMovedSentences(
  changes: readonly RawChange[],
  index: SectionIndex,
  reader: TextReader,
): RawChange[] {
  const gone = new Map<string, Place[]>();
  const come: [string, Place][] = [];
  changes.forEach((change, at) => {
    if (!change.kind.startsWith('block-')) return;
    change.sentences.forEach((sentence, pair) => {
      const text = sentence.a ?? sentence.b;
      if (text === undefined || (sentence.a !== undefined && sentence.b !== undefined)) return;
      const key = reader.key(text);
      if (key === '') return;
      if (sentence.a !== undefined) {
        const place = { change: at, pair, section: change.address.a?.section, text };
        gone.set(key, [...(gone.get(key) ?? []), place]);
      } else come.push([key, { change: at, pair, section: change.address.b?.section, text }]);
    });
  });
  const marks = new Map<string, 'near' | 'across'>();
  const marked = new Set<number>();
  for (const [key, to] of come) {
    const places = gone.get(key) ?? [];
    const found = places.findIndex((place) => typographicallyEqual(place.text.trim(), to.text.trim()));
    const [from] = found < 0 ? [] : places.splice(found, 1);
    if (!from) continue;
    const moved = index.areCounterparts(from.section, to.section) ? 'near' : 'across';
    for (const place of [from, to]) {
      marks.set(`${place.change}:${place.pair}`, moved);
      marked.add(place.change);
    }
  }
  return changes.map((change, at) =>
    marked.has(at)
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
