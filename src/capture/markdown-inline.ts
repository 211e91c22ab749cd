/** Inline Markdown to segments; inline HTML acts where its tags are known and is text where they are not. */
import type * as Mdast from 'mdast';
import { linkTarget, losesTarget, type Segment } from './segments.ts';

export type Parse = (source: string) => Mdast.Root;

export interface InlineWalk {
  /** Puts back what the shield of cookie names set aside. */
  readonly restore: (text: string) => string;
  readonly definitions: ReadonlyMap<string, string>;
}

/** A text that is no block of its own, such as a cell; `look` sees its tree. */
export function inlineOf(
  parse: Parse,
  source: string,
  {
    restore,
    look,
  }: { readonly restore: (text: string) => string; readonly look?: (root: Mdast.Root) => void },
): Segment[] {
  // A full stop before keeps the cell's own first characters from being read as a list, a heading or a quotation.
  const guard = '.';
  const root = parse(guard + source.replace(/\n/g, ' '));
  look?.(root);
  const first = root.children[0];
  if (first?.type !== 'paragraph') return [{ kind: 'text', value: restore(source) }];
  const segments = inlineSegments(first.children, { restore, definitions: new Map() });
  const [head, ...rest] = segments;
  return head === undefined ? [] : [{ ...head, value: head.value.slice(guard.length) }, ...rest];
}

type Marks = Pick<Segment, 'strong' | 'emphasis' | 'link'>;

const htmlTag = /^<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>$/i;
const knownTags = new Set(
  'a abbr b bdi bdo big br center cite code del dfn div em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p q s samp small span strike strong sub sup table tbody td th thead time tr tt u ul var wbr'.split(
    ' ',
  ),
);

export function inlineSegments(nodes: readonly Mdast.PhrasingContent[], walk: InlineWalk): Segment[] {
  const out: Segment[] = [];
  collect(nodes, {}, { ...walk, out });
  return out;
}

function collect(
  nodes: readonly Mdast.PhrasingContent[],
  outer: Marks,
  walk: InlineWalk & { readonly out: Segment[] },
): void {
  let marks = outer;
  for (const node of nodes) {
    if (node.type === 'html') marks = htmlMarks(walk.restore(node.value), { outer, marks, out: walk.out });
    else if ('children' in node) collect(node.children, { ...marks, ...marksOf(node, walk) }, walk);
    else walk.out.push(...leaf(node, marks, walk));
  }
}

function marksOf(node: Mdast.PhrasingContent, walk: InlineWalk): Marks {
  switch (node.type) {
    case 'emphasis':
      return { emphasis: true };
    case 'strong':
      return { strong: true };
    case 'link':
      return { link: linkTarget(walk.restore(node.url)) };
    case 'linkReference':
      return { link: linkTarget(walk.restore(walk.definitions.get(node.identifier) ?? '')) };
    default:
      return {};
  }
}

function leaf(node: Mdast.PhrasingContent, marks: Marks, { restore }: InlineWalk): Segment[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', value: restore(node.value), ...marks }];
    case 'inlineCode':
      return [{ kind: 'code', value: restore(node.value), ...marks }];
    case 'break':
      return [{ kind: 'break', value: '\n' }];
    case 'image':
    case 'imageReference':
      return node.alt ? [{ kind: 'text', value: restore(node.alt), ...marks }] : [];
    default:
      return [];
  }
}

/** Inline HTML in Markdown: known tags act, anything else (`<ID>`) is a placeholder and stays as text. */
function htmlMarks(value: string, at: { outer: Marks; marks: Marks; out: Segment[] }): Marks {
  const [, slash, rawName = '', attributes = ''] = htmlTag.exec(value) ?? [];
  const name = rawName.toLowerCase();
  if (value.startsWith('<!--')) return at.marks;
  if (!knownTags.has(name) || (rawName !== name && name !== 'br')) {
    at.out.push({ kind: 'text', value, ...at.marks });
    return at.marks;
  }
  if (name === 'br') at.out.push({ kind: 'break', value: '\n' });
  const closing = slash === '/';
  if (name === 'b' || name === 'strong')
    return { ...at.marks, strong: closing ? at.outer.strong === true : true };
  if (name === 'i' || name === 'em')
    return { ...at.marks, emphasis: closing ? at.outer.emphasis === true : true };
  if (name === 'a') return { ...at.marks, link: closing ? at.outer.link : linkTarget(hrefOf(attributes)) };
  return at.marks;
}

function hrefOf(attributes: string): string {
  const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
  return href?.[1] ?? href?.[2] ?? href?.[3] ?? '';
}

/** Targets that the links below a node cannot keep. */
export function lostTargets(
  root: Mdast.Root,
  restore: InlineWalk['restore'],
): { readonly target: string; readonly line: number }[] {
  const found: { target: string; line: number }[] = [];
  const queue: Mdast.Nodes[] = [...root.children];
  for (const node of queue) {
    const raw = targetOf(node);
    const target = raw === undefined ? '' : restore(raw);
    if (losesTarget(target)) found.push({ target, line: node.position?.start.line ?? 1 });
    if ('children' in node) for (const child of node.children) queue.push(child);
  }
  return found;
}

function targetOf(node: Mdast.Nodes): string | undefined {
  if (node.type === 'link' || node.type === 'definition') return node.url;
  return node.type === 'html' && /^<a\s[^<>]*>$/i.test(node.value) ? hrefOf(node.value.slice(2)) : undefined;
}
