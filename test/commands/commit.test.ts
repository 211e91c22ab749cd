import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Office } from './office.ts';

const one = 'charters/one.yaml';
const march = 'snapshots/one/2026-03-01.md';

let office: Office;
beforeEach(() => {
  office = new Office();
});
afterEach(() => office.remove());

async function begin(): Promise<void> {
  await office.import('one', { captured: '2026-03-01' });
  await office.commitAs();
}

describe('a commit', () => {
  test('is told beforehand, and made, in both languages', async () => {
    await begin();
    office.clock('2026-03-02T10:00:00+01:00');
    await office.import('one', {
      captured: '2026-03-02',
      words: 'Nous utilisons des cookies.',
      duration: '25 mois',
    });
    await office.import('two', { captured: '2026-03-02' });
    for (const language of ['en', 'fr']) {
      const text = [
        await office.transcript('commit', 'one', '--dry-run', '--lang', language),
        await office.transcript('commit', '--dry-run', '--lang', language),
      ];
      await expect(text.join('\n')).toMatchFileSnapshot(`golden/commit-dry-run.${language}.txt`);
    }
    const made = [
      await office.transcript('commit', 'one', '--lang', 'en'),
      await office.transcript('commit', '-m', 'Deuxième portail', '--lang', 'fr'),
      await office.transcript('commit', '--lang', 'en'),
      await office.transcript('commit', 'one', 'template:none', '--lang', 'en'),
      await office.transcript('log', '--lang', 'en'),
    ];
    await expect(made.join('\n')).toMatchFileSnapshot('golden/commit.en.txt');
  }, 60_000);

  test.each(['en', 'fr'])('is explained (%s)', async (language) => {
    const help = await office.transcript('commit', '--help', '--lang', language);
    await expect(help).toMatchFileSnapshot(`golden/help-commit.${language}.txt`);
  });

  test('is written in UTF-8, whatever encoding the settings name', async () => {
    await begin();
    office.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
    await office.import('one', { captured: '2026-03-02', duration: '25 mois' });
    await office.call(['commit', '-m', 'Durée changée']);
    office.git('config', '--unset', 'i18n.commitEncoding');
    expect(office.message()).toContain('Durée changée');
  });

  test('says the same to a screen reader', async () => {
    await office.import('one', { captured: '2026-03-01' });
    const plain = await office.call(['commit', '--dry-run']);
    expect(await office.call(['commit', '--dry-run', '--accessible'])).toEqual(plain);
  });

  test('speaks in the language of the repository, unless asked otherwise', async () => {
    office.write({ '.charter.yaml': 'language: en\n' });
    await office.import('one', { captured: '2026-03-01' });
    expect((await office.call(['commit', '--dry-run'], '.', { LANG: 'fr_FR.UTF-8' })).output).toContain(
      'one: new charter',
    );
    expect((await office.call(['commit', '--dry-run', '--lang', 'fr'])).output).toContain(
      'one\u00a0: nouvelle charte',
    );
  });

  test('says in its first line what weighs most, in 72 characters', async () => {
    await begin();
    office.edit(one, '13 mois', '25 mois');
    office.edit(one, 'Nous posons', 'Nous utilisons');
    await office.commitAs();
    expect(office.message()).toBe(
      [
        'one\u00a0: durée de _pk_id.*\u00a0; 1 de fond, 1 rédactionnelle',
        '',
        ` ~  cookie _pk_id.*, Durée\u00a0: [-13 mois-]{+25 mois+}  de fond`,
        ` ~  Introduction\u00a0: Nous [-posons-]{+utilisons+} des cookies.  rédactionnelle`,
        '',
        'Edited: one',
        'Change: content',
      ].join('\n'),
    );
    const long = 'un-portail-dont-le-nom-est-si-long-que-rien-d-autre-n-y-tient';
    await office.import(long, { captured: '2026-03-01' });
    await office.commitAs();
    office.edit(`charters/${long}.yaml`, '13 mois', '25 mois');
    await office.commitAs();
    const [subject = ''] = office.message().split('\n');
    expect([...subject].length).toBeLessThanOrEqual(72);
    expect(subject).toContain(long);
  });
});

