/** Search as readers expect it: capitals, accents and kinds of quotes and spaces do not count. */
import type { FrameLine, FrameRun } from './frame-types.ts';

const equivalents: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['“', '"'],
  ['”', '"'],
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['⍽', ' '],
  ['␣', ' '],
  ['\n', ' '],
  ['\u2011', '-'],
  ['\u2010', '-'],
]);

/** Letters of the West without their accents. */
const plainLetters: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0x250 - 0xc0 }, (_, index) => String.fromCharCode(0xc0 + index)).map((char) => [
    char,
    baseOf(char),
  ]),
);

function baseOf(char: string): string {
  const base = char.normalize('NFD').charAt(0);
  return /[a-z]/.test(base) ? base : char;
}

/** The text as it is compared; as long as the text itself, so that offsets hold. */
export function foldForSearch(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : text;
  if (/^[\u0020-\u007e]*$/.test(same)) return same;
  return same.replace(
    /[^\u0020-\u007e]/g,
    (char) => plainLetters.get(char) ?? equivalents.get(char) ?? baseOf(char),
  );
}

/** Splits the runs so that what was found is marked: in the text of either side, marks between words left out. */
export function markMatches(line: FrameLine, query: string, kind: 'other' | 'current'): FrameLine {
  const wanted = foldForSearch(query);
  if (wanted === '') return line;
  const hits = line.map(({ text }) => new Uint8Array(text.length));
  for (const side of ['removed', 'added'] as const) {
    const other = side === 'removed' ? 'added' : 'removed';
    let text = '';
    const places: (readonly [run: number, from: number])[] = [];
    line.forEach((part, index) => {
      if (part.mark || part.style === other) return;
      places.push([index, text.length]);
      text += part.text;
    });
    markSide(foldForSearch(text), wanted, { places, hits });
  }
  return line.flatMap((part, index) => splitRun(part, hits[index] ?? new Uint8Array(0), kind));
}

interface Marking {
  readonly places: readonly (readonly [run: number, from: number])[];
  readonly hits: readonly Uint8Array[];
}

function markSide(text: string, wanted: string, { places, hits }: Marking): void {
  let place = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    for (let offset = at; offset < at + wanted.length; offset += 1) {
      while ((places[place + 1]?.[1] ?? Number.POSITIVE_INFINITY) <= offset) place += 1;
      const [index, from] = places[place] ?? [0, 0];
      const flags = hits[index];
      if (flags) flags[offset - from] = 1;
    }
  }
}

function splitRun(part: FrameRun, hits: Uint8Array, kind: 'other' | 'current'): FrameRun[] {
  if (!hits.includes(1)) return [part];
  const runs: FrameRun[] = [];
  let from = 0;
  for (let at = 1; at <= hits.length; at += 1) {
    if (at < hits.length && hits[at] === hits[from]) continue;
    const text = part.text.slice(from, at);
    runs.push(hits[from] === 1 ? { ...part, text, match: kind } : { ...part, text });
    from = at;
  }
  return runs;
}
