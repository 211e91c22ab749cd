/** Where the text of a charter comes from that a request changes: from an added capture, word for word, or from a person. */
import type { Charter, Day, Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { isMisdated, type ReviewText, type Subject } from '../review/material.ts';
import { sha256 } from '../store/snapshots.ts';
import { isAsRead } from './commit-origin.ts';
import { isCopied } from './copied.ts';
import { sameText } from './import-before.ts';
import { readAgainBy } from './import-page.ts';
import { isCharterFile } from './review-around.ts';
import type { Files } from './review-states.ts';
import type { TextReading } from './review-texts.ts';
import { ofKind, type Shelf, shelfFile } from './shelves.ts';

export interface OriginTerms {
  readonly texts: TextReading;
  /** What merging would give. */
  readonly files: Files;
  /** Captures that the request adds. */
  readonly added: ReadonlySet<string>;
  readonly shelf: Shelf;
  /** By id, in the merged result. */
  readonly templates: ReadonlyMap<string, Template>;
  readonly today: Day;
}

/** Nothing where no text changes. */
export async function findOrigin(
  before: ReviewText | undefined,
  after: ReviewText | undefined,
  terms: OriginTerms,
): Promise<Pick<Subject, 'origin' | 'capture'>> {
  const now = after?.document;
  if (now?.kind !== 'charter' || isUnchanged(before?.document, now)) return {};
  const { source } = now;
  if (!source || !terms.added.has(source.capture)) return { origin: 'proposal' };
  const capture = { file: source.capture, day: source.captured };
  const then = before?.document?.kind === 'charter' ? before.document.source : undefined;
  if (isMisdated(source, then, terms.today)) return { origin: 'proposal', capture };
  const isRecord = await isAsCaptured(now, terms);
  return { origin: isRecord ? 'record' : 'edited', capture };
}

function isUnchanged(before: ReviewText['document'], now: Charter): boolean {
  return (
    before?.kind === 'charter' &&
    sameText(before, now) &&
    JSON.stringify(before.variables) === JSON.stringify(now.variables)
  );
}

async function isAsCaptured(
  charter: Charter,
  { texts, files, shelf, templates }: OriginTerms,
): Promise<boolean> {
  const { capture = '', sha256: hash = '' } = charter.source ?? {};
  const bytes = await texts.bytes(files.get(capture));
  if (!bytes || sha256(bytes) !== hash || (await isCopied(charter, shelf))) return false;
  try {
    const reading = await readAgainBy(charter, bytes, templates.get(charter.template ?? ''));
    return reading !== undefined && isAsRead(charter, reading);
  } catch (cause) {
    if (cause instanceof Failure && cause.status === 3) return false;
    throw cause;
  }
}

/** The merged state as a shelf. */
export function mergedShelf(files: Files, texts: TextReading): Shelf {
  const charters = [...files].flatMap(([file, blob]) =>
    isCharterFile(file) ? [shelfFile({ file, blob })] : [],
  );
  return {
    revision: 'merged',
    list: async (kind) => ofKind(charters, kind),
    read: async (wanted) =>
      Promise.all(
        wanted.map(async ({ file, blob }) => {
          const bytes = await texts.bytes(blob);
          if (!bytes) throw new Failure('git-object-missing', 4, { values: { file } });
          return bytes;
        }),
      ),
  };
}