describe('a commit of charters that share a file', () => {
  const two = 'charters/two.yaml';
  beforeEach(async () => {
    await begin();
    await office.import('two', { captured: '2026-03-01', duration: '25 mois' });
    await office.commitAs();
  });

  test.each([[[]], [['one']]])(
    'as they swapped their ids holds both, with what changed (%j)',
    async (words) => {
      office.edit(one, 'charter: one', 'charter: two');
      office.edit(two, 'charter: two', 'charter: one');
      await office.commitAs(...words);
      expect(office.changes()).toEqual([`M ${one}`, `M ${two}`]);
      const [subject] = office.message().split('\n');
      expect(subject).toBe('one, two\u00a0: 2 fichiers déplacés, 2 de fond');
      expect(office.message()).toContain('one\u00a0: 1 de fond\n');
      expect(office.message()).not.toContain('texte inchangé');
    },
  );

  test('as one took the file of another, which is told removed', async () => {
    office.write({ [one]: office.read(two), [two]: undefined });
    await office.commitAs('two');
    expect(office.changes()).toEqual([`M ${one}`, `D ${two}`]);
    const message = office.message();
    expect(message).toContain('one\u00a0: charte retirée');
    expect(message).not.toContain('renommée');
  });
});

test('a commit leaves nothing in the index of a file that its charter passed through', async () => {
  await begin();
  const passed = 'charters/é t/x [y].yaml';
  mkdirSync(join(office.root, 'charters/é t'));
  office.git('mv', one, passed);
  renameSync(join(office.root, passed), join(office.root, 'charters/last.yaml'));
  office.write({ 'charters/other.yaml': 'charter: other\n' });
  office.git('add', 'charters/other.yaml');
  await office.commitAs('one');
  expect(office.changes()).toEqual(['A charters/last.yaml', `D ${one}`]);
  expect(office.git('status', '--short', '-z', '--', 'charters')).toBe('A  charters/other.yaml\0');
});

test('a cookie that is linked is called by its name in the subject', async () => {
  await begin();
  office.edit(one, 'name: sessionid', 'name: "[sessionid](https://cookies.example.org/s), _gat"');
  await office.call(['fmt']);
  const { output } = await office.call(['commit', '--dry-run', '--lang', 'en']);
  expect(output).toMatch(/^ *one: [^\n]*sessionid, _gat/m);
  expect(output).not.toMatch(/^ *one: [^\n]*https/m);
});

describe('a commit says what became of a column', () => {
  const [name, purpose] = [
    '      - key: name\n        head: Nom\n',
    '      - key: purpose\n        head: Finalité\n',
  ];
  test.each([
    ['moved', name + purpose, purpose + name, 'column “Nom” moved; 1 typographic'],
    ['renamed', 'head: Durée\n', 'head: Durée de vie\n', 'column “Durée de vie” renamed; 1 wording'],
    [
      'added',
      purpose,
      `${purpose}      - key: provider\n        head: Tiers\n`,
      'column “Tiers” added; 1 wording',
    ],
  ])('%s', async (_, from, to, subject) => {
    await begin();
    office.edit(one, from, to);
    await office.call(['fmt']);
    const { output } = await office.call(['commit', '--dry-run', '--lang', 'en']);
    expect(output).toContain(`one: ${subject}\n`);
  });
});

