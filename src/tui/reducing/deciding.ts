/** Deciding on a finding: a reason or a day is typed, then what would be written is shown, and only then it is asked for. */
import { isDay } from '../../canonical/patterns.ts';
import { identitiesOf } from '../../drift/alike.ts';
import type { Finding } from '../../model/drift.ts';
import { viewOf } from '../drift/board.ts';
import { type DecisionPrompt, type Deed, decidedPortals, decisionCommand } from '../drift/decision.ts';
import { findingHere, portalsWith } from '../drift/findings.ts';
import type { UiState } from '../state.ts';
import { ask } from './asking.ts';

/** Decisions are made about the template that a charter follows, as it is in the work tree. */
export function startDecision(state: UiState, deed: Deed): UiState {
  const { board } = state;
  const finding = findingHere(board);
  if (!board || !finding) return { ...state, notice: { code: 'no-finding' } };
  const { revision, charters, drift } = viewOf(board);
  const follows = charters.get(finding.portal)?.template;
  if (revision !== undefined || (follows !== undefined && follows !== drift.template))
    return { ...state, notice: { code: 'other-template' } };
  const portals = portalsWith(finding, board);
  return {
    ...state,
    prompt: { kind: 'decision', stage: 'text', deed, text: '', finding, portals, everywhere: false },
  };
}

/** From the text to its confirmation, and from that to the writing. */
export function acceptDecision(state: UiState, prompt: DecisionPrompt): UiState {
  const text = prompt.text.trim();
  const { prompt: _prompt, ...ended } = state;
  if (prompt.stage === 'text') {
    if (prompt.deed === 'accept' && text === '') return { ...ended, notice: { code: 'reason-needed' } };
    if (prompt.deed === 'fix' && !isDay(text))
      return { ...ended, notice: { code: 'day-needed', value: text } };
    return { ...state, prompt: { ...prompt, text, stage: 'confirm' } };
  }
  if (!state.board) return ended;
  const { deed, finding } = prompt;
  const decision = {
    deed,
    named: namedIdentity(finding),
    reference: finding.reference,
    portals: decidedPortals(prompt),
    count: prompt.everywhere ? prompt.portals.length : 1,
    text,
  };
  return ask({ ...ended, board: { ...state.board, writing: true } }, { kind: 'drift', decision });
}

/** All that its reference begins: that of the difference, or of all those that are alike. */
function namedIdentity(finding: Finding): string {
  const { reference } = finding;
  return identitiesOf(finding).find((one) => one.startsWith(reference)) ?? reference;
}

export function switchEverywhere(state: UiState): UiState {
  const { prompt } = state;
  if (prompt?.kind !== 'decision' || prompt.portals.length < 2) return state;
  return { ...state, prompt: { ...prompt, everywhere: !prompt.everywhere } };
}

/** In the place of writing it. */
export function copyDecision(state: UiState, prompt: DecisionPrompt): UiState {
  const { prompt: _prompt, ...ended } = state;
  return ask(ended, { kind: 'copy', text: decisionCommand(prompt), of: 'command' });
}
