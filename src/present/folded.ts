/** What an output leaves out: the kinds of the folded changes, and typographic edits inside the shown ones. */
import type { RuleId } from '../model/change.ts';
import type { Sheet } from './diff-parts.ts';
import { isQuiet } from './selection.ts';

/** Each kind once, in reading order, in the reader's language. */
export function foldedKinds(sheet: Sheet): string[] {
  const rules = new Set<RuleId>();
  sheet.view.diff.changes.forEach((change, index) => {
    if (!sheet.selection.folded.has(index)) return;
    rules.add(change.rule);
    for (const edit of change.edits) rules.add(edit.rule);
  });
  const kinds = [...rules].flatMap((rule) => sheet.messages.kinds[rule] ?? []);
  return [...new Set(kinds)];
}

export function hiddenEdits(sheet: Sheet): number {
  return sheet.view.diff.changes.reduce((sum, change, index) => {
    if (!sheet.selection.shown.has(index)) return sum;
    return sum + change.edits.filter((edit) => isQuiet(edit, sheet.selection)).length;
  }, 0);
}
