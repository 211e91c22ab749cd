/** Reads the earlier versions of a template from git, as far back as is soon read; without git there are none. */
import { EarlierTemplates, type PastTemplate } from '../drift/behind.ts';
import type { Day, Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { openBlobs } from '../store/blobs.ts';
import { decodeUtf8 } from '../store/files.ts';
import { followFile } from '../store/following.ts';
import type { Repository } from '../store/repository.ts';
import { createReader } from '../text/reader.ts';
import { createCalendar } from '../text/zone.ts';
import { readTimezone } from './dated.ts';
import { openText, workTree } from './shelves.ts';

/** Versions that are read. */
const mostVersions = 100;

/** Undefined where nothing is known of it: no git, a file that git does not have. */
export async function readEarlier(
  template: Template,
  standing: Standing,
): Promise<EarlierTemplates | undefined> {
  try {
    const past = await readPast(standing);
    return past.length === 0 ? undefined : new EarlierTemplates(template, past, createReader());
  } catch (cause) {
    // What the template once said is worth telling, but drift is told without it too.
    if (cause instanceof Failure) return undefined;
    throw cause;
  }
}

/** Where the template is read. */
export interface Standing {
  readonly file: string;
  readonly repository: Repository;
  /** The last commit's object id, or a revision. */
  readonly from: string;
}

async function resolve(root: string, revision: string): Promise<string> {
  if (/^[0-9a-f]{40,64}$/.test(revision)) return revision;
  const { resolveRevision } = await import('../store/git.ts');
  return (await resolveRevision(root, revision)).id;
}

interface Revision {
  readonly commit: string;
  readonly committed: string;
  readonly blob: string;
}

async function readPast({ file, repository, from }: Standing): Promise<PastTemplate[]> {
  const { root } = repository;
  const head = await resolve(root, from);
  const dayOf = createCalendar(await readTimezone(repository, workTree(repository)));
  const blobs = openBlobs(root);
  try {
    const revisions = await listRevisions(root, file, { head, blobs });
    const contents = await blobs.read(revisions.map(({ blob }) => blob));
    const past: PastTemplate[] = [];
    for (const revision of revisions) {
      const found = await openPast(contents.get(revision.blob), { file, revision, dayOf });
      if (found) past.push(found);
    }
    return past;
  } finally {
    blobs.close();
  }
}

async function listRevisions(
  root: string,
  file: string,
  { head, blobs }: { readonly head: string; readonly blobs: ReturnType<typeof openBlobs> },
): Promise<Revision[]> {
  const revisions: Revision[] = [];
  for await (const { versions } of followFile(root, file, { from: [head], blobs, pageSize: 20 })) {
    for (const { commit, blob } of versions)
      if (blob !== undefined) revisions.push({ commit: commit.id, committed: commit.committed, blob });
    if (revisions.length >= mostVersions) break;
  }
  return revisions.slice(0, mostVersions);
}

/** One that cannot be read said nothing. */
async function openPast(
  bytes: Buffer | undefined,
  {
    file,
    revision: { commit, committed },
    dayOf,
  }: { readonly file: string; readonly revision: Revision; readonly dayOf: (instant: string) => Day },
): Promise<PastTemplate | undefined> {
  if (!bytes) return undefined;
  try {
    const { document } = await openText(decodeUtf8(bytes, file), file);
    return document.kind === 'template' ? { template: document, commit, on: dayOf(committed) } : undefined;
  } catch (cause) {
    if (cause instanceof Failure) return undefined;
    throw cause;
  }
}
