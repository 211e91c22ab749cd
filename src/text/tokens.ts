/** Cuts a text into tokens that, joined, are the text: what the word diff compares. */
import { atomPattern } from './atoms.ts';
import { type InlineNode, parseInline } from './inline.ts';

export type TokenKind = 'word' | 'space' | 'punctuation' | 'atom' | 'markup';

export interface Token {
  readonly kind: TokenKind;
  /** As it stands in the source, escapes included. */
  readonly text: string;
}

const scanner = new RegExp(
  [
    '(?<space>\\s+)',
    `(?<atom>${atomPattern})`,
    "(?<elision>(?:aujourd|prud|quelqu)['’](?:hui|hom\\p{L}+|une?s?)(?![\\p{L}\\p{N}])" +
      '|(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|nell|all|sull|dall)[\'’](?=[\\p{L}«"“*_]))',
    '(?<ideograph>[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}])',
    "(?<word>[\\p{L}\\p{M}\\p{N}]+(?:['’\\u2010\\u2011-][\\p{L}\\p{M}\\p{N}]+)*)",
    '(?<escape>\\\\[!-/:-@[-`{-~])',
    '(?<other>.)',
  ].join('|'),
  'giuys',
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

function scanTokens(text: string, tokens: Token[]): void {
  scanner.lastIndex = 0;
  for (let match = scanner.exec(text); match !== null; match = scanner.exec(text)) {
    const groups = match.groups ?? {};
    const kind = groups['space']
      ? 'space'
      : groups['atom']
        ? 'atom'
        : groups['elision'] || groups['word'] || groups['ideograph']
          ? 'word'
          : 'punctuation';
    tokens.push({ kind, text: match[0] });
    if (scanner.lastIndex >= text.length) break;
  }
}
