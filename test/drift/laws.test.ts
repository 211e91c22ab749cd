import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { groupDrift } from '../../src/drift/groups.ts';
import { driftOf } from '../../src/drift/portal-drift.ts';
import { templateDrift } from '../../src/drift/template-drift.ts';
import type { Block, Charter, Template } from '../../src/model/charter.ts';
import { typographicallyEqual } from '../../src/text/fold.ts';
import { agreeing, follower, saying, template, today } from './documents.ts';

const word = fc.constantFrom(
  ...'les cookies de la mesure internaute consentement site tiers panier durée 13 mois ne pas peut doit _ga navigateur publicité portail plateforme'.split(
    ' ',
  ),
  "l'utilisateur",
  '« nom »',
  '{{url}}',
  '**gras**',
);
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 8 }), fc.constantFrom('.', ' ?', ' :', ''))
  .map(([words, stop]) => `L${words.join(' ')}${stop}`);
const block = fc
  .record({
    role: fc.constantFrom('heading', 'paragraph', 'item'),
    text: sentence,
    variants: fc.array(sentence, { maxLength: 3 }),
    opens: fc.boolean(),
  })
  .map(({ role, text, variants, opens }) => {
    const base = { text, ...(variants.length > 0 ? { variants } : {}) };
    const made: Block = role === 'item' ? { role, depth: 1, ...base } : { role: role as 'heading', ...base };
    return { made, opens };
  });
const shared = fc
  .record({
    title: fc.option(sentence, { nil: 'Charte' }),
    blocks: fc.array(block, { maxLength: 7 }),
    rows: fc.array(fc.tuple(fc.constantFrom('_ga', '_pk', 'sid'), sentence), { maxLength: 4 }),
  })
  .map(({ title, blocks, rows }): Template => {
    const body = blocks.map(({ made, opens }, at): Block => (opens ? { ...made, section: `s${at}` } : made));
    return template({
      title,
      variables: ['url'],
      sections: body.flatMap(({ section }) => (section === undefined ? [] : [section])),
      body: [...body, { role: 'table', table: 'cookies' }],
      tables: [
        {
          id: 'cookies',
          columns: [{ key: 'name' }, { key: 'purpose' }],
          rows: rows.map((cells) => ({ cells })),
        },
      ],
    });
  });

/** A template, and a charter that says some of it otherwise. */
const drifting = fc
  .tuple(
    shared,
    fc.array(fc.tuple(fc.nat(6), fc.constantFrom('word', 'drop', 'double'), sentence), { maxLength: 4 }),
  )
  .map(([of, edits]): readonly [Template, Charter] => {
    let charter = follower(of);
    for (const [at, how, text] of edits) {
      const found = charter.body[at];
      if (!found || found.role === 'table') continue;
      const filled = text.replaceAll('{{url}}', 'https://url.example.fr');
      if (how === 'word') charter = saying(charter, at, `${found.text} ${filled}`);
      else {
        const body = [...charter.body];
        if (how === 'drop') body.splice(at, 1);
        else body.splice(at, 0, { role: 'paragraph', text: filled });
        charter = { ...charter, body };
      }
    }
    return [of, charter];
  });

/** Whether no wording of a block is like that of another block, so that each text has one place. */
function isClear({ body }: Template): boolean {
  const texts = body.map((one) => (one.role === 'table' ? [] : [one.text, ...(one.variants ?? [])]));
  return texts.every((own, at) =>
    texts.slice(at + 1).every((others) => own.every((x) => others.every((y) => !typographicallyEqual(x, y)))),
  );
}

describe('drift', () => {
  test.prop([shared])('there is none where a charter says what its template says', (of) => {
    expect(driftOf(follower(of), of, { today })).toMatchObject({ findings: [], stale: [], variants: [] });
  });

  test.prop([shared.filter(isClear), fc.array(fc.nat(3), { minLength: 7, maxLength: 7 })])(
    'none is above typographic where a charter uses any of the approved wordings',
    (of, choices) => {
      const body = of.body.map((one, at): Block => {
        const text = one.variants?.[(choices[at] ?? 0) - 1];
        return one.role === 'table' || text === undefined ? one : { ...one, text };
      });
      const { findings } = driftOf(follower({ ...of, body }), of, { today });
      expect(findings.filter(({ change }) => change.class !== 'typographic')).toEqual([]);
    },
  );

  test.prop([drifting, fc.nat(9)])('an agreement covers its finding and no other', ([of, charter], at) => {
    const before = driftOf(charter, of, { today });
    const chosen = before.findings[at % Math.max(1, before.findings.length)];
    if (!chosen) return;
    const after = driftOf({ ...charter, decisions: [agreeing(chosen)] }, of, { today });
    expect(after.findings.map(({ decision: _, ...finding }) => finding)).toEqual(
      before.findings.map((finding) => (finding === chosen ? { ...finding, state: 'agreed' } : finding)),
    );
    expect(after.stale).toEqual([]);
  });

  test.prop([drifting])('agreements for all findings leave none open, and are all taken', ([of, charter]) => {
    const decisions = driftOf(charter, of, { today }).findings.map((finding) => agreeing(finding));
    const { findings, stale } = driftOf({ ...charter, decisions }, of, { today });
    expect(findings.every(({ state }) => state === 'agreed')).toBe(true);
    expect(stale).toEqual([]);
  });

  test.prop([drifting])('every finding counts in one cell', ([of, charter]) => {
    const { portals, matrix } = templateDrift([driftOf(charter, of, { today })], of);
    const counted = matrix.rows.map(({ cells }) => cells.reduce((sum, { count }) => sum + count, 0));
    expect(counted).toEqual(portals.map(({ findings }) => findings.length));
  });

  test.prop([shared, fc.array(fc.array(fc.tuple(fc.nat(6), sentence), { maxLength: 3 }), { maxLength: 5 })])(
    'the order of the portals changes nothing but the order',
    (of, edits) => {
      const drifts = edits.map((own, index) => {
        const charter = own.reduce(
          (said, [at, text]) => saying(said, at, text),
          follower(of, { id: `p${index}` }),
        );
        return driftOf(charter, of, { today });
      });
      const one = templateDrift(drifts, of);
      const other = templateDrift(drifts.toReversed(), of);
      expect(other.portals.toReversed()).toEqual(one.portals);
      expect({ ...other.matrix, rows: other.matrix.rows.toReversed() }).toEqual(one.matrix);
      expect(other.unusedVariants).toEqual(one.unusedVariants);
      const told = (all: typeof drifts): unknown[] =>
        groupDrift(all)
          .map(({ findings, ...group }) => ({
            ...group,
            portals: findings.map(({ portal }) => portal).sort(),
          }))
          .sort((x, y) => (x.fingerprint < y.fingerprint ? -1 : 1));
      expect(told(drifts.toReversed())).toEqual(told(drifts));
    },
  );
});
