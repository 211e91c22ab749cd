import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk, duration, failing, loire, normandie, template, told } from './reviewing.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.remove());

function reopen(settings: string): void {
  desk.remove();
  desk = new Desk(settings);
}

const altered = [normandie, ...duration] as const;

/** What the finding of a rule says, in English. */
async function sentenceOf(base: string, rule: string): Promise<string> {
  const { output = '' } = await desk.call(['review', base, '--format', 'github', '--lang', 'en', '--all']);
  const line = output.split('\n').find((text) => text.includes(`(${rule})`)) ?? '';
  return line.replace(/^.*?::.*?::/, '');
}

describe('what a reviewer reads', () => {
  test.each(['fr', 'en'])('of a request that changes a duration, in the language %s', async (lang) => {
    desk.request([altered, [normandie, 'nous utilisons', 'le portail utilise']]);
    const shown = async (name: string, ...words: readonly string[]): Promise<void> => {
      const text = await desk.transcript('review', 'main', ...words, '--lang', lang);
      // Its digits change with every charter of the repository.
      const told = text.replaceAll(desk.id('HEAD').slice(0, 8), 'aaaaaaaa');
      await expect(told).toMatchFileSnapshot(`golden/${name}.${lang}.txt`);
    };
    await shown('review-failing');
    await shown('review-accessible', '--accessible');
    const { findings } = await desk.review('main');
    await desk.accept(findings[0]?.reference ?? '');
    desk.request();
    await shown('review-agreed');
    desk.git('rm', '-q', normandie);
    desk.edit(template, 'nous utilisons', 'nous déposons pendant 13 mois');
    desk.request();
    await shown('review-template');
  });
});

test('the README shows what such a request prints', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, words = '', text = ''] = /<!-- review:(.+?) -->\n```text\n(.*?)```\n/s.exec(readme) ?? [];
  desk.request([altered, [normandie, 'nous utilisons', 'le portail utilise']]);
  expect((await desk.call(words.split(' '))).output).toBe(text);
});

