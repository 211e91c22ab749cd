/** What hosting sites are given: comments, annotations and reports that hold what their formats ask for. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Review, ReviewFinding } from '../../src/model/review.ts';
import { type ReviewFormat, reviewRenderers } from '../../src/present/review-renderers.ts';
import type { ReviewOptions } from '../../src/present/review-view.ts';
import { emptyReview, exampleReview } from './review-example.ts';

const options: ReviewOptions = { language: 'fr', width: 80, color: false, all: false };
const reviews: readonly (readonly [string, () => Promise<Review>])[] = [
  ['full of attacks', exampleReview],
  ['empty', emptyReview],
];

async function render(
  format: ReviewFormat,
  review: Review,
  given: Partial<ReviewOptions> = {},
): Promise<string> {
  return (await reviewRenderers[format]())(review, { ...options, ...given });
}

/** Relative addresses, which zod takes for whole ones, are looked at by themselves. */
function schemaOf(name: string): z.ZodType {
  const text = readFileSync(new URL(`schemas/${name}.json`, import.meta.url), 'utf8');
  return z.fromJSONSchema(
    JSON.parse(text, (key, value) => (key === 'format' && value === 'uri-reference' ? undefined : value)),
  );
}

/** So many portals of which each says something of its own. */
async function manyPortals(count: number): Promise<Review> {
  const review = await exampleReview();
  const [first] = review.findings.filter(({ charter, fails }) => charter === 'normandie' && fails);
  if (!first) throw new Error('The example fails by nothing.');
  const findings = Array.from({ length: count }, (_, index): ReviewFinding => {
    const charter = `portail-${index}`;
    const { change } = first;
    return {
      ...first,
      id: index.toString(16).padStart(64, '0'),
      charter,
      place: { ...first.place, file: `charters/${charter}.yaml` },
      ...(change ? { change: { ...change, fingerprint: index.toString(16).padStart(64, '0') } } : {}),
    };
  });
  return { ...review, findings };
}

describe('the comment in Markdown', () => {
  test('begins with the hidden mark, the verdict and what the request is', async () => {
    const [mark, , title, , request] = (
      await render('markdown', await exampleReview(), { language: 'en' })
    ).split('\n');
    expect(mark).toBe('<!-- charter-review -->');
    expect(title).toBe('### Charter review: cannot be merged as it is');
    expect(request).toMatch(/^\*\*Mixed: .*\.\*\*$/);
  });

  test('offers the reviewer a choice and the author a command', async () => {
    const text = await render('markdown', await manyPortals(1));
    expect(text).toContain('- **Relecture**\u00a0: ');
    expect(text).toMatch(/- \*\*Auteur\*\*\u00a0: `charter accept [0-9a-f]{6} --reason "…"`/);
  });

  test('lists every decision before the findings, with who brought it in', async () => {
    const text = await render('markdown', await exampleReview());
    const [decisions, failing] = [text.indexOf('Décisions de cette demande'), text.indexOf('Ce qui empêche')];
    expect(decisions).toBeGreaterThan(0);
    expect(failing).toBeGreaterThan(decisions);
    expect(text.slice(decisions, failing)).toContain('décision apportée par Zoé');
    expect(text.slice(decisions, failing)).toContain('désormais sans effet');
  });

  test('names file, line, rule and reference of what fails', async () => {
    const review = await manyPortals(1);
    const [{ place, rule, reference } = review.findings[0] as ReviewFinding] = review.findings;
    const row = (await render('markdown', review)).split('\n').find((line) => line.includes('portail-0'));
    for (const part of [`${place.file}:${place.line}`, rule, reference]) expect(row).toContain(part);
  });

  test.each([100, 5000])(
    'of %i findings is short enough for a comment, and counts what it leaves out',
    async (count) => {
      const text = await render('markdown', await manyPortals(count), { language: 'en' });
      expect(Buffer.byteLength(text)).toBeLessThan(65_536);
      const shown = text.match(/^\| \*\*portail-/gm)?.length ?? 0;
      const left = Number(/(\d+) more findings? (?:is|are) left out/.exec(text)?.[1] ?? 0);
      expect(shown + left).toBe(count);
      expect(left > 0).toBe(count > 1000);
      expect(text).toContain('- **Author**: ');
    },
  );

  test('folds what passes, and rows beyond the first dozen, in parts that are closed again', async () => {
    const text = await render('markdown', await manyPortals(40), { language: 'en' });
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    expect(text.slice(0, text.indexOf('<details>')).match(/^\| \*\*portail-/gm)).toHaveLength(12);
    expect(text).toContain('<summary>28 more findings</summary>');
  });

  test('says which charters say what is published already, where others do not', async () => {
    const text = await render('markdown', await exampleReview(), { language: 'en' });
    expect(text).toContain('- published already, as the added capture shows: normandie\n');
    expect(text).toContain('- proposed, in no added capture: hostile\n');
  });

  test('tells of a difference once, whatever else differs in the portals that have it', async () => {
    const review = await exampleReview();
    const [one, two] = review.findings.filter(({ change, charter }) => change && charter === 'normandie');
    if (!one || !two) throw new Error('The example lacks two changes.');
    const findings = [
      ...['a', 'b', 'c'].map((charter) => ({ ...one, id: `1${charter}`, charter })),
      { ...two, id: '2', charter: 'a' },
    ];
    const text = await render('markdown', { ...review, findings }, { language: 'en', all: true });
    expect(text.match(new RegExp(`<code>${one.reference}</code> \\|`, 'g'))).toHaveLength(1);
    expect(text).toContain('a, b and c, alike');
  });

  test('has rows of as many cells as their head, whatever a text holds', async () => {
    const rows = (await render('markdown', await exampleReview(), { all: true }))
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) expect(row.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(5);
  });
});

