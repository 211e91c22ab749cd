/** What each key does, told as tables: keys, and where they lead. */
import { describe, expect, test } from 'vitest';
import type { DiffView } from '../../src/present/diff-view.ts';
import { frame } from '../../src/tui/frame.ts';
import { reduce } from '../../src/tui/reducer.ts';
import type { UiState } from '../../src/tui/state.ts';
import { samplePair } from '../present/views.ts';
import { overviewState, realView, resize, screenOf, settle, stateOf, type } from './states.ts';

const header = (state: UiState): string => screenOf(state).split('\n')[1]?.trim() ?? '';
const bottom = (state: UiState): string => screenOf(state).split('\n').at(-1)?.trim() ?? '';
const underCursor = (state: UiState): string =>
  (
    screenOf(state)
      .split('\n')
      .find((line) => line.includes('▌')) ?? ''
  )
    .replace(/^.*▌/, '')
    .trim();

describe('moving between changes', () => {
  test.each([
    ['', 'change 1 of 7 · variable · Own values › url'],
    [']', 'change 2 of 7 · wording · Title'],
    [']]', 'change 3 of 7 · wording · Introduction'],
    [']][', 'change 2 of 7 · wording · Title'],
    ['[', 'change 1 of 7 · variable · Own values › url'],
    ['G', 'change 7 of 7 · wording · Functional'],
    ['G[', 'change 7 of 7 · wording · Functional'],
    ['Gg', 'change 1 of 7 · variable · Own values › url'],
    ['...', 'change 4 of 7 · wording · Cookie ?'],
    ['...,', 'change 3 of 7 · wording · Introduction'],
    ['f3\r]]]]', 'change 5 of 10 · typographic · Kinds'],
    ['f24\r', 'no change shown'],
    [']]]\r]', 'change 5 of 7 · wording · Kinds'],
  ])('%j leads to %j', async (keys, where) => {
    const view = await realView('normandie', 'pays-de-la-loire');
    expect(header(type(stateOf([view], { size: [120, 30] }), keys))).toContain(where);
  });

  test('goes over from the text to the table and back, and says where the ends are', () => {
    const start = stateOf([samplePair()], { size: [120, 40] });
    const last = type(start, ']'.repeat(20));
    expect(last.screens).toEqual(['text', 'table']);
    expect(bottom(last)).toBe('This is the last change.');
    expect(type(last, '\u001b').screens).toEqual(['text']);
    const first = type(last, '['.repeat(20));
    expect(first.screens).toEqual(['text']);
    expect(bottom(first)).toBe('This is the first change.');
  });

  test('visits every shown change once, in reading order, on any layout', () => {
    for (const size of [
      [60, 15],
      [120, 40],
      [200, 50],
    ] as const) {
      let state = type(stateOf([samplePair()], { size }), 'f3\r');
      const seen = [header(state)];
      for (let index = 1; index < 13; index += 1) {
        state = type(state, ']');
        seen.push(header(state));
      }
      expect(seen.map((line) => /^change (\d+) of 13/.exec(line)?.[1])).toEqual(
        Array.from({ length: 13 }, (_, index) => String(index + 1)),
      );
    }
  });
});

describe('screens', () => {
  test.each([
    ['\r', ['text', 'detail']],
    ['\r\u001b', ['text']],
    ['?', ['text', 'help']],
    ['?\u001b', ['text']],
    ['??', ['text']],
    ['\u001b', ['text']],
    ['G\r', ['text', 'table']],
    ['G\r\r', ['text', 'table', 'detail']],
    ['G\r\r\u001b\u001b', ['text']],
  ])('%j shows %j', (keys, screens) => {
    const state = type(stateOf([samplePair()]), keys);
    expect(state.screens).toEqual(screens);
    expect(state.effects).toEqual([]);
  });

  test('escape at the first screen never quits, q does, everywhere', () => {
    const top = type(stateOf([samplePair()]), '\u001b');
    expect(bottom(top)).toBe('This is the first screen; q quits.');
    for (const keys of ['q', '\rq', '?q', 'oq', 'G\rq'])
      expect(type(stateOf([samplePair()]), keys).effects).toEqual([{ kind: 'quit', interrupted: false }]);
    expect(reduce(top, { type: 'interrupt' }).effects).toEqual([{ kind: 'quit', interrupted: true }]);
    expect(reduce(top, { type: 'suspend' }).effects).toEqual([{ kind: 'suspend' }]);
  });

  test('the overview opens a comparison at its start, and comes back to its line', async () => {
    const overview = type(await overviewState(), 'jjj');
    expect(underCursor(overview)).toMatch(/^pays-de-la-loire/);
    const opened = type(overview, '\r');
    expect(opened.screens).toEqual(['overview', 'text']);
    expect(header(opened)).toContain('change 1 of 6');
    expect(underCursor(type(opened, ']]\u001b'))).toMatch(/^pays-de-la-loire/);
    expect(screenOf(type(overview, 'gj\r'))).toContain('noisylegrand');
  });
});

