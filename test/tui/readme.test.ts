import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { renderKeyTable } from './key-table.ts';

const file = fileURLToPath(new URL('../../README.md', import.meta.url));
const marks = /(<!-- keys -->\n\n)(.*?)(\n<!-- \/keys -->)/s;

test('the README lists every key as the keymap has it (UPDATE_README=1 writes it anew)', () => {
  const readme = readFileSync(file, 'utf8');
  if (process.env['UPDATE_README'] === '1') {
    writeFileSync(
      file,
      readme.replace(marks, (_, before, __, after) => before + renderKeyTable() + after),
    );
    return;
  }
  expect(marks.exec(readme)?.[2]).toBe(renderKeyTable());
});
