/** Turns one raw change into a classified one: edits over all its words, and the class of the strongest. */

import { assertNever } from '../model/assert.ts';
import type { Change, Edit, RawChange, RuleId, SentencePair, WordOp } from '../model/change.ts';
import { type ChangeClass, changeClasses } from '../model/charter.ts';
import { findUnits } from '../text/durations.ts';
import { plainText } from '../text/inline.ts';
import { holdsWord } from '../text/letters.ts';
import { type CellJudgement, judgeCell, judgeEdit, needsPurpose } from './cells.ts';
import { type EditSpan, type PairText, readPair } from './edit-spans.ts';
import { classifySentence, type SentenceContext, type SentenceVerdicts, type Verdict } from './sentence.ts';

export interface ChangeContext extends Omit<SentenceContext, 'reworded' | 'heading' | 'prose'> {
  readonly comparison: 'portals' | 'versions';
  /** Whether a column holds anything. */
  readonly holdsCells: (side: 'a' | 'b', table: string, column: string) => boolean;
  readonly isHeading: (side: 'a' | 'b', block: number) => boolean;
}

export interface Judged {
  readonly change: Omit<Change, 'fingerprint'>;
  readonly equivalents: readonly { readonly a: string; readonly b: string }[];
  readonly unknownLanguages: readonly string[];
}

export function judgeChange(raw: RawChange, context: ChangeContext): Judged {
  const judgement =
    raw.kind === 'cell-changed' ? judgeCell(raw, { ...context, reworded: 'text-reworded' }) : {};
  const sentences = judgeSentences(raw, context, judgement);
  const gathered = gatherEdits(sentences);
  const added = ownEdits(raw, context, gathered.edits);
  const edits = [...gathered.edits, ...added];
  const words = raw.sentences.length > 0 ? gathered.words : wholeWords(raw);
  const strongest = edits.reduce(
    (best, edit) => (rank(edit.class) > rank(best.class) ? edit : best),
    edits[0] ?? calm,
  );
  const { sentences: _, ...rest } = raw;
  const equivalents = [
    ...(judgement.equivalent
      ? [judgement.equivalent]
      : sentences.flatMap((sentence) => sentence.equivalents)),
  ];
  return {
    change: { ...rest, class: strongest.class, rule: strongest.rule, edits, words },
    equivalents,
    unknownLanguages: sentences.flatMap(({ unknownLanguage }) => unknownLanguage ?? []),
  };
}

/** A change that holds no edit at all differs in form at most. */
const calm: Edit = { class: 'typographic', rule: 'spelling-form' };

function rank(one: ChangeClass): number {
  return changeClasses.indexOf(one);
}

function judgeSentences(
  raw: RawChange,
  context: ChangeContext,
  judgement: CellJudgement,
): SentenceVerdicts[] {
  const heading = isHeading(raw, context);
  const prose = raw.kind.startsWith('block-') && !heading;
  const own: SentenceContext = { ...context, reworded: rewordedRule(raw), heading, prose };
  const sentences = raw.sentences.map((sentence) => {
    const whole = wholeVerdict(raw, sentence, context);
    return whole ? uniform(sentence, whole) : classifySentence(sentence, own);
  });
  if (raw.kind === 'column-renamed' && unitsDiffer(raw)) {
    const verdict: Verdict = { class: 'substantive', rule: 'duration-changed' };
    return raiseFirst(sentences, verdict, ({ textA, textB }) => findUnits(`${textA} ${textB}`).length > 0);
  }
  if (raw.kind !== 'cell-changed') return sentences;
  const language = { a: context.a.language, b: context.b.language };
  const judged = sentences.map((one) => ({
    ...one,
    verdicts: new Map(
      one.pair.edits.map((edit) => [
        edit.index,
        judgeEdit(edit, one.verdicts.get(edit.index) ?? calm, { judgement, language }),
      ]),
    ),
  }));
  const purpose: Verdict = { class: 'substantive', rule: 'purpose-changed' };
  return needsPurpose(judgement, judged) ? raiseFirst(judged, purpose, () => true) : judged;
}

/** Under a head with another unit every number of the column says another length of time. */
function unitsDiffer({ address, a, b }: RawChange): boolean {
  const [unitsA, unitsB] = [a, b].map((head) => (typeof head === 'string' ? findUnits(plainText(head)) : []));
  const told = address.b?.column === 'duration' || (unitsA?.length !== 0 && unitsB?.length !== 0);
  return told && unitsA?.join() !== unitsB?.join();
}

