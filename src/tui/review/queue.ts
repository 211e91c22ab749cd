/** The queue of a review: decisions first, then findings, the most dangerous first; what its reader has viewed and wants to see. */
import { type ChangeClass, changeClasses } from '../../model/charter.ts';
import type { ClassCounts } from '../../model/drift.ts';
import type { DriftEffect, Review, ReviewedDecision, ReviewFinding } from '../../model/review.ts';
import { partsOfReview } from '../../present/review-view.ts';
import type { Place } from '../state.ts';

/** What the command that opens the screen has read. */
export interface ReviewSession {
  readonly review: Review;
  /** Ids of findings and decisions that this reader has viewed before, as they are now. */
  readonly viewed: ReadonlySet<string>;
  /** True where the request is what the work tree holds, so that reasons can be written there. */
  readonly here: boolean;
  /** Ids of findings whose reason stands in the work tree, though not in the request. */
  readonly accepted: ReadonlySet<string>;
}

/** What is shown of the queue. */
export interface QueueWishes {
  readonly classes: ReadonlySet<ChangeClass>;
  /** Only what is not viewed yet. */
  readonly unviewed: boolean;
  /** Only what keeps the request from being merged. */
  readonly failing: boolean;
  /** Only what is about this charter. */
  readonly charter?: string;
  /** What passes without a word is told as a count. */
  readonly folded: boolean;
}

export type QueuePart = 'decisions' | 'failing' | 'warnings' | 'others' | 'drift';

export interface FindingItem {
  readonly kind: 'finding';
  readonly id: string;
  /** Several where charters change alike; the first is shown. */
  readonly findings: readonly [ReviewFinding, ...ReviewFinding[]];
}

export interface DecisionItem {
  readonly kind: 'decision';
  readonly id: string;
  readonly decided: ReviewedDecision;
}

export type QueueItem =
  | FindingItem
  | DecisionItem
  | { readonly kind: 'heading'; readonly part: QueuePart }
  | { readonly kind: 'folded'; readonly counts: ClassCounts; readonly older: number }
  | { readonly kind: 'effect'; readonly effect: DriftEffect }
  /** Nothing to list: there is nothing, or the filter hides it all. */
  | { readonly kind: 'none'; readonly filtered: boolean };

/** What can be viewed. */
export type Viewable = FindingItem | DecisionItem;

export interface Queue extends ReviewSession {
  readonly wishes: QueueWishes;
  readonly shown: readonly QueueItem[];
  /** All that could be viewed, whatever the filter hides. */
  readonly all: readonly Viewable[];
  /** `at` is the index in `shown`. */
  readonly place: Place;
  /** The reader's place on the screen of one item. */
  readonly detail: Place;
  /** True while a reason is being written. */
  readonly writing?: true;
}

const start: Place = { at: 0, portion: 0, lead: 0 };

const everything: QueueWishes = {
  classes: new Set(changeClasses),
  unviewed: false,
  failing: false,
  folded: true,
};

export function openQueue(session: ReviewSession): Queue {
  const bare: Queue = {
    ...session,
    wishes: everything,
    shown: [],
    all: [],
    place: start,
    detail: start,
  };
  const queue = reshowQueue(bare);
  const first = queue.shown.findIndex(isViewable);
  return { ...queue, place: { ...start, at: Math.max(0, first), lead: Math.max(0, first) } };
}

/** Worked out anew; the cursor stays on its item where it is still there, else near to where it was. */
export function reshowQueue(queue: Queue, wishes: Partial<QueueWishes> = {}): Queue {
  const here = queue.shown[queue.place.at];
  const wished = { ...queue.wishes, ...wishes };
  const next = { ...queue, wishes: wished };
  const shown = itemsOf(next);
  const found = here && isViewable(here) ? indexOf(shown, here.id) : -1;
  const last = Math.max(0, shown.length - 1);
  const near = nearestViewable(shown, Math.min(queue.place.at, last));
  const at = found >= 0 ? found : near;
  const all = itemsOf({ ...next, wishes: { ...everything, folded: wished.folded } }).filter(isViewable);
  return { ...next, shown, all, place: { ...queue.place, at, portion: 0 } };
}

function nearestViewable(shown: readonly QueueItem[], from: number): number {
  const after = shown.findIndex((item, at) => at >= from && isViewable(item));
  if (after >= 0) return after;
  const before = shown.findLastIndex((item, at) => at < from && isViewable(item));
  return before >= 0 ? before : from;
}

