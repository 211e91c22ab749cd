/** The scripts that comment on a request: one comment, kept up to date, and nothing in the report is believed. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ciFiles } from '../../src/commands/ci-files.ts';
import { type Asked, Interface, runBeside } from './host-interface.ts';

const marker = '<!-- charter-review -->';
const head = '3f9a1c'.padEnd(40, '0');
const report = `${marker}\n\n### Chartes : à motiver\n`;

let root: string;
let host: Interface | undefined;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'charter-comment-'));
  mkdirSync(join(root, 'charter-review'));
});
afterEach(async () => {
  await host?.close();
  host = undefined;
  rmSync(root, { recursive: true, force: true });
});

interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string };
  readonly author: { readonly id: number };
}

/** What a host knows; each field as its interface names it. */
class Repository {
  readonly comments: Comment[] = [];
  head = head;
  requests = 1;
  fork = 'someone/charters';
  files: readonly string[] = ['charters/normandie.yaml'];

  answer({ method, path, body }: Asked): unknown {
    const [place = '', query = ''] = path.split('?');
    const change = this.change(method, place, body.body ?? '');
    if (change !== undefined) return change;
    const list = this.list(place);
    const page = Number(new URLSearchParams(query).get('page') ?? 1);
    return Array.isArray(list) ? list.slice((page - 1) * 100, page * 100) : list;
  }

  private change(method: string, place: string, body: string): unknown {
    if (method === 'GET') return undefined;
    if (method === 'POST') return this.add(body, 'github-actions[bot]', 7);
    const comment = this.comments.find(({ id }) => place.endsWith(`/${id}`));
    if (comment) comment.body = body;
    return comment;
  }

  add(body: string, login: string, author: number): Comment {
    const comment = { id: this.comments.length + 1, body, user: { login }, author: { id: author } };
    this.comments.push(comment);
    return comment;
  }

  private list(place: string): unknown {
    if (place === '/user') return { id: 7 };
    if (place === '/projects/12/merge_requests/3') return { sha: this.head };
    if (/\/(?:comments|notes)$/.test(place)) return this.comments;
    if (place === '/repos/team/charters/pulls/1/files') return this.files.map((filename) => ({ filename }));
    if (place !== '/repos/team/charters/pulls') return undefined;
    return Array.from({ length: this.requests }, (_, index) => ({
      number: index + 1,
      head: { sha: this.head, repo: { full_name: this.fork } },
      base: { repo: { full_name: 'team/charters' } },
    }));
  }
}

interface Said {
  readonly said: string;
  readonly status: number | null;
}

async function open(repository: Repository): Promise<Interface> {
  host ??= await Interface.open((asked) => repository.answer(asked));
  return host;
}

async function github(repository: Repository, run: object = {}): Promise<Said> {
  const { address } = await open(repository);
  const [, comment] = await ciFiles('github', { language: 'en', folder: '.' });
  const script = join(root, 'step');
  writeFileSync(script, parse(comment?.text ?? '').jobs.comment.steps[1].run);
  const workflowRun = {
    head_sha: head,
    head_branch: 'a&b=`touch pwned`',
    head_repository: { full_name: 'someone/charters', owner: { login: 'someone' } },
    html_url: 'https://example.org/run/1',
    ...run,
  };
  writeFileSync(join(root, 'event.json'), JSON.stringify({ workflow_run: workflowRun }));
  const { stdout, stderr, status } = await runBeside(process.execPath, [script], {
    cwd: root,
    env: {
      GITHUB_API_URL: address,
      GITHUB_EVENT_PATH: join(root, 'event.json'),
      GITHUB_REPOSITORY: 'team/charters',
      GITHUB_TOKEN: 'secret',
      RUNNER_TEMP: root,
    },
  });
  return { said: (stdout + stderr).trim(), status };
}

