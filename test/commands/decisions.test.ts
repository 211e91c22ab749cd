import { cpSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importCapture } from '../../src/commands/import-job.ts';
import type { Job } from '../../src/commands/import-request.ts';
import { type Shelf, workTree } from '../../src/commands/shelves.ts';
import { Office } from './office.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const loire = 'charters/pays-de-la-loire.yaml';
const unedic = 'charters/performance-dataunedic.yaml';
/** Of pays-de-la-loire: its introduction, its missing title, its emphasis in the kinds of cookies. */
const [introduction, title, emphasis] = ['561136', '5d347c', 'a7188a'];
/** Of performance-dataunedic. */
const purpose = '16d763';

let office: Office;
beforeEach(() => {
  office = new Office();
  for (const folder of ['charters', 'snapshots'])
    cpSync(join(project, folder), join(office.root, folder), { recursive: true });
  office.commit('Chartes');
  office.git('config', 'user.name', 'Zoé Lefèvre');
});
afterEach(() => office.remove());

async function call(...words: readonly string[]): Promise<readonly [number, string]> {
  const { output = '', messages = '', status } = await office.call([...words, '--lang', 'en']);
  return [status, output + messages];
}

async function decide(...words: readonly string[]): Promise<string> {
  const [status, said] = await call(...words);
  expect(status, said).toBe(0);
  return said;
}

/** What the work tree has that the commit has not; nothing is ever taken away. */
function added(file: string): string[] {
  const lines = office.git('diff', '-U0', '--', file).split('\n').slice(5);
  expect(lines.filter((line) => line.startsWith('-'))).toEqual([]);
  return lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
}

async function drift(): Promise<number> {
  return (await office.call(['drift'])).status;
}

describe('what is printed', () => {
  test.each(['en', 'fr'])('in the language %s', async (lang) => {
    const shown = async (name: string, ...words: readonly string[]): Promise<void> =>
      await expect(await office.transcript(...words, '--lang', lang)).toMatchFileSnapshot(
        `golden/${name}.${lang}.txt`,
      );
    await shown('accept-dry-run', 'accept', introduction, '--reason', 'Le portail parle de lui', '--dry-run');
    await decide('accept', introduction, '--reason', 'Essai', '--by', 'A', '--until', '2026-12-01');
    await shown('accept', 'accept', introduction, title, '--reason', 'Le portail parle de lui', '--by', 'B');
    await decide('fix', emphasis, '--by', '2026-12-15');
    await shown('fix', 'fix', purpose, title, '--by', '2027-01-31');
    office.edit(loire, 'le portail utilise des cookies', 'le portail dépose des cookies');
    office.edit(unedic, 'Permet de se souvenir', 'Se souvenir');
    await shown('accept-list', 'accept', '--list');
    await shown('accept-list-accessible', 'accept', '--list', '--accessible');
    await shown('accept-expiring', 'accept', '--expiring', '30');
    await shown('accept-prune', 'accept', '--prune');
  });
});

