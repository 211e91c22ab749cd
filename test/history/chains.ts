/** Builds histories as data: commits by name, each with what it made of one charter and the commits before it. */
import { createHash } from 'node:crypto';
import { formatDocument } from '../../src/canonical/format.ts';
import { type Comparer, createComparer } from '../../src/history/comparison.ts';
import { createDocuments, type Documents } from '../../src/history/documents.ts';
import type { Charter } from '../../src/model/charter.ts';
import type { Earlier, HistoryCommit, HistoryPage, Trailer, Version } from '../../src/model/history.ts';
import { charter, type Parts } from '../documents.ts';

export interface Step {
  readonly name: string;
  /** The commit before in the list where absent. */
  readonly parents?: readonly string[];
  /** Absent where the charter is removed. */
  readonly parts?: Parts;
  /** In the place of a charter: no charter. */
  readonly raw?: string;
  readonly file?: string;
  readonly trailers?: readonly Trailer[];
  readonly boundary?: true;
}

export interface Chain {
  /** Newest first. */
  readonly versions: readonly Version[];
  readonly documents: Documents;
  readonly compare: Comparer;
  readonly pages: AsyncIterable<HistoryPage>;
  document(name: string): Charter;
  blob(name: string): string;
}

/** Steps oldest first. */
export function chainOf(steps: readonly Step[]): Chain {
  const blobs = new Map<string, Buffer>();
  const made = new Map<string, { readonly version: Version; readonly document: Charter | undefined }>();
  steps.forEach((step, index) => {
    const document = step.parts ? charter(step.parts) : undefined;
    const text =
      step.raw ?? (document ? formatDocument(document, { schema: 'charter.schema.json' }) : undefined);
    const blob = text === undefined ? undefined : createHash('sha1').update(text).digest('hex');
    if (text !== undefined && blob !== undefined) blobs.set(blob, Buffer.from(text));
    const parents = step.parents ?? steps.slice(Math.max(0, index - 1), index).map(({ name }) => name);
    const before = parents.flatMap((parent): Earlier[] => {
      const earlier = made.get(parent)?.version;
      return earlier?.blob === undefined
        ? []
        : [{ file: earlier.file, blob: earlier.blob, parent: earlier.commit.id }];
    });
    const version: Version = {
      commit: commitOf(step, index, parents),
      file: step.file ?? 'charters/one.yaml',
      before,
      ...(blob === undefined ? {} : { blob }),
    };
    made.set(step.name, { version, document });
  });
  const versions = [...made.values()].map(({ version }) => version).reverse();
  return {
    versions,
    documents: createDocuments(
      async (ids) =>
        new Map(ids.flatMap((id) => (blobs.has(id) ? [[id, blobs.get(id) ?? Buffer.of()]] : []))),
    ),
    compare: createComparer({ template: () => undefined }),
    pages: pagesOf(versions),
    document: (name) => made.get(name)?.document ?? charter({}),
    blob: (name) => made.get(name)?.version.blob ?? '',
  };
}

async function* pagesOf(versions: readonly Version[]): AsyncGenerator<HistoryPage> {
  for (let from = 0; from < versions.length; from += 2) yield { versions: versions.slice(from, from + 2) };
}

function commitOf(
  { name, trailers = [], boundary }: Step,
  index: number,
  parents: readonly string[],
): HistoryCommit {
  const day = String(index + 1).padStart(2, '0');
  return {
    id: idOf(name),
    parents: parents.map(idOf),
    author: { name: 'Zoé', email: 'zoe@example.org' },
    authored: `2026-03-${day}T10:00:00+01:00`,
    committed: `2026-03-${day}T10:00:00+01:00`,
    subject: name,
    trailers,
    merge: parents.length > 1,
    ...(boundary ? { boundary } : {}),
  };
}

export function idOf(name: string): string {
  return createHash('sha1').update(name).digest('hex');
}