describe('what is shown', () => {
  test.each([
    ['z', (state: UiState) => !screenOf(state).includes('⋯')],
    ['zz', (state: UiState) => screenOf(state).includes('⋯ 1 paragraph unchanged')],
    ['}', (state: UiState) => screenOf(state).includes("Qu'est ce qu'un cookie ?")],
    ['}{', (state: UiState) => !screenOf(state).includes("Qu'est ce qu'un cookie ?")],
    ['f3\r', (state: UiState) => screenOf(state).includes('{+**+}nécessaires{+**+}')],
    ['f3\r f3\r', (state: UiState) => screenOf(state).includes('(3 typographic)')],
    ['f  ', (state: UiState) => state.book?.classes.has('substantive') === true],
    ['1', (state: UiState) => screenOf(state).includes('normandie      ')],
    ['2', (state: UiState) => bottom(state) === 'Layout: one column'],
    ['t', (state: UiState) => bottom(state) === 'Palette: red and green'],
    ['o', (state: UiState) => !screenOf(state).includes('Outline')],
    ['oo', (state: UiState) => screenOf(state).includes('Outline')],
    ['\t', (state: UiState) => state.focus === 'outline'],
    ['\tjj\r', (state: UiState) => header(state).includes('Introduction') && state.focus === 'main'],
    ['\t\u001b', (state: UiState) => state.focus === 'main' && state.screens.length === 1],
  ] as const)('after %j', async (keys, holds) => {
    const view = await realView('normandie', 'pays-de-la-loire');
    expect(holds(type(stateOf([view], { size: [120, 60] }), keys))).toBe(true);
  });

  test('enter unfolds the folded text under the cursor and nothing else', async () => {
    const view = await realView('normandie', 'pays-de-la-loire');
    const state = type(stateOf([view], { size: [120, 60] }), '...j');
    expect(underCursor(state)).toBe('⋯ 1 paragraph unchanged');
    const opened = type(state, '\r');
    expect(underCursor(opened)).toBe("Qu'est ce qu'un cookie ?");
    expect(screenOf(opened)).toContain('⋯ 1 paragraph unchanged');
  });

  test('what has the focus is shown at every width, and help takes the keys from it', async () => {
    const view = await realView('normandie', 'pays-de-la-loire');
    const focused = type(stateOf([view], { size: [120, 30] }), '\t');
    expect(screenOf(resize(focused, 80, 24))).toMatch(/^ Outline +│/m);
    expect(type(resize(focused, 80, 24), '\u001b').focus).toBe('main');
    const helped = type(focused, '?jj');
    expect(underCursor(helped)).toMatch(/^k ↑/);
    expect(type(helped, '\u001b').screens).toEqual(['text']);
  });

  test('under 60 × 15 it says so, and recovers with the place kept', async () => {
    const view = await realView('normandie', 'pays-de-la-loire');
    const state = type(stateOf([view], { size: [80, 24] }), ']]]j');
    const small = resize(state, 40, 10);
    expect(screenOf(small)).toContain('The terminal is too small: 40 × 10.');
    expect(screenOf(resize(small, 80, 24))).toBe(screenOf(state));
  });

  test('the item under the cursor stays under it through 200, 80, 50 and 120 columns', async () => {
    const view = await realView('normandie', 'pays-de-la-loire');
    let state = type(stateOf([view], { size: [200, 50] }), ']]]]');
    const place = state.position.text;
    for (const columns of [80, 50, 120, 200]) {
      state = resize(state, columns, columns === 50 ? 12 : 24);
      if (columns >= 60) expect(underCursor(state)).toMatch(/^~ {2}Les cookies dits « tiers »/);
    }
    expect(state.position.text).toEqual(place);
  });
});

describe('search', () => {
  const open = async (): Promise<UiState> =>
    stateOf([await realView('normandie', 'pays-de-la-loire')], { size: [120, 40] });

  test('ignores capitals, accents and kinds of quotes, unfolds what it finds, goes around the end', async () => {
    const found = type(await open(), '/GENERALEMENT de petite\r');
    expect(bottom(found)).toContain('passage 1 of 1');
    expect(screenOf(type(found, 'n'))).toBe(screenOf(found));
    const hidden = type(await open(), "/qu’est ce qu'un\r");
    expect(underCursor(hidden)).toBe("Qu'est ce qu'un cookie ?");
  });

  test.each([
    ['/tiers\r', '1 of'],
    ['/cookies\rn', '2 of'],
    ['/cookies\rnN', '1 of'],
    ['/cookies\r/\r', '1 of'],
  ])('%j is at passage %s', async (keys, where) => {
    expect(bottom(type(await open(), keys))).toContain(`passage ${where}`);
  });

  test('marks what it finds, inside changed words and across them', async () => {
    const marked = (state: UiState): string =>
      frame(state)
        .lines.flat()
        .flatMap(({ text, match }) => (match ? [text] : []))
        .join('|');
    expect(marked(type(await open(), '/le portail utilise\r'))).toContain('le portail|utilise');
    expect(marked(type(await open(), '/est une suite'))).toBe('est |une suite');
    expect(marked(type(await open(), '/est une suite\r\u001b'))).toBe('');
  });

  test('says when nothing is found, and leaves the place alone', async () => {
    const start = await open();
    const state = type(start, '/zzz\r');
    expect(bottom(state)).toBe('“zzz” is not in this text.');
    expect(state.position.text).toEqual(start.position.text);
    expect(type(start, '/abc\u001b').search).toBeUndefined();
    expect(type(start, '/ab⌫⌫⌫').prompt).toBeUndefined();
  });

  test('finds charters in the overview', async () => {
    expect(underCursor(type(await overviewState(), '/LOIRE\r'))).toMatch(/^pays-de-la-loire/);
  });
});

