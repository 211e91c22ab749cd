/** Turns versions into entries of the log: what each commit made of a charter, in the order of the walk. */
import type { Change, Summary } from '../model/change.ts';
import type { CharterDocument } from '../model/charter.ts';
import type { Earlier, HistoryCommit, Version } from '../model/history.ts';
import type { FoldReason, LogEntry, LogStatus, VersionDiff } from '../model/log.ts';
import { type Common, isTaken, type MergeGround } from '../model/merge.ts';
import { type Comparer, charterName, type NamedVersion } from './comparison.ts';
import type { Documents, Opened } from './documents.ts';
import { type Bases, type MergeChanges, mergeChanges } from './merges.ts';
import { isTechnical } from './technical.ts';

export interface EntryReading {
  /** The digest of a version's text, as a commit that imported it tells it. */
  readonly digestOf?: (version: Version) => Promise<string | undefined>;
  readonly documents: Documents;
  readonly compare: Comparer;
  /** Whether a charter that a commit adds was there once before. */
  readonly wasThere?: (version: Version, id: string) => boolean | Promise<boolean>;
  /** What the sides of a merge have in common. */
  readonly groundOf?: (version: Version) => Promise<MergeGround>;
}

/** Digits by which a commit is named. */
const idDigits = 8;

export function shortId(id: string): string {
  return id.slice(0, idDigits);
}

/** The blobs that the entries of these versions need. */
export function blobsOf(versions: readonly Version[]): string[] {
  return versions.flatMap(({ blob, before }) => [
    ...(blob === undefined ? [] : [blob]),
    ...before.map((earlier) => earlier.blob),
  ]);
}

/** Undefined for the half of a rename that the other half tells, and for a merge that left nothing out. */
export async function readEntry(version: Version, reading: EntryReading): Promise<LogEntry | undefined> {
  if (version.renamedTo !== undefined) return undefined;
  const entry = await readChange(version, reading);
  if (isTaken(version) && isSilent(entry)) return undefined;
  const fold = await foldReason(entry, async () => reading.digestOf?.(version));
  return fold === undefined ? entry : { ...entry, fold };
}

async function readChange(version: Version, reading: EntryReading): Promise<LogEntry> {
  const { documents } = reading;
  const [first, ...others] = version.before;
  if (version.blob === undefined) return readRemoval(version, first, documents);
  const now = await documents.open(version.blob);
  if (!first) return readAddition(version, now, reading);
  const then = await documents.open(first.blob, version.blob);
  if (!now.document || !then.document) return unreadable(version, now, then);
  const parents: VersionDiff[] = [];
  const result = named(now.document, version.file, shortId(version.commit.id));
  for (const [earlier, opened] of await openOthers([first, ...others], documents))
    parents.push(reading.compare(named(opened, earlier.file, parentId(earlier, version.commit)), result));
  const [comparison, ...more] = parents;
  if (!comparison) return unreadable(version, now, then);
  const ground = version.commit.merge ? await reading.groundOf?.(version) : undefined;
  const { own, dropped } = await ownChanges([comparison, ...more], ground, reading.documents);
  const removedIn = ground?.removedIn.map(shortId) ?? [];
  const renamedIn = ground ? await renamedSides(version, now.document, { ground, documents }) : [];
  const movedIn = ground ? movedSides(version, ground, renamedIn) : [];
  const former = formerNames(then.document, first.file, { document: now.document, file: version.file });
  return {
    ...base(version, 'changed', charterName(now.document)),
    ...(former ? { former } : {}),
    comparison: own,
    ...(dropped.length === 0 ? {} : { dropped }),
    ...(removedIn.length === 0 ? {} : { removedIn }),
    ...(renamedIn.length === 0 ? {} : { renamedIn }),
    ...(movedIn.length === 0 ? {} : { movedIn }),
    summary: dropped.reduce((sum, { diff }) => addSummaries(sum, diff.summary), own.diff.summary),
  };
}

/** The sides after the first that had given it another id than both the merge and what they come from have. */
async function renamedSides(
  { before, commit }: Version,
  now: CharterDocument,
  { ground, documents }: { readonly ground: MergeGround; readonly documents: Documents },
): Promise<NonNullable<LogEntry['renamedIn']>> {
  const bases = await openBases(ground.bases, documents);
  const renamed: { readonly charter: string; readonly side: string }[] = [];
  for (const [at, earlier] of before.slice(1).entries()) {
    const { document } = await documents.open(earlier.blob);
    const charter = document && charterName(document);
    const common = bases[at]?.texts.flatMap((base) => (base ? [charterName(base)] : [])) ?? [];
    if (charter === undefined || charter === charterName(now) || common.length === 0) continue;
    if (!common.includes(charter)) renamed.push({ charter, side: parentId(earlier, commit) });
  }
  return renamed;
}

/** The sides after the first that had moved it to another file than both the merge and what they come from have. */
function movedSides(
  { before, commit, file: now }: Version,
  { bases }: MergeGround,
  renamed: NonNullable<LogEntry['renamedIn']>,
): NonNullable<LogEntry['movedIn']> {
  return before.slice(1).flatMap((earlier, at) => {
    const { file } = earlier;
    const side = parentId(earlier, commit);
    const common = bases[at]?.texts.flatMap((place) => place?.file ?? []) ?? [];
    const told = renamed.some((other) => other.side === side);
    return told || file === now || common.length === 0 || common.includes(file) ? [] : [{ file, side }];
  });
}

