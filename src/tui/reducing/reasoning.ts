/** Giving findings of a review a reason: it is typed, then what would be written is shown, and only then it is asked for. */
import { tuiMessages } from '../../messages/tui.ts';
import type { ReviewFinding, Ruling } from '../../model/review.ts';
import type { Action } from '../action.ts';
import { itemHere, type Queue, reshowQueue } from '../review/queue.ts';
import {
  type Acceptable,
  acceptCommands,
  chartersOf,
  isAcceptable,
  type ReasonPrompt,
} from '../review/reason.ts';
import type { UiState } from '../state.ts';
import { ask } from './asking.ts';
import { say } from './reviewing.ts';

/** What the finding under the cursor tells of, in all charters that it stands for. */
export function startReason(state: UiState): UiState {
  const item = itemHere(state.queue);
  const findings = item?.kind === 'finding' ? item.findings.filter(isAcceptable) : [];
  return askReason(state, findings, 'no-reason-here');
}

/** What has a reason, or waits to be corrected, is left as it is. */
const settled: ReadonlySet<Ruling | undefined> = new Set<Ruling | undefined>([
  'agreed',
  'to-fix',
  'self-agreed',
  'existing',
]);

/** All findings of the same class that are shown and have none. */
export function startClassReason(state: UiState): UiState {
  const { queue } = state;
  const here = itemHere(queue);
  const level = here?.kind === 'finding' ? here.findings[0].class : undefined;
  if (!queue || level === undefined) return say(state, 'no-reason-here');
  const isMeant = (finding: ReviewFinding): boolean =>
    finding.class === level && !settled.has(finding.ruling) && !queue.accepted.has(finding.id);
  const findings = queue.shown
    .flatMap((item) => (item.kind === 'finding' ? item.findings : []))
    .filter(isMeant)
    .filter(isAcceptable);
  const asked = askReason(state, findings, 'no-reason-of-class');
  return asked.prompt?.kind === 'reason' ? { ...asked, prompt: { ...asked.prompt, level } } : asked;
}

function askReason(
  state: UiState,
  [first, ...others]: readonly Acceptable[],
  otherwise: 'no-reason-here' | 'no-reason-of-class',
): UiState {
  if (!first) return say(state, otherwise);
  if (!state.queue?.here) return say(state, 'not-checked-out');
  return { ...state, prompt: { kind: 'reason', stage: 'text', text: '', findings: [first, ...others] } };
}

/** From the text to its confirmation, and from that to the writing. */
export function acceptReason(state: UiState, prompt: ReasonPrompt): UiState {
  const text = prompt.text.trim();
  const { prompt: _prompt, ...ended } = state;
  if (text === '') return say(ended, 'reason-needed');
  if (prompt.stage === 'text') return { ...state, prompt: { ...prompt, text, stage: 'confirm' } };
  if (!state.queue) return ended;
  const queue: Queue = { ...state.queue, writing: true };
  const findings = prompt.findings.map(({ id, charter, reference }) => ({ id, charter, reference }));
  return ask({ ...ended, queue }, { kind: 'reason', findings, text });
}

/** In the place of writing it. */
export function copyReason(state: UiState, { findings, text }: ReasonPrompt): UiState {
  const { prompt: _prompt, ...ended } = state;
  return ask(ended, { kind: 'copy', text: acceptCommands(findings, text).join('\n'), of: 'command' });
}

/** The request itself is as it was: the reasons count once they are a part of it. */
export function takeReasons(state: UiState, { ids }: Action & { type: 'reasons-written' }): UiState {
  if (!state.queue) return state;
  const { writing: _writing, ...queue } = state.queue;
  const written = new Set(ids);
  const findings = queue.review.findings.filter(({ id }) => written.has(id));
  const words = tuiMessages[state.settings.language].review.reason;
  const value = words.written(written.size, chartersOf(findings), queue.review.head.commit === undefined);
  const accepted = new Set([...queue.accepted, ...ids]);
  return { ...state, queue: reshowQueue({ ...queue, accepted }), notice: { code: 'decided', value } };
}

export function takeReasonFailure(state: UiState, message: string): UiState {
  if (!state.queue) return state;
  const { writing: _writing, ...queue } = state.queue;
  return { ...state, queue, notice: { code: 'message', text: message } };
}
