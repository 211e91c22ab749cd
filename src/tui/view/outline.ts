/** The outline: every section and table with what changed in it, and where the reader is. */
import { signs } from '../../present/layout.ts';
import type { Group } from '../book/items.ts';
import { groupLabel } from '../book/labels.ts';
import { type OutlineEntry, outlineEntry } from '../book/outline.ts';
import { findVisible } from '../book/visible.ts';
import type { FrameLine, FrameRun } from '../frame-types.ts';
import { type Blocks, makeBlocks } from '../pane.ts';
import type { Drawing } from './drawing.ts';
import { cut, flatRun, justify, run } from './lines.ts';
import { barWidth, tableSign } from './text.ts';

export function outlineBlocks(drawing: Drawing): Blocks {
  const { groups } = drawing.book;
  const here = findVisible(groups, drawing.cursor);
  return makeBlocks(
    groups.length,
    (index) => index,
    (index) => {
      const group = groups[index];
      return group ? [entryLine(group, { index, here: index === here, drawing })] : [];
    },
  );
}

interface EntryOf {
  readonly index: number;
  readonly here: boolean;
  readonly drawing: Drawing;
}

function entryLine(group: Group, { index, here, drawing }: EntryOf): FrameLine {
  const { book, layout } = drawing;
  const label = flatRun(groupLabel(group, book.sheet), here ? 'strong' : undefined);
  // A table often has the name of its section.
  const kind = group.kind === 'table' ? [run(`${tableSign} `, 'dim')] : [];
  const marked = [run(here ? '▸ ' : '  ', 'key'), ...kind, label];
  return justify(marked, [countOf(outlineEntry(book, index)), run(' ')], {
    width: layout.outlineWidth - barWidth,
  });
}

/** `~2`: the sign that all its changes share and how many there are, in the colour of the strongest. */
function countOf({ changes, sign, class: level }: OutlineEntry): FrameRun {
  if (changes === 0) return run('·', 'dim');
  return run(`${signs[sign ?? 'changed']}${changes}`, level);
}

export function outlineTitle({ messages, layout }: Drawing): FrameLine {
  return cut([run(` ${messages.outline}`, 'dim')], layout.outlineWidth);
}
