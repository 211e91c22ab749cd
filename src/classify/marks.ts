/** Reads from a sentence what its signature is made of: each concept, number, name and address with its place. */
import type { RuleId } from '../model/change.ts';
import { type DurationValue, durationKey } from '../text/durations.ts';
import { hostOf, normaliseAddress } from './addresses.ts';
import type { Vocabulary } from './lexicon/languages.ts';
import type { ConceptGroup } from './lexicon/lexicon.ts';
import { matchPhrases } from './lexicon/phrases.ts';
import { findNegations } from './negations.ts';
import { type Range, type Reading, sourceRange } from './reading.ts';

/** How marks of two sentences compare: as sets, as counts per place, in order, or only where they are new. */
export type MarkOrder = 'set' | 'count' | 'list' | 'name' | 'address';

/** Ranges in the source. */
export interface Mark extends Range {
  readonly order: MarkOrder;
  readonly rule: RuleId;
  /** Equal for what counts as the same. */
  readonly value: string;
  /** Allows the value on the other side without asking for it. */
  readonly soft?: true;
  /** The other half of a mark in two parts (`ne` of `ne … que`). */
  readonly also?: Range;
  readonly duration?: DurationValue;
}

const groupRules: Readonly<Record<ConceptGroup, readonly [MarkOrder, RuleId]>> = {
  party: ['set', 'party-changed'],
  consent: ['set', 'consent-changed'],
  data: ['set', 'data-kinds-changed'],
  purposes: ['set', 'purposes-changed'],
  necessity: ['set', 'necessity-changed'],
  anonymity: ['set', 'anonymity-changed'],
  transfer: ['set', 'transfer-changed'],
  storage: ['set', 'storage-changed'],
  trackers: ['set', 'storage-changed'],
  refusal: ['set', 'refusal-changed'],
  price: ['set', 'consent-changed'],
  legal: ['set', 'legal-reference-changed'],
  modal: ['list', 'modal-changed'],
  scope: ['count', 'scope-changed'],
  openness: ['set', 'scope-changed'],
};

export interface ReadMarks {
  readonly marks: readonly Mark[];
  /** Indexes of the words that a phrase explains. */
  readonly taken: ReadonlySet<number>;
}

/** All that a sentence holds whatever document it stands in. */
export function readMarks(reading: Reading, vocabulary: Vocabulary): ReadMarks {
  const keys = reading.words.map((word) => word.key);
  const matches = matchPhrases(keys, vocabulary.phrases);
  const taken = new Set<number>();
  const marks: Mark[] = [];
  for (const { group, concept, soft, from, to } of matches) {
    for (let at = from; at < to; at += 1) taken.add(at);
    if (!group) continue;
    const [order, rule] = groupRules[group];
    const place = { from: reading.words[from]?.from ?? 0, to: reading.words[to - 1]?.to ?? 0 };
    const value = `${group}:${concept}`;
    marks.push({ order, rule, value, ...(soft ? { soft } : {}), ...sourceRange(reading, place) });
  }
  marks.push(...findNegations(reading, vocabulary, taken));
  marks.push(...countedMarks(reading, vocabulary), ...boundMarks(reading));
  marks.push(...atomMarks(reading));
  return { marks: sortMarks(marks), taken };
}

export function sortMarks(marks: Mark[]): Mark[] {
  return marks.sort((x, y) => x.from - y.from);
}

function countedMarks(reading: Reading, vocabulary: Vocabulary): Mark[] {
  const order = 'list';
  return [
    ...reading.references.map(
      (one): Mark => ({
        order: 'set',
        rule: 'legal-reference-changed',
        value: `legal:${one.value}`,
        ...sourceRange(reading, one),
      }),
    ),
    ...reading.dates
      .filter((one) => !isRevision(reading, vocabulary, one))
      .map((one): Mark => ({ order, rule: 'date-changed', value: one.value, ...sourceRange(reading, one) })),
    ...reading.numbers.map(
      (one): Mark => ({ order, rule: 'number-changed', value: one.value, ...sourceRange(reading, one) }),
    ),
    ...reading.durations.map(
      (one): Mark => ({
        order,
        rule: 'duration-changed',
        value: durationKey(one.value),
        duration: one.value,
        ...sourceRange(reading, one),
      }),
    ),
  ];
}

/** Signs that bound the number after them: `< 6 mois`, `- de 13 mois`. */
const bound = /[<>≤≥](?=[\s\u00a0]*=?[\s\u00a0]*\d)|[-+\u2212](?=[\s\u00a0]*(?:de|than)[\s\u00a0]+\d)/gi;

function boundMarks(reading: Reading): Mark[] {
  return [...reading.plain.matchAll(bound)].map(({ 0: sign, index }) => ({
    order: 'list',
    rule: 'number-changed',
    value: sign === '\u2212' ? '-' : sign,
    ...sourceRange(reading, { from: index, to: index + sign.length }),
  }));
}

/** The date only says when the page was last revised. */
function isRevision(reading: Reading, vocabulary: Vocabulary, date: Range): boolean {
  const before = reading.words.filter((word) => word.to <= date.from && /^[a-z0-9]/.test(word.key)).slice(-6);
  const text = ` ${before.map((word) => word.key).join(' ')} `;
  return vocabulary.revisions.some((phrase) => text.includes(` ${phrase} `));
}

function atomMarks(reading: Reading): Mark[] {
  const inText = reading.atoms.map((atom) => ({ atom, place: sourceRange(reading, atom) }));
  const targets = reading.targets.map((atom) => ({ atom, place: { from: atom.from, to: atom.to } }));
  return [...inText, ...targets].flatMap(({ atom, place }): Mark[] => {
    if (atom.kind === 'variable') return [];
    if (atom.kind === 'address') {
      const value = normaliseAddress(atom.text);
      const rule = hostOf(atom.text).includes('.') ? 'party-named' : 'link-target-changed';
      return [{ order: 'address', rule, value, ...place }];
    }
    return [cookieMark(atom.text.replace(/`/g, ''), place)];
  });
}

export function cookieMark(name: string, { from, to }: Range): Mark {
  return { order: 'set', rule: 'cookie-name-changed', value: `cookie:${name}`, from, to };
}
