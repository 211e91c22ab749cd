/** A reason for findings of a review while its reader writes it: what is typed, then what would be written, as commands. */
import { shellWord } from '../../messages/shell-word.ts';
import type { ChangeClass } from '../../model/charter.ts';
import type { ReviewFinding } from '../../model/review.ts';

/** A finding for which `charter accept` can write a reason. */
export interface Acceptable extends ReviewFinding {
  readonly charter: string;
  readonly reference: string;
}

/** First the reason is typed, then what would be written is confirmed; nothing is written before that. */
export interface ReasonPrompt {
  readonly kind: 'reason';
  readonly stage: 'text' | 'confirm';
  readonly text: string;
  readonly findings: readonly [Acceptable, ...Acceptable[]];
  /** All findings of this class, where one was not meant. */
  readonly level?: ChangeClass;
}

export function isAcceptable(finding: ReviewFinding): finding is Acceptable {
  return finding.reference !== undefined && finding.charter !== undefined && !isOfTemplate(finding.charter);
}

function isOfTemplate(charter: string): boolean {
  return charter.startsWith('template:');
}

export function chartersOf(findings: readonly ReviewFinding[]): string[] {
  return [...new Set(findings.flatMap(({ charter }) => (charter === undefined ? [] : [charter])))];
}

/** One command for all charters in which the same references are meant. */
export function acceptCommands(findings: readonly Acceptable[], reason: string): string[] {
  const references = new Map<string, Set<string>>();
  for (const { charter, reference } of findings)
    references.set(charter, (references.get(charter) ?? new Set()).add(reference));
  const charters = new Map<string, string[]>();
  for (const [charter, own] of references) {
    const words = [...own].sort().join(' ');
    charters.set(words, [...(charters.get(words) ?? []), charter]);
  }
  const value = reason === '' ? '"…"' : shellWord(reason);
  return [...charters].map(
    ([words, names]) => `charter accept ${words} --portals ${names.join(',')} --reason ${value}`,
  );
}
