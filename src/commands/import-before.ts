/** The charter that an import finds in its place, and whether it holds work that a person did by hand. */
import { join } from 'node:path';
import { formatDocument } from '../canonical/format.ts';
import { openDocument } from '../canonical/open.ts';
import type { CaptureRead } from '../capture/reading.ts';
import type { Charter, Day } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { readText } from '../store/files.ts';
import { textsOf } from '../text/document-texts.ts';
import type { Workshop } from './import-request.ts';
import { type FoundFile, findFile, openText } from './shelves.ts';

export interface Before {
  readonly charter: Charter;
  readonly file: string;
  /** What the file says. */
  readonly text: string;
  /** Comments in the file that a rewrite would lose. */
  readonly comments: boolean;
}

export async function findBefore(
  portal: string,
  { repository, shelf }: Workshop,
): Promise<Before | undefined> {
  let found: FoundFile;
  try {
    found = await findFile(shelf, 'charter', portal);
  } catch (cause) {
    if (cause instanceof Failure && (cause.code === 'unknown-portal' || cause.code === 'no-charters'))
      return undefined;
    throw cause;
  }
  const { file } = found;
  const text = readText(join(repository.root, file), file);
  const { document } = await openText(text, file);
  if (document.kind !== 'charter') throw new Failure('not-a-charter', 3, { values: { file } });
  const { canonical } = await openDocument(text);
  return {
    charter: document,
    file,
    text,
    comments: !canonical && /(?:^|[ \t])#/m.test(text.slice(text.indexOf('\n') + 1)),
  };
}

/** Whether the import would overwrite what a person wrote. */
export function isEdited(before: Before, after: Charter, derived: CaptureRead | undefined): boolean {
  if (sameDocument(before.charter, after)) return false;
  if (before.comments) return true;
  if (sameText(before.charter, after)) return false;
  return derived === undefined || !sameText(before.charter, derived);
}

export function editFailure({ charter, file, comments }: Before, derived: CaptureRead | undefined): Failure {
  if (comments) return new Failure('comments-in-the-way', 3, { values: { file } });
  if (charter.source && !derived)
    return new Failure('lost-capture', 3, { values: { file, capture: charter.source.capture } });
  return new Failure('hand-edited', 3, { values: { file } });
}

/** The day of the present capture, where the new one is older and would hide what was seen later. */
export function laterCapture({ charter }: Before, day: Day): Day | undefined {
  const captured = charter.source?.captured;
  return captured !== undefined && captured > day ? captured : undefined;
}

type Texts = Pick<Charter, 'title' | 'language' | 'body' | 'tables'>;

/** Whether both would be written alike; most are told by their words alone, without writing them. */
export function sameText(one: Texts, other: Texts): boolean {
  const [texts, others] = [textsOf(one), textsOf(other)];
  const at = texts.length === others.length ? texts.findIndex((text, index) => text !== others[index]) : -1;
  if (at >= 0 && withoutSpace(texts[at]) !== withoutSpace(others[at])) return false;
  if (isAlike(one, other)) return true;
  const text = ({ title, language, body, tables }: Texts): string =>
    bytesOf({
      kind: 'charter',
      id: 'x',
      language,
      body,
      tables,
      variables: {},
      repairs: [],
      decisions: [],
      ...(title === undefined ? {} : { title }),
    });
  return text(one) === text(other);
}

/** Canonical form sets aside no more of a text than its white space. */
function withoutSpace(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, '');
}

function isAlike(one: Texts, other: Texts): boolean {
  const parts = ({ title, language, body, tables }: Texts): string =>
    JSON.stringify([title, language, body, tables]);
  return parts(one) === parts(other);
}

export function sameDocument(one: Charter, other: Charter): boolean {
  return bytesOf(one) === bytesOf(other);
}

function bytesOf(charter: Charter): string {
  return formatDocument(charter, { schema: 'x' });
}
