import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk, duration, normandie } from './reviewing.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk('language: fr\ntimezone: Europe/Paris\n');
  desk.request([[normandie, ...duration]]);
});
afterEach(() => desk.remove());

const formats = [
  [
    'markdown',
    '### Relecture des chartes\u00a0: à motiver (1 modification sans motif)',
    '### Charter review: needs a reason',
  ],
  [
    'github',
    '::error file=charters/normandie.yaml,line=67,title=durée · de fond',
    '::error file=charters/normandie.yaml,line=67,title=duration',
  ],
  [
    'gitlab',
    '(durée · de fond · sans motif) · charter accept',
    '(duration · substantive · no reason) · charter accept',
  ],
  ['sarif', '"text": "Durée"', '"text": "Duration"'],
] as const;

describe('review for a hosting site', () => {
  test.each(formats)(
    'as %s is in the language of the repository, unless another is asked for',
    async (format, french, english) => {
      const words = ['review', 'main', '--format', format];
      const own = await desk.call(words, '.', { LANG: 'en_GB.UTF-8' });
      expect([own.status, own.output]).toEqual([1, expect.stringContaining(french)]);
      const asked = await desk.call([...words, '--lang', 'en']);
      expect(asked.output).toContain(english);
      const reference = (await desk.review('main')).findings[0]?.reference ?? '';
      for (const part of ['duration-changed', reference, normandie]) expect(own.output).toContain(part);
    },
  );

  test('passes once a reason is given, and fails nothing any more', async () => {
    const { findings } = await desk.review('main');
    await desk.accept(findings[0]?.reference ?? '');
    desk.request();
    const github = await desk.call(['review', 'main', '--format', 'github']);
    expect(github.status).toBe(0);
    expect(github.output).not.toContain('::error');
    expect((await desk.call(['review', 'main', '--format', 'gitlab'])).output).toBe('[]\n');
    const sarif = JSON.parse((await desk.call(['review', 'main', '--format', 'sarif'])).output ?? '');
    expect(sarif.runs[0].results[0].suppressions).toEqual([
      { kind: 'inSource', status: 'accepted', justification: 'Voulu' },
    ]);
  });

  test('keeps the fingerprint of a finding when lines before it move', async () => {
    const prints = async (): Promise<unknown> =>
      JSON.parse((await desk.call(['review', 'main', '--format', 'gitlab'])).output ?? '').map(
        (issue: { readonly fingerprint: string }) => issue.fingerprint,
      );
    const before = await prints();
    desk.request([[normandie, 'charter: normandie\n', '# Une remarque\ncharter: normandie\n']]);
    const after = JSON.stringify(await prints());
    for (const print of before as readonly string[]) expect(after).toContain(print);
  });
});
