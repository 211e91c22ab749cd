/** Versions are read wherever git has them, and no program but git is run, whatever a repository configures. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Archive, charterText } from './revisions.ts';

let archive: Archive;
let elsewhere: string;
const file = 'charters/ville de lyon.yaml';

beforeEach(() => {
  archive = new Archive();
  elsewhere = mkdtempSync(join(tmpdir(), 'charter-elsewhere-'));
  archive.commit('un', {
    [file]: charterText({ id: 'lyon', words: 'Alpha.', captured: '2026-01-01' }),
    'charters/b/autre.yaml': charterText({ id: 'autre' }),
    'docs/x/note.txt': 'x',
  });
  archive.commit('deux', { [file]: charterText({ id: 'lyon', words: 'Beta.', captured: '2026-01-02' }) });
});
afterEach(() => {
  archive.remove();
  rmSync(elsewhere, { recursive: true, force: true });
});

/** What a command says of lyon's words, in short. */
async function words(line: string, folder = '.'): Promise<string> {
  const text = await archive.transcript(line, folder);
  const found = [...text.matchAll(/\b(Alpha|Beta|Gamma|Delta)\b/g)].map(([word]) => word);
  return `${[...new Set(found)].join(' ')} ${/--- status \d+/.exec(text)?.[0] ?? ''}`;
}

const past = 'Alpha --- status 0';
const both = 'Alpha Beta --- status 0';

