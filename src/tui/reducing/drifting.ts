/** The matrix of drift and the findings of one portal: opening, sorting, filtering, folding, and on to the comparison. */
import { shellWord } from '../../messages/shell-word.ts';
import { tuiMessages } from '../../messages/tui.ts';
import type { ChangeClass } from '../../model/charter.ts';
import type { Finding, FindingState } from '../../model/drift.ts';
import type { DriftView } from '../../present/drift-view.ts';
import { toldStates } from '../../present/drift-view.ts';
import type { Action, Decision } from '../action.ts';
import {
  type Board,
  type BoardWishes,
  boardOrders,
  openBoard,
  portalHere,
  renewBoard,
  reshow,
  viewOf,
} from '../drift/board.ts';
import { findingHere, findingItems, openPortalAt, portalsWith } from '../drift/findings.ts';
import { loadVisible } from '../loading.ts';
import { goTo } from '../pane.ts';
import { mainPane } from '../screen.ts';
import { entriesOfDrift } from '../session.ts';
import type { Entry, UiState } from '../state.ts';
import { columnsInSight } from '../view/matrix.ts';
import { strongestFirst } from '../view/overview.ts';
import { ask } from './asking.ts';
import { shownView, withBook } from './book-of-state.ts';
import { popTo } from './leaving.ts';
import { atStart, firstPlace, goToItem } from './places.ts';
import { chooseBox, toggled } from './toggling.ts';

/** Opens the portal under the cursor, or unfolds the portals without drift. */
export function openPortal(state: UiState): UiState {
  const { board } = state;
  const line = board?.shown[board.place.at];
  if (!board || !line) return state;
  if (line.kind === 'clean')
    return { ...state, board: reshow(wish(board, { folded: false }), line.portals[0]) };
  const { search: _search, ...rest } = state;
  return {
    ...rest,
    board: { ...board, open: openPortalAt(line.row.portal) },
    screens: [...state.screens, 'findings'],
  };
}

/** Opens the portal's comparison with its template at the finding, or unfolds those that are folded. */
export function openFinding(state: UiState): UiState {
  const { board } = state;
  if (!board?.open) return state;
  const item = findingItems(board)[board.open.place.at];
  if (item?.kind === 'folded') return unfoldFindings(state, board);
  if (item?.kind !== 'finding') return { ...state, notice: { code: 'no-finding' } };
  const { portal, change } = item.finding;
  const entry = state.session.entries.findIndex(({ name }) => name === portal);
  const { search: _search, swapping: _swapping, ...rest } = state;
  const opened: UiState = {
    ...rest,
    entry: Math.max(0, entry),
    swapped: false,
    reading: { ...state.reading, opened: [] },
    screens: [...state.screens, 'text'],
    goal: change.fingerprint,
  };
  const ready = withBook(opened);
  return ready.book && shownView(ready) ? toGoal(atStart(ready, ready.book)) : loadVisible(ready);
}

/** Puts the cursor on the change that was asked for, shown whatever its class is. */
export function toGoal(state: UiState): UiState {
  const { goal, ...rest } = state;
  const { book } = state;
  if (goal === undefined || !book) return state;
  const index = book.view.diff.changes.findIndex(({ fingerprint }) => fingerprint === goal);
  const change = book.view.diff.changes[index];
  const at = book.changeAt[index];
  if (!change || at === undefined) return { ...rest, notice: { code: 'not-in-comparison' } };
  if (book.classes.has(change.class)) return goToItem(rest, at, index);
  const classes = new Set([...book.classes, change.class]);
  return goToItem(withBook({ ...rest, reading: { ...state.reading, classes } }), at, index);
}

function unfoldFindings(state: UiState, board: Board): UiState {
  if (!board.open) return state;
  return { ...state, board: { ...board, open: { ...board.open, folded: false } } };
}

/** On either screen; the cursor stays on its portal or finding. */
export function foldDrift(state: UiState): UiState {
  const { board } = state;
  if (!board) return state;
  if (state.screens.at(-1) === 'drift')
    return { ...state, board: reshow(wish(board, { folded: !board.wishes.folded })) };
  const { open } = board;
  if (!open) return state;
  return keepFinding(state, { ...board, open: { ...open, folded: !open.folded } }, findingHere(board));
}

/** The cursor on the finding where it is still listed, else near to where it was. */
function keepFinding(state: UiState, board: Board, finding: Finding | undefined): UiState {
  if (!board.open) return { ...state, board };
  const items = findingItems(board);
  const found = items.findIndex(
    (item) => item.kind === 'finding' && item.finding.change.fingerprint === finding?.change.fingerprint,
  );
  const at = found >= 0 ? found : Math.max(0, Math.min(board.open.place.at, items.length - 1));
  const place = { ...board.open.place, at, portion: 0 };
  return { ...state, board: { ...board, open: { ...board.open, place } } };
}

function wish(board: Board, wishes: Partial<BoardWishes>): Board {
  return { ...board, wishes: { ...board.wishes, ...wishes } };
}

export function sortPortals(state: UiState): UiState {
  const { board, settings } = state;
  if (!board) return state;
  const order = boardOrders[(boardOrders.indexOf(board.wishes.order) + 1) % boardOrders.length] ?? 'class';
  const value = tuiMessages[settings.language].drift.orders[order];
  // A new order is looked at from its start.
  const sorted = reshow({ ...wish(board, { order }), place: firstPlace }, '');
  return { ...state, board: sorted, notice: { code: 'sorted', value } };
}

export function nextTemplate(state: UiState): UiState {
  const { board } = state;
  if (!board) return state;
  if (board.views.length < 2) return { ...state, notice: { code: 'one-template' } };
  const chosen = (board.chosen + 1) % board.views.length;
  return { ...state, board: reshow({ ...board, chosen, place: firstPlace, column: 0 }, '') };
}

