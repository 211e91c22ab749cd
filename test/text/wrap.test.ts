import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapRuns } from '../../src/text/wrap.ts';

function linesOf(texts: readonly string[], width: number): string[] {
  const runs = texts.map((text) => ({ text }));
  return wrapRuns(runs, width).map((line) => line.map(({ text }) => text).join(''));
}

describe('lines of one run of text', () => {
  it.each([
    ['words fill a line up to its width', 'aaa bbb ccc', 7, ['aaa bbb', 'ccc']],
    ['spaces at the ends of lines are dropped', '  aaa   bbb  ', 4, ['aaa', 'bbb']],
    ['spaces between words of a line stay', 'a  b c', 4, ['a  b', 'c']],
    ['a word longer than a line is cut', 'aaaaaa b', 4, ['aaaa', 'aa b']],
    ['nothing is one empty line', '', 4, ['']],
    ['a French mark keeps its plain space', 'aaaa « bb » ?', 8, ['aaaa', '« bb » ?']],
    ['a no-break space parts nothing', 'aa bb\u00a0cc', 6, ['aa', 'bb\u00a0cc']],
  ])('%s', (_, text, width, lines) => {
    expect(linesOf([text], width)).toEqual(lines);
  });

  it('are the same wherever the text is cut into runs', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'bc', ' ', '  ', 'é', ',', '«', '»', ':', '\n', '漢'),
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 20 }), (text, width) => {
        expect(linesOf([text], width)).toEqual(linesOf([text, ''], width));
      }),
    );
  });
});
