/** The JSON output of `blame`; its form is in `blame.schema.json`. */
import type { HistoryCommit } from '../model/history.ts';
import type { BlameView } from './blame-view.ts';
import { escapeHidden } from './diff-json.ts';
import { commitJson } from './log-json.ts';

const schemaVersion = 1;

/** Every version once, by its commit; pieces name theirs. */
export function renderBlameJson({ charter, file, revision, units, self }: BlameView): string {
  const commits = new Map<string, HistoryCommit>();
  for (const { commit } of units) if (commit) commits.set(commit.id, commit);
  const document = {
    schemaVersion,
    command: 'blame',
    charter,
    file,
    revision,
    commits: [...commits.values()].map(commitJson),
    units: units.map((unit) => ({
      kind: unit.kind,
      state: unit.state,
      commit: unit.commit?.id,
      former: unit.former && { charter: unit.former.charter, file: unit.former.file },
      line: unit.line,
      section: unit.block === undefined ? undefined : sectionOf(unit.block, self),
      block: unit.block,
      table: unit.table,
      row: unit.row,
      column: unit.column,
      text: unit.text,
    })),
  };
  return `${escapeHidden(JSON.stringify(document, undefined, 2))}\n`;
}

/** The id of the section that a block stands in. */
function sectionOf(block: number, { diff }: BlameView['self']): string | undefined {
  let found: { readonly id: string; readonly at: number } | undefined;
  for (const { id, b: at } of diff.sections)
    if (at !== undefined && at <= block && at >= (found?.at ?? 0)) found = { id, at };
  return found?.id;
}
