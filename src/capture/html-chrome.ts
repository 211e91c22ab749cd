/** What in an HTML page is not its text: the site around the main part, menus, hidden parts, controls; all of it is recorded. */
import type * as Hast from 'hast';
import type { Log } from './reading.ts';

/** The one `main` (or `role=main`, else the one `article`) that holds text; the body where there is none or several. */
export function mainOf(body: Hast.Element): Hast.Element {
  for (const fits of [isMain, (node: Hast.Element): boolean => node.tagName === 'article']) {
    const found = elements(body, fits);
    const only = found.length === 1 ? found[0] : undefined;
    if (only !== undefined && textOf(only).trim().length > 80) return only;
  }
  return body;
}

function isMain(node: Hast.Element): boolean {
  return node.tagName === 'main' || node.properties['role'] === 'main';
}

export function elements(root: Hast.Element, fits: (node: Hast.Element) => boolean): Hast.Element[] {
  const found: Hast.Element[] = [];
  const queue: Hast.Element[] = [root];
  for (const node of queue)
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      if (fits(child)) found.push(child);
      else queue.push(child);
    }
  return found;
}

/** All words below a node; blocks and breaks part them. */
export function textOf(node: Hast.Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inner = node.children.map(textOf).join('');
  return node.type === 'element' && !inlineNames.has(node.tagName) ? ` ${inner} ` : inner;
}

export function noteOutside(node: Hast.Element, main: Hast.Element, log: Log): void {
  for (const child of node.children) {
    if (child === main) continue;
    const holds = child.type === 'element' && elements(child, (inner) => inner === main).length > 0;
    if (holds && child.type === 'element') noteOutside(child, main, log);
    else note(child, log, child.type === 'element' ? child.tagName : 'text');
  }
}

export function note(node: Hast.Nodes, log: Log, subject: string): void {
  const before = wordsOf(node);
  if (before !== '' && /[\p{L}\p{N}]/u.test(before))
    log.repairs.push({ rule: 'chrome-removed', line: lineOf(node), subject, before });
}

function wordsOf(node: Hast.Nodes): string {
  return textOf(node)
    .replace(/[ \t\n\r\f]+/g, ' ')
    .trim();
}

/** What a page crosses out, it does not say. */
export function isStruck(node: Hast.Element): boolean {
  const style = node.properties['style'];
  return (
    /^(?:del|s|strike)$/.test(node.tagName) ||
    (typeof style === 'string' && /text-decoration(?:-line)?\s*:[^;]*line-through/i.test(style))
  );
}

export function noteStruck(node: Hast.Element, log: Log): void {
  const before = wordsOf(node);
  if (before !== '') log.repairs.push({ rule: 'struck-removed', line: lineOf(node), before });
}

export function lineOf(node: Hast.Nodes): number {
  return node.position?.start.line ?? 1;
}

export const inlineNames = new Set(
  'a abbr acronym b bdi bdo big br button cite code data del dfn em font i img ins kbd label mark meter nobr output picture q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const chromeNames = new Set(
  'nav footer button dialog noscript input audio video canvas map progress menu'.split(' '),
);
const chromeRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'button',
  'toolbar',
]);

/** Why an element is not part of the text, if it is not. */
export function chromeOf(node: Hast.Element, inHeading: boolean): string | undefined {
  const { properties, tagName } = node;
  const style = typeof properties['style'] === 'string' ? properties['style'] : '';
  const hidden = properties['ariaHidden'];
  if (properties['hidden'] || hidden === 'true') return 'hidden';
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return 'hidden';
  // The titles of folded sections are often buttons.
  if (tagName === 'button' && inHeading) return undefined;
  if (chromeNames.has(tagName)) return tagName;
  if (tagName === 'aside' && isShort(node)) return 'aside';
  if (tagName === 'header' && elements(node, (inner) => inner.tagName === 'h1').length === 0) return 'header';
  const role = properties['role'];
  return typeof role === 'string' && chromeRoles.has(role) ? role : undefined;
}

function isShort(node: Hast.Element): boolean {
  return textOf(node).length < 400 && elements(node, (inner) => inner.tagName === 'table').length === 0;
}