describe('a commit holds', () => {
  test('the named charter and its capture, and nothing else that is changed or staged', async () => {
    await begin();
    await office.import('two', { captured: '2026-03-01' });
    await office.commitAs();
    await office.import('one', { captured: '2026-03-02', duration: '25 mois' });
    await office.import('two', { captured: '2026-03-02', duration: '25 mois' });
    office.write({ 'notes.txt': 'staged', 'free.txt': 'not known to git' });
    office.git('add', 'notes.txt', 'snapshots/two');
    await office.commitAs('one');
    expect(office.changes()).toEqual([`M ${one}`, 'A snapshots/one/2026-03-02.md']);
    expect(office.git('status', '--porcelain')).toBe(
      ' M charters/two.yaml\nA  notes.txt\nA  snapshots/two/2026-03-02.md\n?? free.txt\n',
    );
  });

  test('a partly staged charter as it stands in the work tree', async () => {
    await begin();
    office.edit(one, 'Nous posons', 'Nous utilisons');
    office.git('add', one);
    office.edit(one, '13 mois', '25 mois');
    await office.commitAs('one');
    expect(office.git('show', `HEAD:${one}`)).toBe(office.read(one));
    expect(office.git('status', '--porcelain', one)).toBe('');
  });

  test('a charter that went, and one that moved or took another name', async () => {
    await begin();
    await office.import('two', { captured: '2026-03-01' });
    await office.commitAs();
    office.write({ [one]: undefined });
    office.git('mv', 'charters/two.yaml', 'charters/deux é [2].yaml');
    await office.commitAs('one');
    expect(office.changes()).toEqual([`D ${one}`]);
    expect(office.message()).toBe('one\u00a0: charte retirée\n\nChange: content');
    expect((await office.call(['commit', 'two', '--dry-run', '--lang', 'en'])).output).toContain(
      'two: file moved, text unchanged\n',
    );
    office.edit('charters/deux é [2].yaml', 'charter: two', 'charter: deux');
    await office.commitAs('two');
    expect(office.changes()).toEqual(['A charters/deux é [2].yaml', 'D charters/two.yaml']);
    expect(office.message().split('\n')[0]).toBe(
      'deux\u00a0: texte inchangé\u00a0; changement de nom, était two',
    );
    expect(office.git('status', '--porcelain')).not.toMatch(/deux|two/);
  });

  test('a charter that git was told to forget, or knew by name alone', async () => {
    await begin();
    office.edit(one, '13 mois', '25 mois');
    office.git('rm', '-q', '--cached', one);
    await office.commitAs('one');
    await office.import('two', { captured: '2026-03-01' });
    office.git('add', '-N', 'charters/two.yaml');
    await office.commitAs();
    expect(office.git('status', '--porcelain', 'charters/one.yaml', 'charters/two.yaml', 'snapshots')).toBe(
      '',
    );
  });

  test('the capture that its text comes from, whatever git is told to ignore', async () => {
    office.write({ '.gitignore': '*.md\n' });
    await office.import('one', { captured: '2026-03-01' });
    office.write({ 'snapshots/one/2026-02-01.md': 'Un relevé à ignorer.' });
    const { messages } = await office.call(['commit', '--lang', 'en']);
    expect(messages).toBe(
      `${march} is taken, although git is told to ignore it: the charter comes from it.\n`,
    );
    expect(office.changes()).toEqual([`A ${one}`, `A ${march}`]);
  });

  test('no file beside the captures that is none', async () => {
    await office.import('one', { captured: '2026-03-01' });
    const folder = 'snapshots/one';
    const others = ['.env', '2026-03-02.key', '2026-03-02.md~', 'notes.md', 'sub/2026-03-02.md'];
    for (const name of others) office.write({ [`${folder}/${name}`]: 'secret' });
    symlinkSync('/etc/hostname', join(office.root, folder, '2026-03-03.md'));
    office.write({ [`${folder}/2026-03-04-2.html`]: '<p>Charte</p>' });
    office.git('add', `${folder}/.env`);
    for (const words of [['--dry-run'], []]) {
      const { messages = '', status } = await office.call(['commit', ...words, '--lang', 'en']);
      expect(status).toBe(0);
      const left = [...messages.matchAll(/^Left out: snapshots\/one\/(\S+)\. A capture is/gm)];
      expect(left.map(([, name]) => name).sort()).toEqual([...others, '2026-03-03.md'].sort());
    }
    expect(office.changes()).toEqual([`A ${one}`, `A ${march}`, `A ${folder}/2026-03-04-2.html`]);
    const { messages } = await office.call(['commit', 'one', '--lang', 'en']);
    expect(messages).toMatch(/^Nothing to commit: one is as in the last commit\.\nLeft out: /);
  });

  test('a template as well', async () => {
    office.write({
      'charters/templates/shared.yaml': [
        '# yaml-language-server: $schema=../charter.schema.json',
        'template: shared',
        'language: fr',
        'variables:',
        '  - url',
        'sections: []',
        'title: Charte cookies',
        'body:',
        '  - paragraph: Nous posons des cookies.',
        'tables: []',
        '',
      ].join('\n'),
    });
    await office.call(['fmt']);
    await office.commitAs('template:shared');
    expect(office.changes()).toEqual(['A charters/templates/shared.yaml']);
    expect(office.message()).toBe('modèle shared\u00a0: nouveau modèle\n\nChange: content');
  });
});

