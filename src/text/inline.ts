/**
 * The inline dialect of charter texts: a small part of Markdown in which `_` is never markup, so that cookie
 * names stay whole. Offsets point into the source, and formatting what was parsed gives an equal tree.
 */

import { createFinder, type Finder, lastUpTo, matching } from './inline-partners.ts';

export type InlineNode =
  | { readonly kind: 'text'; readonly value: string; readonly from: number; readonly to: number }
  | { readonly kind: 'break'; readonly from: number; readonly to: number }
  | { readonly kind: 'code'; readonly value: string; readonly from: number; readonly to: number }
  | {
      readonly kind: 'link';
      readonly target: string;
      /** Written `<target>`; it has one text child. */
      readonly auto: boolean;
      readonly children: readonly InlineNode[];
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'emphasis' | 'strong';
      readonly children: readonly InlineNode[];
      readonly from: number;
      readonly to: number;
    };

type Draft = {
  /** Levels of emphasis inside. */
  depth?: number;
  node?: InlineNode;
  stars?: number;
  opens?: boolean;
  closes?: boolean;
  from: number;
  to: number;
};

const sign = /[\n`<[*\\]/g;
const punctuation = /[!-/:-@[-`{-~]/;
const autolink =
  /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@](?=[^\s<>@]+>)[^\s<>@]*?\.[^\s<>@]+|\{\{[a-z][a-z0-9-]*\}\})>/iy;
/** Emphasis and links nested deeper stay plain characters, and so do all `*` of a text with more pieces than this. */
const maxDepth = 16;
const maxDrafts = 4000;

/** Reads `*em*`, `**strong**`, `` `code` ``, `[text](target)`, `<target>`, `\*` escapes, and `\n` as a hard break. */
export function parseInline(source: string): InlineNode[] {
  return parseRange(createFinder(source), 0, source.length, 0);
}

function parseRange(finder: Finder, start: number, end: number, depth: number): InlineNode[] {
  const { source } = finder;
  const drafts: Draft[] = [];
  let text = '';
  let textFrom = start;
  let index = start;
  function flush(): void {
    if (text !== '')
      drafts.push({
        node: { kind: 'text', value: text, from: textFrom, to: index },
        from: textFrom,
        to: index,
      });
    text = '';
  }
  function place(draft: Draft): void {
    flush();
    drafts.push(draft);
    index = draft.to;
    textFrom = index;
  }
  while (index < end) {
    const next = nextSign(source, index, end);
    if (next > index) {
      if (text === '') textFrom = index;
      text += source.slice(index, next);
      index = next;
      continue;
    }
    const char = source.charAt(index);
    const special = readSpecial(finder, { index, end, depth });
    if (special) {
      place({ node: special, from: index, to: special.to });
    } else if (char === '*') {
      place(readStars(source, index, start, end));
    } else if (char === '\\' && index + 1 < end && punctuation.test(source.charAt(index + 1))) {
      if (text === '') textFrom = index;
      text += source.charAt(index + 1);
      index += 2;
    } else {
      if (text === '') textFrom = index;
      text += char;
      index += 1;
    }
  }
  flush();
  return pairStars(drafts);
}

/** Where the first character stands that may be more than itself. */
function nextSign(source: string, from: number, end: number): number {
  sign.lastIndex = from;
  return sign.test(source) ? Math.min(sign.lastIndex - 1, end) : end;
}

function readSpecial(
  finder: Finder,
  at: { index: number; end: number; depth: number },
): InlineNode | undefined {
  const { index, end, depth } = at;
  const { source } = finder;
  const char = source.charAt(index);
  if (char === '\n') return { kind: 'break', from: index, to: index + 1 };
  if (char === '`') return readCode(finder, index, end);
  if (char === '<') {
    autolink.lastIndex = index;
    const target = autolink.exec(source)?.[1];
    if (target === undefined || index + target.length + 2 > end) return undefined;
    const to = index + target.length + 2;
    const label: InlineNode = { kind: 'text', value: target, from: index + 1, to: to - 1 };
    return { kind: 'link', target, auto: true, children: [label], from: index, to };
  }
  return char === '[' && depth < maxDepth ? readLink(finder, at) : undefined;
}

function readCode({ source, runs }: Finder, from: number, end: number): InlineNode | undefined {
  const { ends, starts } = runs();
  const run = lastUpTo(starts.all, from);
  const ticks = Math.min(ends[run] ?? from, end);
  const size = ticks - from;
  const closers = starts.ofSize.get(size) ?? [];
  const close = closers[lastUpTo(closers, ticks) + 1];
  if (close === undefined || close + size > end) return undefined;
  const raw = source.slice(ticks, close);
  const padded = raw.startsWith(' ') && raw.endsWith(' ') && raw.trim() !== '';
  return { kind: 'code', value: padded ? raw.slice(1, -1) : raw, from, to: close + size };
}

