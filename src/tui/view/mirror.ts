/** A change seen from its other side, so that one way of excerpting serves both. */
import type { Change, Edit, WordOp } from '../../model/change.ts';

export function mirrorChange({ a, b, ...change }: Change): Change {
  return {
    ...change,
    ...(b === undefined ? {} : { a: b }),
    ...(a === undefined ? {} : { b: a }),
    address: {
      ...(change.address.b ? { a: change.address.b } : {}),
      ...(change.address.a ? { b: change.address.a } : {}),
    },
    words: change.words.map(mirrorWord),
    edits: change.edits.map(mirrorEdit),
  };
}

function mirrorWord(word: WordOp): WordOp {
  if (word.op === 'equal') return word;
  return { ...word, op: word.op === 'insert' ? 'delete' : 'insert' };
}

function mirrorEdit({ a, b, ...edit }: Edit): Edit {
  return { ...edit, ...(b === undefined ? {} : { a: b }), ...(a === undefined ? {} : { b: a }) };
}
