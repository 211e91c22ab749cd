import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Office } from './office.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const loire = 'charters/pays-de-la-loire.yaml';

let office: Office;
beforeEach(() => {
  office = new Office();
  cpSync(join(project, 'charters'), join(office.root, 'charters'), { recursive: true });
  office.edit('charters/normandie.yaml', 'ne requièrent pas', 'requièrent');
  office.commit('Chartes');
  office.git('config', 'user.name', 'Zoé Lefèvre');
});
afterEach(() => office.remove());

const baseline = ['drift', '--baseline', '--by', '2027-06-30'];

async function call(...words: readonly string[]): Promise<readonly [number, string]> {
  const { output = '', messages = '', status } = await office.call([...words, '--lang', 'en']);
  return [status, output + messages];
}

function schemaOf(name: string): { readonly $defs: object } {
  return JSON.parse(readFileSync(join(project, `src/present/${name}.schema.json`), 'utf8'));
}

/** What a command writes as JSON, once it is known to follow the schema of decisions. */
async function data(...words: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { output = '' } = await office.call([...words, '--json']);
  const own = schemaOf('decisions');
  const whole = JSON.stringify({
    ...own,
    $defs: { ...schemaOf('diff').$defs, ...schemaOf('drift').$defs, ...own.$defs },
  });
  const schema = z.fromJSONSchema(JSON.parse(whole.replace(/"[a-z]+\.schema\.json#/g, '"#')));
  const found = JSON.parse(output);
  expect(schema.safeParse(found).error?.issues ?? []).toEqual([]);
  expect(schema.safeParse({ ...found, extra: 1 }).success).toBe(false);
  return found;
}

describe('a baseline', () => {
  test.each(['en', 'fr'])('tells what it would do, in the language %s', async (lang) => {
    await expect(await office.transcript(...baseline, '--dry-run', '--lang', lang)).toMatchFileSnapshot(
      `golden/baseline-dry-run.${lang}.txt`,
    );
    expect(office.git('status', '--porcelain')).toBe('');
  });

  test('leaves only what is substantive to settle', async () => {
    const [status, said] = await call(...baseline);
    expect([status, said]).toEqual([
      0,
      expect.stringContaining('Marked 15 drifts as to fix by 30 June 2027'),
    ]);
    const [left, told] = await call('drift');
    expect(left).toBe(1);
    expect(told).toContain('1 unexplained · 7 to fix · 0 agreed');
    expect((await call('drift', 'pays-de-la-loire'))[0]).toBe(0);
    expect((await call('fmt', '--check'))[0]).toBe(0);
    expect(office.read(loire)).not.toContain('reason:');
  });

  test('made twice changes nothing more, and leaves what was decided before', async () => {
    await call('accept', '561136', '--reason', 'Régional');
    await call(...baseline);
    const before = office.read(loire);
    expect(before).toMatch(/reference: 561136\w+\n +status: agreed/);
    office.commit('Décisions');
    const [status, said] = await call('drift', '--baseline', '--by', '2028-01-01');
    expect([status, said]).toEqual([0, expect.stringContaining('Nothing to mark')]);
    expect(said).toContain('Decided before and left so: 15 drifts\n');
    expect(office.git('status', '--porcelain')).toBe('');
  });

  test('is for the portals that are named', async () => {
    await call('drift', 'pays-de-la-loire', '--baseline', '--by', '2027-06-30');
    expect(office.git('diff', '--name-only')).toBe(`${loire}\n`);
  });

  test('tells the charters that name no template, and of them nothing else', async () => {
    for (const id of ['normandie', 'pays-de-la-loire'])
      office.edit(`charters/${id}.yaml`, 'follows: opendatasoft-fr\n', '');
    const [, said] = await call('drift', 'normandie', 'pays-de-la-loire', '--baseline', '--by', '2027-06-30');
    expect(said).toBe(
      'Not marked, as no template is named there: normandie, pays-de-la-loire. Name it in each file, then do the same again: follows: TEMPLATE\n',
    );
  });

  test('is told to programs with what it leaves', async () => {
    expect(await data(...baseline, '--dry-run')).toMatchObject({
      command: 'drift',
      action: 'baseline',
      written: false,
      left: [{ class: 'substantive', portals: ['normandie'] }],
    });
    expect(office.git('status', '--porcelain')).toBe('');
  });

  test.each<readonly [string, readonly string[], number, string]>([
    ['a day', [], 2, '“charter drift --baseline” needs --by DATE.'],
    ['a day to come', ['--by', '2026-11-20'], 2, '--by 2026-11-20 is past: today is 2026-11-21.'],
    ['a day of the calendar', ['--by', '2026-02-30'], 2, 'there is no day 2026-02-30 in the calendar.'],
    ['a day as it is written', ['--by', '30/6/2027'], 2, '--by needs a day such as 2026-11-21'],
    ['no view', ['--by', '2027-06-30', '--by-change'], 2, '--baseline and --by-change cannot go together.'],
    ['no page', ['--by', '2027-06-30', '--format', 'html'], 2, '--baseline and --format html cannot'],
    ['a portal that is there', ['x', '--by', '2027-06-30'], 2, 'there is no charter “x”'],
    ['an id', ['template:x', '--by', '2027-06-30'], 2, '“template:x” is not the id of a portal'],
  ])('needs %s', async (_, words, status, sentence) => {
    expect(await call('drift', '--baseline', ...words)).toEqual([status, expect.stringContaining(sentence)]);
    expect(office.git('status', '--porcelain')).toBe('');
  });

  test('is all that --by and --dry-run are for', async () => {
    for (const words of [['--by', '2027-06-30'], ['--dry-run']])
      expect(await call('drift', ...words)).toEqual([2, expect.stringContaining('only with --baseline')]);
  });

  test('writes nothing where two files hold one portal, or one file is not in canonical form', async () => {
    const text = office.read(loire);
    office.write({ [loire]: text.replace('language: fr', 'language: "fr"') });
    expect(await call(...baseline)).toEqual([
      3,
      expect.stringContaining(`${loire} is not in canonical form`),
    ]);
    office.write({ [loire]: text, 'charters/twin.yaml': text });
    expect(await call(...baseline)).toEqual([
      3,
      expect.stringContaining('two files hold “pays-de-la-loire”'),
    ]);
    expect(office.git('status', '--porcelain')).toBe('?? charters/twin.yaml\n');
  });

  test('tells the charters that it could not look at, with their status', async () => {
    office.edit('charters/normandie.yaml', 'follows: opendatasoft-fr', 'follows: lost');
    const [status, said] = await call(...baseline);
    expect(status).toBe(3);
    expect(said).toContain('normandie follows the template “lost”');
    expect(office.read(loire)).toContain('decisions:');
  });
});

describe('as JSON', () => {
  test('what is decided names each drift once, and what each decision replaces', async () => {
    const words = ['561136', '--reason', 'Oui', '--by', 'Anne'];
    const first = await data('accept', ...words, '--dry-run');
    expect(first).toMatchObject({ command: 'accept', action: 'decide', written: false, files: [loire] });
    expect(office.git('status', '--porcelain')).toBe('');
    await data('accept', ...words);
    expect(await data('fix', '561136', '--by', '2027-01-01')).toMatchObject({
      command: 'fix',
      written: true,
      decisions: [{ portal: 'pays-de-la-loire', replaced: [{ status: 'agreed', by: 'Anne' }] }],
      drifts: [{ reference: '561136', portals: ['pays-de-la-loire'] }],
    });
  });

  test('lists tell how each decision stands', async () => {
    expect(await data('accept', '--list')).toMatchObject({ action: 'list', decisions: [], drifts: [] });
    await call('accept', '561136', '5d347c', '--reason', 'Oui', '--until', '2026-12-01');
    office.edit(loire, 'le portail utilise des', 'le portail pose des');
    office.edit(loire, 'body:\n', 'title: Charte cookies\nbody:\n');
    expect(await data('accept', '--list')).toMatchObject({
      decisions: [{ state: 'lapsed', lapse: 'changed' }, { stale: 'unmatched' }],
      drifts: [{ portals: ['pays-de-la-loire'] }],
    });
    expect(await data('accept', '--expiring', '30')).toMatchObject({
      action: 'expiring',
      decisions: [{ lapse: 'changed' }],
    });
    expect(await data('accept', '--prune')).toMatchObject({
      action: 'prune',
      written: true,
      files: [loire],
      decisions: [{ stale: 'unmatched' }],
    });
    expect(await data('accept', '--prune')).toMatchObject({ decisions: [], files: [] });
  });
});
