/** Cuts a text into tokens that, joined, are the text: what the word diff compares. */
import { atomPattern } from './atoms.ts';
import { type InlineNode, parseInline } from './inline.ts';
import { ideographs, letters, wordCharacters } from './letters.ts';

export type TokenKind = 'word' | 'space' | 'punctuation' | 'atom' | 'markup';

export interface Token {
  readonly kind: TokenKind;
  /** As it stands in the source, escapes included. */
  readonly text: string;
}

/** Groups: 1 white space, 2 an atom, 3 an elision, an ideograph or a word; else punctuation. */
const scanner = new RegExp(
  [
    '(\\s+)',
    `(${atomPattern})`,
    `((?:aujourd|prud|quelqu)['’](?:hui|hom[${letters}]+|une?s?)(?![${wordCharacters}])` +
      `|(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|nell|all|sull|dall)['’](?=[${letters}«"“*_])` +
      `|[${ideographs}]|[${wordCharacters}]+(?:['’\\u2010\\u2011-][${wordCharacters}]+)*|[\\ud800-\\udbff][\\udc00-\\udfff])`,
    '\\\\[!-/:-@[-`{-~]',
    '.',
  ].join('|'),
  'iys',
);

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
const plainWord = /[A-Za-zÀ-ÖØ-öø-ÿœŒ]+(?= (?![\s\d]))/y;

function scanTokens(text: string, tokens: Token[]): void {
  let at = 0;
  while (at < text.length) {
    plainWord.lastIndex = at;
    const word = plainWord.exec(text);
    if (word !== null) {
      tokens.push({ kind: 'word', text: word[0] }, oneSpace);
      at += word[0].length + 1;
      continue;
    }
    scanner.lastIndex = at;
    const match = scanner.exec(text);
    if (match === null) break;
    tokens.push({ kind: kindOf(match), text: match[0] });
    at += match[0].length;
  }
}

const oneSpace: Token = { kind: 'space', text: ' ' };

function kindOf(match: RegExpExecArray): TokenKind {
  if (match[1] !== undefined) return 'space';
  if (match[2] !== undefined) return 'atom';
  return match[3] !== undefined ? 'word' : 'punctuation';
}
