/** The `--name-only` output: the charters that differ, one comparison a line, for programs to read. */
import { sanitise } from '../text/sanitise.ts';
import type { DiffOptions, DiffView } from './diff-view.ts';

/** One name where both sides are the same charter, else the two names parted by a tab. */
export function renderDiffNames(views: readonly DiffView[], { only }: Pick<DiffOptions, 'only'>): string {
  const different = views.filter(({ diff }) =>
    diff.changes.some((change) => !only || only.has(change.class)),
  );
  return different.map(({ diff }) => `${namesOf(diff.a.charter, diff.b.charter)}\n`).join('');
}

function namesOf(a: string, b: string): string {
  return a === b ? sanitise(a) : `${sanitise(a)}\t${sanitise(b)}`;
}
