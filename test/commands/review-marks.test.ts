import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk, duration, failing, loire, normandie } from './reviewing.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  desk.request([
    [normandie, ...duration],
    [normandie, 'nous utilisons', 'le portail utilise'],
    [loire, "Qu'est ce qu'un cookie", "Qu'est-ce qu'un cookie"],
  ]);
});
afterEach(() => desk.remove());

/** As somebody who has a folder for their own state. */
async function call(...words: readonly string[]): Promise<{ status: number; said: string }> {
  const own = { XDG_STATE_HOME: join(desk.root, '.git', 'state') };
  const { output = '', messages = '', status } = await desk.call([...words, '--lang', 'en'], '.', own);
  return { status, said: output + messages };
}

async function marked(): Promise<string[]> {
  const { said } = await call('review', 'main', '--json');
  const { findings } = JSON.parse(said) as { findings: { rule: string; viewed?: true }[] };
  return findings.filter(({ viewed }) => viewed).map(({ rule }) => rule);
}

describe('marks of what was viewed, on the command line', () => {
  test('are set by reference, and shown beside the finding and as a count', async () => {
    const [finding] = (await desk.review('main')).findings;
    const { status, said } = await call('review', 'main', '--viewed', finding?.reference ?? '');
    expect([status, said]).toEqual([0, '1 finding or decision marked as viewed · 1 of 3 viewed\n']);
    const text = (await call('review', 'main')).said;
    expect(text).toContain('viewed · duration · substantive · no reason');
    expect(text).toContain('1 of 3 viewed');
    expect((await call('review', 'main', '--accessible')).said).toMatch(
      /Finding 1 of 2, substantive\. Viewed\./,
    );
    expect((await call('review', 'main', '--format', 'html')).said).not.toContain('viewed');
  });

  test.each([
    ['a charter', 'normandie', ['duration-changed', 'text-reworded']],
    ['a file', loire, ['typography-changed']],
    ['a class, in French too', 'rédactionnelle', ['text-reworded']],
    ['several words', 'typographic,wording', ['text-reworded', 'typography-changed']],
    ['all', '*', ['duration-changed', 'text-reworded', 'typography-changed']],
  ])('are set by %s', async (_what, word, rules) => {
    expect((await call('review', 'main', '--viewed', word)).status).toBe(0);
    expect(await marked()).toHaveLength(rules.length);
    const { said } = await call('review', 'main', '--unviewed', word, '--json');
    expect(JSON.parse(said)).toMatchObject({ action: 'unviewed', viewed: [], of: 3 });
    expect(await marked()).toEqual([]);
  });

  test('go once the text that was viewed is another one', async () => {
    await call('review', 'main', '--viewed', '*');
    desk.request([[normandie, '6 mois', '7 mois']]);
    expect(await marked()).toHaveLength(2);
  });

  test('leave with --new what is not viewed, and the result as it is', async () => {
    await call('review', 'main', '--viewed', 'substantive');
    const { status, said } = await call('review', 'main', '--new');
    expect(status).toBe(1);
    expect(said).toContain('Only 2 of 3 findings and decisions are shown, as asked.');
    expect(said).not.toContain('pendant 6 mois');
    expect(said).toContain('needs a reason · 1 change without a reason');
  });

  test('are refused for a word that names nothing, and in what many read', async () => {
    expect(await call('review', 'main', '--viewed', 'normandy')).toMatchObject({ status: 2 });
    expect((await call('review', 'main', '--viewed', 'normandy')).said).toContain('normandie');
    expect((await call('review', 'main', '--new', '--format', 'markdown')).status).toBe(2);
    expect(await marked()).toEqual([]);
  });

  test('are told where they cannot be kept', async () => {
    const { status, messages } = await desk.call(['review', 'main', '--viewed', '*', '--lang', 'en'], '.', {
      XDG_STATE_HOME: join(desk.root, normandie),
    });
    expect([status, messages]).toEqual([4, expect.stringContaining('XDG_STATE_HOME')]);
  });
});

test('only the classes asked for are shown, and the result is that of the whole request', async () => {
  const { status, said } = await call('review', 'main', '--only', 'wording');
  expect(status).toBe(1);
  expect(said).toContain('le portail utilise');
  expect(said).not.toContain('pendant 6 mois');
});

describe('reasons for many at once', () => {
  test('are given to all that a request must explain', async () => {
    const { status, said } = await call('accept', '--since', 'main', '--reason', 'Voulu');
    expect([status, said.match(/Voulu/g)?.length]).toEqual([0, 1]);
    desk.request();
    expect(failing(await desk.review('main'))).toEqual([]);
    expect((await call('accept', '--since', 'main', '--reason', 'Voulu')).status).toBe(2);
  });

  test('are given to one class of a request, or of a portal', async () => {
    await call('accept', '--since', 'main', '--only', 'wording', '--reason', 'Voulu');
    desk.request();
    expect(failing(await desk.review('main'))).toEqual(['normandie duration-changed unexplained']);
    const { said } = await call(
      'accept',
      '--only',
      'fond',
      '--portals',
      'normandie',
      '--reason',
      'Voulu',
      '--json',
    );
    expect(JSON.parse(said).decisions).toHaveLength(1);
  });

  test('are refused without portals, beside a reference, and for a text that is no longer there', async () => {
    const reason = ['--reason', 'Voulu'];
    expect((await call('accept', '--only', 'wording', ...reason)).said).toContain('--portals one,another');
    expect((await call('accept', 'abcdef', '--since', 'main', ...reason)).status).toBe(2);
    desk.edit(normandie, '6 mois', '9 mois');
    expect(await call('accept', '--since', 'main', ...reason)).toMatchObject({ status: 3 });
  });
});

test.each([
  ['fr', 'Rien à relire'],
  ['en', 'Nothing to review'],
])('a request that is in its base already is told so with what to do, in %s', async (lang, words) => {
  for (const format of ['text', 'markdown', 'html', 'github']) {
    const { output = '', status } = await desk.call(['review', 'HEAD', '--format', format, '--lang', lang]);
    expect([format, status, output.includes(words)]).toEqual([format, 0, true]);
    expect(output).toContain('charter review BASE');
    expect(output).not.toMatch(/may be merged|peut être fusionnée/);
  }
});
