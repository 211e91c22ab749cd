/** Chooses the output of `diff`: what was asked for decides which renderer is loaded. */
import type { ChangeClass } from '../model/charter.ts';
import type { DiffOptions, DiffView } from '../present/diff-view.ts';
import { type DiffFormat, diffRenderers } from '../present/renderers.ts';
import type { Context } from './context.ts';

export interface DiffOutputOptions {
  readonly context: Context;
  readonly contextBlocks: number;
  readonly only?: ReadonlySet<ChangeClass>;
}

export async function renderDiff(
  views: readonly DiffView[],
  { context, contextBlocks, only }: DiffOutputOptions,
): Promise<string> {
  const { options, language, color, accessible } = context;
  const wanted: DiffOptions = {
    language,
    color,
    width: accessible ? undefined : context.width,
    all: options.all === true,
    context: contextBlocks,
    ...(only ? { only } : {}),
  };
  const render = await diffRenderers[outputOf(context)]();
  return render(views, wanted);
}

function outputOf({ format, options, accessible }: Context): DiffFormat {
  if (format === 'json') return 'json';
  if (options['name-only'] === true) return 'names';
  if (options.stat === true) return 'stat';
  return accessible ? 'accessible' : 'text';
}
