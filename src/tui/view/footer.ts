/** The bottom line: what was just done, what is being typed, else what can be done here. */
import { diffMessages } from '../../messages/diff.ts';
import { tuiMessages } from '../../messages/tui.ts';
import type { ChangeClass } from '../../model/charter.ts';
import type { CommandName } from '../action.ts';
import { findLast } from '../book/visible.ts';
import { comparisonScreen } from '../current.ts';
import type { FrameLine, FrameRun } from '../frame-types.ts';
import { keymap, scopeOf } from '../keymap.ts';
import { isInOutline } from '../layout.ts';
import { isReview } from '../review/screens.ts';
import type { ScreenName, UiState } from '../state.ts';
import { decisionFooter, type Hints, stateBoxes } from './drift-footer.ts';
import { keyLabel } from './help.ts';
import { cells, cut, flatRun, run } from './lines.ts';
import { columnsInSight } from './matrix.ts';
import { strongestFirst } from './overview.ts';
import { queueBoxesLine, reasonFooter, reviewHint, reviewKeys } from './review-footer.ts';
import { versionRank } from './version-header.ts';

export function footerLine(state: UiState): FrameLine {
  const { columns } = state.terminal;
  if (state.prompt) return cut(promptLine(state), columns);
  if (state.notice) return cut(noticeLine(state), columns);
  const matches = matchLine(state);
  if (matches.length > 0) return cut(matches, columns);
  return hintsLine(state, columns);
}

function promptLine(state: UiState): FrameLine {
  const { prompt } = state;
  if (prompt?.kind === 'search')
    return [
      run(' /', 'prompt'),
      flatRun(prompt.text),
      run('█', 'prompt'),
      ...hints(state, ['accept', 'cancel']),
    ];
  const hintsHere: Hints = (commands) => hints(state, commands);
  if (prompt?.kind === 'decision') return decisionFooter(prompt, state, hintsHere);
  if (prompt?.kind === 'reason') return reasonFooter(prompt, state, hintsHere);
  if (isReview(state)) return queueBoxesLine(state, hintsHere);
  if (isDrift(state.screens.at(-1))) return stateBoxes(state, hintsHere);
  const { language } = state.settings;
  const { filter, classes } = tuiMessages[language];
  const end = hints(state, ['toggle', 'accept']);
  const asked: FrameLine = [run(` ${filter}`, 'prompt')];
  const short = filterBoxes(state, classes);
  const wishes = [
    [...asked, ...filterBoxes(state, diffMessages[language].tag), ...end],
    [...asked, ...short, ...end],
    [...asked, ...short, ...hints(state, ['accept'])],
    [...asked, ...short],
  ];
  return wishes.find((line) => cells(line) <= state.terminal.columns) ?? short;
}

function filterBoxes(
  { prompt, book, timeline, screens }: UiState,
  names: Readonly<Record<ChangeClass, string>>,
): FrameLine {
  const classes = screens.at(-1) === 'history' ? timeline?.classes : book?.classes;
  return strongestFirst.map((level, index) => {
    const chosen = prompt?.kind === 'filter' && prompt.chosen === index;
    const text = `${classes?.has(level) ? '[x]' : '[ ]'} ${index + 1} ${names[level]}`;
    return run(chosen ? `‹${text}›` : ` ${text} `, chosen ? 'selected' : level);
  });
}

function isDrift(screen: ScreenName | undefined): boolean {
  return screen === 'drift' || screen === 'findings';
}

function noticeLine({ notice, settings }: UiState): FrameLine {
  if (!notice) return [];
  const { notices } = tuiMessages[settings.language];
  const text = notice.code === 'message' ? notice.text : notices[notice.code](notice.value ?? '');
  const failed = notice.code === 'message' || notice.code === 'editor-failed' || notice.code === 'not-copied';
  return [run(' '), flatRun(text, failed ? 'failure' : 'notice')];
}

/** Which match of how many, while the cursor is on one. */
function matchLine(state: UiState): FrameLine {
  const { search } = state;
  if (!search || search.matches.length === 0 || search.screen !== state.screens.at(-1)) return [];
  const at = searchedPlace(state, search.screen);
  const index = findLast(search.matches.length, (one) => search.matches[one] ?? 0, at ?? 0);
  if (search.matches[index] !== at) return [];
  const messages = tuiMessages[state.settings.language];
  const text = messages.match(index + 1, search.matches.length, search.query);
  return [run(' '), flatRun(text, 'notice'), ...hints(state, ['next-match', 'previous-match', 'back'])];
}

