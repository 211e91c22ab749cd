/** Gives every edit of a pair of sentences its class and the rule that decided it. */
import type { RuleId, SentencePair } from '../model/change.ts';
import type { ChangeClass } from '../model/charter.ts';
import { typographicallyEqual } from '../text/fold.ts';
import { hostOf } from './addresses.ts';
import type { DocumentWords } from './document-words.ts';
import { type EditSpan, type PairText, readPair } from './edit-spans.ts';
import { type Hidden, hiddenRanges } from './hidden-signs.ts';
import { findItems } from './items.ts';
import type { Vocabulary } from './lexicon/languages.ts';
import type { Mark } from './marks.ts';
import { clusterEdits, readRegions } from './regions.ts';
import { createSentenceReader, marksIn, type SentenceReader } from './sentence-reader.ts';
import {
  type ChangedMark,
  compareSignatures,
  type Equivalent,
  type SignatureChange,
  touchesMark,
} from './signature.ts';
import { findSwaps } from './swaps.ts';
import { typographicEdits } from './typography.ts';

export interface Verdict {
  readonly class: ChangeClass;
  readonly rule: RuleId;
}

export interface SideContext {
  readonly language: string;
  words(): DocumentWords;
  /** Cookies that a table of either document names. */
  cookies(): ReadonlySet<string>;
}

export interface SentenceContext {
  readonly a: SideContext;
  readonly b: SideContext;
  /** What the rule of a mere rewording is called here. */
  readonly reworded: RuleId;
  /** The sentence stands in a title, a heading or a column's head. */
  readonly heading?: boolean;
  /** It stands in a paragraph or a list item. */
  readonly prose?: boolean;
  /** The two documents are in different languages: no word of one can be held against the other. */
  readonly translated: boolean;
  /** Shared by many comparisons; else each sentence is read anew. */
  readonly sentences?: SentenceReader;
}

export interface SentenceVerdicts {
  readonly pair: PairText;
  /** By edit index. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
  /** Durations of the same length in another notation, both texts. */
  readonly equivalents: readonly { readonly a: string; readonly b: string }[];
  /** A language whose words are not known. */
  readonly unknownLanguage?: string;
}

/** For pairs with both sides; one-sided ones are judged by the change they stand in. */
export function classifySentence(sentence: SentencePair, context: SentenceContext): SentenceVerdicts {
  const pair = readPair(sentence);
  const forms = typographicEdits(pair, { heading: context.heading ?? false });
  const verdicts = new Map<number, Verdict>();
  for (const [index, rule] of forms) verdicts.set(index, { class: 'typographic', rule });
  const rest = pair.edits.filter((edit) => !forms.has(edit.index));
  const done = { pair, verdicts, equivalents: [] };
  const joints = pair.edits.filter((edit) => jointRules.has(forms.get(edit.index)));
  const hidden = hiddenRanges(pair);
  if (rest.length === 0 && (joints.length + hidden.length === 0 || context.translated)) return done;
  if (sentence.coarse) {
    const equal = typographicallyEqual(pair.a, pair.b);
    const verdict = equal ? formVerdict : coarseVerdict;
    for (const edit of rest) verdicts.set(edit.index, verdict);
    return done;
  }
  if (context.translated) {
    for (const edit of rest) verdicts.set(edit.index, { class: 'substantive', rule: 'language-changed' });
    return done;
  }
  const sides = readSides(pair, context);
  if ('unknown' in sides) {
    if (rest.length === 0) return done;
    for (const edit of rest) verdicts.set(edit.index, { class: 'substantive', rule: 'no-lexicon' });
    return { ...done, unknownLanguage: sides.unknown };
  }
  const signature = compareSides(pair, sides, context);
  for (const [index, rule] of carriers(touchedOnly(signature.changed, joints, rest), joints))
    verdicts.set(index, { class: 'substantive', rule });
  for (const edit of rest) verdicts.set(edit.index, { class: 'wording', rule: context.reworded });
  for (const [index, rule] of hiddenMarks(hidden, sides)) verdicts.set(index, { class: 'substantive', rule });
  const rewritten = rewrittenDurations(pair, sides, signature);
  for (const edit of rest) {
    if (rewritten.some(({ a, b }) => touchesMark(edit, 'a', a) || touchesMark(edit, 'b', b)))
      verdicts.set(edit.index, { class: 'wording', rule: 'duration-rewritten' });
  }
  for (const [index, rule] of carriers(signature.changed, rest))
    verdicts.set(index, { class: 'substantive', rule });
  const equivalents = rewritten.map(({ a, b }) => ({ a: textOf(pair.a, a), b: textOf(pair.b, b) }));
  return { ...done, equivalents };
}

/** Forms that may make other words, or other names. */
const jointRules: ReadonlySet<RuleId | undefined> = new Set([
  'spelling-form',
  'quotes',
  'punctuation',
  'letter-case',
]);

/** What these edits account for and the others do not. */
function touchedOnly(
  changed: readonly ChangedMark[],
  edits: readonly EditSpan[],
  others: readonly EditSpan[],
): ChangedMark[] {
  const touched = (list: readonly EditSpan[], { side, mark }: ChangedMark): boolean =>
    list.some((edit) => touchesMark(edit, side, mark));
  return changed.filter((one) => touched(edits, one) && !touched(others, one));
}

