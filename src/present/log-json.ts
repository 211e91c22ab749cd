/** The JSON output of `log`, written version by version; its form is in `log.schema.json`. */
import type { HistoryCommit } from '../model/history.ts';
import type { LogEntry, LogItem } from '../model/log.ts';
import { changeJson, escapeHidden } from './diff-json.ts';
import type { LogRenderer } from './log-view.ts';
import { newCapture } from './log-view.ts';

const schemaVersion = 1;

/** One JSON document in pieces; texts are as they are in the charters. */
export function createLogJson(): LogRenderer {
  const start = `{\n  "schemaVersion": ${schemaVersion},\n  "command": "log",\n  "versions": [`;
  let first = true;
  function entryText(entry: LogEntry): string {
    const text = JSON.stringify(entryJson(entry), undefined, 2).replaceAll('\n', '\n    ');
    const before = first ? `${start}\n    ` : ',\n    ';
    first = false;
    return before + escapeHidden(text);
  }
  return {
    item: (item: LogItem) => (item.kind === 'folded' ? '' : item.entries.map(entryText).join('')),
    end: ({ shallow }) => `${first ? start : ''}${first ? '' : '\n  '}],\n  "shallow": ${shallow}\n}\n`,
  };
}

/** Absent values are left out by the serialiser. */
function entryJson(entry: LogEntry): object {
  const { status, charter, file, former, later, summary, fold, comparison, dropped, unreadable } = entry;
  return {
    commit: commitJson(entry.commit),
    charter,
    file,
    status,
    former: former && { charter: former.charter, file: former.file },
    later: later && { charter: later.charter, file: later.file },
    captured: newCapture(entry),
    fold,
    summary,
    changes: comparison?.diff.changes.map(changeJson),
    dropped: dropped?.map(({ diff }) => ({
      parent: diff.a.revision,
      changes: diff.changes.map(changeJson),
    })),
    removedIn: entry.removedIn,
    renamedIn: entry.renamedIn,
    movedIn: entry.movedIn,
    unreadable: unreadable && {
      side: unreadable.side,
      problems: unreadable.problems.map(({ code, path, line, column }) => ({ code, path, line, column })),
    },
  };
}

export function commitJson(commit: HistoryCommit): object {
  const { id, parents, author, authored, committed, subject, trailers, merge, boundary } = commit;
  return {
    id,
    parents,
    author: { name: author.name, email: author.email },
    authored,
    committed,
    subject,
    trailers: trailers.map(({ key, value }) => ({ key, value })),
    merge,
    boundary,
  };
}
