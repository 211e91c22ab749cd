/** Where words come from: beside each paragraph, cookie and cell the day, author and commit of its version. */
import { historyMessages } from '../../messages/history.ts';
import { tuiMessages } from '../../messages/tui.ts';
import type { BlamedUnit } from '../../model/log.ts';
import { cellsApart, columnName, readable, rowName, rowText } from '../../present/blame-view.ts';
import { type Sheet, sheetOf } from '../../present/diff-parts.ts';
import { shortCommit } from '../../present/log-view.ts';
import type { Origins, UnitLine } from '../blame/origins.ts';
import type { FrameLine } from '../frame-types.ts';
import { type Blocks, makeBlocks } from '../pane.ts';
import { markMatches } from '../search.ts';
import type { UiState } from '../state.ts';
import { queryOf } from './drawing.ts';
import { beside, blank, cut, fill, flatRun, run, wrap } from './lines.ts';

/** From here on author and commit stand beside the day. */
const roomForNames = 100;
const dayCells = 10;
const authorCells = 16;
const idCells = 9;
const between = 2;
const widestText = 120;

interface Laying {
  readonly state: UiState;
  readonly origins: Origins;
  readonly sheet: Sheet | undefined;
  readonly width: number;
}

export function originBlocks(state: UiState, origins: Origins): Blocks {
  const { view, shown, failure } = origins;
  const { language } = state.settings;
  const width = state.terminal.columns - 1;
  const options = { language, width, color: false, all: true, context: 0 };
  const laying = { state, origins, width, sheet: view && sheetOf(view.self, options) };
  const words = tuiMessages[language].history;
  if (failure !== undefined) return notes(wrap([flatRun(failure, 'failure')], width - between));
  if (!view) return notes([[run(words.reading, 'dim')]]);
  if (shown.length === 0) return notes([[run(historyMessages[language].blame.nothing)]]);
  return makeBlocks(
    shown.length,
    (index) => shown[index]?.at ?? 0,
    (index) => {
      const line = shown[index];
      if (line?.kind === 'heading')
        return [...(index === 0 ? [] : [[]]), cut([flatRun(line.text, 'heading')], width)];
      return line ? unitRows(line, laying) : [];
    },
  );
}

function notes(lines: readonly FrameLine[]): Blocks {
  return makeBlocks(
    1,
    () => 0,
    () => lines.map((line) => [blank(between), ...line]),
  );
}

function unitRows(line: UnitLine, { state, origins, sheet, width }: Laying): FrameLine[] {
  const wide = state.terminal.columns >= roomForNames;
  const meta = metaOf(line, state, wide);
  const metaWidth = wide ? dayCells + authorCells + idCells + 2 * between : dayCells;
  const indent = line.under ? between : 0;
  const current = line.at === origins.place.at;
  const body = markMatches(bodyOf(line, origins, sheet), queryOf(state), current ? 'current' : 'other');
  const room = Math.max(10, Math.min(widestText, width - metaWidth - between - indent));
  return beside(
    [
      { lines: [fill(meta, metaWidth)], width: metaWidth },
      {
        lines: wrap(body, room).map((text): FrameLine => [blank(indent), ...text]),
        width: width - metaWidth - between,
      },
    ],
    between,
  );
}

/** Faint where it is that of the piece before. */
function metaOf({ unit, row, repeated }: UnitLine, { settings }: UiState, wide: boolean): FrameLine {
  const style = repeated ? 'dim' : undefined;
  const { commit, state, former } = unit;
  if (!commit || !row?.version) {
    const words = historyMessages[settings.language].blame;
    return [run(wide ? words.uncommitted : words.uncommittedShort, repeated ? 'dim' : 'notice')];
  }
  const day = run(row.moment.slice(0, dayCells), style);
  if (!wide) return [day];
  const id = `${state === 'boundary' ? '^' : ''}${shortCommit(commit.id)}${former ? '»' : ''}`;
  return [
    day,
    blank(between),
    ...fill([flatRun(commit.author.name, style)], authorCells),
    blank(between),
    run(id, 'dim'),
  ];
}

function bodyOf({ unit, under, at }: UnitLine, { view, all }: Origins, sheet: Sheet | undefined): FrameLine {
  const text = readable(unit.text);
  if (!view || !sheet) return [run(text)];
  switch (unit.kind) {
    case 'row':
      return [run(rowText(unit, view.self.b, cellsApart(rowUnits(all, at), 0)))];
    case 'cell': {
      const name = columnName(unit, view.self.b, sheet);
      const cookie = under ? '' : `${rowName(unit, view.self.b)}, `;
      return [run(sheet.messages.accessible.place([`${cookie}${name}`]), 'dim'), run(text)];
    }
    case 'head':
    case 'variable':
      return [run(sheet.messages.accessible.place([unit.column ?? '']), 'dim'), run(text)];
    case 'heading':
    case 'title':
      return [run(text, 'strong')];
    case 'item':
      return [run(`- ${text}`)];
    default:
      return [run(text)];
  }
}

/** The row of that ordinal and the cells that stand below it, shown or folded. */
function rowUnits(all: Origins['all'], at: number): BlamedUnit[] {
  const units: BlamedUnit[] = [];
  for (let next = at; next < all.length; next += 1) {
    const line = all[next];
    if (line?.kind !== 'unit' || (next > at && !line.under)) break;
    units.push(line.unit);
  }
  return units;
}
