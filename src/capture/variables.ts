/** Finds the portal's own address in its text, as published; where several could be it and nothing tells, none is taken. */
import type { Block, Template, TextBlock } from '../model/charter.ts';
import { isAddress } from '../text/addresses.ts';
import { type InlineNode, nodesText, parseInline, plainText } from '../text/inline.ts';

export interface Addresses {
  /** The portal's own address; absent where none or several stand in its place. */
  readonly url?: string;
  /** Those that could be meant, where more than one could. */
  readonly rivals: readonly string[];
}

interface AddressOptions {
  readonly template?: Template | undefined;
  readonly page?: string | undefined;
}

interface Candidate {
  readonly value: string;
  /** What the words before it say, folded. */
  readonly context: string;
}

const bare = /(?:https?:\/\/|www\.)[^\s<>()"«»]*[^\s<>()"«».,;:!?]/i;

/** Candidates stand alone in a paragraph, or in a heading; the page's host decides first, then the template's place. */
export function findAddress(body: readonly Block[], { template, page }: AddressOptions): Addresses {
  const candidates = candidatesOf(body);
  const host = page === undefined ? undefined : hostOf(page);
  const own =
    host === undefined
      ? []
      : [...candidates, ...everyLink(body)].filter(
          ({ value }) =>
            comparable(value) === comparable(page ?? '') || (hostOf(value) === host && isRoot(value)),
        );
  if (own[0] !== undefined) return { url: own[0].value, rivals: [] };
  const distinct = distinctOf(candidates);
  if (distinct.length <= 1)
    return { ...(distinct[0] === undefined ? {} : { url: distinct[0].value }), rivals: [] };
  const placed = template === undefined ? [] : distinctOf(inTemplatePlace(candidates, template));
  if (placed.length === 1 && placed[0] !== undefined) return { url: placed[0].value, rivals: [] };
  return { rivals: distinct.map(({ value }) => value) };
}

function candidatesOf(body: readonly Block[]): Candidate[] {
  const found: Candidate[] = [];
  let before = '';
  for (const block of body) {
    if (block.role === 'table') continue;
    const plain = plainText(block.text).trim();
    const links = block.role === 'heading' ? linksOf(block) : aloneIn(block);
    for (const value of links)
      found.push({ value, context: fold(block.role === 'heading' ? plain : before) });
    before = plain;
  }
  return found;
}

/** The one address that a paragraph consists of. */
function aloneIn(block: TextBlock): string[] {
  const nodes = parseInline(block.text).filter((node) => node.kind !== 'text' || node.value.trim() !== '');
  const [node] = nodes;
  if (nodes.length !== 1 || node === undefined || block.role !== 'paragraph') return [];
  if (node.kind === 'link') return isAddress(nodesText(node.children).trim()) ? webOnly(node.target) : [];
  return node.kind === 'text' && isAddress(node.value.trim()) ? webOnly(node.value.trim()) : [];
}

function webOnly(value: string): string[] {
  return /^[a-z][a-z0-9+.-]*:(?!\/\/)|@/i.test(value) || value.startsWith('/') ? [] : [value];
}

function linksOf(block: TextBlock): string[] {
  const found: string[] = [];
  const visit = (nodes: readonly InlineNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'link') found.push(...webOnly(node.target));
      else if (node.kind === 'text') found.push(...(bare.exec(node.value) ?? []));
      else if ('children' in node) visit(node.children);
    }
  };
  visit(parseInline(block.text));
  return found.filter((value) => /^(?:https?:\/\/|www\.|[\w-]+\.)/i.test(value));
}

function everyLink(body: readonly Block[]): Candidate[] {
  return body.flatMap((block) =>
    block.role === 'table' ? [] : linksOf(block).map((value) => ({ value, context: '' })),
  );
}

function distinctOf(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Map<string, Candidate>();
  for (const candidate of candidates)
    if (!seen.has(comparable(candidate.value))) seen.set(comparable(candidate.value), candidate);
  return [...seen.values()];
}

/** Equal for addresses that differ by scheme, host's case or final slash. */
function comparable(value: string): string {
  const plain = value.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  return plain.replace(/^[^/]+/, (host) => host.toLowerCase());
}

function hostOf(value: string): string {
  return (comparable(value).split(/[/?#]/)[0] ?? '').replace(/:\d+$/, '');
}

function isRoot(value: string): boolean {
  return !comparable(value).includes('/');
}

/** Candidates that follow the words which the template has before its own address. */
function inTemplatePlace(candidates: readonly Candidate[], template: Template): Candidate[] {
  const places: string[] = [];
  let before = '';
  for (const block of template.body) {
    if (block.role === 'table') continue;
    const words = fold(plainText(block.text).replaceAll('{{url}}', ''));
    if (block.text.includes('{{url}}')) places.push(words === '' ? before : words);
    before = words;
  }
  return candidates.filter(({ value, context }) =>
    places.some((place) => context.replace(fold(value), '').startsWith(place)),
  );
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
