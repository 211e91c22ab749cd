import { fc, test } from '@fast-check/vitest';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect } from 'vitest';
import { markdownCode, markdownText } from '../../src/present/markdown-text.ts';
import { sanitise } from '../../src/text/sanitise.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** Kinds of nodes other than plain text, and all text with what keeps signs apart left out. */
function rendered(markdown: string): { readonly kinds: string[]; readonly text: string } {
  const kinds: string[] = [];
  let text = '';
  const waiting: Node[] = [fromMarkdown(markdown)];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (node.type === 'text') text += node.value ?? '';
    else if (!(node.type === 'html' && /^<\/?span>$/.test(node.value ?? ''))) kinds.push(node.type);
    waiting.unshift(...(node.children ?? []));
  }
  return { kinds, text: text.replaceAll('\u200b', '') };
}

const signs = [
  ...'`*_{}[]()#|~<>!@$%&^:/.-+=\\" \n\t',
  'a',
  '1',
  'www.',
  'GH-1',
  '&amp;',
  '<!--',
  '-->',
  '](',
  '~~~',
  ':tada:',
  '://',
];

describe('a text within Markdown', () => {
  test.each([
    ['@admin', '@&#8203;admin'],
    ['à zoe@example.org', 'à zoe@&#8203;example.org'],
    ['#1 octo/repo#2 GH-3', '\\#&#8203;1 octo/repo\\#&#8203;2 GH&#8203;-3'],
    [
      '!4 $5 %6 &7 ~8 %"sprint" ~"label"',
      '\\!&#8203;4 <span>\\$</span>5 %&#8203;6 &amp;&#8203;7 \\~&#8203;8 %&#8203;"sprint" \\~&#8203;"label"',
    ],
    [
      '[vulnerability:9] *iteration:1 ^alert#2',
      '\\[&#8203;vulnerability:9\\] \\*&#8203;iteration:1 \\^&#8203;alert\\#&#8203;2',
    ],
    ['https://evil.example www.evil.example', 'https:&#8203;//evil.example www&#8203;.evil.example'],
    [':tada: 13 mois : 100 %', ':&#8203;tada: 13 mois : 100 %'],
    ['{+new+} [-old-] {{url}}', '\\{&#8203;+new+\\} \\[&#8203;-old-\\] \\{\\{url\\}\\}'],
    ['a\n\nb | c', 'a b \\| c'],
  ])('%j names nobody and refers to nothing: %s', (text, written) => {
    expect(markdownText(text)).toBe(written);
  });

  test.prop([fc.array(fc.constantFrom(...signs)).map((all) => all.join(''))])(
    'is read as it is, whatever it holds, and as nothing but text',
    (text) => {
      const { kinds, text: read } = rendered(`- x ${markdownText(`${text}y`)}`);
      expect(kinds).toEqual(['root', 'list', 'listItem', 'paragraph']);
      expect(read.replace(/\s+/g, ' ')).toBe(
        `x ${sanitise(`${text}y`.replace(/\s*\n\s*/g, ' ')).trimStart()}`.replace(/\s+/g, ' '),
      );
    },
  );

  test.prop([fc.array(fc.constantFrom('`', '``', ' ', 'a', '<!--', '|')).map((all) => all.join(''))])(
    'as code holds every backtick',
    (text) => {
      const [paragraph] = fromMarkdown(`x ${markdownCode(`a${text}b`)}`).children;
      const last = paragraph && 'children' in paragraph ? paragraph.children.at(-1) : undefined;
      expect(last).toMatchObject({ type: 'inlineCode', value: `a${text}b` });
    },
  );
});
