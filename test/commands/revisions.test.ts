/** A charter at a revision, on a day, staged, under the name it had: as the user sees it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Archive, charterText, importedMessage } from './revisions.ts';

let archive: Archive;
beforeEach(() => {
  archive = new Archive();
});
afterEach(() => archive.remove());

const file = 'charters/éléments communs/ville de lyon.yaml';

function version(words: string, captured?: string): Record<string, string> {
  return { [file]: charterText({ id: 'lyon', words, ...(captured === undefined ? {} : { captured }) }) };
}

/** As imported that day. */
function capture(
  [subject, ...trailers]: readonly [string, ...string[]],
  [words, captured]: readonly [string, string],
  options: { readonly date: string; readonly author?: string },
): void {
  const files = version(words, captured);
  archive.commit(importedMessage(subject, files[file] ?? '', ...trailers), files, options);
}

async function golden(name: string, ...lines: readonly string[]): Promise<void> {
  const text: string[] = [];
  for (const language of ['en', 'fr'])
    for (const line of lines) text.push(await archive.transcript(line, '.', language));
  await expect(text.join('\n')).toMatchFileSnapshot(`golden/revisions-${name}.txt`);
}

describe('a day', () => {
  /** Captured 24 February, committed 9 March; hand edit 12 March; captured and committed 15 March. */
  function observe(): void {
    capture(['Premier relevé'], ['Texte de janvier.', '2026-01-10'], { date: '2026-01-10T10:00:00+01:00' });
    capture(['Relevé de février'], ['Texte de février.', '2026-02-24'], {
      date: '2026-03-09T23:30:00+00:00',
      author: 'Éloïse Ñandú <eloise@example.org>',
    });
    archive.commit('Correction à la main', version('Texte corrigé à la main.', '2026-02-24'), {
      date: '2026-03-12T10:00:00+01:00',
    });
    capture(['Relevé de mars'], ['Texte de mars.', '2026-03-15'], { date: '2026-03-15T10:00:00+01:00' });
  }

  test('stands for the last capture dated by its end, and the header says which', async () => {
    observe();
    await golden(
      'day',
      'diff lyon@2026-03-01 lyon',
      'diff lyon@2026-03-01',
      'diff lyon@2026-02-01 lyon@2026-03-20',
      'diff lyon@2026-03-01 lyon --accessible',
      'diff lyon@2026-03-15 lyon',
      'diff lyon@2026-01-31..2026-03-01 --stat',
      'diff 2026-01-31..HEAD',
    );
  });

  test('after a charter got another id says which, and what it had before it', async () => {
    observe();
    const text = charterText({ id: 'lugdunum', words: 'Texte de mars.', captured: '2026-03-15' });
    archive.commit('Autre nom', { [file]: text }, { date: '2026-04-01T10:00:00+02:00' });
    expect(await archive.transcript('show lyon@2026-04-02')).toContain(
      'lyon was not there on 2 April 2026: it was renamed lugdunum on 1 April 2026. See lugdunum@2026-04-02.',
    );
    expect(await archive.transcript('diff lyon@2026-04-02', '.', 'fr')).toContain(
      "lyon n'était pas là le 2 avril 2026\u00a0: la charte a été renommée en lugdunum le 1er avril 2026. Voir lugdunum@2026-04-02.",
    );
    expect(await archive.transcript('show lyon@2026-03-20')).toContain('Texte de mars.');
    const again = {
      'charters/again.yaml': charterText({ id: 'lyon', words: 'Autre.', captured: '2026-05-01' }),
    };
    archive.commit('De nouveau', again, { date: '2026-05-02T10:00:00+02:00' });
    expect(await archive.transcript('show lyon@2026-03-20')).toContain('Texte de mars.');
    expect(await archive.transcript('diff lyon@2026-04-02 lyon')).toContain(
      'Renamed lugdunum on 1 April; back on 1 May',
    );
  });

  test('is a fact of the JSON output too', async () => {
    observe();
    const text = await archive.transcript('diff lyon@2026-03-01 lyon --json');
    const json: unknown = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
    expect(json).toMatchObject({
      diffs: [
        {
          a: {
            charter: 'lyon',
            revision: '2026-03-01',
            file,
            dated: {
              asked: '2026-03-01',
              by: 'capture',
              captured: '2026-02-24',
              recorded: '2026-03-10',
              next: '2026-03-15',
            },
          },
          b: { charter: 'lyon', file },
        },
      ],
    });
  });

  test.each([
    ['2026-02-23', 'Texte de janvier.'],
    ['2026-02-24', 'Texte de février.'],
    ['2026-03-14', 'Texte de février.'],
    ['2026-03-15', 'Texte de mars.'],
    ['2030-01-01', 'Texte de mars.'],
  ])('%s shows %s', async (day, words) => {
    observe();
    expect(await archive.transcript(`show lyon@${day}`)).toContain(words);
  });

  test.each([
    ['2026-03-09', 'Texte de janvier.'],
    ['2026-03-10', 'Texte de février.'],
    ['2026-03-12', 'Texte corrigé à la main.'],
  ])('%s with --by commit shows %s, in the repository’s time zone', async (day, words) => {
    observe();
    expect(await archive.transcript(`show lyon@${day} --by commit`)).toContain(words);
  });

  test('is counted in the zone that the settings name', async () => {
    archive.write({ '.charter.yaml': 'timezone: Pacific/Noumea\n' });
    observe();
    expect(await archive.transcript('show lyon@2026-03-10 --by commit')).toContain('Texte de février.');
    archive.write({ '.charter.yaml': 'timezone: America/Cayenne\n' });
    expect(await archive.transcript('show lyon@2026-03-09 --by commit')).toContain('Texte de février.');
  });

  test('before the first version names the first; one that the calendar lacks is refused', async () => {
    observe();
    await golden('too-early', 'show lyon@2025-12-31', 'diff lyon@2025-12-31 lyon', 'show lyon@2026-02-30');
  });

  test('in a shallow clone that does not reach so far, names what fetches the rest', async () => {
    observe();
    archive.git('clone', '-q', '--depth', '1', `file://${archive.root}`, `${archive.root}/shallow`);
    const text = await archive.transcript('show lyon@2026-02-25', 'shallow');
    expect(text).toMatch(/first known one is of 15 March 2026.*git fetch --unshallow.*fetch-depth: 0/);
    expect(text).toContain('--- status 2');
    expect(await archive.transcript('show lyon@HEAD~1', 'shallow')).toContain('fetch-depth: 0');
    expect(await archive.transcript('show lyon@2026-03-20', 'shallow')).toContain('recorded the same day');
    capture(['plus tard'], ['Texte.', '2026-04-01'], { date: '2026-04-03T10:00:00+02:00' });
    archive.git('clone', '-q', '--depth', '1', `file://${archive.root}`, `${archive.root}/later`);
    expect(await archive.transcript('show lyon@2026-04-10', 'later')).toContain(
      'recorded on or before 3 April',
    );
  });

  test('gives way to a branch or tag of that name, which is said', async () => {
    observe();
    archive.git('tag', '2026-03-01', 'HEAD~3');
    const text = await archive.transcript('show lyon@2026-03-01');
    expect(text).toContain('Texte de janvier.');
    expect(text).toContain('“2026-03-01” names a branch, a tag or a commit here');
  });

  test('on which the charter was gone shows it as gone', async () => {
    observe();
    archive.commit(
      'Fermeture',
      { [file]: undefined, 'charters/x.yaml': charterText({ id: 'x' }) },
      {
        date: '2026-05-01T10:00:00+02:00',
      },
    );
    archive.commit('Retour', version('Texte de juillet.', '2026-07-01'), {
      date: '2026-07-02T10:00:00+02:00',
    });
    await golden(
      'gone-on-day',
      'show lyon@2026-06-01',
      'diff lyon@2026-06-01 lyon',
      'diff lyon@2026-03-01 lyon@2026-06-01 --stat',
    );
    archive.commit('Fin', { [file]: undefined }, { date: '2026-08-01T10:00:00+02:00' });
    expect(await archive.transcript('show lyon@2026-03-01')).toContain('Texte de février.');
  });

  test('on which the charter was gone, against another time without it, compares nothing', async () => {
    observe();
    const gone = { [file]: undefined, 'charters/x.yaml': charterText({ id: 'x' }) };
    archive.commit('Fermeture', gone, { date: '2026-05-01T10:00:00+02:00' });
    for (const line of [
      'diff lyon@2026-06-01 lyon',
      'diff lyon@2026-06-01..2026-06-03',
      'diff lyon@2026-06-01',
    ]) {
      const text = await archive.transcript(line);
      expect(text).not.toContain('equal');
      expect(text).toContain('1 May 2026');
      expect(text).toContain('--- status 2');
    }
  });

  test('before and after a removal that was taken back, though the capture is older than both', async () => {
    const january = version('Texte de janvier.', '2026-01-10');
    capture(['un'], ['Texte de janvier.', '2026-01-10'], { date: '2026-01-12T10:00:00+01:00' });
    archive.commit(
      'retrait',
      { [file]: undefined, 'charters/x.yaml': charterText({ id: 'x' }) },
      {
        date: '2026-03-05T10:00:00+01:00',
      },
    );
    archive.commit('retour', january, { date: '2026-03-08T10:00:00+01:00' });
    for (const day of ['2026-03-04', '2026-03-08', '2026-04-01']) {
      const text = await archive.transcript(`show lyon@${day}`);
      expect(text).toContain('Texte de janvier.');
      expect(text).toContain('Observed on 10 January as its commit says, recorded on 12 January.');
    }
    const gone = await archive.transcript('diff lyon@2026-03-06 lyon');
    expect(gone).toContain('Removed on 5 March; back on 8 March');
  });

  test('takes a later reading of the same capture that is told technical', async () => {
    capture(['un'], ['Texte mal lu.', '2026-02-24'], { date: '2026-02-24T10:00:00+01:00' });
    capture(['deux', 'Change: technical'], ['Texte bien lu.', '2026-02-24'], {
      date: '2026-03-20T10:00:00+01:00',
    });
    archive.commit('trois', version('Texte édité.', '2026-02-24'), { date: '2026-03-21T10:00:00+01:00' });
    const text = await archive.transcript('show lyon@2026-03-01');
    expect(text).toContain('Texte bien lu.');
    expect(text).toContain('Observed on 24 February as its commit says, recorded the same day.');
  });

  test('of a version without a capture is its commit’s', async () => {
    archive.commit('un', version('Un.'), { date: '2026-02-24T10:00:00+01:00' });
    archive.commit('deux', version('Deux.'), { date: '2026-03-20T10:00:00+01:00' });
    archive.commit(
      'modèle',
      {
        'charters/templates/commun.yaml':
          'template: commun\nlanguage: fr\nvariables:\n  - url\ntitle: Charte\nbody:\n  - paragraph: Texte.\n',
      },
      { date: '2026-03-21T10:00:00+01:00' },
    );
    await golden('day-without-capture', 'show lyon@2026-03-01', 'show template:commun@2026-03-31');
  });
});

