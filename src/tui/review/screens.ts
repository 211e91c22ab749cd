/** The screens of a review: the queue, and one finding or decision in full. */
import type { UiState } from '../state.ts';

export function isReview({ screens }: Pick<UiState, 'screens'>): boolean {
  const screen = screens.at(-1);
  return screen === 'review' || screen === 'review-item';
}
