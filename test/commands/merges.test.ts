import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatDocument } from '../../src/canonical/format.ts';
import { readVersions } from '../../src/commands/log-entries.ts';
import { openPast } from '../../src/commands/past.ts';
import { requireHistory } from '../../src/commands/repository.ts';
import { comparePair } from '../../src/commands/version-pairs.ts';
import { withTaken } from '../../src/history/taken.ts';
import { walkHistory } from '../../src/store/history.ts';
import { watchMerges } from '../../src/store/merge-watch.ts';
import { charter, type Parts } from '../documents.ts';
import { Versions } from './versions.ts';

/** Files below the folder of charters, without `.yaml`. */
type State = Readonly<Record<string, Parts>>;

let place: Versions;
let ids: Map<string, string>;
beforeEach(() => {
  place = new Versions();
  ids = new Map();
});
afterEach(() => place.remove());

/** Makes a commit of exactly these charters; its parents by name, the first commit where there are none. */
function make(name: string, parents: readonly string[], state: State): void {
  const [first, ...others] = parents.map((parent) => ids.get(parent) ?? '');
  if (first === undefined) place.git('symbolic-ref', 'HEAD', `refs/heads/${name}`);
  else place.git('update-ref', '--no-deref', 'HEAD', first);
  if (others.length > 0) writeFileSync(join(place.root, '.git/MERGE_HEAD'), `${others.join('\n')}\n`);
  rmSync(join(place.root, 'charters'), { recursive: true, force: true });
  mkdirSync(join(place.root, 'charters'));
  for (const [file, parts] of Object.entries(state))
    place.write(
      `charters/${file}.yaml`,
      formatDocument(charter({ id: file, ...parts }), { schema: 'charter.schema.json' }),
    );
  place.git('add', '-A');
  ids.set(name, place.commit(name));
  place.git('checkout', '-q', '--detach');
}

interface Told {
  readonly commit: { readonly subject: string };
  readonly charter: string;
  readonly status: string;
  readonly fold?: string;
  readonly changes?: readonly Side[];
  readonly dropped?: readonly { readonly parent: string; readonly changes: readonly Side[] }[];
  readonly removedIn?: readonly string[];
  readonly movedIn?: readonly { readonly file: string; readonly side: string }[];
  readonly renamedIn?: readonly { readonly charter: string; readonly side: string }[];
}

interface Side {
  readonly a?: unknown;
  readonly b?: unknown;
}

/** What the log says of a commit: the status where it is not `changed`, then each change, dropped ones after their side. */
async function told(subject: string, ...words: readonly string[]): Promise<string[]> {
  const { output = '' } = await place.call(['log', '--json', ...words]);
  const versions: readonly Told[] = JSON.parse(output).versions;
  return versions
    .filter((version) => version.commit.subject === subject)
    .flatMap(
      ({
        charter: name,
        status,
        changes = [],
        dropped = [],
        removedIn = [],
        renamedIn = [],
        movedIn = [],
      }) => [
        ...(status === 'changed' ? [] : [`${name} ${status}`]),
        ...removedIn.map((id) => `${name} kept against ${nameOf(id)}`),
        ...renamedIn.map((other) => `${name} not ${other.charter} as in ${nameOf(other.side)}`),
        ...movedIn.map(({ file, side }) => `${name} not at ${file} as in ${nameOf(side)}`),
        ...changes.map((change) => sideText(change)),
        ...dropped.flatMap(({ parent, changes: left }) =>
          left.map((change) => `${nameOf(parent)} - ${sideText(change)}`),
        ),
      ],
    );
}

/** The commits that give each paragraph its words. */
async function blamed(): Promise<string[]> {
  const { output = '' } = await place.call(['blame', 'one', '--json']);
  const units: readonly { kind: string; text: string; commit?: string }[] = JSON.parse(output).units;
  return units
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ text: words, commit }) => `${nameOf(commit ?? '')}: ${words}`);
}

