import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Office } from './office.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const template = 'charters/templates/opendatasoft-fr.yaml';

let office: Office;
beforeEach(() => {
  office = new Office();
  cpSync(join(project, 'charters'), join(office.root, 'charters'), { recursive: true });
  rmSync(join(office.root, 'charters/templates/opendatasoft-en.yaml'), { force: true });
  office.commit('Chartes');
  for (const file of [template, 'charters/noisylegrand.yaml'])
    office.edit(file, 'Il existe plusieurs types', 'Il existe plusieurs sortes');
  office.commit('Sortes');
});
afterEach(() => office.remove());

async function drift(...words: readonly string[]): Promise<string> {
  const { output = '', messages = '' } = await office.call(['drift', ...words]);
  return (output + messages).replace(/\s+/g, ' ');
}

describe('which way a drift goes', () => {
  test.each([
    [
      'en',
      'behind the template: what it said until 2 January 2026',
      'also in 3 other portals: cooracenormandie,',
    ],
    [
      'fr',
      "en retard sur le modèle : ce qu'il disait jusqu'au 2 janvier 2026",
      'aussi dans 3 autres portails : coo',
    ],
  ])('is told beside it, with who shares it, in the language %s', async (lang, behind, shared) => {
    for (const words of [[], ['normandie', '--all'], ['--accessible'], ['--format', 'markdown']]) {
      const said = (await drift(...words, '--lang', lang)).replace(/[\u00a0\u202f]/g, ' ').toLowerCase();
      expect(said).toContain(behind.toLowerCase());
    }
    expect((await drift('pays-de-la-loire', '--lang', lang)).replace(/\u00a0/g, ' ')).toContain(shared);
    expect(await drift('--by-change', '--lang', lang, '--format', 'html')).toMatch(
      /2 (?:January|janvier) 2026/,
    );
  });

  test('is told of one portal as of all', async () => {
    expect(await drift('pays-de-la-loire', '--lang', 'en')).toContain('only here, of 5 portals');
    expect(await drift('--lang', 'en')).not.toContain('only here');
    expect(await drift('pays-de-la-loire', '--lang', 'en')).toContain(
      'charter diff template:opendatasoft-fr pays-de-la-loire',
    );
  });

  test('is a column of the table for spreadsheets', async () => {
    const { output = '' } = await office.call(['drift', '--format', 'csv', '--lang', 'en']);
    expect(output.split('\r\n')[0]).toContain(',Reference,Direction,Portals,');
    expect(output).toContain(',behind the template,4,');
    expect(output).toContain(',only here,1,');
  });

  test('is data for programs, as the schema has it', async () => {
    const { output = '' } = await office.call(['drift', 'normandie', '--json']);
    const schemaOf = (name: string): { readonly $defs: object } =>
      JSON.parse(readFileSync(join(project, `src/present/${name}.schema.json`), 'utf8'));
    const own = schemaOf('drift');
    const whole = JSON.stringify({ ...own, $defs: { ...schemaOf('diff').$defs, ...own.$defs } });
    const schema = z.fromJSONSchema(JSON.parse(whole.replace(/"[a-z]+\.schema\.json#/g, '"#')));
    const data = JSON.parse(output);
    expect(schema.safeParse(data).error?.issues ?? []).toEqual([]);
    expect(data.drifts[0].groups.slice(0, 1)).toMatchObject([
      {
        direction: 'behind',
        behind: { commit: office.id('HEAD~1'), on: '2026-01-01', until: '2026-01-02' },
        of: 5,
        sharedBy: ['cooracenormandie', 'normandie', 'pays-de-la-loire', 'performance-dataunedic'],
        portals: [{ portal: 'normandie' }],
      },
    ]);
  });

  test('follows a template that was renamed, and a change of it that is not committed', async () => {
    const text = office.read(template);
    office.write({ [template]: undefined, 'charters/templates/shared.yaml': text });
    office.commit('Renommé');
    expect(await drift('normandie', '--lang', 'en')).toContain('what it said until 2 January 2026');
    office.edit('charters/templates/shared.yaml', 'possible nous', 'possible, nous');
    expect(await drift('normandie', '--all', '--lang', 'en')).toContain(
      `behind the template: what it says as committed (${office.id('HEAD').slice(0, 8)})`,
    );
  });

  test('is told of a template to come: what it says now is behind it', async () => {
    office.git('checkout', '-q', '-b', 'next');
    office.edit(template, 'Il existe plusieurs sortes', 'Voici quelques sortes');
    office.commit('Voici');
    office.git('checkout', '-q', 'main');
    const said = await drift('noisylegrand', '--template', 'opendatasoft-fr@next', '--lang', 'en');
    expect(said).toContain('behind the template: what it said until 3 January 2026');
  });

  test('is not told as behind without git', async () => {
    rmSync(join(office.root, '.git'), { recursive: true });
    const said = await drift('normandie', '--lang', 'en');
    expect(said).toContain('also in 3 other portals');
    expect(said).not.toContain('behind');
  });
});
