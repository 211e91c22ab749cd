/** Keys that change how a comparison is shown, in the built program: folds, context, layout, outline, palette, sides. */
import { describe, expect, test } from 'vitest';
import { bottom, cursorRow, pair, position, setStage, underCursor } from './stage.ts';

const stage = setStage();
const sides = /│ +normandie +pays-de-la-loire/;

function folds(text: string): string[] {
  return text.split('\n').flatMap((line) => /⋯ (.*)$/.exec(line)?.[1] ?? []);
}

describe('what is unchanged', () => {
  test('is unfolded with z, and folded again', async () => {
    const terminal = await stage.start(pair, { size: [120, 60] });
    const folded = terminal.text();
    expect(folds(folded)).toEqual(['1 paragraph unchanged', '1 paragraph unchanged · 3 changes not shown']);
    expect(folded).not.toContain('Il existe plusieurs types de cookies');
    const whole = await terminal.press('z');
    expect(folds(whole)).toEqual([]);
    expect(whole).toContain('Il existe plusieurs types de cookies');
    expect(position(whole)).toBe(position(folded));
    expect(await terminal.press('z')).toBe(folded);
  });

  test('is shown around each change with }, and less of it with {', async () => {
    const terminal = await stage.start(pair, { size: [120, 60] });
    const folded = terminal.text();
    expect(folded).not.toContain("Qu'est ce qu'un cookie ?");
    const more = await terminal.press('}');
    expect(more).toContain("Qu'est ce qu'un cookie ?");
    expect(folds(more)).toEqual(['1 paragraph unchanged · 2 changes not shown']);
    expect(await terminal.press('{')).toBe(folded);
    expect(await terminal.press('{')).toBe(folded);
  });

  test('is unfolded under the cursor with enter', async () => {
    const terminal = await stage.start(pair, { size: [120, 60] });
    const place = await terminal.press('...j');
    expect(underCursor(place)).toBe('⋯ 1 paragraph unchanged');
    const text = await terminal.press('\r');
    expect(underCursor(text)).toBe("Qu'est ce qu'un cookie ?");
    expect(folds(text)).toEqual(['1 paragraph unchanged · 3 changes not shown']);
  });
});

describe('the layout', () => {
  test('is chosen with 1 and 2, by the width again with 0, and named', async () => {
    const terminal = await stage.start(pair, { size: [160, 40] });
    expect(terminal.text()).toMatch(sides);
    const stacked = await terminal.press('2');
    expect(bottom(stacked)).toBe('Layout: one column');
    expect(stacked).not.toMatch(sides);
    const split = await terminal.press('1');
    expect(bottom(split)).toBe('Layout: side by side');
    expect(split).toMatch(sides);
    await terminal.resize(120, 40);
    expect(terminal.text()).toMatch(sides);
    const auto = await terminal.press('0');
    expect(bottom(auto)).toBe('Layout: by width');
    expect(auto).not.toMatch(sides);
    expect(position(auto)).toBe('change 1 of 7 · variable · Own values › url');
  });
});

describe('the outline', () => {
  test('goes and comes with o where it has room beside the text', async () => {
    const terminal = await stage.start(pair, { size: [120, 40] });
    const before = terminal.text();
    expect(before).toMatch(/^ Outline +│/m);
    const without = await terminal.press('o');
    expect(without).not.toMatch(/Outline|│/);
    expect(await terminal.press('o')).toBe(before);
  });

  test('takes the keys with tab and gives them back, its section one enter away', async () => {
    const terminal = await stage.start(pair, { size: [120, 40] });
    expect(terminal.text()).toMatch(/^▏▸ Own values.*│▌/m);
    const focused = await terminal.press('\t');
    expect(focused).toMatch(/^▌▸ Own values.*│▏/m);
    expect(bottom(focused)).toMatch(/^enter open +j down +k up +esc back/);
    expect(await terminal.press('jj')).toMatch(/^▌ +Introduction/m);
    expect(await terminal.press('\t')).toMatch(/^▏▸ Own values.*│▌/m);
    const text = await terminal.press('\tjj\r');
    expect(text).toMatch(/^▏▸ Introduction/m);
    expect(position(text)).toBe('change 3 of 7 · wording · Introduction');
    expect(underCursor(text)).toBe('Introduction');
  });

  test('lies over the text where there is none, and leads to its sections', async () => {
    const terminal = await stage.start(pair);
    const before = terminal.text();
    expect(before).not.toContain('Outline');
    const over = await terminal.press('o');
    expect(over).toMatch(/^ Outline +│/m);
    expect(over).toMatch(/^▌▸ Own values +~1 │/m);
    expect(await terminal.press('o')).toBe(before);
    expect(await terminal.press('o')).toBe(over);
    expect(await terminal.press('\u001b')).toBe(before);
    const text = await terminal.press('ojjj\r');
    expect(text).not.toContain('Outline');
    expect(underCursor(text)).toBe('Cookie ?');
  });
});

describe('the palette', () => {
  test('changes with t, is named, and ends without colour but with marks', async () => {
    const terminal = await stage.start(pair, { size: [120, 40] });
    const looks = (): unknown[] => [terminal.looks('nous utilisons')[0], terminal.looks('le portail')[0]];
    const plain = { ground: -1, inverse: false };
    expect(looks()).toEqual([
      { ...plain, colour: 208, struck: true, underlined: false },
      { ...plain, colour: 75, struck: false, underlined: true },
    ]);
    expect(bottom(await terminal.press('t'))).toBe('Palette: red and green');
    expect(looks()).toEqual([
      { ...plain, colour: 203, struck: true, underlined: false },
      { ...plain, colour: 78, struck: false, underlined: true },
    ]);
    const mono = await terminal.press('t');
    expect(bottom(mono)).toBe('Palette: no colour');
    expect(mono).toContain('possible[- nous utilisons-]{+, le');
    expect(looks()).toEqual([
      { ...plain, colour: -1, struck: true, underlined: false },
      { ...plain, colour: -1, struck: false, underlined: true },
    ]);
    expect(bottom(await terminal.press('t'))).toBe('Palette: blue and orange');
    expect(terminal.text()).not.toContain('[-');
  });

  test('has no colour and marks under NO_COLOR', async () => {
    const terminal = await stage.start(pair, { env: { NO_COLOR: '1' } });
    expect(terminal.written).not.toMatch(/\u001b\[(?:[0-9;]*;)?[34]8;5;/);
    expect(terminal.text()).toContain('possible[- nous utilisons-]{+, le');
  });

  test('follows the ground of the terminal', async () => {
    const terminal = await stage.start(pair, { size: [120, 40], env: { COLORFGBG: '0;15' } });
    expect(terminal.looks('nous utilisons')[0]?.colour).toBe(130);
    expect(terminal.looks('le portail')[0]?.colour).toBe(25);
  });
});

describe('the two sides', () => {
  test('are swapped with x, with signs and words, and swapped back', async () => {
    const terminal = await stage.start(pair);
    const before = await terminal.press(']');
    expect(before).toContain('normandie → pays-de-la-loire');
    expect(underCursor(before)).toMatch(/^− Charte cookies/);
    await terminal.press('x');
    await terminal.until('pays-de-la-loire → normandie');
    const swapped = await terminal.settle();
    expect(underCursor(swapped)).toMatch(/^\+ Charte cookies/);
    expect(position(swapped)).toBe('change 2 of 7 · wording · Title');
    expect(cursorRow(swapped)).toBe(cursorRow(before));
    await terminal.press('x');
    await terminal.until('normandie → pays-de-la-loire');
    expect(await terminal.settle()).toBe(before);
  });
});
