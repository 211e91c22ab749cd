import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { formatDocument } from '../../src/canonical/format.ts';
import { parseDocument } from '../../src/canonical/parse.ts';
import { reformat } from '../../src/canonical/reformat.ts';
import { commented, document } from './arbitraries.ts';

const schema = 'charter.schema.json';
const first = `# yaml-language-server: $schema=${schema}`;

/** Every comment that a YAML library sees, without a stated order. */
function commentsOf(text: string): string[] {
  return [...text.matchAll(/#µ[0-9]+/g)].map(([mark]) => mark).sort();
}

describe('reformatting', () => {
  test.prop([document])('leaves canonical files alone', (original) => {
    const text = formatDocument(original, { schema });
    expect(reformat(text)).toEqual({ text, problems: [] });
  });

  test.prop([document.chain(commented)], { numRuns: 500 })(
    'keeps the document and every comment, and does so once and for all',
    ({ document: original, text }) => {
      const once = reformat(text).text ?? '';
      expect(parseDocument(once).document).toEqual(original);
      expect(commentsOf(once)).toEqual(commentsOf(text));
      expect(reformat(once).text).toBe(once);
    },
  );

  it('puts keys in order, texts on lines and comments beside what they speak of', () => {
    const text = [
      '# licence',
      '---',
      '# the words',
      'body: # all of it',
      '  # opening',
      "  - { paragraph: 'Un. Deux.' } # short",
      '',
      '  - level: 2 # as published',
      '    heading: "Qui ?"',
      '  # no table',
      'language:   fr',
      'decisions: [] # none yet',
      'title: >-',
      '  Charte',
      '  cookies # not a comment',
      'charter: a',
      '# the end',
    ].join('\n');
    expect(reformat(text).text).toBe(
      [
        first,
        'charter: a',
        '# no table',
        'language: fr',
        '# none yet',
        'title: "Charte cookies # not a comment"',
        '# licence',
        '# the words',
        'body: # all of it',
        '  # opening',
        '  - paragraph: |- # short',
        '      Un.',
        '      Deux.',
        '  - heading: Qui ?',
        '    level: 2 # as published',
        '# the end',
        '',
      ].join('\n'),
    );
  });

  it('keeps the schema that the file names, unless another is asked for', () => {
    const text = '# yaml-language-server: $schema=../x.json\ncharter: a\nlanguage: "fr"\nbody: []\n';
    expect(reformat(text).text?.split('\n')[0]).toBe('# yaml-language-server: $schema=../x.json');
    expect(reformat(text, { schema }).text?.split('\n')[0]).toBe(first);
    expect(reformat(reformat(text).text ?? '', { schema }).text?.split('\n')[0]).toBe(first);
  });

  it('gives problems and no text for a file that is refused', () => {
    expect(reformat('charter: a\n')).toMatchObject({
      problems: [{ code: 'key-missing' }, { code: 'key-missing' }],
    });
    expect(reformat('charter: a\n').text).toBeUndefined();
  });

  test.prop([fc.string()])('never throws on other text', (text) => {
    expect(() => reformat(text)).not.toThrow();
  });
});
