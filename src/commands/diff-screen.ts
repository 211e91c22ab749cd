/** `charter diff` on a terminal: the comparisons on the whole screen, made anew when their files change. */
import { resolve } from 'node:path';
import type { ChangeClass } from '../model/charter.ts';
import type { DiffView } from '../present/diff-view.ts';
import { isFile } from '../store/repository.ts';
import { sessionOfViews } from '../tui/session.ts';
import type { UiState } from '../tui/state.ts';
import type { Context, Screen } from './context.ts';
import type { Pair } from './requests.ts';
import { openScreen } from './screen.ts';
import type { Loaded } from './shelves.ts';
import { type Desk, openDesk } from './sides.ts';

export interface DiffScreenOptions {
  readonly context: Context;
  readonly screen: Screen;
  /** What the views compare, in their order. */
  readonly pairs: readonly Pair[];
  compare(pair: Pair, desk: Desk): Promise<DiffView>;
  readonly contextBlocks: number;
  readonly only?: ReadonlySet<ChangeClass>;
}

/** True where a key interrupted it. */
export async function showDiff(views: readonly DiffView[], options: DiffScreenOptions): Promise<boolean> {
  const { context, screen, pairs, compare } = options;
  const folder = openDesk(context).repository?.root ?? context.directory;
  return openScreen(sessionOfViews(views), {
    context,
    screen,
    folder,
    prepare: (state) => prepare(state, options),
    compare: async (entry, swapped) => {
      const pair = pairs[entry];
      if (!pair) throw new Error(`There is no comparison ${entry}.`);
      const desk = openDesk(context);
      const [a, b] = [await reopen(pair[0], desk, folder), await reopen(pair[1], desk, folder)];
      return compare(swapped ? [b, a] : [a, b], desk);
    },
  });
}

/** A side of the work tree as it is now; a side of a commit, or one that is not there, stays as it was. */
async function reopen(loaded: Loaded, desk: Desk, folder: string): Promise<Loaded> {
  const path = resolve(folder, loaded.file);
  return loaded.revision === undefined && isFile(path) ? desk.open({ kind: 'file', path }) : loaded;
}

function prepare(state: UiState, { context, contextBlocks, only }: DiffScreenOptions): UiState {
  const { options } = context;
  return {
    ...state,
    reading: {
      ...state.reading,
      ...(options.all === true ? { folded: false } : {}),
      ...(options.context === undefined ? {} : { context: contextBlocks }),
      ...(only ? { classes: only } : {}),
    },
  };
}
