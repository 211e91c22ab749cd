/** What a template built from portals rests on, place by place, as data. */
import type { InlineText } from '../model/charter.ts';
import type { Election } from './infer-votes.ts';

/** The place, by the words that were taken there. */
export interface Noted {
  readonly what:
    | 'title'
    | 'language'
    | 'block'
    | 'division'
    | 'text'
    | 'caption'
    | 'column'
    | 'head'
    | 'table'
    | 'row'
    | 'cell';
  readonly text: InlineText;
  /** Of a row or cell: what the row is called. */
  readonly row?: string;
  /** Of a cell: the head of its column. */
  readonly column?: string;
}

/**
 * `majority`: most say so, others say otherwise. `tie`: as many say otherwise, and the portal nearest to all others
 * decided. `not-all`: some lack it. `tie-kept`: just as many have it as lack it. `left-out`: fewer than half have it.
 * `variant`: another wording, approved. `other-meaning`: another wording that says another thing, not approved.
 */
export type NoteKind = 'majority' | 'tie' | 'not-all' | 'tie-kept' | 'left-out' | 'variant' | 'other-meaning';

export interface Note extends Noted {
  readonly kind: NoteKind;
  /** Those who say so, or have it. */
  readonly portals: readonly number[];
  /** Those who say otherwise there, or lack it. */
  readonly others: readonly number[];
}

interface Terms {
  /** Every portal that could have it. */
  readonly all: readonly number[];
  readonly note: (note: Note) => unknown;
}

/** Whether half of the portals or more have it; says so where not all do. */
export function holds(about: Noted, portals: readonly number[], { all, note }: Terms): boolean {
  if (portals.length === all.length) return true;
  const own = new Set(portals);
  const others = all.filter((portal) => !own.has(portal));
  const kind =
    portals.length < others.length ? 'left-out' : portals.length === others.length ? 'tie-kept' : 'not-all';
  note({ kind, ...about, portals, others });
  return kind !== 'left-out';
}

/** Says who said otherwise, where anybody did. */
export function noteElection<Value>(
  about: Noted,
  { parties, tied }: Election<Value>,
  note: Terms['note'],
): void {
  const [first = [], ...others] = parties.map(({ ballots }) => ballots.map(({ portal }) => portal));
  if (others.length > 0)
    note({
      kind: tied ? 'tie' : 'majority',
      ...about,
      portals: first,
      others: others.flat().sort((x, y) => x - y),
    });
}
