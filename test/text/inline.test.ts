import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type InlineNode, parseInline, plainText } from '../../src/text/inline.ts';
import { formatInline, type InlineContent } from '../../src/text/inline-writing.ts';

function sketch(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.value;
      if (node.kind === 'break') return '⏎';
      if (node.kind === 'code') return `<code>${node.value}</code>`;
      const name = node.kind === 'link' ? `a ${node.target}` : node.kind === 'strong' ? 'b' : 'i';
      return `<${name}>${sketch(node.children)}</>`;
    })
    .join('');
}

describe('inline texts', () => {
  it.each([
    ['les « **nécessaires** »', 'les « <b>nécessaires</> »'],
    ['un *mot* et ***deux***', 'un <i>mot</> et <i><b>deux</></>'],
    [
      '[ici](https://a.fr/x_(y)) ou <https://b.fr>',
      '<a https://a.fr/x_(y)>ici</> ou <a https://b.fr>https://b.fr</>',
    ],
    ['<{{url}}>', '<a {{url}}>{{url}}</>'],
    ['__utma__, _ga_* et _pk_id.*', '__utma__, _ga_* et _pk_id.*'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['`_ga_*` vaut', '<code>_ga_*</code> vaut'],
    ['\\*pas gras\\*', '*pas gras*'],
    ['a\nb', 'a⏎b'],
    ['a < b > c [d] (e)', 'a < b > c [d] (e)'],
    ['[a **b](x)** c', '<a x>a **b</>** c'],
    ['**a', '**a'],
  ])('reads %j', (source, expected) => {
    expect(sketch(parseInline(source))).toBe(expected);
  });

  it('leaves the words without markup', () => {
    expect(plainText('Les **tiers** sur [notre site](https://a.fr)')).toBe('Les tiers sur notre site');
  });

  it('comes to an end on hostile marks', () => {
    for (const text of [
      '*'.repeat(20_000),
      '[a]('.repeat(5_000),
      '`'.repeat(20_000),
      '**a '.repeat(5_000),
      `${'*a '.repeat(900)}${'b* '.repeat(900)}`,
      `${'*a '.repeat(20_000)}${'b* '.repeat(20_000)}`,
      `${'[a'.repeat(5_000)}${'](b)'.repeat(5_000)}`,
    ]) {
      expect(plainText(text).length).toBeGreaterThan(0);
    }
  });

  const text = fc.string({
    unit: fc.constantFrom(
      'a',
      'é',
      ' ',
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '\\',
      '.',
      ':',
      '{',
      '}',
      '!',
    ),
  });
  const leaf: fc.Arbitrary<InlineContent> = text.map((value) => ({ kind: 'text', value }));

  test.prop([text], { numRuns: 1000 })('offsets cover the source in order', (source) => {
    let at = 0;
    for (const node of parseInline(source)) {
      expect(node.from).toBeGreaterThanOrEqual(at);
      expect(node.to).toBeGreaterThan(node.from);
      at = node.to;
    }
    expect(at).toBeLessThanOrEqual(source.length);
  });

  test.prop([fc.array(leaf, { maxLength: 3 })], { numRuns: 1000 })('formatting keeps the words', (nodes) => {
    const written = formatInline(nodes);
    expect(plainText(written)).toBe(nodes.map((node) => ('value' in node ? node.value : '')).join(''));
  });

  it.each([
    ['backticks of growing length', Array.from({ length: 600 }, (_, size) => '`'.repeat(size)).join(' ')],
    ['one run of backticks', `${'`'.repeat(200_000)}x`],
    ['open brackets', '['.repeat(200_000)],
    ['brackets and targets', '['.repeat(50_000) + '](x)'.repeat(50_000)],
    ['a mail address that never ends', `<a@${'.'.repeat(200_000)}`],
    ['autolinks that never end', '<http:'.repeat(50_000)],
  ])('%s come to an end', (_name, source) => {
    expect(plainText(source).length).toBeGreaterThan(0);
  });
});
