/** What there is to commit: the charters and templates that differ from the last commit, each with its new captures. */
import { join } from 'node:path';
import { readSchemaComment, schemaFrom } from '../canonical/format.ts';
import { openDocument } from '../canonical/open.ts';
import type { CharterDocument } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { type CommittedFile, type Ground, isLink } from '../store/commit-ground.ts';
import { decodeUtf8, readBytes } from '../store/files.ts';
import { listStaged } from '../store/git-index.ts';
import { pairRenames } from '../store/renames.ts';
import { chartersFolder, type Repository, templatesFolder } from '../store/repository.ts';
import { headLength, statedId } from '../text/headlines.ts';
import { isBlob } from './changed.ts';
import { type CaptureDesk, type CapturesFound, readCaptures, refuseLink } from './commit-captures.ts';
import type { Target } from './past-targets.ts';
import { type DocumentKind, findFile, openText, type Shelf } from './shelves.ts';

/** One side of a charter; without a document where the committed one cannot be read. */
export interface Page {
  readonly file: string;
  readonly text: string;
  readonly document?: CharterDocument;
}

/** One charter or template to commit; without `before` and `after` only its captures are new. */
export interface Draft extends CapturesFound {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly before?: Page;
  readonly after?: Page;
  /** Files that are staged for it, though neither the last commit nor the work tree has them. */
  readonly stale: readonly string[];
}

export interface Desk extends CaptureDesk {
  readonly repository: Repository;
  /** The work tree. */
  readonly shelf: Shelf;
}

/** A file that differs, before it is known to be wanted. */
interface Loose {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly formerId?: string;
  readonly before?: { readonly file: string; readonly bytes: Buffer };
  readonly after?: { readonly file: string; readonly bytes: Buffer };
}

