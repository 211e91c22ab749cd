import { describe, expect, test } from 'vitest';
import { cut, patternOf, valuesAt } from '../../src/capture/value-places.ts';
import type { Block, Template } from '../../src/model/charter.ts';
import { readString, warningsOf } from './examples.ts';

/** `name=value`, one a variable. */
function told(template: string, page: string): string[] {
  const pattern = patternOf(template);
  return pattern ? valuesAt(pattern, cut(page)).map(({ name, value }) => `${name}=${value}`) : ['no pattern'];
}

const edited = 'Ce portail est édité par {{name}}, qui en répond devant ses visiteurs.';
const contact = 'Pour toute question, écrivez à {{contact}}.';

describe('a sentence that the template leaves open', () => {
  test.each([
    ['word for word', edited, edited.replace('{{name}}', 'la Ville de Nantes'), ['name=la Ville de Nantes']],
    [
      'with other typography',
      contact,
      'POUR toute question ,  écrivez à  dpo@ville.fr',
      ['contact=dpo@ville.fr'],
    ],
    [
      'with an escaped or curly mark',
      "L'adresse d'{{name}} est là.",
      'L’adresse de «Rouen» est là.',
      ['name=Rouen'],
    ],
    [
      'with a word changed farther off',
      edited,
      'Ce site est édité par Rouen, qui en répond devant ses visiteurs.',
      ['name=Rouen'],
    ],
    [
      'with a word put in farther off',
      edited,
      'Ce portail public est édité par Rouen, qui en répond devant tous ses visiteurs.',
      ['name=Rouen'],
    ],
    ['with its end left out', edited, 'Ce portail est édité par Rouen, qui en répond.', ['name=Rouen']],
    [
      'twice in one sentence',
      'Le portail {{name}} est géré par {{owner}} depuis Paris.',
      'Le portail Données Rouen est géré par la métropole depuis Paris.',
      ['name=Données Rouen', 'owner=la métropole'],
    ],
    [
      'among words that return',
      'le portail de {{name}} de la région',
      'le portail de la Ville de Nantes de la région',
      ['name=la Ville de Nantes'],
    ],
    [
      'at the beginning',
      '{{name}} ne dépose aucun cookie publicitaire.',
      'La Ville de Nantes ne dépose aucun cookie publicitaire.',
      ['name=La Ville de Nantes'],
    ],
    ['with little beside it', 'Contact : {{contact}}', 'Contact : dpo@ville.fr', ['contact=dpo@ville.fr']],
    [
      'where a neighbour is reworded, by its capitals',
      'Le portail {{name}} utilise des cookies pour fonctionner.',
      'Le portail Val d’Oise emploie des cookies pour fonctionner.',
      ['name=Val d’Oise'],
    ],
    [
      'where both neighbours are, by its form',
      contact,
      'Pour toute question, adressez-vous au délégué (dpo@ville.fr) du site.',
      ['contact=dpo@ville.fr'],
    ],
  ])('gives its values %s', (_, template, page, values) => {
    expect(told(template, page)).toEqual(values);
  });

  test.each([
    ['another sentence', edited, 'Les cookies tiers sont déposés par une régie publicitaire.'],
    [
      'little beside it, and more on the page',
      'Contact : {{contact}}',
      'Contact pour la presse : presse@ville.fr',
    ],
    [
      'a neighbour reworded, and nothing that stands out',
      'Le portail {{name}} utilise des cookies pour fonctionner.',
      'Le portail régional emploie des cookies pour fonctionner.',
    ],
    ['nothing in its place', contact, 'Pour toute question, écrivez à.'],
    [
      'a longer sentence that only holds its words',
      'Pour toute question, écrivez à {{contact}}.',
      'Pour toute autre demande, notamment une réclamation, une question de presse ou une candidature spontanée, écrivez de préférence à accueil@ville.fr.',
    ],
    ['a variable in its place', contact, 'Pour toute question, écrivez à {{contact}}.'],
    ['a line break in its place', contact, 'Pour toute question, écrivez à dpo\nou accueil.'],
    [
      'two variables side by side',
      'Écrivez à {{name}} {{contact}} pour toute question.',
      'Écrivez à Zoé zoe@ville.fr pour toute question.',
    ],
  ])('gives none where there is %s', (_, template, page) => {
    expect(told(template, page)).toSatisfy(
      (values: string[]) => values.length === 0 || values[0] === 'no pattern',
    );
  });
});

