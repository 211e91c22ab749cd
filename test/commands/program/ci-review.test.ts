/** The review as the files for CI run it: the packed program, installed and called by the very steps of these files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ciFiles } from '../../../src/commands/ci-files.ts';
import { packImpostor, packProgram, Runner } from './ci-runner.ts';
import { Place, type Ran } from './transcript.ts';

const charter = 'charters/normandie.yaml';
const longer = ['Se souvenir du choix', 'Se souvenir pendant 6 mois du choix'] as const;

let program: Buffer;
let origin: Place;
let runner: Runner | undefined;
beforeAll(() => {
  program = packProgram();
});
beforeEach(() => {
  origin = new Place().withCharters();
});
afterEach(() => {
  runner?.remove();
  runner = undefined;
  origin.remove();
});

/** The main branch with the program where each host looks for it, and a request beside it. */
function request(edits: () => void, base = 'main'): void {
  for (const folder of ['.github', '.gitlab']) origin.write(`${folder}/charter.tgz`, program);
  origin.commitAll('base');
  if (base !== 'main') origin.git('checkout', '-q', '-b', base);
  origin.git('checkout', '-q', '-b', 'request');
  edits();
  origin.commitAll('request');
  origin.git('checkout', '-q', base);
  runner = new Runner(origin, 'origin/request');
}

function edit(from: string, to: string): void {
  origin.write(charter, origin.read(charter).replace(from, to));
}

interface Reviewed extends Ran {
  readonly installed: number | null;
}

async function onGithub(base = 'main', folder = '.'): Promise<Reviewed> {
  const [review] = await ciFiles('github', { language: 'en', folder });
  const { env, steps } = parse(review?.text ?? '').jobs.review;
  const given = { ...env, BASE: `origin/${base}` };
  const [install, gate] = steps.filter(({ run }: { run?: string }) => run !== undefined);
  const installed = runner?.run(install.run, given);
  const reviewed = runner?.run(gate.run, given);
  if (!installed || !reviewed) throw new Error('no runner');
  return { ...reviewed, stderr: installed.stderr + reviewed.stderr, installed: installed.status };
}

async function onGitlab(env: Readonly<Record<string, string>> = {}, name = 'charter-review'): Promise<Ran> {
  const [jobs] = await ciFiles('gitlab', { language: 'en', folder: '.' });
  const { '.charter': shared, [name]: job } = parse(jobs?.text ?? '');
  const given = {
    ...shared.variables,
    CI_DEFAULT_BRANCH: 'main',
    CI_PROJECT_PATH: 'team/charters',
    ...env,
  };
  const ran = runner?.run([...shared.before_script, ...job.script].join('\n'), given);
  if (!ran) throw new Error('no runner');
  return ran;
}

const merging = {
  CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
  CI_MERGE_REQUEST_PROJECT_PATH: 'team/charters',
};

describe('on GitHub', () => {
  test('a request that needs a reason fails, and leaves its report in every form', async () => {
    request(() => edit(...longer));
    const { status, stdout, installed } = await onGithub();
    expect([installed, status]).toEqual([0, 1]);
    expect(stdout).toMatch(/^::error file=charters\/normandie\.yaml,line=\d+,title=/m);
    expect(runner?.read('summary.md')).toBe(runner?.read('temp/charter-review/charter-review.md'));
    expect(runner?.read('summary.md')).toMatch(/^<!-- charter-review -->\n/);
    expect(runner?.read('temp/charter-review/charter-review.html')).toContain('<html');
    expect(JSON.parse(runner?.read('temp/charter-review/charter-review.json') ?? '').verdict.passes).toBe(
      false,
    );
  });

  test('a request is judged by the program of its base, not by one that it brings', async () => {
    request(() => {
      edit(...longer);
      origin.write('.github/charter.tgz', packImpostor());
      origin.write('.npmrc', 'registry=https://registry.invalid/\nprefix=/nowhere\n');
    });
    const { status, stdout } = await onGithub();
    expect(status).toBe(1);
    expect(stdout).not.toContain('impostor');
  });

  test('the request that first brings the program is reviewed by it, and passes', async () => {
    origin.commitAll('base');
    origin.git('checkout', '-q', '-b', 'request');
    origin.write('.github/charter.tgz', program);
    origin.commitAll('request');
    runner = new Runner(origin, 'origin/request');
    expect(await onGithub()).toMatchObject({ installed: 0, status: 0 });
    expect(JSON.parse(runner.read('temp/charter-review/charter-review.json')).request).toBe('none');
  });

  test('a base whose name is a command is only a name', async () => {
    const base = `$(touch\${IFS}pwned);touch\${IFS}pwned;`;
    request(() => edit(...longer), base);
    expect(await onGithub(base)).toMatchObject({ status: 1 });
    expect(existsSync(join(runner?.work ?? '', 'pwned'))).toBe(false);
  });

  test('a request that cannot be reviewed fails with the status of its cause, not with that of the gate', async () => {
    request(() => edit(...longer));
    expect(await onGithub('no-such-branch')).toMatchObject({ status: 2 });
  });
});

describe('on GitLab', () => {
  test('a request that needs a reason fails, and leaves its report where GitLab takes it', async () => {
    request(() => edit(...longer));
    const { status, stdout } = await onGitlab(merging);
    expect(status).toBe(1);
    expect(stdout).toContain('duration-changed');
    const [issue] = JSON.parse(runner?.read('work/charter-quality.json') ?? '[]');
    expect(issue).toMatchObject({ check_name: 'duration-changed', location: { path: charter } });
    expect(runner?.read('work/charter-review.html')).toContain('<html');
    expect(runner?.read('work/charter-review.md')).toMatch(/^<!-- charter-review -->\n/);
  });

  test('a request of a fork is reviewed since it left the main branch, which the fork may not have', async () => {
    request(() => edit(...longer));
    const base = origin.git('rev-parse', 'main').trim();
    origin.git('checkout', '-q', '--detach');
    origin.git('branch', '-D', 'main');
    const fork = { ...merging, CI_PROJECT_PATH: 'someone/charters', CI_MERGE_REQUEST_DIFF_BASE_SHA: base };
    expect(await onGitlab(fork)).toMatchObject({ status: 1 });
  });

  test('the branch is reviewed, not the merged result that the pipeline runs on', async () => {
    request(() => edit(...longer));
    const head = origin.git('rev-parse', 'request').trim();
    origin.git('merge', '-q', '--no-ff', '-m', 'merged', 'request');
    origin.git('branch', 'merged');
    origin.git('update-ref', 'refs/heads/main', 'main^1');
    runner?.remove();
    runner = new Runner(origin, 'origin/merged');
    const { status } = await onGitlab({ ...merging, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head });
    const { head: reviewed } = JSON.parse(runner.read('work/charter-review.json'));
    expect([status, reviewed.commit]).toEqual([1, head]);
  });

  test('the main branch gets the empty report that those of requests are held against', async () => {
    request(() => origin.write('notes.txt', 'nothing of the charters'));
    expect(await onGitlab({ CI_COMMIT_BRANCH: 'main' }, 'charter-quality')).toMatchObject({ status: 0 });
    expect(JSON.parse(runner?.read('work/charter-quality.json') ?? '')).toEqual([]);
  });
});
