/** Reads which charters and which revision `log` and `blame` are about. */
import { isDay } from '../canonical/patterns.ts';
import { shellWord } from '../messages/shell-word.ts';
import { Failure } from '../model/failure.ts';
import type { Repository } from '../store/repository.ts';
import type { Context } from './context.ts';
import { looksLikeDay, parseForm, parseRange, type RangeForm } from './forms.ts';
import type { DocumentKind } from './shelves.ts';

export interface Target {
  readonly kind: DocumentKind;
  readonly id: string;
}

export interface Targets {
  /** HEAD where none was given. */
  readonly revision: string;
  /** As it was given, for the reader. */
  readonly asked?: string;
  /** Revisions that, with all before them, are left out. */
  readonly without: readonly string[];
  readonly targets: readonly Target[];
}

/** All charters of one call start from one revision; files have no history of their own. */
export async function readTargets(
  { arguments: given }: Pick<Context, 'arguments'>,
  repository: Repository,
): Promise<Targets> {
  const targets: Target[] = [];
  const revisions = new Set<string>();
  const without = new Set<string>();
  for (const argument of given) {
    const range = parseRange(argument);
    const form = range ? range.named : parseForm(argument);
    if (form?.kind === 'file') throw new Failure('charter-not-file', 2, { values: { argument } });
    if (range) {
      await refuseRange(range, argument, repository);
      without.add(range.from);
    }
    revisions.add(range?.to ?? form?.revision ?? 'HEAD');
    if (form && !targets.some(({ kind, id }) => kind === form.kind && id === form.id))
      targets.push({ kind: form.kind, id: form.id });
  }
  const [asked = 'HEAD', other] = revisions;
  if (other !== undefined) throw new Failure('one-revision', 2, { values: { one: asked, other } });
  const revision = looksLikeDay(asked) ? await commitOfDay(asked, targets, repository) : asked;
  const named = given.some((argument) => /@|\.\./.test(argument));
  return { revision, without: [...without], targets, ...(named ? { asked } : {}) };
}

/** Fails with status 2 where the ends are days, or three dots stand between them. */
async function refuseRange(
  { named, from, to, symmetric }: RangeForm,
  argument: string,
  repository: Repository,
): Promise<void> {
  const name = named ? nameOf(named) : undefined;
  if (symmetric) {
    const range = `${name === undefined ? '' : `${name}@`}${from}..${to}`;
    throw new Failure('symmetric-log', 2, { values: { argument, range } });
  }
  for (const day of [from, to]) {
    if (!looksLikeDay(day) || (await isRevision(day, repository))) continue;
    const words = [
      ...(name === undefined ? [] : [name]),
      ...(from === 'HEAD' ? [] : [`--since ${shellWord(from)}`]),
      ...(to === 'HEAD' ? [] : [`--until ${shellWord(to)}`]),
    ];
    throw new Failure('day-range', 2, { values: { argument, day, words: words.join(' ') } });
  }
}

function nameOf({ kind, id }: Target): string {
  return kind === 'template' ? `template:${id}` : id;
}

async function isRevision(name: string, repository: Repository): Promise<boolean> {
  const { resolveCommit } = await import('./states.ts');
  try {
    return (await resolveCommit(repository, name)).id !== '';
  } catch (cause) {
    if (cause instanceof Failure && cause.code.startsWith('unknown-revision')) return false;
    throw cause;
  }
}

/** A revision of that name comes first; else it is the one charter's commit, by its capture. */
async function commitOfDay(day: string, targets: readonly Target[], repository: Repository): Promise<string> {
  if (await isRevision(day, repository)) return day;
  if (!isDay(day)) throw new Failure('no-such-day', 2, { values: { day } });
  const [only, other] = targets;
  if (!only || other) {
    const words = [...targets.map(nameOf), `--until ${day}`].join(' ');
    throw new Failure('day-of-several', 2, { values: { day, words } });
  }
  const [{ findDated }, { openCommit }] = await Promise.all([import('./dated.ts'), import('./states.ts')]);
  const present = await openCommit(repository, 'HEAD');
  const { version } = await findDated(repository, present, { ...only, day, by: 'capture' });
  return version.commit.id;
}
