import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Folder } from './surroundings.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const template = 'charters/templates/opendatasoft-fr.yaml';
const own = 'Afin de vous proposer le meilleur service possible nous utilisons';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  cpSync(join(project, 'charters'), join(folder.root, 'charters'), { recursive: true });
  folder.write('.charter.yaml', 'language: fr\ntimezone: Europe/Paris\n');
});
afterEach(() => folder.remove());

function edit(file: string, from: string, to: string): void {
  const text = folder.read(file);
  if (!text.includes(from)) throw new Error(`${file} lacks ${from}`);
  folder.write(file, text.replace(from, to));
}

/** Charters that name no template, in a language that no template has. */
function withoutTemplate(...ids: readonly string[]): void {
  for (const id of ids) edit(`charters/${id}.yaml`, 'follows: opendatasoft-fr\nlanguage: fr', 'language: de');
}

async function call(
  ...words: readonly string[]
): Promise<{ status: number; output: string; messages: string }> {
  const { status, output = '', messages = '' } = await folder.call(['drift', ...words]);
  return { status, output, messages };
}

describe('which charters are compared', () => {
  test('those that are named, each once', async () => {
    const { output, status } = await call('noisylegrand', 'normandie', 'noisylegrand');
    expect(output).toContain('2 portals: no drift to settle');
    expect(status).toBe(0);
  });

  test('one that names no template with the nearest, and what they share is told', async () => {
    edit('charters/pays-de-la-loire.yaml', 'follows: opendatasoft-fr\n', '');
    for (const words of [[], ['pays-de-la-loire'], ['--template', 'opendatasoft-fr']]) {
      const { output, status, messages } = await call(...words, '--accessible');
      expect([status, messages]).toEqual([1, '']);
      expect(output).toContain(
        'pays-de-la-loire: no template named, nearest to opendatasoft-fr; in common, 9 of 11 blocks and 4 of 4 rows with opendatasoft-fr; to settle it, write in the file: follows: opendatasoft-fr.',
      );
    }
  });

  test('those that stand alike between two templates are told so together, and so is who is nearer to another', async () => {
    const [start = '', end = ''] = folder.read(template).split('  - section: kinds\n');
    const newer = [
      '  - section: kinds\n    paragraph: |-\n      Votre navigateur permet de supprimer ce que les sites y gardent.\n',
      "  - paragraph: |-\n      Ses pages d'aide disent où se trouvent ces réglages.\n",
      '  - paragraph: |-\n      Refuser tout peut empêcher de se connecter au portail.\n',
    ];
    const use = end.slice(end.indexOf('  - section: use'));
    folder.write(
      'charters/templates/newer.yaml',
      start.replace('template: opendatasoft-fr', 'template: newer') + newer.join('') + use,
    );
    const [first = '', ...others] = newer.map((text) => text.replace('section: kinds\n    ', ''));
    for (const portal of ['normandie', 'cooracenormandie'])
      edit(`charters/${portal}.yaml`, '  - heading: A quoi', `${first}${others.join('')}  - heading: A quoi`);
    const file = 'charters/noisylegrand.yaml';
    const kinds = folder.read(file).indexOf('  - paragraph: |-\n      Il existe');
    const after = folder.read(file).slice(kinds);
    folder.write(
      file,
      folder.read(file).slice(0, kinds) +
        first +
        others.join('') +
        after.slice(after.indexOf('  - heading: A quoi')),
    );
    const { output } = await call('--accessible');
    expect(output).toContain(
      'cooracenormandie, normandie: between opendatasoft-fr and newer, with 5 of the 5',
    );
    expect(output).toContain('noisylegrand: opendatasoft-fr named, but nearer to newer; in common, ');
  });

  test('one that names no template and is near to none is told, and does not count', async () => {
    withoutTemplate('pays-de-la-loire', 'performance-dataunedic');
    const { output, status, messages } = await call();
    expect(status).toBe(0);
    expect(output).toContain('3 portals');
    expect(messages).toContain('near to none here: pays-de-la-loire, performance-dataunedic');
    const { output: json } = await call('--json');
    expect(JSON.parse(json)).toMatchObject({ notCompared: ['pays-de-la-loire', 'performance-dataunedic'] });
  });

  test('a template that nobody follows has nobody compared with it, which is said', async () => {
    const { output, status } = await call('--template', 'opendatasoft-en');
    expect([status, output]).toEqual([
      0,
      'No charter here follows opendatasoft-en, so none was compared. To hold one against it: charter drift PORTAL --template opendatasoft-en\n',
    ]);
  });

  test('portals whose template is not here are told together', async () => {
    for (const id of ['noisylegrand', 'normandie'])
      edit(`charters/${id}.yaml`, 'follows: opendatasoft-fr', 'follows: perdu');
    const { status, messages } = await call();
    expect([status, messages]).toEqual([
      3,
      expect.stringContaining(
        '2 charters follow the template “perdu”, which is not here, so they were not compared: noisylegrand, normandie. Put',
      ),
    ]);
  });

  test('two templates of one name are told apart by nobody, and nothing is said of their portals', async () => {
    const other = 'charters/templates/zz.yaml';
    folder.write(other, folder.read(template));
    for (const words of [['drift'], ['accept', '561136', '--reason', 'Oui'], ['accept', '--list']]) {
      const { output = '', status, messages } = await folder.call(words);
      expect([status, output]).toEqual([3, '']);
      expect(messages).toContain(`${template} and ${other}`);
    }
  });

  test('such a one is refused where it is named itself, but with --template', async () => {
    withoutTemplate('pays-de-la-loire');
    const { output, status, messages } = await call('pays-de-la-loire');
    expect([output, status]).toEqual(['', 2]);
    expect(messages).toContain('names no template');
    const held = await call('pays-de-la-loire', '--template', 'opendatasoft-fr');
    expect(held.status).toBe(1);
    expect(held.output).not.toContain('charter accept');
  });

  test('each with its own template, one matrix a template', async () => {
    folder.write(
      'charters/templates/autre.yaml',
      folder.read(template).replace('template: opendatasoft-fr', 'template: autre'),
    );
    edit('charters/normandie.yaml', 'follows: opendatasoft-fr', 'follows: autre');
    const { output } = await call();
    expect(output).toMatch(/^autre · 1 portal: no drift to settle$/m);
    expect(output).toMatch(/^opendatasoft-fr · 4 portals: 7 drifts to settle$/m);
    const only = await call('--template', 'autre');
    expect(only.output).toMatch(/^autre · 1 portal/);
    expect(only.output).not.toContain('opendatasoft-fr');
  });

  test.each([
    ['one that cannot be read', ['charters/normandie.yaml', 'charter: ['], 3, 'charters/normandie.yaml'],
    ['two of one id', ['charters/zz.yaml', 'TWIN'], 3, 'two files hold “normandie”'],
  ] as const)('%s is told, and the others are compared', async (_, [file, text], expected, said) => {
    folder.write(file, text === 'TWIN' ? folder.read('charters/normandie.yaml') : text);
    const { output, status, messages } = await call();
    expect(status).toBe(expected);
    expect(messages).toContain(said);
    expect(output).toContain('pays-de-la-loire');
    expect((await call('noisylegrand')).status).toBe(0);
  });

  test('one that cannot be read is refused where it is named', async () => {
    folder.write('charters/normandie.yaml', 'charter: [');
    const { output, status, messages } = await call('normandie');
    expect([output, status]).toEqual(['', 3]);
    expect(messages).toContain('charters/normandie.yaml');
  });

  test('a template that is not there is told for each that follows it', async () => {
    edit('charters/normandie.yaml', 'follows: opendatasoft-fr', 'follows: perdu');
    const { output, status, messages } = await call();
    expect(status).toBe(3);
    expect(messages).toContain('normandie follows the template “perdu”, which is not here');
    expect(output).toContain('4 portals');
  });

  test.each([
    [['normandie@HEAD'], 'only files of the work tree'],
    [['template:opendatasoft-fr'], 'is not the id of a portal'],
    [['./charters/normandie.yaml'], 'is not the id of a portal'],
    [['normandi'], 'Did you mean normandie'],
    [['--template', 'opendatasoft'], 'Did you mean opendatasoft-en, opendatasoft-fr?'],
    [['--template', 'perdu'], 'there is no template “perdu”. “charter list” names them all.'],
    [['--fail-on', 'wording,substantive'], '--fail-on takes'],
  ])('%j is refused', async (words, said) => {
    const { output, status, messages } = await call(...words);
    expect([output, status]).toEqual(['', 2]);
    expect(messages).toContain(said);
  });
});

