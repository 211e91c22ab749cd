/** Finds which of many sentences a text says again, word for word or nearly so, without comparing it with each. */
import type { TextReader } from '../text/reader.ts';

interface Sentence {
  /** What says it: the number that it was added with. */
  readonly owner: number;
  /** Its different words. */
  readonly size: number;
}

/** A word that stands in more sentences than this tells little, and is looked up in the first of them only. */
const mostPlaces = 256;
/** Answers are kept for so many texts: most portals say the same. */
const mostKept = 20_000;

/** Two sentences are alike where two thirds of their words are the same. */
export class SentenceIndex {
  readonly #reader: TextReader;
  readonly #sentences: Sentence[] = [];
  readonly #byKey = new Map<string, Set<number>>();
  readonly #byWord = new Map<number, number[]>();
  readonly #kept = new Map<string, readonly number[]>();

  constructor(reader: TextReader) {
    this.#reader = reader;
  }

  add(text: string, owner: number): void {
    const key = this.#reader.key(text);
    const owners = this.#byKey.get(key);
    if (owners?.has(owner)) return;
    if (owners) owners.add(owner);
    else this.#byKey.set(key, new Set([owner]));
    const words = new Set(this.#reader.words(text));
    const at = this.#sentences.push({ owner, size: words.size }) - 1;
    for (const word of words) {
      const places = this.#byWord.get(word);
      if (!places) this.#byWord.set(word, [at]);
      else if (places.length < mostPlaces) places.push(at);
    }
  }

  /** The owners of all sentences that are alike, each once. */
  ownersOf(text: string): readonly number[] {
    const known = this.#kept.get(text);
    if (known) return known;
    const found = this.#find(text);
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(text, found);
    return found;
  }

  #find(text: string): readonly number[] {
    const owners = new Set(this.#byKey.get(this.#reader.key(text)));
    const words = new Set(this.#reader.words(text));
    const common = new Uint16Array(this.#sentences.length);
    const met: number[] = [];
    for (const word of words) {
      for (const at of this.#byWord.get(word) ?? []) {
        if (common[at] === 0) met.push(at);
        common[at] = (common[at] ?? 0) + 1;
      }
    }
    for (const at of met) {
      const sentence = this.#sentences[at];
      if (sentence && 3 * (common[at] ?? 0) >= sentence.size + words.size) owners.add(sentence.owner);
    }
    return [...owners];
  }
}
