import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { parse, stringify } from 'yaml';
import { formatDocument } from '../../src/canonical/format.ts';
import { parseDocument } from '../../src/canonical/parse.ts';
import { document, portableDocument } from './arbitraries.ts';

const schema = 'charter.schema.json';

/** The same data with the keys of every map the other way round. */
function turned(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(turned);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([key, value]) => [key, turned(value)]),
  );
}

const styles = {
  'double quotes': { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 },
  'double quotes over several lines': { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 40 },
  'single quotes': { defaultStringType: 'QUOTE_SINGLE', lineWidth: 0 },
  'flow collections': { collectionStyle: 'flow', defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 },
  'deeper indentation': { indent: 7, defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 },
} as const;

describe('a document is the same in any YAML that says the same', () => {
  for (const [name, style] of Object.entries(styles)) {
    test.prop([portableDocument], { numRuns: 300 })(name, (original) => {
      const data: unknown = parse(formatDocument(original, { schema }));
      const parsed = parseDocument(stringify(turned(data), { ...style, aliasDuplicateObjects: false }));
      expect(parsed.problems).toEqual([]);
      expect(parsed.document).toEqual(original);
    });
  }

  test.prop([document], { numRuns: 300 })('a general YAML reader sees the same values', (original) => {
    const text = formatDocument(original, { schema });
    expect(parse(text, { version: '1.1', schema: 'yaml-1.1' })).toEqual(parse(text));
  });
});
