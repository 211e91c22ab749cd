/** The keymap: every key once in each place, every command in words, everything the help lists. */
import { describe, expect, test } from 'vitest';
import { tuiMessages } from '../../src/messages/tui.ts';
import { languages } from '../../src/model/language.ts';
import { commandNames } from '../../src/tui/action.ts';
import { actionFor, keyGroups, keymap } from '../../src/tui/keymap.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { samplePair } from '../present/views.ts';
import { screenOf, stateOf, type } from './states.ts';

describe('the keymap', () => {
  test('gives each key one meaning in each place', () => {
    const seen = new Map<string, string>();
    for (const { keys, command, scopes } of keymap) {
      for (const key of keys) {
        for (const scope of scopes) {
          expect(seen.get(`${scope} ${key}`) ?? command).toBe(command);
          seen.set(`${scope} ${key}`, command);
        }
      }
    }
  });

  test('gives a letter the same meaning on every screen', () => {
    const meanings = new Map<string, Set<string>>();
    for (const { keys, command, group } of keymap) {
      if (group === 'prompt') continue;
      for (const key of keys.filter((name) => /^[a-z]$/i.test(name)))
        meanings.set(key, (meanings.get(key) ?? new Set()).add(command));
    }
    expect([...meanings].filter(([, commands]) => commands.size > 1)).toEqual([]);
  });

  test('has a key for every command, and words for each in both languages', () => {
    const bound = new Set(keymap.map(({ command }) => command));
    expect(commandNames.filter((name) => !bound.has(name))).toEqual([]);
    for (const language of languages) {
      const { keys } = tuiMessages[language];
      for (const name of commandNames) expect(keys[name].help).not.toBe('');
    }
  });

  test.each(languages)('is listed whole in the help (%s)', (language) => {
    const state = reduce(stateOf([samplePair()], { size: [200, 200], language }), { type: 'help' });
    const text = screenOf(state);
    const { keys, groups } = tuiMessages[language];
    for (const { command } of keymap) expect(text).toContain(keys[command].help.split(' ')[0]);
    for (const group of keyGroups) expect(text).toContain(groups[group]);
  });

  test('types into a prompt what is a command elsewhere', () => {
    const state = type(stateOf([samplePair()]), '/');
    expect(actionFor(state, { name: 'q', text: 'q' })).toEqual({ type: 'text', text: 'q' });
    expect(actionFor(state, { name: 'space', text: ' ' })).toEqual({ type: 'text', text: ' ' });
    expect(actionFor(state, { name: 'ctrl-c' })).toEqual({ type: 'interrupt' });
    expect(actionFor(state, { name: 'f5' })).toBeUndefined();
    expect(actionFor(stateOf([samplePair()]), { name: '__proto__' })).toBeUndefined();
  });
});