describe('the gate', () => {
  test('lets a request pass that changes typography only', async () => {
    desk.request([[normandie, "Qu'est ce qu'un cookie", "Qu'est-ce qu'un cookie"]]);
    const review = await desk.review('main');
    expect([review.status, review.verdict.outcome, review.request]).toEqual([0, 'merge', 'proposal']);
    expect(review.summary).toEqual({ variable: 0, typographic: 1, wording: 0, substantive: 0 });
  });

  test('lets wording pass, but not where it is to fail on wording', async () => {
    desk.request([[normandie, 'nous utilisons', 'le portail utilise']]);
    expect((await desk.review('main')).status).toBe(0);
    const strict = await desk.review('main', '--fail-on', 'rédactionnelle');
    expect([strict.status, strict.policy.source]).toEqual([1, 'option']);
    expect(failing(strict)).toEqual(['normandie text-reworded unexplained']);
  });

  test('fails by an altered duration, and names file, line, rule and reference', async () => {
    desk.request([altered]);
    const { status, findings, verdict } = await desk.review('main');
    const [finding] = findings;
    expect([status, verdict.outcome]).toEqual([1, 'justify']);
    const line =
      desk
        .read(normandie)
        .split('\n')
        .findIndex((text) => text.includes('pendant 6 mois')) + 1;
    expect(finding).toMatchObject({
      rule: 'duration-changed',
      class: 'substantive',
      place: { file: normandie, line, cookie: 'cookies_preferences', field: { key: 'purpose' } },
      ruling: 'unexplained',
      fails: true,
    });
    expect(finding?.reference).toMatch(/^[0-9a-f]{6,}$/);
    const drift = await desk.call(['drift', 'normandie', '--lang', 'en']);
    expect(drift.output).toContain(finding?.reference);
  });

  test('lets it pass once it is accepted with a reason, and tells who brought the decision in', async () => {
    desk.request([altered]);
    const [finding] = (await desk.review('main')).findings;
    await desk.accept(finding?.reference ?? '', '--by', 'Someone Else');
    desk.request([], 'Émile Roux <emile@example.org>');
    const review = await desk.review('main');
    expect([review.status, review.verdict.outcome]).toEqual([0, 'merge']);
    expect(review.findings.map(told)).toEqual(['normandie duration-changed agreed']);
    expect(review.decisions).toMatchObject([
      {
        what: 'made',
        portal: 'normandie',
        counts: true,
        decision: { by: 'Someone Else', reason: 'Voulu' },
        author: { name: 'Émile Roux', email: 'emile@example.org', commit: desk.id('HEAD') },
        covers: [review.findings[0]?.id],
      },
    ]);
    const { output } = await desk.call(['review', 'main', '--lang', 'en']);
    expect(output?.replace(/\s+/g, ' ')).toContain('brought in by Émile Roux');
  });

  test('still fails where the policy takes no reason from the request itself', async () => {
    reopen('review:\n  self-accept: deny\n');
    desk.request([altered]);
    const [finding] = (await desk.review('main')).findings;
    await desk.accept(finding?.reference ?? '');
    desk.request();
    const review = await desk.review('main');
    expect(review.status).toBe(1);
    expect(failing(review)).toEqual(['normandie duration-changed self-agreed']);
    expect(review.decisions.map(({ counts }) => counts)).toEqual([false]);
  });

  test('still fails where the request loosens the policy too', async () => {
    reopen('review:\n  fail-on: substantive\n');
    desk.write({
      '.charter.yaml':
        'review:\n  fail-on: variable\n  self-accept: deny\n  rules:\n    duration-changed: note\n',
    });
    desk.request([altered]);
    const review = await desk.review('main');
    expect(failing(review)).toEqual(['normandie duration-changed unexplained']);
    expect(review.policy).toMatchObject({ source: 'base', policy: { failOn: 'substantive', rules: {} } });
    expect(review.findings.map(told)).toContain('policy-changed warning');
    // Once it is the base’s, it holds.
    desk.git('checkout', '-q', 'main');
    desk.git('checkout', 'request', '--', '.charter.yaml');
    desk.commit('Politique');
    desk.git('checkout', '-q', 'request');
    expect((await desk.review('main')).findings.map(told)).toContain('normandie duration-changed lowered');
  });

  test('lets a request pass that fixes old drift, and says so', async () => {
    desk.request([
      [loire, 'possible, le portail utilise des cookies', 'possible nous utilisons des cookies'],
    ]);
    const review = await desk.review('main', '--fail-on', 'wording');
    expect(review.status).toBe(0);
    const changed = review.findings.filter(({ kind }) => kind === 'change');
    expect(changed.map(told)).toEqual(['pays-de-la-loire text-reworded to-template']);
    expect(review.drift).toMatchObject([
      { portal: 'pays-de-la-loire', direction: 'nearer', ended: { wording: 1 }, begun: { wording: 0 } },
    ]);
    const { output } = await desk.call(['review', 'main', '--lang', 'en']);
    expect(output).toContain('pays-de-la-loire comes nearer to opendatasoft-fr (6 → 5)');
  });

  test('counts what was there before only where it is asked to', async () => {
    desk.request([[loire, 'le portail utilise des cookies', 'le portail emploie des cookies']]);
    const review = await desk.review('main', '--fail-on', 'wording');
    expect(failing(review)).toHaveLength(1);
    expect(review.findings.filter(({ ruling }) => ruling === 'existing')).toHaveLength(5);
    const all = await desk.review('main', '--fail-on', 'wording', '--existing');
    expect(failing(all)).toHaveLength(6);
    expect(all.findings.filter(({ isNew }) => !isNew)).toHaveLength(5);
  });

  test('fails by a decision that is taken out while its drift stays', async () => {
    desk.git('checkout', '-q', 'main');
    desk.edit(...altered);
    const { output = '' } = await desk.call(['drift', '--json']);
    const reference = JSON.parse(output).drifts[0].portals.find(
      ({ portal }: { readonly portal: string }) => portal === 'normandie',
    ).findings[0].reference;
    await desk.accept(reference);
    desk.commit('Admis');
    desk.git('checkout', '-q', '-B', 'request');
    desk.write({ [normandie]: desk.read(normandie).replace(/^decisions:\n(?: .*\n)+/m, '') });
    desk.request();
    const review = await desk.review('main');
    expect(failing(review)).toEqual(['normandie duration-changed unexplained']);
    expect(review.decisions.map(({ what, portal }) => `${what} ${portal}`)).toEqual(['removed normandie']);
  });

  test('tells that a decision is without effect where the text changed again', async () => {
    desk.git('checkout', '-q', 'main');
    desk.edit(normandie, 'nous utilisons', 'le portail utilise');
    await desk.accept('d200ab');
    desk.commit('Admis');
    desk.git('checkout', '-q', '-B', 'request');
    desk.request([[normandie, 'le portail utilise', 'le portail emploie']]);
    const review = await desk.review('main');
    expect(review.decisions.map(({ what }) => what)).toEqual(['lapsed']);
  });

  test('asks for a reason already for wording where a place is protected, in templates too', async () => {
    reopen('review:\n  protected:\n    sections: [introduction, functional]\n    cookies: ["cookies_*"]\n');
    desk.request([[normandie, 'Se souvenir du choix', 'Se souvenir du souhait']]);
    expect((await desk.review('main')).findings[0]).toMatchObject({ isProtected: true, fails: true });
    desk.git('checkout', '-q', '-B', 'request', 'main');
    desk.request([[template, 'nous utilisons', 'nous employons']]);
    const review = await desk.review('main');
    expect(failing(review)).toContain('template:opendatasoft-fr text-reworded no-ledger');
  });

  test('fails by what changes in a template, of which no reason can be noted, and by the portals left behind', async () => {
    desk.request([[template, ...duration]]);
    const review = await desk.review('main');
    const rulings = new Set(review.findings.map(({ kind, ruling }) => `${kind} ${ruling}`));
    expect(rulings).toEqual(new Set(['drift unexplained', 'change template']));
    expect(failing(review)).toHaveLength(6);
    expect(review.drift.every(({ cause, direction }) => cause === 'template' && direction !== 'nearer')).toBe(
      true,
    );
  });

  test('lets a template change with its portals only where the policy of the base lets it', async () => {
    const all = ['cooracenormandie', 'noisylegrand', 'normandie', 'pays-de-la-loire'].map(
      (portal) => [`charters/${portal}.yaml`, ...duration] as const,
    );
    const unedic = 'charters/performance-dataunedic.yaml';
    const edits = [
      [template, ...duration] as const,
      ...all,
      [unedic, 'souvenir du choix', 'souvenir pendant 6 mois du choix'] as const,
    ];
    desk.request(edits);
    expect(failing(await desk.review('main'))).toEqual([
      'template:opendatasoft-fr duration-changed template',
    ]);
    reopen('review:\n  rules:\n    template-changed: warning\n');
    desk.request(edits);
    const review = await desk.review('main');
    expect(review.status).toBe(0);
    expect(new Set(review.findings.map(({ ruling }) => ruling))).toEqual(
      new Set(['template', 'to-template']),
    );
  });

  test('is not got round by a first template that the request brings itself', async () => {
    desk.git('checkout', '-q', 'main');
    desk.edit(normandie, 'follows: opendatasoft-fr\n', '');
    desk.commit('Sans modèle');
    desk.git('checkout', '-q', '-B', 'request');
    desk.write({
      'charters/templates/mine.yaml': desk
        .read(template)
        .replace('template: opendatasoft-fr', 'template: mine')
        .replace(...duration),
    });
    desk.request([altered, [normandie, 'language: fr', 'follows: mine\nlanguage: fr']]);
    expect(failing(await desk.review('main'))).toEqual([
      'normandie template-left error',
      'normandie duration-changed no-ledger',
    ]);
  });

  test('takes what is to be corrected for the request’s own reason, but never another template', async () => {
    for (const answer of ['allow', 'deny']) {
      desk.git('checkout', '-q', 'main');
      desk.write({
        '.charter.yaml': `review:\n  self-accept: ${answer}\n  rules:\n    template-changed: warning\n`,
        'charters/templates/lax.yaml': desk
          .read(template)
          .replace('template: opendatasoft-fr', 'template: lax'),
      });
      desk.commit('Politique');
      desk.git('checkout', '-q', '-B', 'request');
      desk.request([[normandie, 'follows: opendatasoft-fr', 'follows: lax']]);
      expect(failing(await desk.review('main'))).toEqual(['normandie template-left error']);
      desk.git('checkout', '-q', '-B', 'request', 'main');
      desk.request([[template, ...duration]]);
      const [finding] = (await desk.review('main')).findings.filter(({ fails }) => fails);
      const fix = ['fix', finding?.reference ?? '', '--by', '2099-01-01', '--portals', '*'];
      expect((await desk.call(fix)).status).toBe(0);
      desk.request();
      const { findings } = await desk.review('main');
      const rulings = findings.flatMap(({ charter, ruling }) => (charter === 'normandie' ? [ruling] : []));
      expect(rulings).toEqual([answer === 'deny' ? 'self-agreed' : 'to-fix']);
    }
  });

  test('is not got round by a template of the request’s own, or by what it lets the template approve', async () => {
    desk.write({
      'charters/templates/mine.yaml': desk
        .read(template)
        .replace('template: opendatasoft-fr', 'template: mine')
        .replace(...duration),
    });
    desk.request([altered, [normandie, 'follows: opendatasoft-fr', 'follows: mine']]);
    expect(failing(await desk.review('main'))).toEqual([
      'normandie template-left error',
      'normandie duration-changed no-ledger',
    ]);
    desk.git('checkout', '-q', '-B', 'request', 'main');
    const [, line = '', block = ''] =
      /\n( {2}- paragraph: \|-\n {6}(Les cookies dits[^\n]*)\n)/.exec(desk.read(template)) ?? [];
    const approved = line
      .replace('paragraph: |-', 'paragraph: |-')
      .concat(`    variants:\n      - ${JSON.stringify(block.replace('tiers', 'internes'))}\n`);
    desk.request([[template, line, approved]]);
    expect((await desk.call(['fmt', template])).status).toBe(0);
    desk.request();
    expect(failing(await desk.review('main'))).toEqual(['template:opendatasoft-fr template-changed error']);
  });

  test('knows what is taken out for drift, though it stood there in other words than the template’s', async () => {
    desk.write({
      [loire]: desk
        .read(loire)
        .replace(/\n {2}- paragraph: \|-\n {6}Afin de vous[^\n]*(?:\n {6}[^\n]*)*/, ''),
    });
    desk.request();
    const review = await desk.review('main');
    const [finding] = review.findings;
    expect(failing(review)).toEqual(['pays-de-la-loire block-removed unexplained']);
    await desk.accept(finding?.reference ?? '');
    desk.request();
    expect((await desk.review('main')).status).toBe(0);
  });

  test('holds a charter that names no template against the nearest one of the base, and says which and why', async () => {
    desk.git('checkout', '-q', 'main');
    desk.edit(normandie, 'follows: opendatasoft-fr\n', '');
    desk.commit('Sans modèle');
    desk.git('checkout', '-q', '-B', 'request');
    desk.request([altered, [normandie, 'nous utilisons', 'le portail utilise']]);
    const review = await desk.review('main');
    expect(review.findings.map(told)).toEqual([
      'normandie duration-changed no-ledger',
      'normandie template-nearest note',
      'normandie text-reworded below',
    ]);
    expect(review.drift).toMatchObject([
      { portal: 'normandie', template: 'opendatasoft-fr', direction: 'farther' },
    ]);
    expect(await sentenceOf('main', 'template-nearest')).toMatch(
      /nearest one, opendatasoft-fr \(in common, \d+ of \d+ blocks and \d of 4 rows\)\..*follows: opendatasoft-fr$/,
    );
    expect((await desk.call(['review', 'main', '--lang', 'en'])).output).toMatch(
      /author {4}write in charters\/normandie\.yaml, so that reasons can be noted:\s+follows: opendatasoft-fr/,
    );
    // Back to what the nearest one says is no matter of reasons.
    desk.git('checkout', '-q', 'main');
    desk.git('merge', '-q', 'request');
    desk.git('checkout', '-q', '-B', 'request');
    desk.request([[normandie, duration[1], duration[0]]]);
    expect((await desk.review('main')).findings.map(told)).toContain(
      'normandie duration-changed to-template',
    );
  });

  test('counts it as another template where one that named none names another than the nearest', async () => {
    desk.git('checkout', '-q', 'main');
    desk.edit(normandie, 'follows: opendatasoft-fr\n', '');
    const lax = desk.read(template).replace('template: opendatasoft-fr', 'template: lax');
    desk.write({
      'charters/templates/lax.yaml': lax.replace(/\n {2}- paragraph: \|-\n {6}Les cookies dits[^\n]*/g, ''),
    });
    desk.commit('Sans modèle');
    for (const [name, ...expected] of [
      ['opendatasoft-fr'],
      ['lax', 'normandie template-left error'],
    ] as const) {
      desk.git('checkout', '-q', '-B', 'request', 'main');
      desk.request([[normandie, 'language: fr', `follows: ${name}\nlanguage: fr`]]);
      expect(failing(await desk.review('main')).slice(0, 1)).toEqual(expected);
    }
  });

  test('fails by a template that is called otherwise, for every portal that follows it', async () => {
    desk.request([[template, 'template: opendatasoft-fr', 'template: ods']]);
    const review = await desk.review('main');
    expect(failing(review)).toHaveLength(5);
    expect(failing(review)[0]).toBe('cooracenormandie template-unknown error');
  });

  test('fails by another address, by a template that is followed no more, and by a removed charter', async () => {
    desk.request([[normandie, 'url: https://data.normandie', 'url: https://data.elsewhere']]);
    expect(failing(await desk.review('main'))).toContain('normandie variable-changed no-ledger');
    desk.git('checkout', '-q', '-B', 'request', 'main');
    desk.request([[normandie, 'follows: opendatasoft-fr\n', '']]);
    expect(failing(await desk.review('main'))).toEqual(['normandie template-left error']);
    desk.git('checkout', '-q', '-B', 'request', 'main');
    desk.git('rm', '-q', normandie);
    desk.request();
    expect(failing(await desk.review('main'))).toEqual(['normandie charter-removed error']);
  });

  test('lets pass by rule what the policy of the base lets pass', async () => {
    reopen(
      'review:\n  rules:\n    charter-removed: warning\n    duration-changed: note\n    text-reworded: error\n',
    );
    desk.git('rm', '-q', loire);
    desk.request([altered, ['charters/noisylegrand.yaml', 'nous utilisons', 'le portail utilise']]);
    const review = await desk.review('main');
    expect(review.findings.map(told).sort()).toEqual([
      'noisylegrand text-reworded unexplained',
      'normandie duration-changed lowered',
      'pays-de-la-loire charter-removed warning',
    ]);
  });

  test('fails where the policy of the base cannot be read, unless the request mends it', async () => {
    reopen('review:\n  fail: wording\n');
    desk.request([[normandie, 'nous utilisons', 'le portail utilise']]);
    expect(failing(await desk.review('main'))).toEqual(['policy-invalid error']);
    desk.write({ '.charter.yaml': 'review:\n  fail-on: wording\n' });
    desk.request();
    expect((await desk.review('main')).status).toBe(0);
  });
});

