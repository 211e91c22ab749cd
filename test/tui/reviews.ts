/** Sessions of review for the queue: a request of two portals that change alike, with decisions and files, and a hostile one. */
import type { Decision } from '../../src/model/charter.ts';
import type { Review, ReviewedDecision, ReviewFinding } from '../../src/model/review.ts';
import { initialState } from '../../src/tui/initial-state.ts';
import { sessionOfReview } from '../../src/tui/session.ts';
import type { UiState } from '../../src/tui/state.ts';
import { exampleReview } from '../present/review-example.ts';
import type { Options } from './states.ts';

/** Every text of one of its charters is an attack. */
export const hostileReview: () => Promise<Review> = exampleReview;

/** Without the attacks; another portal changes as the first one does. */
export async function quietReview(): Promise<Review> {
  const review = await exampleReview();
  const findings = review.findings.filter(({ charter }) => charter !== 'hostile');
  const [normandie] = review.charters.filter(({ charter }) => charter === 'normandie');
  if (!normandie) throw new Error('the example has another charter');
  const failing = findings.filter(({ fails }) => fails).length;
  return {
    ...review,
    findings: findings.flatMap((finding) => [
      finding,
      ...(finding.charter === 'normandie' ? [alike(finding)] : []),
    ]),
    decisions: review.decisions.map((decided, index) => madeQuiet(decided, index)),
    verdict: {
      outcome: 'correct',
      passes: false,
      reasons: [
        { why: 'conflict', count: 1 },
        { why: 'unexplained', count: failing },
      ],
    },
    charters: [normandie, { ...normandie, charter: 'voisine', file: 'charters/voisine.yaml' }],
  };
}

function alike(finding: ReviewFinding): ReviewFinding {
  const { before: _before, ...place } = finding.place;
  return {
    ...finding,
    id: `f${finding.id.slice(1)}`,
    charter: 'voisine',
    place: { ...place, file: 'charters/voisine.yaml' },
  };
}

function madeQuiet(decided: ReviewedDecision, index: number): ReviewedDecision {
  const decision: Decision = { ...decided.decision, reason: index === 0 ? 'Voulu ainsi.' : 'Ancien.' };
  const { author } = decided;
  return { ...decided, decision, ...(author ? { author: { ...author, name: 'Zoé' } } : {}) };
}

export interface ReviewState extends Options {
  readonly here?: boolean;
  readonly viewed?: readonly string[];
  readonly accepted?: readonly string[];
}

export function reviewState(review: Review, options: ReviewState = {}): UiState {
  const { size: [columns, rows] = [100, 30], language = 'en', color = false } = options;
  const { here = true, viewed = [], accepted = [] } = options;
  return initialState(
    sessionOfReview({ review, here, viewed: new Set(viewed), accepted: new Set(accepted) }),
    { columns, rows },
    { language, palette: 'default', color, ground: 'dark' },
  );
}
