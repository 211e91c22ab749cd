import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { type Marked, markRuns } from '../../src/present/marks.ts';

function marked(runs: readonly Marked[]): string {
  return markRuns(runs, false)
    .map((one) => one.text)
    .join('');
}

/** Reads marks back as any program could. */
function unmark(text: string): Marked[] {
  const runs: { op: Marked['op']; text: string }[] = [];
  let op: Marked['op'] = 'equal';
  let open = '';
  for (let at = 0; at < text.length; at += 1) {
    const two = text.slice(at, at + 2);
    if (two === '[-' || two === '{+') op = two === '[-' ? 'delete' : 'insert';
    else if ((op === 'delete' && two === '-]') || (op === 'insert' && two === '+}')) op = 'equal';
    else {
      const literal = /^\\[\\[\]{}]/.test(two) ? text.charAt(at + 1) : text.charAt(at);
      if (literal !== text.charAt(at) || two.startsWith('\\\\')) at += 1;
      if (runs.at(-1)?.op === op && open === '')
        runs[runs.length - 1] = { op, text: (runs.at(-1)?.text ?? '') + literal };
      else runs.push({ op, text: literal });
      open = '';
      continue;
    }
    open = 'mark';
    at += 1;
  }
  return runs;
}

describe('marks without colour', () => {
  test.each([
    [
      [
        { op: 'delete', text: 'old' },
        { op: 'insert', text: 'new' },
      ],
      '[-old-]{+new+}',
    ],
    [[{ op: 'equal', text: 'a [- b -] {+ c +}' }], 'a \\[- b -\\] {\\+ c +\\}'.replace('{\\+', '\\{+')],
    [[{ op: 'delete', text: '[' }], '[-\\[-]'],
    [[{ op: 'delete', text: ']' }], '[-\\]-]'],
    [
      [
        { op: 'equal', text: 'a\\' },
        { op: 'delete', text: 'b' },
      ],
      'a\\\\[-b-]',
    ],
    [[{ op: 'equal', text: '[lien](url) {{url}}' }], '[lien](url) {{url}}'],
  ] as const)('%j is %s', (runs, text) => {
    expect(marked(runs)).toBe(text);
  });

  const letters = fc.constantFrom('[', '-', ']', '{', '+', '}', '\\', 'a', ' ');
  const run = fc.record({
    op: fc.constantFrom('equal', 'insert', 'delete'),
    text: fc.array(letters, { minLength: 1, maxLength: 6 }).map((all) => all.join('')),
  });
  test.prop([fc.array(run, { maxLength: 6 })])('no text forges a mark: the runs read back', (runs) => {
    const joined: { op: Marked['op']; text: string }[] = [];
    for (const one of runs) {
      const last = joined.at(-1);
      if (last?.op === one.op && one.op === 'equal') last.text += one.text;
      else joined.push({ ...one });
    }
    expect(unmark(marked(joined))).toEqual(joined);
  });
});
