/** Keys that move, in the built program through a real pseudo-terminal: where the reader is after each. */
import { describe, expect, test } from 'vitest';
import { cursorRow, pair, position, setStage, tables, underCursor } from './stage.ts';

const stage = setStage();

describe('from row to row', () => {
  test.each([
    ['j and k', 'j', 'k', 1],
    ['the arrows', '\u001b[B', '\u001b[A', 1],
    ['the arrows in application mode', '\u001bOB', '\u001bOA', 1],
    ['d and u', 'd', 'u', 10],
    ['ctrl-d and ctrl-u', '\u0004', '\u0015', 10],
    ['space and b', ' ', 'b', 18],
    ['page down and page up', '\u001b[6~', '\u001b[5~', 18],
    ['ctrl-f and ctrl-b', '\u0006', '\u0002', 18],
  ])('%s', async (_name, forth, back, rows) => {
    const terminal = await stage.start(pair);
    // As many steps of one row lead to the same place.
    await terminal.press('g');
    const wanted = underCursor(await terminal.press('j'.repeat(rows)));
    const top = await terminal.press('g');
    expect(cursorRow(top)).toBe(2);
    expect(underCursor(top)).toBe('Own values');
    expect(underCursor(await terminal.press(forth))).toBe(wanted);
    expect(wanted).not.toBe('Own values');
    expect(await terminal.press(back)).toBe(top);
  });

  test.each([
    ['G and g', 'G', 'g'],
    ['end and home', '\u001b[F', '\u001b[H'],
  ])('%s lead to both ends', async (_name, end, start) => {
    const terminal = await stage.start(pair);
    const last = await terminal.press(end);
    expect(cursorRow(last)).toBe(21);
    expect(underCursor(last)).toMatch(/^▦ Cookies 4 rows unchanged/);
    expect(position(last)).toBe('change 7 of 7 · wording · Functional');
    const first = await terminal.press(start);
    expect(underCursor(first)).toBe('Own values');
    expect(position(first)).toBe('change 1 of 7 · variable · Own values › url');
  });

  test('over the columns of a table, its key column pinned', async () => {
    const wide = stage.read('charters/nouveau.yaml');
    const columns = Array.from({ length: 8 }, (_, index) => `extra-${index}`);
    for (const id of ['large-a', 'large-b'])
      stage.write(
        `charters/${id}.yaml`,
        wide
          .replace('charter: nouveau', `charter: ${id}`)
          .replace(
            '    rows:',
            `${columns.map((key) => `      - key: ${key}\n        head: Head ${key}`).join('\n')}\n    rows:`,
          )
          .replace('25 mois', id === 'large-a' ? '13 mois' : '25 mois'),
      );
    const terminal = await stage.start(['diff', 'large-a', 'large-b'], { size: [110, 30] });
    const before = terminal.text();
    expect(before).toMatch(/NAME +PROVIDER/);
    expect(before).toMatch(/ \d+›/);
    const moved = await terminal.press('\u001b[C');
    expect(moved).toMatch(/‹1/);
    expect(moved).toMatch(/NAME +PURPOSE/);
    expect(moved).toMatch(/▌~ +_pk_id/);
    expect(await terminal.press('\u001b[D')).toBe(before);
  });
});

describe('from change to change', () => {
  const places = [
    'change 1 of 7 · variable · Own values › url',
    'change 2 of 7 · wording · Title',
    'change 3 of 7 · wording · Introduction',
    'change 4 of 7 · wording · Cookie ?',
    'change 5 of 7 · wording · Kinds',
    'change 6 of 7 · wording · Use',
    'change 7 of 7 · wording · Functional',
  ];

  test('] and [ name each of them, and say where the ends are', async () => {
    const terminal = await stage.start(pair);
    expect(position(terminal.text())).toBe(places[0]);
    for (const place of places.slice(1)) expect(position(await terminal.press(']'))).toBe(place);
    expect(await terminal.press(']')).toContain('This is the last change.');
    expect(position(terminal.text())).toBe(places[6]);
    for (const place of [...places].reverse().slice(1))
      expect(position(await terminal.press('['))).toBe(place);
    expect(await terminal.press('[')).toContain('This is the first change.');
  });

  test('typed ahead and pasted, all count', async () => {
    const terminal = stage.open(pair);
    terminal.send(']]]');
    await terminal.until(/change 4 of 7/);
    terminal.send('[[]]]');
    await terminal.until(/change 5 of 7/);
    terminal.send('\u001b[200~[[\u001b[201~');
    await terminal.until(/change 3 of 7/);
  });

  test('over the rows and cells of a table', async () => {
    const terminal = await stage.start(tables, { size: [120, 40] });
    expect(position(terminal.text())).toBe('change 1 of 3 · substantive · Cookies › _pk_id › DURATION');
    expect(underCursor(await terminal.press(']'))).toMatch(/^~ langue/);
    expect(position(terminal.text())).toBe('change 2 of 3 · substantive · Cookies › langue › PURPOSE');
    expect(underCursor(await terminal.press(']'))).toMatch(/^\+ _fbp/);
    expect(position(terminal.text())).toBe('change 3 of 3 · substantive · Cookies › _fbp');
  });
});

describe('from section to section', () => {
  test('. and , put the cursor on the section that they name', async () => {
    const terminal = await stage.start(pair);
    for (const section of ['Title', 'Introduction', 'Cookie ?', 'Kinds', 'Use', 'Functional'])
      expect(underCursor(await terminal.press('.'))).toBe(section);
    for (const section of ['Use', 'Kinds', 'Cookie ?'])
      expect(underCursor(await terminal.press(','))).toBe(section);
    expect(position(terminal.text())).toBe('change 4 of 7 · wording · Cookie ?');
  });
});
