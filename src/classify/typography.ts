/** Finds the edits that change form only, and names what kind of form: markup, spaces, quotes, case, punctuation. */
import type { RuleId } from '../model/change.ts';
import { type Around, typographicallyEqual } from '../text/fold.ts';
import { onlyWords } from '../text/letters.ts';
import { tokenise } from '../text/tokens.ts';
import { normaliseAddress, withoutTracing } from './addresses.ts';
import type { EditSpan, PairText } from './edit-spans.ts';
import { foldWord } from './reading.ts';

/** Most characters of an unchanged neighbour that are read with an edit. */
const context = 64;

export interface FormOptions {
  /** Headings end with a question mark or not as their author likes. */
  readonly heading: boolean;
}

/** By edit index: the rule of each edit that leaves the words as they are. */
export function typographicEdits(pair: PairText, options: FormOptions): Map<number, RuleId> {
  const rules = new Map<number, RuleId>();
  const edits = options.heading ? pair.edits : pair.edits.filter((edit) => !turnsQuestion(edit));
  for (const edit of edits) {
    if (isMask(edit.textA, edit.textB) || isMask(edit.textB, edit.textA))
      rules.set(edit.index, 'address-masked');
    else if (isForm(edit.textA, edit.textB, { ...wordEdges(edit), around: pair })) {
      rules.set(edit.index, ruleOf(edit.textA, edit.textB));
    }
  }
  for (const run of unbrokenRuns(edits)) {
    if (run.length < 2 || run.every((edit) => rules.has(edit.index)) || !isRunForm(run, pair)) continue;
    for (const edit of run) rules.set(edit.index, ruleOf(edit.textA, edit.textB));
  }
  return rules;
}

/** A statement that becomes a question, or a question a statement. */
function turnsQuestion({ textA, textB }: EditSpan): boolean {
  if (textA.includes('?') === textB.includes('?')) return false;
  const ends = [textA, textB].map((text) => /([.?])[^\p{L}\p{N}.?]*$/u.exec(text)?.[1] ?? '');
  return ends.includes('.') && ends.includes('?');
}

interface Edges {
  readonly left: string;
  readonly right: string;
}

/** What touches the edit without white space between. */
function wordEdges({ before, after }: EditSpan): Edges {
  return {
    left: /\S{0,64}$/.exec(before.slice(-context))?.[0] ?? '',
    right: /^\S{0,64}/.exec(after.slice(0, context))?.[0] ?? '',
  };
}

function isForm(
  textA: string,
  textB: string,
  { left, right, around }: Edges & { readonly around: Around },
): boolean {
  const [a, b] = [withoutTracing(textA), withoutTracing(textB)];
  if (!a.includes('](') && !b.includes('](') && onlyLetters(a) !== onlyLetters(b)) return false;
  const [wholeA, wholeB] = [plainAddresses(left + a + right), plainAddresses(left + b + right)];
  return (
    typographicallyEqual(wholeA, wholeB, around) ||
    typographicallyEqual(lettersOf(wholeA), lettersOf(wholeB), around)
  );
}

const mask = /\[?\\?\[email[ \u00a0]protected\\?\]\]?(?:\([^()\s]{0,255}email-protection[^()\s]{0,255}\))?/i;
/** Of a mask and an address together. */
const longestMask = 2000;
const mailAddress = /^<?(?:mailto:)?[^\s@<>()[\]]{1,64}@[^\s@<>()[\]]{1,255}\.[a-z]{2,24}>?$/i;

/** Nothing but what a shield against robots puts in the place of a mail address, and nothing but such an address. */
function isMask(a: string, b: string): boolean {
  if (!a.includes('protected') || !b.includes('@') || a.length + b.length > longestMask) return false;
  const stops = /^[\s.,;:]+|[\s.,;:]+$/g;
  return a.replace(mask, '').replace(stops, '') === '' && mailAddress.test(b.replace(stops, ''));
}

/** What no difference of form touches, roughly: enough to leave most edits unread. */
function onlyLetters(text: string): string {
  return onlyWords(foldWord(text));
}

/** Edits that no white space parts are read together: a word may be cut up by several. */
function unbrokenRuns(edits: readonly EditSpan[]): EditSpan[][] {
  const runs: EditSpan[][] = [];
  for (const edit of edits) {
    const last = runs.at(-1);
    if (last && edit.before.length <= context && !/\s/.test(edit.before)) last.push(edit);
    else runs.push([edit]);
  }
  return runs;
}

function isRunForm(run: readonly EditSpan[], around: Around): boolean {
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last) return false;
  const inner = (text: (edit: EditSpan) => string): string =>
    run.map((edit, index) => (index === 0 ? '' : edit.before) + text(edit)).join('');
  return isForm(
    inner((edit) => edit.textA),
    inner((edit) => edit.textB),
    { left: wordEdges(first).left, right: wordEdges(last).right, around },
  );
}

/** A link that only repeats its label as its target is a label. */
function plainLinks(text: string): string {
  if (!text.includes('](')) return text;
  return text.replace(/\[([^\][]{1,2048})\]\(([^()\s]{1,2048})\)/g, (link, label: string, target: string) =>
    normaliseAddress(label) === normaliseAddress(target) ? label : link,
  );
}

/** An address says the same with a final slash, and without what traces a visit. */
function plainAddresses(text: string): string {
  return plainLinks(withoutTracing(text)).replace(/(?<=[a-z0-9.:/-]{3})\/(?=$|[\s)>\]"'»])/gi, '');
}

/** Signs that are part of what is said. */
const tellingSigns = /[%&@#\\§]/;

function lettersOf(text: string): string {
  return tokenise(text)
    .map((token) => {
      if (token.kind !== 'punctuation') return token.text;
      // A star that opens emphasis here may close it in another sentence.
      if (token.text === '*') return '';
      return /^\\?\p{P}$/u.test(token.text) && !tellingSigns.test(token.text.slice(-1)) ? ' ' : token.text;
    })
    .join('');
}

/** The first layer that, set aside with those before, leaves nothing different. */
function ruleOf(textA: string, textB: string): RuleId {
  let [a, b] = [bare(withoutTracing(textA)), bare(withoutTracing(textB))];
  if (a === b) return bare(withoutTracing(textA)) === bare(textA) ? 'emphasis' : 'address-traced';
  const spaces = spaceRule(a, b);
  [a, b] = [a.replace(/[\s\u200b\u2060]+/gu, ''), b.replace(/[\s\u200b\u2060]+/gu, '')];
  if (a === b) return spaces;
  const quotes = /["'‘’‚‛“”„‟«»‹›`´ʼ′″]/gu;
  [a, b] = [a.replace(quotes, ''), b.replace(quotes, '')];
  if (a === b) return 'quotes';
  if (a.toLowerCase() === b.toLowerCase()) return 'letter-case';
  return typographicallyEqual(a, b) ? 'spelling-form' : 'punctuation';
}

function bare(text: string): string {
  return tokenise(plainLinks(text))
    .map((token) => (token.kind === 'markup' ? '' : token.text))
    .join('')
    .replace(/[*<>[\]]+/g, '');
}

function spaceRule(a: string, b: string): RuleId {
  const joints = (text: string): number => text.split('\n\n').length;
  if (joints(a) !== joints(b)) return joints(a) < joints(b) ? 'block-split' : 'block-joined';
  return a.includes('\n') === b.includes('\n') ? 'spaces' : 'line-break';
}
