/** `charter diff`: two charters, two versions of one, or all charters against a revision. */
import { diffMessages } from '../messages/commands.ts';
import type { Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { DiffView } from '../present/diff-view.ts';
import { readClasses } from './classes.ts';
import { compareDocuments, countsAsDifference } from './comparison.ts';
import type { Context, Outcome } from './context.ts';
import { renderDiff } from './diff-output.ts';
import type { PlacedProblem } from './problem-text.ts';
import { type Pair, readRequest } from './requests.ts';
import type { Loaded } from './shelves.ts';
import { type Desk, openAsPage, openDesk } from './sides.ts';

export async function runDiff(context: Context): Promise<Outcome> {
  const only = readClasses(context.options.only);
  const contextBlocks = readCount(context.options.context);
  const notes: string[] = [];
  const desk = openDesk(context, (note) => notes.push(note));
  const { pairs, failures, none } = await readRequest(context, desk, notes);
  const views: DiffView[] = [];
  for (const pair of pairs) views.push(await view(pair, desk, { context, notes }));
  const differs = views.some((found) => countsAsDifference(found, only));
  const quiet = context.options.quiet === true;
  const messages = [...notes.map((note) => `${note}\n`), ...(await tell(failures, context))].join('');
  const counts = quiet || context.options['exit-code'] === true;
  const status = failures[0]?.status ?? (counts && differs ? 1 : 0);
  if (context.screen && views.length > 0) {
    const { showDiff } = await import('./diff-screen.ts');
    const compare = (pair: Pair, fresh: Desk): Promise<DiffView> => view(pair, fresh, { context, notes: [] });
    const options = {
      context,
      screen: context.screen,
      pairs,
      compare,
      contextBlocks,
      ...(only ? { only } : {}),
    };
    const interrupted = await showDiff(views, options);
    return { status: interrupted ? 130 : status, messages };
  }
  const renderViews = async (): Promise<string> =>
    views.length === 0 && none !== undefined && isPlain(context)
      ? `${none}\n`
      : renderDiff(views, { context, contextBlocks, ...(only ? { only } : {}) });
  // Of what could not be compared nothing is said that a reader could take for equality.
  const silent = quiet || (views.length === 0 && failures.length > 0);
  return {
    status,
    ...(silent ? {} : { output: await renderViews() }),
    pages: context.format === 'text',
    messages,
  };
}

/** Whether a person reads, rather than a program that takes nothing for nothing. */
function isPlain({ format, options }: Context): boolean {
  return format === 'text' && options['name-only'] !== true;
}

async function tell(failures: readonly Failure[], context: Context): Promise<string[]> {
  if (failures.length === 0) return [];
  const { renderFailure } = await import('./failure-text.ts');
  return failures.map((failure) => renderFailure(failure, context));
}

function readCount(text: string | true | undefined): number {
  if (typeof text !== 'string') return 0;
  if (!/^[0-9]{1,6}$/.test(text))
    throw new Failure('bad-number', 2, { values: { option: '-U', value: text } });
  return Number(text);
}

async function doubtLines(doubts: readonly PlacedProblem[], { language }: Context): Promise<string[]> {
  const { renderProblems } = await import('./problem-text.ts');
  return renderProblems(doubts, language);
}

async function view(
  pair: Pair,
  desk: Desk,
  { context, notes }: { readonly context: Context; readonly notes: string[] },
): Promise<DiffView> {
  const texts = diffMessages[context.language];
  const [a, b] = [
    await openAsPage(pair[0], pair[1], desk, context.directory),
    await openAsPage(pair[1], pair[0], desk, context.directory),
  ];
  const doubts = [a, b].flatMap(({ capture, file }) =>
    (capture?.warnings ?? []).map((problem) => ({ file, problem })),
  );
  if (doubts.length > 0) notes.push(...(await doubtLines(doubts, context)));
  const follow = async ({ document, shelf: revision }: Loaded): Promise<Template | undefined> => {
    if (document.kind === 'template') return document;
    if (document.template === undefined) return undefined;
    const then = revision === undefined ? undefined : await desk.template(document.template, revision);
    const template = then ?? (await desk.template(document.template));
    const note = texts.noTemplate(document.id, document.template);
    if (!template && !notes.includes(note)) notes.push(note);
    return template;
  };
  const [one, other] = [await follow(a), await follow(b)];
  return compareDocuments(a, b, {
    templates: { ...(one ? { a: one } : {}), ...(other ? { b: other } : {}) },
    places: context.format === 'json' || context.screen !== undefined,
  });
}
