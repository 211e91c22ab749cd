import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CommandName, commandTable } from '../../src/commands/command-table.ts';
import { reviewRenderers } from '../../src/present/review-renderers.ts';

test('the README has the formats of every command that has more than one', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, head = '', body = ''] = /^(\| Command \| `text` .*)\n\|[-|]+\n((?:\|.*\n)+)/m.exec(readme) ?? [];
  const formats = [...head.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  const told = body
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [, commands = '', ...cells] = row.split('|').map((cell) => cell.trim());
      const given = formats.filter((_, index) => cells[index] === '✓');
      return [...commands.matchAll(/`([^`]+)`/g)].map(([, command = '']) => [command, given] as const);
    });
  const table = Object.entries(commandTable).filter(([, { formats: own }]) => own.length > 1);
  const byName = (one: readonly [string, unknown], other: readonly [string, unknown]): number =>
    one[0] < other[0] ? -1 : 1;
  expect([...told].sort(byName)).toEqual(
    table
      .map(
        ([name, { formats: own }]) =>
          [name, formats.filter((format) => own.some((one) => one === format))] as const,
      )
      .sort(byName),
  );
});

test('review writes every format that its command line takes, and no other', () => {
  const name: CommandName = 'review';
  const written = Object.keys(reviewRenderers).filter((format) => format !== 'accessible');
  expect(written.sort()).toEqual([...commandTable[name].formats].sort());
});