describe('the annotations for GitHub', () => {
  test('name file, line, rule and reference, and escape what would end them', async () => {
    const review = await manyPortals(1);
    const [first] = review.findings;
    if (!first) throw new Error('The example fails by nothing.');
    const place = { file: 'charters/a,b:c%d.yaml', line: 7 };
    const [line = ''] = (await render('github', { ...review, findings: [{ ...first, place }] })).split('\n');
    expect(line).toMatch(/^::error file=charters\/a%2Cb%3Ac%25d\.yaml,line=7,title=[^:]*::portail-0/);
    expect(line).toContain(`(${first.rule})`);
    expect(line).toContain(`%0Acharter accept ${first.reference} --reason`);
  });

  test('are ten of a kind at most, and the last tells how many more there are', async () => {
    const lines = (await render('github', await manyPortals(37), { language: 'en' })).split('\n');
    const errors = lines.filter((line) => line.startsWith('::error'));
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)).toBe('::error::28 more findings are left out here: charter review main --all');
    expect(lines.some((line) => line.startsWith('Result: cannot be merged as it is'))).toBe(true);
  });

  test('tell of portals that change alike once, and name the command for all of them', async () => {
    const review = await manyPortals(12);
    const [first] = review.findings;
    const alike = review.findings.map((one) => ({
      ...one,
      ...(first?.change ? { change: first.change } : {}),
    }));
    const lines = (await render('github', { ...review, findings: alike }, { language: 'en' })).split('\n');
    expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(1);
    expect(lines[0]).toContain("--portals '*'");
  });

  test('of an empty review are none, and what it is stands in the log', async () => {
    expect(await render('github', await emptyReview(), { language: 'en' })).toBe(
      'Nothing here concerns the charters\nResult: may be merged\n',
    );
  });
});

