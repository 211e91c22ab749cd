/** The whole texts of a difference, and what differs between them. */
import type { Change, SideValue } from '../model/change.ts';
import type { ReviewFinding, Segment } from '../model/review.ts';

/** Before and after rebuild from the segments. */
export function textsOf(change: Change): Pick<ReviewFinding, 'before' | 'after' | 'segments'> {
  const before = textOf(change.a);
  const after = textOf(change.b);
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    segments: change.words.length > 0 ? ofWords(change) : ofSides(before, after),
  };
}

function textOf(side: SideValue | undefined): string | undefined {
  if (side === undefined || typeof side === 'string') return side;
  return isTexts(side) ? side.join('\n\n') : Object.values(side).join(' · ');
}

function isTexts(side: SideValue): side is readonly string[] {
  return Array.isArray(side);
}

function ofWords({ words }: Change): Segment[] {
  const segments: Segment[] = [];
  for (const { op, text } of words) {
    const last = segments.at(-1);
    if (last?.op === op) segments[segments.length - 1] = { op, text: last.text + text };
    else segments.push({ op, text });
  }
  return segments;
}

function ofSides(before: string | undefined, after: string | undefined): Segment[] {
  return [
    ...(before === undefined || before === '' ? [] : [{ op: 'delete' as const, text: before }]),
    ...(after === undefined || after === '' ? [] : [{ op: 'insert' as const, text: after }]),
  ];
}
