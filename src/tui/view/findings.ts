/** The findings of one portal: each with the words that differ, its class, state, reference and decision, as the text has them. */
import { driftMessages } from '../../messages/drift.ts';
import { tuiMessages } from '../../messages/tui.ts';
import type { ChangeClass } from '../../model/charter.ts';
import { findingLines } from '../../present/drift-findings.ts';
import { generationRemarks } from '../../present/drift-generations.ts';
import { noticeEntries, staleEntries, usedEntries } from '../../present/drift-remarks.ts';
import { type DriftOptions, strongestFirst } from '../../present/drift-view.ts';
import { signs } from '../../present/layout.ts';
import type { Board } from '../drift/board.ts';
import { alikePortals, type FindingItem, findingItems, viewOfOpened } from '../drift/findings.ts';
import type { FrameLine } from '../frame-types.ts';
import { type Blocks, makeBlocks } from '../pane.ts';
import { foldForSearch, markMatches } from '../search.ts';
import type { UiState } from '../state.ts';
import { queryOf } from './drawing.ts';
import { gutter, partTagged, run, withGutter, wrap } from './lines.ts';
import { driftOptions } from './matrix.ts';

const barWidth = 1;
/** Cells of a line kept for the spaces between old and new words. */
const roomToPart = 2;

interface Laying {
  readonly state: UiState;
  readonly board: Board;
  readonly options: DriftOptions;
}

export function findingBlocks(state: UiState, board: Board): Blocks {
  const items = findingItems(board);
  const options = {
    ...driftOptions(state, board, board.open?.folded === false),
    width: state.terminal.columns - barWidth - roomToPart,
  };
  return makeBlocks(
    items.length,
    (index) => index,
    (index) => {
      const item = items[index];
      const rows = item ? itemRows(item, { state, board, options }) : [];
      const kind = index === board.open?.place.at ? 'current' : 'other';
      return rows.map((line) => markMatches(line, queryOf(state), kind));
    },
  );
}

function itemRows(item: FindingItem, laying: Laying): FrameLine[] {
  const { state, board, options } = laying;
  const words = tuiMessages[options.language].drift;
  const width = state.terminal.columns - barWidth - gutter;
  switch (item.kind) {
    case 'finding':
      return findingLines(viewOfOpened(board), item.finding.portal, [item], options).map((line) =>
        partTagged(line, options.width ?? 0),
      );
    case 'none':
      return withGutter(undefined, wrap([run(item.filtered ? words.filtered : words.noFinding)], width));
    case 'folded':
      return withGutter(
        run(signs.rest, 'dim'),
        wrap([run(foldedText(item.findings, options), 'dim')], width),
      );
    case 'remarks':
      return remarkRows(laying, width);
  }
}

/** `folded: 2 agreed, 3 typographic`. */
function foldedText(
  findings: Extract<FindingItem, { kind: 'folded' }>['findings'],
  options: DriftOptions,
): string {
  const messages = driftMessages[options.language];
  const weak = (level: ChangeClass): number =>
    findings.filter(({ change, state }) => change.class === level && state !== 'agreed').length;
  const agreed = findings.filter(({ state }) => state === 'agreed').length;
  return messages.folded([
    ...(agreed === 0 ? [] : [messages.stateCount('agreed', agreed)]),
    ...strongestFirst.flatMap((level) => (weak(level) === 0 ? [] : [messages.count(level, weak(level))])),
  ]);
}

/** What else is to be known of this portal. */
function remarkRows({ board, options }: Laying, width: number): FrameLine[] {
  const messages = driftMessages[options.language];
  const view = viewOfOpened(board);
  const alike = alikePortals(board);
  const rows: FrameLine[] = [];
  const add = (title: string | undefined, entries: readonly string[]): void => {
    if (entries.length === 0) return;
    rows.push([]);
    if (title !== undefined) rows.push(...withGutter(undefined, wrap([run(title, 'strong')], width)));
    for (const entry of entries) rows.push(...withGutter(undefined, wrap([run(entry, 'dim')], width)));
  };
  const portal = view.drift.portals[0]?.portal;
  const generations = (view.generations ?? []).filter((one) => one.portal === portal);
  const about = generationRemarks({ ...view, generations }, options);
  add(about.title, about.entries);
  add(messages.staleTitle, staleEntries(view, options));
  add(messages.usedVariants, usedEntries(view, { ...options, all: true }));
  add(messages.noticesTitle, noticeEntries(view, options));
  const shared = someOf(alike, options);
  add(undefined, alike.length === 0 ? [] : [tuiMessages[options.language].drift.alike(shared)]);
  return rows;
}

const mostNames = 12;

function someOf(portals: readonly string[], { language }: DriftOptions): string[] {
  if (portals.length <= mostNames) return [...portals];
  return [...portals.slice(0, mostNames), driftMessages[language].more(portals.length - mostNames)];
}

/** Indexes of the findings whose words or references hold it. */
export function matchingFindings(state: UiState, wanted: string): readonly number[] {
  const { board } = state;
  if (!board) return [];
  const options = { ...driftOptions(state, board, true), width: undefined };
  return findingItems(board).flatMap((item, index) => {
    if (item.kind !== 'finding') return [];
    const lines = findingLines(viewOfOpened(board), item.finding.portal, [item], options);
    const text = lines.map((line) => line.map((part) => part.text).join('')).join(' ');
    return foldForSearch(text).includes(wanted) ? [index] : [];
  });
}
