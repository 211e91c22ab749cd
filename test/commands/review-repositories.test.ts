import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk, duration, failing, normandie, told } from './reviewing.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.remove());

const altered = [normandie, ...duration] as const;
const reworded = [normandie, 'nous utilisons', 'le portail utilise'] as const;

function onMain(change: () => void): void {
  desk.git('checkout', '-q', 'main');
  change();
  desk.commit('Ailleurs');
  desk.git('checkout', '-q', 'request');
}

describe('a request', () => {
  test('is looked at against where it parted from its base, not against what came there since', async () => {
    desk.request([reworded]);
    onMain(() => desk.edit('charters/noisylegrand.yaml', ...duration));
    const review = await desk.review('main');
    expect([review.status, review.merge, review.charters.map(({ charter }) => charter)]).toEqual([
      0,
      'clean',
      ['normandie'],
    ]);
    expect(review.mergeBase.commit).toBe(desk.id('main~1'));
  });

  test('is judged as it would be once merged', async () => {
    onMain(() => desk.git('mv', 'charters/templates/opendatasoft-fr.yaml', 'charters/templates/ods.yaml'));
    onMain(() => desk.edit('charters/templates/ods.yaml', 'template: opendatasoft-fr', 'template: ods'));
    desk.request([[normandie, 'nous utilisons', 'nous employons']]);
    const review = await desk.review('main');
    expect(review.findings.map(told)).toContain('normandie template-unknown existing');
  });

  test('tells what merging changes where both sides changed one charter', async () => {
    desk.request([altered]);
    onMain(() => desk.edit(...reworded));
    const review = await desk.review('main');
    expect([review.merge, failing(review)]).toEqual(['clean', ['normandie duration-changed unexplained']]);
    expect(review.summary).toMatchObject({ wording: 0, substantive: 1 });
  });

  test('has nothing to tell of what its base has already', async () => {
    desk.request([altered]);
    onMain(() => desk.edit(...altered));
    const review = await desk.review('main');
    expect([review.status, review.findings]).toEqual([0, []]);
  });

  test('cannot hide behind one of several places where both sides parted', async () => {
    desk.git('checkout', '-q', 'main');
    desk.edit(...altered);
    desk.commit('Durée');
    desk.git('checkout', '-q', '-B', 'request');
    desk.git('checkout', '-q', 'main');
    desk.edit(normandie, duration[1], duration[0]);
    const mended = desk.commit('Réparée');
    desk.clock('2026-03-02T10:00:00+01:00');
    desk.git('checkout', '-q', 'request');
    desk.commit('Ailleurs', { 'notes.md': 'Bonjour' });
    desk.git('checkout', '-q', 'main');
    desk.git('merge', '-q', '--no-ff', '-m', 'Fusion', 'request');
    desk.git('checkout', '-q', 'request');
    desk.git('merge', '-q', '--no-ff', '-s', 'ours', '-m', 'Base', mended);
    expect(failing(await desk.review('main'))).toEqual(['normandie duration-changed unexplained']);
  });

  test('is told of by what git would move among the charters', async () => {
    const text = readFileSync(join(desk.root, normandie), 'utf8').replace(
      'charter: normandie',
      'charter: nord',
    );
    onMain(() => desk.write({ 'drafts/nord.yaml': text }));
    desk.git('checkout', '-q', '-B', 'request', 'main');
    desk.request([['drafts/nord.yaml', ...duration]]);
    onMain(() => desk.git('mv', 'drafts/nord.yaml', 'charters/nord.yaml'));
    expect(failing(await desk.review('main'))).toEqual(['nord duration-changed unexplained']);
  });

  test('does not say itself how its files are merged', async () => {
    onMain(() => desk.edit(normandie, duration[0], 'Se rappeler le choix'));
    desk.write({ '.gitattributes': '*.yaml merge=union\n' });
    desk.request([altered]);
    expect((await desk.review('main')).merge).toBe('conflicts');
    onMain(() => desk.edit(normandie, 'Se rappeler le choix', duration[0]));
    onMain(() => desk.edit(...reworded));
    desk.write({ '.gitattributes': '*.yaml merge=binary\n' });
    desk.commit('Attributs');
    expect((await desk.review('main')).merge).toBe('clean');
  });

  test('is told to be in conflict, and its own text is shown', async () => {
    desk.request([[normandie, ...duration]]);
    onMain(() => desk.edit(normandie, duration[0], 'Se souvenir pendant 12 mois du choix'));
    const before = desk.state();
    const review = await desk.review('main');
    expect([review.merge, review.verdict.outcome, review.verdict.reasons[0]]).toEqual([
      'conflicts',
      'correct',
      { why: 'conflict', count: 1 },
    ]);
    expect(failing(review)).toEqual([
      'normandie merge-conflict error',
      'normandie duration-changed unexplained',
    ]);
    expect(desk.state()).toBe(before);
  });

  test('is told so as well where the charters stand in a folder of a greater repository', async () => {
    desk.git('checkout', '-q', 'main');
    mkdirSync(join(desk.root, 'site'));
    for (const folder of ['charters', 'snapshots']) desk.git('mv', folder, `site/${folder}`);
    desk.commit('Dossier');
    desk.git('checkout', '-q', '-B', 'request');
    const file = `site/${normandie}`;
    desk.request([[file, ...duration]]);
    onMain(() => desk.edit(file, duration[0], 'Se souvenir pendant 12 mois du choix'));
    const review = await desk.review('main', '-C', 'site');
    expect(failing(review)).toEqual([
      'normandie merge-conflict error',
      'normandie duration-changed unexplained',
    ]);
    expect(review.findings[1]?.place).toMatchObject({ file: normandie, cookie: 'cookies_preferences' });
    // Nothing may be taken for a request that touches nothing where it is only asked in the wrong folder.
    expect(await desk.refusal('main')).toMatch(/^2 /);
  });

  test('that renames a charter shows its changes, and no charter that came or went', async () => {
    desk.git('mv', normandie, 'charters/nord.yaml');
    desk.git('mv', 'snapshots/normandie', 'snapshots/nord');
    desk.write({
      'charters/nord.yaml': desk
        .read('charters/nord.yaml')
        .replace('charter: normandie', 'charter: nord')
        .replace('snapshots/normandie/', 'snapshots/nord/')
        .replace('nous utilisons', 'le portail utilise'),
    });
    desk.request();
    const review = await desk.review('main');
    expect([review.status, review.charters.map(({ status, former }) => [status, former])]).toEqual([
      0,
      [['renamed', { charter: 'normandie', file: normandie }]],
    ]);
    expect(review.findings.map(told).sort()).toEqual([
      'nord charter-renamed note',
      'nord text-reworded below',
    ]);
  });

  test('that adds a charter is held against its template in full', async () => {
    desk.write({
      'charters/new.yaml': desk
        .read(normandie)
        .replace('charter: normandie', 'charter: new')
        .replace(/^source:\n(?: .*\n)+/m, '')
        .replace(/^repairs:\n(?: .*\n)+/m, '')
        .replaceAll('data.normandie.', 'data.new.')
        .replace(...duration),
    });
    desk.request();
    const review = await desk.review('main');
    expect(review.charters).toMatchObject([{ charter: 'new', status: 'added', origin: 'proposal' }]);
    expect(failing(review)).toEqual(['new duration-changed unexplained']);
    expect(review.findings.map(told)).toContain('new charter-added note');
  });

  test('cannot make a charter unreadable, and may mend one', async () => {
    desk.write({ [normandie]: 'charter: normandie\nbody: [\n' });
    desk.request();
    const broken = await desk.review('main');
    expect(failing(broken)).toContain('normandie after-unreadable error');
    expect(broken.charters).toMatchObject([{ charter: 'normandie', status: 'unreadable' }]);
    expect(broken.drift).toEqual([]);
    const good = desk.git('show', `main:${normandie}`);
    desk.git('checkout', '-q', '-B', 'main');
    desk.git('checkout', '-q', '-b', 'mend');
    desk.write({ [normandie]: good });
    desk.request();
    const mended = await desk.review('main');
    expect([mended.status, mended.findings.map(told)]).toEqual([0, ['normandie before-unreadable warning']]);
    desk.edit(...altered);
    desk.request();
    expect(failing(await desk.review('main'))).toEqual(['normandie duration-changed unexplained']);
  });

  test('that merged its base into itself is told by its own changes', async () => {
    desk.request([altered]);
    onMain(() => desk.edit('charters/noisylegrand.yaml', 'nous utilisons', 'le portail utilise'));
    desk.record(['merge', '-q', '--no-edit', 'main']);
    const review = await desk.review('main');
    expect([review.merge, review.charters.map(({ charter }) => charter)]).toEqual(['ahead', ['normandie']]);
    // As a host checks a request out: merged already.
    desk.git('checkout', '-q', '--detach', 'main');
    desk.record(['merge', '-q', '--no-ff', '--no-edit', 'request']);
    expect((await desk.review('main')).findings).toEqual(review.findings);
  });

  test('names who brought a decision in, whatever was merged or renamed since', async () => {
    desk.request([altered]);
    const [finding] = (await desk.review('main')).findings;
    desk.git('checkout', '-q', '-b', 'side');
    desk.request([[normandie, "Qu'est ce qu'un cookie", "Qu'est-ce qu'un cookie"]], 'Bo <bo@example.org>');
    desk.git('checkout', '-q', 'request');
    await desk.accept(finding?.reference ?? '', '--by', 'Ada');
    const made = desk.request([], 'Ada <ada@example.org>');
    desk.record(['merge', '-q', '--no-edit', 'side'], { author: 'Cy <cy@example.org>' });
    const authors = async (): Promise<unknown> =>
      (await desk.review('main')).decisions.map(({ author }) => [author?.name, author?.commit]);
    expect(await authors()).toEqual([['Ada', made]]);
    desk.git('mv', normandie, 'charters/nord.yaml');
    desk.request([], 'Di <di@example.org>');
    // Texts that come again lead nowhere but back.
    for (const [from, to] of [
      ['nous utilisons', 'nous employons'],
      ['nous employons', 'nous utilisons'],
    ] as const)
      desk.request([['charters/nord.yaml', from, to]], 'Di <di@example.org>');
    expect(await authors()).toEqual([['Ada', made]]);
  });

  test('may be staged only, against the last commit or none', async () => {
    desk.edit(...altered);
    desk.git('add', normandie);
    desk.edit(...reworded);
    const review = await desk.review('--staged');
    expect([review.head, failing(review), review.summary.wording]).toEqual([
      { revision: 'index' },
      ['normandie duration-changed unexplained'],
      0,
    ]);
    const [finding] = review.findings;
    await desk.accept(finding?.reference ?? '');
    desk.git('add', normandie);
    const agreed = await desk.review('--staged');
    expect(agreed.decisions).toMatchObject([{ author: { name: 'Zoé Lefèvre', email: 'zoe@example.org' } }]);
    desk.git('checkout', '-q', '--orphan', 'fresh');
    const fresh = await desk.review('--staged');
    expect(fresh.charters.every(({ status }) => status === 'added')).toBe(true);
    expect(fresh.charters.length).toBeGreaterThan(5);
  });

  test('that touches no charter passes, and says what was looked at', async () => {
    desk.commit('Autre chose', { 'README.md': 'Bonjour' });
    const review = await desk.review('main');
    expect([review.status, review.request, review.findings]).toEqual([0, 'none', []]);
    expect((await desk.call(['review', 'main', '--lang', 'en'])).output).toContain('--staged');
  });
});

