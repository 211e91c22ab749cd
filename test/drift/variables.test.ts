import { describe, expect, test } from 'vitest';
import { driftOf } from '../../src/drift/portal-drift.ts';
import { addressBook } from '../../src/drift/variables.ts';
import type { Block, Charter } from '../../src/model/charter.ts';
import { follower, saying, template, today, told } from './documents.ts';

const shared = template({
  variables: ['url', 'org'],
  sections: ['use'],
  body: [
    {
      role: 'paragraph',
      text: 'Les cookies de la plateforme {{url}} servent à son fonctionnement.',
      section: 'use',
    },
    { role: 'paragraph', text: 'La plateforme est publiée par {{org}}, qui répond à vos questions.' },
  ],
});
const whole = follower(shared, { variables: { url: 'https://data.a.fr', org: 'Région A' } });
const filled = saying(
  saying(whole, 0, 'Les cookies de la plateforme https://data.a.fr servent à son fonctionnement.'),
  1,
  'La plateforme est publiée par Région A, qui répond à vos questions.',
);

describe('a value of the portal', () => {
  test('that stands where the template asks for it is no drift', () => {
    expect(told(filled, shared)).toEqual([]);
  });

  test.each([
    ['one is missing', { url: 'https://data.a.fr' }],
    ['one is empty', { url: 'https://data.a.fr', org: ' ' }],
    ['one has the name of what every object has', { url: 'https://data.a.fr', constructor: 'Région A' }],
  ])('%s: told by its own rule beside the text that cannot be compared', (_, variables) => {
    const { findings } = driftOf({ ...filled, variables }, shared, { today });
    expect(
      findings.map(({ column, change }) => [column, change.class, change.rule, change.a, change.b])[0],
    ).toEqual(['document', 'substantive', 'variable-missing', '{{org}}', undefined]);
    expect(findings.slice(1).map(({ change }) => change.kind)).toEqual(['block-changed']);
  });

  test.each([
    ['another', { contact: 'Mme Durand' }, ['variable-contradicted']],
    ['none', {}, ['variable-missing', 'variable-missing']],
    ['the same', { contact: 'm. dupont' }, []],
  ])('that is a whole paragraph, where the charter gives %s', (_, variables, rules) => {
    const contact = template({
      variables: ['contact'],
      body: [
        { role: 'paragraph', text: 'Votre interlocuteur pour toute question :' },
        { role: 'paragraph', text: '{{contact}}' },
      ],
    });
    const charter = { ...saying(follower(contact), 1, 'M. Dupont'), variables };
    const { findings } = driftOf(charter, contact, { today });
    expect(
      findings.filter(({ change }) => change.class === 'substantive').map(({ change }) => change.rule),
    ).toEqual(rules);
    expect(findings.filter(({ change }) => change.kind !== 'variable').length).toBe(1);
  });

  test('that is missing where the text has an address is no other portal’s', () => {
    const contact = template({
      variables: ['contact'],
      sections: ['use'],
      body: [{ role: 'paragraph', text: 'Écrivez à {{contact}} pour toute question.', section: 'use' }],
    });
    const charter = saying(follower(contact), 0, 'Écrivez à dpo@ville-a.fr pour toute question.');
    const { findings } = driftOf({ ...charter, variables: {} }, contact, { today });
    expect(findings.map(({ change }) => [change.class, change.rule])).toEqual([
      ['substantive', 'variable-missing'],
      ['substantive', 'variable-missing'],
    ]);
  });

  test.each([
    [
      'url',
      0,
      'Les cookies de la plateforme https://data.b.fr servent à son fonctionnement.',
      'substantive foreign-address',
    ],
    [
      'org',
      1,
      'La plateforme est publiée par Région B, qui répond à vos questions.',
      'substantive variable-contradicted',
    ],
    [
      'org',
      1,
      'La plateforme est publiée par la ville, qui répond à vos questions.',
      'substantive variable-contradicted',
    ],
  ] as const)('%s that the text contradicts is found: block %i, « %s » is %s', (_, at, text, verdict) => {
    const { findings } = driftOf(saying(filled, at, text), shared, { today });
    expect(findings.map(({ change }) => `${change.class} ${change.rule}`)).toEqual([verdict]);
  });
});

test('a value written in another form is typographic', () => {
  const text = 'La plateforme est publiée par RÉGION « A », qui répond à vos questions.';
  const { findings } = driftOf(saying(filled, 1, text), shared, { today });
  expect(findings.map(({ change }) => `${change.class} ${change.rule}`)).toEqual([
    'typographic spelling-form',
  ]);
});

test('a value that only another approved wording asks for is not missed', () => {
  const [first, second] = shared.body;
  const open = { ...first, variants: ['Les cookies de ce site servent à son fonctionnement.'] } as Block;
  const of = { ...shared, body: [open, ...(second ? [second] : [])] };
  const { url: _, ...variables } = filled.variables;
  const elsewise = saying(filled, 0, 'Les cookies de ce site servent à son fonctionnement.');
  expect(told({ ...elsewise, variables }, of)).toEqual([]);
  expect(told({ ...filled, variables }, of)[0]).toBe('document unexplained substantive variable');
});

describe("another portal's address", () => {
  const other: Charter = { ...filled, id: 'other' };
  const source = { capture: 'x.txt', captured: today, media: 'text/plain', sha256: '0' } as const;

  function rules(charter: Charter, ...others: readonly Charter[]): (string | undefined)[] {
    const { findings } = driftOf(charter, shared, { today, addresses: addressBook([charter, ...others]) });
    return findings.map(({ change }) => `${change.class} ${change.rule} ${change.b}`);
  }

  test.each([
    ['nobody else gives it', [], []],
    ['another gives it', [other], ['substantive foreign-address https://data.a.fr']],
    [
      'another gives it in another spelling',
      [{ ...other, variables: { url: 'HTTP://DATA.A.FR/' } }],
      ['substantive foreign-address https://data.a.fr'],
    ],
    ['the portal in another language gives it', [{ ...other, language: 'en' }], []],
    ['another gives one that begins alike', [{ ...other, variables: { url: 'https://data.a.fr/b' } }], []],
  ] as [string, Charter[], string[]][])('%s', (_, others, expected) => {
    expect(rules(filled, ...others)).toEqual(expected);
  });

  test('is that of the portal whose page stands there', () => {
    const own = { ...filled, source: { ...source, page: 'https://data.a.fr/pages/cookies/' } };
    expect(rules(own, other)).toEqual([]);
    expect(rules(other, own)).toEqual(['substantive foreign-address https://data.a.fr']);
  });

  test.each([
    ['https://data.val-de-loire.fr', 'val-de-loire', 'mayenne'],
    ['https://valdeloire.opendatasoft.com', 'val-de-loire', 'loire'],
    ['https://loire.fr', 'loire', 'val-de-loire'],
  ])('%s is that of the portal named so where no page tells: %s, not %s', (url, owner, copyist) => {
    const [one, two] = [owner, copyist].map(
      (id): Charter => ({ ...filled, id, variables: { ...filled.variables, url } }),
    );
    if (!one || !two) throw new Error('no charters');
    const foreign = `substantive foreign-address ${url}`;
    expect(rules(one, two).filter((rule) => rule === foreign)).toEqual([]);
    expect(rules(two, one).filter((rule) => rule === foreign)).toEqual([foreign]);
  });
});
