/** Compares two versions of the history, or one with the one before it, with the place of everything in them. */
import { openBases, shortId } from '../history/entries.ts';
import { type Bases, mergeChanges } from '../history/merges.ts';
import type { Version } from '../model/history.ts';
import type { DiffView } from '../present/diff-view.ts';
import { decodeUtf8 } from '../store/files.ts';
import { watchMerges } from '../store/merge-watch.ts';
import type { VersionRow } from '../tui/timeline/timeline.ts';
import type { VersionPair } from '../tui/timeline/visit.ts';
import { compareDocuments } from './comparison.ts';
import type { Past } from './past.ts';
import { absent, type Loaded, openText } from './shelves.ts';
import { openUncommitted, templatesOf } from './uncommitted.ts';

export interface PairOptions {
  readonly past: Past;
  readonly swapped: boolean;
}

/** Fails with status 3 where one of them is no valid charter. */
export async function comparePair(pair: VersionPair, { past, swapped }: PairOptions): Promise<DiffView> {
  const compare = ([a, b]: readonly [Loaded, Loaded]): DiffView => {
    const sides = swapped ? ([b, a] as const) : ([a, b] as const);
    return compareDocuments(...sides, { templates: templatesOf(sides, past), places: true });
  };
  const [a, b] = await openPair(pair, past);
  const view = compare([a, b]);
  const { version } = pair.to;
  const further = pair.from ? [] : await openOthers(pair.to, past);
  if (!version || further.length === 0) return view;
  const views = further.map((other) => compare([other, b]));
  const bases = await readBases(version, past);
  const { own, dropped } = mergeChanges([view, ...views], bases, { swapped });
  const [shown = own, ...others] = own.diff.changes.length > 0 ? [own, ...dropped] : dropped;
  return others.length === 0 ? shown : { ...shown, diff: { ...shown.diff, leftOut: others.map(countOf) } };

  function countOf({ diff }: DiffView): { readonly side: string; readonly changes: number } {
    return { side: diff[swapped ? 'b' : 'a'].revision ?? '', changes: diff.changes.length };
  }
}

/** What the sides of the merge have in common, so that the screen tells of it what the log does. */
async function readBases(version: Version, { repository, commit, blobs, documents }: Past): Promise<Bases> {
  const merges = watchMerges(repository.root, [commit], blobs);
  try {
    const { bases } = await merges.groundOf(version);
    return await openBases(bases, documents);
  } finally {
    await merges.close();
  }
}

/** Of a merge the other versions before: what it took over from one of them is not its own. */
async function openOthers({ version, charter }: VersionRow, past: Past): Promise<Loaded[]> {
  const others = version?.blob === undefined ? [] : version.before.slice(1);
  const opened: Loaded[] = [];
  for (const earlier of others) {
    const revision = earlier.parent === undefined ? '' : shortId(earlier.parent);
    opened.push({ ...(await openPlace(earlier, { past, revision })), asked: charter });
  }
  return opened;
}

async function openPair({ from, to }: VersionPair, past: Past): Promise<readonly [Loaded, Loaded]> {
  if (!from) return openWithBefore(to, past);
  const [a, b] = [await openRow(from, past), await openRow(to, past)];
  if (a && b) return [a, b];
  const there = a ?? b;
  if (!there) return openWithBefore(to, past);
  return a ? [a, absent(a, nameOf(to))] : [absent(there, nameOf(from)), there];
}

/** What the version left; undefined where it removed the charter. */
async function openRow({ version, charter }: VersionRow, past: Past): Promise<Loaded | undefined> {
  if (!version) {
    const [, now] = await openUncommitted(past, charter);
    return now.missing ? undefined : now;
  }
  if (version.blob === undefined) return undefined;
  return openPlace(
    { file: version.file, blob: version.blob },
    { past, revision: shortId(version.commit.id) },
  );
}

async function openWithBefore(row: VersionRow, past: Past): Promise<readonly [Loaded, Loaded]> {
  const { version, charter } = row;
  if (!version) return openUncommitted(past, charter);
  const earlier = version.before[0];
  const revision = parentName(version);
  const now = await openRow(row, past);
  const then = earlier && (await openPlace(earlier, { past, revision }));
  const own = nameOf(row);
  if (now && then)
    return [
      { ...then, asked: charter },
      { ...now, asked: charter },
    ];
  if (now) return [absent(now, { revision }), now];
  if (then) return [then, absent(then, own)];
  throw new Error('A version of nothing.');
}

function nameOf({ version }: VersionRow): Pick<Loaded, 'revision'> {
  return version ? { revision: shortId(version.commit.id) } : {};
}

function parentName({ before: [first], commit }: Version): string {
  return first?.parent === undefined ? `${shortId(commit.id)}~` : shortId(first.parent);
}

interface PlaceOptions {
  readonly past: Past;
  readonly revision: string;
}

async function openPlace(
  { file, blob }: { readonly file: string; readonly blob: string },
  { past, revision }: PlaceOptions,
): Promise<Loaded> {
  const bytes = (await past.blobs.read([blob])).get(blob);
  return openText(decodeUtf8(bytes ?? Buffer.of(), file), file, { revision, shelf: past.commit });
}
