/** Where words come from: each piece with its version, the way to what that version changed, and back. */
import { describe, expect, test } from 'vitest';
import type { UiState } from '../../src/tui/state.ts';
import { realView, screenOf, stateOf, type } from './states.ts';
import { compared, originsState, row } from './versions.ts';

const view = await realView('normandie', 'pays-de-la-loire');
const state = originsState(view.b);

function under(shown: UiState): string {
  const line = screenOf(shown)
    .split('\n')
    .find((text) => text.includes('▌'));
  return (line ?? '').replace(/^.*▌/, '').replace(/ {2,}/g, ' ').trim();
}

function lines(shown: UiState): string[] {
  return screenOf(shown).split('\n');
}

describe('where words come from', () => {
  test('is asked for where the reader is, in the version that is shown', () => {
    const opened = type(stateOf([view]), 'w');
    expect(opened.effects).toEqual([{ kind: 'blame', serial: 1, charter: 'pays-de-la-loire' }]);
    expect(screenOf(opened)).toContain('Reading versions…');
  });

  test('stands beside each piece: day, author, commit', () => {
    expect(under(state)).toMatch(/^2026-03-22 Jean 09090909 /);
    expect(lines(state)[1]).toBe(' 2026-03-22 09:00 · Jean · 09090909 · Cinq chartes');
  });

  test('is the day alone where there is little room', () => {
    expect(under(originsState(view.b, { size: [80, 24] }))).toMatch(/^2026-03-22 (?!Jean)/);
  });

  test('goes with ] and [ to words of another version', () => {
    const next = type(state, ']');
    expect(under(next)).toMatch(/^2026-03-30 Zoé Lefèvre 01010101 /);
    expect(under(type(next, ']['))).toBe(under(next));
    expect(lines(type(state, '[')).at(-1)).toBe(' All the words above are of the same version.');
  });

  test('shows cells of another version than their row, and with z all of them', () => {
    const folded = screenOf(type(state, 'G'));
    const whole = type(state, 'zG');
    expect(whole.origins?.shown.length).toBeGreaterThan(state.origins?.shown.length ?? 0);
    expect(folded).toContain('not committed yet');
    expect(type(state, 'zz').origins?.shown).toEqual(state.origins?.shown);
  });

  test('is searched by words, author and subject', () => {
    expect(under(type(state, '/zoe\r'))).toContain('Zoé Lefèvre');
  });

  test('copies the id of the commit', () => {
    expect(type(state, 'y').effects).toEqual([{ kind: 'copy', text: '09'.repeat(20), what: '09090909' }]);
  });

  test('leads to what the version changed there, and back', () => {
    const at = type(state, '/fichier texte\r\u001b');
    const asked = type(at, '\r');
    const [effect] = asked.effects;
    expect(effect?.kind === 'compare' && effect.pair.to.key).toBe(at.origins ? rowUnder(at) : '');
    const shown = compared(asked, view);
    expect(under(shown)).toContain('Un "cookie" est');
    expect(screenOf(type(shown, '\u001b'))).toBe(screenOf(at));
  });

  test('says why it is not known', () => {
    const opened = type(stateOf([view]), 'w');
    const failed = { ...opened, origins: { ...state.origins, failure: 'not in git' } } as UiState;
    expect(screenOf(failed)).toContain('not in git');
  });
});

function rowUnder({ origins }: UiState): string | undefined {
  const line = origins?.shown.find(({ at }) => at === origins.place.at);
  return line?.kind === 'unit' ? (line.row?.key ?? row(0).key) : undefined;
}
