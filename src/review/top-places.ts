/** Names the files of a review from the top of the work tree, as hosts of repositories match them. */
import type { Review, ReviewPlace } from '../model/review.ts';

/** `folder` is that of the charters, from the top, with its final `/`; empty where it is the top. */
export function fromTop(review: Review, folder: string): Review {
  if (folder === '') return review;
  const named = <T extends { readonly file: string }>(one: T): T => ({
    ...one,
    file: `${folder}${one.file}`,
  });
  const placed = <T extends { readonly place: ReviewPlace }>(one: T): T => {
    const { before } = one.place;
    return { ...one, place: { ...named(one.place), ...(before ? { before: named(before) } : {}) } };
  };
  return {
    ...review,
    findings: review.findings.map(placed),
    decisions: review.decisions.map(placed),
    charters: review.charters.map((one) => ({
      ...named(one),
      ...(one.former ? { former: named(one.former) } : {}),
      ...(one.capture ? { capture: named(one.capture) } : {}),
    })),
  };
}
