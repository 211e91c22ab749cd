/** Reads which charters and which revision `log` and `blame` are about. */
import { Failure } from '../model/failure.ts';
import type { Context } from './context.ts';
import { parseForm } from './forms.ts';
import type { DocumentKind } from './shelves.ts';

export interface Target {
  readonly kind: DocumentKind;
  readonly id: string;
}

export interface Targets {
  /** HEAD where none was given. */
  readonly revision: string;
  readonly asked: boolean;
  readonly targets: readonly Target[];
}

/** All charters of one call start from one revision; files have no history of their own. */
export function readTargets({ arguments: given }: Pick<Context, 'arguments'>): Targets {
  const targets: Target[] = [];
  const revisions = new Set<string>();
  for (const argument of given) {
    const form = parseForm(argument);
    if (form.kind === 'file') throw new Failure('charter-not-file', 2, { values: { argument } });
    if (targets.some(({ kind, id }) => kind === form.kind && id === form.id)) continue;
    targets.push({ kind: form.kind, id: form.id });
    revisions.add(form.revision ?? 'HEAD');
  }
  const [revision = 'HEAD', other] = revisions;
  if (other !== undefined) throw new Failure('one-revision', 2, { values: { one: revision, other } });
  return { revision, asked: given.some((argument) => argument.includes('@')), targets };
}