describe('what is told', () => {
  test('approved variants count as the template says, which is used is told, and which is not', async () => {
    edit(
      template,
      `paragraph: |-\n      ${own}`,
      `variants:\n      - |-\n        Afin de vous proposer le meilleur service possible, le portail utilise des cookies pour assurer son bon fonctionnement.\n      - |-\n        Personne ne dit cela.\n    paragraph: |-\n      ${own}`,
    );
    await folder.call(['fmt']);
    const { output } = await call('--all');
    expect(output).toContain('5 portals: 6 drifts to settle');
    expect(output).toContain('Approved variants in use');
    expect(output).toMatch(/pays-de-la-loire: Introduction, “Afin de vous proposer/);
    expect(output).toContain('Approved variants that no portal uses');
    expect(output).toContain('Introduction: Personne ne dit cela.');
    expect((await call('pays-de-la-loire')).output).not.toContain('that no portal uses');
  });

  test('a value that is missing is a finding', async () => {
    edit('charters/normandie.yaml', 'variables:\n  url: https://data.normandie.education.gouv.fr\n', '');
    const { status, output } = await call('normandie');
    expect(status).toBe(1);
    expect(output).toContain('substantive');
  });

  test('an agreement ends with its day', async () => {
    const words = ['accept', '16d763', '--reason', 'Essai', '--until', '2026-12-01', '--by', 'A'];
    expect((await folder.call(words)).status).toBe(0);
    expect((await call('performance-dataunedic')).status).toBe(0);
    folder.today = '2026-12-01';
    expect((await call('performance-dataunedic')).status).toBe(0);
    folder.today = '2026-12-02';
    const { status, output } = await call('performance-dataunedic');
    expect(status).toBe(1);
    expect(output).toContain('1 lapsed');
    expect(output).toContain('lapsed on 2026-12-01');
    expect(output).toContain('agreed by A on 2026-11-21, until 2026-12-01: Essai');
  });

  test('-q leaves only the status', async () => {
    expect(await call('-q')).toEqual({ status: 1, output: '', messages: '' });
  });

  test('what many read is in the language of the repository, what one reads in theirs', async () => {
    expect((await call('--format', 'markdown')).output).toContain('7 écarts à régler');
    expect((await call('--format', 'html')).output).toContain('<html lang="fr">');
    expect((await call('--format', 'html', '--lang', 'en')).output).toContain('<html lang="en">');
    expect((await call('--format', 'csv')).output).toMatch(/^\ufeffPortail,/);
    expect((await call('--format', 'csv', '--lang', 'en')).output).toMatch(/^\ufeffPortal,/);
    expect((await call()).output).toContain('7 drifts to settle');
  });

  test('no charter at all is not agreement', async () => {
    const empty = new Folder();
    empty.write('charters/templates/x.yaml', folder.read(template));
    const { status, output, messages } = await empty.call(['drift']);
    expect([status, output]).toEqual([2, undefined]);
    expect(messages).toContain('charter import');
    empty.remove();
  });
});
