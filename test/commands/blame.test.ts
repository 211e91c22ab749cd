import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Versions } from './versions.ts';

const first = 'Les cookies sont de petits fichiers. Ils restent sur votre appareil.';
const second = 'Nous utilisons des cookies pour mesurer les visites du portail.';
const third = 'Vous pouvez refuser les cookies à tout moment.';
const head = 'name | provider | duration';

let place: Versions;
beforeEach(() => {
  place = new Versions();
  place.charter('charters/one.yaml', {
    title: 'Charte cookies',
    variables: { url: 'https://one.example.org' },
    body: ['# Définition', `${first} ${third}`, '# Usage', second],
    tables: [[head, '_ga | Google | 13 mois', 'sessionid | Portail | session']],
  });
  place.commit('Premier relevé');
  place.charter('charters/one.yaml', {
    title: 'Charte cookies',
    variables: { url: 'https://one.example.org' },
    body: ['# Définition', first, third, '# Usage', second.replace('visites', 'visites et les erreurs')],
    tables: [[head, 'sessionid | Portail | session', '_ga | Google | 25 mois', '_gid | Google | 1 jour']],
  });
  place.commit('Deuxième relevé', { author: 'Émile Roux' });
});
afterEach(() => place.remove());

function masked(text: string): string {
  return text.replace(/\b[0-9a-f]{8}\b/g, '########').replaceAll(place.root, '/somewhere');
}

async function blame(...words: readonly string[]): Promise<string> {
  const { output = '', messages = '', status } = await place.call(['blame', ...words]);
  return masked(`${output}${messages === '' ? '' : `--- stderr\n${messages}`}--- status ${status}\n`);
}

/** Each piece by its kind and text, with the subject of the commit that gave it. */
async function told(...words: readonly string[]): Promise<string[]> {
  const { output = '{}' } = await place.call(['blame', '--json', ...words]);
  const { commits, units } = JSON.parse(output);
  const subjects = new Map(
    commits.map((commit: { id: string; subject: string }) => [commit.id, commit.subject]),
  );
  return units.map(
    (unit: { kind: string; text: string; commit?: string; state: string }) =>
      `${unit.kind} ${unit.text.slice(0, 14)}: ${unit.state === 'committed' ? subjects.get(unit.commit ?? '') : unit.state}`,
  );
}

