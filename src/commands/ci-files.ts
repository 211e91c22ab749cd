/** The files by which a host of git repositories, or a hook, runs the review: whole, in one language, for one folder. */
import { type CiTexts, ciMessages } from '../messages/ci.ts';
import { shellWord } from '../messages/shell-word.ts';
import type { Language } from '../model/language.ts';
import { wrapText } from '../text/wrap.ts';

export const ciHosts = ['github', 'gitlab', 'pre-commit'] as const;
export type CiHost = (typeof ciHosts)[number];

export interface CiFile {
  /** From the top of the work tree. */
  readonly file: string;
  readonly text: string;
  /** Of a file that others write in too: what it holds where ours is in it. */
  readonly mark?: string;
}

export interface CiOptions {
  readonly language: Language;
  /** From the top of the work tree to the folder that holds `charters/`; `.` where that is the top. */
  readonly folder: string;
}

/** Cells of a line with a comment. */
const widest = 110;

export function isCiHost(name: unknown): name is CiHost {
  return ciHosts.some((host) => host === name);
}

export async function ciFiles(host: CiHost, options: CiOptions): Promise<CiFile[]> {
  switch (host) {
    case 'github':
      return githubFiles(options);
    case 'gitlab':
      return gitlabFiles(options);
    case 'pre-commit':
      return preCommitFiles(options);
  }
}

async function githubFiles(options: CiOptions): Promise<CiFile[]> {
  const review = await import('./ci/github-review.yml?raw');
  const comment = await import('./ci/github-comment.yml?raw');
  const script = await import('./ci/github-comment.cjs?raw');
  return [
    { file: '.github/workflows/charter-review.yml', text: fill(review.default, '', options) },
    { file: '.github/workflows/charter-comment.yml', text: fill(comment.default, script.default, options) },
  ];
}

async function gitlabFiles(options: CiOptions): Promise<CiFile[]> {
  const jobs = await import('./ci/gitlab.yml?raw');
  const script = await import('./ci/gitlab-comment.cjs?raw');
  const include = await import('./ci/gitlab-include.yml?raw');
  return [
    { file: '.gitlab/charter.gitlab-ci.yml', text: fill(jobs.default, script.default, options) },
    { file: '.gitlab-ci.yml', text: include.default, mark: 'charter.gitlab-ci.yml' },
  ];
}

async function preCommitFiles(options: CiOptions): Promise<CiFile[]> {
  const hooks = await import('./ci/pre-commit.yaml?raw');
  return [
    { file: '.pre-commit-config.yaml', text: fill(hooks.default, '', options), mark: 'charter review' },
  ];
}

/** Puts the sentences, the script and the folder where their marks stand. */
function fill(source: string, script: string, { language, folder }: CiOptions): string {
  const texts = ciMessages[language];
  const said = Object.entries(texts.sayings).filter(([name]) => script.includes(`says.${name}`));
  const sayings = script.replace(
    'const says = {};',
    () => `const says = ${JSON.stringify(Object.fromEntries(said), null, 2)};`,
  );
  return source
    .split('\n')
    .flatMap((line) => fillLine(line, { texts, script: sayings, folder }))
    .join('\n');
}

interface Filling {
  readonly texts: CiTexts;
  readonly script: string;
  readonly folder: string;
}

function fillLine(line: string, { texts, script, folder }: Filling): string[] {
  const [, indent = '', comment, name = ''] = /^( *)(# )?\{(\w+)\}$/.exec(line) ?? [];
  if (comment !== undefined && isComment(name, texts))
    return wrapText(texts.comments[name], widest - indent.length - 2).map((part) => `${indent}# ${part}`);
  if (name === 'script')
    return script
      .trimEnd()
      .split('\n')
      .map((part) => (part === '' ? '' : `${indent}${part}`));
  if (folder !== '.') return [inFolder(line, folder)];
  return [line];
}

function isComment(name: string, { comments }: CiTexts): name is keyof CiTexts['comments'] {
  return Object.hasOwn(comments, name);
}

/**
 * A double-quoted text of JSON is one of YAML too; inside it, words of a command are quoted as a shell has them. What is
 * given the names of files gets them from the top, and stays there.
 */
function inFolder(line: string, folder: string): string {
  const review = `charter -C ${shellWord(folder)} review --staged`;
  return line
    .replace('CHARTER_FOLDER: .', () => `CHARTER_FOLDER: ${JSON.stringify(folder)}`)
    .replace('entry: charter review --staged', () => `entry: ${JSON.stringify(review)}`);
}
