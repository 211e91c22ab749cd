/** Finds the captures of a charter that are kept beside it, though no version on the way back from there holds them. */
import { basename } from 'node:path';
import type { Day } from '../model/charter.ts';
import type { BlobReader } from '../store/blobs.ts';
import { listCommitted } from '../store/commit-ground.ts';
import { walkHistory } from '../store/history.ts';
import { type Repository, snapshotsFolder } from '../store/repository.ts';
import { dayOfName, inOrder, isCaptureName } from '../store/snapshots.ts';
import { type Marked, markVersions } from './marked-versions.ts';
import { isStanding, type Shelf } from './shelves.ts';

export interface KeptCapture {
  readonly file: string;
  readonly day: Day;
}

export interface UnheldSearch {
  readonly repository: Repository;
  readonly blobs: BlobReader;
  /** Of a commit. */
  readonly present: Shelf;
  readonly id: string;
  readonly dayOf: (instant: string) => Day;
}

export interface Holdings {
  /** Newest first. */
  readonly versions: readonly Marked[];
  /** In their order. */
  readonly unheld: readonly KeptCapture[];
}

/** `versions`, newest first, with those on branches of which a merge kept nothing, and what none of them holds. */
export async function findUnheld(versions: readonly Marked[], search: UnheldSearch): Promise<Holdings> {
  const kept = await listKept(versions, search);
  const unheld = without(kept, versions);
  if (unheld.length === 0) return { versions, unheld };
  const lost = new Set(unheld.map(({ file }) => file));
  const aside = await findAside(versions, search);
  const all = insert(
    versions,
    aside.filter(({ captureFile = '' }) => lost.has(captureFile)),
  );
  return { versions: all, unheld: without(kept, all) };
}

function without(kept: readonly KeptCapture[], versions: readonly Marked[]): KeptCapture[] {
  const held = new Set(versions.map(({ captureFile }) => captureFile));
  return kept.filter(({ file }) => !held.has(file));
}

/** By the instants of the commits; `versions` stay in their order. */
function insert(versions: readonly Marked[], others: readonly Marked[]): Marked[] {
  const all = [...versions];
  for (const other of others) {
    const at = all.findIndex((one) => instantOf(one) < instantOf(other));
    all.splice(at < 0 ? all.length : at, 0, other);
  }
  return all;
}

function instantOf({ version }: Marked): number {
  return Date.parse(version.commit.committed);
}

/** Under every id that the charter had, where no other charter has it now. */
async function listKept(
  versions: readonly Marked[],
  { repository, present, id }: UnheldSearch,
): Promise<KeptCapture[]> {
  const ids = new Set([id]);
  for (const { id: other = id } of versions)
    if (!ids.has(other) && !(await isStanding(present, other))) ids.add(other);
  const ground = { root: repository.root, ...(present.commit === undefined ? {} : { head: present.commit }) };
  const files = await listCommitted(
    ground,
    [...ids].map((one) => `${snapshotsFolder}/${one}/`),
  );
  const kept = files.flatMap(({ file }): KeptCapture[] => {
    const day = dayOfName(basename(file));
    return day === undefined || !isCaptureName(file) ? [] : [{ file, day }];
  });
  return kept.sort((one, other) => inOrder(basename(one.file), basename(other.file)));
}

/** Git's walk of a file passes over the branch of which a merge kept nothing. */
async function findAside(
  versions: readonly Marked[],
  { repository: { root }, blobs, present, dayOf }: UnheldSearch,
): Promise<Marked[]> {
  const keyOf = ({ version: { commit, file } }: Pick<Marked, 'version'>): string => `${commit.id} ${file}`;
  const known = new Set(versions.map(keyOf));
  const ids = new Set(versions.map(({ id }) => id));
  const paths = [...new Set(versions.map(({ version }) => version.file))];
  const found: Marked[] = [];
  if (present.commit === undefined || paths.length === 0) return found;
  for await (const page of walkHistory(root, { from: [present.commit], paths, full: true, blobs })) {
    const fresh = page.versions.filter(
      (version) => version.blob !== undefined && !known.has(keyOf({ version })),
    );
    for (const marked of await markVersions(fresh, { dayOf, blobs }))
      if (marked.capture !== undefined && ids.has(marked.id)) found.push(marked);
  }
  return found;
}
