import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { importedMessage } from './revisions.ts';
import { Versions } from './versions.ts';

interface SchemaFile {
  readonly $defs: Readonly<Record<string, unknown>>;
}

function read(name: string): SchemaFile & Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(new URL(`../../src/present/${name}.schema.json`, import.meta.url), 'utf8'));
}

/** A schema with what it refers to in other files put into it. */
function whole(name: string, others: readonly string[]): z.ZodType {
  const own = read(name);
  const $defs = Object.assign({}, ...others.map((other) => read(other).$defs), own.$defs);
  const text = JSON.stringify({ ...own, $defs }).replace(/"[a-z]+\.schema\.json#/g, '"#');
  return z.fromJSONSchema(JSON.parse(text));
}

let place: Versions;
beforeAll(() => {
  place = new Versions();
  const table = ['name | duration', '_ga | 13 mois'];
  place.charter('charters/one.yaml', { title: 'Charte', body: ['Un.'], tables: [table] }).commit('un');
  place.charter('charters/one.yaml', { title: 'Charte', body: ['« Un ».'], tables: [table] });
  place.commit(importedMessage('deux', place.read('charters/one.yaml'), 'Change: technical'));
  place.write('charters/one.yaml', 'charter: [').commit('trois');
  place.charter('charters/one.yaml', { body: ['Un.', 'Deux \u001b[31m.'] }).commit('quatre');
  place.git('mv', 'charters/one.yaml', 'charters/two.yaml');
  place
    .charter('charters/two.yaml', {
      id: 'one',
      variables: { url: 'https://x.example' },
      body: ['Un.', 'Trois.'],
    })
    .commit('cinq');
  place
    .drop('charters/two.yaml')
    .charter('charters/three.yaml', { id: 'three', body: ['Tout autre.'], language: 'en' });
  place.commit('six');
});
afterAll(() => place.remove());

describe('JSON', () => {
  test('of the log follows its schema, whatever the versions are', async () => {
    const { output = '' } = await place.call(['log', '--json']);
    const data = JSON.parse(output);
    expect(() => whole('log', ['diff']).parse(data)).not.toThrow();
    const told = data.versions.map(
      (version: { status: string; fold?: string; commit: { subject: string } }) =>
        [version.commit.subject, version.status, version.fold].join(' ').trim(),
    );
    expect(told).toEqual([
      'six added',
      'six removed',
      'cinq changed',
      'quatre unreadable',
      'trois unreadable',
      'deux changed technical',
      'un added',
    ]);
    expect(output).not.toContain('\u001b');
  });

  test('of the log without versions is a whole document too', async () => {
    const { output = '' } = await place.call(['log', '--json', '--since', '2030-01-01']);
    expect(JSON.parse(output)).toEqual({ schemaVersion: 1, command: 'log', versions: [], shallow: false });
  });

  test('of the blame follows its schema', async () => {
    const { output = '' } = await place.call(['blame', 'one@HEAD~1', '--json']);
    const data = JSON.parse(output);
    expect(() => whole('blame', ['diff', 'log']).parse(data)).not.toThrow();
    expect(data.units.map(({ kind, text }: { kind: string; text: string }) => `${kind} ${text}`)).toEqual([
      'variable https://x.example',
      'paragraph Un.',
      'paragraph Trois.',
    ]);
  });
});
