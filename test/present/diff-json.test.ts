import { readFileSync } from 'node:fs';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { z } from 'zod';
import { changeKinds, noticeCodes } from '../../src/model/change.ts';
import { renderDiffJson } from '../../src/present/diff-json.ts';
import { arbitraryView } from './arbitrary-views.ts';
import { samplePair } from './views.ts';

const schemaFile = JSON.parse(
  readFileSync(new URL('../../src/present/diff.schema.json', import.meta.url), 'utf8'),
);
const schema = z.fromJSONSchema(schemaFile);

describe('the JSON output', () => {
  test('follows the contract, key by key', () => {
    const { schemaVersion, command, diffs } = JSON.parse(renderDiffJson([samplePair()]));
    expect([schemaVersion, command, diffs.length]).toEqual([1, 'diff', 1]);
    expect(diffs[0].a).toEqual({ charter: 'normandie', template: 'opendatasoft-fr' });
    expect(diffs[0].summary).toEqual({ variable: 1, typographic: 3, wording: 5, substantive: 4 });
    expect(diffs[0].changes[9]).toEqual({
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      kind: 'cell-changed',
      class: 'substantive',
      rule: 'duration-changed',
      address: {
        a: { row: 'cookies_preferences', column: 'duration' },
        b: { row: 'cookies_preferences', column: 'duration' },
      },
      a: '13 mois',
      b: '25 mois',
      edits: [{ class: 'substantive', rule: 'duration-changed', a: '13', b: '25' }],
      words: [
        { op: 'delete', text: '13', edit: 0 },
        { op: 'insert', text: '25', edit: 0 },
        { op: 'equal', text: ' mois' },
      ],
    });
    expect(diffs[0].changes[1]).not.toHaveProperty('b');
    expect(diffs[0].changes[11].b).toEqual({
      provider: 'Matomo',
      service: "Mesure d'audience",
      name: '_pk_id.*',
      purpose: 'Compter les visites',
    });
  });

  test('an empty list of comparisons is a list', () => {
    expect(JSON.parse(renderDiffJson([]))).toEqual({ schemaVersion: 1, command: 'diff', diffs: [] });
  });

  test('filters changes, never the summary', () => {
    const [diff] = JSON.parse(renderDiffJson([samplePair()], { only: new Set(['substantive']) })).diffs;
    expect(diff.changes).toHaveLength(4);
    expect(diff.summary.wording).toBe(5);
  });

  test('the schema knows every kind and notice', () => {
    expect(schemaFile.$defs.change.properties.kind.enum).toEqual([...changeKinds]);
    expect(schemaFile.$defs.notice.properties.code.enum).toEqual([...noticeCodes]);
  });

  test('the schema refuses what the contract does not know', () => {
    const document = JSON.parse(renderDiffJson([samplePair()]));
    expect(schema.safeParse(document).success).toBe(true);
    document.diffs[0].changes[0].extra = 1;
    expect(schema.safeParse(document).success).toBe(false);
  });

  test.prop([fc.array(arbitraryView, { maxLength: 2 })])(
    'every document fits the published schema',
    (views) => {
      const result = schema.safeParse(JSON.parse(renderDiffJson(views)));
      expect(result.success ? [] : result.error.issues).toEqual([]);
    },
  );

  test.prop([arbitraryView])('both sides of a text rebuild from its words', (one) => {
    for (const change of JSON.parse(renderDiffJson([one])).diffs[0].changes) {
      if (change.kind.startsWith('row')) continue;
      for (const [side, other] of [
        ['a', 'insert'],
        ['b', 'delete'],
      ] as const) {
        if (change[side] === undefined) continue;
        const words: { op: string; text: string }[] = change.words;
        const rebuilt = words.flatMap((word) => (word.op === other ? [] : [word.text])).join('');
        expect(rebuilt).toBe(Array.isArray(change[side]) ? change[side].join('\n\n') : change[side]);
      }
    }
  });
});
