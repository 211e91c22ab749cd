/** What a charter holds means nothing to whoever is given an output of `review`: every format against every attack. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import type { CharterDocument } from '../../src/model/charter.ts';
import type { Review, ReviewedCharter } from '../../src/model/review.ts';
import { type ReviewFormat, reviewRenderers } from '../../src/present/review-renderers.ts';
import { sanitise } from '../../src/text/sanitise.ts';
import { attacks, exampleReview, hostileText } from './review-example.ts';

type Attack = keyof typeof attacks;
/** Who reads the output, and obeys what it takes for its own. */
type Reader = 'terminal' | 'site' | 'browser' | 'program' | 'spreadsheet' | 'runner';

const readers = {
  text: 'terminal',
  accessible: 'terminal',
  json: 'program',
  markdown: 'site',
  html: 'browser',
  csv: 'spreadsheet',
  github: 'runner',
  gitlab: 'program',
  sarif: 'program',
} as const satisfies Record<ReviewFormat, Reader>;

/** What must not be found in the output as it is written; `lines` are looked at one by one. */
interface Guard {
  readonly whole?: RegExp;
  readonly lines?: RegExp;
}

const tag = /<(?=[/!a-z])(?!(?:\/?(?:code|del|ins|br|details|summary|span)>|!-- charter-review -->$))/im;
const named = /@(?:admin|SUM)|(?<![&\\])#\d|repo\\?#\d/;
/** Of JSON that a page may hold: nothing begins a tag. */
const anyTag = /<[/!a-z]/i;