async function gitlab(repository: Repository, env: Readonly<Record<string, string>> = {}): Promise<Said> {
  const { address } = await open(repository);
  const [jobs] = await ciFiles('gitlab', { language: 'en', folder: '.' });
  const [script] = parse(jobs?.text ?? '')['charter-review'].after_script;
  const { stdout, stderr, status } = await runBeside(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd: join(root, 'charter-review'),
      env: {
        CHARTER_TOKEN: 'secret',
        CI_API_V4_URL: address,
        CI_COMMIT_SHA: head,
        CI_JOB_URL: 'https://example.org/run/1',
        CI_MERGE_REQUEST_IID: '3',
        CI_MERGE_REQUEST_PROJECT_ID: '12',
        ...env,
      },
    },
  );
  return { said: (stdout + stderr).trim(), status };
}

function leave(text: string | Buffer, request = 'proposal'): void {
  writeFileSync(join(root, 'charter-review/charter-review.md'), text);
  writeFileSync(join(root, 'charter-review/charter-review.json'), JSON.stringify({ request }));
}

describe.each([
  ['GitHub', github],
  ['GitLab', gitlab],
] as const)('on %s', (name, comment) => {
  const bearer = name === 'GitHub' ? 'Bearer secret' : 'secret';

  test('the first review makes a comment, the next one edits it in its place', async () => {
    const repository = new Repository();
    repository.add('Nice!', 'zoe', 1);
    leave(report);
    expect(await comment(repository)).toEqual({ said: 'charter: comment made.', status: 0 });
    leave(`${marker}\n\n### Chartes : peut être fusionnée\n`);
    expect(await comment(repository)).toEqual({ said: 'charter: comment brought up to date.', status: 0 });
    expect(repository.comments.map(({ body }) => body)).toEqual([
      'Nice!',
      `${marker}\n### Chartes : peut être fusionnée\n\n<sub>Review of commit 3f9a1c0000. The whole report is kept with [its run](https://example.org/run/1).</sub>\n`,
    ]);
    expect(new Set(host?.asked.map(({ token }) => token))).toEqual(new Set([bearer]));
  });

  test('a comment of somebody else is never edited, whatever it begins with', async () => {
    const repository = new Repository();
    repository.add(`${marker} mine`, 'mallory', 666);
    leave(report);
    await comment(repository);
    expect(repository.comments[0]?.body).toBe(`${marker} mine`);
    expect(repository.comments).toHaveLength(2);
  });

  test('its own comment is found among hundreds', async () => {
    const repository = new Repository();
    for (let number = 0; number < 230; number += 1) repository.add('…', 'zoe', 1);
    repository.add(marker, 'github-actions[bot]', 7);
    leave(report);
    expect((await comment(repository)).said).toBe('charter: comment brought up to date.');
    expect(repository.comments).toHaveLength(231);
  });

  test('a report on another commit than the newest of the request is refused', async () => {
    const repository = new Repository();
    repository.head = 'b'.repeat(40);
    leave(report);
    const { said, status } = await comment(repository);
    expect([said, status]).toEqual([expect.stringContaining('no comment is made'), 0]);
    expect(host?.changes).toEqual([]);
  });

  test.each([
    ['larger than a comment may be', () => leave(`${marker}${'x'.repeat(65_536)}`)],
    ['no text', () => leave(Buffer.from([0x23, 0xff, 0xfe]))],
    [
      'a link to another file',
      () => {
        writeFileSync(join(root, 'secret'), 'secret');
        symlinkSync('../secret', join(root, 'charter-review/charter-review.md'));
      },
    ],
    ['a folder', () => mkdirSync(join(root, 'charter-review/charter-review.md'))],
  ])('a report that is %s is refused', async (_, make) => {
    make();
    await comment(new Repository());
    expect(host?.changes).toEqual([]);
  });

  test('what a charter says calls nobody, refers to nothing, and is handed on as data', async () => {
    const repository = new Repository();
    const attack = '$(touch pwned) `touch pwned` $HOME\n@team see #1, a@b and &#35;2\n"; touch pwned; "';
    leave(`${report}${attack}\n${marker}\nSCRIPT\ntouch pwned\n`);
    await comment(repository);
    const [{ body } = { body: '' }] = repository.comments;
    expect(body).toContain('$(touch pwned) `touch pwned` $HOME');
    expect(body).toContain('@\u200bteam see #\u200b1, a@b and &#35;2\n"; touch pwned; "');
    expect(body).toContain('SCRIPT\ntouch pwned');
    expect(body.split(marker)).toHaveLength(2);
    const made = [root, join(root, 'charter-review')].filter((folder) => existsSync(join(folder, 'pwned')));
    expect(made).toEqual([]);
  });

  test('a request that leaves the charters alone gets no comment, but its earlier one is corrected', async () => {
    const repository = new Repository();
    leave(report, 'none');
    expect((await comment(repository)).said).toContain('leaves the charters alone');
    expect(repository.comments).toEqual([]);
    repository.add(`${marker}\nold`, 'github-actions[bot]', 7);
    expect((await comment(repository)).said).toContain('brought up to date');
  });

  test('what the host refuses fails by itself, without the token', async () => {
    leave(report);
    const repository = new Repository();
    repository.answer = () => undefined;
    const { said, status } = await comment(repository);
    expect([said, status]).toEqual([expect.stringMatching(/^charter: GET \S+: 404$/), 1]);
  });
});

