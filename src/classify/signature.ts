/** Compares the signatures of two sentences and names each mark that one side has and the other has not. */
import type { RuleId } from '../model/change.ts';
import { durationsEquivalent } from '../text/durations.ts';
import { type EditSpan, touches } from './edit-spans.ts';
import type { Mark } from './marks.ts';
import type { Regions } from './regions.ts';

export interface ChangedMark {
  readonly side: 'a' | 'b';
  readonly mark: Mark;
  readonly rule: RuleId;
}

export interface Equivalent {
  readonly a: Mark;
  readonly b: Mark;
}

export interface SignatureChange {
  readonly changed: readonly ChangedMark[];
  /** Durations of the same length in another notation. */
  readonly equivalents: readonly Equivalent[];
}

export interface Signatures {
  readonly a: readonly Mark[];
  readonly b: readonly Mark[];
  readonly regions: Regions;
  readonly clusters: readonly (readonly EditSpan[])[];
  /** Whether the other document never says this name. */
  readonly isNew: (side: 'a' | 'b', mark: Mark) => boolean;
  readonly addressRule: (side: 'a' | 'b', mark: Mark) => RuleId;
}

export function compareSignatures(signatures: Signatures): SignatureChange {
  const equivalents: Equivalent[] = [];
  const sorted: Sorted = { ...signatures, marks: sortByOrder(signatures) };
  const changed = [
    ...compareSets(sorted),
    ...compareTotals(sorted),
    ...compareClusters(sorted),
    ...compareLists(sorted, equivalents),
    ...compareNames(sorted),
    ...compareAddresses(sorted),
  ];
  const seen = new Set<Mark>();
  const once = changed.filter(({ mark }) => !seen.has(mark) && seen.add(mark));
  return { changed: once, equivalents };
}

function changedMark(side: 'a' | 'b', mark: Mark): ChangedMark {
  return { side, mark, rule: mark.rule };
}

type Sided = readonly ['a' | 'b', Mark];

interface Sorted extends Signatures {
  /** Those of `a`, then those of `b`. */
  readonly marks: Readonly<Record<Mark['order'], readonly Sided[]>>;
}

function sortByOrder({ a, b }: Signatures): Sorted['marks'] {
  const sorted: Record<Mark['order'], Sided[]> = { set: [], count: [], list: [], name: [], address: [] };
  for (const mark of a) sorted[mark.order].push(['a', mark]);
  for (const mark of b) sorted[mark.order].push(['b', mark]);
  return sorted;
}

/** Concepts of one statement that the same statement of the other side does not name. */
function compareSets(signatures: Sorted): ChangedMark[] {
  const marks = signatures.marks.set;
  const keyOf = (side: 'a' | 'b', mark: Mark): string =>
    `${signatures.regions.statement(side, mark.from)} ${mark.value}`;
  const held = { a: new Set<string>(), b: new Set<string>() };
  for (const [side, mark] of marks) held[side].add(keyOf(side, mark));
  return marks
    .filter(([side, mark]) => !mark.soft && !held[side === 'a' ? 'b' : 'a'].has(keyOf(side, mark)))
    .map(([side, mark]) => changedMark(side, mark));
}

/** Counts over the whole sentence. */
function compareTotals(signatures: Sorted): ChangedMark[] {
  return unbalanced(signatures.marks.count).map(([side, mark]) => changedMark(side, mark));
}

/** Marks whose value one side holds more often than the other allows. */
function unbalanced(marks: readonly Sided[]): Sided[] {
  const hard = { a: new Map<string, number>(), b: new Map<string, number>() };
  const all = { a: new Map<string, number>(), b: new Map<string, number>() };
  for (const [side, mark] of marks) {
    all[side].set(mark.value, (all[side].get(mark.value) ?? 0) + 1);
    if (!mark.soft) hard[side].set(mark.value, (hard[side].get(mark.value) ?? 0) + 1);
  }
  const over = (value: string): boolean =>
    (hard.a.get(value) ?? 0) > (all.b.get(value) ?? 0) || (hard.b.get(value) ?? 0) > (all.a.get(value) ?? 0);
  return marks.filter(([, mark]) => over(mark.value));
}

/**
 * Within one run of edits: a denial or a limit that went or came here, wherever its like stands elsewhere, and
 * concepts put in the place of others.
 */
function compareClusters(signatures: Sorted): ChangedMark[] {
  return signatures.clusters.flatMap((cluster) => {
    const touched = (order: Mark['order']): Sided[] =>
      signatures.marks[order].filter(([side, mark]) => cluster.some((edit) => touches(edit, side, mark)));
    return [...unbalanced(touched('count')), ...replaced([...touched('set'), ...touched('name')])].map(
      ([side, mark]) => changedMark(side, mark),
    );
  });
}