describe('versions are read', () => {
  test('from any sub-folder', async () => {
    expect(await words('show lyon@HEAD~1', 'docs/x')).toBe(past);
    expect(await words('show lyon@2026-01-01', 'charters/b')).toBe(past);
    expect(await words('diff lyon@HEAD~1', 'docs/x')).toBe(both);
  });

  test('where the charters are in a folder of a larger repository', async () => {
    archive.commit('inner', {
      'sites/lyon/charters/lyon.yaml': charterText({ id: 'lyon', words: 'Gamma.', captured: '2026-01-03' }),
    });
    archive.commit('inner two', {
      'sites/lyon/charters/lyon.yaml': charterText({ id: 'lyon', words: 'Delta.', captured: '2026-01-04' }),
    });
    expect(await words('show lyon@HEAD~1', 'sites/lyon')).toBe('Gamma --- status 0');
    expect(await words('show lyon@2026-01-03', 'sites/lyon/charters')).toBe('Gamma --- status 0');
    expect(await words('diff HEAD~1..HEAD', 'sites/lyon')).toBe('Gamma Delta --- status 0');
    archive.write({ 'sites/lyon/charters/lyon.yaml': charterText({ id: 'lyon', words: 'Beta.' }) });
    archive.git('add', '-A');
    expect(await words('diff --staged', 'sites/lyon')).toBe('Delta Beta --- status 0');
  });

  test('in a linked work tree and with a detached HEAD', async () => {
    archive.git('worktree', 'add', '-q', '--detach', join(elsewhere, 'linked'), 'HEAD~1');
    const linked = join(elsewhere, 'linked');
    expect(await words('show lyon', linked)).toBe(past);
    expect(await words('diff lyon@main', linked)).toBe('Beta Alpha --- status 0');
    writeFileSync(join(linked, file), charterText({ id: 'lyon', words: 'Gamma.', captured: '2026-01-01' }));
    archive.git('-C', linked, 'add', '-A');
    expect(await words('diff --staged', linked)).toBe('Alpha Gamma --- status 0');
    expect(await words('diff --staged')).toBe(' --- status 0');
  });

  test('in a submodule', async () => {
    const outer = join(elsewhere, 'outer');
    archive.git('init', '-q', outer);
    archive.git(
      '-C',
      outer,
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      archive.root,
      'sub',
    );
    expect(await words('diff lyon@HEAD~1', join(outer, 'sub'))).toBe(both);
    expect(await words('show lyon@2026-01-01', join(outer, 'sub', 'charters'))).toBe(past);
  });

  test('in a bare repository, which has versions and no work tree', async () => {
    const bare = join(elsewhere, 'bare.git');
    archive.git('clone', '-q', '--bare', '.', bare);
    for (const line of ['show lyon@main~1', 'show lyon@2026-01-01', 'show lyon@HEAD~1 --format yaml'])
      expect(await words(line, bare)).toBe(past);
    for (const line of ['diff main~1..main', 'diff lyon@main~1..main', 'diff lyon@main~1 lyon@main'])
      expect(await words(line, bare)).toBe(both);
    expect(await archive.transcript('show lyon', bare)).toMatch(/bare git repository[\s\S]*status 4/);
  });

  test('but not in a bare repository that came inside a work tree', async () => {
    const inside = join(archive.root, 'docs', 'evil.git');
    archive.git('clone', '-q', '--bare', '.', inside);
    const mark = join(elsewhere, 'ran');
    archive.git('-C', inside, '--git-dir=.', 'config', 'core.fsmonitor', `touch ${mark}`);
    expect(await words('show lyon@HEAD~1', 'docs/evil.git')).toBe(past);
    mkdirSync(join(inside, 'charters'));
    expect(await words('show lyon@main', 'docs/evil.git')).toContain('status 4');
    expect(existsSync(mark)).toBe(false);
  });

  test('in a sparse checkout, where a charter that is left out is not gone', async () => {
    const sparse = join(elsewhere, 'sparse');
    archive.git('clone', '-q', archive.root, sparse);
    archive.git('-C', sparse, 'sparse-checkout', 'set', '--no-cone', '/charters/b/');
    expect(existsSync(join(sparse, file))).toBe(false);
    expect(await words('diff', sparse)).toBe(' --- status 0');
    expect(await words('show lyon', sparse)).toBe('Beta --- status 0');
    expect(await words('diff lyon@HEAD~1', sparse)).toBe(both);
    expect(await words('diff lyon autre', sparse)).toContain('Beta');
    archive.git('-C', sparse, 'sparse-checkout', 'set', '--no-cone', '/docs/');
    expect(existsSync(join(sparse, 'charters'))).toBe(false);
    expect(await words('show lyon', sparse)).toBe('Beta --- status 0');
    archive.git('-C', sparse, 'sparse-checkout', 'reapply', '--sparse-index');
    expect(await words('diff lyon@HEAD~1', sparse)).toBe(both);
  });

  test('where every charter is gone from the work tree', async () => {
    rmSync(join(archive.root, 'charters'), { recursive: true });
    expect(await archive.transcript('diff lyon')).toMatch(/Charter gone[\s\S]*status 0/);
    expect(await archive.transcript('diff --name-only')).toBe(
      '$ charter diff --name-only\nautre\nlyon\n--- status 0\n',
    );
    expect(await words('show lyon@HEAD')).toBe('Beta --- status 0');
    expect(await words('diff lyon@2026-01-01 lyon@2026-01-02')).toBe(both);
  });

  test('while another git holds the index', async () => {
    archive.write({ [file]: charterText({ id: 'lyon', words: 'Gamma.' }) });
    archive.git('add', '-A');
    archive.write({ '.git/index.lock': '' });
    expect(await words('diff --staged')).toBe('Beta Gamma --- status 0');
    expect(await words('diff')).toBe('Beta Gamma --- status 0');
    expect(existsSync(join(archive.root, '.git/index.lock'))).toBe(true);
  });

  test('whatever colours, quotes, locale and line ends are set', async () => {
    for (const setting of [
      'color.ui=always',
      'core.quotepath=true',
      'core.autocrlf=true',
      'log.showSignature=true',
      'diff.renames=copies',
      'diff.relative=true',
      'core.abbrev=4',
      'log.date=relative',
      'diff.noprefix=true',
      'log.follow=true',
    ])
      archive.git('config', ...setting.split('='));
    vi.stubEnv('LC_ALL', 'C');
    vi.stubEnv('LANG', 'C');
    expect(await words('show lyon@2026-01-01')).toBe(past);
    expect(await words('diff lyon@HEAD~1', 'docs/x')).toBe(both);
    const text = charterText({ id: 'lyon', words: 'Beta.', captured: '2026-01-02' });
    archive.write({ [file]: text.replaceAll('\n', '\r\n') });
    expect(await archive.transcript('diff')).toContain('No charter differs from HEAD.');
    expect(await archive.transcript('diff lyon --json')).toContain('"changes": []');
    archive.git('add', '-A');
    expect(await archive.transcript('diff --staged')).toContain('No charter differs');
  });
});

