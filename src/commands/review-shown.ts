/** What of a review is shown to the one who asks: with what they have viewed, and only the classes and the new that they asked for. */
import type { Review } from '../model/review.ts';
import type { ReviewOptions } from '../present/review-view.ts';
import { readClasses } from './classes.ts';
import type { Context } from './context.ts';
import { openViewed, withViewed } from './review-viewed.ts';

export interface ShownReview {
  readonly review: Review;
  readonly narrowed?: NonNullable<ReviewOptions['narrowed']>;
}

/** Summary and verdict stay those of the whole; what has no class is never hidden for it. */
export async function showAsked(review: Review, root: string, context: Context): Promise<ShownReview> {
  const classes = readClasses(context.options.only);
  const onlyNew = context.options.new === true;
  const marks = await openViewed(review, root, context);
  const marked = withViewed(review, marks.viewed);
  if (!classes && !onlyNew) return { review: marked };
  const isWanted = ({ viewed }: { readonly viewed?: true }): boolean => !onlyNew || viewed !== true;
  const findings = marked.findings.filter(
    (finding) => isWanted(finding) && (!classes || finding.class === undefined || classes.has(finding.class)),
  );
  const decisions = marked.decisions.filter(isWanted);
  return {
    review: { ...marked, findings, decisions, drift: [] },
    narrowed: {
      shown: findings.length + decisions.length,
      of: review.findings.length + review.decisions.length,
    },
  };
}