describe('a commit is made', () => {
  test('with no commit before it, on no branch, and from any folder', async () => {
    await begin();
    expect(office.git('rev-list', '--count', 'HEAD').trim()).toBe('1');
    office.git('checkout', '-q', '--detach');
    office.edit(one, '13 mois', '25 mois');
    expect((await office.call(['commit', 'one'], 'snapshots/one')).status).toBe(0);
    expect(office.changes()).toEqual([`M ${one}`]);
    expect(office.git('rev-parse', '--abbrev-ref', 'HEAD').trim()).toBe('HEAD');
  });

  test('in a linked work tree', async () => {
    await begin();
    office.git('worktree', 'add', '-q', 'beside', '-b', 'beside');
    office.edit(`beside/${one}`, '13 mois', '25 mois');
    expect((await office.call(['commit'], 'beside')).status).toBe(0);
    expect(office.changes('refs/heads/beside')).toEqual([`M ${one}`]);
    expect(office.changes('refs/heads/main')).toContain(`A ${one}`);
  });

  test('where the charters stand in a folder of a larger repository', async () => {
    office.write({ 'sub dir/charters/.keep': '', 'charters-of-another.txt': 'x' });
    office.write({ 'sub dir/page.txt': 'Charte\n\nNous posons des cookies.\n' });
    const words = ['import', 'page.txt', '--portal', 'one', '--captured', '2026-03-01'];
    expect((await office.call(words, 'sub dir')).status).toBe(0);
    expect((await office.call(['commit'], 'sub dir')).status).toBe(0);
    expect(office.changes()).toEqual([
      'A sub dir/charters/one.yaml',
      'A sub dir/snapshots/one/2026-03-01.txt',
    ]);
    expect((await office.call(['commit'], 'sub dir')).status).toBe(0);
    expect(office.git('rev-list', '--count', 'HEAD').trim()).toBe('1');
  });

  test('where git gives the work tree line ends of its own', async () => {
    await begin();
    office.git('config', 'core.autocrlf', 'true');
    office.write({ [one]: undefined, [march]: undefined });
    office.git('checkout', '-q', '--', '.');
    expect(office.read(march)).toContain('\r\n');
    expect((await office.call(['commit', '--lang', 'en'])).messages).toMatch(/^Nothing to commit/);
    office.edit(one, '13 mois', '25 mois');
    expect((await office.call(['fmt'])).status).toBe(0);
    await office.commitAs('one');
    expect(office.trailers()).toEqual(['Edited: one', 'Change: content']);
  });

  test('not where there is nothing to commit', async () => {
    await begin();
    const before = office.state();
    for (const words of [['commit'], ['commit', 'one'], ['commit', '--dry-run']])
      expect(await office.call([...words, '--lang', 'en'])).toMatchObject({
        status: 0,
        messages: expect.stringMatching(/^Nothing to commit/),
      });
    expect(office.state()).toBe(before);
  });

  test('not on a dry run, whatever git would say of it', async () => {
    await office.import('one', { captured: '2026-03-01' });
    office.hook('pre-commit', 'touch ran; exit 1');
    const before = office.state();
    expect((await office.call(['commit', '--dry-run'])).status).toBe(0);
    expect(office.state()).toBe(before);
    expect(office.has('ran')).toBe(false);
  });
});

