/** What the screens of versions look like, at five sizes and in both languages. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/model/language.ts';
import type { UiState } from '../../src/tui/state.ts';
import { realView, screenOf, type } from './states.ts';
import { answer, compared, originsState, previewed, rows, timelineState, unread } from './versions.ts';

const sizes = [
  [60, 15],
  [80, 24],
  [120, 40],
  [160, 45],
  [200, 50],
] as const;

describe.each(['en', 'fr'] as const)('in %s', (language: Language) => {
  test.each(sizes)('the versions at %i × %i', async (columns, height) => {
    const options = { size: [columns, height] as const, language };
    const view = await realView('normandie', 'pays-de-la-loire');
    const opened = timelineState(options, { looked: true });
    const timeline = previewed(opened, view);
    const origins = originsState(view.b, options);
    const scenes: readonly (readonly [what: string, state: UiState])[] = [
      ['not read yet', unread(options)],
      ['the versions of one charter', timeline],
      ['unfolded, the fifth one', previewed(type(timeline, 'zjjjjj'), view)],
      ['the first one marked', type(timeline, 'jv')],
      ['wording only', type(timeline, 'f134')],
      ['of all charters, more to be read', answer(unread(options, []), { rows, done: false })],
      ['what a version changed', compared(type(timeline, 'j\r'), view)],
      ['two versions', compared(type(timeline, 'jvG\r'), view)],
      ['where words come from', origins],
      ['words of another version', type(origins, ']]')],
      ['all cells', type(origins, 'zG')],
      ['help', type(timeline, '?')],
    ];
    const text = scenes.map(([what, state]) => `===== ${what}\n${screenOf(state)}\n`).join('');
    const file = `./golden/versions-${columns}x${height}.${language}.txt`;
    await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(file, import.meta.url)));
  });
});
