/** Puts a review together: compares every text that a request touches, holds it against the policy, and gives the verdict. */
import { hash } from 'node:crypto';
import { type Comparer, createComparer } from '../history/comparison.ts';
import type { Summary } from '../model/change.ts';
import { type ChangeClass, changeClasses, type Day } from '../model/charter.ts';
import type { VersionDiff } from '../model/log.ts';
import type {
  DriftEffect,
  RequestKind,
  Review,
  ReviewedCharter,
  ReviewedDecision,
  ReviewedStatus,
  ReviewFinding,
} from '../model/review.ts';
import { createReader } from '../text/reader.ts';
import { referenceDigits } from '../text/references.ts';
import { type DecisionTerms, reviewedDecisions } from './decision-changes.ts';
import { driftEffect } from './drift-effects.ts';
import { problemFindings, requestFindings, subjectFindings } from './file-findings.ts';
import { byDanger } from './gate.ts';
import { charterName, type Follower, type Material, nameOf, type Subject } from './material.ts';
import { NearestTemplates, type Standing, standingOf } from './standing.ts';
import { changeFindings, type Draft, driftFindings, type Terms } from './text-findings.ts';
import { verdictOf } from './verdict.ts';

/** What becomes of one charter or template. */
interface Part {
  readonly subject?: Subject;
  readonly charter?: ReviewedCharter;
  readonly standing: Standing;
  readonly effect?: DriftEffect;
  readonly drafts: readonly Draft[];
}

export function reviewOf(material: Material): Review {
  const parts = partsOf(material);
  const drafts = [...requestFindings(material), ...parts.flatMap((part) => part.drafts)];
  const findings = nameAll(drafts).sort(byDanger);
  const charters = parts.flatMap(({ charter }) => charter ?? []).sort(byName);
  const decisions = parts.flatMap((part) => decisionsIn(part, findings, material)).sort(madeFirst);
  const { base, mergeBase, head, merge, policy } = material;
  const records = charters.filter(({ origin }) => origin === 'record');
  const effects = parts.flatMap(({ effect }) => effect ?? []);
  return {
    request: requestOf(charters, { decisions, settings: material.settings !== undefined }),
    observed: daysOf(records),
    ...{ base, mergeBase, head, merge, policy },
    verdict: verdictOf(findings),
    summary: sumOf(charters),
    findings,
    decisions,
    drift: effects.sort(fartherFirst),
    charters,
  };
}

function partsOf(material: Material): Part[] {
  const { standards, policy, today, existing, subjects, followers } = material;
  const reader = createReader({ shared: true });
  const compare = createComparer({
    // Sections are called as in the base, which may protect them.
    template: (id) => standards.before.templates.get(id) ?? standards.after.templates.get(id),
  });
  const terms: Terms = { policy: policy.policy, existing, reader };
  const nearest = new NearestTemplates(standards.before);
  const held = { standards, today, policy: policy.policy, reader, nearest };
  const touched = new Set(subjects.filter(({ kind }) => kind === 'template').map(nameOf));
  const work: Work = { material, terms, compare, touched };
  return [
    ...subjects.map((subject) =>
      partOf(subject, standingOf(subject.before?.document, subject.after?.document, held), work),
    ),
    ...followers.map((follower) =>
      followerPart(follower, standingOf(follower.charter, follower.charter, held), terms),
    ),
  ];
}

interface Work {
  readonly material: Material;
  readonly terms: Terms;
  readonly compare: Comparer;
  /** Names of the templates that the request touches. */
  readonly touched: ReadonlySet<string>;
}

function partOf(subject: Subject, standing: Standing, { material, terms, compare, touched }: Work): Part {
  const { before, after } = subject;
  const comparison = compareTexts(subject, compare);
  const changes = comparison ? changeFindings(subject, comparison.diff, { standing, terms }) : [];
  const told = new Set(changes.flatMap(({ fingerprint }) => fingerprint ?? []));
  const isSame = before !== undefined && comparison?.diff.changes.length === 0;
  const drift = after ? driftFindings(after, told, { standing, terms, isFollower: isSame }) : [];
  const byTemplate = touched.has(`template:${standing.after?.template.id ?? ''}`);
  const effect = driftEffect(standing, isSame ? 'template' : byTemplate ? 'both' : 'charter');
  return {
    subject,
    standing,
    charter: reviewedCharter(subject, comparison),
    ...(effect ? { effect } : {}),
    drafts: [
      ...subjectFindings(subject, { ...material, policy: terms.policy, standing }),
      ...changes,
      ...drift,
      ...problemFindings(subject, terms),
    ],
  };
}

function followerPart({ file, charter, lines }: Follower, standing: Standing, terms: Terms): Part {
  const effect = driftEffect(standing, 'template');
  const text = { file, document: charter, lines };
  return {
    standing,
    ...(effect ? { effect } : {}),
    drafts: driftFindings(text, new Set(), {
      standing,
      terms: { ...terms, existing: false },
      isFollower: true,
    }).filter(({ isNew }) => isNew),
  };
}

