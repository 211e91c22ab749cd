/** Which portal or finding the reader is at, and what the gate counts, over the screens of drift. */
import { driftMessages } from '../../messages/drift.ts';
import { tuiMessages } from '../../messages/tui.ts';
import { columnName, templateName, toldStates } from '../../present/drift-view.ts';
import { type Board, viewOf } from '../drift/board.ts';
import { countInState, countUnsettled } from '../drift/board-lines.ts';
import { type DecisionPrompt, decisionCommand } from '../drift/decision.ts';
import { findingHere, findingItems, openedRow } from '../drift/findings.ts';
import type { FrameLine, FrameRun } from '../frame-types.ts';
import type { UiState } from '../state.ts';
import { classBoxes } from './drift-footer.ts';
import { cells, cut, flatRun, justify, run } from './lines.ts';

const gap = 2;

export function driftSubject({ board, screens, settings }: UiState): string {
  if (!board) return '';
  const words = tuiMessages[settings.language].drift;
  const template = templateName(viewOf(board));
  if (screens.at(-1) === 'findings') return words.findings(board.open?.portal ?? '', template);
  return words.title(template, board.chosen + 1, board.views.length);
}

/** Longest form first: how many stand how, then how many are to be settled. */
export function driftCounts({ board, settings, screens }: UiState): FrameLine[] {
  if (!board) return [[]];
  const { language } = settings;
  const messages = driftMessages[language];
  const counts = isOpenPortal(board, screens) ? openedRow(board)?.counts : viewOf(board).drift.matrix.counts;
  if (!counts) return [[]];
  const parts = toldStates.flatMap((state): FrameRun[] => {
    const count = countInState(counts, state, board);
    if (count === 0 && state !== 'unexplained' && state !== 'agreed') return [];
    const style = count > 0 && state !== 'agreed' && state !== 'to-fix' ? 'bar-strong' : 'bar';
    return [run(messages.stateCount(state, count), style)];
  });
  const words = parts.flatMap((part, index): FrameRun[] =>
    index === 0 ? [part] : [run(' · ', 'bar'), part],
  );
  const unsettled = countUnsettled(counts, board);
  const some = [run(tuiMessages[language].drift.toSettle(unsettled), unsettled > 0 ? 'bar-strong' : 'bar')];
  return [words, some, some];
}

function isOpenPortal({ open }: Board, screens: UiState['screens']): boolean {
  return open !== undefined && screens.at(-1) === 'findings';
}

export function driftPosition(state: UiState): FrameLine {
  const { board, prompt, terminal, settings } = state;
  if (!board) return [];
  const { language } = settings;
  if (prompt?.kind === 'decision') return cut([run(' '), ...decisionLine(prompt, state)], terminal.columns);
  if (prompt?.kind === 'filter')
    return classBoxes({ shown: board.wishes.classes, names: driftMessages[language].tag }, state);
  if (board.writing) return [run(` ${tuiMessages[language].drift.decision.writing}`, 'strong')];
  return state.screens.at(-1) === 'findings' ? findingPosition(state, board) : rowPosition(state, board);
}

/** What is being decided; then the command that would write it. */
function decisionLine(prompt: DecisionPrompt, { settings }: UiState): FrameLine {
  const words = tuiMessages[settings.language].drift.decision;
  const { deed, finding, stage } = prompt;
  if (stage === 'confirm') return [run(`${words.confirm} `, 'strong'), flatRun(decisionCommand(prompt))];
  return [flatRun(words[deed](finding.reference, finding.portal), 'strong')];
}

/** ` 1 of 5 · pays-de-la-loire · 6 to settle           Sorted: by name`. */
function rowPosition({ settings, terminal }: UiState, board: Board): FrameLine {
  const words = tuiMessages[settings.language].drift;
  const line = board.shown[board.place.at];
  const right = [run(`${words.sorted(words.orders[board.wishes.order])} `, 'dim')];
  if (!line) return justify([], right, { width: terminal.columns });
  const here: FrameRun[] = [run(` ${words.row(board.place.at + 1, board.shown.length)}`, 'strong')];
  if (line.kind === 'portals') {
    here.push(flatRun(` · ${line.row.portal}`));
    if (line.unsettled > 0) here.push(run(` · ${words.toSettle(line.unsettled)}`));
  }
  const fits = cells(here) + gap + cells(right) <= terminal.columns;
  return justify(here, fits ? right : [], { width: terminal.columns });
}

/** ` drift 2 of 6 · wording · unexplained · Introduction          561136`. */
function findingPosition({ settings, terminal }: UiState, board: Board): FrameLine {
  const { language } = settings;
  const messages = driftMessages[language];
  const words = tuiMessages[language].drift;
  const finding = findingHere(board);
  if (!finding)
    return [run(` ${messages.toSettle(countUnsettled(openedRow(board)?.counts, board))}`, 'strong')];
  const items = findingItems(board).filter(({ kind }) => kind === 'finding');
  const rank = items.findIndex((item) => item.kind === 'finding' && item.finding === finding);
  const column = viewOf(board).drift.matrix.columns.find(({ id }) => id === finding.column);
  const left = [
    run(` ${words.finding(rank + 1, items.length)}`, 'strong'),
    run(' · '),
    run(messages.tag[finding.change.class], finding.change.class),
    run(` · ${messages.states[finding.state]}`),
    flatRun(` · ${columnName(column, language)}`),
  ];
  return justify(left, [run(`${finding.reference} `, 'dim')], { width: terminal.columns });
}
