/** What a request changes in texts, and the drift that it newly leaves open, each with the ruling of the gate. */
import { isOpen, rankOf, usualGate } from '../drift/decisions.ts';
import type { Change, CharterDiff } from '../model/change.ts';
import type { Finding, FindingState } from '../model/drift.ts';
import type { ReviewFinding, ReviewPolicy, Ruling } from '../model/review.ts';
import type { TextReader } from '../text/reader.ts';
import { driftAt } from './associations.ts';
import { isProtectedPlace, judge, needsReason, thresholdOf } from './gate.ts';
import { nameOf, type ReviewText, type Subject } from './material.ts';
import { placeOfChange, placeOfDrift } from './places.ts';
import { textsOf } from './segments.ts';
import type { Standing } from './standing.ts';

/** A finding before it has its name and its reference. */
export type Draft = Omit<ReviewFinding, 'id' | 'reference'> & {
  /** Whole; of the difference from the template. */
  readonly fingerprint?: string;
};

export interface Terms {
  readonly policy: ReviewPolicy;
  readonly existing: boolean;
  readonly reader: TextReader;
}

/** The changes of a text, in reading order. */
export function changeFindings(
  subject: Subject,
  diff: CharterDiff,
  { standing, terms }: { readonly standing: Standing; readonly terms: Terms },
): Draft[] {
  const { before, after } = subject;
  const drift = standing.after?.drift.findings ?? [];
  return diff.changes.map((change): Draft => {
    const place = placeOfChange(change, diff, {
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
    });
    const isProtected = isProtectedPlace(place, change, terms.policy);
    const threshold = thresholdOf(terms.policy, isProtected);
    const there = driftAt(change, drift, terms.reader);
    const left = there.filter((finding) => needsReason(finding.change, threshold, terms.policy));
    const settled = { change, left, isProtected, standing, isTemplate: subject.kind === 'template' };
    const ruling = needsReason(change, threshold, terms.policy) ? rule(settled) : 'below';
    const told = left.find(({ state }) => isOpen(state)) ?? left[0] ?? there[0];
    return {
      kind: 'change',
      rule: change.rule,
      ...judge(change, ruling, { policy: terms.policy, threshold }),
      isNew: true,
      charter: nameOf(subject),
      place,
      class: change.class,
      ...(isProtected ? { isProtected } : {}),
      ...(told ? { fingerprint: told.change.fingerprint } : {}),
      ...(told?.decision ? { decision: told.decision } : {}),
      ...textsOf(change),
      change,
    };
  });
}

interface Settling {
  readonly change: Change;
  /** The drift in its place that needs a reason. */
  readonly left: readonly Finding[];
  readonly isProtected: boolean;
  readonly isTemplate: boolean;
  readonly standing: Standing;
}

function rule({ change, left, isProtected, isTemplate, standing }: Settling): Ruling {
  if (isTemplate) return isProtected ? 'no-ledger' : 'template';
  // Every portal has its own address, so that no template says what it should be.
  if (!standing.after || change.kind === 'variable') return 'no-ledger';
  if (left.length === 0) return standing.isKnown ? 'to-template' : 'no-ledger';
  if (!left.every(({ state }) => state === 'agreed')) return openIn(standing);
  return left.every(({ change: { fingerprint } }) => isDecidedBefore(fingerprint, 'agreed', standing))
    ? 'agreed'
    : 'self-agreed';
}

/** Where no template is named, no reason can be noted. */
function openIn({ after }: Standing): Ruling {
  return after?.nearest ? 'no-ledger' : 'unexplained';
}

/** Where the policy takes the request's own reasons, all are as good. */
function isDecidedBefore(fingerprint: string, state: FindingState, { withoutOwn }: Standing): boolean {
  const ruling = withoutOwn.get(fingerprint);
  return ruling === undefined || ruling.state === state;
}

/** The drift that no change of the text in its place tells, from the weakest class that usually matters. */
export function driftFindings(
  text: Pick<ReviewText, 'file' | 'document' | 'lines'>,
  told: ReadonlySet<string>,
  { standing, terms, isFollower }: DriftTerms,
): Draft[] {
  const { after, fresh } = standing;
  if (!after) return [];
  return after.drift.findings.flatMap((finding): Draft[] => {
    const { change, decision, portal } = finding;
    const isNew = fresh.has(change.fingerprint);
    if (told.has(change.fingerprint) || (!isNew && !isOpen(finding.state))) return [];
    const place = placeOfDrift(change, text, after.template);
    const isProtected = isProtectedPlace(place, change, terms.policy);
    const threshold = thresholdOf(terms.policy, isProtected);
    const wanted = needsReason(change, threshold, terms.policy);
    if (!wanted && (!isNew || rankOf(change.class) < rankOf(usualGate))) return [];
    const ruling = wanted ? ruleDrift(finding, { standing, isFollower, isNew, terms }) : 'below';
    return [
      {
        kind: 'drift',
        rule: change.rule,
        ...judge(change, ruling, { policy: terms.policy, threshold }),
        isNew,
        charter: portal,
        place,
        class: change.class,
        ...(isProtected ? { isProtected } : {}),
        fingerprint: change.fingerprint,
        ...(decision ? { decision } : {}),
        ...textsOf(change),
        change,
      },
    ];
  });
}

interface DriftTerms {
  readonly standing: Standing;
  readonly terms: Terms;
  /** Its text is as before: only its template changed. */
  readonly isFollower: boolean;
}

function ruleDrift(
  { state, change }: Finding,
  { standing, isFollower, isNew, terms }: DriftTerms & { readonly isNew: boolean },
): Ruling {
  if (!isNew && !terms.existing) return 'existing';
  const settled = state === 'agreed' || (state === 'to-fix' && isFollower) ? state : undefined;
  if (!settled) return openIn(standing);
  return isDecidedBefore(change.fingerprint, settled, standing) ? settled : 'self-agreed';
}
