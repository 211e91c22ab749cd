/** `charter git`: tells git how to show charters, takes that back, and says what works; git runs the reading view. */
import { resolve } from 'node:path';
import { Failure } from '../model/failure.ts';
import { renderCharterReading } from '../present/charter-reading.ts';
import { readText } from '../store/files.ts';
import { nearestNames } from '../text/nearest.ts';
import type { Command, Context, Outcome } from './context.ts';
import { openText } from './shelves.ts';

const actions: Readonly<Record<string, () => Promise<Command>>> = {
  install: async () => (await import('./git-install.ts')).installGit,
  uninstall: async () => (await import('./git-install.ts')).uninstallGit,
  doctor: async () => (await import('./git-doctor.ts')).examineGit,
  textconv: async () => showReading,
};

export async function runGit(context: Context): Promise<Outcome> {
  const [action = '', ...rest] = context.arguments;
  if (!Object.hasOwn(actions, action)) {
    const allowed = Object.keys(actions);
    const suggestions = nearestNames(action, allowed);
    throw new Failure('unknown-action', 2, {
      values: { command: 'git', action, allowed: allowed.join(', ') },
      suggestions,
    });
  }
  const [argument] = rest.slice(action === 'textconv' ? 1 : 0);
  if (argument !== undefined)
    throw new Failure('too-many-arguments', 2, { values: { command: `git ${action}`, argument } });
  const perform = await actions[action]?.();
  return perform ? perform({ ...context, arguments: rest }) : { status: 0 };
}

/** Fails for what is no whole charter: git's fallback then shows the file as it is. */
async function showReading({ arguments: [file], directory }: Context): Promise<Outcome> {
  if (file === undefined)
    throw new Failure('missing-argument', 2, { values: { command: 'git textconv FILE' } });
  const { document } = await openText(readText(resolve(directory, file), file), file);
  return { status: 0, output: renderCharterReading(document) };
}
