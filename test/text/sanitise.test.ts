import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { sanitise } from '../../src/text/sanitise.ts';

describe('sanitising', () => {
  test.each([
    ['plain text, "quotes", é, «\u00a0mot\u00a0»', 'plain text, "quotes", é, «\u00a0mot\u00a0»'],
    ['\u001b[31mred', '␛[31mred'],
    ['\u001b]52;c;eA==\u0007', '␛]52;c;eA==␇'],
    ['a\u0000b\tc\rd\u007f', 'a␀b␉c␍d␡'],
    ['\u009b31m', '⟨U+009B⟩31m'],
    ['one\ntwo', 'one␊two'],
    ['abc\u202edef', 'abc⟨U+202E⟩def'],
    ['a\u2066b\u2069\u200e\u061c', 'a⟨U+2066⟩b⟨U+2069⟩⟨U+200E⟩⟨U+061C⟩'],
    ['zero\u200bwidth\ufeff', 'zero⟨U+200B⟩width⟨U+FEFF⟩'],
    ['soft\u00adhyphen', 'soft⟨U+00AD⟩hyphen'],
    ['pass\u200dword', 'pass⟨U+200D⟩word'],
    ['line\u2028sep', 'line⟨U+2028⟩sep'],
    ['lone \ud83d here', 'lone ⟨U+D83D⟩ here'],
    ['tag \u{e0041}', 'tag ⟨U+E0041⟩'],
    ['filler\u3164', 'filler⟨U+3164⟩'],
    ['a\ufe0f', 'a⟨U+FE0F⟩'],
    ['👨‍👩‍👧 ☺️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👨‍👩‍👧 ☺️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['क्\u200dष', 'क्\u200dष'],
  ])('%j reads %j', (text, shown) => {
    expect(sanitise(text)).toBe(shown);
  });

  test('line breaks stay where they are asked for', () => {
    expect(sanitise('one\ntwo\r', { keepLines: true })).toBe('one\ntwo␍');
  });

  test.prop([fc.string({ unit: 'binary', maxLength: 60 })])(
    'nothing is left that a terminal could obey',
    (text) => {
      const shown = sanitise(text);
      expect(shown).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/,
      );
      expect(shown).not.toMatch(/\p{Cs}/u);
      expect(sanitise(shown)).toBe(shown);
    },
  );
});
