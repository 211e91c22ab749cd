/** What `log` and `blame` need of a repository: the commit to start from, its charters and templates, and the time zone. */
import type { Documents } from '../history/documents.ts';
import { createDocuments } from '../history/documents.ts';
import type { Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { HistoryPage } from '../model/history.ts';
import { type BlobReader, openBlobs } from '../store/blobs.ts';
import { decodeUtf8 } from '../store/files.ts';
import { type FollowOptions, followFile } from '../store/following.ts';
import { walkHistory } from '../store/history.ts';
import type { Repository } from '../store/repository.ts';
import { readTimezone } from './dated.ts';
import { boundGarbage } from './garbage.ts';
import type { Start } from './past-start.ts';
import { refuseElsewhere } from './repository.ts';
import { openText, type Shelf } from './shelves.ts';
import { openCommit } from './states.ts';

/** A state of the repository and the way to what came before it. */
export interface Past {
  readonly repository: Repository;
  readonly shelf: Shelf;
  /** Object id of the commit. */
  readonly commit: string;
  readonly timezone: string;
  readonly blobs: BlobReader;
  readonly documents: Documents;
  /** By id, as they are in the commit. */
  readonly template: (id: string) => Template | undefined;
}

/** Fails with status 2 where neither the folder's work tree nor the history up to the revision has charters. */
export async function openPast(repository: Repository, revision: string, directory: string): Promise<Past> {
  boundGarbage();
  const shelf = await openCommit(repository, revision);
  const had = (): Promise<boolean> => hasHistory(repository, shelf.commit ?? revision);
  await refuseElsewhere(directory, { shelves: [shelf], had });
  const blobs = openBlobs(repository.root);
  const templates = await readTemplates(shelf);
  return {
    repository,
    shelf,
    commit: shelf.commit ?? revision,
    timezone: await readTimezone(repository, shelf),
    blobs,
    documents: createDocuments((ids) => blobs.read(ids)),
    template: (id) => templates.get(id),
  };
}

async function hasHistory({ root }: Repository, commit: string): Promise<boolean> {
  for await (const { versions } of walkHistory(root, { from: [commit], pageSize: 1 }))
    if (versions.length > 0) return true;
  return false;
}

/** One that cannot be read only leaves sections without their short names. */
async function readTemplates(shelf: Shelf): Promise<ReadonlyMap<string, Template>> {
  const files = await shelf.list('template');
  const contents = files.length === 0 ? [] : await shelf.read(files);
  const templates = new Map<string, Template>();
  for (const [index, { file }] of files.entries()) {
    try {
      const { document } = await openText(decodeUtf8(contents[index] ?? Buffer.of(), file), file);
      if (document.kind === 'template') templates.set(document.id, document);
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
    }
  }
  return templates;
}

/** The versions of one charter under all its names. */
export function followPast(
  { repository, commit, blobs }: Past,
  { file, ...start }: { readonly file: string } & Partial<Start>,
  options: Omit<FollowOptions, 'from' | 'gone'> = {},
): AsyncGenerator<HistoryPage> {
  return followFile(repository.root, file, { from: [commit], blobs, ...options, ...start });
}
