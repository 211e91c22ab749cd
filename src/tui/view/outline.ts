/** The outline: every section and table with what changed in it, and where the reader is. */
import { signs } from '../../present/layout.ts';
import type { OutlineEntry } from '../book/book.ts';
import { groupLabel } from '../book/labels.ts';
import { findVisible } from '../book/visible.ts';
import type { FrameLine, FrameRun } from '../frame-types.ts';
import { type Blocks, makeBlocks } from '../pane.ts';
import type { Drawing } from './drawing.ts';
import { cut, flatRun, justify, run } from './lines.ts';
import { barWidth, tableSign } from './text.ts';

export function outlineBlocks(drawing: Drawing): Blocks {
  const { outline } = drawing.book;
  const here = findVisible(outline, drawing.cursor);
  return makeBlocks(
    outline.length,
    (index) => index,
    (index) => {
      const entry = outline[index];
      return entry ? [entryLine(entry, { here: index === here, drawing })] : [];
    },
  );
}

interface EntryOf {
  readonly here: boolean;
  readonly drawing: Drawing;
}

function entryLine(entry: OutlineEntry, { here, drawing }: EntryOf): FrameLine {
  const width = drawing.layout.outlineWidth - barWidth;
  const label = flatRun(groupLabel(entry.group, drawing.book.sheet), here ? 'strong' : undefined);
  // A table often has the name of its section.
  const kind = entry.group.kind === 'table' ? [run(`${tableSign} `, 'dim')] : [];
  return justify([run(here ? '▸ ' : '  ', 'key'), ...kind, label], [countOf(entry), run(' ')], { width });
}

/** `~2`: the sign that all its changes share and how many there are, in the colour of the strongest. */
function countOf({ changes, sign, class: level }: OutlineEntry): FrameRun {
  if (changes === 0) return run('·', 'dim');
  return run(`${signs[sign ?? 'changed']}${changes}`, level);
}

export function outlineTitle({ messages, layout }: Drawing): FrameLine {
  return cut([run(` ${messages.outline}`, 'dim')], layout.outlineWidth);
}
