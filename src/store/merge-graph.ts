/** How the commits that touch the charters hang together, read from git in one stream and only as far back as is asked. */
import { streamGit } from './git-process.ts';
import type { Located } from './history.ts';
import { commitFormat, createCommitReader, type RawCommit } from './history-reader.ts';
import { chartersFolder } from './repository.ts';

type Commit = RawCommit['commit'];

export interface MergeGraph {
  /** Starts git, so that it reads while others do. */
  begin(): void;
  /** Where the commit stands in the order of git, which is read up to it; past the end where it is not in the graph. */
  placeOf(commit: string | undefined): Promise<number>;
  /** The next of the merges that are read, in the order of git, each given once. */
  nextMerges(most: number): readonly PlacedMerge[];
  /** The last commits on its sides that touched charters; none where the commit is not in the graph. */
  parents(commit: string): Promise<readonly string[]>;
  /** The best commits that one has in common with any of the others. */
  common(one: string, others: readonly string[]): Promise<Common>;
  close(): Promise<void>;
}

export interface Common {
  readonly commits: readonly string[];
  /** True where a shallow clone may hide some. */
  readonly cut: boolean;
}

export interface PlacedMerge {
  readonly place: number;
  readonly commit: Commit;
}

interface Node {
  readonly id: string;
  readonly parents: readonly string[];
  readonly boundary: boolean;
}

interface Graph {
  readonly commits: AsyncGenerator<Commit[]>;
  readonly nodes: Node[];
  /** Indexes of the nodes. */
  readonly places: Map<string, number>;
  /** Not given yet. */
  readonly merges: PlacedMerge[];
  reading: Promise<boolean> | undefined;
}

export function openMergeGraph(root: string, from: readonly string[], located: Located): MergeGraph {
  const commits = readCommits(root, from, located);
  const graph: Graph = { commits, nodes: [], places: new Map(), merges: [], reading: undefined };
  return {
    begin: () => {
      graph.reading ??= readOn(graph);
      graph.reading.catch(() => undefined);
    },
    placeOf: async (commit = '') => (await placeOf(graph, commit)) ?? graph.nodes.length,
    nextMerges: (most) => graph.merges.splice(0, most),
    parents: async (commit) => graph.nodes[(await placeOf(graph, commit)) ?? -1]?.parents ?? [],
    common: (one, others) => findCommon(graph, one, others),
    close: async () => void (await graph.commits.return(undefined)),
  };
}

/** Every side of every merge, whichever of them its result is like. */
async function* readCommits(
  root: string,
  from: readonly string[],
  located: Located,
): AsyncGenerator<Commit[]> {
  const words = ['log', '-z', '--full-history', '--parents', '--no-patch', `--format=${commitFormat}`];
  const reader = createCommitReader(located);
  for await (const chunk of streamGit(root, [
    ...words,
    '--end-of-options',
    ...from,
    '--',
    `${chartersFolder}/`,
  ])) {
    reader.push(chunk);
    const commits = reader.take();
    if (commits.length > 0) yield commits.map(({ commit }) => commit);
  }
  yield reader.finish().map(({ commit }) => commit);
}

/** Whether there was more to read. */
async function advance(graph: Graph): Promise<boolean> {
  graph.reading ??= readOn(graph);
  const more = await graph.reading;
  graph.reading = undefined;
  return more;
}

async function readOn(graph: Graph): Promise<boolean> {
  const { commits, nodes, places, merges } = graph;
  const { value, done } = await commits.next();
  if (done === true) return false;
  for (const commit of value) {
    const { id, parents, boundary } = commit;
    if (parents.length > 1) merges.push({ place: nodes.length, commit });
    places.set(id, nodes.length);
    nodes.push({ id, parents, boundary: boundary === true });
  }
  return true;
}

async function placeOf(graph: Graph, commit: string): Promise<number | undefined> {
  while (!graph.places.has(commit)) if (!(await advance(graph))) return undefined;
  return graph.places.get(commit);
}

const ofOne = 1;
const ofOthers = 2;
const ofBoth = ofOne | ofOthers;
/** Before a commit that is in common. */
const older = 4;

interface Search {
  readonly graph: Graph;
  readonly marks: Map<string, number>;
  /** Marked, and not passed on to what is before. */
  readonly open: Set<string>;
  /** How many of the open ones are not older than what is in common. */
  live: number;
  at: number;
}

/** Marks what lies before each side, newest first, until all that is left lies before what they have in common. */
async function findCommon(graph: Graph, one: string, others: readonly string[]): Promise<Common> {
  const search: Search = { graph, marks: new Map(), open: new Set(), live: 0, at: Infinity };
  const { marks, open } = search;
  const found = new Set<string>();
  let cut = false;
  mark(one, ofOne, search);
  for (const other of others) mark(other, ofOthers, search);
  while (search.live > 0) {
    const node = graph.nodes[search.at];
    if (!node) {
      if (await advance(graph)) continue;
      break;
    }
    search.at += 1;
    if (!open.delete(node.id)) continue;
    const sides = marks.get(node.id) ?? 0;
    const shared = (sides & ofBoth) === ofBoth;
    if ((sides & older) === 0) {
      search.live -= 1;
      if (shared) found.add(node.id);
    }
    cut ||= node.boundary;
    for (const parent of node.parents) mark(parent, shared ? sides | older : sides, search);
  }
  return { commits: [...found].filter((id) => ((marks.get(id) ?? 0) & older) === 0), cut };
}

function mark(id: string, sides: number, search: Search): void {
  const { places, nodes } = search.graph;
  const had = search.marks.get(id) ?? 0;
  const has = had | sides;
  if (has === had) return;
  if (search.open.has(id) && (had & older) === 0) search.live -= 1;
  if ((has & older) === 0) search.live += 1;
  search.marks.set(id, has);
  search.open.add(id);
  // Where clocks were wrong, a commit may stand in the stream before one that follows it.
  search.at = Math.min(search.at, places.get(id) ?? nodes.length);
}
