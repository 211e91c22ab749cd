import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { classifyDiff } from '../../src/classify/documents.ts';
import { diffDocuments } from '../../src/diff/documents.ts';
import { ruleMessages } from '../../src/messages/rules.ts';
import type { Change } from '../../src/model/change.ts';
import { changeClasses } from '../../src/model/charter.ts';
import { charter, classify, paragraphs, type Sketch } from './documents.ts';
import { englishPairs } from './pairs-english.ts';
import { frenchPairs, type Pair } from './pairs-french.ts';
import { englishTraps, frenchTraps } from './pairs-traps.ts';

const pairs: readonly (readonly [string, Pair])[] = [
  ...[...frenchPairs, ...frenchTraps].map((pair) => ['fr', pair] as const),
  ...[...englishPairs, ...englishTraps].map((pair) => ['en', pair] as const),
];
const anyPair = fc.constantFrom(...pairs);
const word = fc.constantFrom('cookies', 'de mesure', 'Nom', '13 mois', '{{url}}', '_ga', '', ' ', 'Fin.');
const anyText = fc.array(word, { maxLength: 5 }).map((words) => words.join(' ').trim());
const anyColumns = fc.uniqueArray(fc.constantFrom('provider', 'name', 'purpose', 'duration', 'type'), {
  minLength: 1,
});
/** Documents in which everything may differ: titles, addresses, paragraphs, columns, heads and cells. */
const anySketch: fc.Arbitrary<Sketch> = fc
  .record({
    title: anyText,
    url: fc.constantFrom('https://a.fr', 'https://b.fr'),
    texts: fc.array(anyText, { maxLength: 5 }),
    columns: anyColumns,
    cells: fc.array(fc.array(anyText, { minLength: 5, maxLength: 5 }), { maxLength: 4 }),
    head: anyText,
  })
  .map(({ title, url, texts: body, columns, cells, head }) => ({
    title,
    variables: { url },
    body: paragraphs(...body),
    tables: [
      {
        id: 'cookies',
        columns: columns.map((key, index) => ({ key, head: index === 0 ? head : key })),
        rows: cells.map((row) => ({ cells: row.slice(0, columns.length) })),
      },
    ],
  }));
const rank = (change: Pick<Change, 'class'>): number => changeClasses.indexOf(change.class);

function strongest(changes: readonly Change[]): number {
  return Math.max(-1, ...changes.map(rank));
}

function texts(language: string, a: string, b: string): readonly Change[] {
  return classify(charter({ language, body: paragraphs(a) }), charter({ language, body: paragraphs(b) }))
    .changes;
}

describe('laws of the classes', () => {
  property.prop([anyPair, fc.array(anyPair, { maxLength: 3 })])(
    'more differences never lower the class',
    ([language, [a, b]], others) => {
      const more = others.filter(([other]) => other === language);
      const alone = strongest(texts(language, a, b));
      const wholeA = [a, ...more.map(([, pair]) => pair[0])].join(' ');
      const wholeB = [b, ...more.map(([, pair]) => pair[1])].join(' ');
      expect(strongest(texts(language, wholeA, wholeB))).toBeGreaterThanOrEqual(alone === 3 ? 3 : 0);
    },
  );

  property.prop([anyPair])('a difference and its mirror have the same class', ([language, [a, b]]) => {
    expect(texts(language, a, b).map(rank)).toEqual(texts(language, b, a).map(rank));
  });

  property.prop([anyPair])(
    'a change has the class of its strongest edit, and both sides rebuild',
    ([language, [a, b]]) => {
      for (const change of texts(language, a, b)) {
        expect(rank(change)).toBe(Math.max(...change.edits.map(rank)));
        expect(change.edits.find((edit) => edit.class === change.class)?.rule).toBe(change.rule);
        if (change.a !== undefined) {
          const words = change.words.filter((word) => word.op !== 'insert');
          expect(words.map((word) => word.text).join('')).toBe([change.a].flat().join('\n\n'));
        }
        for (const word of change.words) {
          if (word.op === 'equal') expect(word.edit).toBeUndefined();
          else expect(change.edits[word.edit ?? -1]).toBeDefined();
        }
      }
    },
  );

  property.prop([anySketch, anySketch])('both sides of every text rebuild from the words', (a, b) => {
    for (const change of classify(charter(a), charter(b)).changes) {
      for (const [value, other] of [
        [change.a, 'insert'],
        [change.b, 'delete'],
      ] as const) {
        if (value === undefined || (typeof value === 'object' && !Array.isArray(value))) continue;
        const words = change.words.filter((word) => word.op !== other).map((word) => word.text);
        expect([change.kind, words.join('')]).toEqual([change.kind, [value].flat().join('\n\n')]);
      }
    }
  });

  property.prop([anyPair])(
    'no rule gives a class that its explanation does not name',
    ([language, [a, b]]) => {
      for (const change of texts(language, a, b)) {
        for (const edit of change.edits) expect(ruleMessages.en[edit.rule].classes).toContain(edit.class);
      }
    },
  );

  property.prop([
    fc.array(
      fc.constantFrom(
        'ne',
        'pas',
        'cookie',
        '*',
        '**',
        '`',
        '[',
        '](',
        ')',
        '{{url}}',
        '13',
        'mois',
        '_ga',
        "n'",
        ' ',
        '\n',
        '\u202e',
        '__proto__',
        'constructor',
        '«',
        '.',
        'A',
      ),
      { maxLength: 30 },
    ),
    fc.array(fc.constantFrom('ne', 'pas', 'cookie', '*', '`', ')', '13', 'mois', ' ', '.', 'B', 'toString'), {
      maxLength: 30,
    }),
  ])('no text makes it fail', (a, b) => {
    const changes = texts('fr', a.join(''), b.join(''));
    expect(changes.every((change) => change.edits.length > 0)).toBe(true);
  });
});

describe('fingerprints', () => {
  const sentence = 'Les cookies sont conservés 13 mois.';

  test('name the text alone: portal, place in the file and emphasis play no part', () => {
    const fingerprint = (id: string, before: readonly string[], text: string): string | undefined => {
      const a = charter({ id: 'a', body: paragraphs(...before, sentence) });
      const b = charter({ id, body: paragraphs(...before, text) });
      return classify(a, b).changes[0]?.fingerprint;
    };
    const one = fingerprint('b', [], 'Les cookies sont conservés 25 mois.');
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint('c', ['Un autre paragraphe.'], 'Les cookies sont conservés 25 mois.')).toBe(one);
    expect(fingerprint('c', [], 'Les **cookies** sont conservés 25 mois.')).toBe(one);
    expect(fingerprint('c', [], 'Les cookies sont conservés 26 mois.')).not.toBe(one);
  });

  test('tell two equal changes of one document apart', () => {
    const a = charter({ body: paragraphs('Un début commun.', 'Une fin commune.') });
    const b = charter({ body: paragraphs('Un début commun.', sentence, 'Une fin commune.', sentence) });
    const { changes } = classify(a, b);
    expect(new Set(changes.map((change) => change.fingerprint)).size).toBe(changes.length);
  });
});

test('ten thousand changed sentences are all judged', () => {
  const lines = Array.from(
    { length: 10_000 },
    (_, index) => `Le cookie c${index} peut être conservé par le site.`,
  );
  const a = charter({ body: paragraphs(...lines) });
  const b = charter({ body: paragraphs(...lines.map((line) => line.replace('peut', 'doit'))) });
  const raw = diffDocuments(a, b);
  const { summary } = classifyDiff(raw, a, b, { comparison: 'portals' });
  expect(summary.substantive).toBe(10_000);
}, 120_000);
