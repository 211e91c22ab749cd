import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { formatDocument } from '../../src/canonical/format.ts';
import { openDocument } from '../../src/canonical/open.ts';
import { parseDocument } from '../../src/canonical/parse.ts';
import { createPool, readCanonical } from '../../src/canonical/read.ts';
import { document, fileEdit } from './arbitraries.ts';

const schema = 'charter.schema.json';

describe('the two readers', () => {
  test.prop([document], { numRuns: 1000 })('give back every document that was formatted', (original) => {
    const text = formatDocument(original, { schema });
    expect(readCanonical(text)?.document).toEqual(original);
    const parsed = parseDocument(text);
    expect(parsed.problems).toEqual([]);
    expect(parsed.document).toEqual(original);
    expect(parsed.canonical).toBe(true);
  });

  test.prop([document], { numRuns: 300 })('put every place in the data on the same line', (original) => {
    const text = formatDocument(original, { schema });
    const fast = [...(readCanonical(text)?.lines ?? [])];
    expect(fast).toEqual([...parseDocument(text).lines]);
  });

  test.prop([document], { numRuns: 300 })('write what they read in the same bytes', async (original) => {
    const text = formatDocument(original, { schema });
    const opened = await openDocument(text);
    expect(opened.document && formatDocument(opened.document, { schema })).toBe(text);
  });

  test.prop([document, fileEdit], { numRuns: 1000 })(
    'are not misled by what was read before',
    (original, edit) => {
      const text = formatDocument(original, { schema });
      const edited = edit(text);
      const pool = createPool();
      for (const one of [text, edited, text, edited]) {
        const read = readCanonical(one, pool);
        const anew = readCanonical(one);
        expect(read?.document).toEqual(anew?.document);
        expect([...(read?.lines ?? [])]).toEqual([...(anew?.lines ?? [])]);
      }
    },
  );

  test.prop([document, fileEdit], { numRuns: 2000 })(
    'agree wherever the fast one accepts',
    (original, edit) => {
      const text = edit(formatDocument(original, { schema }));
      const fast = readCanonical(text);
      const full = parseDocument(text);
      expect(full.canonical).toBe(fast !== undefined);
      if (fast) expect(full.document).toEqual(fast.document);
    },
  );
});