function nameOf(id: string): string {
  return [...ids].find(([, whole]) => whole.startsWith(id))?.[0] ?? id;
}

function sideText({ a, b }: Side): string {
  const text = (side: unknown): string => (Array.isArray(side) ? side.join(' ') : JSON.stringify(side ?? ''));
  return `${text(a)} → ${text(b)}`;
}

/** What the screen shows of the commit's version: the sides, the changes, and what it says of others. */
async function shown(subject: string, swapped = false): Promise<string[]> {
  const past = await openPast(requireHistory(place.root), 'HEAD', place.root);
  const merges = watchMerges(past.repository.root, [past.commit], past.blobs);
  const history = withTaken(walkHistory(place.root, { from: [past.commit] }), {
    takenTo: merges.takenTo,
    isWanted: () => true,
    start: merges.start,
  });
  for await (const { version, entry } of readVersions(
    { past, history, merges, filter: {} },
    { shallow: false },
  )) {
    if (version.commit.subject !== subject) continue;
    const row = { key: 'row', charter: entry.charter, status: entry.status, moment: '', version };
    const { diff } = await comparePair({ to: row }, { past, swapped });
    past.blobs.close();
    return [
      `${nameOf(diff.a.revision ?? '')} → ${nameOf(diff.b.revision ?? '')}`,
      ...diff.changes.map((change) => sideText(change)),
      ...(diff.leftOut ?? []).map(({ side, changes }) => `${nameOf(side)} ${changes}`),
    ];
  }
  throw new Error('No such version.');
}

const text = (...body: readonly string[]): Parts => ({ body });
const cookies = (...rows: readonly string[]): Parts => ({
  body: ['Un.'],
  tables: [['name | provider | duration', ...rows]],
});

