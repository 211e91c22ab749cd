import { describe, expect, it } from 'vitest';
import { formatDocument, schemaFrom } from '../../src/canonical/format.ts';
import { joinProse, proseLines } from '../../src/canonical/prose.ts';
import { formatScalar, readScalar } from '../../src/canonical/scalars.ts';
import type { Charter } from '../../src/model/charter.ts';

describe('a scalar', () => {
  it.each([
    ["Qu'est ce qu'un cookie ?", "Qu'est ce qu'un cookie ?"],
    ['https://data.a.fr/x?y=1&z#t', 'https://data.a.fr/x?y=1&z#t'],
    ['_pk_id.*', '_pk_id.*'],
    ['13 mois', '13 mois'],
    ['« cité »', '« cité »'],
    ['3f9a1c', '3f9a1c'],
    ['no', '"no"'],
    ['Y', '"Y"'],
    ['e12', '"e12"'],
    ['12e03', '"12e03"'],
    ['0x1f', '"0x1f"'],
    ['12:30:45', '"12:30:45"'],
    ['1_000', '"1_000"'],
    ['2026-11-21', '"2026-11-21"'],
    ['~', '"~"'],
    ['null', '"null"'],
    ['', '""'],
    [' a', '" a"'],
    ['a\u00a0', '"a\u00a0"'],
    ['a: b', '"a: b"'],
    ['a :', '"a :"'],
    ['a #b', '"a #b"'],
    ['a\u00a0#b', '"a\u00a0#b"'],
    ['- a', '"- a"'],
    ['{{url}}', '"{{url}}"'],
    ['*a*', '"*a*"'],
    ['"a"', '"\\"a\\""'],
    ['a\tb', '"a\\tb"'],
    ['a\u202eb', '"a\\u202eb"'],
    ['a\u2028b', '"a\\u2028b"'],
    ['\ufeffa', '"\\ufeffa"'],
    ['a\u0085b', '"a\\u0085b"'],
    ['a\ud800', '"a\\ud800"'],
  ])('%j is written %s', (text, written) => {
    expect(formatScalar(text)).toBe(written);
    expect(readScalar(written)).toBe(text);
  });
});

describe('a text stands on the lines', () => {
  it.each([
    ['Un. Deux ! Trois', ['Un.', 'Deux !', 'Trois']],
    ['Un.\u00a0Deux. Trois', ['Un.\u00a0Deux.', 'Trois']],
    ['Un.  Deux. Trois', ['Un.  Deux.', 'Trois']],
    ['M. Dupont. Deux', ['M. Dupont.', 'Deux']],
    ['un\ndeux', ['un\\', 'deux']],
    ['un\\\ndeux', ['un\\\\', 'deux']],
    ['un\n\ndeux', ['un\\', '\\', 'deux']],
    ['un\\', ['un\\']],
    ['# un', ['# un']],
  ])('%j', (text, lines) => {
    expect(proseLines(text)).toEqual(lines);
    expect(joinProse(lines.join('\n'))).toBe(text);
  });

  it.each([
    '',
    ' un',
    'un ',
    'un\n deux',
    'un\n',
    'un\tdeux',
    'un\u200edeux',
    '=======',
    'Un. Deux.\n<<<<<<< a',
  ])('%j of no block', (text) => {
    expect(proseLines(text)).toBeUndefined();
  });
});

describe('a file', () => {
  const charter: Charter = {
    kind: 'charter',
    id: 'a',
    language: 'no',
    variables: { url: 'https://a.fr', no: '2' },
    repairs: [],
    body: [{ role: 'item', depth: 1, text: 'Un' }],
    tables: [],
    decisions: [],
  };

  it('leaves out what is empty and sorts what has no order', () => {
    expect(formatDocument(charter, { schema: schemaFrom('region/a.yaml') })).toBe(
      [
        '# yaml-language-server: $schema=../charter.schema.json',
        'charter: a',
        'language: "no"',
        'variables:',
        '  "no": "2"',
        '  url: https://a.fr',
        'body:',
        '  - item: |-',
        '      Un',
        '',
      ].join('\n'),
    );
  });

  it('is the same for equal documents', () => {
    const turned = { ...charter, variables: { no: '2', url: 'https://a.fr' } };
    expect(formatDocument(turned, { schema: 's' })).toBe(formatDocument(charter, { schema: 's' }));
  });
});
