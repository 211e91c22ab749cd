/** Compares two versions of one charter, and keeps of a comparison what is wanted. */
import { classifyDiff } from '../classify/documents.ts';
import { createSentenceReader, type SentenceReader } from '../classify/sentence-reader.ts';
import { diffDocuments } from '../diff/documents.ts';
import type { Change, CharterDiff, Side, Step } from '../model/change.ts';
import type { CharterDocument, Template } from '../model/charter.ts';
import type { VersionDiff } from '../model/log.ts';
import { createReader, type TextReader } from '../text/reader.ts';

/** A version with the digits of the commit that names it. */
export interface NamedVersion {
  readonly document: CharterDocument;
  readonly file: string;
  readonly revision: string;
}

export type Comparer = (a: NamedVersion, b: NamedVersion) => VersionDiff;

export interface ComparerOptions {
  /** The template of that id, for the names of sections. */
  readonly template: (id: string) => Template | undefined;
}

/** Versions that follow one another seldom change the same text: what is read for one comparison is hardly met again. */
const textsKept = 64;
/** Comparisons after which the words that were met are forgotten, so that memory stays flat. */
const comparisonsARead = 1024;

export function createComparer({ template }: ComparerOptions): Comparer {
  let reader = createReader({ recent: textsKept });
  const sentences = createSentenceReader();
  let done = 0;
  const follow = (document: CharterDocument): Template | undefined => {
    if (document.kind === 'template') return document;
    return document.template === undefined ? undefined : template(document.template);
  };
  return (a, b) => {
    done += 1;
    if (done % comparisonsARead === 0) reader = createReader({ recent: textsKept });
    return compareVersions(a, b, { reader, sentences, templates: [follow(a.document), follow(b.document)] });
  };
}

interface Reading {
  readonly reader: TextReader;
  readonly sentences: SentenceReader;
  readonly templates: readonly [Template | undefined, Template | undefined];
}

function compareVersions(a: NamedVersion, b: NamedVersion, reading: Reading): VersionDiff {
  const { reader, sentences } = reading;
  const [one, other] = reading.templates;
  const raw = diffDocuments(a.document, b.document, {
    templates: { ...(one ? { a: one } : {}), ...(other ? { b: other } : {}) },
    reader,
  });
  const classified = classifyDiff(raw, a.document, b.document, {
    comparison: 'versions',
    fingerprints: 'asked',
    reader,
    sentences,
  });
  const { steps, sections, tables } = raw;
  const diff: CharterDiff = { steps, sections, tables, ...classified, a: sideOf(a), b: sideOf(b) };
  return { diff, a: a.document, b: b.document };
}

function sideOf({ document, file, revision }: NamedVersion): Side {
  const template = document.kind === 'template' ? document.id : document.template;
  return { charter: charterName(document), revision, ...(template === undefined ? {} : { template }), file };
}

export function charterName({ kind, id }: CharterDocument): string {
  return kind === 'template' ? `template:${id}` : id;
}

/** The diff with some of its changes; the summary still counts all. */
export function keepChanges(diff: CharterDiff, isKept: (change: Change) => boolean): CharterDiff {
  const places = new Map<number, number>();
  diff.changes.forEach((change, index) => {
    if (isKept(change)) places.set(index, places.size);
  });
  if (places.size === diff.changes.length) return diff;
  const changes = diff.changes.filter((_, index) => places.has(index));
  const steps = diff.steps.flatMap((step): Step[] => {
    if (step.kind === 'same') return [step];
    const change = places.get(step.change);
    return change === undefined ? [] : [{ kind: 'change', change }];
  });
  return { ...diff, changes, steps };
}
