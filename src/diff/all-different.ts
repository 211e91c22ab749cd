/** Whether no text stands twice among many, without hashing each of them. */

/** Places for each text, so that few share one by chance. */
const room = 16;
const lettersRead = 8;

/** A rough number tells most texts apart; only those that share one are compared as a whole. */
export function allDifferent(texts: readonly string[]): boolean {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, texts.length) * room));
  const held = new Uint8Array(size);
  const places = new Uint32Array(texts.length);
  let shared = false;
  for (let index = 0; index < texts.length; index += 1) {
    const place = roughNumber(texts[index] ?? '') & (size - 1);
    places[index] = place;
    const before = held[place] ?? 0;
    held[place] = before === 0 ? 1 : 2;
    shared ||= before > 0;
  }
  if (!shared) return true;
  const doubtful = texts.filter((_, index) => held[places[index] ?? 0] === 2);
  return new Set(doubtful).size === doubtful.length;
}

/** From the length, the first letter and the last ones, in which names of one family differ. */
function roughNumber(text: string): number {
  let number = Math.imul(text.length + 1, 0x9e3779b1) ^ text.charCodeAt(0);
  for (let at = Math.max(0, text.length - lettersRead); at < text.length; at += 1)
    number = Math.imul(number, 0x01000193) ^ text.charCodeAt(at);
  return number ^ (number >>> 15);
}
