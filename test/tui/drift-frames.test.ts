/** What the screens of drift look like, at five sizes and in both languages. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/model/language.ts';
import type { UiState } from '../../src/tui/state.ts';
import { decidedView, driftState, fiveView, loaded, manyView } from './drifts.ts';
import { screenOf, type } from './states.ts';

const sizes = [
  [60, 15],
  [80, 24],
  [120, 40],
  [160, 45],
  [200, 50],
] as const;

describe.each(['en', 'fr'] as const)('in %s', (language: Language) => {
  test.each(sizes)('drift at %i × %i', async (columns, height) => {
    const options = { size: [columns, height] as const, language };
    const five = driftState([await fiveView()], options);
    const decided = driftState([await decidedView()], options);
    const many = driftState([await manyView(120)], options);
    const scenes: readonly (readonly [what: string, state: UiState])[] = [
      ['as it opens', five],
      ['unfolded, by name', type(five, 'zss')],
      ['columns further right', type(five, '→→')],
      ['without typographic drift', type(five, 'f3')],
      ['portals searched for', type(five, '/loire')],
      ['with decisions', decided],
      ['the findings of a portal', type(decided, '\r')],
      ['all of them', type(decided, '\rz]]')],
      ['only agreed ones', type(decided, '\rf5678')],
      ['a reason asked for', type(decided, '\r]]aLa région y tient.')],
      ['a decision to be confirmed', type(decided, '\r]]aLa région y tient.\r')],
      ['a day asked for', type(decided, '\r]]c2026-12')],
      ['a finding in its comparison', await loaded(type(decided, '\r]]\r'))],
      ['many portals', type(many, 'jj')],
      ['what many say alike', type(many, '\r')],
      ['no portal found', type(five, '/zzz')],
    ];
    const text = scenes.map(([what, state]) => `===== ${what}\n${screenOf(state)}\n`).join('');
    const file = `./golden/drift-${columns}x${height}.${language}.txt`;
    await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(file, import.meta.url)));
  });
});
