import { describe, expect, test } from 'vitest';
import { decidedPlace, shortText, stillSays } from '../../src/drift/places.ts';
import { driftOf } from '../../src/drift/portal-drift.ts';
import type { Change } from '../../src/model/change.ts';
import type { Charter, Decision, Template } from '../../src/model/charter.ts';
import type { PortalDrift } from '../../src/model/drift.ts';
import { agreeing, follower, saying, template, today } from './documents.ts';

const shared = template({
  title: 'Charte cookies',
  sections: ['intro', 'use'],
  body: [
    {
      role: 'paragraph',
      section: 'intro',
      text: 'Nous posons des cookies pour que le site fonctionne bien.',
    },
    { role: 'paragraph', text: 'Ils sont gardés sur votre appareil. Vous pouvez les effacer à tout moment.' },
    {
      role: 'paragraph',
      section: 'use',
      text: 'Ils servent à mesurer le nombre de visites du site chaque jour.',
    },
  ],
});

function textAt({ body }: Charter, at: number): string {
  const block = body[at];
  return block === undefined || block.role === 'table' ? '' : block.text;
}

function drift(charter: Charter): PortalDrift {
  return driftOf(charter, shared, { today });
}

/** What each finding of the charter was decided as, with its place, as `accept` writes it. */
function decisionsOn(charter: Charter, of: Template = shared): Decision[] {
  return driftOf(charter, of, { today }).findings.map((finding) =>
    agreeing(finding, decidedPlace([finding.change])),
  );
}

const once = saying(
  follower(shared),
  1,
  'Ils sont gardés sur votre appareil. Vous pouvez les supprimer quand vous voulez.',
);

describe('a decision whose text changed again', () => {
  test('keeps the sentences that differed and their section', () => {
    expect(decisionsOn(once)).toMatchObject([
      { section: 'intro', text: 'Vous pouvez les supprimer quand vous voulez.' },
    ]);
  });

  test('is held beside the text that stands there now', () => {
    const decisions = decisionsOn(once);
    const now = saying(
      { ...once, decisions },
      1,
      'Ils sont gardés sur votre appareil. Vous pouvez les supprimer quand vous le voulez, ici.',
    );
    const { findings, stale } = drift(now);
    expect(findings).toMatchObject([{ state: 'lapsed', lapse: 'changed', decision: decisions[0] }]);
    expect(stale).toEqual([]);
  });

  test('is held beside the same text where the template changed', () => {
    const decisions = decisionsOn(once);
    const body = shared.body.map((block, at) =>
      at === 1 && block.role !== 'table'
        ? { ...block, text: 'Ils restent sur votre appareil. Vous pouvez les effacer.' }
        : block,
    );
    const { findings } = driftOf({ ...once, decisions }, { ...shared, body }, { today });
    expect(findings.map(({ lapse }) => lapse)).toContain('differs-otherwise');
  });

  test.each<readonly [string, Change['b'], string | undefined, boolean]>([
    ['the words are there', 'Un. Nous gardons tout. Deux.', 'Nous gardons tout.', true],
    ['they are in bold type now', 'Nous **gardons** tout.', 'Nous gardons tout.', true],
    ['other sentences stand between them', ['Un. Deux.', 'Trois.'], 'Un. Trois.', true],
    ['the kept words are a beginning', 'Nous gardons tout ici.', 'Nous gardons…', true],
    ['one of them is another', 'Nous gardons peu.', 'Nous gardons tout.', false],
    ['nothing is said any more', undefined, 'Nous gardons tout.', false],
    ['nothing was and is said', undefined, undefined, true],
    ['a row says other things', { name: 'a' }, undefined, false],
  ])('is for the same words or for others: %s', (_, b, text, same) => {
    const [change] = drift(once).findings.map((finding) => finding.change);
    const { b: _said, ...rest } = change as Change;
    expect(stillSays({ ...rest, ...(b === undefined ? {} : { b }) }, text)).toBe(same);
  });

  test('is held beside the only other text of its section where the portal says something else altogether', () => {
    const decisions = decisionsOn(once);
    const other = saying({ ...once, decisions }, 1, 'Texte sans aucun rapport : voyez la page d’aide.');
    const { findings, stale } = drift(other);
    expect(findings.map(({ change, lapse }) => [change.kind, lapse])).toEqual([
      ['block-removed', undefined],
      ['block-added', 'changed'],
    ]);
    expect([findings[1]?.decision, stale]).toEqual([decisions[0], []]);
  });

  test('is held beside it where that text was all of its section', () => {
    const first = saying(follower(shared), 0, 'Nous déposons des cookies pour que le site fonctionne bien.');
    const decisions = decisionsOn(first);
    expect(decisions).toMatchObject([{ section: 'intro' }]);
    const { findings } = drift(saying({ ...first, decisions }, 0, 'Voyez la page d’aide du service.'));
    expect(findings.map(({ lapse, change }) => [lapse, change.address.b?.section])).toEqual([
      [undefined, undefined],
      ['changed', undefined],
    ]);
  });

  const unrelated = 'Texte sans aucun rapport : voyez la page d’aide.';
  const approving = {
    ...shared,
    body: shared.body.map((block, at) =>
      at === 1 && block.role !== 'table' ? { ...block, variants: [textAt(once, 1)] } : block,
    ),
  };
  test.each<readonly [string, Charter, Template]>([
    ['follows the template again', follower(shared), shared],
    ['says something else in another section', saying(follower(shared), 2, unrelated), shared],
    [
      'says two other things in its section',
      saying(saying(once, 0, unrelated), 1, 'Autre chose, ici.'),
      shared,
    ],
    ['says something else where the template now has those words', saying(once, 0, unrelated), approving],
  ])('stands for nothing where the portal %s', (_, charter, of) => {
    const { findings, stale } = driftOf({ ...charter, decisions: decisionsOn(once) }, of, { today });
    expect(findings.filter(({ state }) => state !== 'unexplained')).toEqual([]);
    expect(stale.map(({ why }) => why)).toEqual(['unmatched']);
  });

  test('is known by its field alone where it is the title', () => {
    const decisions = decisionsOn({ ...follower(shared), title: 'Cookies' });
    expect(decisions).toMatchObject([{ column: 'title', text: 'Cookies' }]);
    expect(drift({ ...follower(shared), title: 'Autre', decisions }).findings).toMatchObject([
      { lapse: 'changed' },
    ]);
  });

  test('takes no difference that something was decided about', () => {
    const first = decisionsOn(once);
    const twice = saying(
      once,
      1,
      'Ils sont gardés sur votre appareil. Vous pouvez les supprimer vous-même quand vous voulez.',
    );
    const decisions = [...first, ...decisionsOn(twice)];
    const { findings, stale } = drift({ ...twice, decisions });
    expect(findings.map(({ state }) => state)).toEqual(['agreed']);
    expect(stale).toHaveLength(1);
  });
});

test('a long text is cut at a word, and never inside a character', () => {
  const words = (text: string): string => shortText({ b: text, words: [] });
  expect(words(`${'mot '.repeat(100)}`)).toMatch(/^(?:mot )+mot…$/);
  expect(words('😀'.repeat(200))).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  expect(words('un **mot**\nsur deux lignes')).toBe('un mot sur deux lignes');
});