describe('a hook', () => {
  test('sees the index of the commit that is being made', async () => {
    const other = join(elsewhere, 'next-index');
    archive.write({ [file]: charterText({ id: 'lyon', words: 'Gamma.' }) });
    cpSync(join(archive.root, '.git/index'), other);
    execFileSync('git', ['add', '-A'], {
      cwd: archive.root,
      env: { ...archive.env(), GIT_INDEX_FILE: other },
    });
    expect(await words('diff --staged')).toBe(' --- status 0');
    vi.stubEnv('GIT_INDEX_FILE', other);
    vi.stubEnv('GIT_DIR', join(archive.root, '.git'));
    expect(await words('diff --staged')).toBe('Beta Gamma --- status 0');
    expect(await words('diff lyon --staged', 'docs/x')).toBe('Beta Gamma --- status 0');
    expect(await words('show lyon@HEAD~1')).toBe(past);
  });

  test('of one repository does not lead into another', async () => {
    const other = new Archive();
    vi.stubEnv('GIT_DIR', join(other.root, '.git'));
    expect(await words('show lyon@HEAD~1')).toBe(past);
    other.remove();
  });

  test('of a bare repository reads that one', async () => {
    const bare = join(elsewhere, 'bare.git');
    archive.git('clone', '-q', '--bare', '.', bare);
    vi.stubEnv('GIT_DIR', bare);
    expect(await words('diff main~1..main', bare)).toBe(both);
  });
});

