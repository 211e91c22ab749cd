import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Folder } from './surroundings.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const file = 'charters/templates/built.yaml';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  cpSync(join(project, 'charters'), join(folder.root, 'charters'), { recursive: true });
});
afterEach(() => folder.remove());

async function call(
  ...words: readonly string[]
): Promise<{ status: number; output: string; messages: string }> {
  const { status, output = '', messages = '' } = await folder.call(['template', ...words]);
  return { status, output, messages };
}

describe('what is built', () => {
  test('goes to standard output, and what it rests on to standard error', async () => {
    const before = folder.files();
    const { status, output, messages } = await call('infer', 'normandie', 'noisylegrand', 'normandie');
    expect(status).toBe(0);
    expect(output).toContain('\ntemplate: inferred\n');
    expect(messages).toContain('Template built from 2 portals: noisylegrand, normandie\n');
    expect(folder.files()).toEqual(before);
  });

  test('goes to a file under its name, and is the template of those that it was built from', async () => {
    const { status, output, messages } = await call('infer', '--name', 'built');
    expect([status, messages]).toEqual([0, '']);
    expect(output).toContain(`${file} written\nTemplate built from 5 portals: `);
    expect(output).toContain(
      'Next: charter drift cooracenormandie noisylegrand normandie pays-de-la-loire performance-dataunedic --template built\n',
    );
    expect(folder.read(file)).toContain('$schema=../charter.schema.json\ntemplate: built\n');
    const same = await folder.call(['diff', 'template:opendatasoft-fr', 'template:built', '--exit-code']);
    expect(same.status).toBe(0);
    const linted = await folder.call(['lint', file]);
    expect([linted.status, linted.output]).toEqual([0, '']);
    const drift = await folder.call(['drift', 'normandie', 'cooracenormandie', '--template', 'built']);
    expect(drift.status).toBe(0);
  });

  test('is the same for the same portals in another order', async () => {
    const one = await call('infer', 'pays-de-la-loire', 'noisylegrand', 'performance-dataunedic');
    const other = await call('infer', 'performance-dataunedic', 'pays-de-la-loire', 'noisylegrand');
    expect(other).toEqual(one);
  });
});

describe('the report', () => {
  const charter = (id: string, who: string, months: number): string =>
    [
      '# yaml-language-server: $schema=charter.schema.json',
      `charter: ${id}`,
      'language: fr',
      'body:',
      '  - paragraph: |-',
      `      Ce portail est édité par ${who}, qui dépose les cookies décrits sur cette page.`,
      '  - paragraph: |-',
      `      Les cookies sont gardés ${months} mois. \u202e`,
      '',
    ].join('\n');

  test('tells ties, what several say otherwise in substance, and values found, and steers no terminal', async () => {
    for (const portal of ['cooracenormandie', 'noisylegrand', 'normandie', 'pays-de-la-loire'])
      folder.drop(`charters/${portal}.yaml`);
    folder.write('charters/a.yaml', charter('a', 'Région Bretagne', 13));
    folder.write('charters/b.yaml', charter('b', 'Métropole de Lyon', 13));
    folder.write('charters/c.yaml', charter('c', 'Ville de Nantes', 25));
    folder.write('charters/d.yaml', charter('d', 'Ville de Lille', 25));
    const { output, messages } = await call('infer', 'a', 'b', 'c', 'd', '--lang', 'fr');
    expect(output).toContain('Ce portail est édité par {{name}}, qui');
    expect(messages).toContain('Égalités, à examiner (1)');
    expect(messages).toContain('disent autre chose\u00a0: c, d');
    expect(messages).toContain('mais pas admis, car le fond diffère (1)');
    expect(messages).toContain(
      '  a\u00a0: name vaut Région Bretagne\n  b\u00a0: name vaut Métropole de Lyon\n',
    );
    expect(messages).toContain('⟨U+202E⟩');
    expect(messages).not.toContain('\u202e');
  });
});

describe('a file that is there', () => {
  test('is not overwritten but with --force, and never on a dry run', async () => {
    folder.write(
      file,
      folder.read('charters/templates/opendatasoft-fr.yaml').replace('opendatasoft-fr', 'built'),
    );
    const before = folder.files();
    const refused = await call('infer', '--name', 'built');
    expect([refused.status, refused.output]).toEqual([4, '']);
    expect(refused.messages).toContain(`${file} exists. Nothing was written; --force overwrites it.`);
    expect((await call('infer', '--name', 'built', '--dry-run')).status).toBe(4);
    const dry = await call('infer', '--name', 'built', '--force', '--dry-run');
    expect([dry.status, dry.output.split('\n')[0]]).toEqual([0, `${file} would be written`]);
    expect(folder.files()).toEqual(before);
    expect((await call('infer', '--name', 'built', '--force')).status).toBe(0);
    expect(folder.read(file)).not.toBe(before[file]);
  });

  test('and that another run is writing is left to it', async () => {
    folder.write('charters/templates/.built.yaml.lock', '');
    const { status, messages } = await call('infer', '--name', 'built');
    expect([status, messages]).toEqual([4, expect.stringContaining(`${file} was changed while`)]);
    expect(Object.keys(folder.files())).not.toContain(file);
  });

  test('elsewhere that bears the name is told, and nothing is written', async () => {
    folder.write(
      'charters/templates/sub/other.yaml',
      folder.read('charters/templates/opendatasoft-fr.yaml').replace('opendatasoft-fr', 'built'),
    );
    const before = folder.files();
    const { status, messages } = await call('infer', '--name', 'built', '--force');
    expect(status).toBe(3);
    expect(messages).toContain('charters/templates/sub/other.yaml');
    expect(folder.files()).toEqual(before);
  });
});

describe('a mistake', () => {
  test.each([
    [['infre'], 2, 'cannot “infre”. It can: infer.'],
    [['infer', 'nowhere'], 2, 'nowhere'],
    [['infer', 'template:opendatasoft-fr'], 2, 'template:opendatasoft-fr is a template'],
    [['infer', '--name', 'Éducation'], 2, '“Éducation” cannot be a template’s name'.replace('’', "'")],
    [['infer', '--name', '../x'], 2, "cannot be a template's name"],
    [['infer', '--force'], 2, 'needs --name NAME'],
    [['infer', '--dry-run'], 2, 'needs --name NAME'],
    [['infer', 'normandie', './charters/normandie.yaml'], 2, 'named twice'],
  ] as const)('%j', async (words, status, said) => {
    const before = folder.files();
    const told = await call(...words);
    expect([told.status, told.output]).toEqual([status, '']);
    expect(told.messages).toContain(said);
    expect(folder.files()).toEqual(before);
  });

  test('in the choice of portals: several languages', async () => {
    folder.write(
      'charters/normandie.yaml',
      folder.read('charters/normandie.yaml').replace('language: fr', 'language: en'),
    );
    const { status, messages } = await call('infer');
    expect(status).toBe(2);
    expect(messages).toContain('fr (cooracenormandie, +3), en (normandie)');
    expect((await call('infer', 'noisylegrand', 'pays-de-la-loire')).status).toBe(0);
  });

  test('in one file is told, and the others are used', async () => {
    folder.write('charters/normandie.yaml', 'charter: normandie\nlanguage: 3\n');
    const { status, output, messages } = await call('infer');
    expect(status).toBe(3);
    expect(output).toContain('template: inferred');
    expect(messages).toContain('built from 4 portals');
    expect(messages).toContain('charters/normandie.yaml');
  });
});