/** Portals by name or reference, as it is typed. */
export function narrowPortals(state: UiState, query: string): UiState {
  const { board } = state;
  return board ? { ...state, board: reshow(wish(board, { query })) } : state;
}

/** Shows or hides a class, strongest first, or a state, which come after the classes. */
export function toggleInDrift(state: UiState, index: number): UiState {
  const { board } = state;
  if (!board) return state;
  const finding = findingHere(board);
  const level = strongestFirst[index];
  const status = toldStates[index - strongestFirst.length];
  const wishes = level
    ? { classes: toggled<ChangeClass>(board.wishes.classes, level) }
    : status
      ? { states: toggled<FindingState>(board.wishes.states, status) }
      : {};
  return chooseBox(keepFinding(state, reshow(wish(board, wishes)), finding), index);
}

export function scrollMatrix(state: UiState, by: -1 | 1): UiState {
  const { board } = state;
  if (!board) return state;
  const { before, after } = columnsInSight(state, board);
  return { ...state, board: { ...board, column: Math.max(0, before + (by > 0 ? Math.min(1, after) : -1)) } };
}

export function jumpToFinding(state: UiState, by: -1 | 1): UiState {
  const { board } = state;
  if (!board?.open) return state;
  const items = findingItems(board);
  const here = board.open.place.at;
  const next = items.findIndex((item, at) => item.kind === 'finding' && at > here);
  const last = items.findLastIndex((item, at) => item.kind === 'finding' && at < here);
  const index = by > 0 ? next : last;
  if (index < 0) return { ...state, notice: { code: by > 0 ? 'last-change' : 'first-change' } };
  return goToFinding(state, index);
}

export function goToFinding(state: UiState, index: number): UiState {
  const { board } = state;
  if (!board?.open) return state;
  const { blocks, place, height } = mainPane(state);
  const next = goTo(blocks, place, { height, index });
  return { ...state, board: { ...board, open: { ...board.open, place: next } } };
}

/** The findings of the portal in the matrix's next row, or of the one before. */
export function stepPortal(state: UiState, by: -1 | 1): UiState {
  const { board } = state;
  if (!board?.open) return state;
  const { portal } = board.open;
  const here = board.shown.findIndex(({ portals }) => portals.includes(portal));
  const line = board.shown[here + by];
  if (line?.kind !== 'portals')
    return { ...state, notice: { code: by > 0 ? 'last-portal' : 'first-portal' } };
  const { search: _search, ...rest } = state;
  const under: UiState = { ...rest, screens: ['drift'] };
  const { blocks, place, height } = mainPane(under);
  const next = goTo(blocks, place, { height, index: here + by });
  return { ...rest, board: { ...board, place: next, open: openPortalAt(line.row.portal) } };
}

export function copyReference(state: UiState): UiState {
  const finding = findingHere(state.board);
  if (!finding) return { ...state, notice: { code: 'no-finding' } };
  return ask(state, { kind: 'copy', text: finding.reference, what: finding.reference, of: 'reference' });
}

/** The command that agrees to the finding; its reason is still to be written. */
export function copyAgreement(state: UiState): UiState {
  const { board } = state;
  const finding = findingHere(board);
  if (!board || !finding) return { ...state, notice: { code: 'no-finding' } };
  const alike = portalsWith(finding, board).length > 1;
  const where = alike ? ` --portals ${shellWord(finding.portal)}` : '';
  const text = `charter accept ${finding.reference}${where} --reason "…"`;
  return ask(state, { kind: 'copy', text, of: 'command' });
}

/** The charter that the reader is at. */
export function portalOfDrift({ board, screens }: UiState): string | undefined {
  if (!board) return undefined;
  return screens.at(-1) === 'findings' ? board.open?.portal : portalHere(board);
}

/** What was read anew: after a decision, or after a file was edited. */
export function takeDrift(before: UiState, { views, decision }: Action & { type: 'drifted' }): UiState {
  const { board, session } = before;
  if (!board) return before;
  const state = decision ? told(before, decision) : before;
  const finding = findingHere(board);
  const next =
    views.length === 0 ? openBoard({ ...board, views: [emptied(board)] }) : renewBoard(board, views);
  const known = new Map(session.entries.map((entry) => [entry.name, entry]));
  const entries = entriesOfDrift(next).map((entry): Entry => ({ ...known.get(entry.name), ...entry }));
  const name = session.entries[state.entry]?.name;
  const entry = Math.max(
    0,
    entries.findIndex((one) => one.name === name),
  );
  const renewed = { ...state, session: { ...session, entries }, entry };
  const isThere = entries.some((one) => one.name === board.open?.portal);
  return isThere ? keepFinding(renewed, next, finding) : popTo({ ...renewed, board: next }, 'drift');
}

function told(state: UiState, { deed, reference, portals, count }: Decision): UiState {
  const words = tuiMessages[state.settings.language].drift.decision;
  const names = portals === '*' ? words.allPortals(count) : portals;
  const value = deed === 'accept' ? words.accepted(reference, names) : words.fixed(reference, names);
  return { ...state, notice: { code: 'decided', value } };
}

/** The template without portals, where no charter is left that follows one. */
function emptied(board: Board): DriftView {
  const view = viewOf(board);
  const matrix = { ...view.drift.matrix, rows: [] };
  return { ...view, drift: { ...view.drift, portals: [], matrix }, groups: [] };
}

export function takeDriftFailure(state: UiState, message: string): UiState {
  if (!state.board) return state;
  const { writing: _writing, ...board } = state.board;
  return { ...state, board, notice: { code: 'message', text: message } };
}
