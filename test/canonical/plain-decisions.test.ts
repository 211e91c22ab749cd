import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { writeDecisions } from '../../src/canonical/decisions.ts';
import { formatDocument } from '../../src/canonical/format.ts';
import { writePlainDecisions } from '../../src/canonical/plain-decisions.ts';
import type { Charter, Decision } from '../../src/model/charter.ts';
import { document } from './arbitraries.ts';

const schema = 'charter.schema.json';
const added: Decision = { reference: '0123456789ab0', status: 'to-fix', class: 'wording', on: '2026-11-21' };
const charter = document.filter((found): found is Charter => found.kind === 'charter');

test.prop([charter])('the short way writes what the long way would', (original) => {
  const text = formatDocument(original, { schema });
  const placed = original.decisions.map((decision, before) => ({ decision, before }));
  const long = writeDecisions(text, [...placed, { decision: added }]);
  const short = writePlainDecisions(text, [...original.decisions, added]);
  expect(short).toBe(long);
  expect(short).toContain('0123456789ab0');
});

test('a file with a comment, or in another form, is left to the long way', () => {
  const text = `# yaml-language-server: $schema=${schema}\ncharter: a\nlanguage: fr\nbody: []\n`;
  expect(writePlainDecisions(text, [added])).toContain('decisions:');
  for (const other of [
    `${text}# end\n`,
    text.replace('fr', '"fr"'),
    text.replace('\ncharter', '\ntemplate'),
    '',
  ])
    expect(writePlainDecisions(other, [added])).toBeUndefined();
});
