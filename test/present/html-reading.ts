/** Reads a page as a parser, an eye and a voice do; a page that has to be put right fails. */
import { createHash } from 'node:crypto';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect } from 'vitest';

/** Fails on whatever a parser has to put right. */
export function parse(html: string): Root {
  const errors: string[] = [];
  const root = fromHtml(html, { onerror: (error) => void errors.push(`${error.line}: ${error.ruleId}`) });
  expect(errors).toEqual([]);
  return root;
}

export function all(node: Nodes, wanted: (element: Element) => boolean): Element[] {
  const own = node.type === 'element' && wanted(node) ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => all(child, wanted))] : own;
}

export function named(node: Nodes, ...names: readonly string[]): Element[] {
  return all(node, ({ tagName }) => names.includes(tagName));
}

export function withClass(node: Nodes, name: string): Element[] {
  return all(node, ({ properties }) => [properties['className']].flat().includes(name));
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** What a voice says: all but what is hidden from it. */
export function spoken(node: Nodes): string {
  if (node.type === 'element' && node.properties['ariaHidden'] === 'true') return '';
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(spoken).join('') : '';
}

export function only<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined || list.length !== 1) throw new Error(`${list.length} found`);
  return one;
}

/** Every id once, every link to one of them. */
export function checkLinks(root: Root): void {
  const ids = all(root, ({ properties }) => properties['id'] !== undefined).map(
    ({ properties }) => properties['id'],
  );
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set(ids);
  for (const { properties } of named(root, 'a')) {
    const href = String(properties['href']);
    expect(href).toMatch(/^#[A-Za-z0-9_-]+$/);
    expect(known).toContain(href.slice(1));
  }
  for (const { properties } of all(root, ({ properties: own }) => own['ariaLabelledBy'] !== undefined))
    for (const id of [properties['ariaLabelledBy']].flat()) expect(known).toContain(id);
}

/** Names of all elements and attributes that a text could bring in. */
export function shapeOf(html: string): ReadonlySet<string> {
  const elements = all(parse(html), () => true);
  return new Set(
    elements.flatMap(({ tagName, properties }) => [
      tagName,
      ...Object.keys(properties).map((key) => `@${key}`),
    ]),
  );
}

/** Asks for nothing, runs nothing, and says its language. */
export function checkAlone(html: string, language: string): void {
  const root = parse(html);
  expect(only(named(root, 'html')).properties['lang']).toBe(language);
  const style = textOf(only(named(root, 'style')));
  const digest = createHash('sha256').update(style).digest('base64');
  const policy = named(root, 'meta').find(({ properties }) => properties['httpEquiv'] !== undefined);
  expect(policy?.properties['content']).toBe(
    `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
  );
  expect(named(root, 'script', 'link', 'img', 'iframe', 'object', 'form', 'base')).toEqual([]);
  expect(
    all(root, ({ properties }) => Object.keys(properties).some((key) => /^(?:on|style$|src)/.test(key))),
  ).toEqual([]);
  expect(style).not.toMatch(/url\(|@import|<|\r/);
  expect(html).not.toMatch(/\S +\n|undefined|NaN|\[object/);
  checkLinks(root);
}
