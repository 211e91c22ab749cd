/** The titles of two documents: compared with one another, or with the block that stands in for one. */
import type { RawChange } from '../model/change.ts';
import { typographicallyEqual } from '../text/fold.ts';
import type { Budget } from './budget.ts';
import type { Passage } from './passages.ts';
import { compareTexts } from './texts.ts';
import type { PlainDocument } from './variables.ts';

export interface Titled extends Pick<PlainDocument, 'title'> {
  readonly passages: readonly Passage[];
}

export interface Titles {
  readonly a: readonly Passage[];
  readonly b: readonly Passage[];
  readonly changes: readonly ((budget: Budget) => RawChange)[];
}

/**
 * A title is compared with the title. Where one side has none and its first block says the same, that block is its
 * title, published as a mere heading or paragraph.
 */
export function pairTitles(a: Titled, b: Titled): Titles {
  const passagesA = a.passages;
  const passagesB = b.passages;
  if (a.title === b.title) return { a: passagesA, b: passagesB, changes: [] };
  const standsIn = (title: string | undefined, first: Passage | undefined): first is Passage =>
    title !== undefined &&
    first !== undefined &&
    first.text.length < 2 * title.length &&
    typographicallyEqual(title, first.text);
  const [firstA, firstB] = [passagesA[0], passagesB[0]];
  if (b.title === undefined && standsIn(a.title, firstB)) {
    const change = titleAsBlock('b', a.title ?? '', firstB);
    return { a: passagesA, b: passagesB.slice(1), changes: [change] };
  }
  if (a.title === undefined && standsIn(b.title, firstA)) {
    const change = titleAsBlock('a', b.title ?? '', firstA);
    return { a: passagesA.slice(1), b: passagesB, changes: [change] };
  }
  return {
    a: passagesA,
    b: passagesB,
    changes: [(budget) => fieldChange('title', a.title, { b: b.title, budget })],
  };
}

function titleAsBlock(side: 'a' | 'b', title: string, passage: Passage): (budget: Budget) => RawChange {
  return (budget) => {
    const [a, b] = side === 'a' ? [passage.text, title] : [title, passage.text];
    const place = { block: passage.block };
    const field = { column: 'title' };
    return {
      kind: 'block-changed',
      address: side === 'a' ? { a: place, b: field } : { a: field, b: place },
      a: [a],
      b: [b],
      sentences: compareTexts([a], [b], budget),
      roles: [
        { what: 'role', a: side === 'a' ? passage.role : 'title', b: side === 'a' ? 'title' : passage.role },
      ],
    };
  };
}

export function fieldChange(
  name: string,
  a: string | undefined,
  { b, budget }: { b: string | undefined; budget: Budget },
): RawChange {
  return {
    kind: 'field',
    address: {
      ...(a === undefined ? {} : { a: { column: name } }),
      ...(b === undefined ? {} : { b: { column: name } }),
    },
    ...(a === undefined ? {} : { a }),
    ...(b === undefined ? {} : { b }),
    sentences: compareTexts(a === undefined ? [] : [a], b === undefined ? [] : [b], budget),
  };
}
