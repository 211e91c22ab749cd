import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutLine } from '../../src/present/line-cut.ts';
import { markRuns } from '../../src/present/marks.ts';
import { lineWidth, span } from '../../src/present/style.ts';

function text(width: number, words: string, edit: string): string {
  const runs = markRuns(
    [
      { op: 'equal', text: words },
      { op: 'insert', text: edit },
    ],
    false,
  );
  const line = [span('cookie django_language'), span(', Durée : '), ...runs];
  return cutLine(line, width)
    .map((part) => part.text)
    .join('');
}

test('the name of a place keeps its colon, however much of it is left out', () => {
  const runs = markRuns(
    [
      { op: 'equal', text: 'les visites ' },
      { op: 'insert', text: 'et les achats' },
    ],
    false,
  );
  const line = cutLine([span('Statistiques marketing du portail\u00a0: '), ...runs], 40);
  expect(line.map((part) => part.text).join('')).toMatch(/^Statistiques \p{L}+…\u00a0: …\{\+et les achats/u);
});

describe('a line that is too long', () => {
  test.each([
    [80, 'Se souvenir de ', '13 mois', 'cookie django_language, Durée : Se souvenir de {+13 mois+}'],
    [52, 'Se souvenir de ', '13 mois', 'cookie django_language, Durée : … de {+13 mois+}'],
    [50, 'Se souvenir de possible', '13 mois', 'cookie django_language, Durée : …{+13 mois+}'],
    [46, 'Se souvenir de ', '13 mois', 'cookie django_language, Durée : …{+13 mois+}'],
    [48, 'Sesouvenirdelalangue', '13 mois', 'cookie django_language, Durée : …ue{+13 mois+}'],
    [40, 'Se souvenir de ', '13 mois', 'cookie django_la…, Durée : …{+13 mois+}'],
    [30, 'Se souvenir de ', '13 mois', 'cookie django_l…, Durée : …{+…'],
    [
      52,
      'Se souvenir de ',
      '13 mois à dater du refus',
      'cookie django_l…, Durée : …{+13 mois à dater du ref…',
    ],
    [52, 'Se {souvenir} \\[-13 mois ', 'x', 'cookie django_language, Durée : … mois {+x+}'],
  ] as const)('of %i cells keeps the edit', (width, words, edit, shown) => {
    expect(text(width, words, edit)).toBe(shown);
  });

  test.each([
    [60, 'cookie _ga, Nom du prestataire : [-Opendatasoft-]{+Huwise+}'],
    [54, 'cookie _ga, Nom du pres… : [-Opendatasoft-]{+Huwise+}'],
    [40, 'cookie _ga, Nom d… : [-Opendatasoft-]{+…'],
  ])('of %i cells names the place of an edit by its first words', (width, shown) => {
    const words = markRuns(
      [
        { op: 'delete', text: 'Opendatasoft' },
        { op: 'insert', text: 'Huwise' },
      ],
      false,
    );
    const line = [span('cookie _ga'), span(', Nom du prestataire\u00a0: '), ...words];
    expect(
      cutLine(line, width)
        .map(({ text: part }) => part)
        .join('')
        .replaceAll('\u00a0', ' '),
    ).toBe(shown);
  });

  test('without an edit loses its end', () => {
    expect(cutLine([span('_ga · Google · 13 mois')], 10).map((part) => part.text)).toEqual([
      '_ga · Goo',
      '…',
    ]);
  });

  test('never forges a mark, and never gets longer than its room', () => {
    const words = fc.string({ unit: fc.constantFrom('[', '-', '\\', '{', '+', ']', 'a', ' ', '日', '́') });
    fc.assert(
      fc.property(words, words, fc.integer({ min: 30, max: 60 }), (before, edit, width) => {
        const marked = markRuns(
          [
            { op: 'equal', text: before },
            { op: 'delete', text: `x${edit}` },
          ],
          false,
        );
        const line = [span('cookie'), span(', Durée : '), ...marked];
        const cut = cutLine(line, width);
        expect(lineWidth(cut)).toBeLessThanOrEqual(Math.max(width, 1));
        const shown = cut.flatMap((part) => (part.style === undefined ? [part.text] : [])).join('');
        expect(shown.replaceAll(/\\./gsu, 'x')).not.toMatch(/\[-|\{\+/);
      }),
      { numRuns: 500 },
    );
  });
});
