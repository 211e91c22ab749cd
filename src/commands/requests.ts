/** Reads what `diff` is asked to compare: two documents, two versions of one, or all charters of two states. */
import { diffMessages } from '../messages/commands.ts';
import { shellWord } from '../messages/shell-word.ts';
import { versionMessages } from '../messages/versions.ts';
import { Failure } from '../model/failure.ts';
import type { Context } from './context.ts';
import { type Form, looksLikeDay, type NamedForm, parseRange, type RangeForm } from './forms.ts';
import { goneOr, removedOn } from './removed.ts';
import { refuseElsewhere, requireHistory } from './repository.ts';
import { absent, type Loaded, type Shelf, stagedKey } from './shelves.ts';
import { type Desk, readForm } from './sides.ts';

/** What is to be compared. */
export interface Request {
  readonly pairs: readonly Pair[];
  /** What to say where there is no pair at all. */
  readonly none?: string;
  readonly failures: readonly Failure[];
}

export type Pair = readonly [a: Loaded, b: Loaded];

/** `notes` takes in what the user should know. */
export async function readRequest(context: Context, desk: Desk, notes: string[]): Promise<Request> {
  const [first, second] = context.arguments;
  const texts = diffMessages[context.language];
  const staged = context.options.staged === true;
  const form = (argument: string): Form =>
    readForm(argument, context, (name) => notes.push(texts.clash(name)));
  const options = { context, desk, say: (note: string) => notes.push(note) };
  if (first === undefined) return compareAll({ from: 'HEAD', ...(staged ? { to: stagedKey } : {}) }, options);
  const range = second === undefined ? parseRange(first) : undefined;
  if (staged && (second !== undefined || range)) throw new Failure('staged-two', 2);
  if (second !== undefined)
    return { pairs: [await openPair(options, form(first), form(second))], failures: [] };
  if (range) return compareRange(range, options);
  const named = form(first);
  if (named.kind === 'file') throw new Failure('missing-argument', 2, { values: { command: 'diff' } });
  const { kind, id, revision = 'HEAD' } = named;
  const now: NamedForm = staged ? { kind, id, revision: stagedKey } : { kind, id };
  return { pairs: [await openVersions(options, { kind, id, revision }, now)], failures: [] };
}

interface RequestOptions {
  readonly context: Context;
  readonly desk: Desk;
  say(note: string): void;
}

async function compareRange(range: RangeForm, options: RequestOptions): Promise<Request> {
  const { named, to } = range;
  const from = range.symmetric ? await partingPoint(range, options) : range.from;
  if (!named) return compareAll({ from, to }, options);
  const pair = await openVersions(options, { ...named, revision: from }, { ...named, revision: to });
  return { pairs: [pair], failures: [] };
}

async function partingPoint({ from, to }: RangeForm, { desk, context }: RequestOptions): Promise<string> {
  const [one, other] = [await desk.shelf(from), await desk.shelf(to)];
  const { findMergeBase } = await import('../store/git.ts');
  const base = await findMergeBase(
    requireHistory(context.directory).root,
    { revision: from, id: one.commit ?? '' },
    { revision: to, id: other.commit ?? '' },
  );
  return base.revision;
}

/** Two versions of one charter may lack one side: it came, or it went. */
async function openPair(options: RequestOptions, first: Form, second: Form): Promise<Pair> {
  const { desk } = options;
  const same = first.kind !== 'file' && first.kind === second.kind && first.id === second.id;
  if (same && (first.revision !== undefined || second.revision !== undefined))
    return openVersions(options, first, second);
  return [await desk.open(first), await desk.open(second)];
}

/** Fails as the later version does where neither is there. */
async function openVersions(options: RequestOptions, first: NamedForm, second: NamedForm): Promise<Pair> {
  const { desk, context } = options;
  const b = await openOrMiss(desk, second);
  // Before the first commit what is staged is new, as git has it.
  const a = await openOrMiss(desk, first, second.revision === stagedKey ? ['no-commit'] : []);
  if (a instanceof Failure) {
    const isNow = second.revision === undefined && first.revision !== 'HEAD';
    if (b instanceof Failure) throw await goneOr(isNow ? a : b, first, context);
    return (await openRenamed(options, [first, a], [second, b])) ?? [absent(b, aboutMissing(first)), b];
  }
  // Two times at which there is no charter are not two equal charters.
  if (a.missing && a.dated && (b instanceof Failure || b.missing)) throw removedOn(first.id, a.dated);
  if (!(b instanceof Failure)) return [a, b];
  return (await openRenamed(options, [first, a], [second, b])) ?? [a, absent(a, aboutMissing(second))];
}

type Side = readonly [form: NamedForm, found: Loaded | Failure];