async function ownChanges(
  comparisons: readonly [VersionDiff, ...VersionDiff[]],
  ground: MergeGround | undefined,
  documents: Documents,
): Promise<MergeChanges> {
  if (comparisons.length === 1) return { own: comparisons[0], dropped: [] };
  return mergeChanges(comparisons, await openBases(ground?.bases ?? [], documents));
}

/** One that cannot be read says nothing. */
export async function openBases(bases: MergeGround['bases'], documents: Documents): Promise<Bases> {
  const opened: Common<CharterDocument>[] = [];
  for (const { texts, earlier } of bases) {
    const known: (CharterDocument | undefined)[] = [];
    for (const place of texts) {
      const base = place === undefined ? undefined : await documents.open(place.blob);
      if (!base || base.document) known.push(base?.document);
    }
    const all = known.length === texts.length;
    opened.push({ texts: known, earlier: all ? await openBases(earlier, documents) : [] });
  }
  return opened;
}

function addSummaries(one: Summary, other: Summary): Summary {
  return {
    variable: one.variable + other.variable,
    typographic: one.typographic + other.typographic,
    wording: one.wording + other.wording,
    substantive: one.substantive + other.substantive,
  };
}

async function openOthers(
  before: readonly Earlier[],
  documents: Documents,
): Promise<[Earlier, CharterDocument][]> {
  const opened: [Earlier, CharterDocument][] = [];
  for (const earlier of before) {
    const { document } = await documents.open(earlier.blob);
    if (document) opened.push([earlier, document]);
  }
  return opened;
}

function named(document: CharterDocument, file: string, revision: string): NamedVersion {
  return { document, file, revision };
}

function parentId({ parent }: Earlier, { id }: HistoryCommit): string {
  return parent === undefined ? `${shortId(id)}~` : shortId(parent);
}

function base(
  { commit, file }: Version,
  status: LogStatus,
  charter: string,
): Pick<LogEntry, 'commit' | 'status' | 'charter' | 'file'> {
  return { commit, status, charter, file };
}

/** Where no document gives its own. */
function nameFromFile(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
  return file.includes('/templates/') ? `template:${name}` : name;
}

async function readRemoval(
  version: Version,
  last: Earlier | undefined,
  documents: Documents,
): Promise<LogEntry> {
  const document = last ? (await documents.open(last.blob)).document : undefined;
  const name = document ? charterName(document) : nameFromFile(version.file);
  const later = document && (await laterNames(document, version, documents));
  return {
    ...base(version, later?.charter === undefined ? 'removed' : 'renamed', name),
    ...(later?.charter === undefined ? {} : { later }),
    ...(document ? { document } : {}),
  };
}

async function laterNames(
  document: CharterDocument,
  { file, successor }: Version,
  documents: Documents,
): Promise<LogEntry['later']> {
  const became = successor && (await documents.open(successor.blob)).document;
  return became && formerNames(became, successor.file, { document, file });
}

async function readAddition(version: Version, now: Opened, { wasThere }: EntryReading): Promise<LogEntry> {
  if (!now.document) return unreadable(version, now, undefined);
  const again = version.commit.boundary !== true && ((await wasThere?.(version, now.document.id)) ?? false);
  const status = version.commit.boundary === true ? 'earliest' : again ? 'added-again' : 'added';
  return { ...base(version, status, charterName(now.document)), document: now.document };
}

function unreadable(version: Version, now: Opened, then: Opened | undefined): LogEntry {
  const known = now.document ?? then?.document;
  const side = now.document ? 'before' : 'now';
  const refused = now.document ? then : now;
  const problems = refused === undefined || refused.document ? [] : refused.problems;
  return {
    ...base(version, 'unreadable', known ? charterName(known) : nameFromFile(version.file)),
    unreadable: { side, problems },
  };
}

function formerNames(
  then: CharterDocument,
  formerFile: string,
  { document, file }: { readonly document: CharterDocument; readonly file: string },
): LogEntry['former'] {
  const charter = charterName(then) === charterName(document) ? {} : { charter: charterName(then) };
  const moved = formerFile === file ? {} : { file: formerFile };
  return Object.keys(charter).length + Object.keys(moved).length === 0 ? undefined : { ...charter, ...moved };
}

function isSilent({ comparison, dropped, removedIn, renamedIn, movedIn, former }: LogEntry): boolean {
  const none = comparison?.diff.changes.length === 0;
  return none && [dropped, removedIn, renamedIn, movedIn, former].every((said) => said === undefined);
}

/** What its commit calls technical is so even where it changed words, which the folded line then counts. */
async function foldReason(
  { commit, comparison, dropped = [], former, removedIn, renamedIn, movedIn }: LogEntry,
  digest: () => Promise<string | undefined>,
): Promise<FoldReason | undefined> {
  if (!comparison) return undefined;
  if (isOneCapture(comparison) && (await isTechnical(commit, digest))) return 'technical';
  if (former || removedIn || renamedIn || movedIn) return undefined;
  const changes = [comparison, ...dropped].flatMap(({ diff }) => diff.changes);
  if (changes.length === 0) return 'same';
  return changes.every(isForm) ? 'form' : undefined;
}

/** What was read from another capture is not the same one read better, whatever its commit says. */
function isOneCapture({ a, b }: VersionDiff): boolean {
  if (a.kind !== 'charter' || b.kind !== 'charter') return true;
  return a.source?.capture === b.source?.capture && a.source?.sha256 === b.source?.sha256;
}

function isForm(change: Change): boolean {
  return change.class === 'typographic';
}
