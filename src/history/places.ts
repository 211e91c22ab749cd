/** Where a piece of a text stands in one version, and where it stood in the version before: by fingerprints alone. */
import type { Print, TablePrint } from './prints.ts';

/** A place in one print. */
export type Spot =
  | { readonly kind: 'text'; readonly start: number; readonly length: number }
  | { readonly kind: 'row'; readonly table: number; readonly row: number }
  | { readonly kind: 'cell'; readonly table: number; readonly row: number; readonly column: string }
  | { readonly kind: 'field'; readonly key: string };

/** Finds in the print before what stands at a spot in the later one. */
export type Finder = (spot: Spot) => Spot | undefined;

/** Most versions change one piece: what stands where it stood is found without looking anywhere else. */
export function findEarlier(before: Print, now: Print): Finder {
  const findText = textFinder(before, now);
  const fields = lazily(() => ({ before: new Map(before.fields), now: new Map(now.fields) }));
  const rows = lazily(() => pairRows(before, now));
  function findRow(table: number, row: number): readonly [number, number] | undefined {
    return isSameRow(before, now, [table, row]) ? [table, row] : rows().get(`${table} ${row}`);
  }
  return (spot) => {
    switch (spot.kind) {
      case 'text':
        return findText(spot.start, spot.length);
      case 'field':
        return fields().before.get(spot.key) === fields().now.get(spot.key) ? spot : undefined;
      default: {
        const pair = findRow(spot.table, spot.row);
        if (!pair) return undefined;
        const [table, row] = pair;
        const found: Spot = { ...spot, table, row };
        return spot.kind === 'row' || cellPrint(before, found) === cellPrint(now, spot) ? found : undefined;
      }
    }
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function isSameRow(before: Print, now: Print, [table, row]: readonly [number, number]): boolean {
  const [then, later] = [before.tables[table], now.tables[table]];
  const [cells, own] = [then?.rows[row], later?.rows[row]];
  return (
    cells !== undefined &&
    own !== undefined &&
    isEqualList(then?.columns ?? [], later?.columns ?? []) &&
    isEqualList(cells, own)
  );
}

function isEqualList(one: readonly string[], other: readonly string[]): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

export function cellPrint(print: Print, spot: Spot): string {
  if (spot.kind !== 'cell') return '';
  const table = print.tables[spot.table];
  const at = table?.columns.indexOf(spot.column) ?? -1;
  return table?.rows[spot.row]?.[at] ?? '';
}

/** The text that a sentence belongs to, as an index. */
export function textAt({ texts }: Print, sentence: number): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle]?.[0] ?? 0) <= sentence) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** First sentence of a text and the one after its last. */
export function rangeOf({ texts, sentences }: Print, text: number): readonly [from: number, to: number] {
  return [texts[text]?.[0] ?? sentences.length, texts[text + 1]?.[0] ?? sentences.length];
}

/** Places looked at for one run: a text may hold the same sentence any number of times. */
const mostCandidates = 64;

function textFinder(before: Print, now: Print): (start: number, length: number) => Spot | undefined {
  const places = lazily(() => placesOf(before));
  const held = lazily(() => new Set(now.sentences));
  const claimed = new Set<number>();
  /** How far what was found last stood from where it stands. */
  let shift = 0;
  function fits(at: number, start: number, length: number): boolean {
    if (at < 0 || claimed.has(at) || !isRun(before, at, { now, start, length })) return false;
    return keepsNeighbours({ print: before, start: at }, { print: now, start }, { length, held });
  }
  return (start, length) => {
    const near = fits(start + shift, start, length) ? start + shift : undefined;
    const at = near ?? candidates(places(), now.sentences[start]).find((place) => fits(place, start, length));
    if (at === undefined) return undefined;
    claimed.add(at);
    shift = at - start;
    return { kind: 'text', start: at, length };
  };
}

function placesOf({ sentences }: Print): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  sentences.forEach((sentence, at) => {
    const list = places.get(sentence);
    if (list) list.push(at);
    else places.set(sentence, [at]);
  });
  return places;
}

function candidates(
  places: ReadonlyMap<string, readonly number[]>,
  sentence: string | undefined,
): readonly number[] {
  return (places.get(sentence ?? '') ?? []).slice(0, mostCandidates);
}

interface Run {
  readonly now: Print;
  readonly start: number;
  readonly length: number;
}

function isRun(before: Print, at: number, { now, start, length }: Run): boolean {
  for (let index = 0; index < length; index += 1)
    if (before.sentences[at + index] !== now.sentences[start + index]) return false;
  return true;
}

interface Place {
  readonly print: Print;
  readonly start: number;
}

/**
 * Whether nothing was struck off the ends of a text: what stood beside the run in its text before stands in the later
 * version too, as after a split, or the later text has something else in its place.
 */
function keepsNeighbours(
  before: Place,
  now: Place,
  { length, held }: { readonly length: number; readonly held: () => ReadonlySet<string> },
): boolean {
  const then = neighbours(before, length);
  const later = neighbours(now, length);
  const kept = (list: readonly string[]): boolean =>
    list.length === 0 || list.every((sentence) => held().has(sentence));
  return (later.before.length > 0 || kept(then.before)) && (later.after.length > 0 || kept(then.after));
}

function neighbours(
  { print, start }: Place,
  length: number,
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const [from] = rangeOf(print, textAt(print, start));
  const [, to] = rangeOf(print, textAt(print, start + length - 1));
  return {
    before: print.sentences.slice(from, start),
    after: print.sentences.slice(start + length, to),
  };
}

/** The rows of the later print with their counterparts: equal ones first, then by name and provider, then by name. */
function pairRows(before: Print, now: Print): ReadonlyMap<string, readonly [number, number]> {
  const pairs = new Map<string, readonly [number, number]>();
  const taken = new Set<string>();
  for (const keyOf of [wholeRow, nameAndProvider, nameOnly]) {
    const free = new Map<string, (readonly [number, number])[]>();
    eachRow(before, (place, table) => {
      const key = keyOf(table, place[1]);
      if (key === undefined || taken.has(place.join(' '))) return;
      const list = free.get(key);
      if (list) list.push(place);
      else free.set(key, [place]);
    });
    for (const list of free.values()) list.reverse();
    eachRow(now, (place, table) => {
      const key = keyOf(table, place[1]);
      if (key === undefined || pairs.has(place.join(' '))) return;
      const found = free.get(key)?.pop();
      if (!found) return;
      pairs.set(place.join(' '), found);
      taken.add(found.join(' '));
    });
  }
  return pairs;
}

function eachRow(print: Print, visit: (place: readonly [number, number], table: TablePrint) => void): void {
  print.tables.forEach((table, at) => {
    for (let row = 0; row < table.rows.length; row += 1) visit([at, row], table);
  });
}

function wholeRow({ columns, rows }: TablePrint, row: number): string {
  return `${columns.join(' ')}\n${rows[row]?.join(' ') ?? ''}`;
}

function nameAndProvider(table: TablePrint, row: number): string | undefined {
  const name = nameOnly(table, row);
  return name === undefined ? undefined : `${name} ${cellOf(table, row, 'provider')}`;
}

function nameOnly(table: TablePrint, row: number): string | undefined {
  return cellOf(table, row, 'name') || undefined;
}

function cellOf({ columns, rows }: TablePrint, row: number, column: string): string {
  return rows[row]?.[columns.indexOf(column)] ?? '';
}
