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

const wordPattern =
  `(?:aujourd|prud|quelqu)['’](?:hui|hom[${letters}]+|une?s?)(?![${wordCharacters}])` +
  `|(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|nell|all|sull|dall)['’](?=[${letters}«"“*_])` +
  `|[${ideographs}]|[${wordCharacters}]+(?:['’\\u2010\\u2011-][${wordCharacters}]+)*|[\\ud800-\\udbff][\\udc00-\\udfff]`;
const restPattern = '\\\\[!-/:-@[-`{-~]|[^]';

/** Groups: 1 an atom, 2 an elision, an ideograph or a word; else punctuation. */
const atomScanner = new RegExp(`(${atomPattern})|(${wordPattern})|${restPattern}`, 'iy');
/** The same where no atom can stand, much simpler to begin. */
const wordScanner = new RegExp(`()(${wordPattern})|${restPattern}`, 'iy');

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

/** What every atom that begins in a stretch without spaces holds. */
const atomSign = /[\d_@{]|[.:/]\S/;
const stretch = /\S+/y;
const spaces = /\s+/y;
const digitAhead = /\s+\d/y;

function scanTokens(text: string, tokens: Token[]): void {
  let at = 0;
  while (at < text.length) {
    const word = matchAt(plainWord, text, at);
    if (word) {
      tokens.push({ kind: 'word', text: word[0] }, oneSpace);
      at += word[0].length + 1;
      continue;
    }
    const space = matchAt(spaces, text, at);
    if (space) {
      tokens.push(space[0] === ' ' ? oneSpace : { kind: 'space', text: space[0] });
      at += space[0].length;
      continue;
    }
    at = scanStretch(text, at, tokens);
  }
}

/** Reads on to the next white space, or past an atom that holds some. */
function scanStretch(text: string, from: number, tokens: Token[]): number {
  const whole = matchAt(stretch, text, from)?.[0] ?? '';
  const end = from + whole.length;
  const scanner = atomSign.test(whole) || matchAt(digitAhead, text, end) ? atomScanner : wordScanner;
  let at = from;
  while (at < end) {
    const match = matchAt(scanner, text, at);
    if (!match) break;
    const kind = match[1] ? 'atom' : match[2] ? 'word' : 'punctuation';
    tokens.push({ kind, text: match[0] });
    at += match[0].length;
  }
  return at;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const oneSpace: Token = { kind: 'space', text: ' ' };