describe('a record', () => {
  test('of a page that changed already says so, and needs a reason all the same', async () => {
    await desk.import('portail', { captured: '2026-03-01' });
    desk.git('checkout', '-q', '-B', 'main');
    desk.commit('Portail');
    desk.git('checkout', '-q', '-B', 'request');
    await desk.import('portail', { captured: '2026-03-03', duration: '25 mois' });
    desk.request();
    const review = await desk.review('main');
    expect([review.status, review.request, review.observed]).toEqual([1, 'record', ['2026-03-03']]);
    expect(review.charters).toMatchObject([
      { origin: 'record', capture: { file: 'snapshots/portail/2026-03-03.md', day: '2026-03-03' } },
    ]);
    const { output = '' } = await desk.call(['review', 'main', '--lang', 'fr', '--accessible']);
    expect(output.split('\n')[0]).toBe(
      'Relevé\u00a0: déjà en ligne au 3 mars 2026 selon le relevé\u00a0; refuser ne changera pas la page.',
    );
  });

  test('whose text was edited since, or that stands beside a proposal, is mixed', async () => {
    await desk.import('portail', { captured: '2026-03-03' });
    desk.request();
    expect((await desk.review('main')).request).toBe('record');
    desk.request([['charters/portail.yaml', 'Nous posons', 'Nous déposons']]);
    const edited = await desk.review('main');
    expect([edited.request, edited.charters.map(({ origin }) => origin)]).toEqual(['mixed', ['edited']]);
    desk.git('reset', '-q', '--hard', 'HEAD~1');
    desk.request([reworded]);
    expect((await desk.review('main')).request).toBe('mixed');
  });

  test('is none by a capture of a day to come, or older than the one there', async () => {
    await desk.import('portail', { captured: '2026-03-01' });
    desk.git('checkout', '-q', '-B', 'main');
    desk.commit('Portail');
    for (const captured of ['2020-01-01', '2999-01-01']) {
      desk.git('checkout', '-q', '-B', 'request', 'main');
      await desk.import('portail', { captured: '2026-03-03', duration: '25 mois' });
      desk.git('add', '.');
      desk.git('mv', 'snapshots/portail/2026-03-03.md', `snapshots/portail/${captured}.md`);
      const charter = desk.read('charters/portail.yaml');
      desk.write({ 'charters/portail.yaml': charter.replaceAll('2026-03-03', captured) });
      desk.request();
      const { request, findings } = await desk.review('main');
      expect([captured, request]).toEqual([captured, 'proposal']);
      expect(findings.map(told)).toContain('portail capture-misdated warning');
    }
  });

  test('is none where the charter is a copy of another one', async () => {
    await desk.import('portail', { captured: '2026-03-03' });
    desk.write({
      'charters/copie.yaml': desk.read('charters/portail.yaml').replace('charter: portail', 'charter: copie'),
    });
    desk.request();
    const review = await desk.review('main');
    expect(review.charters.map(({ charter, origin }) => `${charter} ${origin}`)).toEqual([
      'copie edited',
      'portail record',
    ]);
  });
});