describe('no program but git is run', () => {
  test('whatever a repository configures', async () => {
    const mark = join(elsewhere, 'ran');
    const evil = join(elsewhere, 'evil');
    writeFileSync(evil, `#!/bin/sh\ntouch ${mark}\ncat "$@" 2>&-\nexit 0\n`);
    chmodSync(evil, 0o755);
    const programs = [
      'core.fsmonitor',
      'diff.external',
      'core.pager',
      'pager.log',
      'pager.diff',
      'core.editor',
      'core.sshCommand',
      'core.askPass',
      'gpg.program',
      'gpg.ssh.program',
      'diff.evil.textconv',
      'diff.evil.command',
      'filter.evil.clean',
      'filter.evil.smudge',
      'filter.evil.process',
      'merge.evil.driver',
      'credential.helper',
      'core.alternateRefsCommand',
      'uploadpack.packObjectsHook',
      'trailer.sign.command',
      'trailer.sign.cmd',
      'core.gitProxy',
      'sequence.editor',
    ];
    for (const key of programs) archive.git('config', key, evil);
    for (const name of ['log', 'rev-parse', 'cat-file', 'ls-files', 'ls-tree', 'diff-tree', 'rev-list'])
      archive.git('config', `alias.${name}`, `!${evil}`);
    archive.git('config', 'log.showSignature', 'true');
    archive.git('config', 'core.hooksPath', join(elsewhere, 'hooks'));
    mkdirSync(join(elsewhere, 'hooks'));
    for (const hook of ['post-index-change', 'fsmonitor-watchman', 'post-checkout', 'reference-transaction'])
      cpSync(evil, join(elsewhere, 'hooks', hook));
    archive.write({
      '.gitattributes': '*.yaml diff=evil filter=evil merge=evil\n',
      '.git/info/attributes': '*.yaml diff=evil filter=evil\n',
      [file]: charterText({ id: 'lyon', words: 'Gamma.' }),
    });
    sign();
    rmSync(mark, { force: true });
    for (const line of [
      'diff',
      'diff --staged',
      'diff lyon@HEAD~1',
      'diff HEAD~1..HEAD',
      'diff HEAD~1...HEAD',
      'show lyon@2026-01-01',
      'show lyon@HEAD~1',
      'show lyon@nothing',
      'diff other@HEAD',
      'log',
      'blame lyon',
    ])
      await archive.transcript(line);
    expect(existsSync(mark)).toBe(false);
    for (const line of ['log -1', 'diff']) {
      archive.git(...line.split(' '));
      expect([line, existsSync(mark)]).toEqual([line, true]);
      rmSync(mark);
    }
  });

  /** Gives the last commit what git would have a program check. */
  function sign(): void {
    const [head = '', ...rest] = archive.git('cat-file', 'commit', 'HEAD').split('\n\n');
    const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----';
    writeFileSync(join(elsewhere, 'commit'), [`${head}\n${signature}`, ...rest].join('\n\n'));
    const id = archive.git('hash-object', '-t', 'commit', '-w', join(elsewhere, 'commit')).trim();
    archive.git('update-ref', 'HEAD', id);
  }

  test('not even to fetch what a partial clone lacks', async () => {
    const mark = join(elsewhere, 'ran');
    const clone = join(elsewhere, 'partial');
    archive.git('config', 'uploadpack.allowFilter', 'true');
    archive.git('clone', '-q', '--no-checkout', '--filter=blob:none', `file://${archive.root}`, clone);
    archive.git('-C', clone, 'config', 'core.sshCommand', `touch ${mark}`);
    archive.git('-C', clone, 'remote', 'set-url', 'origin', 'ssh://nowhere.invalid/x');
    mkdirSync(join(clone, 'charters'));
    const text = await archive.transcript('show lyon@HEAD~1', clone);
    expect(text).toMatch(/does not have the contents of[\s\S]*status 4/);
    expect(await archive.transcript('show lyon@2026-01-01', clone)).toMatch(
      /does not have the contents of[\s\S]*status 4/,
    );
    expect(existsSync(mark)).toBe(false);
  });
});

describe('git itself', () => {
  test('missing, is named', async () => {
    vi.stubEnv('PATH', join(elsewhere, 'nothing'));
    for (const line of ['show lyon@HEAD', 'diff', 'show lyon@2026-01-01', 'diff --staged'])
      expect(await archive.transcript(line)).toMatch(/git was not found[\s\S]*status 4/);
    expect(await words('show lyon')).toBe('Beta --- status 0');
  });

  test.runIf(process.getuid?.() === 0)('that distrusts another user’s folder says what to do', async () => {
    const walk = (folder: string): void => {
      chownSync(folder, 12_345, 12_345);
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory()) walk(join(folder, entry.name));
        else chownSync(join(folder, entry.name), 12_345, 12_345);
    };
    walk(archive.root);
    for (const line of ['show lyon@HEAD', 'diff --staged', 'show lyon@2026-01-01'])
      expect(await archive.transcript(line)).toMatch(
        /does not trust this repository[^\n]*git config --global --add safe\.directory \/somewhere[\s\S]*status 4/,
      );
  });

  test('without a repository, or a commit, is told apart', async () => {
    rmSync(join(archive.root, '.git'), { recursive: true });
    expect(await archive.transcript('show lyon@HEAD')).toMatch(/not under git[\s\S]*status 4/);
    expect(await archive.transcript('diff --staged')).toMatch(/not under git[\s\S]*status 4/);
    archive.git('init', '-q', '-b', 'main');
    expect(await archive.transcript('show lyon@HEAD')).toMatch(/no commit here yet[\s\S]*status 2/);
    expect(await archive.transcript('show lyon@2026-01-01')).toMatch(/no commit here yet[\s\S]*status 2/);
  });
});
