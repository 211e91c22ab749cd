import { fc, test as property } from '@fast-check/vitest';
import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { createComparer } from '../../src/history/comparison.ts';
import type { Charter } from '../../src/model/charter.ts';
import type { Review, ReviewFinding } from '../../src/model/review.ts';
import { renderReviewHtml } from '../../src/present/review-html.ts';
import type { ReviewOptions } from '../../src/present/review-view.ts';
import { openCharter } from './drifts.ts';
import {
  all,
  checkAlone,
  checkLinks,
  named,
  only,
  parse,
  shapeOf,
  spoken,
  textOf,
  withClass,
} from './html-reading.ts';
import { attacks, emptyReview, exampleReview, hostileText, manyReview } from './review-example.ts';

const options: ReviewOptions = { language: 'fr', width: undefined, color: false, all: false };
const example = await exampleReview();
const empty = await emptyReview();
const normandie = await openCharter('normandie');

function read(review: Review, asked: Partial<ReviewOptions> = {}): Root {
  return parse(renderReviewHtml(review, { ...options, ...asked }));
}

function part(root: Root, id: string): Element {
  return only(all(root, ({ properties }) => [properties['ariaLabelledBy']].flat().includes(id)));
}

/** A request that makes this of one charter, with every change failing. */
function reviewOf(before: Charter, after: Charter): Review {
  const compare = createComparer({ template: () => undefined });
  const file = 'charters/normandie.yaml';
  const comparison = compare(
    { document: before, file, revision: 'main' },
    { document: after, file, revision: 'HEAD' },
  );
  const findings = comparison.diff.changes.map(
    (change): ReviewFinding => ({
      ...{
        id: change.fingerprint,
        kind: 'change',
        rule: change.rule,
        severity: 'error',
        fails: true,
        isNew: true,
      },
      ...{ charter: 'normandie', place: { file, line: 7 }, class: change.class, ruling: 'unexplained' },
      ...{ reference: change.fingerprint.slice(0, 6), segments: [], change },
    }),
  );
  const charter = { charter: 'normandie', kind: 'charter', status: 'changed', file } as const;
  const { summary } = comparison.diff;
  return { ...example, findings, decisions: [], charters: [{ ...charter, summary, comparison }] };
}

function edited(edit: (text: string) => string): Charter {
  const body = normandie.body.map((block) =>
    block.role === 'table' ? block : { ...block, text: edit(block.text) },
  );
  const tables = normandie.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ cells: row.cells.map(edit) })),
  }));
  return { ...normandie, body, tables };
}

function pairOf(root: Root, at = 0): readonly [Element, Element] {
  const [before, after] = named(withClass(root, 'pair')[at] ?? root, 'div').slice(1);
  if (!before || !after) throw new Error('no pair');
  return [before, after];
}