describe('decisions that are made at once', () => {
  test('are each written, one after the other', async () => {
    const references = [introduction, title, emphasis];
    const told = await Promise.all(references.map((one) => call('accept', one, '--reason', `Pour ${one}`)));
    for (const [status, said] of told)
      expect([status, said]).toEqual([0, expect.stringContaining('1 decision written')]);
    const file = readFileSync(join(office.root, loire), 'utf8');
    expect([...file.matchAll(/^ {4}reason: Pour (\w+)$/gm)].map(([, one]) => one).sort()).toEqual(
      references.sort(),
    );
  });

  test('are not lost to an import that read the charter before', async () => {
    const repository = { root: office.root };
    const shelf = workTree(repository);
    const list: Shelf['list'] = async (kind) => {
      if (kind === 'template' && !office.read(loire).includes('Voulu'))
        await decide('accept', introduction, '--reason', 'Voulu');
      return shelf.list(kind);
    };
    const page = office.read('snapshots/pays-de-la-loire/2026-11-21.txt');
    const job: Job = {
      portal: 'pays-de-la-loire',
      bytes: Buffer.from(page.replace('un fichier texte', 'un petit fichier texte')),
      shown: 'page.txt',
      day: '2026-11-21',
    };
    const options = { force: false, dryRun: false };
    const imported = importCapture(job, options, { repository, shelf: { ...shelf, list } });
    await expect(imported).rejects.toMatchObject({ code: 'changed-meanwhile', values: { file: loire } });
    expect(office.read(loire)).toContain('reason: Voulu');
    expect(office.git('status', '--porcelain')).toBe(` M ${loire}\n`);
    await importCapture(job, options, { repository, shelf });
    expect(office.read(loire)).toMatch(/un petit fichier texte.*reason: Voulu/s);
  });

  test('are not lost to a run of fmt: what another run is writing is left to it, and the others are formatted', async () => {
    for (const file of [loire, unedic]) office.edit(file, 'language: fr', 'language: "fr"');
    office.write({ 'charters/.pays-de-la-loire.yaml.lock': '' });
    expect(await call('fmt')).toEqual([4, expect.stringContaining(`${loire} was changed while`)]);
    expect([loire, unedic].map((file) => office.read(file).includes('"fr"'))).toEqual([true, false]);
  });
});

