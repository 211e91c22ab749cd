/** What is said of two versions above their comparison: whole where there is room, on one line where there is little. */
import { describe, expect, test } from 'vitest';
import { versionSentences } from '../../src/present/diff-header.ts';
import type { DiffView } from '../../src/present/diff-view.ts';
import { samplePair } from '../present/views.ts';
import { screenOf, stateOf, type } from './states.ts';

function datedPair(): DiffView {
  const view = samplePair();
  const dated = { by: 'capture', recorded: '2026-03-09', captured: '2026-02-24' } as const;
  return {
    ...view,
    diff: {
      ...view.diff,
      a: {
        ...view.diff.a,
        revision: '2026-03-01',
        dated: { ...dated, asked: '2026-03-01', next: '2026-03-15' },
      },
      b: {
        ...view.diff.b,
        revision: '2026-03-20',
        dated: { by: 'capture', asked: '2026-03-20', captured: '2026-03-15', recorded: '2026-03-15' },
      },
    },
  };
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe('the sentences about versions', () => {
  test.each(['en', 'fr'] as const)('stand above the comparison as in the plain text (%s)', (language) => {
    const view = datedPair();
    const screen = flat(screenOf(stateOf([view], { language, size: [90, 30] })));
    const sentences = versionSentences(view, language);
    expect(sentences).toHaveLength(2);
    for (const sentence of sentences) expect(screen).toContain(flat(sentence));
  });

  test('take one line of a small screen, and all they need once opened', () => {
    const view = datedPair();
    const small = type(stateOf([view], { size: [60, 15] }), 'g');
    const about = screenOf(small)
      .split('\n')
      .filter((line) => /captur|observed|recorded/i.test(line));
    expect(about).toHaveLength(1);
    expect(about[0]).toMatch(/^▌ .*…$/);
    const opened = flat(screenOf(type(small, '\r')).replaceAll('▏', ''));
    for (const sentence of versionSentences(view, 'en')) expect(opened).toContain(flat(sentence));
  });

  test('stand with each side in the detail', () => {
    const detail = flat(screenOf(type(stateOf([datedPair()], { size: [100, 60] }), '\r')));
    expect(detail).toContain('Observed on 24 February, recorded on 9 March; next capture on 15 March');
    expect(detail).toContain('Observed on 15 March, recorded the same day');
  });

  test('say which side is not there', () => {
    const view = samplePair();
    const gone = { ...view, diff: { ...view.diff, b: { ...view.diff.b, missing: true } } } as DiffView;
    const [sentence = 'none'] = versionSentences(gone, 'en');
    expect(flat(screenOf(stateOf([gone])))).toContain(flat(sentence));
  });

  test('are none where nothing is to be said', () => {
    const state = stateOf([samplePair()]);
    expect(state.book?.items[0]?.kind).not.toBe('versions');
  });
});
