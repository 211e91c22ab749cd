/** The one way from state to state: pure, total, and never throwing whatever comes in whatever order. */
import { assertNever } from '../model/assert.ts';
import { type Action, type CommandName, commandNames } from './action.ts';
import { loadVisible } from './loading.ts';
import {
  takeCompared,
  takeCopied,
  takeEdited,
  takeFailure,
  takeLoaded,
  takeUncompared,
} from './reducing/answering.ts';
import { ask, copyChange, editChange } from './reducing/asking.ts';
import { copyOrigin, jumpToOrigin, openBlame, takeBlame, takeUnblamed } from './reducing/blaming.ts';
import { acceptDecision, copyDecision, startDecision, switchEverywhere } from './reducing/deciding.ts';
import {
  copyAgreement,
  copyReference,
  nextTemplate,
  sortPortals,
  stepPortal,
  takeDrift,
  takeDriftFailure,
} from './reducing/drifting.ts';
import { jumpToChange, jumpToSection } from './reducing/jumping.ts';
import { move, scrollColumns } from './reducing/moving.ts';
import { back, open, showHelp } from './reducing/opening.ts';
import { askPreview, takePreview } from './reducing/previewing.ts';
import {
  acceptReason,
  copyReason,
  startClassReason,
  startReason,
  takeReasonFailure,
  takeReasons,
} from './reducing/reasoning.ts';
import {
  copyFindingReference,
  copyReasonCommand,
  editItem,
  markViewed,
  narrowToCharter,
  nextUnviewed,
  takeViewed,
} from './reducing/reviewing.ts';
import {
  acceptSearch,
  cancelPrompt,
  eraseText,
  nextMatch,
  seekAgain,
  startSearch,
  typeText,
} from './reducing/searching.ts';
import { swapSides } from './reducing/swapping.ts';
import {
  copyCommit,
  markVersion,
  openHistory,
  readOn,
  takeUnread,
  takeVersions,
} from './reducing/versions.ts';
import {
  changeContext,
  chooseClass,
  endFilter,
  nextPalette,
  setLayout,
  startFilter,
  switchFocus,
  toggleChosen,
  toggleClass,
  toggleFold,
  toggleOutline,
} from './reducing/viewing.ts';
import { stepVersion } from './reducing/visiting.ts';
import { isReview } from './review/screens.ts';
import type { UiState } from './state.ts';

const commands: Readonly<Record<CommandName, (state: UiState) => UiState>> = {
  up: (state) => move(state, 'up'),
  down: (state) => move(state, 'down'),
  'page-up': (state) => move(state, 'page-up'),
  'page-down': (state) => move(state, 'page-down'),
  'half-up': (state) => move(state, 'half-up'),
  'half-down': (state) => move(state, 'half-down'),
  top: (state) => move(state, 'top'),
  bottom: (state) => move(state, 'bottom'),
  left: (state) => scrollColumns(state, -1),
  right: (state) => scrollColumns(state, 1),
  'next-change': (state) => jumpToChange(state, 1),
  'previous-change': (state) => jumpToChange(state, -1),
  'next-origin': (state) => jumpToOrigin(state, 1),
  'previous-origin': (state) => jumpToOrigin(state, -1),
  'next-section': (state) => jumpToSection(state, 1),
  'previous-section': (state) => jumpToSection(state, -1),
  'more-context': (state) => changeContext(state, 1),
  'less-context': (state) => changeContext(state, -1),
  search: startSearch,
  'next-match': (state) => nextMatch(state, 1),
  'previous-match': (state) => nextMatch(state, -1),
  focus: switchFocus,
  open,
  back,
  quit: (state) => ask(state, { kind: 'quit', interrupted: false }),
  swap: swapSides,
  filter: startFilter,
  fold: toggleFold,
  'layout-auto': (state) => setLayout(state, 'auto'),
  'layout-split': (state) => setLayout(state, 'split'),
  'layout-stacked': (state) => setLayout(state, 'stacked'),
  outline: toggleOutline,
  palette: nextPalette,
  sort: sortPortals,
  'next-template': nextTemplate,
  'next-portal': (state) => stepPortal(state, 1),
  'previous-portal': (state) => stepPortal(state, -1),
  agree: (state) => (isReview(state) ? startReason(state) : startDecision(state, 'accept')),
  'agree-class': startClassReason,
  'next-unviewed': nextUnviewed,
  'only-charter': narrowToCharter,
  correct: (state) => startDecision(state, 'fix'),
  everywhere: switchEverywhere,
  copy: copyHere,
  'copy-command': copyCommandHere,
  edit: (state) => (isReview(state) ? editItem(state) : editChange(state)),
  history: (state) => openHistory(state, false),
  'history-all': (state) => openHistory(state, true),
  mark: (state) => (isReview(state) ? markViewed(state) : markVersion(state)),
  blame: openBlame,
  'older-version': (state) => stepVersion(state, 1),
  'newer-version': (state) => stepVersion(state, -1),
  help: showHelp,
  suspend: (state) => ask(state, { kind: 'suspend' }),
  interrupt: (state) => ask(state, { kind: 'quit', interrupted: true }),
  accept: acceptPrompt,
  cancel: (state) => (state.prompt?.kind === 'filter' ? endFilter(state) : cancelPrompt(state)),
  erase: (state) => eraseText(state, false),
  'erase-all': (state) => eraseText(state, true),
  'previous-class': (state) => chooseClass(state, -1),
  'next-class': (state) => chooseClass(state, 1),
  toggle: toggleChosen,
  'toggle-1': (state) => toggleClass(state, 0),
  'toggle-2': (state) => toggleClass(state, 1),
  'toggle-3': (state) => toggleClass(state, 2),
  'toggle-4': (state) => toggleClass(state, 3),
  'toggle-5': (state) => toggleClass(state, 4),
  'toggle-6': (state) => toggleClass(state, 5),
  'toggle-7': (state) => toggleClass(state, 6),
  'toggle-8': (state) => toggleClass(state, 7),
  'toggle-9': (state) => toggleClass(state, 8),
};