describe('the page', () => {
  test.each([
    ['en', 'full of attacks', example],
    ['fr', 'full of attacks', example],
    ['fr', 'empty', empty],
  ] as const)('stands alone, and says its language: %s, %s', (language, _name, review) => {
    checkAlone(renderReviewHtml(review, { ...options, language }), language);
  });

  test('says first what the request is, then the verdict with its reasons, then the decisions, then what fails', () => {
    const text = textOf(only(named(read(example), 'body')));
    const places = [
      'Mixte\u00a0: une partie est déjà en ligne selon les relevés, une autre est proposée',
      "Résultat\u00a0: ne peut pas être fusionnée en l'état",
      '1 fichier en conflit',
      'Admis par Zoé le 2026-11-20',
      'Modifiée des deux côtés',
    ].map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(textOf(only(named(read(example), 'h1')))).toMatch(/^Mixte/);
    expect(textOf(only(named(read(example), 'title')))).toBe(
      "Relecture — ne peut pas être fusionnée en l'état — HEAD (cccccccc), à fusionner dans main (aaaaaaaa)",
    );
  });

  test('of a request that concerns no charter says so, and nothing else', () => {
    const root = read(empty, { language: 'en' });
    expect(textOf(only(named(root, 'h1')))).toBe('Nothing here concerns the charters');
    expect(textOf(only(named(root, 'main')))).toContain('Result: may be merged');
    expect(named(root, 'h2', 'nav', 'ol')).toEqual([]);
  });

  test.each([example, empty])('has one title, and headings that skip no level', (review) => {
    const levels = named(read(review), 'h1', 'h2', 'h3', 'h4').map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  test('tells every decision in the open, with who brought it in and whether it counts', () => {
    const decisions = example.decisions.map((one) => ({ ...one, counts: false }));
    const told = part(read({ ...example, decisions }), 'decisions');
    expect(named(told, 'li')).toHaveLength(decisions.length);
    expect(named(told, 'details')).toEqual([]);
    expect(textOf(told)).toContain(`Décision apportée par Zoé ${attacks.html} dans cccccccc, selon git`);
    expect(textOf(told)).toContain("Ne compte pas\u00a0: la politique n'admet aucun motif");
  });

  test('leads from a decision to the changes that it covers', () => {
    const root = read(example);
    const [first] = named(part(root, 'decisions'), 'li');
    const links = named(first ?? root, 'a').map(({ properties }) => properties['href']);
    const agreed = example.findings.filter(({ ruling }) => ruling === 'agreed');
    expect(links).toEqual(agreed.map(({ id }) => `#finding-${id.slice(0, 16)}`));
    checkLinks(root);
  });

  test('gives the author a command and the reviewer a choice beside the verdict', () => {
    const steps = only(withClass(read(example, { language: 'en' }), 'steps'));
    expect(named(steps, 'dt').map(textOf)).toEqual(['reviewer', 'author']);
    expect(named(steps, 'code').map(textOf)).toEqual([
      'git merge main',
      'charter accept --since main --reason "…"',
    ]);
  });
});

describe('a finding', () => {
  test('is there for each that fails, with its reference, class, ruling, rule, file and line', () => {
    const items = withClass(part(read(example, { language: 'en' }), 'failing'), 'open').map(textOf);
    const failing = example.findings.filter(({ fails }) => fails);
    expect(items).toHaveLength(failing.length);
    failing.forEach(({ reference = '', charter = '', rule, place, kind }) => {
      const own = items.find((item) => item.includes(reference) && item.includes(`${rule} ${place.file}`));
      expect(own).toContain(charter);
      expect(own).toContain(`${place.file}${place.line === undefined ? '' : `:${place.line}`}`);
      expect(own).toContain(kind === 'file' ? 'error' : 'substantive no reason');
    });
  });

  test('stands under its class, the most dangerous first', () => {
    const heads = named(part(read(example), 'failing'), 'h3').map(textOf);
    expect(heads).toEqual(['Fichiers et mise en forme', expect.stringMatching(/^\d+ de fond$/)]);
  });

  test('shows both sides whole, what went struck in one, what came underlined in the other, named to a voice', () => {
    const root = read(
      reviewOf(
        normandie,
        edited((text) => text.replace('nous utilisons', 'le portail utilise')),
      ),
    );
    const [before, after] = pairOf(root);
    expect([named(before, 'del'), named(after, 'ins')].map((found) => found.map(textOf))).toEqual([
      ['nous utilisons'],
      ['le portail utilise'],
    ]);
    expect(spoken(before)).toBe(
      'AvantAfin de vous proposer le meilleur service possible  supprimé\u00a0: nous utilisons\u00a0;  des cookies pour assurer son bon fonctionnement.',
    );
    expect(named(before, 'ins')).toEqual([]);
    expect(named(after, 'del')).toEqual([]);
  });

  test('leaves typography unmarked beside words that changed, each side as it is', () => {
    const after = edited((text) =>
      text
        .replace('nous utilisons', 'le portail utilise')
        .replace('proposer le', '**proposer** le')
        .replace('fonctionnement.', 'fonctionnement !'),
    );
    const [one, other] = pairOf(read(reviewOf(normandie, after)));
    expect(textOf(one)).toContain('Afin de vous proposer le meilleur');
    expect(textOf(one)).toContain('bon fonctionnement.');
    expect(textOf(other)).toContain('Afin de vous proposer le meilleur');
    expect(textOf(other)).toContain('bon fonctionnement !');
    expect([...named(one, 'del'), ...named(other, 'ins')].map(textOf)).toEqual([
      'nous utilisons',
      'le portail utilise',
    ]);
  });

  test('of form alone shows the form', () => {
    const after = edited((text) => text.replace('meilleur service', '**meilleur service**'));
    const [, other] = pairOf(read(reviewOf(normandie, after)));
    expect(named(other, 'ins').map(textOf).join('')).toContain('**');
  });

  test('that only moved is shown by its first words, and whole in the whole text', () => {
    const long = normandie.body.filter((block) => block.role === 'paragraph' && block.text.length > 300)[0];
    if (!long || long.role === 'table') throw new Error('no long paragraph');
    const rest = normandie.body.filter((block) => block !== long);
    const root = read(reviewOf(normandie, { ...normandie, body: [...rest, long] }));
    const end = long.text.slice(-20);
    expect(textOf(part(root, 'failing'))).toMatch(/…paragraphe déplacé/);
    expect(textOf(part(root, 'failing'))).not.toContain(end);
    expect(textOf(part(root, 'texts'))).toContain(`${end}paragraphe déplacé`);
  });

  test('without a counterpart says that nothing stands on the other side', () => {
    const root = read(reviewOf(normandie, { ...normandie, body: normandie.body.slice(1) }));
    expect(pairOf(root).map(textOf)).toEqual([
      expect.stringMatching(/^Avant supprimé\u00a0: Afin de vous/),
      'Aprèsrien',
    ]);
  });

  test('of a cookie that came lists its cells under their heads', () => {
    const tables = normandie.tables.map((table) => ({
      ...table,
      rows: [...table.rows, { cells: ['Matomo', "Mesure d'audience", '_pk_id.*', 'Compter'] }],
    }));
    const root = read(reviewOf(normandie, { ...normandie, tables }));
    const [, after] = pairOf(root);
    expect(textOf(only(named(after, 'ins'))).split('\n')).toEqual([
      'Nom du prestataire\u00a0: Matomo',
      "Service et emplacement\u00a0: Mesure d'audience",
      'Nom du cookies\u00a0: _pk_id.*',
      'Finalités\u00a0: Compter',
    ]);
  });

  test('in another language than the page says so, and the words for a voice theirs', () => {
    const review = reviewOf(
      normandie,
      edited((text) => text.replace('nous utilisons', 'le portail utilise')),
    );
    const [before] = pairOf(read(review, { language: 'en' }));
    const words = only(withClass(before, 'words'));
    expect(words.properties['lang']).toBe('fr');
    expect(withClass(words, 'unseen').map(({ properties }) => properties['lang'])).toEqual(['en', 'en']);
  });

  test('of drift that the template brought shows what the template and the portal say', () => {
    const [first] = example.findings.filter(({ kind }) => kind === 'change');
    if (!first) throw new Error('no change');
    const root = read({ ...example, findings: [{ ...first, kind: 'drift' }] }, { language: 'en' });
    expect(withClass(root, 'label').slice(0, 2).map(textOf)).toEqual([
      'The template says',
      'The portal says',
    ]);
  });

  test('that is the same in many charters is told once, with all of them', async () => {
    const root = read(await manyReview(40, true), { language: 'en' });
    const names = withClass(part(root, 'failing'), 'names');
    expect(names.length).toBeGreaterThan(0);
    for (const one of names)
      expect(textOf(one)).toMatch(/^portail-000 and 39 others\s*portail-000, .*portail-039\s*$/);
    expect(textOf(part(root, 'drift'))).toContain('portail-000 +39 moves away');
    expect(textOf(part(root, 'texts'))).toContain('39 others change alike');
  });

  test('of form that passes is folded, what was there before stands apart', () => {
    const [first, second, third] = example.findings.filter(({ kind }) => kind === 'change');
    if (!first || !second || !third) throw new Error('no changes');
    const passes = { fails: false, severity: 'note' } as const;
    const root = read({
      ...example,
      findings: [
        { ...first, ...passes, class: 'typographic', ruling: 'below' },
        { ...second, ...passes, class: 'wording', ruling: 'below' },
        { ...third, ...passes, ruling: 'existing' },
      ],
    });
    const folded = only(named(part(root, 'others'), 'details'));
    expect(folded.properties['open']).toBeUndefined();
    expect(textOf(folded)).toMatch(/^\s*1 de forme/);
    expect(named(part(root, 'others'), 'ol')).toHaveLength(2);
    expect(textOf(part(root, 'older'))).toMatch(/^\s*Déjà là avant \(1\)/);
  });
});

describe('a whole text', () => {
  const review = reviewOf(
    normandie,
    edited((text) =>
      text.replace('nous utilisons', 'le portail utilise').replace('du choix', 'pendant 25 mois du choix'),
    ),
  );

  test('holds every paragraph, those that are the same folded and told how many', () => {
    const root = read(review);
    const text = textOf(part(root, 'texts'));
    for (const block of normandie.body)
      if (block.role !== 'table')
        expect(text.replace(/\s+/g, ' ')).toContain(
          block.text.slice(0, 20).replace(/\*/g, '').trim().slice(0, 12),
        );
    expect(
      textOf(only(withClass(part(root, 'texts'), 'same').filter(({ tagName }) => tagName === 'details'))),
    ).toMatch(/^⋯ 10 paragraphes inchangés/);
  });

  test('shows its cookie table with heads for rows and columns, and what changed in its cells', () => {
    const table = only(named(part(read(review), 'texts'), 'table'));
    expect(named(table, 'th').map(({ properties }) => properties['scope'])).toEqual([
      ...normandie.tables.flatMap(({ columns }) => columns.map(() => 'col')),
      ...normandie.tables.flatMap(({ rows }) => rows.map(() => 'row')),
    ]);
    expect(named(table, 'ins').map(textOf)).toEqual(['pendant 25 mois ']);
    for (const row of named(table, 'tr')) expect(named(row, 'th', 'td')).toHaveLength(4);
  });

  test('tells rows and columns that came, went and were renamed', () => {
    const [table] = normandie.tables;
    if (!table) throw new Error('no table');
    const [first, second, third, fourth] = table.rows;
    if (!first || !second || !third || !fourth) throw new Error('no rows');
    const columns = [...table.columns, { key: 'duration', head: 'Durée' }];
    const rows = [
      { cells: [...first.cells, '13 mois'] },
      { cells: [...second.cells.map((cell) => cell.replace('django_language', 'langue')), '6 mois'] },
      { cells: [...fourth.cells, '6 mois'] },
      { cells: ['Matomo', 'Audience', '_pk_id.*', 'Compter', '13 mois'] },
    ];
    const root = read(reviewOf(normandie, { ...normandie, tables: [{ ...table, columns, rows }] }));
    const shown = only(named(part(root, 'texts'), 'table'));
    expect(textOf(only(withClass(shown, 'added')))).toContain('_pk_id.*');
    expect(spoken(only(withClass(shown, 'removed')))).toContain('retiré, csrftoken');
    expect(named(only(named(shown, 'thead')), 'ins').map(textOf)).toEqual(['Durée']);
    const renamed = named(shown, 'th').find((head) => textOf(head).includes('django_language'));
    expect(
      [named(renamed ?? shown, 'del'), named(renamed ?? shown, 'ins')].map((found) => found.map(textOf)),
    ).toEqual([['django_language'], ['langue']]);
  });

  test('says where it comes from', () => {
    const told = textOf(part(read(example, { language: 'en' }), 'texts'));
    expect(told).toContain('This text is that of the capture of 3 March 2026, word for word.');
    expect(told).toContain('This text is proposed: no capture that comes with the request shows it.');
    expect(told).toContain('snapshots/normandie/2026-03-03.html');
  });

  test('that cannot be compared has its name and what became of it', () => {
    const charters = (['added', 'removed', 'unreadable', 'mended'] as const).map((status) => ({
      ...({ charter: `x-${status}`, kind: 'charter', status, file: `charters/x-${status}.yaml` } as const),
      summary: empty.summary,
    }));
    const told = part(read({ ...example, charters }), 'texts');
    expect(named(told, 'details')).toEqual([]);
    expect(named(told, 'h3').map(textOf)).toEqual(charters.map(({ charter }) => charter));
    expect(textOf(told)).toMatch(/nouvelle[\s\S]*retirée[\s\S]*illisible[\s\S]*de nouveau lisible/);
  });
});

describe('the drift', () => {
  test('of a few portals is told one by one, of many alike at once, of very many folded', () => {
    const [effect] = example.drift;
    if (!effect) throw new Error('no drift');
    const told = (drift: Review['drift']): Element => part(read({ ...example, drift }), 'drift');
    const portals = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...effect, portal: `p-${at}` }));
    expect(named(told(portals(3)), 'li').map(textOf)).toEqual(
      ['p-0', 'p-1', 'p-2'].map((name) => `${name} s'éloigne du modèle opendatasoft-fr (0 → 2)`),
    );
    expect(named(told(portals(9)), 'summary').map(textOf)).toEqual([
      "p-0 +8 s'éloigne du modèle opendatasoft-fr (0 → 2)",
    ]);
    const apart = portals(40).map((one, at) => ({ ...one, after: { ...one.after, wording: at } }));
    expect(named(told(apart), 'summary').map(textOf)).toEqual(['10 portails']);
    expect(named(told(apart), 'li')).toHaveLength(40);
  });
});

