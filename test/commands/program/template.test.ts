/** Golden transcripts of a template built from the published charters. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Place } from './transcript.ts';

const commands: readonly (readonly [name: string, line: string])[] = [
  ['template-infer', 'template infer normandie cooracenormandie pays-de-la-loire performance-dataunedic'],
  ['template-infer-one', 'template infer noisylegrand --name noisy --dry-run'],
  ['template-infer-dry-run', 'template infer --name shared-fr --dry-run'],
  ['template-infer-unknown', 'template infre'],
  ['help-template', 'help template'],
];

let place: Place;
beforeAll(() => {
  place = new Place().withCharters();
});
afterAll(() => place.remove());

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test.each(commands)('%s', async (name, line) => {
    const text = place.transcript(`${line} --lang ${language}`, { env: { COLUMNS: '80' } });
    await expect(text).toMatchFileSnapshot(`../golden/${name}.${language}.txt`);
  });
});
