/** `log --new`: what this user last looked at, kept outside of the repository. */
import { historyMessages } from '../messages/history.ts';
import { Failure } from '../model/failure.ts';
import { resolveRevision } from '../store/git.ts';
import { readSeen, writeSeen } from '../store/seen.ts';
import { repositoryKey, stateFolder } from '../store/user-folders.ts';
import type { Context } from './context.ts';
import type { Past } from './past.ts';
import type { Target } from './past-targets.ts';

export interface Memory {
  /** Commits that, with all before them, were looked at. */
  readonly not: readonly string[];
  /** What must be said about it. */
  readonly notes: readonly string[];
  /** Remembers that everything was shown, where nothing was left out; gives back what must be said about that. */
  keep(): string;
}

/** Options that leave versions out: who did not see them has not looked at them. */
const narrowing = ['only', 'section', 'cookie', 'since', 'until'] as const;

export function isNarrowed({ options }: Pick<Context, 'options'>): boolean {
  return narrowing.some((name) => options[name] !== undefined);
}

const nothing: Memory = { not: [], notes: [], keep: () => '' };
/** Stands for all charters together. */
const everything = '*';

export async function openMemory(
  context: Context,
  { repository: { root }, commit }: Past,
  targets: readonly Target[],
): Promise<Memory> {
  const { options, env, language } = context;
  if (options.new !== true) return nothing;
  const folder = stateFolder(env);
  if (folder === undefined) return nothing;
  const key = await repositoryKey(root);
  const messages = historyMessages[language];
  const { commits, broken, file } = readSeen(folder, key);
  const names = targets.map(({ kind, id }) => (kind === 'template' ? `template:${id}` : id));
  const known = [everything, ...names].flatMap((name) => commits.get(name) ?? []);
  const not = await existing(root, known);
  return {
    not: not.ids,
    notes: [
      ...(broken ? [messages.stateIgnored(file)] : []),
      ...(not.missing && not.ids.length === 0 ? [messages.lookedAtGone] : []),
    ],
    keep: () => {
      if (isNarrowed(context)) return '';
      const seen = new Map((names.length === 0 ? [everything] : names).map((name) => [name, commit]));
      return writeSeen(folder, key, seen) ? '' : `${messages.stateUnwritten(file)}\n`;
    },
  };
}

/** A history that was rewritten may lack what was looked at. */
async function existing(
  root: string,
  ids: readonly string[],
): Promise<{ readonly ids: readonly string[]; readonly missing: boolean }> {
  const found: string[] = [];
  for (const id of new Set(ids)) {
    try {
      found.push((await resolveRevision(root, id)).id);
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
    }
  }
  return { ids: found, missing: found.length < new Set(ids).size };
}
