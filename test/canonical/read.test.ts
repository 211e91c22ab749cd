import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { formatDocument } from '../../src/canonical/format.ts';
import { readCanonical } from '../../src/canonical/read.ts';
import { document } from './arbitraries.ts';

const schema = 'charter.schema.json';

describe('the fast reader', () => {
  test.prop([document], { numRuns: 1000 })('reads back every document that was formatted', (original) => {
    expect(readCanonical(formatDocument(original, { schema }))?.document).toEqual(original);
  });
});
