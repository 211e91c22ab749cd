/** Which changes are shown, which are folded into one line, and whether typographic edits are marked. */
import type { Change, CharterDiff, Edit } from '../model/change.ts';
import type { ChangeClass } from '../model/charter.ts';

export interface Selection {
  /** Indexes into the diff's changes. */
  readonly shown: ReadonlySet<number>;
  readonly folded: ReadonlySet<number>;
  /** False where typographic edits are shown as the new text, without marks. */
  readonly typography: boolean;
}

export interface SelectionOptions {
  readonly all: boolean;
  readonly only?: ReadonlySet<ChangeClass>;
}

/** Typographic changes are folded where something weightier is shown, unless they are asked for. */
export function selectChanges(diff: CharterDiff, options: SelectionOptions): Selection {
  const { all, only } = options;
  const wanted = diff.changes.flatMap((change, index) => (only && !only.has(change.class) ? [] : [index]));
  const weighty = wanted.some((index) => isWeighty(diff.changes[index]));
  const typography = all || !weighty || only?.has('typographic') === true;
  const folded = typography ? [] : wanted.filter((index) => diff.changes[index]?.class === 'typographic');
  return {
    shown: new Set(wanted.filter((index) => typography || diff.changes[index]?.class !== 'typographic')),
    folded: new Set(folded),
    typography,
  };
}

function isWeighty(change: Change | undefined): boolean {
  return change?.class === 'wording' || change?.class === 'substantive';
}

/** Whether an edit is shown as the new text, without marks. */
export function isQuiet(edit: Edit | undefined, selection: Pick<Selection, 'typography'>): boolean {
  return !selection.typography && edit?.class === 'typographic';
}
