/** What a reviewer has viewed: marks by what is said, so that a changed text, class or ruling is unviewed again. */
import { createHash } from 'node:crypto';
import { tuiMessages } from '../messages/tui.ts';
import type { Review } from '../model/review.ts';
import { repositoryKey, stateFolder } from '../store/user-folders.ts';
import { readViewed, writeViewed } from '../store/viewed.ts';
import { decisionId } from '../tui/review/queue.ts';
import type { Context } from './context.ts';

export interface ViewedMarks {
  /** Ids of findings and decisions of the review. */
  readonly viewed: ReadonlySet<string>;
  /** A sentence where it cannot be kept. */
  keep(ids: readonly string[], viewed: boolean): string | undefined;
}

export async function openViewed(review: Review, root: string, context: Context): Promise<ViewedMarks> {
  const notices = tuiMessages[context.language].review;
  const folder = stateFolder(context.env);
  if (folder === undefined) return { viewed: new Set(), keep: () => notices.notKept };
  const repository = await repositoryKey(root);
  const marks = marksOf(review);
  const known = readViewed(folder, repository);
  const viewed = new Set([...marks].flatMap(([id, mark]) => (known.has(mark) ? [id] : [])));
  return {
    viewed,
    keep: (ids, isViewed) => {
      const own = ids.flatMap((id) => marks.get(id) ?? []);
      const change = isViewed ? { add: own, remove: [] } : { add: [], remove: own };
      return writeViewed(folder, repository, change) ? undefined : notices.notKept;
    },
  };
}

/** By id: what the reviewer saw, not where; whatever the commit. */
function marksOf({ findings, decisions }: Review): ReadonlyMap<string, string> {
  return new Map([
    ...findings.map((finding): [string, string] => {
      const { id, charter, class: level, ruling, severity, fails, before, after, values } = finding;
      const reason = finding.decision?.reason;
      return [
        id,
        digest(['finding', id, charter, level, ruling, severity, fails, before, after, values, reason]),
      ];
    }),
    ...decisions.map((decided): [string, string] => {
      const { what, portal, decision, counts, why, author } = decided;
      return [decisionId(decided), digest(['decision', what, portal, decision, counts, why, author?.name])];
    }),
  ]);
}

function digest(seen: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(seen.map((one) => one ?? null)))
    .digest('hex')
    .slice(0, 32);
}