function compareTexts({ before, after }: Subject, compare: Comparer): VersionDiff | undefined {
  if (!before?.document || !after?.document) return undefined;
  return compare(
    { document: before.document, file: before.file, revision: 'base' },
    { document: after.document, file: after.file, revision: 'head' },
  );
}

function reviewedCharter(subject: Subject, comparison: VersionDiff | undefined): ReviewedCharter {
  const { kind, before, after, origin, capture } = subject;
  const former = before && after ? formerOf(before, after) : undefined;
  return {
    charter: nameOf(subject),
    kind,
    status: statusOf(subject, comparison, former !== undefined),
    file: (after ?? before)?.file ?? '',
    ...(former ? { former } : {}),
    ...(origin ? { origin } : {}),
    ...(capture ? { capture } : {}),
    summary: comparison?.diff.summary ?? none,
    ...(comparison ? { comparison } : loneText(subject)),
  };
}

function loneText({ before, after }: Subject): Pick<ReviewedCharter, 'alone' | 'unread'> {
  const document = after?.document ?? before?.document;
  const side = after?.document ? 'after' : 'before';
  return {
    ...(document ? { alone: { side, document } } : {}),
    ...(after?.unread === undefined ? {} : { unread: after.unread }),
  };
}

const none: Summary = { variable: 0, typographic: 0, wording: 0, substantive: 0 };

function formerOf(
  { file, document }: NonNullable<Subject['before']>,
  after: NonNullable<Subject['after']>,
): ReviewedCharter['former'] {
  const [then, now] = [document, after.document];
  if (file === after.file && (!then || !now || then.id === now.id)) return undefined;
  return { charter: then ? charterName(then) : file, file };
}

function statusOf(
  { before, after }: Subject,
  comparison: VersionDiff | undefined,
  isRenamed: boolean,
): ReviewedStatus {
  if (!after) return 'removed';
  if (!after.document) return 'unreadable';
  if (!before) return 'added';
  if (!before.document) return 'mended';
  if (isRenamed) return 'renamed';
  return comparison?.diff.changes.length === 0 ? 'same' : 'changed';
}

/** Every finding gets an id, and those that can be decided a reference that tells them apart. */
function nameAll(drafts: readonly Draft[]): ReviewFinding[] {
  const digits = referenceDigits(drafts.flatMap(({ fingerprint }) => fingerprint ?? []));
  const seen = new Map<string, number>();
  return drafts.map(({ fingerprint, ...draft }): ReviewFinding => {
    const { kind, rule, charter, change, place, problem, values } = draft;
    const what = change?.fingerprint ?? [place.file, problem?.values ?? values];
    const identity = JSON.stringify([kind, rule, charter, what]);
    const occurrence = seen.get(identity) ?? 0;
    seen.set(identity, occurrence + 1);
    return {
      id: hash('sha256', `${identity}\n${occurrence}`),
      ...draft,
      ...(fingerprint === undefined ? {} : { reference: fingerprint.slice(0, digits) }),
    };
  });
}

function decisionsIn(
  { subject, standing }: Part,
  findings: readonly ReviewFinding[],
  { policy, authors }: Material,
): ReviewedDecision[] {
  if (!subject) return [];
  const terms: DecisionTerms = { standing, policy: policy.policy, authors, findings };
  return reviewedDecisions(subject, terms);
}

function requestOf(
  charters: readonly ReviewedCharter[],
  { decisions, settings }: { readonly decisions: readonly ReviewedDecision[]; readonly settings: boolean },
): RequestKind {
  const origins = new Set(
    charters.flatMap(({ kind, origin }) => (kind === 'template' ? 'proposal' : (origin ?? []))),
  );
  if (origins.has('edited') || (origins.has('record') && origins.has('proposal'))) return 'mixed';
  if (origins.has('record')) return 'record';
  if (origins.has('proposal')) return 'proposal';
  if (decisions.length > 0) return 'decisions';
  return charters.length > 0 || settings ? 'other' : 'none';
}

function daysOf(records: readonly ReviewedCharter[]): Day[] {
  return [...new Set(records.flatMap(({ capture }) => capture?.day ?? []))].sort();
}

function sumOf(charters: readonly ReviewedCharter[]): Summary {
  const total = (level: ChangeClass): number =>
    charters.reduce((sum, { summary }) => sum + summary[level], 0);
  return Object.fromEntries(changeClasses.map((level) => [level, total(level)])) as Summary;
}

function byName(one: ReviewedCharter, other: ReviewedCharter): number {
  return one.charter < other.charter ? -1 : 1;
}

const what = ['made', 'altered', 'removed', 'lapsed'] as const satisfies readonly ReviewedDecision['what'][];

function madeFirst(one: ReviewedDecision, other: ReviewedDecision): number {
  return what.indexOf(one.what) - what.indexOf(other.what);
}

function fartherFirst(one: DriftEffect, other: DriftEffect): number {
  const rank = ({ direction }: DriftEffect): number => ['farther', 'both', 'nearer'].indexOf(direction);
  return rank(one) - rank(other) || (one.portal < other.portal ? -1 : 1);
}
