/** Below the timeline: the whole subject of the version under the cursor, and what it changed, one line each. */
import { historyMessages } from '../../messages/history.ts';
import { tuiMessages } from '../../messages/tui.ts';
import { changeClasses } from '../../model/charter.ts';
import { signs } from '../../present/layout.ts';
import { listChanges } from '../../present/log-change.ts';
import type { FrameLine } from '../frame-types.ts';
import { needsMarks } from '../palette.ts';
import type { UiState } from '../state.ts';
import { rowHere, type Timeline } from '../timeline/timeline.ts';
import { blank, cut, flatRun, gutter, partTagged, run } from './lines.ts';

/** Exactly so many rows. */
export function previewLines(state: UiState, timeline: Timeline, rows: number): FrameLine[] {
  const { columns } = state.terminal;
  const rule: FrameLine = [run('─'.repeat(columns), 'dim')];
  const subject = subjectLines(state, timeline);
  const lines = [...subject, ...changeLines(state, timeline, rows - 1 - subject.length)];
  const shown = lines.slice(0, rows - 1).map((line) => cut(line, columns));
  const rest = Array.from({ length: rows - 1 - shown.length }, (): FrameLine => []);
  return [rule, ...shown, ...rest];
}

function subjectLines({ settings }: UiState, timeline: Timeline): FrameLine[] {
  const row = rowHere(timeline);
  if (!row) return [];
  // What is not committed has no subject.
  if (!row.version) return [];
  const { subject } = row.version.commit;
  const text = subject.trim() === '' ? tuiMessages[settings.language].history.noSubject : subject;
  const remark = row.remark === undefined ? [] : [flatRun(` · ${row.remark}`, 'dim')];
  return [[blank(gutter), flatRun(text, 'strong'), ...remark]];
}

/** Those of the classes that the filter shows, at most `room` lines. */
function changeLines({ settings, terminal }: UiState, timeline: Timeline, room: number): FrameLine[] {
  const { preview, classes } = timeline;
  if (!preview || preview.key !== rowHere(timeline)?.key) return [];
  if (preview.failure !== undefined) return [[blank(gutter), flatRun(preview.failure, 'failure')]];
  if (!preview.view) return [];
  const { language } = settings;
  const words = historyMessages[language];
  const options = {
    language,
    width: terminal.columns - roomToPart,
    color: !needsMarks(settings),
    all: false,
    context: 0,
    ...(classes.size === changeClasses.length ? {} : { only: classes }),
  };
  const part = (line: FrameLine): FrameLine => partTagged(line, options.width);
  const all = listChanges(preview.view, options, { most: room, words });
  if (all.more === 0) return all.lines.map(part);
  // The last line says how many there are besides.
  const { lines, more } = listChanges(preview.view, options, { most: room - 1, words });
  return [...lines.map(part), [run(` ${signs.rest}  ${words.more(more)}`, 'dim')]];
}

/** Cells of a line kept for the spaces between old and new words. */
const roomToPart = 2;