describe('a decision', () => {
  test('is all that the file gains', async () => {
    await decide(
      'accept',
      introduction,
      '--reason',
      ' Le portail\n parle de lui : « nous » ',
      '--until',
      '2027-01-31',
    );
    expect(added(loire)).toEqual([
      'decisions:',
      '  - reference: 561136270acb1ccf81036c3a3f5aa7ff419c3df5290fd2424f56e4a242db3b55',
      '    status: agreed',
      '    class: wording',
      '    section: introduction',
      '    text: Afin de vous proposer le meilleur service possible, le portail utilise des cookies pour assurer son bon fonctionnement.',
      '    reason: "Le portail parle de lui : « nous »"',
      '    by: Zoé Lefèvre',
      '    "on": "2026-11-21"',
      '    until: "2027-01-31"',
    ]);
    expect(office.git('status', '--porcelain')).toBe(` M ${loire}\n`);
    expect((await call('fmt', '--check'))[0]).toBe(0);
    expect((await call('lint'))[0]).toBe(0);
  });

  test('leaves comments where they are', async () => {
    office.edit(loire, 'language: fr', '# before the language\nlanguage: fr # after it');
    office.edit(loire, 'tables:', '# before the tables\ntables:');
    office.write({ [loire]: `${office.read(loire)}# the end\n` });
    office.commit('Remarques');
    await decide('accept', introduction, '--reason', 'Oui');
    expect(added(loire)).toHaveLength(9);
    expect(office.read(loire)).toMatch(/ +"on": "2026-11-21"\n# the end\n$/);
  });

  test('replaces the one before it in its place, and says so', async () => {
    await decide('accept', introduction, title, '--reason', 'Un');
    office.commit('Un');
    const said = await decide('fix', introduction.slice(0, 4), '--by', '2026-11-21');
    expect(said).toContain('Replaces, in pays-de-la-loire: agreed (Zoé Lefèvre, 21 November 2026): Un');
    const [first, second] = office.read(loire).split('  - reference: ').slice(1);
    expect(first).toMatch(
      /^561136\w+\n +status: to-fix\n +class: wording\n +section: introduction\n +text: .*\n +by: Zoé Lefèvre\n +"on": .*\n +until: "2026-11-21"\n$/,
    );
    expect(second).toMatch(/^5d347c\w+\n +status: agreed\n/);
  });

  test('replaces one that names its drift by a few digits', async () => {
    const old =
      'decisions:\n  - reference: "5611362"\n    status: agreed\n    class: wording\n    "on": "2026-01-01"\n';
    office.write({ [loire]: office.read(loire) + old });
    await decide('accept', introduction, '--reason', 'Oui');
    expect(office.read(loire).match(/reference:/g)).toHaveLength(1);
  });

  test('is not written by --dry-run', async () => {
    expect(await decide('accept', introduction, '--reason', 'Oui', '--dry-run')).toContain(
      `Would write 1 decision to ${loire}.`,
    );
    expect(await decide('fix', introduction, '--by', '2027-01-01', '--dry-run')).toContain('Would write');
    expect(office.git('status', '--porcelain')).toBe('');
  });

  test('covers its drift until the text changes again', async () => {
    expect(await drift()).toBe(1);
    await decide('accept', title, introduction, 'fa04', '2add', 'edbc', '498f', '--reason', 'Relu');
    expect(await drift()).toBe(1);
    await decide('fix', purpose, '--by', '2026-11-21');
    expect(await drift()).toBe(0);
    office.edit(loire, 'le portail utilise des cookies', 'le portail pose des cookies');
    expect(await drift()).toBe(1);
  });

  test.each([
    ['--by', ['--by', ' Anne  B '], 'Anne B', 'Decided by Anne B\n'],
    ['git', [], 'Zoé Lefèvre', 'Decided by Zoé Lefèvre, as git has it (user.name)\n'],
  ])('names who decides by %s', async (_, words, name, said) => {
    expect(await decide('accept', introduction, '--reason', 'Oui', ...words)).toContain(said);
    expect(added(loire)).toContain(`    by: ${name}`);
  });

  test('needs a name where it agrees, and does without where the text will be corrected', async () => {
    office.git('config', '--unset', 'user.name');
    expect(await call('accept', introduction, '--reason', 'Oui')).toEqual([
      2,
      expect.stringContaining('add: --by "Your Name"'),
    ]);
    expect(await decide('fix', introduction, '--by', '2027-01-01')).toContain('No name is written');
    expect(added(loire).some((line) => line.includes('by:'))).toBe(false);
  });
});

describe('a drift of several portals', () => {
  beforeEach(() => {
    for (const portal of ['normandie', 'noisylegrand', 'cooracenormandie'])
      office.edit(`charters/${portal}.yaml`, 'possible nous utilisons', 'possible, le portail utilise');
    office.commit('Comme les autres');
  });

  test('is decided only for those that are named', async () => {
    expect(await call('accept', introduction, '--reason', 'Oui')).toEqual([
      2,
      expect.stringContaining('--portals cooracenormandie,noisylegrand,normandie,pays-de-la-loire'),
    ]);
    const said = await decide(
      'accept',
      introduction,
      '--reason',
      'Oui',
      '--portals',
      'normandie, noisylegrand',
    );
    expect(said).toContain('561136  agreed: 2 portals, noisylegrand, normandie\n');
    expect(office.git('diff', '--name-only')).toBe('charters/noisylegrand.yaml\ncharters/normandie.yaml\n');
  });

  test('is told without hundreds of names', async () => {
    const text = office.read('charters/normandie.yaml');
    for (let index = 1; index <= 30; index += 1)
      office.write({
        [`charters/p${index}.yaml`]: text
          .replace('charter: normandie', `charter: p${index}`)
          .replaceAll('data.normandie', `p${index}`),
      });
    expect(await call('accept', introduction, '--reason', 'Oui')).toEqual([
      2,
      "charter: 34 portals have the drift 561136. Nothing was decided. Name those meant, as charter drift --by-change tells them, or take all: --portals '*'\n",
    ]);
    expect(
      (await call('fix', introduction, '--by', '2027-01-01', '--portals', 'performance-dataunedic'))[1],
    ).toBe(
      'charter: 561136 is no drift of performance-dataunedic, but of cooracenormandie, noisylegrand, normandie, p1, p10, p11, p12, p13, … (34). Nothing was decided.\n',
    );
    const said = await decide('fix', introduction, '--by', '2027-01-01', '--portals', '*');
    expect(said.replace(/\s+/g, ' ')).toContain(
      'to fix: 34 portals, cooracenormandie, noisylegrand, normandie, p1, p10,',
    );
    expect(said.replace(/\s+/g, ' ')).toContain(', + 14 more ~ Introduction');
    expect(said).toContain('34 decisions written to 34 files.\n');
  });

  test('is decided for all of them at once', async () => {
    await decide('accept', introduction, '--reason', 'Oui', '--portals', '*');
    expect(office.git('diff', '--name-only').trim().split('\n')).toHaveLength(4);
  });

  test('is not decided for a portal that lacks it', async () => {
    expect(
      await call('fix', introduction, '--by', '2027-01-01', '--portals', 'normandie,performance-dataunedic'),
    ).toEqual([
      2,
      'charter: 561136 is no drift of performance-dataunedic, but of normandie. Nothing was decided.\n',
    ]);
    expect(await call('fix', title, '--by', '2027-01-01', '--portals', 'normandie')).toEqual([
      2,
      'charter: 5d347c is no drift of normandie, but of pays-de-la-loire. Nothing was decided.\n',
    ]);
    expect(office.git('status', '--porcelain')).toBe('');
  });
});

describe('nothing is decided', () => {
  const yes = ['--reason', 'Oui'];
  test.each<readonly [readonly string[], string]>([
    [['accept'], '“charter accept” needs one more argument.'],
    [['accept', introduction], 'an agreement needs its reason'],
    [['accept', introduction, '--reason', ' \t '], 'an agreement needs its reason'],
    [['accept', introduction, ...yes, '--by', '  '], '--by needs a name.'],
    [
      ['accept', introduction, ...yes, '--until', '2026-11-20'],
      '--until 2026-11-20 is past: today is 2026-11-21.',
    ],
    [
      ['accept', introduction, ...yes, '--until', '2027-02-29'],
      'there is no day 2027-02-29 in the calendar.',
    ],
    [
      ['accept', introduction, ...yes, '--until', '1/1/2027'],
      '--until needs a day such as 2026-11-21, not “1/1/2027”.',
    ],
    [['accept', introduction, ...yes, '--until', '2027-1-1'], '--until needs a day'],
    [['fix', introduction], '“charter fix” needs --by DATE.'],
    [['fix', introduction, '--by', 'Anne'], '--by needs a day such as 2026-11-21, not “Anne”.'],
    [['fix', introduction, '--by', '2026-11-20'], '--by 2026-11-20 is past'],
    [
      ['fix', introduction, '--by', '2027-01-01', '--reason', 'x'],
      '--reason does not go with “charter fix”.',
    ],
    [['accept', 'introduction', ...yes], '“introduction” is no reference'],
    [['accept', '561', ...yes], '“561” is too short for a reference: 4 digits at least.'],
    [
      ['accept', '561137', ...yes],
      "under the reference “561137”. References change with the text; today's are in: charter drift\nDid you mean 561136?",
    ],
    [['accept', title, '0000', ...yes], 'under the reference “0000”'],
    [['accept', introduction, ...yes, '--portals', 'loire'], 'there is no charter “loire”'],
    [['accept', introduction, ...yes, '--portals', 'a,,b'], "cannot be a portal's id"],
    [['accept', '--list', introduction], '--list and 561136 cannot go together.'],
    [['accept', '--list', ...yes], '--list and --reason cannot go together.'],
    [['accept', '--list', '--prune'], '--list and --prune cannot go together.'],
    [['accept', '--list', '--dry-run'], '--list and --dry-run cannot go together.'],
    [['accept', '--expiring', '-3'], '--expiring needs a whole number from 0, not “-3”.'],
  ])('by %j', async (words, sentence) => {
    const [status, said] = await call(...words);
    expect([status, said]).toEqual([2, expect.stringContaining(sentence)]);
    expect(office.git('status', '--porcelain')).toBe('');
  });

  test('where one of the files is not in canonical form', async () => {
    office.edit(unedic, 'language: fr', 'language: "fr"');
    expect(await call('accept', title, purpose, ...yes)).toEqual([
      3,
      `charter: ${unedic} is not in canonical form, and nothing was written. Bring it into form: charter fmt ${unedic}\n`,
    ]);
    expect(office.git('status', '--porcelain')).toBe(` M ${unedic}\n`);
  });

  test('where a file leads out of the repository; those written before it are told', async () => {
    const outside = join(office.root, '..', `${basename(office.root)}.yaml`);
    renameSync(join(office.root, unedic), outside);
    symlinkSync(outside, join(office.root, unedic));
    const before = readFileSync(outside, 'utf8');
    expect((await call('accept', purpose, ...yes))[1]).toContain('Nothing was written.');
    expect(await call('accept', title, purpose, ...yes)).toEqual([
      4,
      `charter: ${unedic} cannot be written. Written before it: ${loire}. See to that file, then do the same again.\n`,
    ]);
    expect(added(loire)).toHaveLength(8);
    expect(readFileSync(outside, 'utf8')).toBe(before);
    rmSync(outside);
  });

  test('where two files hold the portal', async () => {
    office.write({ 'charters/loire.yaml': office.read(loire) });
    expect(await call('accept', title, ...yes)).toEqual([
      3,
      'charter: two files hold “pays-de-la-loire”: charters/loire.yaml and charters/pays-de-la-loire.yaml. Rename one of the two.\n',
    ]);
  });

  test('where the charter named has no template', async () => {
    office.edit(loire, 'follows: opendatasoft-fr\n', '');
    expect(await call('accept', title, ...yes, '--portals', 'pays-de-la-loire')).toEqual([
      2,
      expect.stringContaining('pays-de-la-loire follows no template'),
    ]);
    office.edit(loire, 'language: fr', 'follows: another\nlanguage: fr');
    expect(await call('fix', title, '--by', '2027-01-01', '--portals', 'pays-de-la-loire')).toEqual([
      2,
      expect.stringContaining('follows the template “another”, which is not here'),
    ]);
  });
});

test('a few digits that begin several references are too few', async () => {
  const fingerprints = [...Array(64).keys()].map((index) => `Un cookie de plus, le numéro ${index}.`);
  office.edit(
    'charters/normandie.yaml',
    '  - table: cookies',
    `${fingerprints.map((text) => `  - paragraph: |-\n      ${text}\n`).join('')}  - table: cookies`,
  );
  const { output = '' } = await office.call(['diff', 'template:opendatasoft-fr', 'normandie', '--json']);
  const all = [...output.matchAll(/"fingerprint": "(\w+)"/g)].map((found) => found[1] ?? '');
  expect(all.length).toBeGreaterThan(60);
  const [one = ''] = all;
  expect((await call('accept', one.slice(0, 12), '--reason', 'Oui', '--dry-run'))[0]).toBe(0);
  const starts = all.map((found) => found.slice(0, 4));
  const twice = starts.find((start, index) => starts.indexOf(start) !== index);
  if (twice !== undefined) expect((await call('accept', twice, '--reason', 'Oui'))[0]).toBe(2);
});

describe('a reference of another comparison is refused, with the command that it comes from', () => {
  async function firstOnly(...words: readonly string[]): Promise<string> {
    const read = async (line: readonly string[]): Promise<string[]> => {
      const { output = '' } = await office.call([...line, '--json']);
      return [...output.matchAll(/"fingerprint": "(\w+)"/g)].map((found) => found[1] ?? '');
    };
    const drifts = new Set<string>();
    for (const portal of ['pays-de-la-loire', 'performance-dataunedic', 'noisylegrand', 'normandie'])
      for (const one of await read(['diff', 'template:opendatasoft-fr', portal])) drifts.add(one);
    return (await read(words)).find((one) => !drifts.has(one)) ?? '';
  }

  test.each<readonly [string, readonly string[], string]>([
    ['two portals', ['diff', 'noisylegrand', 'pays-de-la-loire'], 'pays-de-la-loire'],
    [
      'a portal and the template',
      ['diff', 'pays-de-la-loire', 'template:opendatasoft-fr'],
      'pays-de-la-loire',
    ],
    ['two versions', ['diff', 'normandie'], 'normandie'],
  ])('%s', async (_, words, portal) => {
    office.edit(loire, 'le portail utilise des cookies', 'le portail pose des cookies');
    office.edit('charters/noisylegrand.yaml', 'possible nous utilisons', 'possible nous déposons');
    office.edit('charters/normandie.yaml', 'possible nous utilisons', 'possible nous prenons');
    office.commit('Verbes');
    office.edit('charters/normandie.yaml', 'possible nous prenons', 'possible nous gardons');
    const reference = await firstOnly(...words);
    expect(await call('accept', reference.slice(0, 10), '--reason', 'Oui')).toEqual([
      2,
      `charter: “${reference.slice(0, 10)}” is a reference of “charter ${words.join(' ')}”. Decisions are on drift from the template that a charter follows; its references are in: charter drift ${portal}\n`,
    ]);
  });

  test('a template as another branch has it', async () => {
    const template = 'charters/templates/opendatasoft-fr.yaml';
    office.git('checkout', '-q', '-b', 'essai');
    office.edit(template, 'nous utilisons des cookies', 'nous déposons des cookies');
    office.commit('Essai');
    office.git('checkout', '-q', 'main');
    const command = 'charter drift --template opendatasoft-fr@essai';
    const reference = await firstOnly('drift', 'normandie', '--template', 'opendatasoft-fr@essai');
    expect(await call('accept', reference, '--reason', 'Oui', '--portals', 'normandie')).toEqual([
      2,
      `charter: “${reference}” is a reference of “${command}”: a drift that will be there once that version is the template. Decide on it then; what can be decided today is in: charter drift\n`,
    ]);
    expect(office.git('status', '--porcelain')).toBe('');
  });

  test('a charter that names no template', async () => {
    office.edit(loire, 'follows: opendatasoft-fr\n', '');
    expect(await call('accept', introduction, '--reason', 'Oui')).toEqual([
      2,
      expect.stringContaining(
        'pays-de-la-loire follows no template, so it has no drift to decide on. Name its',
      ),
    ]);
  });

  test('a charter that names no template, of what several of its cookies share', async () => {
    const text = office.read(loire).replace('follows: opendatasoft-fr\n', '');
    office.write({ [loire]: text.replaceAll('provider: Opendatasoft', 'provider: Huwise') });
    const { output = '' } = await office.call(['drift', 'pays-de-la-loire', '--json']);
    const [{ groups }] = (
      JSON.parse(output) as { drifts: [{ groups: { reference: string; cookies?: string[] }[] }] }
    ).drifts;
    const reference = groups.find(({ cookies = [] }) => cookies.length > 1)?.reference ?? '';
    expect((await call('accept', reference, '--reason', 'Oui'))[1]).toContain(
      'pays-de-la-loire follows no template, so it has no drift to decide on.',
    );
  });

  test('another template', async () => {
    const template = 'charters/templates/opendatasoft-fr.yaml';
    office.write({
      'charters/templates/other.yaml': office
        .read(template)
        .replace('template: opendatasoft-fr', 'template: other')
        .replace('possible nous utilisons', 'possible nous recevons'),
    });
    const reference = await firstOnly('diff', 'template:other', 'normandie');
    expect((await call('accept', reference, '--reason', 'Oui'))[1]).toMatch(
      /is a reference of “charter drift \S+ --template other”/,
    );
  });
});

describe('what was decided', () => {
  test('is listed with nothing decided, and with nothing to drop', async () => {
    expect(await decide('accept', '--list')).toBe(
      'Nothing is decided yet. References of drifts: charter drift\n',
    );
    expect(await decide('accept', '--expiring', '30')).toBe('No decision ends within 30 days.\n');
    expect(await decide('accept', '--prune')).toBe(
      'Nothing to drop: every decision is about a drift that is there.\n',
    );
  });

  test.each<readonly [string, readonly [from: string, to: string], string, string]>([
    [
      'for a weaker class',
      ['class: wording', 'class: typographic'],
      'lapsed: made for typographic, and the drift is of a stronger class now',
      'expiré : admis au niveau « de forme », l’écart est maintenant d’un niveau plus fort',
    ],
    [
      'without a reason',
      ['    reason: Oui\n', ''],
      'no agreement: no reason is given',
      'pas admis : aucun motif n’est donné',
    ],
    [
      'until a day that passed',
      ['until: "2027-01-31"', 'until: "2026-11-01"'],
      'lapsed on 1 November 2026',
      'expiré le 1er novembre 2026',
    ],
    [
      'to be corrected by a day to come',
      ['status: agreed', 'status: to-fix'],
      'to fix by 31 January 2027',
      'à corriger d’ici au 31 janvier 2027',
    ],
    [
      'for a text that follows the template again',
      ['possible, le portail utilise', 'possible nous utilisons'],
      'covers no drift any more: the text changed again, or follows the template',
      'ne couvre plus aucun écart : le texte a encore changé, ou suit le modèle',
    ],
    [
      'as it was made',
      ['"on": "2026-11-21"', '"on": "2026-11-20"'],
      'agreed until 31 January 2027 · Zoé Lefèvre · 20 November 2026',
      'écart admis jusqu’au 31 janvier 2027 · Zoé Lefèvre · 20 novembre 2026',
    ],
    [
      'beside a later one on the same drift',
      [
        '  - reference: 561136',
        '  - reference: "561136"\n    status: agreed\n    class: wording\n    reason: a\n    on: "2026-01-01"\n  - reference: 561136',
      ],
      'covers no drift: a later decision on the same one counts',
      'ne couvre aucun écart : une décision plus récente sur le même compte',
    ],
  ])('is listed as it stands: %s', async (_, [from, to], english, french) => {
    await decide('accept', introduction, '--reason', 'Oui', '--until', '2027-01-31');
    office.edit(loire, from, to);
    const list = async (lang: string): Promise<string> =>
      ((await office.call(['accept', '--list', '--lang', lang], '.', { COLUMNS: '200' })).output ?? '')
        .replace(/[\s\u00a0]+/g, ' ')
        .replaceAll("'", '’');
    expect(await list('en')).toContain(english);
    expect(await list('fr')).toContain(french);
  });

  test('gives way to a wording that the template approves', async () => {
    await decide('accept', introduction, '--reason', 'Oui');
    office.edit(
      'charters/templates/opendatasoft-fr.yaml',
      '  - section: definition\n',
      '    variants:\n      - |-\n        Afin de vous proposer le meilleur service possible, le portail utilise des cookies pour assurer son bon fonctionnement.\n  - section: definition\n',
    );
    expect((await call('lint'))[0]).toBe(0);
    expect((await call('accept', introduction, '--reason', 'Oui'))[0]).toBe(2);
    expect(await decide('accept', '--prune')).toContain(`1 decision dropped from ${loire}.`);
    expect(office.git('diff', '--name-only')).toBe('charters/templates/opendatasoft-fr.yaml\n');
  });

  test('is about values too', async () => {
    office.edit(
      'charters/normandie.yaml',
      'variables:\n  url: https://data.normandie.education.gouv.fr\n',
      '',
    );
    const { output = '' } = await office.call(['drift', 'normandie', '--json']);
    const reference = /"reference": "(\w+)"/.exec(output)?.[1] ?? '';
    expect(await decide('accept', reference, '--reason', 'Oui')).toContain('substantive\n    Reason: Oui');
  });

  test('ends soon, in order of the days, or has ended', async () => {
    await decide('accept', introduction, '--reason', 'Un', '--until', '2026-12-21');
    await decide('accept', title, '--reason', 'Deux', '--until', '2026-12-22');
    await decide('fix', purpose, '--by', '2026-11-22');
    const ending = async (days: string): Promise<string[]> =>
      [...(await decide('accept', '--expiring', days)).matchAll(/^ {4}([0-9a-f]{6}) /gm)].map(
        (one) => one[1] ?? '',
      );
    expect(await ending('0')).toEqual([]);
    expect(await ending('1')).toEqual([purpose]);
    expect(await ending('30')).toEqual([purpose, introduction]);
    expect(await ending('31')).toEqual([purpose, introduction, title]);
    office.edit(unedic, 'until: "2026-11-22"', 'until: "2026-11-20"');
    expect(await decide('accept', '--expiring', '0')).toContain('overdue since 20 November 2026');
  });

  test('is kept where no template tells what it stands for, and where only others are asked for', async () => {
    await decide('accept', introduction, purpose, '--reason', 'Oui');
    office.edit(loire, 'follows: opendatasoft-fr', 'follows: another');
    office.edit(unedic, 'Permet de se souvenir', 'Se souvenir');
    const before = [office.read(loire), office.read(unedic)];
    expect(await decide('accept', '--prune', '--dry-run')).toContain(`Would drop 1 decision from ${unedic}.`);
    await decide('accept', '--prune', '--portals', 'normandie');
    expect([office.read(loire), office.read(unedic)]).toEqual(before);
    expect(await decide('accept', '--prune')).toMatch(/the\s+decisions\s+of\s+pays-de-la-loire\n$/);
    expect(office.read(loire)).toBe(before[0]);
    expect(office.read(unedic)).not.toContain('decisions:');
  });

  test.each([['--list'], ['--prune'], ['--expiring', '30']])(
    'that no template is there for keeps %s from saying that there is none',
    async (...words) => {
      await decide('accept', introduction, '--reason', 'Oui');
      office.edit(loire, 'follows: opendatasoft-fr', 'follows: another');
      expect(await decide('accept', ...words)).toMatch(/^Left as they are,[^.]*pays-de-la-loire\n$/);
    },
  );

  test('is not told to be unknown where its template cannot be read', async () => {
    office.write({ 'charters/templates/opendatasoft-fr.yaml': 'template: opendatasoft-fr\nbody: {}\n' });
    const [status, said] = await call('accept', introduction, '--reason', 'Oui');
    expect(status).toBe(3);
    expect(said).toMatch(/^charter: charters\/templates\/opendatasoft-fr\.yaml cannot be read/);
    const [, marked] = await call('drift', '--baseline', '--by', '2027-01-31');
    expect(marked).not.toContain('is not here');
  });

  test('is decided and listed beside a charter that cannot be read, which is told', async () => {
    office.write({ 'charters/broken.yaml': 'charter: broken\nbody: {}\n' });
    const [status, said] = await call('accept', introduction, '--reason', 'Oui');
    expect([status, said]).toEqual([0, expect.stringContaining('charters/broken.yaml cannot be read')]);
    expect((await call('accept', '--list'))[0]).toBe(3);
    expect((await call('accept', title, '--reason', 'Oui', '--portals', 'broken'))[0]).toBe(3);
  });

  test('cannot steer the terminal', async () => {
    const said = await decide('accept', introduction, '--reason', 'a\u001b[2Jb\u202ec', '--by', 'x\u0007y');
    expect(said).toContain('Reason: a␛[2Jb⟨U+202E⟩c');
    expect(said).toContain('Decided by x␇y');
    expect((await call('lint'))[1]).not.toContain('error');
    expect(await decide('accept', '--list')).not.toMatch(/[\u001b\u0007\u202e]/);
  });
});
