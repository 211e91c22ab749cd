/** The matrix of drift: what it shows, sorts and filters, the way to a finding and back, and decisions made there. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { DriftView } from '../../src/present/drift-view.ts';
import { frame } from '../../src/tui/frame.ts';
import { reduce } from '../../src/tui/reducer.ts';
import type { UiState } from '../../src/tui/state.ts';
import { manyLike, openCharter, openTemplate, viewOf } from '../present/drifts.ts';
import { decidedView, driftState, fiveView, loaded, manyView } from './drifts.ts';
import { resize, screenOf, type } from './states.ts';

let five: DriftView;
let decided: DriftView;
let many: DriftView;

beforeAll(async () => {
  [five, decided, many] = await Promise.all([fiveView(), decidedView(), manyView(100)]);
});

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

/** The first cells of the rows. */
function names(state: UiState): string[] {
  return (state.board?.shown ?? []).map((line) =>
    line.kind === 'clean' ? `${line.portals.length} clean` : line.portals.join(' '),
  );
}

describe('the matrix', () => {
  test('has the weightiest portal first, and those without drift as one line', () => {
    expect(names(driftState([five]))).toEqual([
      'pays-de-la-loire',
      'performance-dataunedic',
      'noisylegrand',
      '2 clean',
    ]);
  });

  test('has portals that drift alike as one row until it is unfolded', () => {
    const state = driftState([many]);
    expect(state.board?.shown).toHaveLength(4);
    expect(screenOf(state)).toMatch(/portail-0000 \+9 .*w.* 1$/m);
    expect(type(state, 'z').board?.shown).toHaveLength(100);
    expect(type(state, 'zz').board?.shown).toEqual(state.board?.shown);
  });

  test('sorts by what is weightiest, by how much is to be settled, by name', async () => {
    const template = await openTemplate();
    const [charter] = manyLike(await openCharter('normandie'), 60).slice(57);
    const loire = await openCharter('pays-de-la-loire');
    const state = driftState([viewOf([loire, charter ?? loire], template)]);
    expect(names(state)).toEqual(['portail-0057', 'pays-de-la-loire']);
    expect(names(type(state, 's'))).toEqual(['pays-de-la-loire', 'portail-0057']);
    expect(names(type(state, 'ss'))).toEqual(['pays-de-la-loire', 'portail-0057']);
    expect(names(type(state, 'sss'))).toEqual(names(state));
    expect(bottom(type(state, 's'))).toBe('Sorted: the most to settle first');
  });

  test('keeps the cursor on its portal when it is folded, filtered and sized anew', () => {
    const state = type(driftState([five]), 'j');
    for (const next of [type(state, 'z'), type(state, 'f3\r'), resize(state, 60, 15)])
      expect(under(next)).toMatch(/^performance-dataun/);
  });

  test.each([
    ['f3', ['pays-de-la-loire', 'performance-dataunedic']],
    ['f2', ['performance-dataunedic', 'pays-de-la-loire', 'noisylegrand']],
    ['f59', []],
  ])('shows after %s only portals with such drift', (keys, shown) => {
    expect(names(type(driftState([five]), keys)).sort()).toEqual([...shown].sort());
  });

  test('counts in its cells and sums only what the filter shows', () => {
    const row = (keys: string): string => under(type(driftState([decided]), keys)).replace(/ +/g, ' ');
    expect(row('')).toBe('pays-de-la-loire (w) !w! [w] !w! w w · 4');
    expect(row('f5\r')).toBe('pays-de-la-loire (w) !w! [w] !w! · · · 2');
    expect(row('f68\r')).toBe('pays-de-la-loire (w) · · !w! w w · 3');
    expect(screenOf(type(driftState([decided]), 'f5678\r'))).toMatch(/1 of 5 portals +\(w\) +· .* 0$/m);
  });

  test('is narrowed as a name or a reference is typed, and whole again after escape', () => {
    const state = driftState([five]);
    expect(names(type(state, '/nor'))).toEqual(['cooracenormandie', 'normandie']);
    expect(names(type(state, '/NÔR\r'))).toEqual(['cooracenormandie', 'normandie']);
    expect(names(type(state, '/16d763\r'))).toEqual(['performance-dataunedic']);
    expect(names(type(state, '/nor\u001b'))).toEqual(names(state));
    expect(names(type(state, '/nor\r\u001b'))).toEqual(names(state));
    expect(names(type(state, '/norx⌫'))).toEqual(['cooracenormandie', 'normandie']);
  });

  test('is narrowed by the reference that cells of several rows share', async () => {
    const loire = await openCharter('pays-de-la-loire');
    const renamed = (cell: string): string => (cell === 'Opendatasoft' ? 'Huwise' : cell);
    const tables = loire.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(renamed) })),
    }));
    const others = await openCharter('normandie');
    const view = viewOf([{ ...loire, tables }, others], await openTemplate());
    const group = view.groups.find(({ cookies = [] }) => cookies.length > 1);
    expect(group?.reference).toBeDefined();
    expect(names(type(driftState([view]), `/${group?.reference}\r`))).toEqual(['pays-de-la-loire']);
  });

  test('scrolls the columns that do not fit, and keeps the names', () => {
    const state = driftState([five], { size: [60, 15] });
    const heads = (one: UiState): string => (screenOf(one).split('\n')[2] ?? '').replace(/ +/g, ' ').trim();
    expect(heads(state)).toBe('Portal Page Introduction Cookie ? 4›');
    expect(heads(type(state, '→'))).toBe('Portal ‹1 Introduction Cookie ? Kinds 3›');
    const end = type(state, '→→→→→→→→→');
    expect(heads(end)).toMatch(/^Portal ‹\d .*Functional Cookies$/);
    expect(under(end)).toMatch(/^pays-de-la-loire .* 6$/);
    expect(heads(type(end, '←←←←←←←←←'))).toBe(heads(state));
    expect(heads(type(driftState([five], { size: [120, 30] }), '→'))).not.toContain('‹');
  });

  test('cuts no two heads to the same letters', () => {
    for (const columns of [76, 78, 80, 82, 84, 90]) {
      const state = driftState([five], { size: [columns, 24], language: 'fr' });
      const heads = (screenOf(state).split('\n')[2] ?? '').trim().split(/ {2,}/);
      expect([columns, new Set(heads).size]).toEqual([columns, heads.length]);
    }
  });

  test('marks the portals of whose template there is more to say, which stands with their findings', () => {
    const matches = [{ template: 'opendatasoft-fr', blocks: 9, ofBlocks: 11, rows: 4, ofRows: 4 }];
    const generations = [{ portal: 'noisylegrand', nearest: 'opendatasoft-fr', matches }];
    const state = driftState([{ ...five, generations }]);
    expect(screenOf(state)).toMatch(/^ {2}noisylegrand \* /m);
    expect(screenOf(state)).toContain('* see about its template');
    expect(screenOf(type(state, 'jj\r'))).toMatch(/9 of 11/);
    expect(screenOf(driftState([five]))).not.toContain('*');
  });

  test('has its signs explained in the help', () => {
    const text = screenOf(type(driftState([five], { size: [100, 200] }), '?'));
    for (const sign of ['S    substantive', '(w)  agreed', '[w]  to fix', '!w!  lapsed', '*    see about'])
      expect(text).toContain(`  ${sign}`);
  });

  test('goes from template to template', async () => {
    const other = { ...five, drift: { ...five.drift, template: 'autre' } };
    const state = driftState([five, other]);
    expect(screenOf(state)).toContain('Drift from opendatasoft-fr (template 1 of 2)');
    expect(screenOf(type(state, '\t'))).toContain('Drift from autre (template 2 of 2)');
    expect(screenOf(type(state, '\t\t'))).toBe(screenOf(state));
    expect(bottom(type(driftState([five]), '\t'))).toBe('All these portals follow one template.');
  });

  test('lays out no more rows of ten thousand portals than of a hundred', () => {
    const wide = (count: number): UiState => {
      const [drift, row] = [many.drift.portals[0], many.drift.matrix.rows[0]];
      const ids = Array.from({ length: count }, (_, index) => `portail-${String(index).padStart(5, '0')}`);
      const portals = ids.flatMap((portal) => (drift ? [{ ...drift, portal }] : []));
      const rows = ids.flatMap((portal) => (row ? [{ ...row, portal }] : []));
      const matrix = { ...many.drift.matrix, rows };
      return type(driftState([{ ...many, drift: { ...many.drift, portals, matrix } }]), 'zG');
    };
    let read = 0;
    const state = wide(10_000);
    const shown = (state.board?.shown ?? []).map((line) =>
      line.kind === 'clean'
        ? line
        : {
            ...line,
            get unsettled(): number {
              read += 1;
              return line.unsettled;
            },
          },
    );
    const board = state.board && { ...state.board, shown };
    frame({ ...state, ...(board ? { board } : {}) });
    expect(read).toBeLessThan(200);
    expect(under(state)).toMatch(/^portail-09999/);
  });
});

