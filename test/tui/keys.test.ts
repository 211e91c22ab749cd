/** Bytes to keys: every key of the keymap, and none lost however the bytes come. */
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { createKeyReader } from '../../src/tui/keys.ts';

function names(...chunks: readonly (string | Uint8Array)[]): string[] {
  const reader = createKeyReader();
  return [...chunks.flatMap((chunk) => reader.read(chunk)), ...reader.flush()].map(({ name }) => name);
}

const table: readonly (readonly [bytes: string, names: readonly string[]])[] = [
  ['j', ['j']],
  ['jjk]', ['j', 'j', 'k', ']']],
  ['G?{}', ['G', '?', '{', '}']],
  [' ', ['space']],
  ['\r', ['enter']],
  ['\n', ['enter']],
  ['\t', ['tab']],
  ['\u001b[Z', ['shift-tab']],
  ['\u007f\b', ['backspace', 'backspace']],
  ['\u001b', ['escape']],
  ['\u001b\u001b', ['escape', 'escape']],
  ['\u001bq', ['escape', 'q']],
  ['\u001b[A\u001b[B\u001b[C\u001b[D', ['up', 'down', 'right', 'left']],
  ['\u001bOA\u001bOB', ['up', 'down']],
  ['\u001b[1;5A', ['up']],
  ['\u001b[5~\u001b[6~\u001b[3~', ['page-up', 'page-down', 'delete']],
  ['\u001b[H\u001b[F\u001b[1~\u001b[4~\u001bOH', ['home', 'end', 'home', 'end', 'home']],
  ['\u0003\u001a\u0006', ['ctrl-c', 'ctrl-z', 'ctrl-f']],
  ['é日🍪', ['é', '日', '🍪']],
  ['\u001b[200~jj\u001b[201~k', ['j', 'j', 'k']],
  ['\u001b[?1;2c\u001b[I\u001b[24;80Rj', ['j']],
  ['\u0000\u0080j', ['j']],
  [`\u001b[${'1'.repeat(100)}`, ['escape', '[', ...'1'.repeat(100)]],
];

describe('the key reader', () => {
  test.each(table)('reads %j', (bytes, wanted) => {
    expect(names(bytes)).toEqual(wanted);
  });

  test('waits after an escape byte, and for nothing else', () => {
    const reader = createKeyReader();
    expect([reader.read('j'), reader.waiting]).toEqual([[{ name: 'j', text: 'j' }], false]);
    expect([reader.read('\u001b'), reader.waiting]).toEqual([[], true]);
    expect([reader.read('[A'), reader.waiting]).toEqual([[{ name: 'up' }], false]);
    expect([reader.read('\u001b'), reader.flush(), reader.waiting]).toEqual([
      [],
      [{ name: 'escape' }],
      false,
    ]);
  });

  test('gives text to what can be typed, and only to that', () => {
    const reader = createKeyReader();
    expect(reader.read(' aé\r\u001b[A').map(({ text }) => text)).toEqual([
      ' ',
      'a',
      'é',
      undefined,
      undefined,
    ]);
  });

  const piece = fc.oneof(
    fc.constantFrom(...table.map(([bytes]) => bytes).filter((bytes) => !/\u001b\[?1*$/.test(bytes))),
    fc.string({ unit: 'grapheme', maxLength: 4 }).filter((text) => !text.includes('\u001b')),
  );
  property.prop([fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(200), { maxLength: 8 })])(
    'reads the same keys however the bytes are cut',
    (pieces, cuts) => {
      const bytes = Buffer.from(pieces.join(''), 'utf8');
      const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
      const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
      expect(names(...chunks)).toEqual(names(bytes));
    },
  );
});