/** A denial or a value is not said the same where signs that nobody sees cut it or turn it round: denials first. */
function hiddenMarks(hidden: readonly Hidden[], sides: ReadSides): Map<number, RuleId> {
  const rules = new Map<number, RuleId>();
  for (const { edits, side, range } of hidden) {
    const own = sides[side].marks.filter(({ from, to }) => from < range.to && range.from < to);
    const rule = precedence.find((one) => own.some((mark) => mark.rule === one));
    if (rule !== undefined) for (const { index } of edits) rules.set(index, rules.get(index) ?? rule);
  }
  return rules;
}

const formVerdict: Verdict = { class: 'typographic', rule: 'spelling-form' };
const coarseVerdict: Verdict = { class: 'substantive', rule: 'coarsened' };

interface ReadSide {
  readonly marks: readonly Mark[];
  readonly vocabulary: Vocabulary;
  /** How many variables it names. */
  readonly variables: number;
}
type ReadSides = Readonly<Record<'a' | 'b', ReadSide>>;

function readSides(pair: PairText, context: SentenceContext): ReadSides | { unknown: string } {
  const { sentences = createSentenceReader() } = context;
  const a = readSide(pair.a, context.a, sentences);
  if (!a) return { unknown: context.a.language };
  // A mark stands for one side: equal texts may not share theirs.
  const b = readSide(pair.b, context.b, pair.a === pair.b ? createSentenceReader() : sentences);
  return b ? { a, b } : { unknown: context.b.language };
}

function readSide(text: string, context: SideContext, sentences: SentenceReader): ReadSide | undefined {
  const read = sentences(text, context.language);
  return read && { vocabulary: read.vocabulary, variables: read.variables, marks: marksIn(read, context) };
}

function compareSides(pair: PairText, sides: ReadSides, context: SentenceContext): SignatureChange {
  const other = { a: context.b, b: context.a };
  const signature = compareSignatures({
    a: sides.a.marks,
    b: sides.b.marks,
    regions: readRegions(pair),
    clusters: clusterEdits(pair.edits, sides.a.vocabulary),
    isNew: (side, mark) => !other[side].words().all.has(mark.value.slice('name:'.length)),
    addressRule: (side, mark) => addressRule(mark, { side, sides, other: other[side].words() }),
  });
  const told = (edit: EditSpan): boolean =>
    signature.changed.some(({ side, mark }) => touchesMark(edit, side, mark));
  const untold = pair.edits.filter((edit) => !told(edit));
  const { vocabulary } = sides.a;
  const marks = { a: sides.a.marks, b: sides.b.marks };
  const items = context.prose ? findItems(untold, pair, { marks, vocabulary }) : [];
  return { ...signature, changed: [...signature.changed, ...findSwaps(untold, vocabulary), ...items] };
}

function addressRule(
  mark: Mark,
  { side, sides, other }: { side: 'a' | 'b'; sides: ReadSides; other: DocumentWords },
): RuleId {
  const { variables: ownVariables } = sides[side];
  const { variables: otherVariables } = sides[side === 'a' ? 'b' : 'a'];
  const host = hostOf(mark.value);
  const foreign = [...other.ownAddresses].some((own) => mark.value === own || hostOf(own) === host);
  if (foreign || otherVariables > ownVariables) return 'foreign-address';
  return host.includes('.') && !other.hosts.has(host) ? 'party-named' : 'link-target-changed';
}

/** Which rule goes first where one edit changes several things. */
const precedence: readonly RuleId[] = [
  'foreign-address',
  'negation-changed',
  'anonymity-changed',
  'modal-changed',
  'duration-changed',
  'date-changed',
  'number-changed',
  'consent-changed',
  'refusal-changed',
  'purposes-changed',
  'party-changed',
  'transfer-changed',
  'data-kinds-changed',
  'necessity-changed',
  'storage-changed',
  'legal-reference-changed',
  'party-named',
  'cookie-name-changed',
  'link-target-changed',
  'scope-changed',
];

/** Edit index to rule: each changed mark goes to the edits that touch it, else its rule goes to the first edit. */
function carriers(changed: readonly ChangedMark[], edits: readonly EditSpan[]): Map<number, RuleId> {
  const rules = new Map<number, RuleId>();
  const carried = new Set<RuleId>();
  for (const rule of precedence) {
    for (const edit of edits) {
      const own = changed.some((one) => one.rule === rule && touchesMark(edit, one.side, one.mark));
      if (!own) continue;
      carried.add(rule);
      if (!rules.has(edit.index)) rules.set(edit.index, rule);
    }
  }
  const first = edits[0];
  const orphan = precedence.find((rule) => !carried.has(rule) && changed.some((one) => one.rule === rule));
  if (first && orphan && rules.size === 0) rules.set(first.index, orphan);
  return rules;
}

function textOf(source: string, { from, to }: Mark): string {
  return source.slice(from, to);
}

/** The durations that an edit wrote otherwise without changing their length. */
function rewrittenDurations(
  pair: PairText,
  sides: ReadSides,
  { changed, equivalents }: SignatureChange,
): readonly Equivalent[] {
  if (changed.some((one) => one.rule === 'duration-changed')) return equivalents;
  const durations = (side: 'a' | 'b'): Mark[] =>
    sides[side].marks.filter((mark) => mark.duration !== undefined);
  const others = durations('b');
  const equal = durations('a').flatMap((a, index) => {
    const b = others[index];
    return b && a.value === b.value && !typographicallyEqual(textOf(pair.a, a), textOf(pair.b, b))
      ? [{ a, b }]
      : [];
  });
  return [...equivalents, ...equal];
}