/** Gives the first wanted edit that is not mere form, else the first such edit, this verdict. */
function raiseFirst(
  sentences: readonly SentenceVerdicts[],
  verdict: Verdict,
  wanted: (edit: EditSpan) => boolean,
): SentenceVerdicts[] {
  const edits = sentences.flatMap(({ pair, verdicts }) =>
    pair.edits.filter(({ index }) => (verdicts.get(index) ?? calm).class !== 'typographic'),
  );
  const raised = edits.find(wanted) ?? edits[0];
  if (!raised) return [...sentences];
  return sentences.map((sentence) =>
    sentence.pair.edits.includes(raised)
      ? { ...sentence, verdicts: new Map([...sentence.verdicts, [raised.index, verdict]]) }
      : sentence,
  );
}

function isHeading({ kind, address }: RawChange, context: ChangeContext): boolean {
  if (kind === 'field' || kind === 'column-renamed') return true;
  const at = (side: 'a' | 'b'): boolean => context.isHeading(side, address[side]?.block ?? -1);
  return kind.startsWith('block-') && (at('a') || at('b'));
}

function rewordedRule(raw: RawChange): RuleId {
  if (raw.kind === 'field') return 'title-changed';
  return raw.kind === 'column-renamed' ? 'head-reworded' : 'text-reworded';
}

/** A number that only counts a heading or an item. */
const listNumber = /^\s*(?:\d{1,3}|[ivxlc]{1,5})[.)°]+\s*$/i;

/** The verdict for all of a pair, where its words need not be read. */
function wholeVerdict(raw: RawChange, sentence: SentencePair, context: ChangeContext): Verdict | undefined {
  const added = sentence.a === undefined;
  const oneSided = added || sentence.b === undefined;
  const field = raw.address.a?.column ?? raw.address.b?.column;
  if (raw.kind === 'variable') {
    return context.comparison === 'portals'
      ? { class: 'variable', rule: 'variable-value' }
      : { class: 'substantive', rule: 'variable-changed' };
  }
  if (raw.kind === 'field' && field === 'language') return { class: 'substantive', rule: 'language-changed' };
  if (!oneSided) return undefined;
  const text = sentence.a ?? sentence.b ?? '';
  if (!holdsWord(text) && !/\p{S}/u.test(text)) return undefined;
  if (raw.kind === 'column-added' || raw.kind === 'column-removed') return columnVerdict(raw, context);
  if (raw.kind === 'field') return { class: 'wording', rule: 'title-changed' };
  if (listNumber.test(text)) return { class: 'wording', rule: 'text-reworded' };
  if (sentence.moved)
    return { class: sentence.moved === 'near' ? 'typographic' : 'wording', rule: 'sentence-moved' };
  if (raw.kind === 'block-added' || raw.kind === 'block-removed')
    return { class: 'substantive', rule: blockRule(raw) };
  return { class: 'substantive', rule: added ? 'sentence-added' : 'sentence-removed' };
}

function blockRule(raw: RawChange): RuleId {
  const heading =
    raw.roles?.some((role) => role.what === 'role' && [role.a, role.b].includes('heading')) ?? false;
  if (raw.kind === 'block-added') return heading ? 'section-added' : 'block-added';
  return heading ? 'section-removed' : 'block-removed';
}

function columnVerdict(raw: RawChange, context: ChangeContext): Verdict {
  const side = raw.kind === 'column-added' ? 'b' : 'a';
  const { table = '', column = '' } = raw.address[side] ?? {};
  const rule = raw.kind === 'column-added' ? 'column-added' : 'column-removed';
  return { class: context.holdsCells(side, table, column) ? 'substantive' : 'wording', rule };
}

function uniform(sentence: SentencePair, verdict: Verdict): SentenceVerdicts {
  const pair = readPair(sentence);
  return { pair, verdicts: new Map(pair.edits.map(({ index }) => [index, verdict])), equivalents: [] };
}

/** All words of the change in order, each edit under its number in the change. */
function gatherEdits(sentences: readonly SentenceVerdicts[]): { edits: Edit[]; words: WordOp[] } {
  const edits: Edit[] = [];
  const words: WordOp[] = [];
  for (const { pair, verdicts } of sentences) {
    const numbers = numberFrom(pair, edits.length);
    for (const { index, textA, textB } of pair.edits) {
      edits.push({ ...(verdicts.get(index) ?? calm), ...sideTexts(textA, textB) });
    }
    for (const word of pair.words) {
      if (word.op === 'equal') words.push({ op: 'equal', text: word.text });
      else words.push({ op: word.op, text: word.text, edit: numbers.get(word.edit ?? 0) ?? 0 });
    }
  }
  return { edits, words };
}