describe('a merge that leaves a charter as one side has it', () => {
  beforeEach(() => {
    make('start', [], { one: text('Ils durent un an.', 'Fin.'), two: text('Deux.') });
  });

  test('tells what the other side had changed, and so does the screen of the text', async () => {
    make('ours', ['start'], { one: text('Ils durent un an.', 'Fin.'), two: text('Deux bis.') });
    make('theirs', ['start'], { one: text('Ils durent deux ans.', 'Fin.'), two: text('Deux.') });
    make('merge', ['ours', 'theirs'], { one: text('Ils durent un an.', 'Fin.'), two: text('Deux bis.') });
    make('later', ['merge'], { one: text('Ils durent un an.', 'Fin bis.'), two: text('Deux bis.') });
    const expected = ['theirs - Ils durent deux ans. → Ils durent un an.'];
    expect(await told('merge')).toEqual(expected);
    expect(await told('merge', 'one')).toEqual(expected);
    expect(await told('merge', 'two')).toEqual([]);
    const { output = '' } = await place.call(['log', 'one', '--lang', 'en']);
    expect(output).toMatch(
      /· merge +[0-9a-f]{8}\nmerge\none {2}1 substantive\n ⋯ {2}changes of [0-9a-f]{8} that this merge did not keep\n.*deux ans/,
    );
    expect(output.indexOf('later\n')).toBeLessThan(output.indexOf('\nmerge\n'));
    expect(output.indexOf('\nmerge\n')).toBeLessThan(output.indexOf('\nstart\n'));
    const blame = await place.call(['blame', 'one', '--lang', 'en']);
    expect(blame.output).toMatch(new RegExp(`${ids.get('start')?.slice(0, 8)} +Ils durent un an`));
    expect(blame.output).not.toContain(ids.get('merge')?.slice(0, 8));
  });

  test('tells it also where the whole of the first side is gone', async () => {
    make('ours', ['start'], { one: text('Ils durent trois ans.', 'Fin.'), two: text('Deux.') });
    make('theirs', ['start'], { one: text('Ils durent deux ans.', 'Fin.'), two: text('Deux.') });
    make('merge', ['ours', 'theirs'], { one: text('Ils durent deux ans.', 'Fin.'), two: text('Deux.') });
    const expected = ['Ils durent trois ans. → Ils durent deux ans.'];
    expect(await told('merge')).toEqual(expected);
    expect(await told('merge', 'one')).toEqual(expected);
    expect(await told('merge', 'one', '--only', 'typographic')).toEqual([]);
  });

  test('is silent where the other side had not touched it', async () => {
    make('ours', ['start'], { one: text('Ils durent un an.', 'Fin.'), two: text('Deux bis.') });
    make('theirs', ['start'], { one: text('Ils durent deux ans.', 'Fin.'), two: text('Deux.') });
    make('merge', ['ours', 'theirs'], { one: text('Ils durent deux ans.', 'Fin.'), two: text('Deux bis.') });
    expect(await told('merge')).toEqual([]);
    expect(await told('merge', 'one')).toEqual([]);
    const { output } = await place.call(['log', '--all', '--lang', 'en']);
    expect(output).not.toContain('merge');
  });

  test('is silent where it holds all of the changes of both', async () => {
    make('ours', ['start'], { one: text('Ils durent deux ans.', 'Fin.'), two: text('Deux.') });
    make('theirs', ['start'], { one: text('Ils durent deux ans.', 'Fin bis.'), two: text('Deux.') });
    make('merge', ['ours', 'theirs'], { one: text('Ils durent deux ans.', 'Fin bis.'), two: text('Deux.') });
    expect(await told('merge')).toEqual([]);
    expect(await told('merge', 'one')).toEqual([]);
  });

  test('tells it of a file in a folder below, with accents and spaces in its name', async () => {
    const file = 'écoles du sud/été 1';
    const un = (words: string): State => ({ [file]: { id: 'un', ...text(words) } });
    make('before', [], un('Ils durent un an.'));
    make('ours', ['before'], { ...un('Ils durent un an.'), two: text('Deux.') });
    make('theirs', ['before'], un('Ils durent deux ans.'));
    make('merge', ['ours', 'theirs'], { ...un('Ils durent un an.'), two: text('Deux.') });
    const expected = ['theirs - Ils durent deux ans. → Ils durent un an.'];
    expect(await told('merge')).toEqual(expected);
    expect(await told('merge', 'un')).toEqual(expected);
  });

  test('keeps within the range and the days asked for', async () => {
    make('ours', ['start'], { one: text('Ils durent un an.', 'Fin.'), two: text('Deux bis.') });
    make('theirs', ['start'], { one: text('Ils durent deux ans.', 'Fin.'), two: text('Deux.') });
    make('merge', ['ours', 'theirs'], { one: text('Ils durent un an.', 'Fin.'), two: text('Deux bis.') });
    make('later', ['merge'], { one: text('Ils durent un an.', 'Fin bis.'), two: text('Deux bis.') });
    const range = (from: string): string => `${ids.get(from)}..HEAD`;
    expect(await told('merge', range('ours'))).toHaveLength(1);
    expect(await told('merge', range('merge'))).toEqual([]);
    expect(await told('merge', '--since', '2026-03-04')).toHaveLength(1);
    expect(await told('merge', '--since', '2026-03-05')).toEqual([]);
    expect(await told('merge', '--until', '2026-03-04', 'one')).toHaveLength(1);
    expect(await told('merge', '--until', '2026-03-03')).toEqual([]);
  });

  test('is not told of a side that was left as a whole', async () => {
    make('side', ['start'], { one: text('Ils durent deux ans.', 'Fin.'), two: text('Deux.') });
    make('other', ['start'], { one: text('Ils durent un an.', 'Fin autre.'), two: text('Deux.') });
    make('inner', ['side', 'other'], { one: text('Ils durent deux ans.', 'Fin.'), two: text('Deux.') });
    make('main', ['start'], { one: text('Ils durent un an.', 'Fin.'), two: text('Deux bis.') });
    make('merge', ['main', 'inner'], { one: text('Ils durent un an.', 'Fin.'), two: text('Deux bis.') });
    expect(await told('inner')).toEqual([]);
    expect(await told('merge', 'one')).toEqual(['inner - Ils durent deux ans. → Ils durent un an.']);
  });
});