describe('charter blame', () => {
  test('shows when and by whom each paragraph and cookie got its words', async () => {
    await expect(await blame('one', '--lang', 'en')).toMatchFileSnapshot('golden/blame.en.txt');
    await expect(await blame('one', '--lang', 'fr')).toMatchFileSnapshot('golden/blame.fr.txt');
    await expect(await blame('one', '--accessible')).toMatchFileSnapshot('golden/blame-accessible.en.txt');
    await expect(await blame('one', '--accessible', '--lang', 'fr')).toMatchFileSnapshot(
      'golden/blame-accessible.fr.txt',
    );
  });

  test('tells what is not committed yet', async () => {
    place.write(
      'charters/one.yaml',
      place
        .read('charters/one.yaml')
        .replace('à tout moment', 'quand vous voulez')
        .replace('25 mois', '26 mois'),
    );
    await expect(await blame('one', '--lang', 'en')).toMatchFileSnapshot('golden/blame-work-tree.en.txt');
    expect(await blame('one', '--cookie', '_ga', '--lang', 'fr')).toContain('non enregistré');
    expect(await told('one@HEAD', '--cookie', '_ga')).toContain('cell 25 mois: Deuxième relevé');
    place.charter('charters/two.yaml', { body: [first] });
    expect(new Set((await told('two')).map((line) => line.split(': ')[1]))).toEqual(new Set(['uncommitted']));
  });

  test('answers for one line of the file', async () => {
    const lines = place.read('charters/one.yaml').split('\n');
    const at = (text: string): string => String(lines.findIndex((line) => line.includes(text)) + 1);
    expect(await told('one', '--line', at('Vous pouvez'))).toEqual([
      'paragraph Vous pouvez re: Premier relevé',
    ]);
    expect(await told('one', '--line', at('25 mois'))).toEqual(['cell 25 mois: Deuxième relevé']);
    expect(await blame('one', '--line', at('25 mois'), '--accessible')).toContain(
      '\n_ga, DURATION: 25 mois. Since 2026-03-02',
    );
    expect(await told('one', '--line', at('url:'))).toEqual(['variable https://one.ex: Premier relevé']);
    expect(await told('one', '--line', at('Ils restent'))).toEqual([
      'paragraph Les cookies so: Premier relevé',
    ]);
    const range = await place.call(['blame', 'one@HEAD~1..HEAD', '--lang', 'en']);
    expect([range.status, range.messages]).toEqual([
      2,
      expect.stringContaining('asks about one: PORTAL@REV'),
    ]);
    const last = lines.length - 1;
    for (const [line, said] of [
      ['1', 'line 1 of charters/one.yaml holds no text of the charter'],
      [String(last + 1), `there is no line ${last + 1} in charters/one.yaml: it has ${last} lines.`],
      ['0', 'a whole number from 1'],
      ['x', 'a whole number from 1'],
    ] as const) {
      const { status, messages } = await place.call(['blame', 'one', '--line', line, '--lang', 'en']);
      expect([status, messages]).toEqual([2, expect.stringContaining(said)]);
    }
  });

  test('answers for a cookie and for a section', async () => {
    expect(await told('one', '--cookie', '_ga')).toEqual([
      'row _ga: Premier relevé',
      'cell _ga: Premier relevé',
      'cell Google: Premier relevé',
      'cell 25 mois: Deuxième relevé',
    ]);
    expect(await told('one', '--section', 'définition')).toEqual([
      'heading Définition: Premier relevé',
      'paragraph Les cookies so: Premier relevé',
      'paragraph Vous pouvez re: Premier relevé',
    ]);
    expect(await told('one', '--section', 'titre')).toEqual(['title Charte cookies: Premier relevé']);
    expect(await blame('one', '--cookie', 'nope', '--lang', 'en')).toContain('Nothing here matches.');
  });

  test('follows a new name and a new place of the file', async () => {
    const text = place.read('charters/one.yaml').replace('charter: one', 'charter: two');
    place.drop('charters/one.yaml').write('charters/sous dossier/été.yaml', text).commit('Autre nom');
    expect(await told('two', '--section', 'usage')).toContain('paragraph Nous utilisons: Deuxième relevé');
    const { output = '' } = await place.call(['blame', 'two', '--json']);
    expect(JSON.parse(output).units[0].former).toEqual({ charter: 'one', file: 'charters/one.yaml' });
  });

  test('passes a paragraph to whichever parent of a merge has it', async () => {
    place.git('checkout', '-q', '-b', 'side', 'HEAD~1');
    place.write(
      'charters/one.yaml',
      place.read('charters/one.yaml').replace('Charte cookies', 'Charte des cookies'),
    );
    place.commit('À côté');
    place.git('checkout', '-q', 'main');
    place.merge('side', 'Réunion');
    expect(await told('one')).toEqual(
      expect.arrayContaining(['title Charte des coo: À côté', 'cell 25 mois: Deuxième relevé']),
    );
  });

  test('says where a shallow clone ends', async () => {
    const clone = new Versions();
    clone.git('fetch', '-q', '--depth', '1', `file://${place.root}`, 'main');
    clone.git('checkout', '-q', 'FETCH_HEAD');
    const { output, messages } = await clone.call(['blame', 'one']);
    expect(output).toContain('^');
    expect(messages).toContain('fetch-depth: 0');
    clone.remove();
  });

  test('keeps only fingerprints between runs, outside the repository, and does without them', async () => {
    const before = await told('one');
    const folder = join(place.root, '.git/cache/charter');
    const [file = ''] = readdirSync(folder);
    const kept = readFileSync(join(folder, file), 'utf8');
    for (const word of ['Google', 'cookies so', 'Usage', 'Vous']) expect(kept).not.toContain(word);
    expect(await told('one')).toEqual(before);
    for (const broken of [
      '',
      'x',
      kept.slice(0, -9),
      kept.replace(/\d/, '7'),
      kept.replace(/[^\n]*\n/, '\n'),
    ]) {
      writeFileSync(join(folder, file), broken);
      expect(await told('one')).toEqual(before);
    }
  });

  test('shows hidden characters of authors and texts', async () => {
    place
      .charter('charters/one.yaml', { body: ['Texte \u202e caché'] })
      .commit('x', { author: 'Z \u001b[2J\u202e' });
    const { output = '' } = await place.call(['blame', 'one']);
    expect(output).toContain('⟨U+202E⟩');
    expect(output).not.toMatch(/[\u001b\u202e]/);
  });
});
