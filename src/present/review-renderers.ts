/** Every output of `review` by its name, loaded when asked for. */
import { renderReviewText } from './review-text.ts';
import type { ReviewRenderer } from './review-view.ts';

export const reviewRenderers = {
  text: async (): Promise<ReviewRenderer> => renderReviewText,
  accessible: async (): Promise<ReviewRenderer> =>
    (await import('./review-accessible.ts')).renderReviewAccessible,
  json: async (): Promise<ReviewRenderer> => (await import('./review-json.ts')).renderReviewJson,
  csv: async (): Promise<ReviewRenderer> => (await import('./review-csv.ts')).renderReviewCsv,
} as const satisfies Readonly<Record<string, () => Promise<ReviewRenderer>>>;
export type ReviewFormat = keyof typeof reviewRenderers;