/** One text on either side whose words were not compared: both rebuild all the same. */
function wholeWords({ a = '', b = '' }: RawChange): WordOp[] {
  if (typeof a !== 'string' || typeof b !== 'string') return [];
  if (a === b) return a === '' ? [] : [{ op: 'equal', text: a }];
  const gone: WordOp[] = a === '' ? [] : [{ op: 'delete', text: a, edit: 0 }];
  return b === '' ? gone : [...gone, { op: 'insert', text: b, edit: 0 }];
}

function numberFrom(pair: PairText, start: number): Map<number, number> {
  return new Map(pair.edits.map(({ index }, at) => [index, start + at]));
}

function sideTexts(a: string, b: string): { a?: string; b?: string } {
  return { ...(a === '' ? {} : { a }), ...(b === '' ? {} : { b }) };
}

/** Edits that no word shows: roles, moves, rows and columns as wholes. */
function ownEdits(raw: RawChange, context: ChangeContext, found: readonly Edit[]): Edit[] {
  const edits: Edit[] = [];
  if (raw.a !== undefined && raw.b !== undefined) {
    for (const { what, a, b } of raw.roles ?? []) {
      const rule = what === 'level' || what === 'depth' ? 'level-changed' : 'role-changed';
      edits.push({ class: 'typographic', rule, a, b });
    }
  }
  if (raw.acrossSections && raw.kind.startsWith('block-')) edits.push(acrossVerdict(raw, context));
  const whole = kindVerdict(raw, context, found.length + edits.length > 0);
  if (whole) edits.push({ ...whole, ...rowNames(raw) });
  return edits;
}

/** A line that ends so leads in what follows, which then says another thing under another one. */
const leadsIn = /[:\uff1a]\s*[*_]*$/;

/** A block that went under a heading of another meaning, or another lead-in, says another thing. */
function acrossVerdict({ contexts }: RawChange, context: ChangeContext): Verdict {
  const rule = 'block-moved-section';
  if (!contexts || leadsIn.test(contexts.a) || leadsIn.test(contexts.b))
    return { class: 'substantive', rule };
  const { a, b } = contexts;
  const words: WordOp[] = [
    ...(a === '' ? [] : [{ op: 'delete' as const, text: a, edit: 0 }]),
    ...(b === '' ? [] : [{ op: 'insert' as const, text: b, edit: 0 }]),
  ];
  const { verdicts } = classifySentence({ a, b, words }, { ...context, reworded: 'text-reworded' });
  const differ = [...verdicts.values()].some((verdict) => verdict.class === 'substantive');
  return { class: differ ? 'substantive' : 'wording', rule };
}

function rowNames({ kind, address }: RawChange): { a?: string; b?: string } {
  return kind.startsWith('row-') ? sideTexts(address.a?.row ?? '', address.b?.row ?? '') : {};
}

function kindVerdict(raw: RawChange, context: ChangeContext, hasEdits: boolean): Verdict | undefined {
  const form = (rule: RuleId): Verdict => ({ class: 'typographic', rule });
  const { kind } = raw;
  switch (kind) {
    case 'block-moved':
      return raw.acrossSections ? undefined : form('block-moved');
    case 'block-changed':
      return raw.moved && !raw.acrossSections ? form('block-moved') : undefined;
    case 'block-split':
    case 'block-joined':
      return hasEdits ? undefined : form(kind);
    case 'row-added':
    case 'row-removed':
    case 'row-renamed':
      return { class: 'substantive', rule: kind };
    case 'row-moved':
      return raw.acrossSections ? { class: 'substantive', rule: 'row-moved-section' } : form('row-reordered');
    case 'column-moved':
      return form('column-moved');
    case 'column-added':
    case 'column-removed':
      return hasEdits ? undefined : columnVerdict(raw, context);
    case 'block-added':
    case 'block-removed':
      return hasEdits ? undefined : { class: 'substantive', rule: blockRule(raw) };
    case 'variable':
      return hasEdits ? undefined : wholeVerdict(raw, { words: [] }, context);
    case 'field':
    case 'column-renamed':
    case 'cell-changed':
      return undefined;
    default:
      return assertNever(kind);
  }
}