describe('a request that touches 500 charters', { timeout: 120_000 }, () => {
  test('alike makes a small page', async () => {
    const html = renderReviewHtml(await manyReview(500, true), options);
    expect(html.length).toBeLessThan(400_000);
    expect(html).toContain('499 autres changent pareillement');
    checkLinks(parse(html));
  });

  test('each in its own way makes a page below ten million bytes that counts what it leaves out', async () => {
    const review = await manyReview(500, false);
    const html = renderReviewHtml(review, options);
    expect(Buffer.byteLength(html)).toBeLessThan(10_000_000);
    const left = [...html.matchAll(/(\d+) autres constats ne sont pas montrés ici/g)].map(([, count]) =>
      Number(count),
    );
    expect(left.length).toBeGreaterThan(0);
    const items = html.match(/<li id="finding-/g) ?? [];
    expect(left.reduce((sum, count) => sum + count, items.length)).toBe(review.findings.length);
    const [, unshown = ''] = /(\d+) autres textes ne sont pas montrés ici/.exec(html) ?? [];
    expect((html.match(/<details class="text" id/g) ?? []).length + Number(unshown)).toBe(500);
    expect(html).toContain(`charter diff ${'b'.repeat(40)}..${'c'.repeat(40)}`);
  });
});

describe('hostile texts', { timeout: 60_000 }, () => {
  const texts = [
    ...Object.values(attacks),
    hostileText,
    `"><img src=x onerror='alert(1)'>`,
    '</style></title><!--',
  ];

  function hostile(text: string): Review {
    const said = edited((own) => `${own} ${text}`);
    const after = {
      ...said,
      language: text,
      title: text,
      tables: said.tables.map((table) => ({
        ...table,
        caption: text,
        columns: table.columns.map((column) => ({ ...column, head: text })),
        rows: [...table.rows, { cells: table.columns.map(() => text) }],
      })),
    };
    const review = reviewOf(normandie, after);
    const findings = review.findings.map((finding) => ({
      ...finding,
      charter: text,
      place: {
        file: text,
        section: { id: text },
        cookie: text,
        table: text,
        field: { key: text, head: text },
      },
    }));
    const charters = review.charters.map((one) => ({
      ...one,
      charter: text,
      file: text,
      former: { charter: text, file: text },
    }));
    const base = { revision: text };
    const policy = { ...review.policy, source: 'base' as const };
    return {
      ...review,
      base,
      head: base,
      mergeBase: base,
      policy,
      findings,
      charters,
      decisions: example.decisions,
    };
  }

  const plain = shapeOf(renderReviewHtml(hostile('x'), options));

  test.each(texts)('%j is a text and nothing else', (text) => {
    const html = renderReviewHtml(hostile(text), options);
    for (const name of shapeOf(html)) expect(plain).toContain(name);
    expect(html).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u200b\u202a-\u202e\u2066-\u2069]/);
    checkLinks(parse(html));
  });

  property.prop([fc.string({ unit: fc.constantFrom(...'<>"\'&;=/-!x \n\u202e\0#') })], { numRuns: 20 })(
    'whatever it is made of',
    (text) => {
      for (const name of shapeOf(renderReviewHtml(hostile(text), options))) expect(plain).toContain(name);
    },
  );
});