describe('on GitHub alone', () => {
  test('a request is looked for by branch and commit, the branch as data', async () => {
    leave(report);
    await github(new Repository());
    expect(host?.asked[0]?.path).toBe(
      '/repos/team/charters/pulls?state=open&head=someone%3Aa%26b%3D%60touch%20pwned%60&per_page=100&page=1',
    );
  });

  test.each([
    ['of another fork', { fork: 'mallory/charters' }, {}],
    ['of a fork that is gone', {}, { head_repository: null }],
    ['that is closed', { requests: 0 }, {}],
    ['that is one of two with this commit', { requests: 2 }, {}],
  ])('a request %s gets no comment', async (_, state, run) => {
    leave(report);
    expect((await github(Object.assign(new Repository(), state), run)).status).toBe(0);
    expect(host?.changes).toEqual([]);
  });

  test('a run that left no report makes no comment', async () => {
    expect(await github(new Repository())).toEqual({
      said: 'charter: the run left no report; no comment is made.',
      status: 0,
    });
  });

  test.each([
    ['changes a workflow', ['charters/one.yaml', '.github/workflows/charter-review.yml'], true],
    [
      'changes more files than are listed',
      Array.from({ length: 3_000 }, (_, index) => `charters/${index}.yaml`),
      true,
    ],
    ['changes charters alone', ['charters/one.yaml'], false],
  ])('a reviewer is told where a request %s', async (_, files, warned) => {
    const repository = Object.assign(new Repository(), { files });
    leave(report);
    await github(repository);
    expect(
      repository.comments[0]?.body.includes('> [!WARNING]\n> This request changes files in `.github/`'),
    ).toBe(warned);
  });
});

describe('on GitLab alone', () => {
  test('without the token nothing is asked, and nothing fails', async () => {
    leave(report);
    expect(await gitlab(new Repository(), { CHARTER_TOKEN: '' })).toEqual({ said: '', status: 0 });
    expect(host?.asked).toEqual([]);
  });

  test('the commit of the branch counts where the pipeline runs on the merged result', async () => {
    const repository = new Repository();
    leave(report);
    await gitlab(repository, { CI_COMMIT_SHA: 'c'.repeat(40), CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head });
    expect(repository.comments).toHaveLength(1);
  });

  test('no quick action is given', async () => {
    const repository = new Repository();
    leave(`${report}/merge\n  /approve\n> /close\n- !12 ~label %milestone a/b https://example.org/x\n`);
    await gitlab(repository);
    const [{ body } = { body: '' }] = repository.comments;
    expect(body).not.toMatch(/^[\s>]*\/\w/m);
    expect(body).toContain('!\u200b12 ~\u200blabel %\u200bmilestone a/b https://example.org/x');
  });
});
