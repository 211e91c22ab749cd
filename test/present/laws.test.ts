import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { WordOp } from '../../src/model/change.ts';
import { renderDiffAccessible } from '../../src/present/diff-accessible.ts';
import { renderDiffJson } from '../../src/present/diff-json.ts';
import { renderDiffNames } from '../../src/present/diff-names.ts';
import { renderDiffStat } from '../../src/present/diff-stat.ts';
import { renderDiffText } from '../../src/present/diff-text.ts';
import { displayWidth } from '../../src/text/width.ts';
import { arbitraryView } from './arbitrary-views.ts';
import { change, charter, options, view } from './views.ts';

const reworded = { class: 'wording', rule: 'text-reworded', a: 'one', b: 'two' } as const;

function wordsAround(text: string): WordOp[] {
  return [
    { op: 'equal', text },
    { op: 'delete', text: 'one', edit: 0 },
    { op: 'insert', text: `two ${text}`, edit: 0 },
    { op: 'equal', text },
  ];
}

const language = fc.constantFrom('en' as const, 'fr' as const);
const sgr = /\u001b\[[0-9;]*m/g;
/** Everything that a terminal obeys or an eye cannot see, but for the line feed. */
const unsafe =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u;

describe('every output', () => {
  test.prop([
    fc.array(arbitraryView, { maxLength: 3 }),
    fc.integer({ min: 24, max: 130 }),
    language,
    fc.boolean(),
    fc.boolean(),
  ])('of text keeps within the width and lets nothing unsafe through', (views, width, tongue, all, color) => {
    const wanted = options({ width, language: tongue, all, color, context: 1 });
    for (const output of [renderDiffText(views, wanted), renderDiffStat(views, wanted)]) {
      const plain = output.replace(sgr, '');
      expect(plain).not.toMatch(unsafe);
      for (const line of plain.split('\n')) {
        if (!/^ .{12} {2}█/.test(line)) expect(displayWidth(line)).toBeLessThanOrEqual(Math.min(width, 120));
        expect(line).not.toMatch(/ $/);
      }
    }
  });

  test.prop([fc.array(arbitraryView, { maxLength: 2 }), language, fc.boolean()])(
    'for a voice is sentences without signs',
    (views, tongue, all) => {
      const output = renderDiffAccessible(views, options({ language: tongue, all, color: true }));
      expect(output).not.toMatch(unsafe);
      expect(output).not.toMatch(/^ *[+−~»⑂⑃⋯]/m);
      for (const line of output.split('\n')) if (line !== '') expect(line).toMatch(/[.!?…]["»”]?$/u);
    },
  );

  test.prop([fc.array(arbitraryView, { maxLength: 2 })])('of data holds the texts as they are', (views) => {
    const output = renderDiffJson(views);
    expect(output.replace(/\ud800/g, '')).not.toMatch(unsafe);
    const changes = JSON.parse(output).diffs.flatMap((diff: { changes: unknown[] }) => diff.changes);
    const given = views.flatMap(({ diff }) =>
      diff.changes.map((one) => JSON.parse(JSON.stringify(one.words))),
    );
    expect(changes.map((one: { words: unknown }) => one.words)).toEqual(given);
    expect(renderDiffNames(views, {})).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  });
});

test('hostile texts cost time in proportion', { timeout: 60_000 }, () => {
  const hostile = (unit: string): string => unit.repeat(Math.ceil(100_000 / unit.length));
  for (const unit of [' ', '« ', '[', '\\', '*', 'नि', '日', '\u202e', 'a\n', '. A', '…', '\n\n']) {
    const text = hostile(unit);
    const one = view({
      a: charter('a'),
      b: charter('b'),
      changes: [
        change('block-changed', 'x', { words: wordsAround(text), edits: [reworded], a: [text], b: [text] }),
      ],
      steps: [{ kind: 'change', change: 0 }],
    });
    expect(renderDiffText([one], options({ all: true }))).not.toBe('');
    expect(renderDiffAccessible([one], options())).not.toBe('');
  }
});