describe('the screen of a merge shows what the log tells', () => {
  const one = (...body: readonly string[]): State => ({ one: text(...body) });
  beforeEach(() => {
    make('start', [], one('Ils durent un an.', 'Entre.', 'Ils sont peu nombreux.'));
    make('ours', ['start'], one('Ils durent deux ans.', 'Entre.', 'Ils sont peu nombreux.'));
    make('theirs', ['start'], one('Ils durent un an.', 'Entre.', 'Ils sont très nombreux.'));
  });

  test('where it left out the changes of the second side', async () => {
    make('merge', ['ours', 'theirs'], one('Ils durent deux ans.', 'Entre.', 'Ils sont peu nombreux.'));
    const change = 'Ils sont très nombreux. → Ils sont peu nombreux.';
    expect(await told('merge')).toEqual([`theirs - ${change}`]);
    expect(await shown('merge')).toEqual(['theirs → merge', change]);
    const back = 'Ils sont peu nombreux. → Ils sont très nombreux.';
    expect(await shown('merge', true)).toEqual(['merge → theirs', back]);
  });

  test('where it has words of its own and left out others', async () => {
    make('merge', ['ours', 'theirs'], one('Ils durent trois ans.', 'Entre.', 'Ils sont peu nombreux.'));
    const own = 'Ils durent deux ans. → Ils durent trois ans.';
    expect(await told('merge')).toEqual([own, 'theirs - Ils sont très nombreux. → Ils sont peu nombreux.']);
    expect(await shown('merge')).toEqual(['ours → merge', own, 'theirs 1']);
  });
});

describe('a charter that both sides of a merge add', () => {
  const made = (name: string): Parts => cookies(`${name} | Google | 1 an`, 'lang | Google | 1 jour');
  beforeEach(() => {
    make('start', [], { two: text('Deux.') });
    make('ours', ['start'], { one: made('B1'), two: text('Deux.') });
    make('theirs', ['start'], { one: made('A1'), two: text('Deux.') });
  });

  test('tells the words of neither', async () => {
    make('merge', ['ours', 'theirs'], { one: made('_ga_evil'), two: text('Deux.') });
    const expected = [
      '{"name":"B1","provider":"Google","duration":"1 an"} → {"name":"_ga_evil","provider":"Google","duration":"1 an"}',
    ];
    expect(await told('merge')).toEqual(expected);
    expect(await told('merge', 'one')).toEqual(expected);
    const { output = '' } = await place.call(['blame', 'one', '--all', '--lang', 'en']);
    expect(output).toMatch(new RegExp(`${ids.get('merge')?.slice(0, 8)} +_ga_evil`));
  });

  test.each([
    [
      'ours',
      'B1',
      [
        'theirs - {"name":"A1","provider":"Google","duration":"1 an"} → {"name":"B1","provider":"Google","duration":"1 an"}',
      ],
    ],
    [
      'theirs',
      'A1',
      [
        '{"name":"B1","provider":"Google","duration":"1 an"} → {"name":"A1","provider":"Google","duration":"1 an"}',
      ],
    ],
  ])('tells what was left out where it is as in %s', async (_, kept, expected) => {
    make('merge', ['ours', 'theirs'], { one: made(kept), two: text('Deux.') });
    expect(await told('merge')).toEqual(expected);
    expect(await told('merge', 'one')).toEqual(expected);
  });

  test('is silent where both added the same', async () => {
    make('same', ['start'], { one: made('B1'), two: text('Deux bis.') });
    make('merge', ['ours', 'same'], { one: made('B1'), two: text('Deux bis.') });
    expect(await told('merge')).toEqual([]);
    expect(await told('merge', 'one')).toEqual([]);
  });
});

