import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/canonical/open.ts';
import { parseDocument } from '../../src/canonical/parse.ts';
import { readCanonical } from '../../src/canonical/read.ts';

const head = 'charter: a\nlanguage: fr\n';
const table = 'tables:\n  - id: t\n    columns:\n      - key: name\n    rows:\n      - name: x\n';
const source =
  'source:\n  capture: snapshots/a/1.txt\n  captured: "2026-11-21"\n  media: text/plain\n' +
  `  sha256: ${'a'.repeat(64)}\n`;

/** What is refused: name, file, `code@line:column` of each problem. */
const refusals: readonly (readonly [name: string, text: string, problems: readonly string[]])[] = [
  ['an unknown key', `${head}titel: x\nbody: []\n`, ['unknown-key@3:1']],
  ['an unknown key in a block', `${head}body:\n  - heading: x\n    lvl: 2\n`, ['unknown-key@5:5']],
  ['a section in a charter', `${head}body:\n  - heading: x\n    section: s\n`, ['unknown-key@5:5']],
  ['a duplicate key', `${head}body: []\nlanguage: en\n`, ['duplicate-key@4:1']],
  ['an alias', `${head}title: *a\nbody: []\n`, ['yaml-alias@3:8']],
  ['an anchor', `${head}title: &a x\nbody: []\n`, ['yaml-anchor@3:8']],
  ['a tag', `${head}title: !!str x\nbody: []\n`, ['yaml-tag@3:8']],
  ['a merge key', `${head}<<: {title: x}\nbody: []\n`, ['yaml-merge-key@3:1']],
  ['a prototype key', `${head}__proto__: {title: x}\nbody: []\n`, ['unknown-key@3:1']],
  ['a directive', `%YAML 1.1\n---\n${head}body: []\n`, ['yaml-directive@1:1']],
  ['two documents', `${head}body: []\n---\n${head}body: []\n`, ['several-documents@4:1']],
  ['an empty file', '', ['empty-file@']],
  ['a file of comments', '# a\n\n  # b\n', ['empty-file@']],
  ['a binary file', '\u0089PNG\r\n\u001a\n\u0000\u0000', ['binary-file@']],
  ['an LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n', ['lfs-pointer@']],
  ['100,000 brackets', '['.repeat(100_000), ['nested-too-deep@1:64']],
  ['100,000 dashes', '- '.repeat(100_000), ['nested-too-deep@1:127']],
  ['100,000 question marks', '? '.repeat(100_000), ['nested-too-deep@1:127']],
  ['a file cut off in a string', `${head}title: "abc`, ['yaml-unclosed@3:12']],
  ['a file cut off before its body', head, ['key-missing@1:1']],
  ['a file cut off before its tables', `${head}body:\n  - table: t\n`, ['table-unknown@4:12']],
  ['a list for a root', '- a\n', ['no-kind@1:1']],
  ['a text for a root', 'Charte cookies\n', ['no-kind@1:1']],
  ['both kinds', `${head}template: b\nbody: []\n`, ['two-kinds@1:1']],
  ['a colon in plain words', `${head}title: a: b\nbody: []\n`, ['yaml-colon@3:8']],
  ['a tab as indentation', `${head}body:\n\t- paragraph: x\n`, ['yaml-tab@4:1']],
  ['a bad escape', `${head}title: "\\q"\nbody: []\n`, ['yaml-escape@3:9']],
  ['a key with nothing after it', `${head}title:\nbody: []\n`, ['value-missing@3:1']],
  ['a list for a text', `${head}title: [a]\nbody: []\n`, ['expected-text@3:8']],
  ['a text for a list', `${head}body: x\n`, ['expected-list@3:7']],
  ['a text for a map', `${head}source: x\nbody: []\n`, ['expected-map@3:9']],
  ['a text for a block', `${head}body:\n  - x\n`, ['expected-map@4:5']],
  ['a block without role', `${head}body:\n  - level: 2\n`, ['block-without-role@4:5']],
  ['a block with two roles', `${head}body:\n  - item: x\n    paragraph: y\n`, ['block-with-two-roles@5:5']],
  ['a level out of range', `${head}body:\n  - heading: x\n    level: 7\n`, ['number-out-of-range@5:12']],
  ['a level that is no number', `${head}body:\n  - heading: x\n    level: "2"\n`, ['expected-number@5:12']],
  ['an order that is no `true`', `${head}body:\n  - item: x\n    ordered: no\n`, ['expected-true@5:14']],
  ['an identifier with capitals', 'charter: Ab\nlanguage: fr\nbody: []\n', ['bad-id@1:10']],
  ['a language that is a name', 'charter: a\nlanguage: français\nbody: []\n', ['bad-language@2:11']],
  ['a variable with a bad name', `${head}variables:\n  URL: x\nbody: []\n`, ['bad-name@4:3']],
  ['a variable without value', `${head}variables:\n  url: ""\nbody: []\n`, ['value-missing@4:3']],
  [
    'a capture outside the repository',
    `${head}${source.replace('snapshots/a/1.txt', 'a/../../etc/passwd')}body: []\n`,
    ['bad-path@4:12'],
  ],
  ['a short sha256', `${head}${source.replace('aaaa', '')}body: []\n`, ['bad-sha256@7:11']],
  ['a day that is not', `${head}${source.replace('11-21', '02-30')}body: []\n`, ['bad-day@5:13']],
  [
    'an unknown media type',
    `${head}${source.replace('text/plain', 'text/csv')}body: []\n`,
    ['value-unknown@6:10'],
  ],
  ['a table that is nowhere', `${head}body: []\n${table}`, ['table-not-placed@5:9']],
  ['a table placed twice', `${head}body:\n  - table: t\n  - table: t\n${table}`, ['table-placed-twice@5:12']],
  [
    'two tables of one name',
    `${head}body:\n  - table: t\n${table}${table.replace('tables:\n', '')}`,
    ['table-repeated@11:9'],
  ],
  [
    'two columns of one key',
    `${head}body:\n  - table: t\n${table.replace('- key: name\n', '- key: name\n      - key: name\n')}`,
    ['column-repeated@9:14'],
  ],
  [
    'a row key without column',
    `${head}body:\n  - table: t\n${table.replace('- name: x', '- nmae: x')}`,
    ['row-key-unknown@10:9'],
  ],
  [
    'an undeclared variable in a template',
    'template: a\nlanguage: fr\nvariables: [url]\nbody:\n  - paragraph: "{{ulr}} {{url}}"\n',
    ['variable-undeclared@5:16'],
  ],
  [
    'sections unknown and opened twice',
    'template: a\nlanguage: fr\nsections:\n  - id: s\nbody:\n  - paragraph: a\n    section: s\n' +
      '  - paragraph: b\n    section: s\n  - paragraph: c\n    section: z\n',
    ['section-opened-twice@9:14', 'section-unknown@11:14'],
  ],
  [
    'several things at once',
    `${head}titel: x\nbody:\n  - heading: x\n    level: 9\n  - 3\n`,
    ['unknown-key@3:1', 'number-out-of-range@6:12', 'expected-map@7:5'],
  ],
];

