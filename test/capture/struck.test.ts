/** What a page crosses out is left out and recorded; what it inserts stays. */
import { describe, expect, test } from 'vitest';
import type { CaptureRead, Media } from '../../src/capture/reading.ts';
import { readString, rulesOf, tableLines } from './examples.ts';

function textsOf({ body }: CaptureRead): string[] {
  return body.flatMap((block) => (block.role === 'table' ? [] : [block.text]));
}

function struckOf({ repairs }: CaptureRead): string[] {
  return repairs.flatMap(({ rule, before }) => (rule === 'struck-removed' ? [before ?? ''] : []));
}

describe('struck text', () => {
  test.each<[string, Media, string, string[], string[]]>([
    ['del', 'text/html', '<p>Durée <del>13 mois</del> 25 mois.</p>', ['Durée 25 mois.'], ['13 mois']],
    ['s in a word', 'text/html', '<p>in<s>ter</s>ne pas.</p>', ['inne pas.'], ['ter']],
    ['strike with marks', 'text/html', '<p>Un <strike>a <b>b</b></strike>mot.</p>', ['Un mot.'], ['a b']],
    [
      'a style',
      'text/html',
      '<p>Un <span style="text-decoration: line-through">a</span> mot.</p>',
      ['Un mot.'],
      ['a'],
    ],
    [
      'blocks',
      'text/html',
      '<p>Un mot.</p><del><p>Deux.</p><ul><li>Trois</li></ul></del>',
      ['Un mot.'],
      ['Deux. Trois'],
    ],
    [
      'an item',
      'text/html',
      '<p>Un mot.</p><ul><li style="text-decoration:line-through">a</li><li>b</li></ul>',
      ['Un mot.', 'b'],
      ['a'],
    ],
    ['ins', 'text/html', '<p>Durée <del>13</del> <ins>25</ins> mois.</p>', ['Durée 25 mois.'], ['13']],
    ['tildes', 'text/markdown', 'Durée ~~13 mois~~ 25 mois.', ['Durée 25 mois.'], ['13 mois']],
    [
      'tildes over a line end',
      'text/markdown',
      'Durée ~~13\nmois~~ 25 mois.',
      ['Durée 25 mois.'],
      ['13 mois'],
    ],
    ['tildes around marks', 'text/markdown', 'A ~~**b** `c` [d](/x)~~ e.', ['A e.'], ['b c d']],
    ['escaped tildes', 'text/markdown', 'A \\~\\~b\\~\\~ c.', ['A ~~b~~ c.'], []],
    ['tildes in code', 'text/markdown', 'A `~~b~~` c.', ['A `~~b~~` c.'], []],
    ['one open pair of tildes', 'text/markdown', 'A ~~b c.', ['A ~~b c.'], []],
    ['tildes of two items', 'text/markdown', '- A ~~b\n- c~~ d', ['A ~~b', 'c~~ d'], []],
    ['del in Markdown', 'text/markdown', 'A <del>b</del> <ins>c</ins>.', ['A c.'], ['b']],
    ['del in HTML in Markdown', 'text/markdown', '<div>\nA <s>b</s> c.\n</div>', ['A c.'], ['b']],
    ['fences', 'text/markdown', '```\n~~a~~\n```', ['`~~a~~`'], []],
  ])('%s', async (_, as, text, texts, struck) => {
    const reading = await readString(`${text}\n`, { as, force: true });
    expect(textsOf(reading)).toEqual(texts);
    expect(struckOf(reading)).toEqual(struck);
  });

  test('in cells and rows of tables', async () => {
    const markdown = await readString(
      '| Nom | Durée |\n|---|---|\n| a_b | ~~13~~ 25 mois |\n| ~~c | d~~ |\n',
      {
        as: 'text/markdown',
      },
    );
    expect(tableLines(markdown.tables[0]).slice(1)).toEqual(['a_b | 25 mois', '~~c | d~~']);
    expect(rulesOf(markdown)).toEqual(['3 struck-removed']);
    const html = await readString(
      '<table><tr><th>Nom<th>Durée</tr><tr><td>a_b<td><del>13</del> 25 mois</tr><tr style="text-decoration:line-through"><td>c_d<td>1 an</tr><tr><td>e_f<td><s>1 an</s></tr></table>',
      { as: 'text/html' },
    );
    expect(tableLines(html.tables[0]).slice(1)).toEqual(['a_b | 25 mois', 'e_f | ']);
    expect(struckOf(html)).toEqual(
      ['13', 'c_d 1 an', '1 an'].sort(
        (a, b) =>
          html.repairs.findIndex(({ before }) => before === a) -
          html.repairs.findIndex(({ before }) => before === b),
      ),
    );
  });

  test('makes a text Markdown', async () => {
    expect((await readString('Durée ~~13 mois~~ 25 mois.')).media).toBe('text/markdown');
    expect((await readString('Durée ~~ environ ~~ 25 mois.')).media).toBe('text/plain');
  });
});
