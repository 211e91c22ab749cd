import { describe, expect, test } from 'vitest';
import { readCapture } from '../../src/capture/read-capture.ts';
import type { CaptureReading, Media } from '../../src/capture/reading.ts';
import { readString } from './examples.ts';

async function read(text: string, as?: Media): Promise<CaptureReading> {
  const bytes = new TextEncoder().encode(text);
  return readCapture(bytes, as === undefined ? { force: true } : { as, force: true });
}

const words = '<p>Words that stay.</p>';

describe('everything comes to an end', () => {
  test.each([
    ['nested elements', `${'<div>'.repeat(100_000)}${words}`],
    ['nested elements of two kinds', `${'<b></div><div>'.repeat(30_000)}${words}`],
    ['formatting that never ends', `${'<p><font size=1><i>'.repeat(15_000)}${words}`],
    [
      'attributes',
      `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(' ')}>x</p>${words}`,
    ],
    ['unclosed quotes', `${'<a href="x\n'.repeat(50_000)}${words}`],
    ['lone brackets', `${words}${'<'.repeat(300_000)}`],
    ['comments that never end', `${words}${'<!--'.repeat(100_000)}`],
    ['nested tables', `${'<table><tr><td>'.repeat(20_000)}${words}`],
    [
      'spans',
      `<table>${'<tr><td rowspan=65534 colspan=1000>x</td><td>y</td></tr>'.repeat(3_000)}</table>${words}`,
    ],
    ['line breaks', `<p>${'<br>'.repeat(60_000)}</p>${words}`],
    ['stars in HTML', `<p>${'*a_'.repeat(100_000)}</p>${words}`],
    ['list items', `<ul>${'<li>'.repeat(100_000)}</ul>${words}`],
    ['nested ruby', `${'<ruby><rt>'.repeat(30_000)}${words}`],
  ])('%s in HTML', async (_, text) => {
    const { ok } = await read(text, 'text/html');
    expect(ok).toBe(true);
  });

  test.each([
    ['open links', '['.repeat(100_000)],
    ['images', '![a]('.repeat(20_000)],
    ['stars', '*a **b '.repeat(20_000)],
    ['underscores', '_a '.repeat(60_000)],
    ['underscore names', `${'a_'.repeat(100_000)} b`],
    ['backticks', '` `` ``` '.repeat(20_000)],
    [
      'runs of backticks of growing length',
      Array.from({ length: 900 }, (_, index) => '`'.repeat(index)).join(' '),
    ],
    ['nested images', '!['.repeat(30_000)],
    ['struck text', '~~a '.repeat(60_000)],
    ['struck elements', '<del>a '.repeat(30_000)],
    ['backticks and tildes', '`a ~~b` '.repeat(30_000)],
    ['one run of backticks each', Array.from({ length: 600 }, (_, index) => '`'.repeat(index + 1)).join(' ')],
    ['quotations', `${'> '.repeat(20_000)}x`],
    ['nested lists', Array.from({ length: 1_000 }, (_, index) => `${'  '.repeat(index)}- x`).join('\n')],
    ['marks of one list', `${'- '.repeat(20_000)}x`],
    ['brackets', '<a'.repeat(60_000)],
    ['pipes', `${'|'.repeat(100_000)}\n|---|---|\n${'| a | b |\n'.repeat(10_000)}`],
    ['open pipe rows', '| a\n'.repeat(50_000)],
    ['open tables', '<table>\n'.repeat(20_000)],
    ['definitions', Array.from({ length: 20_000 }, (_, index) => `[a${index}]: /x`).join('\n')],
    ['entities', '&amp;'.repeat(60_000)],
    ['backslashes', '\\'.repeat(100_001)],
  ])('%s in Markdown', async (_, text) => {
    const { ok } = await read(`Words that stay.\n\n${text}\n\nLast words.`, 'text/markdown');
    expect(ok).toBe(true);
  });

  test.each([
    ['tabs', `a\tb\n${'\t'.repeat(200_000)}\nc\td`],
    ['wide rows', `${'a\t'.repeat(5_000)}\n`.repeat(20)],
    ['headings', 'Titre\n\n'.repeat(50_000)],
    ['records', 'Nom : a_b\nDurée : 1 an\n\n'.repeat(20_000)],
    ['a paragraph', 'mot '.repeat(200_000)],
    ['brackets', '<https:'.repeat(60_000)],
    ['list marks', '- '.repeat(100_000)],
    ['rows', `Nom\tFinalité\n${'a_b\tMesure\n'.repeat(20_000)}`],
  ])('%s in plain text', async (_, text) => {
    const { ok } = await read(text, 'text/plain');
    expect(ok).toBe(true);
  });
});

describe('many more parts than a call takes arguments', () => {
  test.each<[string, Media, string]>([
    ['short lines', 'text/plain', 'mot\n'.repeat(300_000)],
    ['rows', 'text/plain', `Nom\tFinalité\n${'a\tb\n'.repeat(200_000)}`],
    ['quotations in one line', 'text/markdown', `${'> '.repeat(2_000_000)}x`],
    [
      'spanning rows',
      'text/html',
      `<table>${'<tr><td rowspan=0>x</td><td>y</td></tr>'.repeat(20_000)}</table>`,
    ],
  ])('%s', { timeout: 60_000 }, async (_, as, text) => {
    const { ok } = await read(text, as);
    expect(ok).toBe(true);
  });
});

describe('nothing harmful comes through', () => {
  test('scripts, styles, comments and handlers leave no trace', async () => {
    const reading = await readString(
      '<h1>Cookies</h1><script>alert(1)</script><style>p{}</style><!-- note --><p onclick="x()">Words <a href="javascript:alert(1)">here</a>.</p><svg><text>drawn</text></svg><iframe src="x">framed</iframe>',
    );
    expect(reading.body).toEqual([{ role: 'paragraph', text: 'Words here.' }]);
  });

  test('heads named like the inside of objects are columns like others', async () => {
    const reading = await readString(
      'Nom\tFinalité\tconstructor\t__proto__\na_b\tMesure\tx\ty\nb_c\tMesure\tx\ty',
    );
    expect(reading.tables[0]?.rows[0]?.cells).toEqual(['a_b', 'Mesure', 'x', 'y']);
    expect(reading.tables[0]?.columns.map((column) => column.key).slice(0, 2)).toEqual(['name', 'purpose']);
  });

  test('private characters of the text are not mistaken for the shield of names', async () => {
    const { body } = await readString('# T\n\n\ue000\ue001 _ga_* and **b** \ue002.');
    expect(body).toEqual([{ role: 'paragraph', text: '\ue000\ue001 _ga_* and **b** \ue002.' }]);
  });
});