export function isViewable(item: QueueItem): item is Viewable {
  return item.kind === 'finding' || item.kind === 'decision';
}

export function indexOf(shown: readonly QueueItem[], id: string): number {
  return shown.findIndex((item) => isViewable(item) && item.id === id);
}

export function itemHere(queue: Queue | undefined): Viewable | undefined {
  const item = queue?.shown[queue.place.at];
  return item && isViewable(item) ? item : undefined;
}

export function charterOf(item: Viewable): string | undefined {
  return item.kind === 'decision' ? item.decided.portal : item.findings[0].charter;
}

/** Whether it has a place in the two versions of its charter. */
export function hasPlace(item: Viewable, { review }: Pick<Queue, 'review'>): boolean {
  if (item.kind === 'finding' && (item.findings[0].kind !== 'change' || !item.findings[0].change))
    return false;
  const charter = charterOf(item);
  return review.charters.some((one) => one.charter === charter && one.comparison !== undefined);
}

/** Ids under which it is remembered whether they were viewed. */
export function idsOf(item: Viewable): readonly string[] {
  return item.kind === 'decision' ? [item.id] : item.findings.map(({ id }) => id);
}

export function isViewed(item: Viewable, { viewed }: Pick<Queue, 'viewed'>): boolean {
  return idsOf(item).every((id) => viewed.has(id));
}

export function isFiltered({ wishes }: Queue): boolean {
  return (
    wishes.unviewed ||
    wishes.failing ||
    wishes.charter !== undefined ||
    wishes.classes.size < changeClasses.length
  );
}

/** In the order in which they are told. */
function itemsOf(queue: Queue): QueueItem[] {
  const { review, wishes } = queue;
  const parts = partsOfReview(review, !wishes.folded);
  const decisions = review.decisions
    .map((decided): DecisionItem => ({ kind: 'decision', id: decided.id, decided }))
    .filter((item) => isWanted(item, queue));
  const listed = [
    ...withHeading('decisions', decisions),
    ...withHeading('failing', findingItems(parts.failing, queue)),
    ...withHeading('warnings', findingItems(parts.warnings, queue)),
    ...withHeading('others', findingItems(parts.others, queue)),
  ];
  const folded = changeClasses.some((level) => parts.folded[level] > 0) || parts.older > 0;
  const filtered = isFiltered(queue);
  const effects = filtered ? [] : review.drift.map((effect): QueueItem => ({ kind: 'effect', effect }));
  return [
    ...(listed.length === 0 && (filtered || !folded) ? [{ kind: 'none' as const, filtered }] : []),
    ...listed,
    ...(folded && !filtered ? [{ kind: 'folded' as const, counts: parts.folded, older: parts.older }] : []),
    ...withHeading('drift', effects),
  ];
}

function withHeading(part: QueuePart, items: readonly QueueItem[]): QueueItem[] {
  return items.length === 0 ? [] : [{ kind: 'heading', part }, ...items];
}

/** Charters that change alike are one item. */
function findingItems(findings: readonly ReviewFinding[], queue: Queue): FindingItem[] {
  const groups = new Map<string, [ReviewFinding, ...ReviewFinding[]]>();
  for (const finding of findings) {
    if (!isWantedFinding(finding, queue.wishes)) continue;
    const key = groupKey(finding);
    const known = groups.get(key);
    if (known) known.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()]
    .map((group): FindingItem => ({ kind: 'finding', id: group[0].id, findings: group }))
    .filter((item) => isWanted(item, queue));
}

function groupKey({ id, kind, change, ruling, isProtected }: ReviewFinding): string {
  return change ? [kind, change.fingerprint, ruling, isProtected === true].join(' ') : id;
}

function isWantedFinding(finding: ReviewFinding, { classes, failing, charter }: QueueWishes): boolean {
  if (failing && !finding.fails) return false;
  if (charter !== undefined && finding.charter !== charter) return false;
  return finding.class === undefined || classes.has(finding.class);
}

/** Decisions are never hidden for their class. */
function isWanted(item: Viewable, queue: Queue): boolean {
  const { unviewed, charter } = queue.wishes;
  if (unviewed && isViewed(item, queue)) return false;
  return charter === undefined || charterOf(item) === charter;
}
