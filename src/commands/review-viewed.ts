/** What a reviewer has viewed: marks by what is said, so that a changed text, class or ruling is unviewed again. */
import { createHash } from 'node:crypto';
import type { Review, ReviewedDecision, ReviewFinding } from '../model/review.ts';
import { repositoryKey, stateFolder } from '../store/user-folders.ts';
import { readViewed, writeViewed } from '../store/viewed.ts';
import type { Context } from './context.ts';

export interface ViewedMarks {
  /** Ids of findings and decisions of the review. */
  readonly viewed: ReadonlySet<string>;
  /** False where it cannot be kept. */
  keep(ids: readonly string[], viewed: boolean): boolean;
}

export async function openViewed(
  review: Review,
  root: string,
  { env }: Pick<Context, 'env'>,
): Promise<ViewedMarks> {
  const folder = stateFolder(env);
  if (folder === undefined) return { viewed: new Set(), keep: () => false };
  const repository = await repositoryKey(root);
  const marks = marksOf(review);
  const known = readViewed(folder, repository);
  const viewed = new Set([...marks].flatMap(([id, mark]) => (known.has(mark) ? [id] : [])));
  return {
    viewed,
    keep: (ids, isViewed) => {
      const own = ids.flatMap((id) => marks.get(id) ?? []);
      const change = isViewed ? { add: own, remove: [] } : { add: [], remove: own };
      return writeViewed(folder, repository, change);
    },
  };
}

/** The review as its reader left it. */
export function withViewed(review: Review, viewed: ReadonlySet<string>): Review {
  if (viewed.size === 0) return review;
  const marked = <T extends ReviewFinding | ReviewedDecision>(one: T): T =>
    viewed.has(one.id) ? { ...one, viewed: true } : one;
  return { ...review, findings: review.findings.map(marked), decisions: review.decisions.map(marked) };
}

/** By id: what the reviewer saw, not where; whatever the commit. */
function marksOf({ findings, decisions, charters }: Review): ReadonlyMap<string, string> {
  // Of a file that comes or goes all of its text was to be seen.
  const texts = new Map(charters.map(({ charter, alone, unread }) => [charter, [alone, unread]]));
  return new Map([
    ...findings.map((finding): [string, string] => {
      const { id, charter, class: level, ruling, severity, fails, before, after, values } = finding;
      const reason = finding.decision?.reason;
      const text = finding.kind === 'file' ? texts.get(charter ?? '') : undefined;
      return [
        id,
        digest(['finding', id, charter, level, ruling, severity, fails, before, after, values, reason, text]),
      ];
    }),
    ...decisions.map(({ id, what, portal, decision, counts, why, author }): [string, string] => [
      id,
      digest(['decision', what, portal, decision, counts, why, author?.name]),
    ]),
  ]);
}

function digest(seen: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(seen.map((one) => one ?? null)))
    .digest('hex')
    .slice(0, 32);
}
