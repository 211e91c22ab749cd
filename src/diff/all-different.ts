/** Whether no text stands twice among many, without hashing each of them. */

/** Places for each text, so that few share one by chance. */
const room = 16;
const lettersRead = 8;

/** Texts noted one by one. A rough number tells most of them apart; only those that share one are compared as a whole. */
export class NotedTexts {
  readonly #held: Uint8Array;
  readonly #places: Uint32Array;
  #count = 0;
  #shared = false;

  /** For `most` texts at most. */
  constructor(most: number) {
    this.#held = new Uint8Array(2 ** Math.ceil(Math.log2(Math.max(1, most) * room)));
    this.#places = new Uint32Array(most);
  }

  note(text: string): void {
    const place = roughNumber(text) & (this.#held.length - 1);
    this.#places[this.#count] = place;
    this.#count += 1;
    const before = this.#held[place] ?? 0;
    this.#held[place] = before === 0 ? 1 : 2;
    this.#shared ||= before > 0;
  }

  /** `textAt` gives the text that was noted as that one, from 0. */
  areAllDifferent(textAt: (index: number) => string): boolean {
    if (!this.#shared) return true;
    const doubtful: string[] = [];
    for (let index = 0; index < this.#count; index += 1)
      if (this.#held[this.#places[index] ?? 0] === 2) doubtful.push(textAt(index));
    return new Set(doubtful).size === doubtful.length;
  }
}

/** From the length, the first letter and the last ones, in which names of one family differ. */
function roughNumber(text: string): number {
  let number = Math.imul(text.length + 1, 0x9e3779b1) ^ text.charCodeAt(0);
  for (let at = Math.max(0, text.length - lettersRead); at < text.length; at += 1)
    number = Math.imul(number, 0x01000193) ^ text.charCodeAt(at);
  return number ^ (number >>> 15);
}