describe('a charter that one side of a merge removed and the other edited', () => {
  beforeEach(() => {
    make('start', [], { one: text('Ils durent un an.', 'Fin.'), two: text('Deux.') });
    make('removed', ['start'], { two: text('Deux.') });
    make('edited', ['start'], { one: text('Ils durent deux ans.', 'Fin.'), two: text('Deux.') });
  });

  test.each([
    ['removed', 'edited'],
    ['edited', 'removed'],
  ])('is told to be kept, where %s comes first', async (...parents) => {
    make('merge', parents, { one: text('Ils durent deux ans.', 'Fin.'), two: text('Deux.') });
    expect(await told('merge')).toEqual(['one kept against removed']);
    expect(await told('merge', 'one')).toEqual(['one kept against removed']);
    const { output } = await place.call(['log', 'one', '--lang', 'fr']);
    expect(output).toMatch(/gardée, alors qu'elle n'était plus dans [0-9a-f]{8}/);
    expect((await place.call(['blame', 'one', '--lang', 'en'])).output).toContain(
      ids.get('edited')?.slice(0, 8),
    );
  });

  test.each([
    ['removed', 'edited'],
    ['edited', 'removed'],
  ])('is told to be removed, where %s comes first', async (...parents) => {
    make('merge', parents, { two: text('Deux.') });
    expect(await told('merge')).toEqual(['one removed']);
    expect(await told('merge', 'one')).toEqual(['one removed']);
  });

  test('is told to be kept with other words', async () => {
    make('merge', ['removed', 'edited'], { one: text('Ils durent trois ans.', 'Fin.'), two: text('Deux.') });
    const expected = ['one kept against removed', 'Ils durent deux ans. → Ils durent trois ans.'];
    expect(await told('merge')).toEqual(expected);
    expect(await told('merge', 'one')).toEqual(expected);
  });

  test('is not told again where the other side had left it alone', async () => {
    make('other', ['start'], { one: text('Ils durent un an.', 'Fin.'), two: text('Deux bis.') });
    make('merge', ['other', 'removed'], { two: text('Deux bis.') });
    expect(await told('merge')).toEqual([]);
    expect(await told('merge', 'one')).toEqual([]);
  });
});

