/** What is to be told of whole files: charters that come, go or cannot be read, conflicts, settings, and what `lint` finds. */
import type { CharterDocument, Day, Source, Template } from '../model/charter.ts';
import type { Problem } from '../model/problem.ts';
import type { ReviewPolicy, ReviewRule, Severity } from '../model/review.ts';
import { severityOf } from './gate.ts';
import { isMisdated, type Material, nameOf, type ReviewText, type Subject } from './material.ts';
import type { Standing } from './standing.ts';
import type { Draft } from './text-findings.ts';

type Values = Readonly<Record<string, string | number>>;

interface Told {
  readonly file: string;
  readonly charter?: string;
  readonly values?: Values;
  readonly severity?: Severity;
}

/** What each rule counts as where neither the policy nor the case says otherwise. */
const usual: Readonly<Record<ReviewRule, Severity>> = {
  'charter-added': 'note',
  'charter-removed': 'error',
  'charter-renamed': 'note',
  'template-left': 'error',
  'template-changed': 'error',
  'template-nearest': 'note',
  'capture-altered': 'error',
  'capture-removed': 'error',
  'capture-misdated': 'warning',
  'source-changed': 'warning',
  'before-unreadable': 'warning',
  'after-unreadable': 'error',
  'merge-conflict': 'error',
  'policy-changed': 'warning',
  'policy-invalid': 'error',
};

export function subjectFindings(subject: Subject, { policy, standing, today }: Terms): Draft[] {
  const { before, after, conflict } = subject;
  const charter = nameOf(subject);
  const told = { charter, file: (after ?? before)?.file ?? '' };
  const tell = (rule: ReviewRule, rest: Partial<Told> = {}): Draft =>
    fileFinding(rule, { ...told, ...rest }, policy);
  const drafts: Draft[] = conflict ? [tell('merge-conflict')] : [];
  const values = sizeOf(after?.document ?? before?.document);
  if (!after) return [...drafts, tell('charter-removed', values ? { values } : {})];
  if (!after.document) drafts.push(tell('after-unreadable'));
  // What a template of the request's own says about a charter of the request's own, nobody has looked at before.
  const isHeld = standing.isKnown;
  if (!before)
    drafts.push(
      tell('charter-added', {
        ...(values ? { values } : {}),
        ...(isHeld || subject.kind === 'template' ? {} : { severity: 'warning' }),
      }),
    );
  else if (!before.document && after.document)
    drafts.push(tell('before-unreadable', isHeld ? {} : { severity: 'error' }));
  const [one, other] = [before?.document, after.document];
  if (one && other && one.id !== other.id)
    drafts.push(tell('charter-renamed', { values: { from: one.id, to: other.id } }));
  return [
    ...drafts,
    ...sourceFindings(subject, today, tell),
    ...templateFindings(subject, standing, tell),
    ...nearestFindings(subject, standing, tell),
  ];
}

/** How much it says. */
function sizeOf(document: CharterDocument | undefined): Values | undefined {
  if (!document) return undefined;
  const { body, tables } = document;
  const paragraphs = body.filter(({ role }) => role === 'paragraph' || role === 'item').length;
  return { paragraphs, cookies: tables.reduce((sum, { rows }) => sum + rows.length, 0) };
}

type Tell = (rule: ReviewRule, rest?: Partial<Told>) => Draft;

/** Where and when a text was found is evidence: of bytes that stay the day stays, and what is new is not older. */
function sourceFindings({ before, after, capture }: Subject, today: Day, tell: Tell): Draft[] {
  const [then, now] = [sourceOf(before), sourceOf(after)];
  if (!now) return [];
  const dates = { day: now.captured, latest: then?.captured ?? '' };
  if (capture && isMisdated(now, then, today)) return [tell('capture-misdated', { values: dates })];
  if (!then || then.sha256 !== now.sha256) return [];
  const keys = (['page', 'captured', 'media'] as const).filter((key) => then[key] !== now[key]);
  const isDated = keys.includes('captured');
  if (keys.length === 0) return [];
  const values = { keys: keys.map((key) => `source.${key}`).join(', ') };
  return [tell('source-changed', { values, ...(isDated ? { severity: 'error' } : {}) })];
}

function sourceOf(text: ReviewText | undefined): Source | undefined {
  return text?.document?.kind === 'charter' ? text.document.source : undefined;
}

/**
 * To choose another measure is to settle by oneself what is measured by it: of that no reason can be noted, even where
 * the base knows the other template too. What a template approves is not seen in its text.
 */
function templateFindings({ before, after }: Subject, standing: Standing, tell: Tell): Draft[] {
  const [one, other] = [before?.document, after?.document];
  if (one?.kind === 'template' && other?.kind === 'template')
    return variantsOf(one) === variantsOf(other) ? [] : [tell('template-changed')];
  if (one?.kind !== 'charter' || other?.kind !== 'charter') return [];
  if (one.template === other.template) return [];
  // What named none was held against the nearest.
  const from = one.template ?? standing.before?.nearest?.template;
  return from === undefined || from === other.template
    ? []
    : [tell('template-left', { values: { from, to: other.template ?? '' } })];
}

