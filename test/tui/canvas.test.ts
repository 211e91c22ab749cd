/** What is written to the terminal between two screens: the lines that differ, and no clearing. */
import xterm from '@xterm/headless';
import { describe, expect, test } from 'vitest';
import { createCanvas } from '../../src/tui/canvas.ts';

async function shown(columns: number, rows: number, writes: readonly string[]): Promise<string[]> {
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  emulator.write('\u001b[?7l');
  for (const bytes of writes) await new Promise<void>((resolve) => emulator.write(bytes, resolve));
  const { active } = emulator.buffer;
  return Array.from({ length: rows }, (_, row) => active.getLine(row)?.translateToString(true) ?? '');
}

describe('the canvas', () => {
  test('writes only the lines that differ', () => {
    const canvas = createCanvas();
    canvas.draw(['one', 'two', 'three'], 10);
    const bytes = canvas.draw(['one', 'TWO', 'three'], 10);
    expect(bytes).toContain('TWO');
    expect(bytes).not.toMatch(/one|three/);
    expect(canvas.draw(['one', 'TWO', 'three'], 10)).toBe('');
  });

  test('writes everything again once the screen was another’s', () => {
    const canvas = createCanvas();
    const first = canvas.draw(['one', 'two'], 10);
    canvas.forget();
    expect(canvas.draw(['one', 'two'], 10)).toBe(first);
  });

  test('never clears the screen or its history', () => {
    const canvas = createCanvas();
    const bytes = [canvas.draw(['a', 'b'], 5), canvas.draw([], 5), canvas.draw(['c', 'd', 'e'], 5)].join('');
    expect(bytes).not.toMatch(/\u001b\[[23]J|\u001bc/);
  });

  test('leaves exactly the last screen standing, whatever stood before', async () => {
    const canvas = createCanvas();
    const screens = [
      ['aaaaaaaaaa', 'bbbb', 'cccccccccc'],
      ['a', '\u001b[7mbbbbbbbbbb\u001b[0m', ''],
      ['日本語日本', 'éé', '\u001b[1mx\u001b[0m'],
      ['日', 'é', 'x'],
    ];
    const writes = screens.map((lines) => canvas.draw(lines, 10));
    expect(await shown(10, 4, writes)).toEqual(['日', 'é', 'x', '']);
    expect(await shown(10, 4, writes.slice(0, 2))).toEqual(['a', 'bbbbbbbbbb', '', '']);
    expect(await shown(10, 4, writes.slice(0, 3))).toEqual(['日本語日本', 'éé', 'x', '']);
  });
});
