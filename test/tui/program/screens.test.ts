/** The screens of the built program at every width, through a real pseudo-terminal: what opens, what stays, what never gets through. */
import { describe, expect, test } from 'vitest';
import { cookies, pair, position, setStage, tables, underCursor } from './stage.ts';

const stage = setStage();
const portals = [
  'cooracenormandie',
  'noisylegrand',
  'normandie',
  'pays-de-la-loire',
  'performance-dataunedic',
];

describe('the five charters', () => {
  test.each([
    ['en', 'as the template'],
    ['fr', 'comme le modèle'],
  ] as const)('open as an overview, in %s', async (language, same) => {
    const text = (await stage.start([], { language })).text();
    expect(text).toMatch(new RegExp(`cooracenormandie +${same}`));
    expect(text).toMatch(/noisylegrand +· +· +1 +·/);
    expect(text).toMatch(new RegExp(`^. +normandie +${same}`, 'm'));
    expect(text).toMatch(/pays-de-la-loire +· +6 +3 +·/);
    expect(text).toMatch(/performance-dataunedic +· +1 +4 +·/);
  });

  test('open one after the other, and lead back', async () => {
    const terminal = await stage.start([]);
    for (const name of portals) {
      await terminal.press(`/${name}\r`);
      expect((await terminal.press('\r')).split('\n')[0]).toContain(`template:opendatasoft-fr → ${name}`);
      await terminal.press('\u001b');
      expect(underCursor(await terminal.press('\u001b'))).toMatch(new RegExp(`^${name} `));
    }
  });

  test.each([
    ['cooracenormandie', 'change 1 of 1 · variable · Own values › url'],
    ['noisylegrand', 'change 1 of 2 · variable · Own values › url'],
    ['pays-de-la-loire', 'change 1 of 7 · variable · Own values › url'],
    ['performance-dataunedic', 'change 1 of 2 · variable · Own values › url'],
  ])('open as a comparison of normandie and %s', async (other, where) => {
    const terminal = await stage.start(['diff', 'normandie', other], { size: [120, 40] });
    expect(terminal.text()).toContain(`normandie → ${other}`);
    expect(terminal.text()).toContain('template opendatasoft-fr');
    expect(position(terminal.text())).toBe(where);
  });

  test('say what cannot be compared', async () => {
    const terminal = await stage.start([]);
    expect(underCursor(terminal.text())).toMatch(/^ancien follows no template/);
    expect(await terminal.press('\r')).toContain('This charter follows no template');
  });
});

describe('every width', () => {
  test.each([
    [60, 15],
    [80, 24],
    [100, 30],
    [120, 40],
    [160, 45],
    [200, 50],
  ] as const)('%s × %s fills the screen and no more', async (columns, rows) => {
    const terminal = await stage.start(pair, { size: [columns, rows] });
    for (const key of ['', ']', ']', ' ', 'G', 'g', ']', '\r']) {
      if (key !== '') await terminal.press(key);
      const lines = terminal.lines();
      expect(lines.at(-1)).toBe('');
      expect(lines[0]).toContain('normandie → pays-de-la');
      expect(lines[1]).toMatch(/^ change \d of 7 · (?:variable|wording)/);
      expect(lines.at(-2)).toMatch(/\? help +q quit$/);
      expect(terminal.emulator.buffer.active.baseY).toBe(0);
    }
  });

  test('side by side from 160, an outline beside from 100, one column below', async () => {
    const wide = (await stage.start(pair, { size: [160, 40] })).text();
    expect(wide).toMatch(/Outline +│ +normandie +pays-de-la-loire/);
    const middle = (await stage.start(pair, { size: [120, 40] })).text();
    expect(middle).toContain('Outline');
    expect(middle).not.toMatch(/│ +normandie +pays-de-la-loire/);
    expect((await stage.start(pair, { size: [80, 24] })).text()).not.toContain('Outline');
  });

  test('changing at any moment keeps the place', async () => {
    const terminal = await stage.start(pair, { size: [200, 50] });
    const where = 'change 5 of 7 · wording · Kinds';
    expect(position(await terminal.press(']]]]'))).toBe(where);
    for (const columns of [80, 50, 120, 200]) {
      const text = await terminal.resize(columns, 30);
      if (columns === 50) {
        expect(text).toContain('The terminal is too small: 50 × 30.');
        continue;
      }
      expect(position(text)).toBe(where);
      expect(underCursor(text)).toMatch(/^~ Les cookies dits « tiers »/);
    }
  });

  test('changing many times in a row ends on the right screen', async () => {
    const terminal = await stage.start(pair, { size: [200, 50] });
    for (let columns = 200; columns >= 60; columns -= 7) void terminal.resize(columns, 20 + (columns % 10));
    const last = await terminal.resize(90, 24);
    const fresh = await stage.start(pair, { size: [90, 24] });
    expect(last).toBe(fresh.text());
  });
});

