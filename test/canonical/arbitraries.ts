/** Arbitrary documents, valid by construction and with the nastiest texts that a page or a person could hold. */
import fc from 'fast-check';
import { locateDocument } from '../../src/canonical/format.ts';
import {
  type Block,
  type Charter,
  type CharterDocument,
  type CookieTable,
  changeClasses,
  type Decision,
  type Repair,
  repairRules,
  type Template,
} from '../../src/model/charter.ts';

const pieces = [
  'Les cookies',
  'internes',
  'no',
  'y',
  'null',
  '~',
  '2026-11-21',
  '1e3',
  '0x1f',
  '12:30',
  'true',
  '#',
  ' # x',
  ': ',
  ':',
  '- ',
  '-',
  '? ',
  '"',
  "'",
  '« a »',
  '\u00a0',
  '\u202f',
  ' ',
  '  ',
  '\t',
  '\n',
  '\\',
  '\\\n',
  '. ',
  '.\u00a0',
  '.',
  '! ',
  '? A',
  '… Et',
  'M. Dupont',
  '{{url}}',
  '[a](https://b.fr)',
  '<https://a.fr>',
  '**gras**',
  '*',
  '&a',
  '!t',
  '|-',
  '>',
  '%',
  '@',
  '`c`',
  '{',
  '}',
  '[',
  ']',
  ',',
  '__utma__',
  '_ga_*',
  '\u202e',
  '\u200f',
  '\u2028',
  '\ufeff',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\u007f',
  '🍪',
  '👩‍💻',
  'مرحبا',
  '\ud800',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> x',
  '---',
  '...',
  'é',
  'e\u0301',
  '__proto__',
  'constructor',
  '\r',
  '\r\n',
  'A',
  'Un. Deux. Trois',
  '/',
  '=',
  '<<',
];

