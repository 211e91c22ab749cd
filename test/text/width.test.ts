import { fc, test } from '@fast-check/vitest';
import stringWidth from 'string-width';
import { describe, expect } from 'vitest';
import { displayWidth, graphemes, padEnd, truncate } from '../../src/text/width.ts';
import { type Run, wrapRuns, wrapText } from '../../src/text/wrap.ts';

describe('display width', () => {
  test.each([
    ['', 0],
    ['cookie', 6],
    ['é à ç œ', 7],
    ['e\u0301', 1],
    ['« tiers »', 9],
    ['a\u00a0b', 3],
    ['a\u00adb', 2],
    ['日本語', 6],
    ['가각', 4],
    ['ｶﾞ', 2],
    ['👍🏽', 2],
    ['👨‍👩‍👧', 2],
    ['☺', 1],
    ['☺️', 2],
    ['1️⃣', 2],
    ['🇫🇷', 2],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2],
    ['שלום', 4],
    ['مرحبا', 5],
    ['→ − ~ » ⑂ ⑃ ⋯ ⍽ ␛', 17],
  ])('of %j is %i cells', (text, cells) => {
    expect(displayWidth(text)).toBe(cells);
    expect(stringWidth(text)).toBe(cells);
  });

  test('of every assigned character is what string-width says', () => {
    const wrong: string[] = [];
    for (let point = 0x20; point < 0x40000; point += 1) {
      const char = String.fromCodePoint(point);
      if (/[\p{Cn}\p{Co}\p{Cs}\p{Cc}]/u.test(char)) continue;
      if (displayWidth(char) !== stringWidth(char)) wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  const letters = fc.constantFrom(
    ...Array.from('abé œ’«»—…→12日本、ー가ｶﾞشלनस्ते́👍👩'),
    '👍🏽',
    '👨‍👩‍👧',
    '🇫🇷',
    '☺️',
    '1️⃣',
    '\u200d',
    '\ufe0f',
    '\u0301',
    '\u00ad',
    '\u202f',
    '\u3099',
  );
  test.prop([fc.array(letters, { maxLength: 24 }).map((parts) => parts.join(''))])(
    'of mixed texts is what string-width says',
    (text) => {
      expect(displayWidth(text)).toBe(stringWidth(text));
    },
  );

  test.prop([fc.string({ unit: 'grapheme', maxLength: 40 })])(
    'graphemes are those of the segmenter',
    (text) => {
      expect(graphemes(text).join('')).toBe(text);
      if (!text.includes('\n') && !text.includes('\r'))
        expect(graphemes(text)).toEqual(
          [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment),
        );
    },
  );

  test('a long text without spaces costs time in proportion', () => {
    expect(displayWidth('नि'.repeat(100_000))).toBeGreaterThan(100_000);
    expect(displayWidth('日'.repeat(200_000))).toBe(400_000);
  });
});

describe('fitting', () => {
  test.each([
    ['cookies_preferences', 10, 'cookies_p…'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    ['court', 5, 'court'],
    ['court', 0, ''],
    ['👨‍👩‍👧👨‍👩‍👧', 3, '👨‍👩‍👧…'],
  ])('%j in %i cells is %j', (text, width, fitted) => {
    expect(truncate(text, width)).toBe(fitted);
  });

  test('padding counts cells', () => {
    expect(padEnd('日本', 6)).toBe('日本  ');
    expect(padEnd('trop long', 3)).toBe('trop long');
  });
});

describe('wrapping', () => {
  test.each([
    ['les cookies dits tiers', 12, ['les cookies', 'dits tiers']],
    ['a  b', 10, ['a  b']],
    ['13\u00a0mois au plus', 7, ['13\u00a0mois', 'au plus']],
    ['voir https://data.example.fr/pages ici', 12, ['voir', 'https://data', '.example.fr/', 'pages ici']],
    ['日本語の文章、です', 6, ['日本語', 'の文', '章、で', 'す']],
    ['un\n\ndeux', 10, ['un', '', 'deux']],
    ['', 10, ['']],
    ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 5, ['👨‍👩‍👧👨‍👩‍👧', '👨‍👩‍👧']],
  ])('%j in %i cells', (text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines);
  });

  const marked: readonly Run[] = [
    { text: 'possible' },
    { text: '[-', mark: 'open' },
    { text: ' nous utilisons' },
    { text: '-]', mark: 'close' },
    { text: '{+', mark: 'open' },
    { text: ', le portail ' },
    { text: '+}', mark: 'close' },
    { text: ' des cookies' },
  ];
  test.each([
    [29, ['possible[- nous utilisons-]', '{+, le portail +} des cookies']],
    [20, ['possible[- nous', 'utilisons-]{+, le', 'portail +} des', 'cookies']],
  ])('in %i cells no mark is parted from its text', (width, lines) => {
    expect(wrapRuns(marked, width).map((line) => line.map((run) => run.text).join(''))).toEqual(lines);
  });

  test.prop([
    fc.array(fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 30 }) }), { maxLength: 6 }),
    fc.integer({ min: 2, max: 40 }),
  ])('no line is too wide and only spaces and breaks are lost', (runs, width) => {
    const clean = runs.map((run) => ({ text: run.text.replace(/[\p{Cc}\p{M}]/gu, '') }));
    const lines = wrapRuns(clean, width).map((line) => line.map((run) => run.text).join(''));
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    expect(lines.join('').replace(/ /g, '')).toBe(
      clean
        .map((run) => run.text)
        .join('')
        .replace(/ /g, ''),
    );
  });
});
