/** Over histories of any shape: each version is what git has at its commit, and each version before is one of them. */
import { execFileSync } from 'node:child_process';
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Version } from '../../src/model/history.ts';
import { followFile } from '../../src/store/following.ts';
import { walkHistory } from '../../src/store/history.ts';
import { Past } from './past.ts';

const files = ['charters/a.yaml', 'charters/b.yaml', 'charters/sous dossier/é.yaml'] as const;

interface Step {
  /** How far back each parent is. */
  readonly parents: readonly number[];
  /** Of each file: a new text, gone, or as in the first parent. */
  readonly contents: readonly (number | 'gone' | 'same')[];
}

const steps = fc.array(
  fc.record<Step>({
    parents: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    contents: fc.tuple(
      ...files.map(() =>
        fc.oneof(
          { weight: 3, arbitrary: fc.constant('same' as const) },
          fc.nat(3),
          fc.constant('gone' as const),
        ),
      ),
    ),
  }),
  { minLength: 2, maxLength: 25 },
);

type Tree = Readonly<Record<string, string>>;

/** Writes the commits in one go; gives each one's tree by its id, in the order of writing. */
function write(past: Past, history: readonly Step[]): ReadonlyMap<string, Tree> {
  const trees: Tree[] = [];
  const stream: string[] = [];
  history.forEach(({ parents, contents }, index) => {
    const before = [...new Set(parents.map((back) => index - back))].filter((at) => at >= 0);
    const tree: Record<string, string> = { ...trees[before[0] ?? -1] };
    contents.forEach((content, at) => {
      const file = files[at] ?? '';
      if (content === 'gone') delete tree[file];
      // Every file has an id and words of its own, so that nothing is a rename.
      else if (content !== 'same') tree[file] = `charter: ${'abc'[at]}\ntitle: ${'abc'[at]} ${content}\n`;
    });
    trees.push(tree);
    stream.push(
      `commit refs/heads/main\nmark :${index + 1}\ncommitter C <c@d> ${1_700_000_000 + index * 60} +0000\ndata 1\nx\n`,
    );
    for (const [side, at] of before.entries()) stream.push(`${side === 0 ? 'from' : 'merge'} :${at + 1}\n`);
    stream.push('deleteall\n');
    for (const [file, text] of Object.entries(tree))
      stream.push(`M 100644 inline "${file}"\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  });
  execFileSync('git', ['fast-import', '--quiet', '--force', '--export-marks=marks'], {
    cwd: past.root,
    env: past.env(),
    input: stream.join(''),
  });
  const marks = execFileSync('cat', ['marks'], { cwd: past.root, encoding: 'utf8' });
  return new Map(
    [...marks.matchAll(/^:(\d+) ([0-9a-f]+)$/gm)].map(([, mark, id]) => [
      id ?? '',
      trees[Number(mark) - 1] ?? {},
    ]),
  );
}

function commitsOf(past: Past, file: string, ...options: readonly string[]): string[] {
  const listing = past.git('log', '--format=%H', ...options, 'main', '--', file);
  return listing.split('\n').filter((id) => id !== '');
}

async function collect(pages: ReturnType<typeof walkHistory>): Promise<Version[]> {
  const versions: Version[] = [];
  for await (const page of pages) versions.push(...page.versions);
  return versions;
}

test.prop([steps], { numRuns: 15 })(
  'versions are what git has',
  async (history) => {
    const past = new Past();
    try {
      const trees = write(past, history);
      const ids = new Map<string, string>();
      const blobOf = (commit: string, file: string): string | undefined => {
        const text = trees.get(commit)?.[file];
        if (text === undefined) return undefined;
        const known = ids.get(text) ?? past.id(`${commit}:${file}`);
        ids.set(text, known);
        return known;
      };
      const from = [past.id('main')];
      const all = await collect(walkHistory(past.root, { from, pageSize: 3 }));
      for (const { commit, file, blob } of all) expect(blob).toBe(blobOf(commit.id, file));
      const touched = past.git('log', '--format=', '--name-only', '-c', '-z', 'main', '--', 'charters/');
      expect(all.map(({ file }) => file).sort()).toEqual(
        touched
          .split(/[\0\n]+/)
          .filter((name) => name !== '')
          .sort(),
      );
      for (const file of files) {
        const versions = await collect(followFile(past.root, file, { from, order: 'topological' }));
        const walked = commitsOf(past, file);
        // Git drops a side that ends like the other one, though the charter lived on it.
        const commits = commitsOf(past, file, '--full-history');
        const found = versions.map(({ commit }) => commit.id);
        expect(found).toEqual(expect.arrayContaining(walked));
        expect(commits).toEqual(expect.arrayContaining(found));
        const seen = new Set<string>();
        for (const { commit, blob, before } of versions) {
          expect(seen.has(commit.id)).toBe(false);
          seen.add(commit.id);
          expect(blob).toBe(blobOf(commit.id, file));
          for (const place of before) {
            expect(seen.has(place.parent ?? '')).toBe(false);
            expect(commits).toContain(place.parent);
            expect(place.blob).toBe(blobOf(place.parent ?? '', file));
            expect(commit.parents).toContain(place.parent);
          }
        }
      }
    } finally {
      past.remove();
    }
  },
  120_000,
);
