/**
 * Differences that many portals have alike are judged once: a judgement is taken again where the words that it asked
 * the portal's document for are answered as they were.
 */
import type { RawChange, SentencePair } from '../model/change.ts';
import type { CharterDocument } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import { type ChangeContext, type Judged, judgeChange } from './change.ts';
import type { DocumentWords } from './document-words.ts';

/** A word that was asked for, and whether it was there. */
interface Asked {
  readonly among: 'all' | 'small' | 'parties' | 'hosts';
  readonly word: string;
  readonly found: boolean;
}

interface Known {
  /** The change that was judged, or one that says the same in the same place. */
  readonly raw: RawChange;
  readonly judged: Judged;
  readonly asked: readonly Asked[];
  /** By changes that say the same elsewhere. */
  readonly placed: WeakMap<RawChange, Judged>;
}

/** Judgements of one pair of texts, by where the change stands. */
type KnownOfTexts = Map<string, Known[]>;
/** By the sentences of the change: of a shared reader equal texts have one list of them. */
type KnownOfTemplate = WeakMap<readonly SentencePair[], KnownOfTexts>;

const known = new WeakMap<TextReader, WeakMap<CharterDocument, KnownOfTemplate>>();
/** Of one change in one place; documents seldom answer in many ways. */
const mostAnswers = 4;

/** As `judgeChange`; `a` is the document that the others are held against. */
export function judgeOnce(
  raw: RawChange,
  context: ChangeContext,
  { a, reader }: { readonly a: CharterDocument; readonly reader: TextReader | undefined },
): Judged {
  const place = reader?.shared === true ? placeOf(raw, context) : undefined;
  if (!reader || place === undefined) return judgeChange(raw, context);
  const answers = answersFor(raw, place, knownOf(a, reader));
  const found = answers.find(({ asked }) => answersAlike(asked, context));
  if (found) return judgedAt(raw, found);
  const asked: Asked[] = [];
  const watch = { repeatable: true };
  const judged = judgeChange(raw, watched(context, asked, watch));
  if (watch.repeatable && answers.length < mostAnswers)
    answers.push({ raw, judged, asked, placed: new WeakMap() });
  return judged;
}

/** All that a judgement depends on besides texts and words; undefined for what is judged by more than that. */
function placeOf(raw: RawChange, context: ChangeContext): string | undefined {
  if (raw.acrossSections || raw.kind.startsWith('column-') || raw.kind === 'variable') return undefined;
  // What is said of a whole row is its own.
  if (raw.sentences.length === 0 && !raw.kind.startsWith('row-')) return undefined;
  const known = places.get(raw) ?? standingOf(raw, context);
  places.set(raw, known);
  return known + surroundingsOf(context);
}

/** A change that portals have in common stands alike in all of them. */
const places = new WeakMap<RawChange, string>();

function standingOf({ kind, address, roles, moved }: RawChange, context: ChangeContext): string {
  return JSON.stringify([
    kind,
    address.a?.column,
    address.b?.column,
    roles,
    moved,
    context.isHeading('a', address.a?.block ?? -1),
    context.isHeading('b', address.b?.block ?? -1),
  ]);
}

function surroundingsOf({ b, comparison }: ChangeContext): string {
  const names = b.cookies();
  const known = namesAsKey.get(names) ?? JSON.stringify([...names].sort());
  namesAsKey.set(names, known);
  return `${b.language} ${comparison} ${known}`;
}

/** Portals of equal tables share the names in them. */
const namesAsKey = new WeakMap<ReadonlySet<string>, string>();

function knownOf(a: CharterDocument, reader: TextReader): KnownOfTemplate {
  const documents = known.get(reader) ?? new WeakMap<CharterDocument, KnownOfTemplate>();
  known.set(reader, documents);
  const made = documents.get(a) ?? new WeakMap();
  documents.set(a, made);
  return made;
}

function answersFor({ sentences }: RawChange, place: string, made: KnownOfTemplate): Known[] {
  const places = made.get(sentences) ?? new Map<string, Known[]>();
  made.set(sentences, places);
  const answers = places.get(place) ?? [];
  places.set(place, answers);
  return answers;
}

function answersAlike(asked: readonly Asked[], { b }: ChangeContext): boolean {
  return asked.every(({ among, word, found }) => b.words()[among].has(word) === found);
}

/** The change with its own place, and everything else as it was judged. */
function judgedAt(raw: RawChange, { raw: first, judged, placed }: Known): Judged {
  if (raw === first) return judged;
  const met = placed.get(raw);
  if (met) return met;
  const { change, ...rest } = judged;
  const made = { ...rest, change: { ...change, address: raw.address } };
  placed.set(raw, made);
  return made;
}

/** Notes what is asked of the words of `b`; its own addresses are no other portal's. */
function watched(context: ChangeContext, asked: Asked[], watch: { repeatable: boolean }): ChangeContext {
  const note = (among: Asked['among']): DocumentWords['all'] => ({
    has: (word) => {
      const found = context.b.words()[among].has(word);
      asked.push({ among, word, found });
      return found;
    },
  });
  const words: DocumentWords = {
    all: note('all'),
    small: note('small'),
    parties: note('parties'),
    hosts: note('hosts'),
    get ownAddresses(): ReadonlySet<string> {
      watch.repeatable = false;
      return context.b.words().ownAddresses;
    },
  };
  return { ...context, b: { ...context.b, words: () => words } };
}