describe('a cookie table', () => {
  test('is a grid from 100 columns: changed rows, the others folded, the names first', async () => {
    const terminal = await stage.start(tables, { size: [120, 40] });
    const text = terminal.text();
    expect(text).toMatch(/│ +NAME +PROVIDER +PURPOSE +DURATION/);
    expect(underCursor(text)).toBe('~ _pk_id Matomo Mesurer l’audience 13 mois 25 mois substantive');
    expect(text).toMatch(/│ ~ {2}langue +Interne +Se souvenir de Suivre la langue +1 an +substantive/);
    expect(text).toMatch(/│ \+ {2}_fbp +Meta +Publicité +3 mois +substantive/);
    expect(text.match(/⋯ 6 rows unchanged/g)).toHaveLength(2);
    expect(text).not.toContain('_pk_3');
    const whole = await terminal.press('z');
    expect(whole).not.toContain('unchanged');
    expect(whole).toContain('_pk_3');
  });

  test('is cards below', async () => {
    const terminal = await stage.start(tables);
    expect(terminal.text()).toMatch(
      /▌~ {2}_pk_id +duration · substantive\n▏ +DURATION {2}13 mois 25 mois\n ~ {2}langue/,
    );
  });

  test('has its changed words between marks where there is no colour', async () => {
    const terminal = await stage.start(tables, { size: [120, 40], env: { NO_COLOR: '1' } });
    expect(terminal.text()).toContain('[-13 mois-]{+25 mois+}');
  });
});

describe('hostile text', () => {
  const nasty =
    'Un \u001b]0;owned\u0007titre \u001b[2J\u001b[31mrouge \u009b2J \u202eenvers\u202c \u0008\u0008 fin\r\n';

  test('reaches the terminal as visible marks only', async () => {
    for (const [id, word] of [
      ['mal-a', 'premier'],
      ['mal-b', 'second'],
    ] as const) {
      const quoted = JSON.stringify(`${nasty}${word}`).replaceAll('\u009b', '\\x9b');
      stage.write(
        `charters/${id}.yaml`,
        `charter: ${id}\nlanguage: fr\ntitle: ${quoted}\nbody:\n  - paragraph: ${quoted}\n`,
      );
    }
    const terminal = await stage.start(['diff', 'mal-a', 'mal-b'], { size: [120, 30] });
    for (const key of [']', '\r', 'y', '\u001b', 'z', '?', '\u001b']) await terminal.press(key);
    const sent = terminal.written.replace(/\u001b\]52;c;[A-Za-z0-9+/=]*\u0007/g, '');
    const known = /\u001b(?:\[[0-9;]*[mHKJ]|\[\?(?:1049|25|7|2026)[hl])/g;
    expect(sent.replace(known, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(terminal.text()).toContain('mal-a → mal-b');
    for (const id of ['mal-a', 'mal-b'])
      stage.write(`charters/${id}.yaml`, cookies('ancien').replace('ancien', id));
  });
});
