/** Searching and filtering in the built program: which passage, which classes, and how the reader sees them. */
import { describe, expect, test } from 'vitest';
import type { PseudoTerminal } from './pseudo-terminal.ts';
import { bottom, pair, position, setStage, underCursor } from './stage.ts';

const stage = setStage();

/** The grounds of what is marked, from above. */
function marks(terminal: PseudoTerminal): number[] {
  return terminal.looks('plateforme').flatMap(({ ground }) => (ground === -1 ? [] : [ground]));
}

describe('a search', () => {
  test('is typed in the bottom line, and marks what it finds', async () => {
    const terminal = await stage.start(pair);
    expect(bottom(await terminal.press('/'))).toMatch(/^\/█/);
    expect(bottom(await terminal.press('PLATEFORME'))).toMatch(/^\/PLATEFORME█ +enter done +esc cancel$/);
    const text = await terminal.press('\r');
    expect(bottom(text)).toMatch(/^“PLATEFORME”: passage 1 of 2 +n next +N previous +esc back$/);
    expect(position(text)).toBe('change 6 of 7 · wording · Use');
    expect(underCursor(text)).toContain('plateforme');
    // Black on yellow, the one under the cursor brighter.
    expect(marks(terminal)).toEqual([220, 186]);
  });

  test('goes on with n and back with N, around the ends', async () => {
    const terminal = await stage.start(pair);
    await terminal.press('/plateforme\r');
    const second = await terminal.press('n');
    expect(bottom(second)).toContain('passage 2 of 2');
    expect(position(second)).toBe('change 7 of 7 · wording · Functional');
    expect(marks(terminal)).toEqual([186, 220]);
    expect(bottom(await terminal.press('n'))).toContain('passage 1 of 2');
    expect(bottom(await terminal.press('N'))).toContain('passage 2 of 2');
    expect(bottom(await terminal.press('N'))).toContain('passage 1 of 2');
    await terminal.press('\u001b');
    expect(terminal.text()).toContain('plateforme');
    expect(marks(terminal)).toEqual([]);
  });

  test('unfolds what it finds', async () => {
    const terminal = await stage.start(pair);
    expect(terminal.text()).not.toContain('plusieurs types');
    const text = await terminal.press('/plusieurs TYPES\r');
    expect(underCursor(text)).toBe('Il existe plusieurs types de cookies :');
    expect(bottom(text)).toContain('passage 1 of 1');
  });

  test('puts the cursor on the row where the words stand, however long their paragraph', async () => {
    const terminal = await stage.start(pair, { size: [60, 15] });
    expect(underCursor(await terminal.press('/finalités statistiques\r'))).toMatch(/statistiques|finalités/);
    expect(position(terminal.text())).toBe('change 4 of 7 · wording · Cookie ?');
  });

  test('that finds nothing says so and stays', async () => {
    const terminal = await stage.start(pair);
    const text = await terminal.press('/nothing of the kind\r');
    expect(bottom(text)).toBe('“nothing of the kind” is not in this text.');
    expect(position(text)).toBe('change 1 of 7 · variable · Own values › url');
  });

  test('takes every key as text, erases by one and as a whole, and is left with escape', async () => {
    const terminal = await stage.start(pair);
    const before = terminal.text();
    expect(bottom(await terminal.press('/qxtz'))).toMatch(/^\/qxtz█/);
    expect(bottom(await terminal.press('\u007f\u007f'))).toMatch(/^\/qx█/);
    expect(bottom(await terminal.press('\u0015'))).toMatch(/^\/█/);
    expect(await terminal.press('\u001b')).toBe(before);
    expect(terminal.over).toBe(false);
  });
});

describe('the filter', () => {
  const shown = '[x] 1 substantive  [x] 2 wording  [ ] 3 typographic  [x] 4 variable';

  test('names the classes, those that are shown and the one chosen', async () => {
    const terminal = await stage.start(pair, { size: [120, 40] });
    expect(
      bottom(await terminal.press('f'))
        .replace(/[‹›]/g, ' ')
        .replace(/ {2,}/g, '  '),
    ).toContain(shown);
    expect(terminal.text()).toContain('‹[x] 1 substantive›');
    expect(await terminal.press('\u001b[C')).toContain('‹[x] 2 wording›');
    expect(await terminal.press('h')).toContain('‹[x] 1 substantive›');
    expect(await terminal.press('h')).toContain('‹[x] 4 variable›');
    expect(await terminal.press(' ')).toContain('‹[ ] 4 variable›');
    expect(terminal.text()).toContain('(1 variable)');
    expect(position(await terminal.press('\r'))).toBe('change 1 of 6 · wording · Title');
  });

  test('hides a class and shows it again, the counts in brackets meanwhile', async () => {
    const terminal = await stage.start(pair, { size: [120, 40] });
    expect(terminal.text()).toMatch(/ {2}wording$/m);
    const less = await terminal.press('f2\r');
    expect(less).toContain('0 substantive · (6 wording) · (3 typographic) · 1 variable');
    expect(less).not.toMatch(/ {2}wording$/m);
    expect(position(less)).toBe('change 1 of 1 · variable · Own values › url');
    const more = await terminal.press('f23\r');
    expect(more).toContain('0 substantive · 6 wording · 3 typographic · 1 variable');
    expect(position(more)).toBe('change 1 of 10 · variable · Own values › url');
    expect(more).toMatch(/ {2}typographic$/m);
  });

  test('says so where nothing is left', async () => {
    const terminal = await stage.start(pair);
    const text = await terminal.press('f24\r');
    expect(position(text)).toBe('no change shown');
    expect(bottom(text)).toBe('The filter hides every change; f chooses the classes again.');
  });

  test.each([60, 80, 100])('has room for every class at %s columns', async (columns) => {
    const terminal = await stage.start(pair, { size: [columns, 24] });
    expect(bottom(await terminal.press('f'))).toMatch(/1 subst.*2 wording.*3 typo.*4 var/);
    expect(bottom(terminal.text())).not.toContain('…');
  });
});
