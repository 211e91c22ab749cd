import { describe, expect, it } from 'vitest';
import { formatJsonSchema } from '../../src/canonical/json-schema.ts';

describe('charters/charter.schema.json', () => {
  it('is what the code gives; after a change of the schema, renew it with `npm run schema`', async () => {
    await expect(formatJsonSchema()).toMatchFileSnapshot('../../charters/charter.schema.json');
  });

  it('explains every key to the person who writes one', () => {
    const { anyOf } = JSON.parse(formatJsonSchema());
    for (const kind of anyOf) {
      expect(kind.description).toMatch(/\.$/);
      for (const [key, value] of Object.entries(kind.properties))
        expect(value, key).toHaveProperty('description');
    }
  });
});