/** The charter under the two ids that it has in the two states; undefined where it is in one of them only. */
async function openRenamed(
  { desk, context, say }: RequestOptions,
  [first, a]: Side,
  [second, b]: Side,
): Promise<Pair | undefined> {
  if (first.kind !== 'charter') return undefined;
  const shelfOf = async (form: NamedForm, found: Loaded | Failure): Promise<Shelf | undefined> =>
    found instanceof Failure
      ? desk.shelf(form.revision).catch(ignoreFailure)
      : found.missing
        ? undefined
        : desk.shelf(found.shelf);
  const [then, now] = [await shelfOf(first, a), await shelfOf(second, b)];
  if (!then || !now) return undefined;
  const { openChanged } = await import('./changed.ts');
  const changed = await openChanged(then, now).catch(ignoreFailure);
  const pair = changed?.pairs.find((one) => (a instanceof Failure ? one.b : one.a)?.document.id === first.id);
  if (!pair?.a || !pair.b) return undefined;
  const [one, other] = a instanceof Failure ? [pair.a, pair.b] : [pair.b, pair.a];
  const asked = a instanceof Failure ? other.revision : a.revision;
  if (asked !== undefined)
    say(versionMessages[context.language].former(one.document.id, other.document.id, asked));
  // What a day was said to stand for is kept.
  if (!(a instanceof Failure)) return [{ ...a, asked: pair.b.document.id }, pair.b];
  return b instanceof Failure ? undefined : [pair.a, b];
}

function ignoreFailure(cause: unknown): undefined {
  if (!(cause instanceof Failure)) throw cause;
}

/** The failure where there is no such document; any other is thrown. */
async function openOrMiss(
  desk: Desk,
  form: NamedForm,
  others: readonly string[] = [],
): Promise<Loaded | Failure> {
  try {
    return await desk.open(form);
  } catch (cause) {
    if (cause instanceof Failure && (missing.has(cause.code) || others.includes(cause.code))) return cause;
    throw cause;
  }
}

const missing: ReadonlySet<string> = new Set([
  'unknown-portal',
  'unknown-template',
  'no-charters',
  'not-a-repository',
]);

function aboutMissing({ revision }: NamedForm): Pick<Loaded, 'revision' | 'shelf'> {
  if (revision === undefined) return {};
  if (revision === stagedKey) return { revision: 'index', shelf: stagedKey };
  return { revision };
}

interface States {
  readonly from: string;
  /** The work tree where absent. */
  readonly to?: string;
}

async function compareAll(states: States, { context, desk, say }: RequestOptions): Promise<Request> {
  const { from, to } = states;
  const { openChanged, unlikeTemplates } = await import('./changed.ts');
  const then = await openState(from, () => openThen(desk, from, to));
  const now = await openState(to, () => openNow(desk, to));
  await refuseElsewhere(context.directory, { shelves: [then, now] });
  const { pairs, failures } = await openChanged(then, now);
  const complete = pairs.map(({ a, b }): Pair => {
    if (a && b) return [a, b];
    if (b) return [absent(b, { revision: from }), b];
    if (!a) throw new Error('A pair has at least one side.');
    return [a, absent(a, to === undefined ? {} : { revision: to === stagedKey ? 'index' : to })];
  });
  const texts = diffMessages[context.language];
  const templates = await unlikeTemplates(then, now);
  const [template] = templates;
  if (template !== undefined) say(texts.templates(templates.length, commandFor(template, states)));
  const none = to === stagedKey ? texts.nothingStaged(from) : texts.noChange(from, to);
  return { pairs: complete, failures, ...(failures.length === 0 ? { none } : {}) };
}

/** What compares the template in the same two states. */
function commandFor(name: string, { from, to }: States): string {
  const template = `template:${name}`;
  if (to === stagedKey) return `charter diff --staged ${shellWord(template)}`;
  const range = to === undefined ? (from === 'HEAD' ? '' : `@${from}`) : `@${from}..${to}`;
  return `charter diff ${shellWord(template + range)}`;
}

/** A day stands for a version of one charter; each has captures of its own days. */
async function openState(revision: string | undefined, open: () => Promise<Shelf>): Promise<Shelf> {
  try {
    return await open();
  } catch (cause) {
    const unknown = cause instanceof Failure && cause.code.startsWith('unknown-revision');
    if (!unknown || revision === undefined || !looksLikeDay(revision)) throw cause;
    throw new Failure('day-of-all', 2, { values: { day: revision }, cause });
  }
}

/** Before the first commit everything that is staged is new, as git has it. */
async function openThen(desk: Desk, from: string, to: string | undefined): Promise<Shelf> {
  try {
    return await desk.shelf(from);
  } catch (cause) {
    if (to === stagedKey && cause instanceof Failure && cause.code === 'no-commit') return emptyShelf(from);
    throw cause;
  }
}

/** A work tree without any charter left is still one. */
async function openNow(desk: Desk, to: string | undefined): Promise<Shelf> {
  try {
    return await desk.shelf(to);
  } catch (cause) {
    if (cause instanceof Failure && cause.code === 'not-a-repository') return emptyShelf();
    throw cause;
  }
}

function emptyShelf(revision?: string): Shelf {
  return {
    ...(revision === undefined ? {} : { revision }),
    list: async () => [],
    read: async () => [],
  };
}
