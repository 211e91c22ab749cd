/** Finds what a charter was in the commits from which the sides of a merge come. */
import type { Place, Version } from '../model/history.ts';
import type { Common, MergeGround } from '../model/merge.ts';
import type { MergeGraph } from './merge-graph.ts';
import type { Trees } from './trees.ts';

interface Ground {
  readonly graph: MergeGraph;
  readonly trees: Trees;
}

/** Blobs by file. */
type Places = ReadonlyMap<string, string | undefined>;

export async function readGround(version: Version, ground: Ground): Promise<MergeGround> {
  const parents = await ground.graph.parents(version.commit.id);
  const files = [...new Set([...version.before.map(({ file }) => file), version.file])];
  const places: Places[] = [];
  for (const commit of parents) places.push(await placesIn(commit, files, ground));
  const sides = sidesOf(version, places);
  const bases: Common<Place>[] = [];
  const ahead: string[] = [];
  for (const [at, { file, blob }] of version.before.entries()) {
    const commit = parents[sides[at] ?? -1];
    // Sides that are alike in all charters are one in the graph.
    if (commit === undefined) bases.push({ texts: [{ file, blob }], earlier: [] });
    else bases.push(await basesOf(commit, ahead, { ...ground, files }));
    if (commit !== undefined) ahead.push(commit);
  }
  const without = places.flatMap((held, at) => (firstOf(held) === undefined ? [parents[at] ?? ''] : []));
  const removedIn: string[] = [];
  for (const commit of version.blob === undefined ? [] : without) {
    const others = parents.filter((other) => other !== commit);
    const had = await basesOf(commit, others, { ...ground, files });
    if (had.texts.some((place) => place !== undefined)) removedIn.push(commit);
  }
  return { bases: bases.slice(1), removedIn };
}

/** For each version before, which of the sides held it. */
function sidesOf({ before }: Version, places: readonly Places[]): (number | undefined)[] {
  const left = new Set(places.keys());
  return before.map(({ file, blob }) => {
    const side = [...left].find((at) => places[at]?.get(file) === blob);
    if (side !== undefined) left.delete(side);
    return side;
  });
}

/** None where there are no others, or where a shallow clone hides what they have in common. */
async function basesOf(
  commit: string,
  others: readonly string[],
  ground: Ground & { readonly files: readonly string[] },
  depth = deepest,
): Promise<Common<Place>> {
  if (others.length === 0) return unknown;
  const { commits, cut } = await ground.graph.common(commit, others);
  if (commits.length === 0) return cut ? unknown : { texts: [undefined], earlier: [] };
  const texts: (Place | undefined)[] = [];
  for (const base of commits) texts.push(firstOf(await placesIn(base, ground.files, ground)));
  const [first] = texts;
  if (texts.every((text) => text?.blob === first?.blob && text?.file === first?.file))
    return { texts: [first], earlier: [] };
  const earlier: Common<Place>[] = [];
  for (const [at, base] of depth > 0 ? commits.entries() : [])
    if (at > 0) earlier.push(await basesOf(base, commits.slice(0, at), ground, depth - 1));
  return { texts, earlier };
}

const unknown: Common<Place> = { texts: [], earlier: [] };

/** How often histories may have crossed before one another. */
const deepest = 8;

async function placesIn(
  commit: string,
  files: readonly string[],
  { trees }: Pick<Ground, 'trees'>,
): Promise<Places> {
  const places = new Map<string, string | undefined>();
  for (const file of files) places.set(file, await trees.blobAt(commit, file));
  return places;
}

function firstOf(places: Places): Place | undefined {
  for (const [file, blob] of places) if (blob !== undefined) return { file, blob };
  return undefined;
}