function searchedPlace(
  { overview, timeline, origins, position, board, queue }: UiState,
  screen: ScreenName,
): number | undefined {
  if (screen === 'overview') return overview.at;
  if (screen === 'history') return timeline?.place.at;
  if (screen === 'blame') return origins?.place.at;
  if (screen === 'findings') return board?.open?.place.at;
  if (screen === 'review') return queue?.place.at;
  return position[screen === 'table' ? 'table' : 'text'].at;
}

/** Most useful first; as many as fit, help and quit always. */
function hintsLine(state: UiState, columns: number): FrameLine {
  const last = hints(state, ['help', 'quit']);
  let line: FrameRun[] = [];
  for (const command of wantedHere(state)) {
    const next = [...line, ...hints(state, [command])];
    if (cells(next) + cells(last) > columns) break;
    line = next;
  }
  return cut([...line, ...last], columns);
}

type FixedScreen = Exclude<ScreenName, 'text' | 'table' | 'detail' | 'drift' | 'review' | 'review-item'>;

/** Where they do not depend on what is shown; `back` is left out on the first screen. */
const fixedKeys: Readonly<Record<FixedScreen, readonly CommandName[]>> = {
  overview: ['open', 'down', 'up', 'history', 'history-all', 'search', 'palette'],
  help: ['back', 'down', 'page-down'],
  blame: [
    'open',
    'next-origin',
    'previous-origin',
    'back',
    'fold',
    'search',
    'history',
    'copy',
    'down',
    'up',
  ],
  history: ['open', 'mark', 'blame', 'back', 'search', 'filter', 'fold', 'copy', 'history-all', 'down', 'up'],
  findings: [
    'open',
    'back',
    'agree',
    'correct',
    'next-portal',
    'copy',
    'copy-command',
    'fold',
    'filter',
    'search',
  ],
};

function wantedHere(state: UiState): readonly CommandName[] {
  const screen = state.screens.at(-1) ?? 'overview';
  if (isInOutline(state)) return ['open', 'down', 'up', 'back'];
  const back = backKeys(state);
  switch (screen) {
    case 'drift':
      return ['open', 'search', 'filter', 'sort', ...columnKeys(state), 'fold', 'history', 'down', 'up'];
    case 'review':
    case 'review-item':
      return reviewKeys(state);
    case 'detail':
      return ['next-change', 'previous-change', ...stepKeys(state), ...back, 'copy', 'edit', 'swap'];
    case 'text':
    case 'table':
      return readingKeys(state, screen);
    default:
      return fixedKeys[screen].filter((command) => command !== 'back' || back.length > 0);
  }
}

function readingKeys(state: UiState, screen: 'text' | 'table'): readonly CommandName[] {
  const columns: readonly CommandName[] = screen === 'table' ? ['left', 'right'] : [];
  return [
    'next-change',
    'previous-change',
    ...stepKeys(state),
    'open',
    'next-section',
    ...(screen === comparisonScreen(state) ? backKeys(state) : []),
    'search',
    'filter',
    'fold',
    ...columns,
    'outline',
    'swap',
    'copy',
    'edit',
    'history',
    'blame',
  ];
}

function backKeys({ screens }: UiState): readonly CommandName[] {
  return screens.length > 1 ? ['back'] : [];
}

function stepKeys(state: UiState): readonly CommandName[] {
  return versionRank(state) === undefined ? [] : ['older-version', 'newer-version'];
}

/** Only where they lead to anything. */
function columnKeys(state: UiState): readonly CommandName[] {
  const { board } = state;
  if (!board) return [];
  const { before, after } = columnsInSight(state, board);
  const columns: readonly CommandName[] = before + after > 0 ? ['left', 'right'] : [];
  return board.views.length > 1 ? ['next-template', ...columns] : columns;
}

function hints(state: UiState, commands: readonly CommandName[]): FrameRun[] {
  const { language } = state.settings;
  const scope = scopeOf(state);
  return commands.flatMap((command): FrameRun[] => {
    const binding = keymap.find((one) => one.command === command && one.scopes.includes(scope));
    if (!binding) return [];
    const key = keyLabel(binding.keys.slice(0, 1), language);
    const word = reviewHint(state, command) ?? tuiMessages[language].keys[command].hint;
    return [run(' '), run(key, 'key'), run(` ${word} `, 'hint')];
  });
}
