/** How comparisons open and are made anew: on the screen that holds their changes, and none older than its files. */
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '../../src/commands/comparison.ts';
import type { DiffView } from '../../src/present/diff-view.ts';
import { frame } from '../../src/tui/frame.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { charter } from '../documents.ts';
import { overviewState, realView, screenOf, settle, stateOf, type } from './states.ts';

/** One cookie, of which one cell differs; the words of the charters are the same unless given. */
function cookies(
  before: string,
  after: string,
  texts: readonly [string, string] = ['Same.', 'Same.'],
): DiffView {
  const [a, b] = [before, after].map((duration, side) => {
    const document = charter({
      id: side === 0 ? 'old' : 'new',
      title: 'Cookies',
      body: ['# Introduction', texts[side] ?? ''],
      tables: [['provider | name | duration', `Matomo | _pk_id | ${duration}`]],
    });
    return { document, lines: new Map<string, number>(), file: `${document.id}.yaml` };
  });
  if (!a || !b) throw new Error('two sides');
  return compareDocuments(a, b, { templates: {}, places: true });
}

describe('a comparison opens', () => {
  test('on its table where its text has no change, and escape leads to the text', () => {
    const state = stateOf([cookies('13 mois', '25 mois')], { size: [120, 30] });
    expect(state.screens).toEqual(['text', 'table']);
    expect(screenOf(state)).toMatch(/change 1 of 1 · substantive · .*_pk_id/);
    expect(screenOf(state)).toMatch(/▌~ {2}_pk_id .*13 mois.*25 mois/);
    expect(type(state, '\u001b').screens).toEqual(['text']);
  });

  test('on its text where that has one', () => {
    const view = cookies('13 mois', '25 mois', ['One word.', 'Another word.']);
    expect(stateOf([view]).screens).toEqual(['text']);
  });

  test('from the overview as well', () => {
    const views = [cookies('13 mois', '25 mois'), cookies('1 an', '2 ans')];
    const state = type(stateOf(views), 'j\r');
    expect(state.screens).toEqual(['overview', 'text', 'table']);
    expect(type(state, '\u001b\u001b').screens).toEqual(['overview']);
  });

  test('not at all for a charter that follows no template, which is said', async () => {
    const overview = await overviewState();
    const [first, ...others] = overview.session.entries;
    if (!first) throw new Error('no charter');
    const { template: _template, view: _view, ...alone } = first;
    const state = {
      ...overview,
      session: { ...overview.session, entries: [{ ...alone, comparable: false }, ...others] },
    };
    const opened = type(state, '\r');
    expect(opened.screens).toEqual(['overview']);
    expect(screenOf(opened)).toContain('This charter follows no template');
  });
});

describe('the overview', () => {
  test('counts nothing that is not compared yet', async () => {
    const done = await overviewState({ size: [120, 15] });
    const [first, ...others] = done.session.entries;
    if (!first) throw new Error('no charter');
    const { view: _view, ...waiting } = first;
    const partly = { ...done, session: { ...done.session, entries: [waiting, ...others] } };
    expect(screenOf(done).split('\n')[0]).toContain('Charters');
    expect(screenOf(done).split('\n')[0]).not.toContain('compared');
    expect(screenOf(partly).split('\n')[0]).toContain('4 of 5 compared · 0 substantive · 7 wording');
  });
});

describe('old and new words', () => {
  const textAt = (view: DiffView, color: boolean, size: readonly [number, number]): string =>
    screenOf(stateOf([view], { color, size }));

  test.each([
    [[120, 30], true, /13 mois 25 mois/],
    [[80, 24], true, /13 mois 25 mois/],
    [[120, 30], false, /\[-13 mois-\]\{\+25 mois\+\}/],
    [[80, 24], false, /\[-13 mois-\]\{\+25 mois\+\}/],
  ] as const)('of a cell stand apart at %j, in colour: %s', (size, color, wanted) => {
    expect(textAt(cookies('13 mois', '25 mois'), color, size)).toMatch(wanted);
  });

  test('stand close where the new one is punctuation', () => {
    const view = cookies('1 an', '1 an', ['Le site nous sert bien.', 'Le site, ici, sert bien.']);
    expect(textAt(view, true, [80, 24])).toContain('site nous, ici, sert bien.');
  });

  test('of a text stand apart, and a search still goes over them', () => {
    const view = cookies('1 an', '1 an', ['Les cookies de la plateforme', 'Les cookies du portail']);
    const state = stateOf([view], { color: true, size: [80, 24] });
    const found = type(state, '/cookies du portail\r');
    expect(screenOf(state)).toContain('de la plateforme du portail');
    const marked = frame(found)
      .lines.flat()
      .filter(({ match }) => match !== undefined)
      .map(({ text }) => text);
    expect(marked.join('')).toBe('cookies du portail');
  });
});

describe('after an edit', () => {
  test('the shown comparison is made anew both ways, and the others when they are seen', async () => {
    const view = await realView('normandie', 'pays-de-la-loire');
    const opened = type(stateOf([view, view, view]), 'j\r');
    const swapped = settle(type(opened, 'x'), () => view);
    const edited = reduce(swapped, { type: 'edited' });
    expect(edited.effects).toEqual([
      { kind: 'load', entry: 1, swapped: false },
      { kind: 'load', entry: 1, swapped: true },
    ]);
    expect(edited.session.entries.map((entry) => entry.view !== undefined)).toEqual([false, true, false]);
    expect(screenOf(edited)).toBe(screenOf(swapped));
    const overview = type(
      settle(edited, () => view),
      '\u001b',
    );
    expect(overview.effects.map((effect) => effect.kind === 'load' && effect.entry)).toEqual([0, 2]);
  });

  test('that failed, nothing is', () => {
    const state = reduce(stateOf([cookies('1 an', '2 ans')]), { type: 'edited', reason: 'failed' });
    expect(state.effects).toEqual([]);
  });
});
