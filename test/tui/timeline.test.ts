/** The timeline: what it shows, folds and hides, how it is read, and the way to comparisons and back. */
import { describe, expect, test } from 'vitest';
import { frame } from '../../src/tui/frame.ts';
import { reduce } from '../../src/tui/reducer.ts';
import type { UiState } from '../../src/tui/state.ts';
import { samplePair } from '../present/views.ts';
import { resize, screenOf, stateOf, type } from './states.ts';
import { answer, compared, previewed, row, rows, timelineState, unread } from './versions.ts';

/** What stands under the cursor, in few words. */
function under(state: UiState): string {
  const line = screenOf(state)
    .split('\n')
    .find((text) => text.startsWith('▌'));
  return (line ?? '').slice(1).replace(/ {2,}/g, ' ').trim();
}

function header(state: UiState): string {
  return (screenOf(state).split('\n')[1] ?? '').trim().replace(/ {2,}.*/, '');
}

function bottom(state: UiState): string {
  return (screenOf(state).split('\n').at(-1) ?? '').trim();
}

function effectsOf(state: UiState): readonly string[] {
  return state.effects.flatMap(({ kind }) => (kind === 'preview' ? [] : [kind]));
}

const many = Array.from({ length: 40 }, (_, n) => row(n + 1, { counts: { wording: 1 } }));

describe('a line of the timeline', () => {
  const long = 'un objet assez long pour qu’il lui faille toute la place';
  const lineOf = (given: Parameters<typeof row>[1], size: readonly [number, number]): string =>
    under(timelineState({ size, language: 'fr' }, { rows: [row(1, { subject: long, ...given })] }));

  test('says in a word what a sentence would leave no room for', () => {
    const added = { status: 'added', remark: 'nouvelle charte : 11 paragraphes, 4 cookies' } as const;
    expect(lineOf(added, [80, 24])).toMatch(/un objet assez long .*… nouvelle$/);
    expect(lineOf(added, [160, 45])).toMatch(/place nouvelle charte : 11 paragraphes, 4 cookies$/);
    const broken = { status: 'unreadable', remark: 'cette version ne se lit pas comme une charte' } as const;
    expect(lineOf(broken, [80, 24])).toMatch(/^! .* illisible$/);
    const mended = lineOf({ ...broken, readableAgain: true }, [80, 24]);
    expect(mended).toMatch(/de nouveau lisible$/);
    expect(mended).not.toContain('!');
  });

  test('says where a commit has no subject, and that it is a merge', () => {
    expect(lineOf({ subject: '' }, [80, 24])).toContain('(sans objet)');
    expect(lineOf({ merge: true, counts: { wording: 1 } }, [120, 40])).toMatch(/fusion ▓ 1 rédac\.$/);
  });

  test('is the same object after further versions were read', () => {
    const first = answer(unread(), { rows: many.slice(0, 20), done: false });
    const more = answer(first, { rows: many.slice(20) });
    expect(more.timeline?.shown.slice(0, 20)).toHaveLength(20);
    more.timeline?.shown.slice(0, 20).forEach((line, index) => {
      expect(line).toBe(first.timeline?.shown[index]);
    });
  });
});

describe('what was seen before', () => {
  test('stands below what is new, and is said to be all where nothing is', () => {
    const old = [row(1, { counts: { wording: 1 } }), row(2, { counts: { wording: 1 } })];
    const [newest, ...others] = old.map((one, at) => (at === 0 ? { ...one, unseen: true as const } : one));
    const some = screenOf(timelineState({}, { rows: newest ? [newest, ...others] : [], looked: true }));
    expect(some).toContain('── last seen here ─');
    const none = screenOf(timelineState({}, { rows: old, looked: true }));
    expect(none).toContain('── nothing new since you last looked ─');
  });
});