describe('what the program is asked for', () => {
  const load =
    (a: string, b: string) =>
    async (swapped: boolean): Promise<DiffView> =>
      swapped ? realView(b, a) : realView(a, b);

  test('swapping asks once for the other way round, keeps the place, and swaps back at once', async () => {
    const view = load('normandie', 'pays-de-la-loire');
    const [straight, mirror] = [await view(false), await view(true)];
    const start = type(stateOf([straight], { size: [120, 40] }), ']]]');
    const asked = type(start, 'x');
    expect(asked.effects).toEqual([{ kind: 'load', entry: 0, swapped: true }]);
    const swapped = settle(asked, () => mirror);
    expect(screenOf(swapped)).toContain('pays-de-la-loire → normandie');
    expect(header(swapped)).toContain('change 4 of 7 · wording · Cookie ?');
    expect(screenOf(swapped)).toContain('[-un fichier texte qui contient -]');
    const again = type(swapped, 'x');
    expect(again.effects).toEqual([]);
    expect(again.position.text.at).toBe(start.position.text.at);
  });

  test('editing opens the file of the second side at the line of the change', async () => {
    const view = await realView('normandie', 'pays-de-la-loire');
    expect(type(stateOf([view]), ']]e').effects).toEqual([
      { kind: 'edit', file: 'charters/pays-de-la-loire.yaml', line: 17 },
    ]);
    expect(type(stateOf([view]), ']e').effects).toEqual([
      { kind: 'edit', file: 'charters/normandie.yaml', line: 12 },
    ]);
    const past = {
      ...view,
      diff: {
        ...view.diff,
        a: { ...view.diff.a, revision: 'HEAD' },
        b: { ...view.diff.b, revision: 'HEAD' },
      },
    };
    const refused = type(stateOf([past]), 'e');
    expect(refused.effects).toEqual([]);
    expect(bottom(refused)).toBe('This side is not a file of the work tree.');
  });

  test('copying gives Markdown in which no text of a charter is markup', async () => {
    const view = await realView('normandie', 'pays-de-la-loire');
    const [effect] = type(stateOf([view]), ']]]y').effects;
    expect(effect?.kind === 'copy' ? effect.text : '').toMatchInlineSnapshot(`
      "**normandie → pays-de-la-loire** · Cookie ?

      wording · Reworded (\`text-reworded\`) · reference \`fa04a2\`

      Before

      > Un "cookie" est une suite d'informations, généralement de petite taille et identifié par un nom, qui peut être transmis à votre navigateur par un site web sur lequel vous vous connectez. Votre navigateur web le conservera pendant une certaine durée, et le renverra au serveur web chaque fois que vous vous y re-connecterez. Les cookies ont de multiples usages : ils peuvent servir à mémoriser votre identifiant client auprès d'un site marchand, le contenu courant de votre panier d'achat, un identifiant permettant de tracer votre navigation pour des finalités statistiques ou publicitaires, etc.

      After

      > Un "cookie" est <ins>un fichier texte qui contient </ins>une suite d'informations, généralement de petite taille et identifié par un nom, qui peut être transmis à votre navigateur par un site web sur lequel vous vous connectez. Votre navigateur web le conservera pendant une certaine durée, et le renverra au serveur web chaque fois que vous vous y re-connecterez. Les cookies ont de multiples usages : ils peuvent servir à mémoriser votre identifiant client auprès d'un site marchand, le contenu courant de votre panier d'achat, un identifiant permettant de tracer votre navigation pour des finalités statistiques ou publicitaires, etc.

      - charters/normandie.yaml, line 17
      - charters/pays-de-la-loire.yaml, line 21
      "
    `);
  });

  test.each([
    [{ type: 'copied', done: true }, 'The change was sent to the clipboard as Markdown.'],
    [{ type: 'copied', done: false }, 'This terminal gives no way to the clipboard.'],
    [{ type: 'edited', reason: 'no-editor' }, 'No editor is set: give its name in $EDITOR.'],
    [{ type: 'load-failed', entry: 0, swapped: true, message: 'No.' }, 'No.'],
  ] as const)('%j is told in the bottom line', (action, text) => {
    const state = reduce(stateOf([samplePair()]), action);
    expect(bottom(state)).toBe(text);
    expect(bottom(type(state, 'j'))).not.toBe(text);
  });

  test('the overview asks for what is in sight, once', async () => {
    const overview = await overviewState({ size: [80, 15] });
    expect(overview.effects).toEqual([]);
    expect(overview.session.entries.every(({ view }) => view !== undefined)).toBe(true);
  });
});
