/** Reads all that a review is made of: the texts that a request touches on both sides, and what they are held against. */
import { readPolicy } from '../canonical/settings.ts';
import type { Day } from '../model/charter.ts';
import type { Problem } from '../model/problem.ts';
import type { PolicyReading, ReviewPolicy } from '../model/review.ts';
import type { Follower, Material, SettingsChange, Subject } from '../review/material.ts';
import type { BlobReader } from '../store/blobs.ts';
import { pairRenames } from '../store/renames.ts';
import { settingsFile, snapshotsFolder } from '../store/repository.ts';
import { listState, type TouchedFile } from '../store/review-trees.ts';
import { isCharterFile, isTemplateFile, lookAround, readText, type Surround } from './review-around.ts';
import { findAuthors } from './review-authors.ts';
import { findOrigin, mergedShelf, type OriginTerms } from './review-origin.ts';
import type { ReviewRequest } from './review-request.ts';
import { type Files, type ReviewStates, readStates } from './review-states.ts';
import { createTexts, type TextReading } from './review-texts.ts';

export interface ReadingOptions {
  readonly today: Day;
  readonly existing: boolean;
  /** In the place of the policy's own. */
  readonly failOn?: ReviewPolicy['failOn'];
  readonly blobs: BlobReader;
}

export async function readMaterial(request: ReviewRequest, options: ReadingOptions): Promise<Material> {
  const { blobs, today, existing } = options;
  const states = await readStates(request);
  const texts = createTexts(blobs);
  const policy = await readBasePolicy(request, texts, options);
  const pairs = await pairTouched(states, blobs);
  const isIdle = states.touched.every(({ file }) => file === settingsFile);
  const before = await lookAround(isIdle ? new Map() : states.base, texts);
  const after = await lookAround(isIdle ? new Map() : states.merged, texts);
  const desk = openDesk({ states, texts, before, after, today });
  const subjects = await readSubjects([...pairs, ...undermined(pairs, desk)], desk);
  const settings = await readSettingsChange(states, texts, policy.policy.policy);
  const { base, mergeBase, head } = request;
  return {
    ...{ base: stateOf(base), mergeBase: stateOf(mergeBase), head: stateOf(head) },
    merge: states.merge,
    ...policy,
    ...(settings ? { settings } : {}),
    conflicts: states.conflicts,
    alteredCaptures: states.touched.flatMap(({ file, before: then, after: now }) =>
      file.startsWith(`${snapshotsFolder}/`) && then !== undefined && now !== undefined ? [file] : [],
    ),
    removedCaptures: removedCaptures(states.touched),
    subjects,
    followers: await readFollowers(subjects, desk),
    standards: { before, after },
    ...{ today, existing },
    authors: await findAuthors(subjects, request, { blobs, texts }),
  };
}

function openDesk(parts: Omit<Desk, 'origins'>): Desk {
  const { states, texts, after, today } = parts;
  const origins: OriginTerms = {
    texts,
    files: states.merged,
    added: addedCaptures(states.touched),
    shelf: mergedShelf(states.merged, texts),
    templates: after.templates,
    today,
  };
  return { ...parts, origins };
}

function stateOf({ revision, commit }: ReviewRequest['head']): Material['head'] {
  return { revision, ...(commit === undefined ? {} : { commit }) };
}

async function readBasePolicy(
  { repository: { root }, base }: ReviewRequest,
  texts: TextReading,
  { failOn }: ReadingOptions,
): Promise<{ readonly policy: PolicyReading; readonly policyProblems: readonly Problem[] }> {
  const blob = (await listState(root, base.tree, [settingsFile])).get(settingsFile);
  const text = (await texts.bytes(blob))?.toString('utf8');
  const { policy, problems } = await readPolicy(text);
  const source = failOn ? 'option' : text === undefined ? 'default' : 'base';
  // Nobody knows what it was meant to say: reasons of the request's own may not be wanted.
  const strict = problems.length === 0 ? policy : { ...policy, selfAccept: 'deny' as const };
  return {
    policy: {
      policy: failOn ? { ...strict, failOn } : strict,
      source,
      ...(base.commit === undefined ? {} : { commit: base.commit }),
    },
    policyProblems: problems,
  };
}

/** One charter or template on both sides, by file and blob. */
interface Pair {
  readonly before?: { readonly file: string; readonly blob: string };
  readonly after?: { readonly file: string; readonly blob: string };
}

/** A file that was renamed is one charter. */
async function pairTouched({ touched }: ReviewStates, blobs: BlobReader): Promise<Pair[]> {
  const files = touched.filter(({ file }) => isCharterFile(file));
  const gone = files.flatMap(({ file, before: blob }) => (blob === undefined ? [] : [{ file, blob }]));
  const come = files.flatMap(({ file, after: blob }) => (blob === undefined ? [] : [{ file, blob }]));
  const renames = await pairRenames(gone, come, blobs);
  const kept = new Set([...renames.values()].map(({ file }) => file));
  return [
    ...come.map((after): Pair => {
      const before = renames.get(after.file);
      return { ...(before ? { before } : {}), after };
    }),
    ...gone.filter(({ file }) => !kept.has(file)).map((before): Pair => ({ before })),
  ];
}