describe('versions', () => {
  function history(): void {
    archive.commit('un', { ...version('Un.'), 'charters/b.yaml': charterText({ id: 'b' }) });
    archive.commit('deux', version('Deux.'));
    archive.commit('trois', version('Trois.'));
  }

  test('are named as git names them', async () => {
    history();
    archive.git('checkout', '-qb', 'topic', 'HEAD~1');
    archive.commit('sur le côté', { 'charters/b.yaml': charterText({ id: 'b', words: 'Autre.' }) });
    await golden(
      'ranges',
      'diff main~2..main --stat',
      'diff main...topic --stat',
      'diff main..topic --name-only',
      'diff lyon@main~2..main',
      'diff lyon@main...topic',
    );
    archive.git('checkout', '-q', '--orphan', 'apart');
    archive.commit('à part');
    expect(await archive.transcript('diff main...apart')).toMatch(/no commit in common[\s\S]*status 2/);
  });

  test.each([
    'lyon@--output=x',
    'lyon@-h',
    '--output..HEAD',
    'lyon@HEAD --output',
    'lyon@',
    'lyon@a..--output=x',
  ])('such as %s are refused', async (argument) => {
    history();
    expect(await archive.transcript(`diff ${argument}`)).toContain('--- status 2');
    expect(archive.git('status', '--porcelain')).toBe('');
  });

  test('a charter that is only on one side is shown as come or gone', async () => {
    archive.commit('un', { 'charters/b.yaml': charterText({ id: 'b' }) });
    archive.commit('deux', version('Deux.'));
    archive.commit('trois', { [file]: undefined });
    await golden(
      'one-sided',
      'diff lyon@HEAD~2 lyon@HEAD~1 --stat',
      'diff lyon@HEAD~2..HEAD~1',
      'diff lyon@HEAD~1..HEAD',
      'diff lyon@HEAD~1',
      'diff HEAD~1..HEAD',
      'diff lyon@HEAD~2..HEAD',
    );
  });

  test('a charter is found under the id and in the file that it had', async () => {
    archive.commit('un', {
      'charters/lugdunum.yaml': charterText({ id: 'lugdunum', url: 'https://lyon.example', words: 'Un.' }),
      'charters/b.yaml': charterText({ id: 'b' }),
    });
    archive.commit('renommée', {
      'charters/lugdunum.yaml': undefined,
      'charters/lyon.yaml': charterText({ id: 'lyon', words: 'Un.' }),
    });
    archive.commit('déplacée', {
      'charters/lyon.yaml': undefined,
      [file]: charterText({ id: 'lyon', words: 'Trois.' }),
    });
    await golden(
      'renamed',
      'diff lyon@HEAD~2',
      'diff lyon@HEAD~1',
      'diff HEAD~2..HEAD --stat',
      'show lyon@HEAD~2',
      'diff lugdunum@HEAD~2 lyon',
    );
  });

  test('a renaming that is not committed yet is seen through too', async () => {
    history();
    archive.write({
      [file]: undefined,
      'charters/lugdunum.yaml': charterText({ id: 'lugdunum', url: 'https://lyon.example', words: 'Trois.' }),
    });
    expect(await archive.transcript('diff lugdunum@HEAD')).toContain('lugdunum was called lyon in HEAD.');
    expect(await archive.transcript('diff')).toContain('lyon@HEAD and lugdunum');
  });
});