describe('the Code Quality report for GitLab', () => {
  test.each(reviews)('follows its format: %s', async (_name, open) => {
    const report = JSON.parse(await render('gitlab', await open(), { all: true }));
    expect(schemaOf('code-quality').safeParse(report).error?.issues ?? []).toEqual([]);
    expect(schemaOf('code-quality').safeParse([{ description: 'x' }]).success).toBe(false);
  });

  test('has a fingerprint of its own for each finding, which no line changes', async () => {
    const review = await exampleReview();
    const printsOf = async (of: Review): Promise<string[]> =>
      JSON.parse(await render('gitlab', of, { all: true })).map(
        ({ fingerprint }: { readonly fingerprint: string }) => fingerprint,
      );
    const prints = await printsOf(review);
    const moved = review.findings.map((one) => ({ ...one, place: { ...one.place, line: 999 } }));
    expect(new Set(prints).size).toBe(review.findings.length);
    expect(await printsOf({ ...review, findings: moved })).toEqual(prints);
  });

  test('holds what fails and what is to be looked at, and what passes only where all is wanted', async () => {
    const review = await exampleReview();
    const report: readonly { readonly severity: string }[] = JSON.parse(await render('gitlab', review));
    const lacking = review.findings.filter(({ fails, severity }) => fails || severity !== 'note');
    expect(report).toHaveLength(lacking.length);
    expect(report.filter(({ severity }) => severity === 'critical')).toHaveLength(
      review.findings.filter(({ fails }) => fails).length,
    );
  });
});

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly baselineState: string;
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly status: string; readonly justification: string }[];
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  }[];
}

function runOf(text: string): {
  readonly results: readonly SarifResult[];
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly translations: readonly { readonly language: string; readonly rules: readonly object[] }[];
} {
  return JSON.parse(text).runs[0];
}

describe('the SARIF of a review', () => {
  test.each(reviews)('follows its published schema: %s', async (_name, open) => {
    const schema = schemaOf('sarif-2.1.0-rtm.5');
    const log = JSON.parse(await render('sarif', await open(), { all: true }));
    expect(schema.safeParse(log).error?.issues ?? []).toEqual([]);
    expect(schema.safeParse({ ...log, extra: 1 }).success).toBe(false);
    expect(schema.safeParse({ ...log, runs: [{ results: log.runs[0].results }] }).success).toBe(false);
  });

  test('explains every rule that it names, in both languages', async () => {
    const { results, tool, translations } = runOf(await render('sarif', await exampleReview()));
    const { rules } = tool.driver;
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(translations.map(({ language }) => language)).toEqual(['en']);
    expect(translations[0]?.rules).toHaveLength(rules.length);
  });

  test('marks what was agreed as suppressed with its reason, and what the policy refuses as rejected', async () => {
    const review = await exampleReview();
    const agreed = review.findings.find(({ ruling }) => ruling === 'agreed');
    if (!agreed) throw new Error('The example agrees to nothing.');
    const findings = [agreed, { ...agreed, id: 'f'.repeat(64), ruling: 'self-agreed' as const, fails: true }];
    const { results } = runOf(await render('sarif', { ...review, findings }));
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'inSource', status: 'rejected', justification: 'Voulu' }],
      [{ kind: 'inSource', status: 'accepted', justification: 'Voulu' }],
    ]);
  });

  test('names files by relative addresses that nothing in a name can turn into others', async () => {
    const review = await manyPortals(1);
    const [first] = review.findings;
    if (!first) throw new Error('The example fails by nothing.');
    const table = [
      ['charters/a b#c?.yaml', 'charters/a%20b%23c%3F.yaml'],
      ['javascript:alert(1)', 'javascript%3Aalert%281%29'],
      ['charters/é\ud800.yaml', 'charters/%C3%A9%EF%BF%BD.yaml'],
    ] as const;
    for (const [file, uri] of table) {
      const findings = [{ ...first, place: { file, line: 1 } }];
      const { results } = runOf(await render('sarif', { ...review, findings }));
      expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
    }
  });

  test('tells apart what is new from what was there', async () => {
    const review = await manyPortals(2);
    const findings = review.findings.map((one, index) => ({ ...one, isNew: index === 0 }));
    const { results } = runOf(await render('sarif', { ...review, findings }));
    expect(results.map(({ baselineState }) => baselineState).sort()).toEqual(['new', 'unchanged']);
  });

  test('has no link and no place for a value in a message', async () => {
    const review = await exampleReview();
    const { results } = runOf(await render('sarif', review, { all: true }));
    const texts = results.map(({ message }) => message.text);
    expect(texts.some((text) => text.includes('javascript:alert'))).toBe(true);
    for (const text of texts) expect(text).not.toMatch(/(?<!\\)\](?=\()|(?<!\{)\{\d+\}/);
  });
});
