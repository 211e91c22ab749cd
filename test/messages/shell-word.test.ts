/** A word offered for a shell is one word there, and the same. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellWord } from '../../src/messages/shell-word.ts';

test.each([
  ['charters/one.yaml', 'charters/one.yaml'],
  ['charters/été.yaml', 'charters/été.yaml'],
  ['charters/été long/à.yaml', '"charters/été long/à.yaml"'],
  ["l'un.yaml", '"l\'un.yaml"'],
  ['--message=-x', '--message=-x'],
  ['a$b "c"', `'a$b "c"'`],
  ["$(x)'`", `'$(x)'\\''\`'`],
  ['a\u00a0b', '"a\u00a0b"'],
  ['~x', '"~x"'],
  ['', '""'],
])('%j', (text, word) => {
  expect(shellWord(text)).toBe(word);
  expect(execFileSync('sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' })).toBe(text);
});