describe('a text of the user', () => {
  const signed = 'Signed-off-by: Zoé <zoe@example.org>';
  test.each([
    ['a subject', 'Durées', ['Edited: one', 'Change: content']],
    ['a subject like a trailer', 'Durées: nouvelles', ['Edited: one', 'Change: content']],
    ['paragraphs', 'Durées\n\nVoir : la page\nou non.', ['Edited: one', 'Change: content']],
    ['trailers', `Durées\n\n${signed}`, [signed, 'Edited: one', 'Change: content']],
    [
      'trailers after text',
      `Durées\n\nVoir.\n\nRef: 12\n${signed}\n\n`,
      ['Ref: 12', signed, 'Edited: one', 'Change: content'],
    ],
    [
      'trailers of several lines',
      'Durées\n\nRef: 12\n  et 13',
      ['Ref: 12 et 13', 'Edited: one', 'Change: content'],
    ],
    [
      'a quarter of trailers',
      `Durées\n\nEncore\nencore\net encore\n${signed}`,
      [signed, 'Edited: one', 'Change: content'],
    ],
    ['lines that begin with #', '#12 Durées\n\n# note\nRef: 1', ['Edited: one', 'Change: content']],
    ['an option', '--amend', ['Edited: one', 'Change: content']],
  ])('with %s is kept, its trailers joined', async (_, text, trailers) => {
    await begin();
    office.edit(one, '13 mois', '25 mois');
    office.git('config', 'trailer.change.command', 'touch ran');
    office.git('config', 'commit.cleanup', 'strip');
    await office.commitAs('one', `--message=${text}`);
    expect(office.trailers().filter((line) => line.includes(':'))).toEqual(trailers);
    expect(office.message().startsWith(text.trim())).toBe(true);
    expect(office.has('ran')).toBe(false);
  });
});

describe('decisions alone', () => {
  const reference = (digit: string): string => digit.repeat(64);

  function decide(...decisions: readonly (readonly [digit: string, status: string, reason: string])[]): void {
    const text = office.read('charters/one.yaml').split('decisions:\n')[0] ?? '';
    const blocks = decisions.map(
      ([digit, status, reason]) =>
        `  - reference: ${reference(digit)}\n    status: ${status}\n    class: wording\n` +
        `    reason: ${reason}\n    by: Zoé Ünal\n    "on": "2026-03-02"\n`,
    );
    const block = blocks.length === 0 ? '' : `decisions:\n${blocks.join('')}`;
    office.write({ 'charters/one.yaml': text + block });
  }

  beforeEach(async () => {
    await office.import('one', { captured: '2026-03-01' });
    await office.commitAs();
  });

  test('are named in the message, and not told as an unchanged text', async () => {
    decide(['a', 'agreed', 'Le portail le veut.'], ['b', 'agreed', 'Aussi.'], ['c', 'to-fix', 'Vite.']);
    await office.commitAs();
    expect(office.message().replaceAll('\u00a0', ' ')).toContain(
      'one : 2 écarts admis, 1 écart à corriger\n\n ·  aaaaaa  écart admis : Le portail le veut.\n',
    );
    decide(['a', 'agreed', 'Autrement.'], ['c', 'agreed', 'Vite.']);
    await office.commitAs('--lang', 'en');
    expect(office.message()).toContain(
      [
        'one: 1 drift agreed, 1 decision altered, 1 decision removed',
        '',
        ' ·  aaaaaa  decision altered: Autrement.',
        ' ·  cccccc  agreed: Vite.',
        ' ·  bbbbbb  decision removed: Aussi.',
      ].join('\n'),
    );
  });

  test('stand after the changes of the text', async () => {
    decide(['a', 'agreed', 'Oui.']);
    office.edit('charters/one.yaml', '13 mois', '25 mois');
    await office.commitAs('--lang', 'en');
    expect(office.message()).toMatch(/^one: .*; 1 substantive; 1 drift agreed\n/);
  });
});