function replaced(marks: readonly Sided[]): Sided[] {
  const hard = marks.filter(([, mark]) => !mark.soft);
  const values = (side: 'a' | 'b'): Set<string> =>
    new Set(hard.filter(([one]) => one === side).map(([, mark]) => mark.value));
  const a = values('a');
  const b = values('b');
  const onlyA = [...a].some((value) => !b.has(value));
  const onlyB = [...b].some((value) => !a.has(value));
  if (!onlyA || !onlyB) return [];
  return hard.filter(([side, mark]) => !(side === 'a' ? b : a).has(mark.value));
}

/** Whether the edit changes the mark's words or puts something between them. */
export function touchesMark(edit: EditSpan, side: 'a' | 'b', mark: Mark): boolean {
  return touches(edit, side, mark) || (mark.also !== undefined && touches(edit, side, mark.also));
}

const listRules = ['duration-changed', 'date-changed', 'number-changed', 'modal-changed'] as const;

/** Values in the order of the sentence, clause by clause; where they differ, those of the edits that differ. */
function compareLists(signatures: Sorted, equivalents: Equivalent[]): ChangedMark[] {
  if (signatures.marks.list.length === 0) return [];
  return listRules.flatMap((rule) => {
    const pick = (side: 'a' | 'b'): Mark[] => signatures[side].filter((mark) => mark.rule === rule);
    const clauseOf = (side: 'a' | 'b', mark: Mark): number => signatures.regions.clause(side, mark.from);
    const same = (x: Mark, y: Mark): boolean => x.value === y.value && clauseOf('a', x) === clauseOf('b', y);
    const rest = withoutCommonEnds(pick('a'), pick('b'), same);
    if (
      rest.a.length === rest.b.length &&
      rest.a.every((x, index) => isNotation(x, rest.b[index], clauseOf))
    ) {
      rest.a.forEach((x, index) => {
        const y = rest.b[index];
        if (y && x.value !== y.value) equivalents.push({ a: x, b: y });
      });
      return [];
    }
    const carried = signatures.clusters.flatMap((cluster) => unequalList(signatures, cluster, rule));
    const changed = carried.length > 0 ? carried : [...sided('a', rest.a), ...sided('b', rest.b)];
    return changed.map(([side, mark]) => changedMark(side, mark));
  });
}

function sided(side: 'a' | 'b', marks: readonly Mark[]): Sided[] {
  return marks.map((mark) => [side, mark]);
}

function isNotation(
  x: Mark,
  y: Mark | undefined,
  clauseOf: (side: 'a' | 'b', mark: Mark) => number,
): boolean {
  if (y === undefined || clauseOf('a', x) !== clauseOf('b', y)) return false;
  if (x.value === y.value) return true;
  return x.duration !== undefined && y.duration !== undefined && durationsEquivalent(x.duration, y.duration);
}

/** The marks that a run of edits touches, where they read differently on the two sides. */
function unequalList(signatures: Sorted, cluster: readonly EditSpan[], rule: RuleId): Sided[] {
  const touched = signatures.marks.list.filter(
    ([side, mark]) => mark.rule === rule && cluster.some((edit) => touchesMark(edit, side, mark)),
  );
  const values = (side: 'a' | 'b'): string =>
    touched
      .filter(([one]) => one === side)
      .map(([, mark]) => mark.value)
      .join(' ');
  return values('a') === values('b') ? [] : touched;
}

function withoutCommonEnds(
  a: readonly Mark[],
  b: readonly Mark[],
  same: (x: Mark, y: Mark) => boolean,
): { a: readonly Mark[]; b: readonly Mark[] } {
  const at = (x: number, y: number): boolean => {
    const [p, q] = [a[x], b[y]];
    return p !== undefined && q !== undefined && same(p, q);
  };
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && at(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && at(a.length - 1 - tail, b.length - 1 - tail)) tail += 1;
  return { a: a.slice(head, a.length - tail), b: b.slice(head, b.length - tail) };
}

function compareNames(signatures: Sorted): ChangedMark[] {
  return signatures.marks.name
    .filter(([side, mark]) => signatures.isNew(side, mark))
    .filter(([side, mark]) =>
      signatures.clusters.some((cluster) => cluster.some((edit) => touchesMark(edit, side, mark))),
    )
    .map(([side, mark]) => changedMark(side, mark));
}

function compareAddresses(signatures: Sorted): ChangedMark[] {
  const marks = signatures.marks.address;
  const held = { a: new Set<string>(), b: new Set<string>() };
  for (const [side, mark] of marks) held[side].add(mark.value);
  return marks
    .filter(([side, mark]) => !held[side === 'a' ? 'b' : 'a'].has(mark.value))
    .map(([side, mark]) => ({ side, mark, rule: signatures.addressRule(side, mark) }));
}
