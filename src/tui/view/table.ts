/** The table screen: a grid with a pinned column of names where there is room, else one card a row. */

import { entriesOf } from '../../present/diff-change.ts';
import { tagOf } from '../../present/diff-parts.ts';
import { signs } from '../../present/layout.ts';
import { readTableEntry } from '../../present/table-entry.ts';
import type { Item, RowItem } from '../book/items.ts';
import { groupLabel } from '../book/labels.ts';
import { signOfChange } from '../book/signs.ts';
import type { Visible } from '../book/visible.ts';
import type { FrameLine } from '../frame-types.ts';
import { type Blocks, makeBlocks } from '../pane.ts';
import { markMatches } from '../search.ts';
import { signRun } from './change-rows.ts';
import { type Drawing, isWhole, remembered, sheetFor } from './drawing.ts';
import { type Grid, gridRows } from './grid.ts';
import { addTag, cells, cut, flatRun, gutter, justify, partWords, run, withGutter, wrap } from './lines.ts';
import { type RowCells, rowCells } from './row-cells.ts';
import { barWidth, foldText, versionRows } from './text.ts';

/** `grid` where rows are laid out in columns. */
export function tableBlocks(
  drawing: Drawing,
  gridOf: (pair: number) => Grid | undefined,
  column: number,
): Blocks {
  const { table } = drawing.book;
  return makeBlocks(table.count, table.at, (index) => {
    const entry = table.entry(index);
    if (!entry) return [];
    const { kind, at } = entry;
    const form = [kind, kind === 'item' ? isWhole(drawing, at) : entry.to, index === 0];
    return remembered(drawing, { at, name: `table ${column}`, form }, () =>
      layVisible(entry, index === 0, { drawing, gridOf }),
    );
  });
}

interface Laying {
  readonly drawing: Drawing;
  readonly gridOf: (pair: number) => Grid | undefined;
}

export function tableWidth({ layout }: Drawing): number {
  return layout.main - barWidth;
}

function layVisible(entry: Visible, first: boolean, laying: Laying): FrameLine[] {
  const { drawing } = laying;
  const item = drawing.book.items[entry.at];
  if (entry.kind === 'fold') {
    const text = `${signs.rest} ${foldText(entry, entry.at, drawing)}`;
    return withGutter(undefined, [cut([run(text, 'dim')], tableWidth(drawing) - gutter)]);
  }
  if (item?.kind === 'heading') {
    const note = entry.kind === 'quiet' ? foldText(entry, entry.at + 1, drawing) : undefined;
    return titleRows(item, { first, note, drawing });
  }
  if (item?.kind === 'versions') return versionRows(entry.at, drawing, tableWidth(drawing));
  if (item?.kind === 'row') return rowRows(item, entry.at, laying);
  return item?.kind === 'change' ? wholeTableRows(item.change, drawing) : [];
}

interface Title {
  readonly first: boolean;
  readonly note: string | undefined;
  readonly drawing: Drawing;
}

/** The table's name, and how many of its rows differ. */
function titleRows(item: Item & { kind: 'heading' }, { first, note, drawing }: Title): FrameLine[] {
  const group = drawing.book.groups[item.group];
  if (!group) return [];
  const { sheet, view } = drawing.book;
  const pair = group.kind === 'table' ? view.diff.tables[group.pair] : undefined;
  const differ =
    pair && pair.differing > 0
      ? sheet.messages.rowsDiffer(pair.differing, Math.max(pair.rowsA, pair.rowsB))
      : '';
  const line = justify([flatRun(groupLabel(group, sheet), 'heading')], [run(note ?? differ, 'dim')], {
    width: tableWidth(drawing),
  });
  return first ? [line] : [[], line];
}

function rowRows(item: RowItem, at: number, { drawing, gridOf }: Laying): FrameLine[] {
  const width = tableWidth(drawing);
  const row = rowCells(item, drawing.book, sheetFor(drawing.book, width, isWhole(drawing, at)));
  const kind = at === drawing.cursor ? 'current' : 'other';
  const mark = (line: FrameLine): FrameLine => partWords(markMatches(line, drawing.query, kind));
  const marked: RowCells = {
    ...row,
    name: mark(row.name),
    cells: row.cells.map((cell) => ({ ...cell, text: mark(cell.text) })),
  };
  const grid = gridOf(item.pair);
  const rows = grid
    ? gridRows(marked, grid)
    : cardRows(marked, { width: width - gutter, whole: isWhole(drawing, at) });
  return withGutter(row.sign && signRun(row.sign), rows);
}

/** The name and the class, then one cell below the other: the changed ones, or all of a row that is shown whole. */
function cardRows(
  row: RowCells,
  { width, whole }: { readonly width: number; readonly whole: boolean },
): FrameLine[] {
  const all = whole || (row.change !== undefined && row.change.kind.match(/added|removed/) !== null);
  const shown = row.cells.filter(({ change, text }) => change !== undefined || (all && text.length > 0));
  const lines = addTag(wrap([...row.name, ...spaced(row.note)], width), row.tag, width);
  return [
    ...lines,
    ...shown.flatMap(({ head, text }) =>
      wrap([run(`${head} `, 'dim'), run(' '), ...text], width - indent).map((line) => [run('  '), ...line]),
    ),
  ];
}

const indent = 2;

function spaced(note: FrameLine): FrameLine {
  return cells(note) === 0 ? [] : [run('  '), ...note];
}

/** A change of a column, or of the table as a whole. */
function wholeTableRows(index: number, drawing: Drawing): FrameLine[] {
  const width = tableWidth(drawing) - gutter;
  const change = drawing.book.view.diff.changes[index];
  if (!change) return [];
  const sheet = sheetFor(drawing.book, width, true);
  const entry = change.kind.startsWith('column') ? readTableEntry(change, sheet) : undefined;
  const body: FrameLine = entry
    ? [entry.key, ...spaced(entry.text)]
    : entriesOf(change, sheet).flatMap(({ body: line }) => line);
  return withGutter(signRun(signOfChange(change)), addTag(wrap(body, width), tagOf(change, sheet), width));
}
