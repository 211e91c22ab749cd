/** The README holds: what it prints is what the program prints, and every command in it runs. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Place } from './transcript.ts';

const readme = readFileSync(fileURLToPath(new URL('../../../README.md', import.meta.url)), 'utf8');
const outputs = [...readme.matchAll(/<!-- output:(.+?) -->\n```text\n(.*?)```\n/gs)].map(
  ([, words = '', text = '']): [string, string] => [words, text],
);
/** Commands in tables and in blocks that call `charter` alone. */
const commands = [
  ...new Set(
    [...readme.matchAll(/`(charter [^`]+)`|^(charter [^#\n]+)/gm)]
      .map(([, cell, line]) => (cell ?? line ?? '').trim())
      .filter((command) => !/[A-Z]{3,}|…/.test(command)),
  ),
];

function isChain(command: string): boolean {
  return command.includes(' && ');
}

/** Whether status 1 is no failure. */
function mayFind(words: readonly string[]): boolean {
  return (
    words[0] === 'drift' ||
    words[1] === 'doctor' ||
    words.includes('--exit-code') ||
    words.includes('--check')
  );
}

let place: Place;
beforeAll(() => {
  place = new Place().withCharters();
  for (const message of ['one', 'two', 'three', 'four']) {
    place.write('notes.txt', message);
    place.commitAll(message);
  }
  const page = place.read('snapshots/pays-de-la-loire/2026-11-21.txt');
  place.write('old.html', '<h1>Charte</h1><p>Nous utilisons des cookies pour mesurer les visites.</p>');
  place.write('new.txt', 'Charte\n\nNous utilisons des cookies pour mesurer toutes les visites.\n');
  place.write('page.html', page);
  place.write('pages/another-portal.txt', page);
});
afterAll(() => place.remove());

describe('the README', () => {
  test('shows outputs and commands', () => {
    expect(outputs.length).toBeGreaterThan(0);
    expect(commands.length).toBeGreaterThan(10);
  });

  test.each(outputs)('prints what `charter %s` prints', (words, text) => {
    expect(place.run(words.split(' '), { env: { COLUMNS: '80' } }).stdout).toBe(text);
  });

  test.each(commands.filter(isChain))('`%s` runs in a new folder', (chain) => {
    const folder = new Place();
    for (const command of chain.split(' && ')) {
      const [program, ...words] = command.replaceAll('"', '').split(/\s+/);
      if (program === 'git') folder.git(...words);
      else expect(folder.run(words)).toMatchObject({ status: 0, stderr: '' });
    }
    expect(folder.git('status', '--short')).toBe('');
    folder.remove();
  });

  test.each(commands.filter((command) => !isChain(command)))('`%s` runs', (command) => {
    const words = command.split(/\s+/).slice(1);
    const input = words.includes('-') ? place.read('new.txt') : '';
    const { status, stderr } = place.run(words, { input });
    expect({ status, stderr: status === 0 || status === 1 ? '' : stderr }).toEqual({
      status: mayFind(words) ? expect.any(Number) : 0,
      stderr: '',
    });
  });
});

describe('the published charters', () => {
  test.each([
    ['cooracenormandie', { variable: 1, typographic: 0, wording: 0, substantive: 0 }],
    ['noisylegrand', { variable: 1, typographic: 1, wording: 0, substantive: 0 }],
    ['pays-de-la-loire', { variable: 1, typographic: 3, wording: 6, substantive: 0 }],
    ['performance-dataunedic', { variable: 1, typographic: 4, wording: 1, substantive: 0 }],
  ])('normandie and %s differ in so many changes of each class', (portal, summary) => {
    for (const pair of [
      ['normandie', portal],
      [portal, 'normandie'],
    ]) {
      const { stdout } = place.run(['diff', ...pair, '--json']);
      expect(JSON.parse(stdout).diffs[0].summary).toEqual(summary);
    }
  });
});
