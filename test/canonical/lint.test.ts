import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { formatDocument } from '../../src/canonical/format.ts';
import { lintDocument } from '../../src/canonical/lint.ts';
import type { LintContext } from '../../src/canonical/lint-content.ts';
import type { Charter, Template } from '../../src/model/charter.ts';
import { document } from './arbitraries.ts';

const schema = 'charter.schema.json';
const context: LintContext = { today: '2026-11-21' };

const charter: Charter = {
  kind: 'charter',
  id: 'a',
  template: 'shared-fr',
  language: 'fr',
  variables: { url: 'https://data.a.fr' },
  source: {
    capture: 'snapshots/a/2026-11-21.txt',
    captured: '2026-11-21',
    media: 'text/plain',
    sha256: 'a'.repeat(64),
  },
  repairs: [],
  body: [
    { role: 'paragraph', text: 'Un. Voir https://data.a.fr. Deux.' },
    { role: 'table', table: 'cookies' },
  ],
  tables: [
    {
      id: 'cookies',
      columns: [{ key: 'provider' }, { key: 'name' }],
      rows: [{ cells: ['x', 'sessionid'] }, { cells: ['x', '_ga'] }],
    },
  ],
  decisions: [
    {
      reference: '3f9a1c',
      status: 'agreed',
      class: 'wording',
      reason: 'Voulu',
      on: '2026-01-01',
      until: '2026-11-21',
    },
  ],
};
const template: Pick<Template, 'id' | 'variables'> = { id: 'shared-fr', variables: ['url'] };

async function lint(subject: Charter | Template | string, given: LintContext = context): Promise<string[]> {
  const text = typeof subject === 'string' ? subject : formatDocument(subject, { schema });
  return (await lintDocument(text, given)).map(
    ({ code, severity, line, column }) => `${severity} ${code}@${line}:${column}`,
  );
}

describe('a sound charter', () => {
  it('has no findings', async () => {
    expect(
      await lint(charter, {
        today: '2026-11-21',
        templates: [template],
        others: [
          { portal: 'b', url: 'https://data.b.fr/' },
          { portal: 'same', url: 'https://data.a.fr/other' },
        ],
        captureSha256: 'a'.repeat(64),
        schema,
      }),
    ).toEqual([]);
  });

  test.prop([document], { numRuns: 200 })('is never called uncanonical', async (original) => {
    const found = await lint(original as Charter);
    expect(found.filter((finding) => /not-canonical|key-order|error/.test(finding))).toEqual([]);
  });
});

describe('lint finds', () => {
  it('rows that stand twice, with the line of the first', async () => {
    const rows = [{ cells: ['x', 'y'] }, { cells: ['x', ''] }, { cells: ['x', 'y'] }];
    const text = formatDocument(
      { ...charter, tables: charter.tables.map((table) => ({ ...table, rows })) },
      { schema },
    );
    expect(await lint(text)).toEqual(['warning empty-name@26:9', 'warning duplicate-row@27:9']);
    expect((await lintDocument(text, context))[1]?.values).toEqual({ first: 24 });
  });

  it('a template that is not known, and which one may be meant', async () => {
    const problems = await lintDocument(formatDocument(charter, { schema }), {
      ...context,
      templates: [{ ...template, id: 'shared-frr' }],
    });
    expect(problems).toMatchObject([
      {
        code: 'template-unknown',
        severity: 'error',
        line: 3,
        column: 1,
        values: { suggestion: 'shared-frr' },
      },
    ]);
  });

  it('variables without a value and values without a variable', async () => {
    expect(await lint(charter, { ...context, templates: [{ ...template, variables: ['name'] }] })).toEqual([
      'error variable-missing@5:1',
      'warning variable-unneeded@6:3',
    ]);
  });

  it.each([
    ['in a sentence', 'Un. Voir http://DATA.B.fr/x. Deux.', 'warning foreign-address@15:19'],
    ['in a link', '[ici](https://data.b.fr)', 'warning foreign-address@14:21'],
    ['bare, at the end', 'Sur data.b.fr.', 'warning foreign-address@14:11'],
    ['not in a longer host', 'Sur www.data.b.fr.eu et mydata.b.fr', undefined],
  ])('the address of another portal %s', async (_name, text, finding) => {
    const copied: Charter = { ...charter, body: [{ role: 'paragraph', text }, ...charter.body.slice(1)] };
    const others = [{ portal: 'b', url: 'https://data.b.fr' }];
    expect(await lint(copied, { ...context, others })).toEqual(finding === undefined ? [] : [finding]);
  });

  it('decisions without a reason, lapsed and overdue', async () => {
    const decision = {
      reference: '3f9a1c',
      class: 'wording',
      on: '2026-01-01',
      until: '2026-11-20',
    } as const;
    expect(
      await lint({
        ...charter,
        decisions: [
          { ...decision, status: 'agreed' },
          { ...decision, reference: '81c02e', status: 'to-fix' },
        ],
      }),
    ).toEqual([
      'warning decision-without-reason@29:5',
      'warning decision-lapsed@33:5',
      'warning decision-overdue@38:5',
    ]);
  });

  it('a decision dated on a day still to come', async () => {
    const [decision] = charter.decisions;
    const made = {
      ...charter,
      decisions: [{ ...decision, on: '2026-11-22', until: '2026-12-31' }],
    } as Charter;
    expect(await lint(made)).toEqual(['warning decision-to-come@33:5']);
  });

  it('a capture that is missing or another one', async () => {
    expect(await lint(charter, { ...context, captureSha256: null })).toEqual(['error capture-missing@8:3']);
    expect(await lint(charter, { ...context, captureSha256: 'b'.repeat(64) })).toEqual([
      'error capture-differs@11:3',
    ]);
    const sha256 = charter.source?.sha256 ?? '';
    expect(await lint(charter, { ...context, captureSha256: sha256, captureOf: 'b' })).toEqual([
      'warning capture-of-another@8:3',
    ]);
  });

  it('variables and sections that a template never uses', async () => {
    expect(
      await lint({
        kind: 'template',
        id: 'a',
        language: 'fr',
        variables: ['url', 'name'],
        sections: [
          { id: 'one', label: {} },
          { id: 'two', label: { fr: 'Deux' } },
        ],
        body: [{ role: 'paragraph', text: 'Sur {{url}}', section: 'one' }],
        tables: [],
      }),
    ).toEqual(['warning variable-unused@6:5', 'warning section-unused@9:5']);
  });

  it('keys out of order, one a map', async () => {
    expect(await lint('language: fr\ncharter: a\nbody:\n  - level: 2\n    heading: x\n')).toEqual([
      'warning key-order@2:1',
      'warning key-order@5:5',
    ]);
  });

  it('the first line that is written otherwise', async () => {
    const text = formatDocument(charter, { schema });
    expect(await lint(text.replace('follows: shared-fr', 'follows: "shared-fr"'))).toEqual([
      'warning not-canonical@3:1',
    ]);
    expect(await lint(`${text}\n`)).toEqual(['warning not-canonical@36:1']);
    expect(await lint(text, { ...context, schema: '../charter.schema.json' })).toEqual([
      'warning not-canonical@1:1',
    ]);
  });

  it('nothing wrong with comments', async () => {
    const text = formatDocument(charter, { schema });
    expect(await lint(text.replace('language: fr\n', 'language: fr # of the page\n'))).toEqual([]);
  });

  it('only the errors of a file that cannot be read', async () => {
    expect(await lint('charter: a\nbody: []\n')).toEqual(['error key-missing@1:1']);
  });
});
