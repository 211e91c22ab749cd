/** Chooses the output of `diff`: what was asked for decides which renderer is loaded. */
import type { ChangeClass } from '../model/charter.ts';
import { renderDiffText } from '../present/diff-text.ts';
import type { DiffOptions, DiffView } from '../present/diff-view.ts';
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
  if (context.format === 'json')
    return (await import('../present/diff-json.ts')).renderDiffJson(views, wanted);
  if (options['name-only'] === true)
    return (await import('../present/diff-names.ts')).renderDiffNames(views, wanted);
  if (options.stat === true) return (await import('../present/diff-stat.ts')).renderDiffStat(views, wanted);
  if (accessible) return (await import('../present/diff-accessible.ts')).renderDiffAccessible(views, wanted);
  return renderDiffText(views, wanted);
}
