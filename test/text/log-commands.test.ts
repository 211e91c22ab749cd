import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { breakLogCommands } from '../../src/text/log-commands.ts';

describe('what a build server would obey', () => {
  test.each([
    ['::error file=a::boom', '\\::error file=a::boom'],
    ['    ::error::boom', '   \\::error::boom'],
    ['a\n ::stop-commands::x\n\n::endgroup::', 'a\n\\::stop-commands::x\n\n\\::endgroup::'],
    ['said ##[error]boom', 'said #\\#[error]boom'],
    ['###[warning] ##vso[task.x] ##TeamCity[y]', '##\\#[warning] #\\#vso[task.x] #\\#TeamCity[y]'],
    ['a :: b, ## heading', 'a :: b, ## heading'],
  ])('%j is shown as %j', (text, shown) => {
    expect(breakLogCommands(text)).toBe(shown);
  });

  test.prop([
    fc
      .array(fc.constantFrom('::', ':', '##', '#', '[', 'vso[', ' ', '\n', '\\', 'a'))
      .map((all) => all.join('')),
  ])('never stands in a text that was broken, and twice is as good as once', (text) => {
    const shown = breakLogCommands(text);
    expect(shown.split('\n').some((line) => line.trimStart().startsWith('::'))).toBe(false);
    expect(shown).not.toMatch(/##(?:\[|vso\[|teamcity\[)/i);
    expect(breakLogCommands(shown)).toBe(shown);
  });
});
