/** Finds the portal's own values in a page, where its template has variables; none where the page contradicts itself. */

import type { InlineText, Template } from '../model/charter.ts';
import { isAddress } from '../text/addresses.ts';
import { textsOf } from '../text/document-texts.ts';
import { foldKey } from '../text/fold.ts';
import { plainText } from '../text/inline.ts';
import { splitSentences } from '../text/sentences.ts';
import { cut, type Pattern, patternOf, valuesAt } from './value-places.ts';

/** A text of the page, and the line of the capture that it begins in. */
export interface PageText {
  readonly text: InlineText;
  readonly line?: number;
}

/** A value as the page gives it in one place. */
export interface SaidValue {
  readonly value: string;
  readonly line?: number;
}

/** A value that differs from place to place: what most say, or else the first, and the first that is another. */
export interface Contradiction {
  readonly name: string;
  readonly one: SaidValue;
  readonly other: SaidValue;
  /** Whether the one was kept, as it stands in more places than all others. */
  readonly kept: boolean;
}

export interface FoundValues {
  readonly values: Readonly<Record<string, string>>;
  readonly contradictions: readonly Contradiction[];
}

/** More sentences that could be one of the template's are not looked at. */
const mostAligned = 2000;

/** `address` is the portal's own, where it was found otherwise. */
export function findValues(
  texts: readonly PageText[],
  template: Template,
  address: string | undefined,
): FoundValues {
  const said = new Map<string, [SaidValue, ...SaidValue[]]>(
    address === undefined ? [] : [['url', [{ value: address }]]],
  );
  for (const { name, value, line } of readPlaces(texts, patternsOf(template))) {
    if (name === 'url' && !isAddress(value)) continue;
    const one = { value, ...(line === undefined ? {} : { line }) };
    const others = said.get(name);
    if (others) others.push(one);
    else said.set(name, [one]);
  }
  const values: [string, string][] = [];
  const contradictions: Contradiction[] = [];
  for (const [name, all] of said) {
    // What stands alone in its paragraph is the address, whatever a sentence says.
    const { one, most } =
      name === 'url' && address !== undefined ? { one: all[0], most: true } : chosen(name, all);
    const other = all.find(({ value }) => keyOf(name, value) !== keyOf(name, one.value));
    if (other) contradictions.push({ name, one, other, kept: most });
    if (most) values.push([name, one.value]);
  }
  return { values: Object.fromEntries(values), contradictions };
}

/** What most places say, in the form that most give it; else the first. An address that stands alone comes first. */
function chosen(
  name: string,
  all: readonly [SaidValue, ...SaidValue[]],
): { readonly one: SaidValue; readonly most: boolean } {
  const groups = new Map<string, SaidValue[]>();
  for (const one of all) {
    const key = keyOf(name, one.value);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const largest = [...groups.values()].find((group) => 2 * group.length > all.length);
  const [first] = all;
  if (!largest) return { one: first, most: false };
  const forms = new Map<string, number>();
  for (const { value } of largest) forms.set(value, (forms.get(value) ?? 0) + 1);
  const top = Math.max(...forms.values());
  return { one: largest.find(({ value }) => forms.get(value) === top) ?? first, most: true };
}

function keyOf(name: string, value: string): string {
  if (name !== 'url') return foldKey(value);
  return value
    .replace(/^https?:\/\//i, '')
    .replace(/\/+$/, '')
    .replace(/^[^/]+/, (host) => host.toLowerCase());
}

/** Every sentence of the template that has a variable and says something beside it, each once. */
function patternsOf(template: Template): Pattern[] {
  const sentences = textsOf(template)
    .filter((text) => text.includes('{{'))
    .flatMap(sentencesOf);
  return [...new Set(sentences)].flatMap((sentence) => patternOf(sentence) ?? []);
}

function sentencesOf(text: InlineText): string[] {
  return splitSentences(plainText(text));
}

interface Place extends SaidValue {
  readonly name: string;
}

/** Only sentences that share most words with a pattern are aligned with it. */
function readPlaces(texts: readonly PageText[], patterns: readonly Pattern[]): Place[] {
  if (patterns.length === 0) return [];
  const byWord = new Map<string, Map<number, number>>();
  for (const [at, { signs }] of patterns.entries()) {
    for (const { key, weight, word } of signs) {
      if (!word) continue;
      const places = byWord.get(key) ?? new Map<number, number>();
      byWord.set(key, places.set(at, (places.get(at) ?? 0) + weight));
    }
  }
  const found: Place[] = [];
  let aligned = 0;
  for (const { text, line } of texts) {
    for (const sentence of sentencesOf(text).map(cut)) {
      const common = new Map<number, number>();
      for (const key of new Set(sentence.signs.map((sign) => sign.key)))
        for (const [at, weight] of byWord.get(key) ?? []) common.set(at, (common.get(at) ?? 0) + weight);
      for (const [at, weight] of common) {
        const pattern = patterns[at];
        if (!pattern || 3 * weight < 2 * pattern.weight || aligned >= mostAligned) continue;
        aligned += 1;
        for (const { name, value } of valuesAt(pattern, sentence))
          if (text.includes(value)) found.push({ name, value, ...(line === undefined ? {} : { line }) });
      }
    }
  }
  return found;
}
