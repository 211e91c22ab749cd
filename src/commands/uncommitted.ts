/** What the work tree has of the charters that no commit holds yet. */
import { Failure } from '../model/failure.ts';
import { isBareRepository } from '../store/repository.ts';
import type { VersionRow } from '../tui/timeline/timeline.ts';
import { type ChangedPair, openChanged } from './changed.ts';
import { compareDocuments } from './comparison.ts';
import type { LogWalk } from './log-walk.ts';
import type { Past } from './past.ts';
import { absent, findDocument, type Loaded, workTree } from './shelves.ts';

/** One row a charter that is not as it was committed; what cannot be read there is told by other commands. */
export async function readUncommitted({ past, targets }: LogWalk): Promise<VersionRow[]> {
  const pairs = await findPairs(past);
  return pairs.flatMap((pair): VersionRow[] => {
    const [a, b] = sidesOf(pair);
    const id = b.missing ? a.document.id : b.document.id;
    const isWanted = targets.some(
      (target) => target.kind === 'charter' && [a, b].some(({ document }) => document.id === target.id),
    );
    if (targets.length > 0 && !isWanted) return [];
    const { diff } = compareDocuments(a, b, { templates: templatesOf([a, b], past), places: false });
    const base = uncommittedRow(id);
    return a.missing || b.missing
      ? [base]
      : diff.changes.length === 0
        ? []
        : [{ ...base, summary: diff.summary }];
  });
}

/** Stands for what the work tree has of the charter. */
export function uncommittedRow(charter: string): VersionRow {
  return { key: `now ${charter}`, charter, status: 'uncommitted', moment: '' };
}

/** Both sides as they are now. */
export async function openUncommitted(past: Past, id: string): Promise<readonly [Loaded, Loaded]> {
  const pair = (await findPairs(past)).find(({ a, b }) => (b ?? a)?.document.id === id);
  if (pair) return sidesOf(pair);
  const there = await findDocument(workTree(past.repository), 'charter', id);
  return [await findDocument(past.shelf, 'charter', id), there];
}

async function findPairs({ repository, shelf }: Past): Promise<readonly ChangedPair[]> {
  if (isBareRepository(repository.root)) return [];
  try {
    return (await openChanged(shelf, workTree(repository))).pairs;
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    return [];
  }
}

function sidesOf({ a, b }: ChangedPair): readonly [Loaded, Loaded] {
  if (a && b) return [a, b];
  if (b) return [absent(b, { revision: 'HEAD' }), b];
  if (a) return [a, absent(a)];
  throw new Error('A pair without sides.');
}

export function templatesOf(
  [a, b]: readonly [Loaded, Loaded],
  { template }: Past,
): Parameters<typeof compareDocuments>[2]['templates'] {
  const [one, other] = [a, b].map(({ document }) => {
    if (document.kind === 'template') return document;
    return document.template === undefined ? undefined : template(document.template);
  });
  return { ...(one ? { a: one } : {}), ...(other ? { b: other } : {}) };
}