/** Fails with status 3 where one is not canonical, or its capture is gone or altered. */
export async function readDrafts(desk: Desk, targets: readonly Target[]): Promise<readonly Draft[]> {
  const loose = await findLoose(desk, targets.length > 0);
  const wanted = targets.length === 0 ? loose : await choose(loose, targets, desk.shelf);
  refuseTwins(wanted);
  const drafts: Draft[] = [];
  const stale = await findStale(desk);
  for (const one of wanted) drafts.push({ ...(await completeDraft(one, desk)), stale: staleOf(one, stale) });
  return drafts.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** Whether there is anything to commit of it. */
export function isDue({ before, after, captures }: Draft): boolean {
  return before !== undefined || after !== undefined || captures.length > 0;
}

function keyOf({ kind, id }: Pick<Draft, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

async function findLoose(
  { ground, shelf, blobs, committed: kept }: Desk,
  forgiving: boolean,
): Promise<readonly Loose[]> {
  const committed = new Map(
    [...kept].filter(([file]) => file.startsWith(`${chartersFolder}/`) && file.endsWith('.yaml')),
  );
  const files = [...(await shelf.list('charter')), ...(await shelf.list('template'))];
  const changed = new Map<string, Buffer>();
  for (const { file, blob } of files) {
    // What a sparse checkout leaves out cannot have been changed here.
    const bytes = blob === undefined ? readOrPass(ground, file, forgiving) : undefined;
    const old = committed.get(file);
    if (bytes && (isLink(ground, file) || !(old && isBlob(bytes, old.blob)))) changed.set(file, bytes);
  }
  const there = new Set(files.map(({ file }) => file));
  const gone = [...committed.values()].filter(({ file }) => !there.has(file));
  const contents = await blobs.read(
    [...gone, ...[...changed.keys()].flatMap((file) => committed.get(file) ?? [])].map(({ blob }) => blob),
  );
  return pairFiles({ changed, committed, gone, contents });
}

/** A file that cannot be read only matters where it is meant. */
function readOrPass({ root }: Ground, file: string, forgiving: boolean): Buffer | undefined {
  try {
    return readBytes(join(root, file), file);
  } catch (cause) {
    if (forgiving && cause instanceof Failure) return undefined;
    throw cause;
  }
}

interface Found {
  readonly changed: ReadonlyMap<string, Buffer>;
  /** What the changed files were is among the contents. */
  readonly committed: ReadonlyMap<string, CommittedFile>;
  readonly gone: readonly CommittedFile[];
  readonly contents: ReadonlyMap<string, Buffer>;
}

async function pairFiles({ changed, committed, gone, contents }: Found): Promise<readonly Loose[]> {
  const old = [...gone, ...[...changed.keys()].flatMap((file) => committed.get(file) ?? [])];
  const here = (file: string): string => `here ${file}`;
  const read = async (ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> =>
    new Map(
      ids.flatMap((id) => {
        const bytes = contents.get(id) ?? changed.get(id.slice(here('').length));
        return bytes ? [[id, bytes] as const] : [];
      }),
    );
  const renames = await pairRenames(
    old,
    [...changed.keys()].map((file) => ({ file, blob: here(file) })),
    { read },
  );
  const kept = new Set([...renames.values()].map(({ file }) => file));
  const before = (place: { readonly file: string; readonly blob: string } | undefined) =>
    place ? { before: { file: place.file, bytes: contents.get(place.blob) ?? Buffer.of() } } : {};
  return [
    ...[...changed].map(([file, bytes]) => looseOf({ after: { file, bytes }, ...before(renames.get(file)) })),
    ...old.filter(({ file }) => !kept.has(file)).map((place) => looseOf(before(place))),
  ];
}

function looseOf({ before, after }: Pick<Loose, 'before' | 'after'>): Loose {
  const idOf = ({ file, bytes }: { readonly file: string; readonly bytes: Buffer }): string =>
    statedId(bytes.toString('utf8', 0, headLength)) ?? file.slice(file.lastIndexOf('/') + 1, -'.yaml'.length);
  const side = after ?? before;
  const id = side ? idOf(side) : '';
  const former = before ? idOf(before) : id;
  return {
    kind: side?.file.startsWith(`${templatesFolder}/`) ? 'template' : 'charter',
    id,
    ...(former === id ? {} : { formerId: former }),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  };
}

/** Fails with status 2 where there is no such charter; one that did not change may still have new captures. */
async function choose(
  loose: readonly Loose[],
  targets: readonly Target[],
  shelf: Shelf,
): Promise<readonly Loose[]> {
  const chosen = new Set<Loose>();
  for (const { kind, id } of targets) {
    const found = loose.filter((one) => one.kind === kind && (one.id === id || one.formerId === id));
    for (const one of found) for (const other of sharing(one, loose)) chosen.add(other);
    if (found.length > 0) continue;
    await findFile(shelf, kind, id);
    chosen.add({ kind, id });
  }
  return [...chosen];
}

/** With all that stand, or stood, in a file of it: a file is committed for every charter that it holds or held. */
function sharing(one: Loose, loose: readonly Loose[]): ReadonlySet<Loose> {
  const group = new Set([one]);
  for (const member of group) {
    const files = new Set([member.before?.file, member.after?.file].filter((file) => file !== undefined));
    for (const other of loose)
      if ([other.before?.file, other.after?.file].some((file) => file !== undefined && files.has(file)))
        group.add(other);
  }
  return group;
}

function refuseTwins(wanted: readonly Loose[]): void {
  const files = new Map<string, string>();
  for (const one of wanted) {
    if (!one.after) continue;
    const other = files.get(keyOf(one));
    if (other !== undefined)
      throw new Failure('duplicate-id', 3, { values: { id: one.id, one: other, other: one.after.file } });
    files.set(keyOf(one), one.after.file);
  }
}

/** By file the ids of charters that were staged in it and have moved on since. */
async function findStale({ repository: { root }, shelf, blobs, committed }: Desk): Promise<Loose[]> {
  const here = [...(await shelf.list('charter')), ...(await shelf.list('template'))];
  const there = new Set(here.map(({ file }) => file));
  const { files } = await listStaged(root, chartersFolder);
  const stale = files.filter(({ file }) => !there.has(file) && !committed.has(file));
  const contents = await blobs.read(stale.map(({ blob }) => blob));
  return stale.map(({ file, blob }) =>
    looseOf({ before: { file, bytes: contents.get(blob) ?? Buffer.of() } }),
  );
}

function staleOf({ kind, id, formerId }: Loose, stale: readonly Loose[]): string[] {
  const own = stale.filter((other) => other.kind === kind && (other.id === id || other.id === formerId));
  return own.flatMap(({ before }) => before?.file ?? []);
}

async function completeDraft(loose: Loose, desk: Desk): Promise<Omit<Draft, 'stale'>> {
  const { kind, before, after } = loose;
  if (after) refuseLink(desk.ground, after.file);
  const now = after && (await openPage(decodeUtf8(after.bytes, after.file), after.file));
  const id = now?.document?.id ?? loose.id;
  const then = before && (await reopenPage(before));
  const charter = now?.document?.kind === 'charter' ? now.document : undefined;
  const sides = { ...(then ? { before: then } : {}), ...(now ? { after: now } : {}) };
  if (kind === 'template' || (then && !now))
    return { kind, id, ...sides, captures: [], ignored: [], others: [], unheld: [] };
  return { kind, id, ...sides, ...(await readCaptures(id, charter, desk)) };
}

async function openPage(text: string, file: string): Promise<Page> {
  const { document } = await openText(text, file);
  const schema = schemaFrom(file.slice(chartersFolder.length + 1));
  if (!(await isCanonical(text, schema))) throw new Failure('commit-not-canonical', 3, { values: { file } });
  return { file, text, document };
}

/** As `charter fmt` would leave it: a file with comments may be so too. */
async function isCanonical(text: string, schema: string): Promise<boolean> {
  const named = readSchemaComment(text.slice(0, text.indexOf('\n')));
  if (named === schema && (await openDocument(text)).canonical) return true;
  const { reformat } = await import('../canonical/reformat.ts');
  return reformat(text, { schema }).text === text;
}

async function reopenPage({ file, bytes }: NonNullable<Loose['before']>): Promise<Page> {
  const text = bytes.toString('utf8');
  const { document, problems } = await openDocument(text);
  const readable = document && !problems.some(({ severity }) => severity === 'error');
  return { file, text, ...(readable ? { document } : {}) };
}