function seen(text: string): string[] {
  return parseDocument(text).problems.map(
    ({ code, line, column }) => `${code}@${line === undefined ? '' : `${line}:${column}`}`,
  );
}

describe('a file is refused with the place of the fault', () => {
  it.each(refusals)('%s', (_name, text, problems) => {
    expect(seen(text)).toEqual(problems);
    expect(parseDocument(text).document).toBeUndefined();
    expect(readCanonical(text)).toBeUndefined();
  });
});

describe('an unmerged file', () => {
  const theirs = '<<<<<<< HEAD\n  - paragraph: a\n||||||| base\n=======\n  - paragraph: b\n>>>>>>> x\n';

  it('is recognised by each of its marks', () => {
    expect(seen(`${head}body:\n${theirs}`)).toEqual([
      'conflict-marker@4:1',
      'conflict-marker@6:1',
      'conflict-marker@7:1',
      'conflict-marker@9:1',
    ]);
  });

  it('is recognised within a block literal, where YAML sees words', () => {
    const text = `${head}body:\n  - paragraph: |-\n      <<<<<<< HEAD\n      a\n      =======\n      b\n      >>>>>>> x\n`;
    expect(seen(text)).toEqual(['conflict-marker@5:7', 'conflict-marker@7:7', 'conflict-marker@9:7']);
  });
});

