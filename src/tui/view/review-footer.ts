/** The bottom line of a review: its keys, the boxes of its filter, a reason while it is typed and confirmed. */
import { tuiMessages } from '../../messages/tui.ts';
import type { CommandName } from '../action.ts';
import type { FrameLine, FrameRun } from '../frame-types.ts';
import { hasPlace, isViewed, itemHere } from '../review/queue.ts';
import { isAcceptable, type ReasonPrompt } from '../review/reason.ts';
import { isReview } from '../review/screens.ts';
import type { UiState } from '../state.ts';
import { type Box, boxesLine, type Hints, typedLine } from './drift-footer.ts';

/** Only what leads to anything. */
export function reviewKeys({ queue, screens }: UiState): readonly CommandName[] {
  const item = itemHere(queue);
  if (!item) return ['open', 'next-unviewed', 'filter', 'fold', 'only-charter', 'search', 'down', 'up'];
  const findings = item.kind === 'finding' ? item.findings : [];
  const canAgree = queue?.here === true && findings.some(isAcceptable);
  const reason: readonly CommandName[] = canAgree ? ['agree'] : [];
  const command: readonly CommandName[] = findings.some(isAcceptable) ? ['copy-command'] : [];
  const edit: readonly CommandName[] = queue?.here ? ['edit'] : [];
  const place: readonly CommandName[] = queue && hasPlace(item, queue) ? ['open'] : [];
  if (screens.at(-1) === 'review-item')
    return ['mark', ...reason, 'back', ...place, 'next-change', 'next-unviewed', ...edit, ...command, 'copy'];
  const ofClass: readonly CommandName[] = canAgree ? ['agree-class'] : [];
  return [
    'open',
    'mark',
    ...reason,
    'next-unviewed',
    'filter',
    ...ofClass,
    ...edit,
    'only-charter',
    'search',
    ...command,
    'fold',
  ];
}

/** Where a key says more precisely what it does here. */
export function reviewHint(state: UiState, command: CommandName): string | undefined {
  if (!isReview(state) || state.prompt) return undefined;
  const { hints } = tuiMessages[state.settings.language].review;
  const item = itemHere(state.queue);
  switch (command) {
    case 'mark':
      return item && state.queue && isViewed(item, state.queue) ? hints.unmark : hints.mark;
    case 'agree':
      return hints.agree;
    case 'open':
      return state.screens.at(-1) === 'review-item' ? hints.diff : undefined;
    default:
      return undefined;
  }
}

/** What is typed, its end in sight, or what would be written; then what can be done with it. */
export function reasonFooter(
  { stage, text, findings }: ReasonPrompt,
  { settings, terminal }: UiState,
  hints: Hints,
): FrameLine {
  const words = tuiMessages[settings.language].review.reason;
  if (stage === 'text') return typedLine(words.label, text, { columns: terminal.columns, hints });
  const write = hints(['accept']).map(
    (part, index): FrameRun => (index === 2 ? { ...part, text: ` ${words.write(findings.length)} ` } : part),
  );
  return [...write, ...hints(['cancel', 'copy-command'])];
}

export function queueBoxesLine(state: UiState, hints: Hints): FrameLine {
  const { queue, settings } = state;
  const { boxes: names } = tuiMessages[settings.language].review;
  const boxes: readonly Box[] = [
    { text: names.unviewed, on: queue?.wishes.unviewed === true },
    { text: names.failing, on: queue?.wishes.failing === true },
  ];
  return boxesLine(boxes, state, hints);
}
