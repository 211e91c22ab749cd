/** The command line is read from one table, and every mistake is named. */
import { describe, expect, test } from 'vitest';
import { askedLanguage, parseCommandLine } from '../../src/commands/arguments.ts';
import { commandNames, commandTable, optionTable } from '../../src/commands/command-table.ts';
import { helpMessages } from '../../src/messages/cli.ts';
import { Failure } from '../../src/model/failure.ts';

function failureOf(line: string): readonly [code: string, ...details: unknown[]] {
  try {
    parseCommandLine(line.split(' ').filter((word) => word !== ''));
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    expect(cause.status).toBe(2);
    return cause.suggestions.length > 0 ? [cause.code, ...cause.suggestions] : [cause.code];
  }
  throw new Error(`${line} was accepted`);
}

describe('a good line', () => {
  test.each([
    ['', { arguments: [], options: {} }],
    ['diff a b', { command: 'diff', arguments: ['a', 'b'], options: {}, format: 'text' }],
    ['diff --json a b', { command: 'diff', arguments: ['a', 'b'], options: { json: true }, format: 'json' }],
    ['-C x -C y list', { command: 'list', arguments: [], options: { directory: 'x\0y' }, format: 'text' }],
    [
      'commit -m Durées --message=Ref:1 -m x',
      { command: 'commit', arguments: [], options: { message: 'Durées\n\nRef:1\n\nx' }, format: 'text' },
    ],
    [
      'accept ref --portals a --portals b,c',
      { command: 'accept', arguments: ['ref'], options: { portals: 'a,b,c' }, format: 'text' },
    ],
    [
      'init --template a --template b',
      { command: 'init', arguments: [], options: { template: 'a,b' }, format: 'text' },
    ],
    [
      'drift --template a --template b',
      { command: 'drift', arguments: [], options: { template: 'b' }, format: 'text' },
    ],
    ['diff -U3 a', { command: 'diff', arguments: ['a'], options: { context: '3' }, format: 'text' }],
    ['diff -q a b', { command: 'diff', arguments: ['a', 'b'], options: { quiet: true }, format: 'text' }],
    [
      'import - --portal p',
      { command: 'import', arguments: ['-'], options: { portal: 'p' }, format: 'text' },
    ],
    [
      'show p --format=html',
      { command: 'show', arguments: ['p'], options: { format: 'html' }, format: 'html' },
    ],
    ['diff -- --odd b', { command: 'diff', arguments: ['--odd', 'b'], options: {}, format: 'text' }],
    ['diff --help', { command: 'diff', arguments: [], options: { help: true } }],
    ['--version', { arguments: [], options: { version: true } }],
    ['--lang fr --lang en list', { command: 'list', arguments: [], options: { lang: 'en' }, format: 'text' }],
  ])('%j', (line, expected) => {
    expect(parseCommandLine(line.split(' ').filter((word) => word !== ''))).toEqual(expected);
  });
});

describe('a bad line', () => {
  test.each([
    ['dif a b', ['unknown-command', 'diff']],
    ['zzzzzz', ['unknown-command']],
    ['__proto__', ['unknown-command']],
    ['diff --stats a b', ['unknown-option', '--stat']],
    ['diff --constructor a b', ['unknown-option']],
    ['diff -x a b', ['unknown-option']],
    ['diff a b --format', ['option-needs-value']],
    ['diff a b --format --all', ['option-value-dashed']],
    ['commit -m -x', ['option-value-dashed']],
    ['diff a b --format=', ['option-needs-value']],
    ['diff a b --json=yes', ['option-takes-no-value']],
    ['show a --format yml', ['format-not-for-command', 'yaml']],
    ['log --format xml', ['format-not-for-command']],
    ['commit --format xml', ['option-not-for-command']],
    ['blame a --line 3 --cookie x', ['options-exclude']],
    ['blame a --line 3 --section x', ['options-exclude']],
    ['diff a b --lang de', ['bad-option-value']],
    ['diff a b --format html', ['format-not-for-command']],
    ['list --stat', ['option-not-for-command']],
    ['import x --format json', ['option-not-for-command']],
    ['--stat', ['option-needs-command']],
    ['diff a b c', ['too-many-arguments']],
    ['show', ['missing-argument']],
    ['diff a b --stat --name-only', ['options-exclude']],
    ['diff a b --stat --format json', ['options-exclude']],
    ['diff a b --json --format text', ['options-exclude']],
    ['fmt --check --dry-run', ['options-exclude']],
  ])('%s', (line, expected) => {
    expect(failureOf(line)).toEqual(expected);
  });
});

test.each([
  [['--lang', 'fr', 'bad'], 'fr'],
  [['bad', '--lang=en'], 'en'],
  [['bad', '--', '--lang', 'fr'], undefined],
  [['bad', '--lang'], undefined],
])('the language is known before the rest of the line is: %j', (argv, expected) => {
  expect(askedLanguage(argv)).toBe(expected);
});

describe('help', () => {
  test.each(['en', 'fr'] as const)('explains every command, option, argument and value in %s', (language) => {
    const texts = helpMessages[language];
    for (const name of commandNames) {
      expect(texts.commands[name], name).toMatch(/\S/);
      expect(texts.details[name], name).toMatch(/\S/);
      for (const { name: argument } of commandTable[name].arguments)
        expect(texts.arguments[argument]).toHaveLength(2);
    }
    for (const [name, spec] of Object.entries(optionTable)) {
      if (name !== 'format') expect(texts.options[name], name).toMatch(/\S/);
      if ('value' in spec) expect(texts.values[spec.value], name).toMatch(/\S/);
    }
  });
});

test('a message that begins as a list is no option', () => {
  expect(parseCommandLine(['commit', '-m', '- fix']).options.message).toBe('- fix');
});
