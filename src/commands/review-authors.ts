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
import { createTexts } from './review-texts.ts';

type Author = NonNullable<ReviewedDecision['author']>;

export async function findAuthors(
  subjects: readonly Subject[],
  { repository: { root }, mergeBase, head }: ReviewRequest,
  blobs: BlobReader,
): Promise<ReadonlyMap<string, Author>> {
  const wanted = subjects.flatMap((subject) => {
    const changes = decisionChanges(subject);
    const files = [subject.after?.file, subject.before?.file].filter((file) => file !== undefined);
    return changes.length === 0 ? [] : [{ changes, files }];
  });
  if (wanted.length === 0) return new Map();
  if (head.commit === undefined) return nameAll(wanted, await gitUser(root));
  const versions = await readVersions(root, { from: head.commit, not: mergeBase.tree, blobs });
  const texts = createTexts(blobs);
  const authors = new Map<string, Author>();
  for (const { changes, files } of wanted) {
    const here = files.flatMap((file) => versions.get(file) ?? []);
    const documents: [Version, CharterDocument | undefined][] = [];
    for (const version of here)
      documents.push([version, (await texts.open(version.blob ?? '', version.file)).document]);
    for (const change of changes) {
      const author = authorOf(change, documents);
      if (author) authors.set(authorKey(change), author);
    }
  }
  return authors;
}

interface Walk {
  readonly from: string;
  readonly not: string;
  readonly blobs: BlobReader;
}

/** By file, newest first; those that left nothing are passed over. */
async function readVersions(root: string, { from, not, blobs }: Walk): Promise<Map<string, Version[]>> {
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

/** The oldest of the latest versions that all have the decision as it is now, or lack it. */
function authorOf(
  { what, decision }: DecisionChange,
  documents: readonly (readonly [Version, CharterDocument | undefined])[],
): Author | undefined {
  const end = documents.findIndex(([, document]) => {
    const there = document?.kind === 'charter' ? document.decisions : [];
    const text = JSON.stringify(decision);
    return what === 'removed'
      ? there.some(({ reference }) => reference === decision.reference)
      : !there.some((one) => JSON.stringify(one) === text);
  });
  const [version] = documents[(end < 0 ? documents.length : end) - 1] ?? [];
  return version && { ...version.commit.author, commit: version.commit.id };
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
