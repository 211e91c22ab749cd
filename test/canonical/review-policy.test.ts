import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/canonical/review-policy.ts';
import { readPolicy, readSettings } from '../../src/canonical/settings.ts';

describe('the policy of the gate', () => {
  it('is the default where the settings say nothing of it', async () => {
    for (const text of [undefined, 'language: en\n', '# nothing\n'])
      expect(await readPolicy(text)).toEqual({ policy: defaultPolicy, problems: [] });
  });

  it('is read beside the other settings, which keep their values', async () => {
    const text = [
      'language: en',
      'review:',
      '  fail-on: wording',
      '  self-accept: deny',
      '  rules:',
      '    not-canonical: error',
      '    charter-removed: warning',
      '    duration-changed: note',
      '  protected:',
      '    sections: [intro]',
      '    cookies:',
      '      - _pk_id.*',
      '',
    ].join('\n');
    expect(await readPolicy(text)).toEqual({
      policy: {
        failOn: 'wording',
        selfAccept: 'deny',
        rules: { 'not-canonical': 'error', 'charter-removed': 'warning', 'duration-changed': 'note' },
        protected: { sections: ['intro'], cookies: ['_pk_id.*'] },
      },
      problems: [],
    });
    expect(await readSettings(text)).toEqual({
      settings: { language: 'en', timezone: 'Europe/Paris' },
      problems: [],
    });
  });

  it.each([
    ['an unknown key', 'review:\n  fail: wording\n', 'unknown-key@2:3'],
    ['a class that is none', 'review:\n  fail-on: legal\n', 'value-unknown@2:12'],
    ['an unknown rule', 'review:\n  rules:\n    duration: error\n', 'unknown-key@3:5'],
    ['a severity that is none', 'review:\n  rules:\n    duration-changed: fatal\n', 'value-unknown@3:23'],
    ['a prototype key', 'review:\n  rules:\n    constructor: error\n', 'unknown-key@3:5'],
    ['a word for a list', 'review:\n  protected:\n    cookies: _ga\n', 'expected-list@3:14'],
    ['a list in a list', 'review:\n  protected:\n    cookies: [[a]]\n', 'expected-text@3:15'],
    ['a word for it all', 'review: strict\n', 'expected-map@1:9'],
    ['nothing', 'review:\n', 'value-missing@1:1'],
  ])('is refused with its place where it has %s', async (_name, text, problem) => {
    const { policy, problems } = await readPolicy(text);
    expect(policy).toEqual(defaultPolicy);
    expect(problems.map(({ code, line, column }) => `${code}@${line}:${column}`)).toEqual([problem]);
    expect((await readSettings(text)).problems).toEqual(problems);
  });
});
