/** Which decisions on drift a request makes, alters, takes out, or leaves without effect. */

import { isOpen } from '../drift/decisions.ts';
import type { CharterDocument, Decision } from '../model/charter.ts';
import type { ReviewedDecision, ReviewFinding, ReviewPolicy } from '../model/review.ts';
import type { ReviewText, Subject } from './material.ts';
import type { Standing } from './standing.ts';

/** Before anything is known of who did it. */
export type DecisionChange = Pick<ReviewedDecision, 'what' | 'decision' | 'previous' | 'portal'>;

/** By reference, in the order of the files; of what could not be read before, all are taken for new. */
export function decisionChanges({ before, after }: Pick<Subject, 'before' | 'after'>): DecisionChange[] {
  const [then, now] = [decisionsOf(before), decisionsOf(after)];
  const portal = (after?.document ?? before?.document)?.id ?? '';
  const known = new Map(then.map((decision) => [decision.reference, decision]));
  const kept = new Set(now.map(({ reference }) => reference));
  return [
    ...now.flatMap((decision): DecisionChange[] => {
      const previous = known.get(decision.reference);
      if (!previous) return [{ what: 'made', portal, decision }];
      return JSON.stringify(previous) === JSON.stringify(decision)
        ? []
        : [{ what: 'altered', portal, decision, previous }];
    }),
    // A charter that goes takes its decisions with it.
    ...then
      .filter(({ reference }) => after?.document && !kept.has(reference))
      .map((decision): DecisionChange => ({ what: 'removed', portal, decision })),
  ];
}

function decisionsOf(text: ReviewText | undefined): readonly Decision[] {
  const document: CharterDocument | undefined = text?.document;
  return document?.kind === 'charter' ? document.decisions : [];
}

/** Names who made a decision, among all that one request changes. */
export function authorKey({
  portal,
  decision: { reference },
}: Pick<DecisionChange, 'portal' | 'decision'>): string {
  return `${portal} ${reference}`;
}

export interface DecisionTerms {
  readonly standing: Standing;
  readonly policy: ReviewPolicy;
  readonly authors: ReadonlyMap<string, NonNullable<ReviewedDecision['author']>>;
  readonly findings: readonly ReviewFinding[];
}

export function reviewedDecisions(subject: Subject, terms: DecisionTerms): ReviewedDecision[] {
  const changed = decisionChanges(subject);
  const told = new Set(changed.map(({ decision }) => decision.reference));
  return [
    ...changed.map((change) => complete(change, subject, terms)),
    ...lapsedIn(terms.standing)
      .filter(({ reference }) => !told.has(reference))
      .map((decision) =>
        complete(
          { what: 'lapsed', decision, portal: terms.standing.after?.charter.id ?? '' },
          subject,
          terms,
        ),
      ),
  ];
}

function complete(change: DecisionChange, subject: Subject, terms: DecisionTerms): ReviewedDecision {
  const { decision, portal, what } = change;
  const author = what === 'lapsed' ? undefined : terms.authors.get(authorKey(change));
  const why = what === 'removed' ? undefined : whyOf(decision, terms.standing);
  const own = what === 'made' || what === 'altered';
  return {
    id: `${what} ${portal} ${decision.reference}`,
    ...change,
    place: placeOf(decision, subject),
    ...(author ? { author } : {}),
    counts: !own || terms.policy.selfAccept === 'allow',
    ...(why ? { why } : {}),
    covers: terms.findings
      .filter((finding) => finding.charter === portal && finding.decision?.reference === decision.reference)
      .map(({ id }) => id),
  };
}

function placeOf({ reference }: Decision, { before, after }: Subject): ReviewedDecision['place'] {
  for (const text of [after, before]) {
    const index = decisionsOf(text).findIndex((one) => one.reference === reference);
    const line = text?.lines.get(`/decisions/${index}`);
    if (text && index >= 0) return { file: text.file, ...(line === undefined ? {} : { line }) };
  }
  return { file: (after ?? before)?.file ?? '' };
}

/** Why a decision covers nothing afterwards. */
function whyOf(decision: Decision, { after }: Standing): ReviewedDecision['why'] {
  const stale = after?.drift.stale.find((one) => one.decision.reference === decision.reference);
  if (stale) return stale.why;
  return after?.drift.findings.find((finding) => finding.decision?.reference === decision.reference)?.lapse;
}

/** Decisions that covered something before, and cover nothing any more. */
function lapsedIn({ before, after }: Standing): Decision[] {
  const covered = (before?.drift.findings ?? []).flatMap(({ state, decision }) =>
    decision && !isOpen(state) ? [decision] : [],
  );
  const still = new Set(
    (after?.drift.findings ?? []).flatMap(({ state, decision }) =>
      decision && !isOpen(state) ? [decision.reference] : [],
    ),
  );
  const kept = new Set(after?.charter.decisions.map(({ reference }) => reference));
  return covered.filter(({ reference }) => kept.has(reference) && !still.has(reference));
}
