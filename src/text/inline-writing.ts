/** Writes texts of the inline dialect, so that what was written reads back as the same tree. */
import { parseInline } from './inline.ts';

/** A node without offsets, for building texts. */
export type InlineContent =
  | { readonly kind: 'text' | 'code'; readonly value: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'emphasis' | 'strong'; readonly children: readonly InlineContent[] }
  | {
      readonly kind: 'link';
      readonly target: string;
      readonly auto: boolean;
      readonly children: readonly InlineContent[];
    };

/** Writes the dialect, escaping only where the plain characters would read as markup. */
export function formatInline(nodes: readonly InlineContent[]): string {
  const light = nodes.map((node) => formatNode(node, false)).join('');
  return shape(parseInline(light)) === shape(nodes)
    ? light
    : nodes.map((node) => formatNode(node, true)).join('');
}

function formatNode(node: InlineContent, escaped: boolean): string {
  switch (node.kind) {
    case 'text':
      return escaped ? node.value.replace(/[\\*`[\]<]/g, '\\$&') : node.value;
    case 'break':
      return '\n';
    case 'code': {
      const longest = (node.value.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
      const pad = /^`|`$|^ .* $/.test(node.value) ? ' ' : '';
      return '`'.repeat(longest + 1) + pad + node.value + pad + '`'.repeat(longest + 1);
    }
    case 'link': {
      if (node.auto) return `<${node.target}>`;
      const label = node.children.map((child) => formatNode(child, escaped)).join('');
      return `[${label}](${encodeSpaces(node.target).replace(/[()\\]/g, '\\$&')})`;
    }
    default: {
      const mark = node.kind === 'strong' ? '**' : '*';
      return mark + node.children.map((child) => formatNode(child, escaped)).join('') + mark;
    }
  }
}

function encodeSpaces(target: string): string {
  return target.replace(/\s/g, (space) => encodeURIComponent(space));
}

/** A tree's comparable shape, adjacent texts joined. */
function shape(nodes: readonly InlineContent[]): string {
  let out = '';
  let open = false;
  for (const node of nodes) {
    if (node.kind === 'text') {
      if (node.value === '') continue;
      out += open ? node.value : `t${node.value}`;
      open = true;
      continue;
    }
    open = false;
    out += `\u0001${node.kind}`;
    if (node.kind === 'code') out += node.value;
    if (node.kind === 'link') out += `${node.auto}${encodeSpaces(node.target)}`;
    if ('children' in node) out += `\u0002${shape(node.children)}\u0003`;
  }
  return out;
}