const guards: Readonly<Record<Attack, Readonly<Partial<Record<Reader, Guard>>>>> = {
  html: { site: { whole: tag }, browser: { whole: /<img/i }, program: { whole: anyTag } },
  script: { site: { whole: tag }, browser: { whole: /<\/?script/i }, program: { whole: anyTag } },
  mention: { site: { whole: named } },
  fence: { site: { lines: /^\s*(?:`{3}|~{3})|(?<!\\)`{3}/ }, browser: { whole: /<details>\s*</ } },
  marker: {
    site: { lines: /.<!--|<!--(?! charter-review -->$)/ },
    browser: { whole: /<!--/ },
    program: { whole: /<!--/ },
  },
  command: {
    terminal: { lines: /^\s*::|##\[/ },
    site: { lines: /^\s*::|##\[/ },
    browser: { lines: /^\s*::|##\[/ },
    program: { lines: /^\s*::|##\[/ },
    spreadsheet: { lines: /^\s*::|##\[/ },
    runner: { lines: /^\s*::(?!(?:error|warning|notice)(?: file=|::))|##\[/ },
  },
  formula: { spreadsheet: { whole: /(?:^|,)"?\s*[=+@-]/m } },
  formulas: { spreadsheet: { whole: /(?:^|,)"?\s*[=+@-]/m } },
  escape: everywhere(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/),
  bidi: everywhere(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f]/),
  link: { site: { whole: /(?<!\\)\]\(|https?:\/\// }, browser: { whole: /(?:href|src)="(?!#)/ } },
};

function everywhere(whole: RegExp): Record<Reader, Guard> {
  const guard = { whole };
  return { terminal: guard, site: guard, browser: guard, program: guard, spreadsheet: guard, runner: guard };
}

const formats = Object.keys(reviewRenderers) as ReviewFormat[];
const names = Object.keys(attacks) as Attack[];

const example = exampleReview();

/** The attack in every text: of portals, files, authors and references too, which no charter's own form lets through. */
async function attackedBy(attack: string): Promise<Review> {
  const review = await example;
  const [finding] = review.findings.filter(({ change, fails }) => change && fails);
  const [decided] = review.decisions;
  const [effect] = review.drift;
  if (!finding || !decided || !effect) throw new Error('The example lacks a part.');
  const place = { ...finding.place, file: attack, section: { id: attack }, cookie: attack };
  const { change, ...bare } = finding;
  const words = [{ op: 'insert' as const, text: attack, edit: 0 }];
  return {
    ...review,
    base: { ...review.base, revision: 'main' },
    findings: [
      ...review.findings,
      { ...bare, id: 'a1', charter: attack, place, after: attack, before: attack, segments: [] },
      { ...bare, id: 'a2', kind: 'drift', charter: attack, place, after: attack, segments: [] },
      ...(change
        ? [
            {
              ...finding,
              id: 'a3',
              charter: 'other',
              after: attack,
              change: { ...change, b: [attack], words },
            },
          ]
        : []),
    ],
    decisions: [
      ...review.decisions,
      {
        ...decided,
        portal: attack,
        decision: { ...decided.decision, reason: attack, by: attack },
        author: { name: attack, email: attack },
      },
    ],
    drift: [...review.drift, { ...effect, portal: attack, template: attack }],
    charters: [...review.charters, ...review.charters.slice(0, 1).flatMap((one) => aloneOf(one, attack))],
  };
}

/** Charters of which there is one text, and a file that is none; the attack stands at the start of every line. */
function aloneOf({ comparison, ...rest }: ReviewedCharter, attack: string): ReviewedCharter[] {
  if (!comparison) throw new Error('The example lacks a comparison.');
  const [table] = comparison.b.tables;
  if (!table) throw new Error('The example lacks a table.');
  const attacked = {
    ...table,
    caption: attack,
    columns: table.columns.map((column) => ({ ...column, head: attack })),
    rows: [{ cells: table.columns.map(() => attack) }],
  };
  const document: CharterDocument = {
    ...comparison.b,
    title: attack,
    language: attack,
    body: [
      { role: 'heading', text: attack },
      { role: 'paragraph', text: attack, variants: [attack] },
      { role: 'paragraph', text: '/close' },
      { role: 'item', depth: 1, text: attack },
      { role: 'table', table: table.id },
    ],
    tables: [attacked],
  };
  const alone = { side: 'after', document } as const;
  return [
    { ...rest, charter: attack, file: attack, status: 'added', alone },
    { ...rest, charter: 'broken', status: 'unreadable', alone, unread: attack },
  ];
}

describe.each(formats)('the output %s of a review', (format) => {
  test.each(names)('lets nothing through of: %s', async (name) => {
    const render = await reviewRenderers[format]();
    const guard = guards[name][readers[format]];
    for (const attack of [attacks[name], hostileText]) {
      const review = await attackedBy(attack);
      for (const all of [false, true]) {
        const written = render(review, { language: 'fr', width: 80, color: false, all }).replace(
          /^\ufeff/,
          '',
        );
        expect(written.length).toBeGreaterThan(100);
        if (guard?.whole) expect(written.replaceAll('\r\n', '\n')).not.toMatch(guard.whole);
        if (guard?.lines) for (const line of written.split('\n')) expect(line).not.toMatch(guard.lines);
        for (const line of written.split(/\r?\n/)) expect(line).toBe(sanitise(line));
      }
    }
  });

  test('shows the attack to its reader all the same', async () => {
    const render = await reviewRenderers[format]();
    const written = render(await example, { language: 'fr', width: 200, color: false, all: true });
    expect(written).toMatch(/onerror/);
  });
});

test('the comment holds its mark once, and no link, picture, code block or tag of a charter', async () => {
  const render = await reviewRenderers.markdown();
  const written = render(await attackedBy(hostileText), {
    language: 'fr',
    width: 80,
    color: false,
    all: true,
  });
  expect(written.split('<!-- charter-review -->')).toHaveLength(2);
  expect(written.split('\n').filter((line) => /^\s*\//.test(line))).toEqual([]);
  const kinds = new Set<string>();
  const waiting: Nodes[] = [fromMarkdown(written)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    kinds.add(node.type);
    if ('children' in node) waiting.push(...node.children);
  }
  for (const kind of ['link', 'image', 'code', 'definition', 'linkReference', 'thematicBreak'])
    expect(kinds).not.toContain(kind);
});
