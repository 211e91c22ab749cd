/** What the policy asks of one difference: whether it needs a reason, and what it counts as where it has none. */
import { rankOf } from '../drift/decisions.ts';
import type { Change } from '../model/change.ts';
import type { ChangeClass } from '../model/charter.ts';
import {
  type ReviewFinding,
  type ReviewPlace,
  type ReviewPolicy,
  type Ruling,
  type Severity,
  severities,
} from '../model/review.ts';

/** A protected place wants a reason from this class on. */
const guarded: ChangeClass = 'wording';

/** The weakest class that needs a reason, in a protected place or elsewhere. */
export function thresholdOf(policy: ReviewPolicy, isProtected: boolean): ChangeClass {
  return isProtected && rankOf(guarded) < rankOf(policy.failOn) ? guarded : policy.failOn;
}

/** Whether the policy wants a reason for it, by its class or by its rule. */
export function needsReason(change: Change, threshold: ChangeClass, policy: ReviewPolicy): boolean {
  return (
    rankOf(change.class) >= rankOf(threshold) ||
    rulesOf(change, 'variable').some((rule) => policy.rules[rule] === 'error')
  );
}

/** The rules that gave the change its class, and those of its edits from the class `least` on. */
function rulesOf({ rule, edits }: Change, least: ChangeClass): string[] {
  return [rule, ...edits.filter((edit) => rankOf(edit.class) >= rankOf(least)).map((edit) => edit.rule)];
}

export interface Judged {
  readonly ruling: Ruling;
  readonly severity: Severity;
  readonly fails: boolean;
}

/** The ruling on a change, once it is known what settles it. */
export function judge(change: Change, ruling: Ruling, terms: Terms): Judged {
  const { policy, threshold } = terms;
  if (ruling === 'below') return { ruling, severity: givenFor(change, policy) ?? 'note', fails: false };
  if (!failing.has(ruling)) return { ruling, severity: 'note', fails: false };
  const byRule = strongest(rulesOf(change, threshold).map((rule) => severityOf(rule, 'error', policy)));
  if (ruling === 'template') {
    const severity = severityOf('template-changed', byRule, policy);
    return { ruling, severity, fails: severity === 'error' };
  }
  return byRule === 'error'
    ? { ruling, severity: byRule, fails: true }
    : { ruling: 'lowered', severity: byRule, fails: false };
}

interface Terms {
  readonly policy: ReviewPolicy;
  readonly threshold: ChangeClass;
}

const failing: ReadonlySet<Ruling> = new Set<Ruling>(['unexplained', 'self-agreed', 'no-ledger', 'template']);

/** What the policy makes of a rule, else `usual`. */
export function severityOf(rule: string, usual: Severity, { rules }: ReviewPolicy): Severity {
  return (Object.hasOwn(rules, rule) ? rules[rule] : undefined) ?? usual;
}

function givenFor(change: Change, { rules }: ReviewPolicy): Severity | undefined {
  const given = rulesOf(change, 'variable').flatMap((rule) =>
    Object.hasOwn(rules, rule) ? (rules[rule] ?? []) : [],
  );
  return given.length === 0 ? undefined : strongest(given);
}

function strongest(found: readonly Severity[]): Severity {
  return severities.findLast((severity) => found.includes(severity)) ?? 'note';
}

/** Whether the policy names the section or the cookie, on either side of the change. */
export function isProtectedPlace(place: ReviewPlace, { address }: Change, policy: ReviewPolicy): boolean {
  const { sections, cookies } = policy.protected;
  if (sections.length === 0 && cookies.length === 0) return false;
  const { a = {}, b = {} } = address;
  const labels = Object.values(place.section?.label ?? {});
  const named = [a.section, b.section, ...labels].flatMap((name) =>
    name === undefined ? [] : [plain(name)],
  );
  if (sections.some((section) => named.includes(plain(section)))) return true;
  const rows = [a.row, b.row].flatMap((row) => (row === undefined ? [] : namesIn(row)));
  return cookies.some((pattern) => rows.some((name) => matches(name, pattern.trim())));
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** A cell may hold several names; `#2` tells the second row of one name. */
function namesIn(row: string): string[] {
  const bare = row.replace(/#\d+$/, '').trim();
  return [bare, ...bare.split(/[\s,;]+/)];
}

/** `*` stands for anything; runs once along the name. */
function matches(name: string, pattern: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.pop();
  if (tail === undefined) return name === pattern;
  if (!name.startsWith(head) || name.length < head.length + tail.length || !name.endsWith(tail)) return false;
  let at = head.length;
  const end = name.length - tail.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

/** Those that fail first, then by severity and class, then by charter and place. */
export function byDanger(one: ReviewFinding, other: ReviewFinding): number {
  return (
    Number(other.fails) - Number(one.fails) ||
    severities.indexOf(other.severity) - severities.indexOf(one.severity) ||
    classRank(other) - classRank(one) ||
    compare(one.charter ?? '', other.charter ?? '') ||
    (one.place.line ?? 0) - (other.place.line ?? 0)
  );
}

/** What has no class concerns a whole file. */
function classRank({ class: level, kind }: ReviewFinding): number {
  return level === undefined ? (kind === 'file' ? 9 : -1) : rankOf(level);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