interface Desk {
  readonly states: ReviewStates;
  readonly texts: TextReading;
  readonly before: Surround;
  readonly after: Surround;
  readonly today: Day;
  readonly origins: OriginTerms;
}

/** Charters that the request leaves as they are, though it alters their capture, or takes that or their template away. */
function undermined(pairs: readonly Pair[], { states, before: then, after }: Desk): Pair[] {
  const altered = new Set(
    states.touched.flatMap(({ file, before }) =>
      before !== undefined && file.startsWith(`${snapshotsFolder}/`) ? [file] : [],
    ),
  );
  const known = new Set(pairs.map((pair) => pair.after?.file));
  return after.charters.flatMap(({ file, blob, charter }) => {
    const { template = '', source } = charter;
    const isLeft = then.templates.has(template) && !after.templates.has(template);
    if (known.has(file) || !(isLeft || altered.has(source?.capture ?? ''))) return [];
    return [{ before: { file, blob }, after: { file, blob } }];
  });
}

/** So many charters have their captures in memory at once. */
const batch = 50;

async function readSubjects(pairs: readonly Pair[], desk: Desk): Promise<Subject[]> {
  const { states, texts, after } = desk;
  const captures = new Map(capturesOf(after));
  const subjects: Subject[] = [];
  for (let first = 0; first < pairs.length; first += batch) {
    const some = pairs.slice(first, first + batch);
    const blobs = some.map(({ after: now }) => states.merged.get(captures.get(now?.file ?? '') ?? ''));
    await texts.load(blobs);
    for (const pair of some) subjects.push(await readSubject(pair, desk));
    texts.drop(blobs);
  }
  return subjects;
}

/** By the charter's file. */
function capturesOf({ charters }: Surround): [file: string, capture: string][] {
  return charters.flatMap(({ file, charter: { source } }): [string, string][] =>
    source ? [[file, source.capture]] : [],
  );
}

async function readSubject(
  pair: Pair,
  { states, texts, before, after, today, origins }: Desk,
): Promise<Subject> {
  const other = pair.after && (await readText(pair.after, { surround: after, texts, today }));
  // Only beside something that is wrong now does it matter what was wrong before.
  const isClean = other?.problems.length === 0;
  const one = pair.before && (await readText(pair.before, { surround: before, texts, today, isClean }));
  const file = (pair.after ?? pair.before)?.file ?? '';
  return {
    kind: isTemplateFile(file) ? 'template' : 'charter',
    ...(one ? { before: one } : {}),
    ...(other ? { after: other } : {}),
    ...(states.conflicts.includes(file) ? { conflict: true as const } : {}),
    ...(await findOrigin(one, other, origins)),
  };
}

function addedCaptures(touched: readonly TouchedFile[]): ReadonlySet<string> {
  return new Set(
    touched.flatMap(({ file, before }) =>
      before === undefined && file.startsWith(`${snapshotsFolder}/`) ? [file] : [],
    ),
  );
}

/** But for those that are there under another name, byte for byte. */
function removedCaptures(touched: readonly TouchedFile[]): string[] {
  const captures = touched.filter(({ file }) => file.startsWith(`${snapshotsFolder}/`));
  const there = new Set(captures.map(({ after }) => after));
  return captures.flatMap(({ file, before, after }) =>
    before !== undefined && after === undefined && !there.has(before) ? [file] : [],
  );
}

/** Of every template that the request touches; those that it touches themselves are told there. */
async function readFollowers(subjects: readonly Subject[], { texts, after }: Desk): Promise<Follower[]> {
  const templates = new Set(
    subjects.flatMap(({ kind, before, after: now }) =>
      kind === 'template' ? [before?.document?.id, now?.document?.id] : [],
    ),
  );
  const touched = new Set(subjects.map((subject) => subject.after?.file));
  const followers: Follower[] = [];
  for (const { file, blob, charter } of after.charters) {
    if (charter.template === undefined || !templates.has(charter.template) || touched.has(file)) continue;
    const { document, lines } = await texts.open(blob, file);
    if (document?.kind === 'charter') followers.push({ file, charter: document, lines });
  }
  return followers;
}

async function readSettingsChange(
  { touched, merged, base }: ReviewStates,
  texts: TextReading,
  policy: ReviewPolicy,
): Promise<SettingsChange | undefined> {
  if (!touched.some(({ file }) => file === settingsFile)) return undefined;
  const read = async (files: Files): ReturnType<typeof readPolicy> =>
    readPolicy((await texts.bytes(files.get(settingsFile)))?.toString('utf8'));
  const [before, after] = [await read(base), await read(merged)];
  const then = before.problems.length > 0 ? policy : before.policy;
  const keys: readonly (readonly [name: string, key: keyof ReviewPolicy])[] = [
    ['fail-on', 'failOn'],
    ['self-accept', 'selfAccept'],
    ['rules', 'rules'],
    ['protected', 'protected'],
  ];
  return {
    file: settingsFile,
    keys: keys.flatMap(([name, key]) =>
      JSON.stringify(then[key]) === JSON.stringify(after.policy[key]) ? [] : [name],
    ),
    problems: after.problems,
  };
}