/** Which template stands in for the one that is not named, and why; where that was so before, it is only a note. */
function nearestFindings({ before }: Subject, { after }: Standing, tell: Tell): Draft[] {
  if (!after?.nearest) return [];
  const { template, blocks, ofBlocks, rows, ofRows } = after.nearest;
  const then = before?.document;
  const wasSo = then?.kind === 'charter' && then.template === undefined;
  const values = { template, blocks, ofBlocks, rows, ofRows };
  return [tell('template-nearest', { values, ...(wasSo ? {} : { severity: 'warning' }) })];
}

function variantsOf({ body }: Template): string {
  return JSON.stringify(body.flatMap(({ variants = [] }) => variants).sort());
}

interface Terms extends Pick<Material, 'today'> {
  readonly policy: ReviewPolicy;
  readonly standing: Standing;
}

/** Conflicts in other files, and settings: once for the whole request. */
export function requestFindings(material: Material): Draft[] {
  const {
    policy: { policy, commit },
    policyProblems,
    settings,
    conflicts,
    alteredCaptures,
    removedCaptures,
    subjects,
  } = material;
  const known = new Set(subjects.flatMap(({ before, after }) => [before?.file, after?.file]));
  const elsewhere = conflicts.filter((file) => !known.has(file));
  const isMended = settings !== undefined && settings.problems.length === 0;
  const [wrong] = policyProblems;
  return [
    ...elsewhere.map((file) => fileFinding('merge-conflict', { file }, policy)),
    ...alteredCaptures.map((file) => fileFinding('capture-altered', { file }, policy)),
    ...removedCaptures.map((file) => fileFinding('capture-removed', { file }, policy)),
    ...(wrong && !isMended
      ? [fileFinding('policy-invalid', { file: '.charter.yaml', values: { commit: commit ?? '' } }, policy)]
      : []),
    ...(settings && settings.keys.length > 0
      ? [
          fileFinding(
            'policy-changed',
            { file: settings.file, values: { keys: settings.keys.join(', ') } },
            policy,
          ),
        ]
      : []),
    ...(settings?.problems ?? []).map((problem) =>
      problemFinding(problem, { file: settings?.file ?? '', policy, isNew: true }),
    ),
  ];
}

function fileFinding(
  rule: ReviewRule,
  { file, charter, values, severity }: Told,
  policy: ReviewPolicy,
): Draft {
  const given = severityOf(rule, severity ?? usual[rule], policy);
  return {
    kind: 'file',
    rule,
    severity: given,
    fails: given === 'error',
    isNew: true,
    ...(charter === undefined ? {} : { charter }),
    place: { file },
    segments: [],
    ...(values ? { values } : {}),
  };
}

/** What `lint` finds afterwards; what it found before as well counts only where `existing` says so. */
export function problemFindings(
  subject: Subject,
  { policy, existing }: { readonly policy: ReviewPolicy; readonly existing: boolean },
): Draft[] {
  const { before, after } = subject;
  if (!after) return [];
  const known = new Map<string, number>();
  // Of what cannot be read nobody knows what else is wrong.
  for (const problem of after.document ? (before?.problems ?? []) : [])
    known.set(keyOf(problem), (known.get(keyOf(problem)) ?? 0) + 1);
  return after.problems.map((problem): Draft => {
    const left = known.get(keyOf(problem)) ?? 0;
    if (left > 0) known.set(keyOf(problem), left - 1);
    const isNew = left === 0;
    const draft = problemFinding(problem, { file: after.file, policy, isNew, charter: nameOf(subject) });
    return isNew || existing ? draft : { ...draft, ruling: 'existing', severity: 'note', fails: false };
  });
}

/** Whatever its line: what stands before it may have grown. */
function keyOf({ code, path, values }: Problem): string {
  const { first: _first, ...others } = values;
  return JSON.stringify([code, path.filter((part) => typeof part === 'string'), others]);
}

interface Found {
  readonly file: string;
  readonly policy: ReviewPolicy;
  readonly isNew: boolean;
  readonly charter?: string;
}

function problemFinding(problem: Problem, { file, policy, isNew, charter }: Found): Draft {
  const severity = severityOf(problem.code, problem.severity, policy);
  return {
    kind: 'problem',
    rule: problem.code,
    severity,
    fails: severity === 'error',
    isNew,
    ...(charter === undefined ? {} : { charter }),
    place: {
      file,
      ...(problem.line === undefined ? {} : { line: problem.line }),
      ...(problem.column === undefined ? {} : { column: problem.column }),
    },
    segments: [],
    problem,
  };
}
