import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings } from '../../src/canonical/settings.ts';

describe('settings', () => {
  it.each([
    ['no file', undefined, defaultSettings],
    ['a file of comments', '# nothing yet\n', defaultSettings],
    [
      'both keys',
      'language: en\ntimezone: Pacific/Noumea # islands\n',
      { language: 'en', timezone: 'Pacific/Noumea' },
    ],
    ['quotes', 'language: "en"\n', { ...defaultSettings, language: 'en' }],
    ['YAML of another style', "{ 'language': en }", { ...defaultSettings, language: 'en' }],
    [
      'a byte order mark and carriage returns',
      '\ufefflanguage: en\r\n',
      { ...defaultSettings, language: 'en' },
    ],
  ])('are read from %s', async (_name, text, settings) => {
    expect(await readSettings(text)).toEqual({ settings, problems: [] });
  });

  it.each([
    ['an unknown key', 'langage: fr\n', 'unknown-key@1:1'],
    ['a prototype key', '__proto__: fr\n', 'unknown-key@1:1'],
    ['a language without sentences', '\nlanguage: de\n', 'value-unknown@2:11'],
    ['a time zone that is none', 'timezone: Europe/Pariss\n', 'setting-timezone@1:11'],
    ['a key without value', 'language:\n', 'value-missing@1:1'],
    ['a key that stands twice', 'language: fr\nlanguage: fr\n', 'duplicate-key@2:1'],
    ['a list', '- fr\n', 'expected-map@1:1'],
    ['a list for a word', 'language: [fr]\n', 'expected-text@1:11'],
    ['an alias', 'language: *fr\n', 'yaml-alias@1:11'],
    ['conflict marks', '<<<<<<< HEAD\nlanguage: fr\n', 'conflict-marker@1:1'],
  ])('with %s are refused', async (_name, text, problem) => {
    const { settings, problems } = await readSettings(text);
    expect(settings).toBe(defaultSettings);
    expect(problems.map(({ code, line, column }) => `${code}@${line}:${column}`)).toEqual([problem]);
  });
});
