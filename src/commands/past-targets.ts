/** Reads which charters and which revision `log` and `blame` are about. */
import { isDay } from '../canonical/patterns.ts';
import { Failure } from '../model/failure.ts';
import type { Repository } from '../store/repository.ts';
import type { Context } from './context.ts';
import { looksLikeDay, type NamedForm, parseForm, parseRange } from './forms.ts';
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
    if (range?.symmetric) throw new Failure('bad-revision', 2, { values: { revision: argument } });
    if (range) without.add(range.from);
    revisions.add(range?.to ?? form?.revision ?? 'HEAD');
    if (form && !targets.some(({ kind, id }) => kind === form.kind && id === form.id))
      targets.push({ kind: form.kind, id: form.id });
  }
  const [asked = 'HEAD', other] = revisions;
  if (other !== undefined) throw new Failure('one-revision', 2, { values: { one: asked, other } });
  const [only] = targets;
  const revision =
    looksLikeDay(asked) && only && targets.length === 1
      ? await commitOfDay({ ...only, revision: asked }, repository)
      : asked;
  const named = given.some((argument) => /@|\.\./.test(argument));
  return { revision, without: [...without], targets, ...(named ? { asked } : {}) };
}

/** A revision of that name comes first. */
async function commitOfDay(
  { kind, id, revision: day = '' }: NamedForm,
  repository: Repository,
): Promise<string> {
  const { openCommit, resolveCommit } = await import('./states.ts');
  try {
    return (await resolveCommit(repository, day)).id;
  } catch (cause) {
    if (!(cause instanceof Failure) || !cause.code.startsWith('unknown-revision')) throw cause;
  }
  if (!isDay(day)) throw new Failure('no-such-day', 2, { values: { day } });
  const { findDated } = await import('./dated.ts');
  const present = await openCommit(repository, 'HEAD');
  const { version } = await findDated(repository, present, { kind, id, day, by: 'capture' });
  return version.commit.id;
}
