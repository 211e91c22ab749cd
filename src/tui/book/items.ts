/**
 * A comparison as one list in reading order: notices, values, fields and body for the text screen, then tables. An
 * item's index is its ordinal, which stays the same whatever is folded, filtered or resized.
 */
import type { Change, Step } from '../../model/change.ts';
import type { CharterDocument } from '../../model/charter.ts';
import { hasVersionLines } from '../../present/diff-header.ts';
import type { DiffView } from '../../present/diff-view.ts';
import { findSections } from '../../present/section-finder.ts';
import { rowItems } from './row-items.ts';

export type Item =
  /** Which versions are compared; at the top of either screen. */
  | { readonly kind: 'versions' }
  | { readonly kind: 'notice'; readonly notice: number }
  | { readonly kind: 'heading'; readonly group: number }
  | { readonly kind: 'change'; readonly change: number }
  /** Block indexes in each body. */
  | { readonly kind: 'same'; readonly a: number; readonly b: number }
  /** The place of a table in the text. */
  | { readonly kind: 'table'; readonly pair: number }
  /** A row of a table of either side, with its changes in reading order. */
  | RowItem;

export interface RowItem {
  readonly kind: 'row';
  readonly pair: number;
  readonly a?: number;
  readonly b?: number;
  readonly changes: readonly number[];
}

/** A run of items under one heading: what the outline lists. */
export type Group = { readonly at: number } & (
  | { readonly kind: 'values' }
  | { readonly kind: 'field'; readonly field: string }
  /** Index into the diff's sections, -1 before the first. */
  | { readonly kind: 'section'; readonly section: number }
  | { readonly kind: 'table'; readonly pair: number }
);

export interface ItemList {
  readonly items: readonly Item[];
  readonly groups: readonly Group[];
  /** Ordinal of the first item of the table screen. */
  readonly tablesAt: number;
  /** Ordinal by change. */
  readonly changeAt: readonly number[];
  /** Changes in reading order. */
  readonly order: readonly number[];
  /** Ordinals of what is never folded, rising. */
  readonly lone: readonly number[];
}

type GroupKind =
  | { readonly kind: 'values' }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'section'; readonly section: number }
  | { readonly kind: 'table'; readonly pair: number };

interface Draft {
  readonly items: Item[];
  readonly groups: Group[];
}

export function itemsOf(view: DiffView): ItemList {
  const draft: Draft = { items: [], groups: [] };
  const versions: readonly Item[] = hasVersionLines(view) ? [{ kind: 'versions' }] : [];
  draft.items.push(...versions);
  view.diff.notices.forEach((_, notice) => {
    draft.items.push({ kind: 'notice', notice });
  });
  const inBody = new Set(view.diff.steps.flatMap((step) => (step.kind === 'change' ? [step.change] : [])));
  addLeading(draft, view, inBody);
  addBody(draft, view);
  const tablesAt = draft.items.length;
  if (view.diff.tables.length > 0) draft.items.push(...versions);
  view.diff.tables.forEach((_, pair) => {
    openGroup(draft, { kind: 'table', pair });
    draft.items.push(...rowItems(view, pair));
  });
  addHomeless(draft, view.diff.changes.length);
  const changeAt = placesOf(draft.items, view.diff.changes.length);
  return {
    ...draft,
    tablesAt,
    changeAt,
    order: changeAt
      .map((_, change) => change)
      .sort((x, y) => (changeAt[x] ?? 0) - (changeAt[y] ?? 0) || x - y),
    lone: draft.items.flatMap(({ kind }, at) => (neverFolded.has(kind) ? [at] : [])),
  };
}

const neverFolded: ReadonlySet<Item['kind']> = new Set(['versions', 'notice', 'table']);

