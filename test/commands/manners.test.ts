/** Language, colour and width are decided as the conventions of the command line have it. */
import { describe, expect, test } from 'vitest';
import type { Environment, Surroundings } from '../../src/commands/context.ts';
import {
  chooseAccessible,
  chooseColor,
  chooseLanguage,
  choosesPager,
  chooseWidth,
} from '../../src/commands/manners.ts';

function around(env: Environment, terminal = false, columns?: number): Surroundings {
  return {
    cwd: '/',
    env,
    today: '2026-11-21',
    stdin: { terminal: false, read: async () => Buffer.of() },
    stdout: { terminal, ...(columns === undefined ? {} : { columns }) },
    tell: () => undefined,
  };
}

describe('language', () => {
  test.each([
    [undefined, {}, 'en'],
    ['fr', { CHARTER_LANG: 'en' }, 'fr'],
    [undefined, { CHARTER_LANG: 'fr', LC_ALL: 'en_GB.UTF-8' }, 'fr'],
    [undefined, { LC_ALL: 'C', LANG: 'fr_FR.UTF-8' }, 'en'],
    [undefined, { LC_ALL: '', LC_MESSAGES: 'fr_CA', LANG: 'C' }, 'fr'],
    [undefined, { LANG: 'fr_FR.UTF-8' }, 'fr'],
    [undefined, { LANG: 'frr_DE' }, 'en'],
    [undefined, { LANG: 'FR' }, 'fr'],
    ['de', { LANG: 'fr_FR.UTF-8' }, 'fr'],
    ['de', { LANG: 'C' }, 'en'],
  ])('%s with %j is %s', (asked, env, expected) => {
    expect(chooseLanguage(asked, env)).toBe(expected);
  });
});

describe('colour', () => {
  test.each([
    [{}, {}, false, false],
    [{}, {}, true, true],
    [{}, { TERM: 'dumb' }, true, false],
    [{}, { NO_COLOR: '1' }, true, false],
    [{}, { NO_COLOR: '' }, true, true],
    [{}, { FORCE_COLOR: '1' }, false, true],
    [{}, { FORCE_COLOR: '0' }, true, false],
    [{}, { CLICOLOR_FORCE: '1' }, false, true],
    [{}, { CLICOLOR_FORCE: '0' }, false, false],
    [{}, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ color: 'always' }, { NO_COLOR: '1' }, false, true],
    [{ color: 'never' }, { FORCE_COLOR: '1' }, true, false],
    [{ color: 'auto' }, {}, true, true],
    [{ output: 'x' }, {}, true, false],
    [{ accessible: true }, {}, true, false],
  ] as const)('%j with %j and terminal %s is %s', (options, env, terminal, expected) => {
    expect(chooseColor(options, around(env, terminal))).toBe(expected);
  });
});

test.each([
  [{}, undefined, 80],
  [{ COLUMNS: '120' }, undefined, 120],
  [{ COLUMNS: '120' }, 60, 60],
  [{ COLUMNS: 'wide' }, undefined, 80],
  [{ COLUMNS: '-5' }, undefined, 80],
  [{ COLUMNS: '3' }, undefined, 20],
] as const)('width with %j and %s columns is %d', (env, columns, expected) => {
  expect(chooseWidth(around(env, columns !== undefined, columns))).toBe(expected);
});

test.each([
  [{ ACCESSIBLE: '1' }, true],
  [{ ACCESSIBLE: '0' }, false],
  [{ INK_SCREEN_READER: 'true' }, true],
  [{}, false],
])('accessible mode with %j is %s', (env, expected) => {
  expect(chooseAccessible({}, env)).toBe(expected);
});

test.each([
  [{}, {}, true, true],
  [{}, {}, false, false],
  [{}, { CI: 'true' }, true, false],
  [{}, { TERM: 'dumb' }, true, false],
  [{ 'no-pager': true }, {}, true, false],
  [{ accessible: true }, {}, true, false],
] as const)('a pager with %j, %j and terminal %s: %s', (options, env, terminal, expected) => {
  expect(choosesPager(options, around(env, terminal))).toBe(expected);
});
