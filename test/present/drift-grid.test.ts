import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { type GridRow, layGrid } from '../../src/present/drift-grid.ts';
import { lineWidth, paintLine, span } from '../../src/present/style.ts';

function row(name: string, cells: readonly string[], end = ''): GridRow {
  return { name: span(name), cells: cells.map((cell) => span(cell)), end: span(end) };
}

function lay(
  heads: readonly string[],
  rows: readonly GridRow[],
  width: number | undefined,
): readonly [lines: string[], legend: readonly (readonly [string, string])[]] {
  const { lines, legend } = layGrid({ heads, rows }, width);
  return [lines.map((line) => paintLine(line, false)), legend];
}

describe('the grid', () => {
  const heads = ['Page', 'Introduction', 'Cookie ?', 'Cookies'];
  const rows = [row('normandie', ['·', 'w', '·', '!S2!'], '3'), row('ville', ['·', '·', '·', '·'])];

  test('gives heads whole where there is room', () => {
    expect(lay(heads, rows, 80)).toEqual([
      [
        '           Page  Introduction  Cookie ?  Cookies',
        'normandie  ·     w             ·         !S2!     3',
        'ville      ·     ·             ·         ·',
      ],
      [],
    ]);
  });

  test('shortens the longest heads, as little as is needed, and says what they stand for', () => {
    expect(lay(heads, rows, 45)).toEqual([
      [
        '           Page  Introd.  Cookie.  Cookies',
        'normandie  ·     w        ·        !S2!     3',
        'ville      ·     ·        ·        ·',
      ],
      [
        ['Introd.', 'Introduction'],
        ['Cookie.', 'Cookie ?'],
      ],
    ]);
  });

  test('numbers heads that would look alike', () => {
    const [lines, legend] = lay(['Cookies internes', 'Cookies tiers'], [row('a', ['w', 'w'])], 16);
    expect(lines).toEqual(['   1  2', 'a  w  w']);
    expect(legend).toEqual([
      ['1', 'Cookies internes'],
      ['2', 'Cookies tiers'],
    ]);
  });

  test('lays columns below one another where the line is too short for all', () => {
    const [lines] = lay(['A', 'B', 'C', 'D', 'E', 'F'], [row('p', ['w', 'w', 'w', 'w', 'w', 'S'], '6')], 14);
    expect(lines).toEqual(['   A  B  C', 'p  w  w  w', '', '   D  E  F', 'p  w  w  S  6']);
  });

  test('gives a long name a line of its own, and never cuts it', () => {
    const long = 'portail-du-conseil-departemental-de-la-region';
    const [lines] = lay(['Page', 'Cookies'], [row(long, ['w', '·'], '1'), row('ville', ['·', 'S'], '1')], 50);
    expect(lines).toEqual([
      '       Page  Cookies',
      long,
      '       w     ·        1',
      'ville  ·     S        1',
    ]);
  });

  test('counts the room that signs take which are shown by their numbers', () => {
    const heads = ['Rubrique\u2028', 'Page'];
    const { lines } = layGrid({ heads, rows: [row('ville', ['w', 'S'], '1')] }, 30);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(30);
    expect(Math.max(...lines.map(lineWidth))).toBeGreaterThan(20);
  });

  const labels = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
    minLength: 1,
    maxLength: 30,
  });
  test.prop([labels, fc.integer({ min: 20, max: 200 }), fc.array(fc.stringMatching(/^[a-z0-9-]{1,63}$/))])(
    'keeps within the width, and every column has a head or a legend',
    (names, width, portals) => {
      const made = portals.map((name) =>
        row(
          name,
          names.map(() => '!w12!'),
          '12',
        ),
      );
      const { lines, legend } = layGrid({ heads: names, rows: made }, width);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
      const told = new Map(legend.map(([short, full]) => [full, short]));
      const painted = lines.map((line) => paintLine(line, false)).join('\n');
      for (const name of names)
        if (!told.has(span(name).text)) expect(painted).toContain(paintLine([span(name)], false));
    },
  );
});
