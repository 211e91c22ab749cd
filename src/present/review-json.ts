/** The JSON output of `review`: the whole record, whatever is folded elsewhere; its form is in `review.schema.json`. */
import type { Review, ReviewedCharter, ReviewedDecision, ReviewFinding } from '../model/review.ts';
import { changeJson } from './diff-json.ts';
import { decisionJson } from './drift-json.ts';
import { jsonDocument } from './json-document.ts';

const schemaVersion = 1;

/** One JSON document with a final newline; texts are as they are in the charters. */
export function renderReviewJson(review: Review): string {
  const { request, observed, base, mergeBase, head, merge, policy, verdict, summary } = review;
  const document = {
    schemaVersion,
    command: 'review',
    ...{ request, observed, base, mergeBase, head, merge, policy, verdict, summary },
    findings: review.findings.map(findingJson),
    decisions: review.decisions.map(decisionChangeJson),
    drift: review.drift,
    charters: review.charters.map(charterJson),
  };
  return jsonDocument(document);
}

function findingJson({ change, problem, decision, ...rest }: ReviewFinding): object {
  return {
    ...rest,
    ...(decision ? { decision: decisionJson(decision) } : {}),
    ...(change ? { change: changeJson(change) } : {}),
    ...(problem ? { problem: { code: problem.code, values: problem.values } } : {}),
  };
}

function decisionChangeJson({ decision, previous, ...rest }: ReviewedDecision): object {
  return {
    ...rest,
    decision: decisionJson(decision),
    ...(previous ? { previous: decisionJson(previous) } : {}),
  };
}

/** Without the texts, which the repository has. */
function charterJson({ comparison: _both, alone: _one, unread: _raw, ...rest }: ReviewedCharter): object {
  return rest;
}
