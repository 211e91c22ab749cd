/** Sessions from what a command has read: comparisons already made, or charters to compare with their template later. */
import type { Charter } from '../model/charter.ts';
import type { Review } from '../model/review.ts';
import { countRows } from '../present/diff-header.ts';
import { type DiffView, sideName } from '../present/diff-view.ts';
import { templateName } from '../present/drift-view.ts';
import type { DriftSession } from './drift/board.ts';
import type { ReviewSession } from './review/queue.ts';
import type { Entry, Session } from './state.ts';

export function sessionOfViews(views: readonly DiffView[]): Session {
  return { kind: 'diff', entries: views.map(entryOfView) };
}

/** One entry a charter; its comparison with its template is asked for by `load` when it comes into view. */
export function sessionOfCharters(charters: readonly Charter[]): Session {
  return { kind: 'charters', entries: charters.map(entryOfCharter) };
}

/** The versions of the charters, or of all where none is named. */
export function sessionOfHistory(charters: readonly string[]): Session {
  return { kind: 'history', entries: [], charters };
}

/** Where the words of the charter come from. */
export function sessionOfBlame(charter: string): Session {
  return { kind: 'blame', entries: [], charters: [charter] };
}

/** The matrix of what was read; a portal's comparison with its template is asked for by `load` when it is opened. */
export function sessionOfDrift(drift: DriftSession): Session {
  return { kind: 'drift', entries: entriesOfDrift(drift), drift };
}

/** The queue of a request; its charters' two versions are there already. */
export function sessionOfReview(review: ReviewSession): Session {
  const entries = review.review.charters.flatMap(({ charter, comparison }): Entry[] =>
    comparison ? [{ ...entryOfView(named(comparison, review.review)), name: charter }] : [],
  );
  return { kind: 'review', entries, review };
}

/** Its sides as the reader named the two states. */
function named(view: DiffView, { base, head }: Review): DiffView {
  const { a, b } = view.diff;
  const diff = { ...view.diff, a: { ...a, revision: base.revision }, b: { ...b, revision: head.revision } };
  return { ...view, diff };
}

/** One a portal, in the order of the templates and their rows. */
export function entriesOfDrift({ views }: Pick<DriftSession, 'views'>): Entry[] {
  return views.flatMap((view) =>
    view.drift.portals.map(
      ({ portal }): Entry => ({ name: portal, template: templateName(view), comparable: true }),
    ),
  );
}

function entryOfView(view: DiffView): Entry {
  const [a, b] = [sideName(view.diff.a), sideName(view.diff.b)];
  const { captured } = (view.b.kind === 'charter' ? view.b.source : undefined) ?? {};
  return {
    name: a === b ? a : `${a} → ${b}`,
    language: view.b.language,
    cookies: countRows(view.b),
    comparable: true,
    view,
    ...(view.diff.b.template === undefined ? {} : { template: view.diff.b.template }),
    ...(captured === undefined ? {} : { captured }),
  };
}

function entryOfCharter(charter: Charter): Entry {
  const { template, source } = charter;
  return {
    name: charter.id,
    language: charter.language,
    cookies: countRows(charter),
    comparable: template !== undefined,
    ...(template === undefined ? {} : { template }),
    ...(source === undefined ? {} : { captured: source.captured }),
  };
}
