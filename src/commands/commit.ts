/** `charter commit`: commits charters with their captures and nothing else, what the page changed and what a better import changed apart. */
import { readSettings } from '../canonical/settings.ts';
import { type Comparer, createComparer } from '../history/comparison.ts';
import type { CommitKind } from '../messages/commit.ts';
import type { Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { Language } from '../model/language.ts';
import { type BlobReader, openBlobs } from '../store/blobs.ts';
import { refuseBrought } from '../store/brought-programs.ts';
import {
  type Ground,
  listCandidates,
  listCommitted,
  openGround,
  refuseHidden,
  refuseLocked,
} from '../store/commit-ground.ts';
import { makeCommits, refuseNameless } from '../store/committing.ts';
import { exists, readText } from '../store/files.ts';
import {
  chartersFolder,
  isBareRepository,
  type Repository,
  settingsFile,
  snapshotsFolder,
} from '../store/repository.ts';
import { type Desk, type Draft, isDue, readDrafts } from './commit-files.ts';
import { composeMessage, type Share } from './commit-message.ts';
import { findOrigin, type Origin } from './commit-origin.ts';
import {
  addMessages,
  renderMade,
  renderNotices,
  renderPlan,
  type Step,
  sayNothing,
  tellRefusal,
} from './commit-report.ts';
import { importedMark, readMessage } from './commit-trailers.ts';
import type { Context, Outcome } from './context.ts';
import { parseForm } from './forms.ts';
import type { Target } from './past-targets.ts';
import { requireHistory, requireRepository } from './repository.ts';
import { openAll, workTree } from './shelves.ts';

export async function runCommit(context: Context): Promise<Outcome> {
  const given = context.options.message;
  const text = typeof given === 'string' ? readMessage(given) : undefined;
  const targets = context.arguments.map(readTarget);
  const repository = requireHistory(context.directory);
  if (isBareRepository(repository.root)) requireRepository(context.directory);
  const ground = await openGround(repository.root);
  const blobs = openBlobs(repository.root);
  try {
    const desk = await openDesk(repository, ground, blobs);
    const all = await readDrafts(desk, targets);
    const drafts = all.filter(isDue);
    const notices = renderNotices(all, context);
    if (drafts.length === 0) return addMessages(sayNothing(context, targets), notices);
    const files = drafts.flatMap(filesOf);
    await refuseHidden(ground, files);
    const settings = await refuseBrought(ground, files);
    const steps = await planSteps(drafts, { desk, context, ...(text === undefined ? {} : { text }) });
    if (context.options['dry-run'] === true)
      return addMessages({ status: 0, output: renderPlan(steps, context) }, notices);
    refuseLocked(ground);
    await refuseNameless(ground);
    return addMessages(
      renderMade(steps, await makeCommits({ ...ground, settings }, steps), context),
      notices,
    );
  } catch (cause) {
    return tellRefusal(cause, context);
  } finally {
    blobs.close();
  }
}

async function openDesk(repository: Repository, ground: Ground, blobs: BlobReader): Promise<Desk> {
  const committed = await listCommitted(ground, [`${chartersFolder}/`, `${snapshotsFolder}/`]);
  return {
    ...{ repository, ground, blobs },
    shelf: workTree(repository),
    committed: new Map(committed.map((file) => [file.file, file])),
    candidates: await listCandidates(ground, [`${snapshotsFolder}/`]),
  };
}

function readTarget(argument: string): Target {
  const form = parseForm(argument);
  if (form.kind === 'file') throw new Failure('charter-not-file', 2, { values: { argument } });
  if (form.revision !== undefined) throw new Failure('no-revision-here', 2, { values: { argument } });
  return { kind: form.kind, id: form.id };
}

interface Planning {
  readonly desk: Desk;
  readonly context: Context;
  readonly text?: string;
}

interface Part {
  readonly draft: Draft;
  readonly origin: Origin;
}

/** Technical commits first, so that each change of content stands alone after them; the user's words go with it. */
async function planSteps(drafts: readonly Draft[], planning: Planning): Promise<readonly Step[]> {
  const { desk, context, text } = planning;
  const language = await readLanguage(context, desk);
  const compare = await openComparer(desk);
  const parts: Part[] = [];
  for (const draft of drafts) parts.push({ draft, origin: await findOrigin(draft, desk) });
  const message = (kind: CommitKind, shares: readonly Share[], own?: string): string =>
    composeMessage(shares, { kind, language, compare, ...(own === undefined ? {} : { text: own }) });
  const step = (kind: CommitKind, of: readonly Part[], own?: string): Step[] => {
    const shares = of.map(({ draft, origin }) => shareOf(draft, origin));
    const files = [...new Set(of.flatMap(({ draft }) => filesOf(draft)))];
    const stale = of.flatMap(({ draft }) => draft.stale);
    const exact = of.flatMap(({ draft }) => draft.captures);
    return of.length === 0 ? [] : [{ kind, files, exact, stale, message: message(kind, shares, own) }];
  };
  const anew = parts.filter(({ origin }) => origin.readAnew);
  const shares = anew.map(({ draft, origin }) => shareAnew(draft, origin));
  const texts = new Map(
    anew.flatMap(({ origin: { readAnew: page } }) => (page ? [[page.file, page.text]] : [])),
  );
  const technical = parts.filter(({ origin }) => origin.technical);
  const content = parts.filter(({ origin }) => !origin.technical);
  return [
    ...(anew.length === 0
      ? []
      : [{ kind: 'technical' as const, files: [], texts, message: message('technical', shares) }]),
    ...step('technical', technical, content.length === 0 ? text : undefined),
    ...step('content', content, text),
  ];
}

function filesOf({ before, after, captures }: Draft): string[] {
  return [...new Set([before?.file, after?.file, ...captures].filter((file) => file !== undefined))];
}

function shareOf(
  { kind, id, before, after, captures }: Draft,
  { readAnew, capture, edited, original }: Origin,
): Share {
  const then = readAnew?.document ?? before?.document;
  return {
    id,
    template: kind === 'template',
    file: after?.file ?? before?.file ?? '',
    ...(before && after && before.file !== after.file ? { formerFile: before.file } : {}),
    ...(then ? { before: then } : {}),
    ...(after?.document ? { after: after.document } : {}),
    captures: captures.length,
    ...(original === undefined ? {} : { original }),
    trailers: [
      ...(capture === undefined || !after ? [] : importTrailers(capture, id, after.text)),
      ...(edited ? [`Edited: ${id}`] : []),
    ],
  };
}

/** The committed charter and what its own capture gives today. */
function shareAnew({ kind, id, before }: Draft, { readAnew }: Origin): Share {
  const document = readAnew?.document;
  const capture = document?.kind === 'charter' ? document.source?.capture : undefined;
  return {
    id,
    template: kind === 'template',
    file: readAnew?.file ?? '',
    ...(before?.document ? { before: before.document } : {}),
    ...(document ? { after: document } : {}),
    captures: 0,
    trailers: capture === undefined || !readAnew ? [] : importTrailers(capture, id, readAnew.text),
  };
}

function importTrailers(capture: string, id: string, text: string): string[] {
  return [`Capture: ${capture}`, `Imported: ${importedMark(id, text)}`];
}

/** What many people read is in the repository's language. */
async function readLanguage(context: Context, { repository }: Desk): Promise<Language> {
  if (context.languageAsked) return context.language;
  const path = `${repository.root}/${settingsFile}`;
  return (await readSettings(exists(path) ? readText(path, settingsFile) : undefined)).settings.language;
}

async function openComparer({ shelf }: Desk): Promise<Comparer> {
  const templates = new Map<string, Template>();
  for (const { document } of (await openAll(shelf, 'template')).loaded)
    if (document.kind === 'template') templates.set(document.id, document);
  return createComparer({ template: (id) => templates.get(id) });
}