describe('the findings of a portal', () => {
  test('are what is to be settled or corrected; the rest is folded, and unfolded by enter or z', () => {
    const state = type(driftState([decided]), '\r');
    expect(screenOf(state)).toContain('⋯  folded: 1 agreed, 3 typographic');
    expect(screenOf(state)).not.toContain('5d347c');
    for (const keys of ['z', 'G\r']) {
      const all = type(resize(state, 100, 60), keys);
      expect(screenOf(all), keys).toContain('5d347c');
      expect(screenOf(all)).not.toContain('folded');
    }
  });

  test('are told with their class, state, decision and reference', () => {
    const text = screenOf(type(driftState([decided]), '\r'));
    expect(text).toMatch(/wording · lapsed on 2026-11-20 {2}561136/);
    expect(text).toMatch(/wording · to fix by 2026-12-31 {2}fa04a2/);
    expect(text).toContain('agreed by A. Dupont on 2026-11-01, until 2026-11-20: Voulu ainsi.');
  });

  test('keep the room between sign and words, with old and new words apart, in colour too', () => {
    const text = screenOf(type(driftState([five], { color: true, size: [60, 40] }), '\r'));
    const signed = text.split('\n').filter((line) => /^[▌▏ ] [~⑃−] /.test(line));
    expect(signed).toHaveLength(6);
    for (const line of signed) expect(line).toMatch(/^[▌▏ ] [~⑃−] {2}\S/);
    const cookie = screenOf(type(driftState([five], { color: true }), 'j\r'));
    expect(cookie).toMatch(/^▌ ~ {2}cookie .*: Se Permet de se souvenir/m);
  });

  test('are all shown where none of them is pressing, and said to be none where there is none', () => {
    const quiet = type(driftState([five]), 'jj\r');
    expect(screenOf(quiet)).toContain('typographic');
    const clean = type(driftState([five]), '/cooracen\r\r');
    expect(screenOf(clean)).toContain('This portal says what the template says.');
  });

  test('are gone through one by one, and portal by portal', () => {
    const state = type(driftState([five]), '\r');
    expect(header(type(state, ']]'))).toMatch(/^drift 3 of 6 · wording · unexplained · Cookie \?/);
    expect(header(type(state, ']]['))).toMatch(/^drift 2 of 6/);
    expect(bottom(type(state, '['))).toBe('This is the first change.');
    expect(screenOf(type(state, '>'))).toContain('performance-dataunedic: drift from');
    expect(bottom(type(state, '>>>'))).toBe('This is the last portal with a drift.');
    expect(bottom(type(state, '<'))).toBe('This is the first portal.');
    expect(under(type(state, '>\u001b'))).toMatch(/^performance-dataunedic/);
  });

  test('are searched', () => {
    const state = type(driftState([five]), '\r/fichier texte\r');
    expect(header(state)).toMatch(/^drift 3 of 6/);
    expect(bottom(state)).toMatch(/^“fichier texte”: passage 1 of 1/);
  });

  test('lead to their place in the comparison, and back to where they were', async () => {
    const state = type(driftState([five]), '\r]]]]\r');
    expect(state.effects).toMatchObject([{ kind: 'load', swapped: false }]);
    const there = await loaded(state);
    expect(header(there)).toMatch(/^change 5 of 6 · wording · Use/);
    const back = type(there, '\u001b');
    expect(header(back)).toMatch(/^drift 5 of 6/);
    const again = type(back, '[\r');
    expect(again.effects).toEqual([]);
    expect(header(again)).toMatch(/^change 4 of 6/);
    expect(under(type(again, '\u001b\u001b'))).toMatch(/^pays-de-la-loire/);
  });

  test('lead to a change that the comparison would fold, and to a table', async () => {
    const typographic = await loaded(type(driftState([five]), 'jj\r\r'));
    expect(header(typographic)).toMatch(/^change 1 of 1 · typographic · Use/);
    const cell = await loaded(type(driftState([five]), 'j\r\r'));
    expect(header(cell)).toMatch(/wording · Cookies › cookies_preferences/);
    expect(cell.screens).toEqual(['drift', 'findings', 'text', 'table']);
    expect(header(type(cell, '\u001b\u001b'))).toMatch(/^drift 1 of 1/);
  });

  test('are opened at once for the one portal that was asked about', () => {
    const drift = { ...five.drift, portals: five.drift.portals.slice(3, 4) };
    const rows = five.drift.matrix.rows.slice(3, 4);
    const one = { ...five, drift: { ...drift, matrix: { ...five.drift.matrix, rows } } };
    const state = driftState([one], { partial: true });
    expect(state.screens).toEqual(['drift', 'findings']);
    expect(screenOf(state)).toContain('pays-de-la-loire: drift from opendatasoft-fr');
  });

  test('give their reference and a command to the clipboard', () => {
    const state = type(driftState([five]), '\r]');
    expect(type(state, 'y').effects).toMatchObject([{ kind: 'copy', text: '561136' }]);
    expect(type(state, 'Y').effects).toMatchObject([
      { kind: 'copy', text: 'charter accept 561136 --reason "…"' },
    ]);
  });

  test('lead to the versions of their charter', () => {
    const state = type(driftState([five]), '\rh');
    expect(state.effects).toMatchObject([{ kind: 'versions', charters: ['pays-de-la-loire'] }]);
    expect(type(state, '\u001b').screens).toEqual(['drift', 'findings']);
  });
});

