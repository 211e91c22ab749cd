/** What the screens show of the repository's own five charters, at five sizes and in both languages. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/model/language.ts';
import type { UiState } from '../../src/tui/state.ts';
import { overviewState, portals, realView, screenOf, stateOf, type } from './states.ts';

const sizes = [
  [60, 15],
  [80, 24],
  [120, 40],
  [160, 45],
  [200, 50],
] as const;

/** Keys, and what they lead to. */
const scenes: readonly (readonly [keys: string, what: string])[] = [
  ['', 'as it opens'],
  [']]]', 'the fourth change'],
  [']]]\r', 'the fourth change in full'],
  [']]]z', 'unfolded'],
  [']]]f3\r', 'typographic changes too'],
  ['/collecter\r', 'a word found'],
  ['G', 'the end'],
  ['o', 'the outline shown or hidden'],
];

describe.each(['en', 'fr'] as const)('in %s', (language: Language) => {
  test.each(sizes)('the screens at %i × %i', async (columns, rows) => {
    const options = { size: [columns, rows] as const, language };
    const normandie = await realView('normandie', 'pays-de-la-loire');
    const dataunedic = await realView('template:opendatasoft-fr', 'performance-dataunedic');
    const overview = await overviewState(options);
    const parts = scenes.map(([keys, what]) => shown(type(stateOf([normandie], options), keys), what));
    const table = type(stateOf([dataunedic], options), 'f3\r]]]]]');
    const others = await Promise.all(
      portals
        .filter((id) => id !== 'normandie' && id !== 'pays-de-la-loire')
        .map(async (id) => shown(stateOf([await realView('normandie', id)], options), id)),
    );
    const all = [
      shown(overview, 'overview'),
      shown(type(overview, 'jjj\r'), 'opened from the overview'),
      ...parts,
      shown(table, 'table'),
      shown(type(table, '\r'), 'a cell in full'),
      shown(type(table, '?'), 'help'),
      ...others,
    ];
    const file = fileURLToPath(new URL(`./golden/${columns}x${rows}.${language}.txt`, import.meta.url));
    await expect(all.join('')).toMatchFileSnapshot(file);
  });
});

function shown(state: UiState, what: string): string {
  return `===== ${what}\n${screenOf(state)}\n`;
}
