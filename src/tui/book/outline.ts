/** The outline of a comparison: what changed in each section and table, of what is shown. */
import { type ChangeClass, changeClasses } from '../../model/charter.ts';
import type { Sign } from '../../present/layout.ts';
import type { Book } from './book.ts';
import { signOfChange } from './signs.ts';
import { firstFrom } from './visible.ts';

export interface OutlineEntry {
  readonly changes: number;
  /** The strongest of its shown changes. */
  readonly class?: ChangeClass;
  /** That of all its shown changes, else that of a change. */
  readonly sign?: Sign;
}

/** `index` is that of the group. */
export function outlineEntry({ groups, items, shown, shownAt, view }: Book, index: number): OutlineEntry {
  const start = firstFrom(shownAt, groups[index]?.at ?? items.length);
  const end = firstFrom(shownAt, groups[index + 1]?.at ?? items.length);
  let level = -1;
  const found = new Set<Sign>();
  for (let rank = start; rank < end; rank += 1) {
    const change = view.diff.changes[shown[rank] ?? -1];
    if (!change) continue;
    level = Math.max(level, changeClasses.indexOf(change.class));
    found.add(signOfChange(change));
  }
  const strongest = changeClasses[level];
  const [sign] = found;
  return {
    changes: end - start,
    ...(strongest === undefined ? {} : { class: strongest }),
    ...(sign === undefined ? {} : { sign: found.size === 1 ? sign : 'changed' }),
  };
}