describe('a decision', () => {
  const asked = (state: UiState): UiState['effects'] => state.effects.filter(({ kind }) => kind === 'drift');

  test('is written only after its reason and a confirmation', () => {
    const typed = type(driftState([five]), '\raVoulu "ainsi".');
    expect(asked(typed)).toEqual([]);
    const shown = type(typed, '\r');
    expect(asked(shown)).toEqual([]);
    expect(screenOf(shown)).toContain(`charter accept 5d347c --reason 'Voulu "ainsi".'`);
    const written = type(shown, '\r');
    expect(asked(written)).toEqual([
      {
        kind: 'drift',
        decision: {
          deed: 'accept',
          named: expect.stringMatching(/^5d347c[0-9a-f]+$/),
          reference: '5d347c',
          portals: 'pays-de-la-loire',
          count: 1,
          text: 'Voulu "ainsi".',
        },
      },
    ]);
  });

  test.each([
    ['a\r', 'Nothing written: no agreement without a reason.'],
    ['a   \r', 'Nothing written: no agreement without a reason.'],
    ['c31/12\r', 'Nothing written: “31/12” is no day; write it as 2026-12-31.'],
    ['c2026-02-30\r', 'Nothing written: “2026-02-30” is no day; write it as 2026-12-31.'],
  ])('is refused after %j', (keys, said) => {
    const state = type(driftState([five]), `\r${keys}`);
    expect(asked(state)).toEqual([]);
    expect(bottom(state)).toBe(said);
  });

  test('is left by escape at either step, and copied in the place of being written', () => {
    const state = driftState([five]);
    for (const keys of ['\raWarum\u001b', '\raWarum\r\u001b']) {
      const left = type(state, keys);
      expect(left.prompt).toBeUndefined();
      expect(left.effects).toEqual([]);
      expect(left.screens).toEqual(['drift', 'findings']);
    }
    expect(type(state, '\rc2027-01-31\rY').effects).toMatchObject([
      { kind: 'copy', text: 'charter fix 5d347c --by 2027-01-31' },
    ]);
  });

  test('is made for all portals that say so where that is chosen', () => {
    const state = type(driftState([many]), 'jj\raVoulu\r');
    expect(screenOf(state)).toContain('--portals portail-0000 --reason Voulu');
    expect(bottom(state)).toContain('p in all 10 portals');
    const all = type(state, 'p');
    expect(screenOf(all)).toContain("--portals '*' --reason Voulu");
    expect(type(all, '\r').effects).toMatchObject([{ decision: { portals: '*', count: 10 } }]);
    expect(bottom(type(driftState([five]), '\raVoulu\r'))).not.toContain('portals');
  });

  test('is shown once it is written, with the cursor where it was', () => {
    const before = type(driftState([five]), '\r]aVoulu\r\r');
    expect(before.board?.writing).toBe(true);
    const [effect] = before.effects;
    const decision = effect?.kind === 'drift' ? effect.decision : undefined;
    const after = reduce(before, { type: 'drifted', views: [decided], ...(decision ? { decision } : {}) });
    expect(after.board?.writing).toBeUndefined();
    expect(bottom(after)).toBe('561136 is agreed in pays-de-la-loire: written, not committed yet.');
    expect(header(after)).toMatch(/wording · lapsed · Introduction/);
  });

  test('that cannot be written leaves everything as it was, and says why', () => {
    const before = type(driftState([five]), '\raVoulu\r\r');
    const after = reduce(before, { type: 'drift-failed', message: 'git has no user.name' });
    expect(bottom(after)).toBe('git has no user.name');
    expect(header(after)).toMatch(/^drift 1 of 6/);
  });

  test('is not made about a template as it once was', () => {
    const state = type(driftState([{ ...five, revision: 'v1' }]), '\ra');
    expect(state.prompt).toBeUndefined();
    expect(bottom(state)).toBe(
      'Decisions are about the template that a charter follows, as it is in the work tree.',
    );
  });

  test('keeps its end in sight while a long reason is typed', () => {
    const state = type(driftState([five], { size: [60, 15] }), `\ra${'mot '.repeat(40)}fin`);
    expect(bottom(state)).toMatch(/^Reason: ….*mot fin█ enter done/);
  });
});

describe('drift read anew', () => {
  test('leaves the findings of a portal that is gone', () => {
    const state = type(driftState([five]), '\r');
    const keep = ({ portal }: { readonly portal: string }): boolean => portal !== 'pays-de-la-loire';
    const matrix = { ...five.drift.matrix, rows: five.drift.matrix.rows.filter(keep) };
    const drift = { ...five.drift, portals: five.drift.portals.filter(keep), matrix };
    const after = reduce(state, { type: 'drifted', views: [{ ...five, drift }] });
    expect(after.screens).toEqual(['drift']);
    expect(names(after)).not.toContain('pays-de-la-loire');
    expect(reduce(state, { type: 'drifted', views: [] }).screens).toEqual(['drift']);
  });

  test('is asked for after a charter was edited', async () => {
    const state = await loaded(type(driftState([five]), '\r\r'));
    expect(reduce(state, { type: 'edited' }).effects.map(({ kind }) => kind)).toEqual(['load', 'drift']);
  });
});
