/**
 * Gives every difference its class, the rule that decided it and its fingerprint. What is not known is never held for
 * less than substantive.
 */
import type { Change, Notice, RawChange, RawDiff, Summary } from '../model/change.ts';
import type { CharterDocument } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import type { ChangeContext, Judged } from './change.ts';
import { namesInEither } from './cookie-names.ts';
import { type DocumentWords, readDocumentWords } from './document-words.ts';
import { fingerprintChanges } from './fingerprint.ts';
import { judgeOnce } from './known-judgements.ts';
import { vocabularyOf } from './lexicon/languages.ts';
import type { SideContext } from './sentence.ts';
import type { SentenceReader } from './sentence-reader.ts';

export interface ClassifyOptions {
  /** Two portals differ in their variables; one portal over time does not. */
  readonly comparison: 'portals' | 'versions';
  /** The one that read the texts for the diff; else each is read anew. */
  readonly reader?: TextReader;
  /** Shared by many comparisons, of which many hold the same sentences. */
  readonly sentences?: SentenceReader;
  /** `asked`: none is worked out before it is asked for. */
  readonly fingerprints?: 'asked';
}

export interface Classified {
  readonly changes: readonly Change[];
  readonly summary: Summary;
  /** The diff's own and those of the classes. */
  readonly notices: readonly Notice[];
}

/** Order and number of changes stay as they are. */
export function classifyDiff(
  raw: RawDiff,
  a: CharterDocument,
  b: CharterDocument,
  options: ClassifyOptions,
): Classified {
  const context = contextOf(a, b, options);
  const judged = raw.changes.map((change) => judgeOnce(change, context, { a, reader: options.reader }));
  const changes =
    options.fingerprints === 'asked'
      ? namedLate(judged, raw.changes)
      : namedAtOnce(judged, raw.changes, options);
  const unknown = new Set(judged.flatMap(({ unknownLanguages }) => unknownLanguages));
  const notices: Notice[] = [
    ...raw.notices,
    ...coarseNotice(raw),
    ...(context.translated ? [languagesDiffer(a, b)] : []),
    ...unknownNotices([...unknown].sort()),
    ...judged.flatMap(({ equivalents }) =>
      equivalents.map((values): Notice => ({ code: 'durations-equivalent', values })),
    ),
  ];
  return { changes, summary: summarise(changes), notices };
}

/** One for each language without word list, one for passages in another language than their document. */
function unknownNotices(languages: readonly string[]): Notice[] {
  const unknown = languages.filter((language) => vocabularyOf(language) === undefined);
  return [
    ...unknown.map((language): Notice => ({ code: 'no-lexicon', values: { language } })),
    ...(unknown.length < languages.length ? [{ code: 'passage-no-lexicon', values: {} } as const] : []),
  ];
}

function namedAtOnce(
  judged: readonly Judged[],
  raw: readonly RawChange[],
  { reader }: ClassifyOptions,
): Change[] {
  const fingerprints = fingerprintChanges(raw, reader);
  return judged.map((one, index) => named(one, fingerprints[index] ?? ''));
}

/** No reader is kept for it: the change may be kept for long. */
function namedLate(judged: readonly Judged[], raw: readonly RawChange[]): Change[] {
  let fingerprints: readonly string[] | undefined;
  return judged.map(({ change }, index) => ({
    ...change,
    get fingerprint(): string {
      fingerprints ??= fingerprintChanges(raw);
      return fingerprints[index] ?? '';
    },
  }));
}

/** Of portals that differ alike there is one judgement, and one change. */
const changesOf = new WeakMap<Judged, Change>();

function named(judged: Judged, fingerprint: string): Change {
  const known = changesOf.get(judged);
  if (known?.fingerprint === fingerprint) return known;
  const change = { ...judged.change, fingerprint };
  changesOf.set(judged, change);
  return change;
}

/** Counted here, after every change was read: the diff compares the words of a cell only when they are asked for. */
function coarseNotice({ changes }: RawDiff): Notice[] {
  const coarse = changes.filter((change) => change.sentences.some((sentence) => sentence.coarse)).length;
  return coarse > 0 ? [{ code: 'coarsened', values: { changes: coarse } }] : [];
}

function languagesDiffer(a: CharterDocument, b: CharterDocument): Notice {
  return { code: 'language-differs', values: { a: a.language, b: b.language } };
}

function contextOf(a: CharterDocument, b: CharterDocument, options: ClassifyOptions): ChangeContext {
  const documents = { a, b };
  let known: ReadonlySet<string> | undefined;
  function cookies(): ReadonlySet<string> {
    known ??= namesInEither(a, b);
    return known;
  }
  return {
    a: sideContext(a, cookies),
    b: sideContext(b, cookies),
    translated: primaryLanguage(a) !== primaryLanguage(b),
    comparison: options.comparison,
    ...(options.sentences ? { sentences: options.sentences } : {}),
    holdsCells: (side, table, column) => holdsCells(documents[side], table, column),
    isHeading: (side, block) => documents[side].body[block]?.role === 'heading',
  };
}

function primaryLanguage({ language }: CharterDocument): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** A document's words are only gathered when a sentence names something. */
function sideContext(document: CharterDocument, cookies: SideContext['cookies']): SideContext {
  let words: DocumentWords | undefined;
  return {
    language: document.language,
    cookies,
    words(): DocumentWords {
      words ??= readDocumentWords(document);
      return words;
    },
  };
}

function holdsCells(document: CharterDocument, id: string, key: string): boolean {
  const table = document.tables.find((one) => one.id === id);
  const index = table?.columns.findIndex((column) => column.key === key) ?? -1;
  return index >= 0 && (table?.rows.some((row) => (row.cells[index] ?? '').trim() !== '') ?? false);
}

function summarise(changes: readonly Change[]): Summary {
  const counts: Record<keyof Summary, number> = { variable: 0, typographic: 0, wording: 0, substantive: 0 };
  for (const change of changes) counts[change.class] += 1;
  return counts;
}
