import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Media } from '../../src/capture/reading.ts';
import { type Segment, writeSegments } from '../../src/capture/segments.ts';
import type { Block, Charter, CookieTable } from '../../src/model/charter.ts';
import { renderCharterHtml } from '../../src/present/charter-html.ts';
import { renderCharterMarkdown } from '../../src/present/charter-markdown.ts';
import { renderCharterText } from '../../src/present/charter-text.ts';
import { type InlineNode, parseInline } from '../../src/text/inline.ts';
import { contents, readText } from './charter-examples.ts';

const tricky = [
  'cookie',
  'Durée',
  'l’utilisateur',
  '«\u00a0tiers\u00a0»',
  '_ga',
  '_ga_*',
  '__utma__',
  '_pk_id.*',
  '<ID>',
  'a_b',
  'cookies_preferences',
  '*',
  '**',
  '_',
  '`',
  '``',
  '\\',
  '\\*',
  '|',
  '#',
  '##',
  '-',
  '+',
  '>',
  '1.',
  '12)',
  '=',
  '---',
  '~~~',
  '[x]',
  '](y)',
  '![z]',
  '<br>',
  '</p>',
  '&amp;',
  '&nbsp;',
  'R&D',
  '{{url}}',
  'https://a.example/b_c?d=e',
  'x*y*z',
  'a.',
  'B)',
  '…',
  '12 mois',
  'http:',
  '"mot"',
  "d'un",
  '§',
  'été',
  '_hs',
  'to_',
  '_x_y_',
];
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...tricky) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
);
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((parts) =>
  parts
    .join(' ')
    .replace(/[\p{Cc}\p{Co}\p{Cs}\u2028\u2029\ufffd]/gu, '')
    .replace(/\s+/g, (run) => (run.includes('\u00a0') ? run : ' ')),
);
const link = fc.constantFrom(
  'https://a.example/',
  'https://b.example/x_y?a=1&b=(2)',
  'mailto:a@b.example',
  '/pages/c*d/',
);
const segment: fc.Arbitrary<Segment> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ value: words, strong: fc.boolean(), emphasis: fc.boolean() })
      .map((marks) => ({ kind: 'text', ...marks }) as const),
  },
  {
    weight: 1,
    arbitrary: words.map((value) => ({ kind: 'code', value: value.replace(/[`\s]+/g, '') || 'c' }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'break', value: '\n' } as const) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(words, link)
      .map(([value, target]) => ({ kind: 'text', value, link: { target } }) as const),
  },
  {
    weight: 1,
    arbitrary: link.map((target) => ({ kind: 'text', value: target, link: { target } }) as const),
  },
);
/** Begins with a letter and ends like a sentence, so that it is a paragraph in every medium. */
const text = fc
  .array(segment, { minLength: 1, maxLength: 5 })
  .map((parts) =>
    writeSegments([{ kind: 'text', value: 'Ce ' }, ...parts, { kind: 'text', value: ' fin.' }]),
  );
const shortText = fc
  .array(segment, { minLength: 1, maxLength: 2 })
  .map((parts) => writeSegments([...parts, { kind: 'text', value: ' x' }]));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ role: fc.constant('paragraph' as const), text }),
  fc.record({ role: fc.constant('heading' as const), level: fc.integer({ min: 2, max: 6 }), text }),
  text.map((value) => ({ role: 'heading' as const, text: value })),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean(), text).map(([depth, ordered, value]) => ({
    role: 'item' as const,
    depth,
    ...(ordered ? { ordered: true as const } : {}),
    text: value,
  })),
);
const table: fc.Arbitrary<CookieTable> = fc
  .record({
    heads: fc.subarray(['Prestataire', 'Durée', 'Finalités', 'Catégorie'], { minLength: 1 }),
    rows: fc.array(fc.array(shortText, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
    caption: fc.option(shortText, { nil: undefined }),
  })
  .map(({ heads, rows, caption }) => {
    const keys: Record<string, string> = {
      Prestataire: 'provider',
      Durée: 'duration',
      Finalités: 'purpose',
      Catégorie: 'category',
    };
    const columns = [
      { key: 'name', head: 'Nom du cookie' },
      ...heads.map((head) => ({ key: keys[head] ?? '', head })),
    ];
    return {
      id: 'cookies',
      ...(caption === undefined ? {} : { caption }),
      columns,
      rows: rows.map((cells, index) => ({ cells: [`name_${index}`, ...cells.slice(0, heads.length)] })),
    };
  });

const charter: fc.Arbitrary<Charter> = fc
  .record({ title: text, blocks: fc.array(block, { minLength: 1, maxLength: 6 }), table })
  .map(({ title, blocks, table: cookies }) => {
    let depth = 0;
    const body = blocks.map((item): Block => {
      depth = item.role === 'item' ? Math.min(item.depth, depth + 1) : 0;
      return item.role === 'item' ? { ...item, depth } : item;
    });
    return {
      ...bare,
      title,
      body: [...body, { role: 'table', table: cookies.id }],
      tables: [cookies],
    };
  });

const bare: Charter = {
  kind: 'charter',
  id: 'portal',
  language: 'fr',
  variables: {},
  repairs: [],
  decisions: [],
  title: 'Charte',
  body: [],
  tables: [],
};

const media: [Media, (charter: Charter) => string][] = [
  ['text/markdown', renderCharterMarkdown],
  ['text/html', renderCharterHtml],
];

describe.each(media)('written as %s', (as, render) => {
  test.prop([charter], { numRuns: 300 })('any charter is read back as itself', async (made) => {
    const back = await readText(render(made), { as });
    expect(contents(back, made.body)).toEqual(contents(made));
  });

  test.each([
    ['code after a backtick of the text', 'Ce ```to_\\*cookie`\nfin.'],
    ['code after a backslash and a backtick', 'Ce \\\\\\``to_\\*cookie` fin.'],
  ])('%s keeps its letters', async (_, value) => {
    const body: Block[] = [{ role: 'paragraph', text: value }];
    const made: Charter = { ...bare, body };
    expect(contents(await readText(render(made), { as }), body)).toEqual(contents(made));
  });

  test.each(['__utma__x\\*y\\*z', '_ga_*', 'a_b\\*c\\*'])(
    'a cell with the name %s keeps its letters',
    async (value) => {
      const columns = [
        { key: 'name', head: 'Nom du cookie' },
        { key: 'purpose', head: 'Finalités' },
      ];
      const table = {
        id: 'cookies',
        columns,
        rows: [{ cells: [value, 'x'] }, { cells: ['b', `${value} x`] }],
      };
      const made: Charter = { ...bare, body: [{ role: 'table', table: table.id }], tables: [table] };
      expect(contents(await readText(render(made), { as }))).toEqual(contents(made));
    },
  );

  test.prop([charter], { numRuns: 50 })('its form is recognised without being told', async (made) => {
    expect((await readText(render(made))).media).toBe(as);
  });
});

test.prop([charter], { numRuns: 200 })('written as text, no word is lost', (made) => {
  const rendered = renderCharterText(made);
  const texts = [
    made.title ?? '',
    ...made.body.map((item) => (item.role === 'table' ? '' : item.text)),
    ...made.tables.flatMap((cookies) => cookies.rows.flatMap((row) => row.cells)),
  ];
  for (const one of texts)
    for (const token of leaves(parseInline(one)).match(/[\p{L}\p{N}_]+/gu) ?? [])
      expect(rendered).toContain(token);
});

function leaves(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => ('children' in node ? leaves(node.children) : 'value' in node ? node.value : ''))
    .join(' ');
}