describe('a problem', () => {
  it('carries the key that was probably meant', () => {
    expect(parseDocument(`${head}titel: x\nbody: []\n`).problems[0]).toEqual({
      code: 'unknown-key',
      severity: 'error',
      path: ['titel'],
      line: 3,
      column: 1,
      values: { key: 'titel', suggestion: 'title' },
    });
  });

  it('is one of at most 51, however many a file has', () => {
    const text = `${head}body:\n${'  - {}\n'.repeat(5000)}`;
    const { problems } = parseDocument(text);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toMatchObject({ code: 'too-many-problems', values: { count: 4950 } });
  });
});

describe('hand-written YAML reads as it is meant', () => {
  it.each([
    ['plain words that YAML takes for other things', 'no', 'no'],
    ['a number', '2024', '2024'],
    ['a day', '2026-11-21', '2026-11-21'],
    ['single quotes', "'l''été'", "l'été"],
    ['double quotes over two lines', '"un\n  deux"', 'un deux'],
    ['a folded block', '>-\n  un\n  deux\n\n  trois', 'un deux trois'],
    ['a block with its last newline', '|\n  un\n  deux\n', 'un deux'],
    ['a hard break', '|-\n  un\\\n  deux', 'un\ndeux'],
    ['a backslash before a hard break', '|-\n  un\\\\\n  deux', 'un\\\ndeux'],
    ['an empty text', '""', ''],
  ])('%s', (_name, written, title) => {
    const parsed = parseDocument(`${head}title: ${written}\nbody: []\n`);
    expect(parsed.problems).toEqual([]);
    expect(parsed.document?.title).toBe(title);
  });

  it('from an editor that writes a byte order mark and carriage returns', async () => {
    const text = `\ufeff${head}title: |-\n  un\n  deux\nbody: []\n`.replaceAll('\n', '\r\n');
    const opened = await openDocument(text);
    expect(opened.document?.title).toBe('un deux');
    expect(opened.canonical).toBe(false);
  });
});

describe('hostile files of 8 MiB are answered in time', () => {
  const size = 2 ** 23;
  it.each([
    ['quotes', '"'],
    ['opened strings', '"a\n'],
    ['keys', 'a:\n'],
    [
      'distinct keys in a flow',
      (n: number) => `{${Array.from({ length: n / 16 }, (_, i) => `k${i}: 1`).join(', ')}}`,
    ],
    ['items', '-\n'],
    ['comments', '#\n'],
    ['commas', '[,'],
    ['blanks', ' '],
    ['blank lines', '\n'],
    ['stars', '*'],
    ['colons', ':'],
    ['bars', '|\n'],
    ['conflict marks', '<<<<<<<\n'],
    ['backslashes', 'a: "\\\n'],
  ])(
    '%s',
    (_name, part) => {
      const text = typeof part === 'string' ? part.repeat(size / part.length) : part(size);
      expect(readCanonical(text)).toBeUndefined();
      expect(parseDocument(text).document).toBeUndefined();
    },
    60_000,
  );

  it('and one that is larger is not read at all', () => {
    expect(seen('a'.repeat(size + 1))).toEqual(['file-too-large@']);
  });
});

it('a charter of the example reads without the full reader', () => {
  const text = readFileSync(new URL('./example.yaml', import.meta.url), 'utf8');
  expect(readCanonical(text)?.document).toMatchObject({ id: 'pays-de-la-loire', kind: 'charter' });
});
