/** Runs the steps of the files for CI as a host does, on a machine of its own, with the program as it is packed. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import type { Place, Ran } from './transcript.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** The program as `npm pack` gives it. */
export function packProgram(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'charter-pack-'));
  cpSync(dirname(inject('program')), join(folder, 'dist'), { recursive: true });
  return packed(folder, readFileSync(join(project, 'package.json'), 'utf8'));
}

/** A program of that name that lets everything pass. */
export function packImpostor(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'charter-pack-'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/charter.cjs'), '#!/usr/bin/env node\nconsole.log("impostor");\n');
  return packed(folder, '{"name":"charter","version":"9.9.9","bin":{"charter":"dist/charter.cjs"}}');
}

function packed(folder: string, manifest: string): Buffer {
  writeFileSync(join(folder, 'package.json'), manifest);
  const { stdout } = spawnSync('npm', ['pack', '--ignore-scripts', '--json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const [{ filename }] = JSON.parse(stdout);
  const data = readFileSync(join(folder, filename));
  rmSync(folder, { recursive: true, force: true });
  return data;
}

/** A clone of a repository on a machine of the host: programs go to folders of its own. */
export class Runner {
  readonly root: string = mkdtempSync(join(tmpdir(), 'charter-runner-'));
  readonly work: string = join(this.root, 'work');
  readonly temporary: string = join(this.root, 'temp');

  /** The work tree holds the request, whose base is a branch of `origin`. */
  constructor(origin: Place, request: string) {
    mkdirSync(this.temporary);
    spawnSync('git', ['clone', '-q', origin.root, this.work], { env: this.env() });
    spawnSync('git', ['checkout', '-q', '--detach', request], { cwd: this.work, env: this.env() });
  }

  /** A script as a step of GitHub, or a job of GitLab, runs it. */
  run(script: string, env: Readonly<Record<string, string>>): Ran {
    const file = join(this.root, 'step.sh');
    writeFileSync(file, script);
    const { stdout, stderr, status } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
      cwd: this.work,
      env: { ...this.env(), ...env },
      encoding: 'utf8',
    });
    return { stdout, stderr, status };
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private env(): Record<string, string> {
    const programs = join(this.root, 'programs');
    return {
      PATH: `${join(programs, 'bin')}:${process.env['PATH'] ?? ''}`,
      HOME: this.root,
      CI: 'true',
      LC_ALL: 'C.UTF-8',
      TMPDIR: this.root,
      RUNNER_TEMP: this.temporary,
      GITHUB_STEP_SUMMARY: join(this.root, 'summary.md'),
      npm_config_prefix: programs,
      npm_config_offline: 'true',
    };
  }
}