test.each(['diff', 'diff --json', 'diff --stat', 'diff --accessible', 'diff --name-only'])(
  '%s of a charter that cannot be read says nothing of equality',
  async (line) => {
    archive.commit('un', version('Un.'));
    for (const text of ['charter: lyon\n\tbody: [', '<<<<<<< HEAD\ncharter: lyon\n']) {
      archive.write({ [file]: text });
      const said = await archive.transcript(line);
      expect(said).toMatch(/^\$ charter diff.*\n--- stderr\n/);
      expect(said).toContain('--- status 3');
    }
  },
);

describe('what is staged', () => {
  test('is compared with HEAD, or with a revision', async () => {
    archive.commit('un', { ...version('Un.'), 'charters/b.yaml': charterText({ id: 'b' }) });
    archive.commit('deux', version('Deux.'));
    archive.write({ ...version('Indexé.'), 'charters/neuf.yaml': charterText({ id: 'neuf' }) });
    archive.git('add', '-A');
    archive.write({ ...version('Au travail.'), 'charters/prevu.yaml': charterText({ id: 'prevu' }) });
    archive.git('add', '--intent-to-add', 'charters/prevu.yaml');
    rmSync(join(archive.root, 'charters/b.yaml'));
    await golden(
      'staged',
      'diff --staged',
      'diff lyon --staged',
      'diff lyon@HEAD~1 --staged --stat',
      'diff b --staged',
      'diff --stat',
      'diff lyon b --staged',
      'diff HEAD~1..HEAD --staged',
    );
  });

  test('before the first commit is all new', async () => {
    archive.write(version('Un.'));
    archive.git('add', '-A');
    expect(await archive.transcript('diff --staged --stat')).toMatch(/lyon@HEAD → lyon@index[\s\S]*status 0/);
    expect(await archive.transcript('diff lyon --staged')).toMatch(/New charter[\s\S]*status 0/);
    expect(await archive.transcript('diff other --staged')).toMatch(
      /no charter “other” in the index[\s\S]*status 2/,
    );
    expect(await archive.transcript('diff')).toMatch(/no commit here yet[\s\S]*status 2/);
  });

  test('with nothing staged, and in a merge that is open', async () => {
    archive.commit('un', version('Un.'));
    expect(await archive.transcript('diff --staged')).toContain(
      'No charter differs between HEAD and what is staged.',
    );
    archive.git('checkout', '-qb', 'side');
    archive.commit('deux', version('Deux.'));
    archive.git('checkout', '-q', 'main');
    archive.commit('trois', version('Trois.'));
    expect(() => archive.record(['merge', '-q', 'side'])).toThrow();
    expect(await archive.transcript('diff --staged')).toMatch(
      /ville de lyon\.yaml is not merged yet[\s\S]*status 3/,
    );
  });
});