describe('the timeline', () => {
  test('is asked for at once, and says so', () => {
    const state = unread();
    expect(state.effects).toEqual([{ kind: 'versions', serial: 1, charters: ['normandie'] }]);
    expect(screenOf(state)).toContain('Reading versions…');
    expect(screenOf(state)).toContain('Versions of normandie');
  });

  test('says which version stands above where the cursor is between versions', () => {
    const state = type(answer(unread(), { rows: many.slice(0, 3), done: false }), 'G');
    expect(under(state)).toBe('Reading older versions…');
    expect(header(state)).toBe('version 3 of 3 or more');
  });

  test('shows what is not committed first, and gives it no number', () => {
    const state = timelineState();
    expect(under(state)).toBe('not committed yet ▓ 1 wording');
    expect(header(state)).toBe('not committed yet');
    expect(header(type(state, 'j'))).toBe('version 1 of 6 · 2026-03-30 09:00 · Zoé Lefèvre · 01010101');
  });

  test('folds what says nothing new, and counts it', () => {
    const state = timelineState();
    expect(screenOf(state)).toContain(
      '⋯ 3 versions folded: 1 of form only, 1 without any change of text, 1 technical',
    );
    const all = screenOf(type(state, 'z'));
    expect(all).not.toContain('folded');
    for (const n of [2, 3, 4]) expect(all).toContain(`Version ${n} `);
    expect(screenOf(type(state, 'zz'))).toBe(screenOf(state));
  });

  test('unfolds one run with enter', () => {
    const state = type(timelineState(), 'jj\r');
    expect(screenOf(state)).not.toContain('folded');
    expect(effectsOf(state)).toEqual([]);
    expect(under(state)).toMatch(/^2026-03-29 Zoé Lefèvre Version 2 ▒ 3 typo\.$/);
  });

  test('marks where the reader last looked', () => {
    const text = screenOf(type(timelineState({}, { looked: true }), 'z'));
    expect(text.indexOf('last seen here')).toBeGreaterThan(text.indexOf('Version 2'));
    expect(text.indexOf('last seen here')).toBeLessThan(text.indexOf('Version 3'));
    expect(screenOf(timelineState())).not.toContain('last seen here');
  });

  test('filters by class, with the weight of what came, went or cannot be read', () => {
    const state = type(timelineState(), 'f');
    expect(bottom(state)).toContain('‹[x] 1 subst.›');
    const wording = screenOf(type(state, '1\r'));
    expect(wording).toContain('Fusion');
    expect(wording).toContain('illisible');
    expect(wording).not.toContain('Cinq chartes');
    const form = screenOf(type(state, '124\r'));
    expect(form).toContain('▒ 3 typo.');
    expect(screenOf(type(state, '1234\r'))).toContain('illisible');
    const nothing = timelineState({}, { rows: [row(1, { counts: { wording: 1 } })] });
    expect(screenOf(type(nothing, 'f1234\r'))).toContain('The filter hides every version');
  });

  test('finds subjects, authors and dates', () => {
    const state = type(timelineState(), '/cinq\r');
    expect(under(state)).toContain('Cinq chartes');
    expect(bottom(state)).toContain('passage 1 of 1');
    expect(under(type(timelineState(), '/2026-03-25\r'))).toContain('Fusion');
    expect(bottom(type(timelineState(), '/nowhere\r'))).toBe('“nowhere” is in no subject, author or date.');
  });

  test('lets nothing of a commit reach the terminal', () => {
    for (const line of frame(timelineState({ size: [200, 50] })).lines)
      for (const { text } of line) expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test('copies the id of the commit', () => {
    const state = type(timelineState(), 'jy');
    expect(state.effects).toEqual([{ kind: 'copy', text: '01'.repeat(20), what: '01010101' }]);
    expect(bottom(reduce(state, { type: 'copied', done: true, what: '01010101' }))).toBe(
      'Commit 01010101 was sent to the clipboard.',
    );
    expect(bottom(type(timelineState(), 'y'))).toContain('not committed yet');
  });

  test('keeps its place when it is resized', () => {
    const state = type(timelineState(), 'jjj');
    expect(under(resize(resize(state, 60, 15), 100, 30))).toBe(under(state));
  });

  test('tells a clone that is shallow, a failure, and that there is nothing', () => {
    expect(screenOf(timelineState({}, { shallow: true }))).toContain('git fetch --unshallow');
    const failed = reduce(unread(), { type: 'versions-failed', serial: 1, message: 'no git here' });
    expect(screenOf(failed)).toContain('no git here');
    expect(screenOf(timelineState({}, { rows: [] }))).toContain('There is no version yet.');
  });
});

describe('what the version under the cursor changed', () => {
  const asked = (state: UiState): string[] =>
    state.effects.flatMap((effect) => (effect.kind === 'preview' ? [effect.row.key] : []));

  test('is asked for once the cursor is on it, and told below the timeline', () => {
    const state = type(timelineState(), 'j');
    expect(asked(timelineState())).toEqual(['now']);
    const first = previewed(timelineState(), samplePair());
    const here = type(first, 'j');
    expect(asked(here)).toEqual(['1']);
    const text = screenOf(previewed(here, samplePair()));
    expect(text).toMatch(/─{100}\n {3}Durée des cookies\n [~+−»] {2}\S.* (substantive|wording)\n/);
    expect(asked(state)).toEqual([]);
  });

  test('is asked for one version at a time, and for the last one in the end', () => {
    const moved = type(type(timelineState(), 'j'), 'j');
    expect(asked(moved)).toEqual([]);
    const told = reduce(moved, { type: 'previewed', key: 'now', view: samplePair() });
    expect(asked(type(told, 'k'))).toEqual(['1']);
  });

  test('is not asked for where there is no room, nothing changed, or another screen is shown', () => {
    expect(asked(timelineState({ size: [60, 15] }))).toEqual([]);
    expect(asked(timelineState({}, { rows: [row(9, { status: 'added', remark: 'new charter' })] }))).toEqual(
      [],
    );
    expect(asked(type(timelineState({}, { rows: many }), '?'))).toEqual([]);
  });

  test('is told as far as there is room, with how much more there is', () => {
    const wide = previewed(timelineState({ size: [100, 40] }), samplePair());
    const tight = previewed(timelineState({ size: [100, 20] }), samplePair());
    expect(wide.timeline?.preview?.view).toBeDefined();
    expect(screenOf(tight)).toMatch(/⋯ {2}\d+ more/);
    expect(screenOf(tight).split('\n')).toHaveLength(19);
  });

  test('is told to be unreadable where it is', () => {
    const state = timelineState();
    const failed = reduce(state, { type: 'preview-failed', key: 'now', message: 'not a charter\u001b[2J' });
    expect(screenOf(failed)).toContain('not a charter␛[2J');
    expect(asked(failed)).toEqual([]);
  });
});

describe('reading on', () => {
  const some = { rows: many, done: false };

  test('waits until the reader comes near to the end', () => {
    const state = timelineState({}, some);
    expect(effectsOf(state)).toEqual([]);
    expect(header(state)).toMatch(/^version 1 of 40 or more/);
    const near = type(state, '   ');
    expect(effectsOf(type(state, ' '))).toEqual(['versions']);
    expect(screenOf(type(near, 'G'))).toContain('Reading older versions…');
  });

  test('asks once at a time', () => {
    expect(effectsOf(type(timelineState({}, some), ' jj'))).toEqual([]);
  });

  test('goes to the end with G, wherever that will be', () => {
    let state = type(timelineState({}, some), 'G');
    expect(effectsOf(state)).toEqual(['versions']);
    const older = Array.from({ length: 40 }, (_, n) => row(n + 41, { counts: { wording: 1 } }));
    state = answer(state, { rows: older, done: false });
    expect(effectsOf(state)).toEqual(['versions']);
    state = answer(state, { rows: [row(90, { counts: { wording: 1 } })], done: true });
    expect(header(state)).toMatch(/^version 81 of 81 /);
    expect(effectsOf(state)).toEqual([]);
  });

  test('stops where another key is pressed', () => {
    const state = answer(type(timelineState({}, some), 'Gg'), { rows: [row(60)], done: false });
    expect(header(state)).toMatch(/^version 1 of 41 or more/);
  });

  test('goes on with a search until it finds', () => {
    let state = type(timelineState({}, some), '/wanted\r');
    expect(bottom(state)).toBe('Not found so far: searching in older versions…');
    state = answer(state, { rows: [row(50)], done: false });
    expect(effectsOf(state)).toEqual(['versions']);
    state = answer(state, { rows: [row(51, { subject: 'the Wanted one' })], done: false });
    expect(under(state)).toContain('the Wanted one');
    const missed = answer(type(timelineState({}, some), '/wanted\r'), { rows: [], done: true });
    expect(bottom(missed)).toContain('“wanted” is in no');
  });

  test('takes no answer for another timeline', () => {
    const state = unread();
    expect(
      reduce(state, { type: 'versions', serial: 9, rows, done: true, looked: false, shallow: false })
        .timeline,
    ).toBe(state.timeline);
  });
});

describe('a version', () => {
  test('is compared with the one before it, and left again', () => {
    const timeline = type(timelineState(), 'j');
    const asked = type(timeline, '\r');
    expect(asked.effects).toEqual([{ kind: 'compare', pair: { to: rows[1] }, swapped: false }]);
    expect(screenOf(asked)).toContain('Comparing…');
    const shown = compared(asked, samplePair());
    expect(screenOf(shown)).toContain('change 1 of');
    expect(screenOf(shown)).toContain('version 1 of 6 · 2026-03-30 · Zoé Lefèvre');
    expect(screenOf(type(shown, '\u001b'))).toBe(screenOf(timeline));
  });

  test('leads to the next older and newer one', () => {
    const first = compared(type(timelineState(), 'j\r'), samplePair());
    const older = type(first, '>');
    expect(older.effects).toEqual([{ kind: 'compare', pair: { to: rows[5] }, swapped: false }]);
    const shown = compared(older, samplePair());
    expect(screenOf(shown)).toContain('version 2 of 6');
    expect(type(shown, '<').effects).toEqual([{ kind: 'compare', pair: { to: rows[1] }, swapped: false }]);
    expect(header(type(shown, '\u001b'))).toMatch(/^version 2 of 6/);
  });

  test('says where the steps end', () => {
    const newest = compared(type(timelineState({}, { rows: rows.slice(1) }), '\r'), samplePair());
    expect(bottom(type(newest, '<'))).toBe('This is the newest version shown.');
    const oldest = compared(type(timelineState(), 'G\r'), samplePair());
    expect(bottom(type(oldest, '>'))).toBe('This is the oldest version shown.');
    expect(bottom(type(stateOf([samplePair()]), '>'))).toContain('h lists the versions');
  });

  test('is compared with a marked one, the older first', () => {
    const marked = type(timelineState(), 'jv');
    expect(bottom(marked)).toContain('Version marked');
    expect(screenOf(marked)).toMatch(/^▌● {2}2026-03-30/m);
    const asked = type(marked, 'G\r');
    expect(asked.effects).toEqual([
      { kind: 'compare', pair: { from: rows[9], to: rows[1] }, swapped: false },
    ]);
    const now = type(marked, 'k\r');
    expect(now.effects).toEqual([{ kind: 'compare', pair: { from: rows[1], to: rows[0] }, swapped: false }]);
    expect(bottom(type(compared(now, samplePair()), '>'))).toContain('Two chosen versions');
    expect(screenOf(type(marked, '\u001b'))).not.toContain('●');
  });

  test('is turned round with x', () => {
    const shown = compared(type(timelineState(), 'j\r'), samplePair());
    const asked = type(shown, 'x');
    expect(asked.effects).toEqual([{ kind: 'compare', pair: { to: rows[1] }, swapped: true }]);
  });

  test('that cannot be compared says why', () => {
    const asked = type(timelineState(), 'j\r');
    const pair = { to: rows[1] ?? row(1) };
    const failed = reduce(asked, { type: 'compare-failed', pair, swapped: false, message: 'not a charter' });
    expect(screenOf(failed)).toContain('not a charter');
    expect(header(type(failed, '\u001b'))).toMatch(/^version 1/);
  });

  test('takes no answer for other versions', () => {
    const asked = type(timelineState(), 'j\r');
    const pair = { to: row(3) };
    const other = reduce(asked, { type: 'compared', pair, swapped: false, view: samplePair() });
    expect(screenOf(other)).toContain('Comparing…');
  });
});

describe('a version that cannot be compared', () => {
  test('is named, and why is told whole', () => {
    const asked = type(timelineState({ size: [60, 15] }), 'j\r');
    const wanted = asked.effects.find(({ kind }) => kind === 'compare');
    if (wanted?.kind !== 'compare') throw new Error('nothing to compare');
    const message = 'charters/normandie.yaml cannot be read as a charter; see it with git show and its name.';
    const state = reduce(asked, { type: 'compare-failed', pair: wanted.pair, swapped: false, message });
    expect(header(state)).toMatch(/^version \d of 6 · 2026/);
    expect(screenOf(state).replace(/\s+/g, ' ')).toContain(message);
  });
});

describe('h', () => {
  test('opens the versions of the charter that is compared, and esc leads back to the same place', () => {
    const before = type(stateOf([samplePair()]), ']]');
    const opened = type(before, 'h');
    expect(opened.effects).toEqual([
      { kind: 'versions', serial: 1, charters: [samplePair().diff.b.charter] },
    ]);
    const visited = compared(type(answer(opened), 'j\r'), samplePair());
    expect(screenOf(type(visited, '\u001b\u001b'))).toBe(screenOf(before));
  });

  test('leads back to the timeline from one of its versions', () => {
    const timeline = type(timelineState(), 'j');
    const visited = compared(type(timeline, '\r'), samplePair());
    const back = type(visited, 'h');
    expect(back.screens).toEqual(['history']);
  });

  test('keeps the table below as it was', () => {
    const before = type(stateOf([samplePair()]), ']]]]]]]]]]][');
    const opened = type(before, 'H');
    expect(opened.effects).toEqual([{ kind: 'versions', serial: 1, charters: [] }]);
    const visited = compared(type(answer(opened), 'j\r'), samplePair());
    let back = type(visited, ']]]]]]]]]][[[[[[[[[[');
    for (let n = 0; n < 4 && back.screens.length > before.screens.length; n += 1) back = type(back, '\u001b');
    expect(screenOf(back)).toBe(screenOf(before));
  });
});
