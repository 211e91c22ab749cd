/** The README's history is what the program prints of such a history, and its options are those of help. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CommandName,
  commandTable,
  type OptionSpec,
  optionTable,
} from '../../src/commands/command-table.ts';
import { helpMessages } from '../../src/messages/cli.ts';
import { Versions } from './versions.ts';

const project = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', project), 'utf8');
const examples = [...readme.matchAll(/<!-- example:(.+?) -->\n```text\n(.*?)```\n/gs)].map(
  ([, words = '', text = '']): [string, string] => [words, text],
);

let place: Versions;
beforeAll(() => {
  place = new Versions();
  for (const file of ['charters/normandie.yaml', 'charters/templates/opendatasoft-fr.yaml', '.charter.yaml'])
    place.write(file, readFileSync(new URL(file, project), 'utf8'));
  place.commit('Premier relevé de Normandie');
  edit('nous utilisons des cookies', 'le portail utilise des cookies');
  place.commit('Relevé de mars', { author: 'Émile Roux' });
  edit('« nécessaires »', '"nécessaires"');
  place.commit('Guillemets droits');
  const row = ['      - provider: Google', '        service: Analytics', '        name: _ga'];
  place.write(
    'charters/normandie.yaml',
    `${place.read('charters/normandie.yaml')}${row.join('\n')}\n        purpose: Mesurer l'audience du portail\n`,
  );
  place.commit("Mesure d'audience", { author: 'Émile Roux' });
});
afterAll(() => place.remove());

function edit(from: string, to: string): void {
  place.write('charters/normandie.yaml', place.read('charters/normandie.yaml').replace(from, to));
}

describe('the README', () => {
  test('shows a history', () => {
    expect(examples.map(([words]) => words.split(' ')[0])).toEqual(['log', 'blame']);
  });

  test.each(examples)('prints what `charter %s` prints', async (words, text) => {
    const { output } = await place.call(words.split(' '));
    expect(output).toBe(text);
  });
});

const marks = /(<!-- options -->\n\n)(.*?)(\n<!-- \/options -->)/s;
const told: readonly CommandName[] = ['diff', 'drift', 'review', 'show', 'log', 'blame', 'commit'];

/** Each option once for each meaning, with the commands that take it so and the words of its help. */
function renderOptions(): string {
  const texts = helpMessages.en;
  const names = [...new Set(told.flatMap((command) => commandTable[command].options))];
  const rows = names.flatMap((name) => {
    const spec: OptionSpec = optionTable[name];
    const value = spec.choices?.join('|') ?? (spec.value && texts.values[spec.value]);
    const long = `\`--${name}${value === undefined ? '' : ` ${value.replaceAll('|', '\\|')}`}\``;
    const meanings = new Map<string, string[]>();
    for (const command of told.filter((one) => commandTable[one].options.includes(name))) {
      const words = `${texts.ownOptions[command]?.[name] ?? texts.options[name]}`.replace(/[*_]/g, '\\$&');
      meanings.set(words, [...(meanings.get(words) ?? []), `\`${command}\``]);
    }
    const short = spec.short === undefined ? '' : `\`-${spec.short}\` `;
    return [...meanings].map(
      ([words, commands]) => `| ${short}${long} | ${commands.join(', ')} | ${words} |\n`,
    );
  });
  return `| Option | Goes with | What it does |\n|---|---|---|\n${rows.join('')}`;
}

test('the README lists the options in the words of help (UPDATE_README=1 writes them anew)', () => {
  const renewed = readme.replace(marks, (_, before, __, after) => before + renderOptions() + after);
  if (process.env['UPDATE_README'] === '1') writeFileSync(new URL('README.md', project), renewed);
  else expect(renewed).toBe(readme);
  expect(readme).toMatch(marks);
});