function readLink(finder: Finder, at: { index: number; end: number; depth: number }): InlineNode | undefined {
  const { source } = finder;
  const close = matching(finder.brackets(), at.index, at.end);
  if (close < 0 || source.charAt(close + 1) !== '(') return undefined;
  if (source.slice(at.index, close).includes('](')) return undefined;
  const paren = matching(finder.parentheses(), close + 1, at.end);
  if (paren < 0) return undefined;
  const raw = source.slice(close + 2, paren);
  if (/\s/.test(raw)) return undefined;
  const children = parseRange(finder, at.index + 1, close, at.depth + 1);
  if (holdsLink(children)) return undefined;
  return {
    kind: 'link',
    target: raw.replace(/\\([!-/:-@[-`{-~])/g, '$1'),
    auto: false,
    children,
    from: at.index,
    to: paren + 1,
  };
}

function holdsLink(nodes: readonly InlineNode[]): boolean {
  return nodes.some((node) => node.kind === 'link' || ('children' in node && holdsLink(node.children)));
}

function readStars(source: string, from: number, start: number, end: number): Draft {
  let to = from;
  while (to < end && source.charAt(to) === '*') to += 1;
  const before = from > start ? source.charAt(from - 1) : ' ';
  const after = to < end ? source.charAt(to) : ' ';
  const wordInside = /[\w.]/.test(before) && /[\w.]/.test(after) && (/_/.test(before) || /_/.test(after));
  const spaced = { before: /\s/.test(before), after: /\s/.test(after) };
  const signs = { before: isSign(before), after: isSign(after) };
  const left = !spaced.after && (!signs.after || spaced.before || signs.before);
  const right = !spaced.before && (!signs.before || spaced.after || signs.after);
  return { stars: to - from, opens: left && !wordInside, closes: right && !wordInside, from, to };
}

/** Punctuation or a symbol; the pattern of Unicode is slow to ready and seldom wanted. */
function isSign(char: string): boolean {
  if (char < '\u0080') return punctuation.test(char);
  if (/[«»\u2010-\u2027]/.test(char)) return true;
  return !/[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/.test(char) && /[\p{P}\p{S}]/u.test(char);
}

/** CommonMark's delimiter runs, for `*` of one or two. */
function pairStars(drafts: Draft[]): InlineNode[] {
  if (drafts.length > maxDrafts) return joinTexts(drafts.map(draftNode));
  for (let closer = 1; closer < drafts.length; closer += 1) {
    const close = drafts[closer];
    if (!close?.stars || !close.closes) continue;
    let opener = closer - 1;
    while (opener >= 0 && !(drafts[opener]?.stars && drafts[opener]?.opens)) opener -= 1;
    const open = drafts[opener];
    if (opener < 0 || !open?.stars || opener === closer - 1) continue;
    const depth = 1 + Math.max(...drafts.slice(opener + 1, closer).map((inner) => inner.depth ?? 0));
    if (depth > maxDepth) break;
    const size = open.stars >= 2 && close.stars >= 2 ? 2 : 1;
    const children = drafts.slice(opener + 1, closer).map(draftNode);
    const from = open.to - size;
    const to = close.from + size;
    const node: InlineNode = {
      kind: size === 2 ? 'strong' : 'emphasis',
      children: joinTexts(children),
      from,
      to,
    };
    const kept: Draft[] = [{ node, depth, from, to }];
    if (open.stars > size) kept.unshift({ ...open, stars: open.stars - size, to: from });
    if (close.stars > size) kept.push({ ...close, stars: close.stars - size, from: to });
    drafts.splice(opener, closer - opener + 1, ...kept);
    closer = opener;
  }
  return joinTexts(drafts.map(draftNode));
}

function draftNode(draft: Draft): InlineNode {
  return draft.node ?? { kind: 'text', value: '*'.repeat(draft.stars ?? 0), from: draft.from, to: draft.to };
}

function joinTexts(nodes: readonly InlineNode[]): InlineNode[] {
  const joined: InlineNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.kind === 'text' && last?.kind === 'text' && last.to === node.from) {
      joined[joined.length - 1] = {
        kind: 'text',
        value: last.value + node.value,
        from: last.from,
        to: node.to,
      };
    } else joined.push(node);
  }
  return joined;
}

/** The words without markup: links by their label, breaks as `\n`. */
export function plainText(source: string): string {
  return /[*`[<\\]/.test(source) ? nodesText(parseInline(source)) : source;
}

export function nodesText(nodes: readonly InlineNode[]): string {
  let out = '';
  for (const node of nodes) {
    if (node.kind === 'break') out += '\n';
    else if (node.kind === 'text' || node.kind === 'code') out += node.value;
    else out += nodesText(node.children);
  }
  return out;
}
