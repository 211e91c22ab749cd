import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Review } from '../../src/model/review.ts';
import { reviewRenderers } from '../../src/present/review-renderers.ts';
import type { ReviewOptions } from '../../src/present/review-view.ts';
import { sanitise } from '../../src/text/sanitise.ts';
import { displayWidth } from '../../src/text/width.ts';
import { attacks, emptyReview, exampleReview } from './review-example.ts';

const options: ReviewOptions = { language: 'fr', width: 80, color: false, all: false };
const reviews: readonly (readonly [string, () => Promise<Review>])[] = [
  ['full of attacks', exampleReview],
  ['empty', emptyReview],
];

function schemaOf(name: string): { readonly $defs: object } {
  return JSON.parse(readFileSync(new URL(`../../src/present/${name}.schema.json`, import.meta.url), 'utf8'));
}

describe('the JSON of a review', () => {
  test.each(reviews)('follows its schema, which knows no more: %s', async (_name, open) => {
    const own = schemaOf('review');
    const $defs = { ...schemaOf('diff').$defs, ...schemaOf('drift').$defs, ...own.$defs };
    const whole = JSON.stringify({ ...own, $defs });
    const schema = z.fromJSONSchema(JSON.parse(whole.replace(/"[a-z]+\.schema\.json#/g, '"#')));
    const data = JSON.parse((await reviewRenderers.json())(await open(), options));
    expect(schema.safeParse(data).error?.issues ?? []).toEqual([]);
    expect(schema.safeParse({ ...data, extra: 1 }).success).toBe(false);
  });

  test('holds every text as it is, and no character that a terminal obeys', async () => {
    const review = await exampleReview();
    const json = (await reviewRenderers.json())(review, options);
    expect(JSON.parse(json).findings.map(({ after }: { readonly after?: string }) => after)).toEqual(
      review.findings.map(({ after }) => after),
    );
    expect(json.replaceAll('\n', '')).toBe(sanitise(json.replaceAll('\n', '')));
  });
});

describe.each(['text', 'accessible'] as const)('the output %s of a review', (format) => {
  test.each(reviews)('says the verdict in both languages, and obeys no charter: %s', async (_name, open) => {
    const render = await reviewRenderers[format]();
    const review = await open();
    for (const [language, verdict] of [
      ['fr', review.verdict.passes ? 'peut être fusionnée' : "ne peut pas être fusionnée en l'état"],
      ['en', review.verdict.passes ? 'may be merged' : 'cannot be merged as it is'],
    ] as const) {
      const text = render(review, { ...options, language });
      expect(text).toContain(verdict);
      for (const line of text.split('\n')) expect(line).toBe(sanitise(line));
    }
  });
});

describe('the text of a review', () => {
  test.each([60, 80, 120])('fits %i columns', async (width) => {
    const text = (await reviewRenderers.text())(await exampleReview(), { ...options, width, all: true });
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  test('lists the decisions before all findings, with who brought them in, whatever is folded', async () => {
    const text = (await reviewRenderers.text())(await exampleReview(), { ...options, language: 'en' });
    const [decisions, failing] = [
      text.indexOf('Decisions in this request'),
      text.indexOf('Keeps it from being merged'),
    ];
    expect(decisions).toBeGreaterThan(0);
    expect(failing).toBeGreaterThan(decisions);
    expect(text.slice(decisions, failing).replace(/\s+/g, ' ')).toContain(
      `by Zoé ${attacks.html} in cccccccc`,
    );
  });

  test('tells of portals that change alike once, and folds form', async () => {
    const review = await exampleReview();
    const alike = review.findings
      .filter(({ charter }) => charter === 'normandie')
      .flatMap((finding) => ['one', 'two', 'three'].map((charter) => ({ ...finding, charter })));
    const text = (await reviewRenderers.text())(
      { ...review, findings: alike },
      { ...options, language: 'en' },
    );
    expect(text).toContain('one, two and three, alike');
    expect(text.match(/le portail utilise/g)).toHaveLength(1);
  });
});
