import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type PlacedDecision, writeDecisions } from '../../src/canonical/decisions.ts';
import { formatDocument } from '../../src/canonical/format.ts';
import { parseDocument } from '../../src/canonical/parse.ts';
import { reformat } from '../../src/canonical/reformat.ts';
import type { Charter, Decision } from '../../src/model/charter.ts';
import { commented, document } from './arbitraries.ts';

const charter = document.filter((found): found is Charter => found.kind === 'charter');
const schema = 'charter.schema.json';
const added: Decision = {
  reference: '0123456789ab0',
  status: 'agreed',
  class: 'wording',
  reason: '# no comment: words.\nOn two lines.',
  by: 'Zoé',
  on: '2026-11-21',
};

function place(decisions: readonly Decision[]): PlacedDecision[] {
  return decisions.map((decision, before) => ({ decision, before }));
}

function commentsOf(text: string): string[] {
  return [...text.matchAll(/#µ[0-9]+/g)].map(([mark]) => mark).sort();
}

describe('writing decisions', () => {
  test.prop([charter])('gives the canonical form of the charter with them', (original) => {
    const text = formatDocument(original, { schema });
    const decisions = [...original.decisions, added];
    const written = writeDecisions(text, [...place(original.decisions), { decision: added }]);
    expect(written).toBe(formatDocument({ ...original, decisions }, { schema }));
    expect(writeDecisions(written ?? '', place(original.decisions))).toBe(text);
  });

  test.prop([charter.chain(commented), fc.nat()], { numRuns: 300 })(
    'keeps every comment and every other line, whatever decision is replaced or left out',
    ({ document: original, text }, at) => {
      const before = reformat(text).text ?? '';
      const { decisions } = original as Charter;
      const kept = place(decisions).filter((_, index) => index !== at % (decisions.length + 1));
      const written = writeDecisions(before, [...kept, { decision: added }]) ?? '';
      const read = parseDocument(written);
      expect(read.document).toEqual({ ...original, decisions: [...kept.map((one) => one.decision), added] });
      expect(commentsOf(written)).toEqual(commentsOf(text));
      expect(reformat(written).text).toBe(written);
      const lines = new Set(written.split('\n'));
      const end = before.indexOf('\ndecisions:');
      for (const line of before.slice(0, end < 0 ? undefined : end).split('\n'))
        expect([...lines]).toContain(line);
    },
  );

  it('puts a new one at the end, and one that replaces another in its place', () => {
    const head = [`# yaml-language-server: $schema=${schema}`, 'charter: a', 'language: fr', 'body: []'];
    const first = [
      '  - reference: aaaaaaaaaaaa # the first',
      '    status: agreed',
      '    class: wording',
      '    reason: Soit.',
      '    "on": "2026-11-01"',
    ];
    const second = [
      '  # beside the second',
      '  - reference: bbbbbbbbbbbb',
      '    status: to-fix',
      '    class: wording',
      '    "on": "2026-11-01"',
      '    until: "2026-12-01"',
    ];
    const text = (...lines: readonly string[]): string => `${[...head, ...lines].join('\n')}\n`;
    const before = text('decisions: # all', ...first, ...second, '# the end');
    const [one, other] = decisionsOf(before);
    if (!one || !other) throw new Error('two decisions');
    const later: Decision = { ...one, status: 'to-fix', until: '2026-12-31' };
    expect(
      writeDecisions(before, [
        { decision: later, before: 0 },
        { decision: other, before: 1 },
      ]),
    ).toBe(
      text(
        'decisions: # all',
        ...first.map((line) => line.replace('agreed', 'to-fix')),
        '    until: "2026-12-31"',
        ...second,
        '# the end',
      ),
    );
    expect(writeDecisions(before, [{ decision: other, before: 1 }])).toBe(
      text('decisions: # all', '  # the first', ...second, '# the end'),
    );
    expect(writeDecisions(before, [])).toBe(text('# all', '# the first', '# beside the second', '# the end'));
  });

  it.each([
    ['not in canonical form', 'charter: a\nlanguage: fr\nbody: []\n'],
    [
      'with other line ends',
      `# yaml-language-server: $schema=${schema}\r\ncharter: a\r\nlanguage: fr\r\nbody: []\r\n`,
    ],
    ['with another order', `# yaml-language-server: $schema=${schema}\nlanguage: fr\ncharter: a\nbody: []\n`],
    ['of a template', `# yaml-language-server: $schema=${schema}\ntemplate: a\nlanguage: fr\nbody: []\n`],
    ['that is no charter', 'a: b\n'],
  ])('leaves a text alone %s', (_, text) => {
    expect(writeDecisions(text, [{ decision: added }])).toBeUndefined();
  });
});

function decisionsOf(text: string): readonly Decision[] {
  const { document: read } = parseDocument(text);
  return read?.kind === 'charter' ? read.decisions : [];
}
