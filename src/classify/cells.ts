/** Judges a changed cell by its column: names as a set, durations by value, purposes by their content words. */
import type { RawChange, RuleId } from '../model/change.ts';
import { durationKey, durationsEquivalent, type FoundDuration, findDurations } from '../text/durations.ts';
import { plainText } from '../text/inline.ts';
import { contentStems, differingStems } from './content-words.ts';
import { splitNames } from './cookie-names.ts';
import type { EditSpan } from './edit-spans.ts';
import { vocabularyOf } from './lexicon/languages.ts';
import { foldWord } from './reading.ts';
import type { SentenceContext, SentenceVerdicts, Verdict } from './sentence.ts';

/** What to do with the edits of a cell that do more than change form. */
export interface CellJudgement {
  /** The rule of every such edit; absent where each keeps what its sentence gave it. */
  readonly verdict?: Verdict;
  /** Also replaces what is only form. */
  readonly strict?: true;
  /** For purposes: stems that only one side holds, which make the edits that hold them substantive. */
  readonly stems?: ReadonlySet<string>;
  readonly equivalent?: { readonly a: string; readonly b: string };
}

const columnRules: Readonly<Record<string, RuleId>> = {
  provider: 'party-changed',
  party: 'party-changed',
  domain: 'party-named',
  category: 'cell-changed',
};

export function judgeCell(change: RawChange, context: SentenceContext): CellJudgement {
  const column = change.address.b?.column ?? change.address.a?.column ?? '';
  const a = typeof change.a === 'string' ? plainText(change.a) : '';
  const b = typeof change.b === 'string' ? plainText(change.b) : '';
  switch (column) {
    case 'name':
      return judgeNames(a, b);
    case 'duration':
      return judgeDurations(a, b, context);
    case 'purpose':
      return judgePurpose(a, b, context);
    case 'service':
      return a.trim() === '' || b.trim() === '' ? substantive('cell-changed') : {};
    default:
      return substantive(
        (Object.hasOwn(columnRules, column) ? columnRules[column] : undefined) ?? 'cell-changed',
      );
  }
}

function substantive(rule: RuleId): CellJudgement {
  return { verdict: { class: 'substantive', rule } };
}

/** Names are atoms: their letters and case count, their order and what parts them do not. */
function judgeNames(a: string, b: string): CellJudgement {
  const namesA = splitNames(a);
  const namesB = splitNames(b);
  if (namesA.join(' ') === namesB.join(' ')) return {};
  if ([...namesA].sort().join(' ') === [...namesB].sort().join(' ')) {
    return { verdict: { class: 'typographic', rule: 'names-reordered' }, strict: true };
  }
  return { ...substantive('cookie-name-changed'), strict: true };
}

/** Equal lengths in another notation are reported, never silently equal; anything else said of them counts. */
function judgeDurations(a: string, b: string, context: SentenceContext): CellJudgement {
  const foundA = findDurations(a, 'cell');
  const foundB = findDurations(b, 'cell');
  const pairs = foundA.map((one, index) => [one, foundB[index]] as const);
  const equal =
    foundA.length > 0 &&
    foundA.length === foundB.length &&
    pairs.every(([x, y]) => y !== undefined && durationsEquivalent(x.value, y.value));
  if (!equal) return substantive('duration-changed');
  const restA = restOf(a, foundA, context.a.language);
  if (restA !== restOf(b, foundB, context.b.language)) return substantive('duration-changed');
  const changed = pairs.some(
    ([x, y]) => y && (a.slice(x.from, x.to) !== b.slice(y.from, y.to) || differ(x, y)),
  );
  if (!changed) return { verdict: { class: 'wording', rule: 'text-reworded' } };
  return { verdict: { class: 'wording', rule: 'duration-rewritten' }, equivalent: { a, b } };
}

function differ(x: FoundDuration, y: FoundDuration): boolean {
  return durationKey(x.value) !== durationKey(y.value);
}

/** What a cell says besides its durations, without small words. */
function restOf(text: string, found: readonly FoundDuration[], language: string): string {
  let rest = '';
  let at = 0;
  for (const { from, to } of found) {
    rest += `${text.slice(at, from)} `;
    at = to;
  }
  rest += text.slice(at);
  const vocabulary = vocabularyOf(language);
  const words = (rest.match(/[\p{L}\p{M}\p{N}%+<>≤≥]+/gu) ?? []).map(foldWord);
  return words.filter((word) => !vocabulary?.functionWords.has(word)).join(' ');
}

function judgePurpose(a: string, b: string, context: SentenceContext): CellJudgement {
  if (a.trim() === '' || b.trim() === '') return substantive('purpose-changed');
  const stemsA = contentStems(a, context.a.language);
  const stemsB = contentStems(b, context.b.language);
  if (!stemsA || !stemsB) return {};
  return { stems: differingStems(stemsA, stemsB) };
}

/** Applies a judgement to what the sentences of the cell gave. */
export function judgeEdit(edit: EditSpan, found: Verdict, { judgement, language }: EditContext): Verdict {
  const form = found.class === 'typographic';
  if (judgement.verdict) {
    if (form && !judgement.strict) return found;
    if (found.rule === 'no-lexicon' && judgement.verdict.class !== 'substantive') return judgement.verdict;
    return found.rule === 'coarsened' ? found : judgement.verdict;
  }
  if (form || !judgement.stems || found.class === 'substantive') return found;
  const stems = [
    ...(contentStems(edit.textA, language.a) ?? []),
    ...(contentStems(edit.textB, language.b) ?? []),
  ];
  return stems.some((stem) => judgement.stems?.has(stem))
    ? { class: 'substantive', rule: 'purpose-changed' }
    : found;
}

export interface EditContext {
  readonly judgement: CellJudgement;
  readonly language: Readonly<Record<'a' | 'b', string>>;
}

/** Where stems differ but no edit shows it by itself, the first edit that is not mere form takes it. */
export function needsPurpose(judgement: CellJudgement, sentences: readonly SentenceVerdicts[]): boolean {
  const differing = (judgement.stems?.size ?? 0) > 0;
  const verdicts = sentences.flatMap(({ verdicts: found }) => [...found.values()]);
  return differing && !verdicts.some((verdict) => verdict.class === 'substantive');
}
