/** What holds of every output of drift, whatever charters and decisions say. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Block, Charter, Decision } from '../../src/model/charter.ts';
import { driftRenderers } from '../../src/present/drift-renderers.ts';
import type { DriftView } from '../../src/present/drift-view.ts';
import { displayWidth } from '../../src/text/width.ts';
import { openCharter, openTemplate, optionsOf, viewOf } from './drifts.ts';

const template = await openTemplate();
const charter = await openCharter('pays-de-la-loire');

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    '\u001b[31mrouge\u001b[0m',
    '\u202egauche',
    '</td><script>x</script>',
    '| a | b |',
    '=1+1',
    '[-x-]{+y+}',
    '日本語の文章です。',
    'e\u0301'.repeat(40),
    'x'.repeat(300),
    'Nous vendons vos données à 3 partenaires pendant 13 mois.',
  ),
);

const edit = fc.record({
  at: fc.nat(20),
  what: fc.constantFrom('put', 'drop', 'add', 'cell', 'title'),
  text: hostile,
});

function change(from: Charter, { at, what, text }: { at: number; what: string; text: string }): Charter {
  const body = [...from.body];
  const block = body[at % body.length];
  if (what === 'title') return { ...from, title: text };
  if (what === 'add') body.splice(at % body.length, 0, { role: 'paragraph', text });
  if (what === 'drop') body.splice(at % body.length, 1);
  if (what === 'put' && block && block.role !== 'table') body[at % body.length] = { ...block, text } as Block;
  if (what !== 'cell') return { ...from, body };
  const tables = from.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row, index) =>
      index === at % table.rows.length
        ? { cells: row.cells.map((cell, column) => (column === at % 4 ? text : cell)) }
        : row,
    ),
  }));
  return { ...from, tables };
}

const decision = fc.record({
  pick: fc.nat(20),
  status: fc.constantFrom('agreed' as const, 'to-fix' as const),
  until: fc.constantFrom(undefined, '2026-11-20', '2026-12-31'),
  reason: hostile,
});

const view = fc
  .array(fc.tuple(fc.array(edit, { maxLength: 4 }), fc.array(decision, { maxLength: 3 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((portals): DriftView => {
    const charters = portals.map(([edits], index) =>
      edits.reduce(change, { ...charter, id: `portail-${index}`, decisions: [] }),
    );
    const before = viewOf(charters, template);
    const decided = charters.map((one, index): Charter => {
      const findings = before.drift.portals[index]?.findings ?? [];
      const decisions = (portals[index]?.[1] ?? []).flatMap(({ pick, status, until, reason }): Decision[] => {
        const finding = findings[pick % Math.max(1, findings.length)];
        if (!finding) return [];
        const { fingerprint: reference, class: level } = finding.change;
        const rest = { reason, on: '2026-11-01', ...(until === undefined ? {} : { until }) };
        return [{ reference, status, class: level, ...rest }];
      });
      return { ...one, decisions };
    });
    return viewOf(decided, template);
  });

const manner = fc.record({
  language: fc.constantFrom('en' as const, 'fr' as const),
  width: fc.integer({ min: 20, max: 220 }),
  all: fc.boolean(),
  byChange: fc.boolean(),
  failOn: fc.constantFrom('typographic' as const, 'wording' as const, 'substantive' as const),
});

/** Everything that a terminal obeys or an eye cannot see, but for the line feed. */
const unsafe =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

describe('every output of drift', { timeout: 120_000 }, () => {
  test.prop([view, manner])('lets nothing unsafe through', async (one, wanted) => {
    for (const [name, load] of Object.entries(driftRenderers)) {
      const render = await load();
      const text = render([one], optionsOf(wanted));
      expect(name === 'csv' ? text.replace('\ufeff', '').replaceAll('\r\n', '\n') : text).not.toMatch(unsafe);
      expect(text.endsWith('\n')).toBe(true);
    }
  });

  test.prop([view, manner])('of text keeps within the width', async (one, wanted) => {
    const render = await driftRenderers.text();
    for (const line of render([one], optionsOf(wanted)).split('\n')) {
      expect(displayWidth(line)).toBeLessThanOrEqual(wanted.width);
      expect(line).not.toMatch(/ $/);
    }
  });

  test.prop([view, manner])(
    'tells every reference that is to be settled, up to what is folded aloud',
    async (one, wanted) => {
      const options = optionsOf({ ...wanted, all: true });
      const failing = one.drift.portals.flatMap(({ findings }) => findings.filter(options.fails));
      for (const name of ['text', 'accessible', 'markdown', 'json', 'csv'] as const) {
        const render = await driftRenderers[name]();
        const text = render([one], options);
        for (const { reference } of failing) expect(text).toContain(reference);
      }
    },
  );
});