function template(...texts: readonly string[]): Template {
  const body = texts.map((text): Block => ({ role: 'paragraph', text }));
  const variables = [...new Set(texts.join().match(/(?<=\{\{)[a-z-]+/g))];
  return { kind: 'template', id: 'shared', language: 'fr', variables, sections: [], body, tables: [] };
}

const shared = template(
  'Le portail {{name}} utilise des cookies pour fonctionner.',
  'Un cookie est un petit fichier que votre navigateur garde pour le site.',
  contact,
  'Le délégué de {{name}} répond sous un mois à {{contact}}.',
);

function page(...paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n');
}

describe('a page that follows a template', () => {
  test('gives every value that its places agree on', async () => {
    const reading = await readString(
      page(
        'Le portail Rouen Données utilise des cookies pour fonctionner.',
        'Un cookie est un petit fichier que votre navigateur garde pour le site.',
        'Pour toute question, écrivez à dpo@rouen.example.',
        'Le délégué de ROUEN DONNÉES répond sous un mois à dpo@rouen.example.',
      ),
      { template: shared },
    );
    expect(reading.variables).toEqual({ name: 'Rouen Données', contact: 'dpo@rouen.example' });
    expect(warningsOf(reading)).not.toContain('value-missing');
  });

  test('that contradicts itself gives none, with both places', async () => {
    const reading = await readString(
      page(
        'Le portail Rouen utilise des cookies pour fonctionner.',
        'Pour toute question, écrivez à dpo@rouen.example.',
        'Le délégué de Nantes répond sous un mois à dpo@rouen.example.',
      ),
      { template: shared },
    );
    expect(reading.variables).toEqual({ contact: 'dpo@rouen.example' });
    expect(reading.warnings.find(({ code }) => code === 'values-contradict')).toMatchObject({
      line: 5,
      values: { variable: 'name', one: 'Rouen', other: 'Nantes', line: 1 },
    });
  });

  test('whose places mostly agree gives what they say, and the other place is told', async () => {
    const reading = await readString(
      page(
        '# Charte de Rouen\n\nLe portail Nantes utilise des cookies pour fonctionner.',
        'Le délégué de Rouen répond sous un mois à dpo@rouen.example.',
      ),
      { template: { ...shared, title: 'Charte de {{name}}' } },
    );
    expect(reading.variables).toEqual({ name: 'Rouen', contact: 'dpo@rouen.example' });
    expect(reading.warnings.find(({ code }) => code === 'values-contradict')).toMatchObject({
      line: 3,
      values: { one: 'Rouen', other: 'Nantes', line: 1, kept: 1 },
    });
  });

  test('that lacks one is told so, once', async () => {
    const reading = await readString(
      page('Le portail Rouen utilise des cookies pour fonctionner.', 'Des mots.'),
      {
        template: shared,
      },
    );
    expect(reading.variables).toEqual({ name: 'Rouen' });
    expect(
      reading.warnings.filter(({ code }) => code === 'value-missing').map(({ values }) => values),
    ).toEqual([{ variable: 'contact', template: 'shared' }]);
  });

  test('gives its address inside a sentence, in the place of the template alone', async () => {
    const of = template('Cette page indique quels cookies dépose {{url}}, et pourquoi.');
    const text = page(
      'Cette page indique quels cookies dépose https://data.rouen.example, et pourquoi.',
      'Voir aussi le site de la CNIL, https://www.cnil.fr, pour en savoir davantage.',
    );
    expect((await readString(text, { template: of })).variables).toEqual({
      url: 'https://data.rouen.example',
    });
    const words = page('Cette page indique quels cookies dépose le portail régional, et pourquoi.');
    expect((await readString(words, { template: of })).variables).toEqual({});
  });

  test('whose sentence names another address than its own is told', async () => {
    const of = template(
      'Les cookies sur',
      '{{url}}',
      'Cette page indique quels cookies dépose {{url}}, et pourquoi.',
    );
    const text = page(
      'Les cookies sur',
      'https://data.rouen.example',
      'Cette page indique quels cookies dépose https://data.nantes.example/, et pourquoi.',
    );
    const reading = await readString(text, { template: of });
    expect(reading.variables).toEqual({ url: 'https://data.rouen.example' });
    expect(warningsOf(reading)).toContain('values-contradict');
    const own = await readString(text.replace('data.nantes', 'DATA.rouen'), { template: of });
    expect(warningsOf(own)).not.toContain('values-contradict');
  });

  test('gives values of cells, and of an approved wording', async () => {
    const of: Template = {
      ...template('Le portail {{name}} utilise des cookies pour fonctionner.'),
      body: [
        {
          role: 'paragraph',
          text: 'Le portail utilise des cookies.',
          variants: ['Le site de {{name}} dépose quelques cookies nécessaires.'],
        },
        { role: 'table', table: 'cookies' },
      ],
      tables: [
        {
          id: 'cookies',
          columns: [{ key: 'name' }, { key: 'purpose' }],
          rows: [{ cells: ['sid', 'Garder la session ouverte sur {{place}} pendant la visite'] }],
        },
      ],
    };
    const text =
      '# Charte\n\nLe site de Rouen dépose quelques cookies nécessaires.\n\n| Nom | Finalité |\n| --- | --- |\n| sid | Garder la session ouverte sur Rouen Données pendant la visite |\n';
    expect((await readString(text, { template: of })).variables).toEqual({
      name: 'Rouen',
      place: 'Rouen Données',
    });
  });
});

test('what is hostile costs no more than it holds', async () => {
  const of = template(
    `${'de la '.repeat(200)}{{constructor}}${' de la'.repeat(200)}`,
    `le {{a}} ${'x '.repeat(3000)}`,
  );
  const text = page(...Array.from({ length: 200 }, () => `${'de la '.repeat(400)}fin.`));
  const reading = await readString(text, { template: of });
  expect(reading.variables).not.toHaveProperty('a');
});