function acceptPrompt(state: UiState): UiState {
  const { prompt } = state;
  if (prompt?.kind === 'search') return acceptSearch(state);
  if (prompt?.kind === 'reason') return acceptReason(state, prompt);
  return prompt?.kind === 'decision' ? acceptDecision(state, prompt) : endFilter(state);
}

function copyCommandHere(state: UiState): UiState {
  const { prompt } = state;
  if (prompt?.kind === 'reason') return copyReason(state, prompt);
  if (prompt?.kind === 'decision') return copyDecision(state, prompt);
  return isReview(state) ? copyReasonCommand(state) : copyAgreement(state);
}

export function reduce(state: UiState, action: Action): UiState {
  return askPreview(readOn(loadVisible(perform(clear(state, action), action))));
}

const outside: ReadonlySet<Action['type']> = new Set([
  'resize',
  'loaded',
  'load-failed',
  'versions',
  'versions-failed',
  'blamed',
  'blame-failed',
  'compared',
  'compare-failed',
  'previewed',
  'preview-failed',
  'drifted',
  'drift-failed',
  'view-kept',
  'reasons-written',
  'reasons-failed',
]);

function copyHere(state: UiState): UiState {
  const screen = state.screens.at(-1);
  if (screen === 'history') return copyCommit(state);
  if (screen === 'findings') return copyReference(state);
  if (isReview(state)) return copyFindingReference(state);
  return screen === 'blame' ? copyOrigin(state) : copyChange(state);
}

/** Effects and notices are for one action; what comes from outside leaves a notice to be read. */
function clear(state: UiState, { type }: Action): UiState {
  const stays = outside.has(type);
  const plain = state.effects.length === 0 ? state : { ...state, effects: [] };
  if (stays || !plain.notice) return plain;
  const { notice: _notice, ...rest } = plain;
  return rest;
}

function isCommand(action: Action): action is Action & { readonly type: CommandName } {
  return commandNames.some((name) => name === action.type);
}

function perform(state: UiState, action: Action): UiState {
  if (isCommand(action)) return commands[action.type](state);
  switch (action.type) {
    case 'text':
      return typeText(state, action.text);
    case 'resize':
      return { ...state, terminal: { columns: action.columns, rows: action.rows } };
    case 'loaded':
      return takeLoaded(state, action);
    case 'load-failed':
      return takeFailure(state, action);
    case 'versions':
      return seekAgain(takeVersions(state, action));
    case 'versions-failed':
      return takeUnread(state, action);
    case 'blamed':
      return takeBlame(state, action);
    case 'blame-failed':
      return takeUnblamed(state, action);
    case 'previewed':
    case 'preview-failed':
      return takePreview(state, action);
    case 'compared':
      return takeCompared(state, action);
    case 'compare-failed':
      return takeUncompared(state, action);
    case 'drifted':
      return takeDrift(state, action);
    case 'drift-failed':
      return takeDriftFailure(state, action.message);
    case 'view-kept':
      return takeViewed(state, action);
    case 'reasons-written':
      return takeReasons(state, action);
    case 'reasons-failed':
      return takeReasonFailure(state, action.message);
    case 'copied':
      return takeCopied(state, action);
    case 'edited':
      return takeEdited(state, action);
    case 'resumed':
      return state;
    default:
      return assertNever(action);
  }
}