describe('what cannot be reviewed', () => {
  test('is refused with the way out', async () => {
    desk.request([altered]);
    expect(await desk.refusal('nowhere')).toMatch(/^2 .*nowhere/);
    expect(await desk.refusal('normandie@main..HEAD')).toMatch(/^2 .*charter diff normandie@main\.\.HEAD/);
    expect(await desk.refusal('main', '--staged')).toMatch(/^2 .*--staged.*main/);
    expect(await desk.refusal('2026-11-21')).toMatch(/^2 /);
    expect(await desk.refusal('main', '--fail-on', 'legal')).toMatch(/^2 .*legal/);
    desk.git('checkout', '-q', '--orphan', 'apart');
    desk.commit('Seul');
    expect(await desk.refusal('main')).toMatch(/^2 .*main/);
    desk.git('branch', '-q', '-m', 'main', 'trunk');
    expect(await desk.refusal()).toMatch(/^2 .*charter review BASE/);
  });

  test('is a shallow clone that hides where both parted', async () => {
    desk.request([reworded]);
    desk.request([altered]);
    onMain(() => desk.edit('charters/noisylegrand.yaml', 'nous utilisons', 'le portail utilise'));
    const folder = mkdtempSync(join(tmpdir(), 'charter-shallow-'));
    try {
      const clone = (...words: readonly string[]): void =>
        void execFileSync('git', ['clone', '-q', '--no-local', ...words, `file://${desk.root}`, folder], {
          env: desk.env(),
          stdio: 'pipe',
        });
      clone('--depth', '1', '--no-single-branch', '--branch', 'request');
      const refused = await desk.call(['-C', folder, 'review', 'origin/main', '--lang', 'en']);
      expect([refused.status, refused.output]).toEqual([4, undefined]);
      expect(refused.messages).toContain('fetch-depth: 0');
      rmSync(folder, { recursive: true });
      clone('--branch', 'request');
      desk.git('-C', folder, 'remote', 'set-head', 'origin', 'main');
      const whole = await desk.call(['-C', folder, 'review', '--lang', 'en']);
      expect([whole.status, whole.output?.includes('origin/main ← HEAD')]).toEqual([1, true]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('an untrusted repository', () => {
  test('has no program of its own run: no merge driver, filter, hook or text conversion', async () => {
    desk.request([altered]);
    onMain(() => desk.edit(...reworded));
    const trap = join(desk.root, 'trap');
    const set = (name: string, value: string): string => desk.git('config', name, value);
    desk.write({ '.git/info/attributes': '*.yaml merge=evil=1 filter=evil diff=evil\n*.yml merge=evil\n' });
    desk.write({ '.gitattributes': 'charters/** merge=evil filter=evil diff=evil\n' });
    set('merge.evil.driver', `touch ${trap}; exit 0`);
    set('merge.evil=1.driver', `touch ${trap}; exit 0`);
    set('merge.default', 'evil');
    set('merge.renormalize', 'true');
    for (const name of ['clean', 'smudge', 'process']) set(`filter.evil.${name}`, `touch ${trap}; cat`);
    set('diff.evil.textconv', `touch ${trap}; cat`);
    set('diff.evil.command', `touch ${trap}`);
    desk.hook('post-index-change', `touch ${trap}`);
    const review = await desk.review('main');
    expect([review.merge, failing(review)]).toEqual(['clean', ['normandie duration-changed unexplained']]);
    expect(existsSync(trap)).toBe(false);
  });

  test('in a bare clone is reviewed as well', async () => {
    desk.request([altered]);
    desk.git('clone', '-q', '--bare', '.', 'bare.git');
    const { status, output } = await desk.call(['-C', 'bare.git', 'review', 'main..request', '--lang', 'en']);
    expect([status, output?.includes('normandie')]).toEqual([1, true]);
  });
});
