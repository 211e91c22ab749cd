/** Who brought the decisions of a request in, or took them out, as git names them. */
import type { CharterDocument } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { Version } from '../model/history.ts';
import type { ReviewedDecision } from '../model/review.ts';
import { authorKey, type DecisionChange, decisionChanges } from '../review/decision-changes.ts';
import type { Subject } from '../review/material.ts';
import type { BlobReader } from '../store/blobs.ts';
import { askGit } from '../store/git-process.ts';
import { walkHistory } from '../store/history.ts';
import type { ReviewRequest } from './review-request.ts';
import type { TextReading } from './review-texts.ts';

type Author = NonNullable<ReviewedDecision['author']>;

export async function findAuthors(
  subjects: readonly Subject[],
  { repository: { root }, base, head }: ReviewRequest,
  { blobs, texts }: { readonly blobs: BlobReader; readonly texts: TextReading },
): Promise<ReadonlyMap<string, Author>> {
  const wanted = subjects.flatMap((subject) => {
    const changes = decisionChanges(subject);
    const files = [subject.after?.file, subject.before?.file].filter((file) => file !== undefined);
    return changes.length === 0 ? [] : [{ changes, files }];
  });
  if (wanted.length === 0) return new Map();
  if (head.commit === undefined) return nameAll(wanted, await gitUser(root));
  const versions = await readVersions(root, { from: head.commit, not: base.tree, blobs });
  const authors = new Map<string, Author>();
  for (const { changes, files } of wanted)
    for (const change of changes) {
      const author = await findAuthor(change, files, { versions, texts });
      if (author) authors.set(authorKey(change), author);
    }
  return authors;
}

interface Walk {
  readonly from: string;
  readonly not: string;
  readonly blobs: BlobReader;
}

/** By file, newest first. */
type Versions = ReadonlyMap<string, readonly Version[]>;

async function readVersions(root: string, { from, not, blobs }: Walk): Promise<Versions> {
  const found = new Map<string, Version[]>();
  const pages = walkHistory(root, { from: [from], not: [not], order: 'topological', blobs });
  for await (const { versions } of pages)
    for (const version of versions) {
      if (version.blob === undefined) continue;
      const here = found.get(version.file);
      if (here) here.push(version);
      else found.set(version.file, [version]);
    }
  return found;
}

interface Sources {
  readonly versions: Versions;
  readonly texts: TextReading;
}

/** Goes back from the latest version, on whichever side has it so too, to the one that made it so. */
async function findAuthor(
  change: DecisionChange,
  files: readonly string[],
  { versions, texts }: Sources,
): Promise<Author | undefined> {
  const isSo = async ({ blob = '', file }: Pick<Version, 'blob' | 'file'>): Promise<boolean> =>
    isAsChanged(change, (await texts.open(blob, file)).document);
  let version = files.flatMap((file) => versions.get(file) ?? [])[0];
  // A text may come again: no version is passed twice.
  const passed = new Set<Version>();
  while (version) {
    passed.add(version);
    let earlier: Version | undefined;
    for (const { file, blob } of version.before)
      if (!earlier && (await isSo({ file, blob })))
        earlier = versions.get(file)?.find((one) => one.blob === blob && !passed.has(one));
    if (!earlier) break;
    version = earlier;
  }
  return version && { ...version.commit.author, commit: version.commit.id };
}

/** Whether the decision is there as it is now, or is not, where it was taken out. */
function isAsChanged({ what, decision }: DecisionChange, document: CharterDocument | undefined): boolean {
  const there = document?.kind === 'charter' ? document.decisions : [];
  if (what === 'removed') return !there.some(({ reference }) => reference === decision.reference);
  const text = JSON.stringify(decision);
  return there.some((one) => JSON.stringify(one) === text);
}

function nameAll(
  wanted: readonly { readonly changes: readonly DecisionChange[] }[],
  author: Author | undefined,
): ReadonlyMap<string, Author> {
  if (!author) return new Map();
  return new Map(
    wanted.flatMap(({ changes }) => changes.map((change) => [authorKey(change), author] as const)),
  );
}

/** Who is about to commit what is staged. */
async function gitUser(root: string): Promise<Author | undefined> {
  const ask = async (key: string): Promise<string> => {
    try {
      return (await askGit(root, ['config', '--get', key])).trim();
    } catch (cause) {
      if (cause instanceof Failure) return '';
      throw cause;
    }
  };
  const name = await ask('user.name');
  return name === '' ? undefined : { name, email: await ask('user.email') };
}