describe('a merge with a renamed file', () => {
  const one = (...body: readonly string[]): Parts => ({ id: 'one', body });
  const start = ['Ils durent un an.', 'La suite du texte reste.', 'Elle est assez longue.', 'Fin.'];
  const edited = ['Ils durent deux ans.', ...start.slice(1)];
  beforeEach(() => {
    make('start', [], { one: one(...start), two: text('Deux.') });
    make('edited', ['start'], { one: one(...edited), two: text('Deux.') });
  });

  test('is silent where the rename and the edit are both there', async () => {
    make('renamed', ['start'], { uno: one(...start), two: text('Deux.') });
    make('merge', ['renamed', 'edited'], { uno: one(...edited), two: text('Deux.') });
    const { output = '' } = await place.call(['log', '--lang', 'en']);
    expect(await told('merge')).toEqual([]);
    expect(await told('merge', 'one')).toEqual([]);
    expect(output).not.toContain('removed');
  });

  test('tells the edit that the renaming side did not take over', async () => {
    make('renamed', ['start'], { uno: one(...start), two: text('Deux.') });
    make('merge', ['renamed', 'edited'], { uno: one(...start), two: text('Deux.') });
    expect(await told('merge')).toEqual(['edited - Ils durent deux ans. → Ils durent un an.']);
    expect(await told('merge', 'one')).toEqual(['edited - Ils durent deux ans. → Ils durent un an.']);
  });

  test('tells the other place that it did not keep', async () => {
    make('moved', ['start'], { 'old/uno': one(...start), two: text('Deux.') });
    make('merge', ['edited', 'moved'], { one: one(...edited), two: text('Deux.') });
    const expected = ['one not at charters/old/uno.yaml as in moved'];
    expect(await told('merge')).toEqual(expected);
    expect(await told('merge', 'one')).toEqual(expected);
    const { output: english } = await place.call(['log', 'one', '--lang', 'en']);
    expect((english ?? '').replace(/\s+/g, ' ')).toMatch(
      /⋯ file moved to charters\/old\/uno\.yaml in [0-9a-f]{8}, which this merge did not keep /,
    );
    const { output: french } = await place.call(['log', 'one', '--lang', 'fr', '--accessible']);
    expect(french).toMatch(/fichier déplacé vers charters\/old\/uno\.yaml dans [0-9a-f]{8}, ce que cette/i);
  });

  test('tells a third place that it gave it, once', async () => {
    make('moved', ['start'], { 'old/uno': one(...start), two: text('Deux.') });
    make('merge', ['edited', 'moved'], { 'new/uno': one(...edited), two: text('Deux.') });
    expect(await told('merge')).toEqual(['one not at charters/old/uno.yaml as in moved']);
  });

  test('tells what it changed and left out where it renames itself', async () => {
    make('other', ['start'], { one: one(...start.slice(0, 3), 'Fin bis.'), two: text('Deux.') });
    make('merge', ['other', 'edited'], { uno: one(...start.slice(0, 3), 'Fin bis.'), two: text('Deux.') });
    expect(await told('merge')).toEqual(['edited - Ils durent deux ans. → Ils durent un an.']);
    expect(await told('merge', 'one')).toEqual(['edited - Ils durent deux ans. → Ils durent un an.']);
  });
});

