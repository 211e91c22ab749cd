/** `charter review` on a terminal: the queue on the whole screen; reasons are written as `charter accept` writes them. */

import { join } from 'node:path';
import { openDocument } from '../canonical/open.ts';
import { tuiMessages } from '../messages/tui.ts';
import type { CharterDocument, Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { Review } from '../model/review.ts';
import type { DiffView } from '../present/diff-view.ts';
import type { Standards } from '../review/material.ts';
import { readText } from '../store/files.ts';
import { findHead } from '../store/head.ts';
import { isFile } from '../store/repository.ts';
import type { Action, Effect } from '../tui/action.ts';
import { refilter } from '../tui/reducing/reviewing.ts';
import type { QueueWishes } from '../tui/review/queue.ts';
import { sessionOfReview } from '../tui/session.ts';
import { findPerson } from './accept.ts';
import { readClasses } from './classes.ts';
import { compareDocuments } from './comparison.ts';
import type { Context, Screen } from './context.ts';
import { decideAgain } from './decisions-again.ts';
import { nameWanted } from './decisions-bulk.ts';
import { openGround } from './decisions-ground.ts';
import { readWords } from './decisions-request.ts';
import { decide } from './decisions-writing.ts';
import { openViewed } from './review-viewed.ts';
import { openScreen, sayFailure } from './screen.ts';

export interface ReviewScreenOptions {
  readonly context: Context;
  readonly screen: Screen;
  /** The repository's folder. */
  readonly root: string;
  /** What the two states hold their charters against. */
  readonly standards: { readonly before: Standards; readonly after: Standards };
}

type Asked = Extract<Effect, { kind: 'view' | 'reason' }>;

/** True where a key interrupted it. */
export async function showReview(review: Review, options: ReviewScreenOptions): Promise<boolean> {
  const { context, screen, root } = options;
  const marks = await openViewed(review, root, context);
  const here = await isHere(review, root);
  const accepted = here ? await findPending(review, root) : new Set<string>();
  const session = sessionOfReview({ review, here, accepted, viewed: marks.viewed });
  return openScreen(session, {
    context,
    screen,
    folder: root,
    prepare: (state) => refilter(state, wishesOf(context)),
    compare: async (entry, swapped) => compareEntry(session.entries[entry]?.view, swapped, options),
    review: async (effect: Asked): Promise<Action> => {
      if (effect.kind === 'view') {
        const kept = marks.keep(effect.ids, effect.viewed);
        const failure = tuiMessages[context.language].review.notKept;
        return { type: 'view-kept', ...(kept ? {} : { failure }) };
      }
      try {
        await writeReasons(effect, context);
        return { type: 'reasons-written', ids: effect.findings.map(({ id }) => id) };
      } catch (cause) {
        return { type: 'reasons-failed', message: await sayFailure(cause, context) };
      }
    },
  });
}

function wishesOf({ options }: Context): Partial<QueueWishes> {
  const classes = readClasses(options.only);
  return {
    folded: options.all !== true,
    unviewed: options.new === true,
    ...(classes ? { classes } : {}),
  };
}

/** Whether the work tree holds what is reviewed: what is staged, or the commit that is checked out. */
async function isHere({ head }: Review, root: string): Promise<boolean> {
  return head.commit === undefined || head.commit === (await findHead(root));
}

/** Findings whose reason stands in the work tree and not yet in the request. */
async function findPending({ findings }: Review, root: string): Promise<ReadonlySet<string>> {
  const failing = findings.filter(({ ruling }) => ruling === 'unexplained');
  const decided = new Map<string, readonly string[]>();
  for (const file of new Set(failing.map(({ place }) => place.file)))
    decided.set(file, await readAgreed(join(root, file)));
  return new Set(
    failing.flatMap(({ id, reference, place }) =>
      reference !== undefined && decided.get(place.file)?.some((one) => one.startsWith(reference))
        ? [id]
        : [],
    ),
  );
}

/** References of the decisions of a file; none where it cannot be read. */
async function readAgreed(path: string): Promise<readonly string[]> {
  if (!isFile(path)) return [];
  try {
    const { document } = await openDocument(readText(path));
    const decisions = document?.kind === 'charter' ? document.decisions : [];
    return decisions.flatMap(({ status, reference }) => (status === 'agreed' ? [reference] : []));
  } catch (cause) {
    if (cause instanceof Failure) return [];
    throw cause;
  }
}

/** The same two texts, the other way round where that is asked for. */
function compareEntry(
  view: DiffView | undefined,
  swapped: boolean,
  { standards }: ReviewScreenOptions,
): DiffView {
  if (!view) throw new Error('There is no such comparison.');
  if (!swapped) return view;
  const side = (document: CharterDocument, of: DiffView['diff']['a']) => ({
    document,
    lines: new Map<string, number>(),
    file: of.file ?? '',
    ...(of.revision === undefined ? {} : { revision: of.revision }),
  });
  const before = templateOf(view.a, standards.before);
  const after = templateOf(view.b, standards.after);
  return compareDocuments(side(view.b, view.diff.b), side(view.a, view.diff.a), {
    templates: { ...(after ? { a: after } : {}), ...(before ? { b: before } : {}) },
    places: false,
  });
}

function templateOf(document: CharterDocument, { templates }: Standards): Template | undefined {
  return document.kind === 'template' ? document : templates.get(document.template ?? '');
}

/** All of them or none. */
async function writeReasons(
  { findings, text }: Extract<Asked, { kind: 'reason' }>,
  context: Context,
): Promise<void> {
  const reason = readWords(text);
  if (reason === undefined) throw new Failure('reason-missing', 2);
  await decideAgain(async () => {
    const ground = await openGround(context, [...new Set(findings.map(({ charter }) => charter))]);
    const person = await findPerson(context, ground);
    const ruling = { status: 'agreed', reason, by: person.name, on: context.today } as const;
    await decide(nameWanted(findings, ground), { ruling, ground }, context);
  });
}
