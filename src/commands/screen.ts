/** Opens the interactive UI for a command: what it is given, what it may ask for, and how it ends. */
import { resolve } from 'node:path';
import type { DiffView } from '../present/diff-view.ts';
import { isFile } from '../store/repository.ts';
import type { Action, Effect } from '../tui/action.ts';
import { runProgram } from '../tui/program.ts';
import type { Session, Settings, UiState } from '../tui/state.ts';
import type { Host } from '../tui/terminal.ts';
import type { Context, Environment, Screen } from './context.ts';
import { chooseGround } from './manners.ts';
import type { Recall } from './recall.ts';

export interface ScreenOptions {
  readonly context: Context;
  readonly screen: Screen;
  /** Where the files named in a comparison lie. */
  readonly folder: string;
  /** Makes the comparison anew from the files as they are now. */
  compare(entry: number, swapped: boolean): Promise<DiffView>;
  readonly prepare?: (state: UiState) => UiState;
  /** Where versions were asked for from the start. */
  readonly recall?: Recall;
  /** Where drift is shown: reads it anew, after a decision was written where one was made. */
  readonly drift?: (effect: Extract<Effect, { kind: 'drift' }>) => Promise<Action>;
  /** Where a request is reviewed: keeps what was viewed, writes reasons. */
  readonly review?: (effect: Extract<Effect, { kind: 'view' | 'reason' }>) => Promise<Action>;
}

/** True where a key interrupted it. */
export async function openScreen(session: Session, options: ScreenOptions): Promise<boolean> {
  const { context, screen, folder, compare, prepare, drift, review } = options;
  let { recall } = options;
  const settings: Settings = {
    language: context.language,
    palette: 'default',
    color: context.color,
    ground: chooseGround(screen.env),
  };
  const host = screen.host();
  const forget = onSignal(host, () => void recall?.remember());
  const { interrupted } = await runProgram(session, {
    settings,
    host,
    services: {
      load: (effect) => load(effect, compare, context),
      edit: (effect) => edit(effect, folder, screen.env),
      recall: async (effect) => {
        recall ??= (await import('./recall.ts')).createRecall(context);
        return recall.answer(effect);
      },
      ...(drift ? { drift } : {}),
      ...(review ? { review } : {}),
    },
    ...(prepare ? { prepare } : {}),
  });
  forget();
  recall?.close();
  return interrupted;
}

/** What a window that is closed, or a session that ends, leaves time for; gives back how to stop listening. */
function onSignal({ process }: Host, act: () => void): () => void {
  const atExit = (status: number): void => {
    if (status > 128) act();
  };
  process.on('exit', atExit).prependOnceListener('SIGHUP', act);
  return () => void process.off('exit', atExit).off('SIGHUP', act);
}

async function load(
  { entry, swapped }: Extract<Effect, { kind: 'load' }>,
  compare: ScreenOptions['compare'],
  context: Context,
): Promise<Action> {
  try {
    return { type: 'loaded', entry, swapped, view: await compare(entry, swapped) };
  } catch (cause) {
    return { type: 'load-failed', entry, swapped, message: await sayFailure(cause, context) };
  }
}

/** On one line; whatever is a bug is thrown on. */
export async function sayFailure(cause: unknown, { language }: Context): Promise<string> {
  const { Failure } = await import('../model/failure.ts');
  if (!(cause instanceof Failure)) throw cause;
  const { renderFailure } = await import('./failure-text.ts');
  return renderFailure(cause, { language, debug: false })
    .trim()
    .replace(/\s*\n\s*/g, ' ');
}

async function edit(
  { file, line }: Extract<Effect, { kind: 'edit' }>,
  folder: string,
  env: Environment,
): Promise<Action> {
  const { chooseEditor, editFile } = await import('../store/editor.ts');
  const command = chooseEditor(env);
  if (command === undefined) return { type: 'edited', reason: 'no-editor' };
  const path = resolve(folder, file);
  if (!isFile(path)) return { type: 'edited', reason: 'no-file' };
  const done = await editFile(path, { command, env, ...(line === undefined ? {} : { line }) });
  return done ? { type: 'edited' } : { type: 'edited', reason: 'failed' };
}