/** The portal's own values under one heading, then each field under its own. */
function addLeading(draft: Draft, { diff }: DiffView, inBody: ReadonlySet<number>): void {
  const outside = diff.changes.flatMap((change, index) =>
    inBody.has(index) || isInTable(change) ? [] : [index],
  );
  const values = outside.filter((index) => diff.changes[index]?.kind === 'variable');
  if (values.length > 0) openGroup(draft, { kind: 'values' });
  for (const change of values) draft.items.push({ kind: 'change', change });
  for (const index of outside) {
    const change = diff.changes[index];
    if (!change || change.kind === 'variable') continue;
    const field = change.address.b?.column ?? change.address.a?.column ?? 'title';
    openGroup(draft, { kind: 'field', field });
    draft.items.push({ kind: 'change', change: index });
  }
}

function isInTable({ address: { a, b } }: Change): boolean {
  return a?.table !== undefined || b?.table !== undefined;
}

function openGroup(draft: Draft, group: GroupKind): void {
  draft.items.push({ kind: 'heading', group: draft.groups.length });
  draft.groups.push({ ...group, at: draft.items.length - 1 });
}

/** The steps in their order, with each table where it stands in `b`, or in `a` where `b` has none. */
function addBody(draft: Draft, view: DiffView): void {
  const finder = findSections(view.diff);
  const tables = tablePlaces(view);
  let section: number | undefined;
  let next = 0;
  const enter = (wanted: number): void => {
    if (section !== wanted) openGroup(draft, { kind: 'section', section: wanted });
    section = wanted;
  };
  const addTables = (isDue: (place: TablePlace) => boolean): void => {
    for (let place = tables[next]; place && isDue(place); place = tables[next]) {
      enter(section ?? finder.ofBlock(place.side, place.block));
      draft.items.push({ kind: 'table', pair: place.pair });
      next += 1;
    }
  };
  for (const step of view.diff.steps) {
    const blocks = blocksOf(step, view.diff.changes);
    addTables(({ side, block }) => (blocks[side] ?? -1) > block);
    if (step.kind === 'same') {
      enter(finder.ofBlock('b', step.b));
      draft.items.push(step);
      continue;
    }
    const change = view.diff.changes[step.change];
    enter(change ? finder.ofChange(change) : -1);
    draft.items.push({ kind: 'change', change: step.change });
  }
  addTables(() => true);
}

interface TablePlace {
  readonly side: 'a' | 'b';
  readonly block: number;
  readonly pair: number;
}

function tablePlaces({ diff, a, b }: DiffView): TablePlace[] {
  const places = { a: tableBlocks(a), b: tableBlocks(b) };
  const found = diff.tables.map((table, pair): TablePlace => {
    const inB = table.b === undefined ? undefined : places.b.get(table.b);
    if (inB !== undefined) return { side: 'b', block: inB, pair };
    const inA = table.a === undefined ? undefined : places.a.get(table.a);
    // A table that no body mentions stands at the end.
    return { side: 'a', block: inA ?? Number.POSITIVE_INFINITY, pair };
  });
  return found.sort((x, y) => x.block - y.block);
}

function tableBlocks({ body }: CharterDocument): Map<string, number> {
  return new Map(
    body.flatMap((block, at): [string, number][] => (block.role === 'table' ? [[block.table, at]] : [])),
  );
}

function blocksOf(step: Step, changes: readonly Change[]): { readonly a?: number; readonly b?: number } {
  if (step.kind === 'same') return step;
  const { a, b } = changes[step.change]?.address ?? {};
  return {
    ...(a?.block === undefined ? {} : { a: a.block }),
    ...(b?.block === undefined ? {} : { b: b.block }),
  };
}

/** A change that no item holds yet stands at the end: none may be out of reach. */
function addHomeless(draft: Draft, changes: number): void {
  placesOf(draft.items, changes).forEach((at, change) => {
    if (at < 0) draft.items.push({ kind: 'change', change });
  });
}

function placesOf(items: readonly Item[], changes: number): number[] {
  const places = new Array<number>(changes).fill(-1);
  items.forEach((item, at) => {
    if (item.kind === 'change') places[item.change] = at;
    if (item.kind === 'row') for (const change of item.changes) places[change] = at;
  });
  return places;
}

/** The changes of an item. */
export function changesOf(item: Item | undefined): readonly number[] {
  if (item?.kind === 'change') return [item.change];
  return item?.kind === 'row' ? item.changes : [];
}
