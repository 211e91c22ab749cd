/** `charter diff`: two charters, two versions of one, or all charters against a revision. */
import { diffMessages } from '../messages/commands.ts';
import type { CharterDocument, Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { DiffView } from '../present/diff-view.ts';
import { readClasses } from './classes.ts';
import { compareDocuments, countsAsDifference } from './comparison.ts';
import type { Context, Outcome } from './context.ts';
import { renderDiff } from './diff-output.ts';
import { type Form, parseRange } from './forms.ts';
import type { PlacedProblem } from './problem-text.ts';
import type { Loaded } from './shelves.ts';
import { type Desk, openAsPage, openDesk, readForm } from './sides.ts';

/** What is to be compared, and what is to be said about it on standard error. */
interface Request {
  readonly pairs: readonly Pair[];
  /** What to say where there is no pair at all. */
  readonly none?: string;
  readonly failures: readonly Failure[];
}

export type Pair = readonly [a: Loaded, b: Loaded];

export async function runDiff(context: Context): Promise<Outcome> {
  const only = readClasses(context.options.only);
  const contextBlocks = readCount(context.options.context);
  const desk = openDesk(context);
  const notes: string[] = [];
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
  return {
    status,
    ...(quiet ? {} : { output: await renderViews() }),
    pages: context.format === 'text',
    messages,
  };
}

/** Whether a person reads, rather than a program that takes nothing for nothing. */
function isPlain({ format, options }: Context): boolean {
  return format === 'text' && options['name-only'] !== true && options.stat !== true;
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

async function readRequest(context: Context, desk: Desk, notes: string[]): Promise<Request> {
  const [first, second] = context.arguments;
  const texts = diffMessages[context.language];
  const form = (argument: string): Form =>
    readForm(argument, context, (name) => notes.push(texts.clash(name)));
  if (first !== undefined && second !== undefined) {
    const [a, b] = [form(first), form(second)];
    return { pairs: [[await desk.open(a), await desk.open(b)]], failures: [] };
  }
  if (first === undefined) return compareAll(desk, { from: 'HEAD', notes, texts });
  const range = parseRange(first);
  if (range?.id !== undefined) {
    const ends = { kind: 'charter', id: range.id } as const;
    return {
      pairs: [
        [
          await desk.open({ ...ends, revision: range.from }),
          await desk.open({ ...ends, revision: range.to }),
        ],
      ],
      failures: [],
    };
  }
  if (range) return compareAll(desk, { ...range, notes, texts });
  return comparePast(form(first), { desk, notes, texts });
}

interface PastOptions {
  readonly desk: Desk;
  readonly notes: string[];
  readonly texts: (typeof diffMessages)['en'];
}

/** One charter alone: that version, or HEAD's, against the work tree; it may be new here, or gone. */
async function comparePast(form: Form, { desk, notes, texts }: PastOptions): Promise<Request> {
  if (form.kind === 'file') throw new Failure('missing-argument', 2, { values: { command: 'diff' } });
  const { kind, id } = form;
  const revision = form.revision ?? 'HEAD';
  const now = await openOrMiss(desk.open({ kind, id }));
  const then = await openOrMiss(desk.open({ kind, id, revision }));
  if (now instanceof Failure) {
    if (then instanceof Failure) throw now;
    notes.push(texts.removed(id));
    return { pairs: [[then, absent(then, undefined)]], failures: [] };
  }
  if (!(then instanceof Failure)) return { pairs: [[then, now]], failures: [] };
  if (form.revision !== undefined) throw then;
  notes.push(texts.added(id));
  return { pairs: [[absent(now, revision), now]], failures: [] };
}

/** The failure where there is no such document; any other is thrown. */
async function openOrMiss(opening: Promise<Loaded>): Promise<Loaded | Failure> {
  try {
    return await opening;
  } catch (cause) {
    const misses = ['unknown-portal', 'unknown-template', 'no-charters'];
    if (cause instanceof Failure && misses.includes(cause.code)) return cause;
    throw cause;
  }
}

interface AllOptions {
  readonly from: string;
  /** The work tree where absent. */
  readonly to?: string;
  readonly notes: string[];
  readonly texts: (typeof diffMessages)['en'];
}

async function compareAll(desk: Desk, { from, to, notes, texts }: AllOptions): Promise<Request> {
  const { openChanged } = await import('./changed.ts');
  const { pairs, failures } = await openChanged(await desk.shelf(from), await desk.shelf(to));
  const complete = pairs.map(({ a, b }): Pair => {
    if (a && b) return [a, b];
    if (b) {
      notes.push(texts.added(b.document.id));
      return [absent(b, from), b];
    }
    if (!a) throw new Error('A pair has at least one side.');
    notes.push(texts.removed(a.document.id));
    return [a, absent(a, to)];
  });
  return { pairs: complete, failures, ...(failures.length === 0 ? { none: texts.noChange(from, to) } : {}) };
}

/** A charter that is not there, as one of the same portal that says nothing. */
function absent(other: Loaded, revision: string | undefined): Loaded {
  const { title: _title, ...rest } = other.document;
  const document: CharterDocument = { ...rest, body: [], tables: [] };
  return { document, lines: new Map(), file: other.file, ...(revision === undefined ? {} : { revision }) };
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
  const follow = async ({ document, revision }: Loaded): Promise<Template | undefined> => {
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
