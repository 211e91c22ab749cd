/** The files that `lint` and `fmt` work on: those named, or all charters and templates. */
import { resolve } from 'node:path';
import { Failure } from '../model/failure.ts';
import { relativeTo } from '../store/files.ts';
import { findRepository, listCharterFiles, listTemplateFiles } from '../store/repository.ts';
import type { Context } from './context.ts';
import { parseForm } from './forms.ts';
import { requireRepository } from './repository.ts';
import { findFile, workTree } from './shelves.ts';

export interface Target {
  readonly path: string;
  /** As shown: from the repository's root where it lies there. */
  readonly file: string;
  /** The repository that it lies in, which no link may lead it out of. */
  readonly root?: string;
}

/** A portal's id, `template:NAME` or a file, each once, in the order given. */
export async function findTargets(context: Context): Promise<Target[]> {
  if (context.arguments.length === 0) {
    const repository = requireRepository(context.directory);
    const all = [...listCharterFiles(repository), ...listTemplateFiles(repository)];
    if (all.length === 0) throw new Failure('no-charters', 2);
    return all.map(({ path, file }) => ({ path, file, root: repository.root }));
  }
  const targets: Target[] = [];
  for (const argument of context.arguments) targets.push(await findTarget(argument, context));
  return targets.filter(({ path }, index) => targets.findIndex((other) => other.path === path) === index);
}

async function findTarget(argument: string, context: Context): Promise<Target> {
  const form = parseForm(argument);
  if (form.kind === 'file') {
    const path = resolve(context.directory, form.path);
    const repository = findRepository(context.directory);
    const file = repository ? relativeTo(repository.root, path) : form.path;
    return { path, file, ...(repository && file !== path ? { root: repository.root } : {}) };
  }
  if (form.revision !== undefined) throw new Failure('no-revision-here', 2, { values: { argument } });
  const repository = requireRepository(context.directory);
  const { file } = await findFile(workTree(repository), form.kind, form.id);
  return { path: resolve(repository.root, file), file, root: repository.root };
}