describe('what lint finds', () => {
  test('fails by new errors, and tells new warnings, in the merged result', async () => {
    desk.request([[normandie, 'follows: opendatasoft-fr', 'follows: opendatasoft']]);
    expect(failing(await desk.review('main'))).toContain('normandie template-unknown error');
    desk.git('checkout', '-q', '-B', 'request', 'main');
    desk.request([[normandie, 'language: fr\nvariables', 'language: "fr"\nvariables']]);
    const review = await desk.review('main');
    expect([review.status, review.findings.map(told)]).toEqual([0, ['normandie not-canonical warning']]);
  });

  test('finds a capture that is altered, even where its charter is made to fit', async () => {
    const capture = 'snapshots/normandie/2026-11-21.txt';
    const bytes = `${desk.read(capture)}\nAutre chose.\n`;
    desk.write({
      [capture]: bytes,
      [normandie]: desk
        .read(normandie)
        .replace(/sha256: [0-9a-f]{64}/, `sha256: ${createHash('sha256').update(bytes).digest('hex')}`),
    });
    desk.request();
    const review = await desk.review('main');
    expect(failing(review)).toEqual(['capture-altered error']);
    expect(review.request).not.toBe('record');
  });

  test('finds a source that tells another day or page of the same capture', async () => {
    desk.request([[normandie, 'captured: "2026-11-21"', 'captured: "2025-11-21"']]);
    expect(failing(await desk.review('main'))).toEqual(['normandie source-changed error']);
    desk.git('checkout', '-q', '-B', 'request', 'main');
    desk.request([[normandie, 'source:\n', 'source:\n  page: https://elsewhere.example/\n']]);
    const review = await desk.review('main');
    expect([review.status, review.findings.map(told)]).toEqual([0, ['normandie source-changed warning']]);
  });

  test('finds a capture that is altered or taken away under a charter that stays', async () => {
    desk.write({ 'snapshots/normandie/2026-11-21.txt': 'Autre chose.' });
    desk.git('rm', '-q', '-r', 'snapshots/noisylegrand');
    desk.request();
    expect(failing(await desk.review('main')).sort()).toEqual([
      'capture-altered error',
      'capture-removed error',
      'noisylegrand capture-missing error',
      'normandie capture-differs error',
    ]);
  });
});
