/** Cuts a text into tokens that, joined, are the text: what the word diff compares. */
import { atomEnd, atomStretch, endOf } from './atoms.ts';
import { type InlineNode, parseInline } from './inline.ts';
import { ideographs, letters, smallLetters, wordCharacters } from './letters.ts';

export type TokenKind = 'word' | 'space' | 'punctuation' | 'atom' | 'markup';

export interface Token {
  readonly kind: TokenKind;
  /** As it stands in the source, escapes included. */
  readonly text: string;
}

const wordPattern =
  `(?:aujourd|prud|quelqu)['’](?:hui|hom[${letters}]+|une?s?)(?![${wordCharacters}])` +
  `|(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|nell|all|sull|dall)['’](?=[${letters}«"“*_])` +
  `|[${ideographs}]|[${wordCharacters}]+(?:['’\\u2010\\u2011-][${wordCharacters}]+)*|[\\ud800-\\udbff][\\udc00-\\udfff]`;

const word = new RegExp(wordPattern, 'y');
const escapedMark = /\\[!-/:-@[-`{-~]/y;

/** Tokens of a text in the inline dialect; `markup` tokens are emphasis marks, link brackets and targets. */
export function tokenise(source: string): Token[] {
  const tokens: Token[] = [];
  if (/[*`[<]/.test(source)) {
    const end = markupTokens(parseInline(source), { source, tokens, from: 0 });
    if (end < source.length) tokens.push({ kind: 'markup', text: source.slice(end) });
  } else scanTokens(source, tokens);
  return tokens;
}

interface Walk {
  readonly source: string;
  readonly tokens: Token[];
  readonly from: number;
}

function markupTokens(nodes: readonly InlineNode[], walk: Walk): number {
  const { source, tokens } = walk;
  let at = walk.from;
  for (const node of nodes) {
    if (node.from > at) tokens.push({ kind: 'markup', text: source.slice(at, node.from) });
    at = node.to;
    const raw = source.slice(node.from, node.to);
    if (node.kind === 'text' || node.kind === 'break') scanTokens(raw, tokens);
    else if (node.kind === 'code') tokens.push({ kind: 'atom', text: raw });
    else if (node.kind === 'link' && node.auto) autolinkTokens(raw, tokens);
    else {
      const open = node.kind === 'emphasis' || node.kind === 'link' ? 1 : 2;
      tokens.push({ kind: 'markup', text: raw.slice(0, open) });
      const end = markupTokens(node.children, { source, tokens, from: node.from + open });
      tokens.push(...closing(node, source.slice(end, node.to)));
    }
  }
  return at;
}

/** A link's target is an atom of its own, so that a changed address is seen. */
function closing(node: InlineNode, raw: string): Token[] {
  if (node.kind !== 'link') return [{ kind: 'markup', text: raw }];
  return [
    { kind: 'markup', text: '](' },
    { kind: 'atom', text: raw.slice(2, -1) },
    { kind: 'markup', text: ')' },
  ];
}

function autolinkTokens(raw: string, tokens: Token[]): void {
  tokens.push({ kind: 'markup', text: '<' });
  tokens.push({ kind: 'atom', text: raw.slice(1, -1) });
  tokens.push({ kind: 'markup', text: '>' });
}

/**
 * A word of Latin letters before a space: most of any text, and no atom, because the only atoms that hold a space
 * after letters are dates, whose next word begins with a digit.
 */
const plainWord = /[A-Za-zÀ-ÖØ-öø-ÿœŒ]+ (?![\s\d])/y;
const stretch = /\S+/y;
const spaces = /\s+/y;

const oneSpace: Token = { kind: 'space', text: ' ' };

function scanTokens(text: string, tokens: Token[]): void {
  const small = smallLetters(text);
  let at = 0;
  while (at < text.length) {
    const word = endOf(plainWord, text, at);
    if (word > 0) {
      tokens.push({ kind: 'word', text: text.slice(at, word - 1) }, oneSpace);
      at = word;
      continue;
    }
    const space = endOf(spaces, text, at);
    if (space > 0) {
      const gap = text.slice(at, space);
      tokens.push(gap === ' ' ? oneSpace : { kind: 'space', text: gap });
      at = space;
      continue;
    }
    at = scanStretch({ text, small, from: at }, tokens);
  }
}

/** Reads on to the next white space, or past an atom that holds some. */
function scanStretch(
  { text, small, from }: { text: string; small: string; from: number },
  tokens: Token[],
): number {
  const to = endOf(stretch, text, from);
  const atoms = atomStretch(small, from, to);
  let at = from;
  while (at < to) {
    const atom = atoms ? atomEnd(atoms, at) : 0;
    const whole = atom || endOf(word, small, at);
    const end = whole || endOf(escapedMark, text, at) || at + 1;
    tokens.push({ kind: atom ? 'atom' : whole ? 'word' : 'punctuation', text: text.slice(at, end) });
    at = end;
  }
  return at;
}
