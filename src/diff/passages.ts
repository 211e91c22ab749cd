/** The text blocks of a body as one flat sequence, each with its place and role. */

import type { RoleChange } from '../model/change.ts';
import type { TextBlock } from '../model/charter.ts';
import type { PlainDocument } from './variables.ts';

export interface Passage {
  /** Index in the body. */
  readonly block: number;
  readonly role: TextBlock['role'] | 'title';
  readonly level?: number;
  readonly depth?: number;
  readonly ordered?: true;
  readonly text: string;
}

/** Kept as long as the document is. */
const passagesIn = new WeakMap<PlainDocument, readonly Passage[]>();

export function passagesOf(document: PlainDocument): readonly Passage[] {
  let passages = passagesIn.get(document);
  if (!passages) {
    passages = readPassages(document);
    passagesIn.set(document, passages);
  }
  return passages;
}

function readPassages(document: PlainDocument): Passage[] {
  const passages: Passage[] = [];
  document.body.forEach((block, index) => {
    if (block.role !== 'table') passages.push(passageOf(block, index));
  });
  return passages;
}

export function passageOf(block: TextBlock, index: number): Passage {
  const { role, text } = block;
  switch (role) {
    case 'heading':
      return block.level === undefined
        ? { block: index, role, text }
        : { block: index, role, text, level: block.level };
    case 'item':
      return block.ordered
        ? { block: index, role, text, depth: block.depth, ordered: true }
        : { block: index, role, text, depth: block.depth };
    default:
      return { block: index, role, text };
  }
}

/**
 * What sets two passages apart besides their words. A heading without a level was inferred from plain text, where
 * headings and paragraphs look alike, so the two are not told apart.
 */
export function roleChanges(a: Passage, b: Passage): RoleChange[] {
  if (a.role !== b.role) {
    const inferred = [a, b].some((passage) => passage.role === 'heading' && passage.level === undefined);
    const paragraph = [a, b].some((passage) => passage.role === 'paragraph');
    return inferred && paragraph ? [] : [{ what: 'role', a: a.role, b: b.role }];
  }
  const changes: RoleChange[] = [];
  if (a.level !== undefined && b.level !== undefined && a.level !== b.level) {
    changes.push({ what: 'level', a: String(a.level), b: String(b.level) });
  }
  if (a.depth !== b.depth) changes.push({ what: 'depth', a: String(a.depth), b: String(b.depth) });
  if (a.role === 'item' && a.ordered !== b.ordered) {
    changes.push({
      what: 'order',
      a: a.ordered ? 'ordered' : 'unordered',
      b: b.ordered ? 'ordered' : 'unordered',
    });
  }
  return changes;
}