describe('a merge with a charter that one side gave another id', () => {
  const body = Array.from({ length: 12 }, (_, at) => `Le paragraphe ${at} reste tel quel.`);
  beforeEach(() => {
    make('start', [], { one: text(...body), two: text('Deux.') });
    make('here', ['start'], { one: text(...body), two: text('Deux bis.') });
    make('renamed', ['start'], { uno: text(...body), two: text('Deux.') });
  });

  test('tells the name that it did not keep', async () => {
    make('merge', ['here', 'renamed'], { one: text(...body), two: text('Deux bis.') });
    expect(await told('merge')).toEqual(['one not uno as in renamed']);
    expect(await told('merge', 'one')).toEqual(['one not uno as in renamed']);
    const { output: english } = await place.call(['log', 'one', '--lang', 'en']);
    expect(english).toMatch(/⋯ {2}renamed uno in [0-9a-f]{8}, which this merge did not keep\n/);
    const { output: french } = await place.call(['log', 'one', '--lang', 'fr', '--accessible']);
    expect(french).toMatch(/nom changé en uno dans [0-9a-f]{8}, ce que cette fusion n'a pas gardé/i);
  });

  test('is silent where it kept the name', async () => {
    make('merge', ['here', 'renamed'], { uno: text(...body), two: text('Deux bis.') });
    expect(await told('merge')).toEqual([]);
  });
});

describe('a merge of three sides', () => {
  const state = (a: string, b: string, c: string): State => ({ one: text(a, 'Entre.', b, 'Encore.', c) });
  beforeEach(() => {
    make('start', [], state('A.', 'B.', 'C.'));
    make('shared', ['start'], state('A.', 'B.', 'La suite est commune.'));
    make('x', ['shared'], state('A un.', 'B.', 'La suite est commune.'));
    make('y', ['shared'], state('A.', 'B deux.', 'La suite est commune.'));
    make('z', ['start'], { ...state('A.', 'B.', 'C.'), two: text('Deux.') });
  });

  test('is silent where it holds what each of them changed', async () => {
    make('merge', ['x', 'y', 'z'], {
      ...state('A un.', 'B deux.', 'La suite est commune.'),
      two: text('Deux.'),
    });
    expect(await told('merge')).toEqual([]);
    expect(await told('merge', 'one')).toEqual([]);
  });

  test('tells what it left out of one of them', async () => {
    make('merge', ['x', 'y', 'z'], { ...state('A un.', 'B.', 'La suite est commune.'), two: text('Deux.') });
    expect(await told('merge')).toEqual(['y - B deux. → B.']);
    expect(await told('merge', 'one')).toEqual(['y - B deux. → B.']);
    expect(await blamed()).toEqual([
      'x: A un.',
      'start: Entre.',
      'start: B.',
      'start: Encore.',
      'shared: La suite est commune.',
    ]);
  });

  test('tells its own words', async () => {
    make('merge', ['x', 'y', 'z'], {
      ...state('A un.', 'B deux.', 'La suite est nouvelle.'),
      two: text('Deux.'),
    });
    expect(await told('merge')).toEqual(['La suite est commune. → La suite est nouvelle.']);
    expect(await told('merge', 'one')).toEqual(['La suite est commune. → La suite est nouvelle.']);
  });
});

describe('a merge whose sides have two commits in common', () => {
  const state = (a: string, b: string, c = 'C.'): State => ({ one: text(a, 'Entre.', b, 'Encore.', c) });
  beforeEach(() => {
    make('start', [], state('A.', 'B.'));
    make('x', ['start'], state('A un.', 'B.'));
    make('y', ['start'], state('A.', 'B deux.'));
    make('xy', ['x', 'y'], state('A un.', 'B deux.'));
    make('yx', ['y', 'x'], state('A un.', 'B deux.'));
    make('left', ['xy'], state('A un.', 'B deux.', 'C à gauche.'));
  });

  test('tells the words that one side took back, on which these two disagree', async () => {
    make('right', ['yx'], state('A.', 'B deux.'));
    make('merge', ['left', 'right'], state('A un.', 'B deux.', 'C à gauche.'));
    expect(await told('merge')).toEqual(['right - A. → A un.']);
    expect(await told('merge', 'one')).toEqual(['right - A. → A un.']);
  });

  test('is silent where it takes them back too', async () => {
    make('right', ['yx'], state('A.', 'B deux.'));
    make('merge', ['left', 'right'], state('A.', 'B deux.', 'C à gauche.'));
    expect(await told('merge')).toEqual([]);
    expect(await told('merge', 'one')).toEqual([]);
  });

  test('tells it as well where their histories had crossed before', async () => {
    make('right', ['yx'], state('A trois.', 'B deux.'));
    const both = state('A trois.', 'B deux.', 'C à gauche.');
    make('again', ['left', 'right'], both);
    make('over', ['right', 'left'], both);
    make('up', ['again'], state('A trois.', 'B quatre.', 'C à gauche.'));
    make('down', ['over'], state('A trois.', 'B deux.'));
    make('merge', ['up', 'down'], state('A trois.', 'B quatre.', 'C à gauche.'));
    expect(await told('merge')).toEqual(['down - C. → C à gauche.']);
  });

  test('is silent where it takes over both', async () => {
    make('right', ['yx'], state('A trois.', 'B deux.'));
    make('merge', ['left', 'right'], state('A trois.', 'B deux.', 'C à gauche.'));
    expect(await told('merge')).toEqual([]);
    expect(await told('merge', 'one')).toEqual([]);
  });

  test('tells what it left out of one side', async () => {
    make('right', ['yx'], state('A trois.', 'B deux.'));
    make('merge', ['left', 'right'], state('A un.', 'B deux.', 'C à gauche.'));
    const expected = ['right - A trois. → A un.'];
    expect(await told('merge')).toEqual(expected);
    expect(await told('merge', 'one')).toEqual(expected);
    expect(await blamed()).toEqual([
      'x: A un.',
      'start: Entre.',
      'y: B deux.',
      'start: Encore.',
      'left: C à gauche.',
    ]);
  });
});
