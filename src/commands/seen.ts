/** `log --new`: what this user last looked at, kept outside of the repository. */
import { historyMessages } from '../messages/history.ts';
import { Failure } from '../model/failure.ts';
import { findMergeBase, resolveRevision } from '../store/git.ts';
import { readSeen, writeSeen } from '../store/seen.ts';
import { repositoryKey, stateFolder } from '../store/user-folders.ts';
import type { Context } from './context.ts';
import { parseRange } from './forms.ts';
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

/** A range leaves out what is before it. */
export function isNarrowed({ options, arguments: given }: Pick<Context, 'options' | 'arguments'>): boolean {
  return (
    narrowing.some((name) => options[name] !== undefined) || given.some((argument) => parseRange(argument))
  );
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
  const messages = historyMessages[language];
  const folder = stateFolder(env);
  if (folder === undefined) return { ...nothing, notes: [messages.stateNowhere] };
  const key = await repositoryKey(root);
  const { commits, broken, file } = readSeen(folder, key);
  const names = targets.map(({ kind, id }) => (kind === 'template' ? `template:${id}` : id));
  const known = new Set([everything, ...names].flatMap((name) => commits.get(name) ?? []));
  const not = await readMarks(root, commit, known);
  return {
    not: [...not.keys()],
    notes: [
      ...(broken ? [messages.stateIgnored(file)] : []),
      ...(not.size === 0 && known.size > 0 ? [messages.lookedAtGone] : []),
    ],
    keep: () => {
      if (isNarrowed(context)) return '';
      const seen = (names.length === 0 ? [everything] : names).map(
        (name) => [name, advance(commits.get(name) ?? [], commit, not)] as const,
      );
      return writeSeen(folder, key, new Map(seen)) ? '' : `${messages.stateUnwritten(file)}\n`;
    },
  };
}

/** How a commit that was looked at stands to the one that is looked at now. */
type Standing = 'before' | 'beside' | 'after';

/** Those that are there: a history that was rewritten may lack what was looked at. */
async function readMarks(
  root: string,
  commit: string,
  known: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Standing>> {
  const found = new Map<string, Standing>();
  for (const id of known) {
    try {
      await resolveRevision(root, id);
      found.set(id, await standingOf(root, id, commit));
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
    }
  }
  return found;
}

async function standingOf(root: string, id: string, commit: string): Promise<Standing> {
  if (id === commit) return 'before';
  try {
    const base = await findMergeBase(root, { revision: id, id }, { revision: commit, id: commit });
    return base.id === id ? 'before' : base.id === commit ? 'after' : 'beside';
  } catch (cause) {
    if (cause instanceof Failure && cause.code === 'no-merge-base') return 'beside';
    throw cause;
  }
}

/** What was looked at once stays so: an older commit, or one of another branch, takes nothing back. */
function advance(
  marks: readonly string[],
  commit: string,
  standings: ReadonlyMap<string, Standing>,
): readonly string[] {
  const kept = marks.filter((id) => standings.has(id) && standings.get(id) !== 'before');
  return kept.some((id) => standings.get(id) === 'after') ? kept : [...kept, commit];
}
