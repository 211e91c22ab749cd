/**
 * The output of `review` for GitLab: a Code Quality report, which a merge request shows beside the lines. Fingerprints
 * are those of the findings, so that a finding stays the same whatever its line or commit.
 */
import type { Review, ReviewFinding } from '../model/review.ts';
import { jsonDocument } from './json-document.ts';
import type { Desk } from './review-findings.ts';
import { isOfWords, plainDesk, reasonCommand, sentenceOf, shownFindings, titleOf } from './review-told.ts';
import type { ReviewOptions } from './review-view.ts';

/** One JSON list with a final newline; empty where there is nothing to tell. */
export function renderReviewGitlab(review: Review, options: ReviewOptions): string {
  const desk = plainDesk(review, options);
  return jsonDocument(
    shownFindings(desk)
      // What passes is no lack of quality.
      .filter(({ fails, severity }) => options.all || fails || severity !== 'note')
      .map((finding) => issueOf(finding, desk)),
  );
}

function issueOf(finding: ReviewFinding, desk: Desk): object {
  const { file, line } = finding.place;
  const title = isOfWords(finding) ? ` (${titleOf(finding, desk)})` : '';
  const next = reasonCommand(finding);
  return {
    description: [sentenceOf(finding, desk) + title, ...(next === undefined ? [] : [next])].join(' · '),
    check_name: finding.rule,
    fingerprint: finding.id,
    severity: severityOf(finding),
    location: { path: file, lines: { begin: line ?? 1 } },
  };
}

function severityOf({
  fails,
  severity,
  class: level,
}: ReviewFinding): 'critical' | 'major' | 'minor' | 'info' {
  if (fails) return level === 'substantive' || level === undefined ? 'critical' : 'major';
  return severity === 'note' ? 'info' : 'minor';
}