export const nastyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.string() },
);

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/),
  fc.constantFrom('no', 'y', 'on', 'constructor', 'level', 'line', 'name', 'provider', 'null'),
);
const day = fc
  .integer({ min: 0, max: 40000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const language = fc.constantFrom('fr', 'en', 'no', 'pt-BR', 'zh-Hant', 'und');

function optional<Key extends string, Value>(
  key: Key,
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<{ [name in Key]?: Value }> {
  return fc.option(value, { nil: undefined }).map((found) => {
    const data: { [name in Key]?: Value } = {};
    if (found !== undefined) data[key] = found;
    return data;
  });
}

function together<Parts extends object[]>(
  ...parts: { [Index in keyof Parts]: fc.Arbitrary<Parts[Index]> }
): fc.Arbitrary<object> {
  return fc.tuple(...parts).map((found) => Object.assign({}, ...found));
}

function textBlock(text: fc.Arbitrary<string>): fc.Arbitrary<Block> {
  return fc.oneof(
    together(
      fc.record({ role: fc.constant('heading'), text }),
      optional('level', fc.integer({ min: 1, max: 6 })),
    ),
    fc.record({ role: fc.constant('paragraph'), text }),
    together(
      fc.record({ role: fc.constant('item'), text, depth: fc.integer({ min: 1, max: 4 }) }),
      optional('ordered', fc.constant(true)),
    ),
  ) as fc.Arbitrary<Block>;
}

function tableOf(text: fc.Arbitrary<string>): fc.Arbitrary<Omit<CookieTable, 'id'>> {
  return fc.uniqueArray(name, { maxLength: 4 }).chain((keys) =>
    together(
      optional('caption', text),
      fc.record({
        columns: fc.tuple(...keys.map((key) => together(fc.constant({ key }), optional('head', text)))),
        rows: fc.array(
          fc.record({
            cells: fc.tuple(...keys.map(() => fc.oneof(text, fc.constant('')))),
          }),
          { maxLength: 4 },
        ),
      }),
    ),
  ) as fc.Arbitrary<Omit<CookieTable, 'id'>>;
}

interface Content {
  readonly body: readonly Block[];
  readonly tables: readonly CookieTable[];
}

/** Blocks and tables, every table placed once, somewhere. */
function contentOf(text: fc.Arbitrary<string>): fc.Arbitrary<Content> {
  return fc
    .record({
      blocks: fc.array(textBlock(text), { maxLength: 6 }),
      tables: fc.array(tableOf(text), { maxLength: 2 }),
      ids: fc.uniqueArray(id, { minLength: 2, maxLength: 2 }),
      places: fc.array(fc.nat(6), { minLength: 2, maxLength: 2 }),
    })
    .map(({ blocks, tables, ids, places }) => {
      const body = [...blocks];
      const placed = tables.map((table, index) => ({ id: ids[index] ?? 'x', ...table }));
      for (const [index, table] of placed.entries())
        body.splice(Math.min(places[index] ?? 0, body.length), 0, { role: 'table', table: table.id });
      return { body, tables: placed };
    });
}

function repairOf(text: fc.Arbitrary<string>): fc.Arbitrary<Repair> {
  return together(
    fc.record({ rule: fc.constantFrom(...repairRules) }),
    optional('line', fc.integer({ min: 1, max: 99_999 })),
    optional('subject', text),
    optional('before', text),
    optional('after', text),
  ) as fc.Arbitrary<Repair>;
}

/** Few of them, as properties on whole files take long enough. */
const place = fc.constantFrom('kinds', 'no', '_pk_id.*', '# x', ' : ', '2026-11-21');

function decisionOf(text: fc.Arbitrary<string>): fc.Arbitrary<Decision> {
  const filledText = text.filter((found) => found !== '');
  return together(
    fc.record({
      reference: fc.stringMatching(/^[0-9a-f]{12}$/),
      status: fc.constantFrom('agreed', 'to-fix'),
      class: fc.constantFrom(...changeClasses),
      on: day,
    }),
    optional('section', place),
    optional('cookies', fc.array(place, { minLength: 1, maxLength: 2 })),
    optional('column', place),
    optional('text', text),
    optional('reason', text),
    optional('by', filledText),
    optional('until', day),
  ) as fc.Arbitrary<Decision>;
}

function sourceOf(text: fc.Arbitrary<string>): fc.Arbitrary<object> {
  return together(
    optional(
      'page',
      text.filter((found) => found !== ''),
    ),
    fc.record({
      capture: fc.constantFrom('snapshots/a/2026-11-21.txt', 'snapshots/é à/1: b #.html'),
      captured: day,
      media: fc.constantFrom('text/plain', 'text/markdown', 'text/html'),
      sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
    }),
  );
}

function charterOf(text: fc.Arbitrary<string>): fc.Arbitrary<Charter> {
  return together(
    fc.record({
      kind: fc.constant('charter'),
      id,
      language,
      variables: fc.dictionary(
        name,
        text.filter((found) => found !== ''),
        { maxKeys: 3 },
      ),
      repairs: fc.array(repairOf(text), { maxLength: 2 }),
      decisions: fc.uniqueArray(decisionOf(text), { maxLength: 2, selector: (found) => found.reference }),
    }),
    optional('template', id),
    optional('title', text),
    optional('source', sourceOf(text)),
    contentOf(text),
  ) as fc.Arbitrary<Charter>;
}

function templateOf(text: fc.Arbitrary<string>): fc.Arbitrary<Template> {
  const templateText = text.map((found) => found.replaceAll('{{url}}', '{{portal}}'));
  return fc
    .record({
      base: together(
        fc.record({ kind: fc.constant('template'), id, language }),
        optional('title', templateText),
        contentOf(templateText),
      ),
      variables: fc.uniqueArray(name, { maxLength: 3 }),
      sections: fc.uniqueArray(
        fc.record({ id, label: fc.dictionary(language, templateText, { maxKeys: 2 }) }),
        { maxLength: 3, selector: (section) => section.id },
      ),
      variants: fc.array(templateText, { minLength: 1, maxLength: 2 }),
    })
    .map(({ base, variables, sections, variants }) => {
      const content = base as Content;
      const body = content.body.map((block, index) => ({
        ...block,
        ...(sections[index] ? { section: sections[index].id } : {}),
        ...(index === 1 ? { variants } : {}),
      }));
      return { ...base, body, sections, variables: [...new Set([...variables, 'portal'])] };
    }) as unknown as fc.Arbitrary<Template>;
}

function documentOf(text: fc.Arbitrary<string>): fc.Arbitrary<CharterDocument> {
  return fc.oneof(charterOf(text), templateOf(text));
}

export const document = documentOf(nastyText);

/** Documents that any YAML writer can write: no carriage returns, and nothing that wrapping could turn into a conflict mark. */
export const portableDocument = documentOf(nastyText.filter((text) => !/[\r<>=|]|\ud800/.test(text)));

/** A change to a file's bytes such as a person, an editor or an attacker makes; often leaves no valid file. */
export const fileEdit: fc.Arbitrary<(text: string) => string> = fc
  .record({
    line: fc.nat(),
    other: fc.nat(),
    at: fc.nat(),
    insert: fc.constantFrom(...pieces),
    kind: fc.nat(6),
  })
  .map(({ line, other, at, insert, kind }) => (text: string) => {
    const lines = text.split('\n');
    const index = line % lines.length;
    const chosen = lines[index] ?? '';
    const cut = at % (chosen.length + 1);
    if (kind === 0) lines.splice(index, 1);
    else if (kind === 1) lines.splice(index, 0, lines[other % lines.length] ?? '');
    else if (kind === 2) lines[index] = chosen.slice(0, cut) + insert + chosen.slice(cut);
    else if (kind === 3) lines[index] = chosen.slice(0, cut) + chosen.slice(cut + 1);
    else if (kind === 4) lines[index] = ` ${chosen}`;
    else if (kind === 5) lines[index] = chosen.replace(/^ /, '');
    else lines.length = index;
    return lines.join('\n');
  });

/** A document's file with comments (`#µ0`, `#µ1`, …) on lines of their own and at the ends of lines. */
export function commented(
  original: CharterDocument,
): fc.Arbitrary<{ document: CharterDocument; text: string }> {
  const { lines, marks } = locateDocument(original, { schema: 's.json' });
  const places = [...new Set(marks.values())];
  return fc
    .array(fc.record({ place: fc.nat(places.length - 1), after: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((wishes) => {
      const marked = [...lines];
      const ends = new Set<number>();
      for (const [index, { place, after }] of wishes.entries()) {
        const line = (places[place] ?? 1) - 1;
        if (after && ends.has(line)) continue;
        if (after) ends.add(line);
        const indent = /^ */.exec(lines[line] ?? '')?.[0] ?? '';
        const before = marked[line] ?? '';
        marked[line] = after ? `${before}   #µ${index}` : `${indent}#µ${index}\n${before}`;
      }
      return { document: original, text: [...marked, '#µ99', ''].join('\n') };
    });
}
