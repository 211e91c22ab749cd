/** The queue of a review: its order, the marks of what was viewed, filters, the way to the charter and back, reasons. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { frame } from '../../src/tui/frame.ts';
import { reduce } from '../../src/tui/reducer.ts';
import type { UiState } from '../../src/tui/state.ts';
import { quietReview, reviewState } from './reviews.ts';
import { resize, screenOf, type } from './states.ts';

let review: Review;

beforeAll(async () => {
  review = await quietReview();
});

function header(state: UiState): string {
  return (screenOf(state).split('\n')[1] ?? '').trim();
}

function bottom(state: UiState): string {
  return (screenOf(state).split('\n').at(-1) ?? '').trim();
}

/** What the queue lists, in few words. */
function listed({ queue }: UiState): string[] {
  return (queue?.shown ?? []).map((item) => {
    if (item.kind === 'heading') return item.part;
    if (item.kind === 'decision') return `${item.decided.what} ${item.decided.portal}`;
    if (item.kind === 'finding')
      return [item.findings[0].rule, ...item.findings.map(({ charter }) => charter)].join(' ').trim();
    return item.kind;
  });
}

/** The finding that fails in both portals. */
function atDuration(options: Parameters<typeof reviewState>[1] = {}, of = review): UiState {
  return type(reviewState(of, options), ']]]');
}

describe('the queue of a review', () => {
  test('tells what the request is and its verdict first, then decisions, then findings, most dangerous first', () => {
    const state = reviewState(review, { size: [120, 30] });
    const [first, , third] = screenOf(state).split('\n');
    expect(first).toMatch(
      /^ charter {2}Review main ← HEAD +✗ cannot be merged as it is · 1 file in conflict/,
    );
    expect(third).toMatch(/^ Mixed: /);
    expect(listed(state)).toEqual([
      'decisions',
      'made normandie',
      'lapsed normandie',
      'failing',
      'merge-conflict noisylegrand',
      'duration-changed normandie voisine',
      'warnings',
      'policy-changed',
      'text-reworded normandie voisine',
      'drift',
      'effect',
    ]);
    expect(header(state)).toMatch(/^1 of 6 · decision · substantive · normandie +0 of 6 viewed$/);
  });

  test('has the cursor on what can be opened, never on a heading', () => {
    let state = reviewState(review);
    for (const keys of ['k', 'g', 'kkk', 'j', 'jjjjjjj', 'G', 'd', 'u']) {
      state = type(state, keys);
      expect(state.queue?.shown[state.queue.place.at]?.kind).not.toBe('heading');
    }
  });

  test('marks as viewed and goes on; again takes the mark away and stays', () => {
    const state = type(reviewState(review), ' ');
    expect(header(state)).toMatch(/^2 of 6 .* 1 of 6 viewed$/);
    expect(state.effects).toEqual([
      { kind: 'view', ids: [`made normandie ${'d'.repeat(64)}`], viewed: true },
    ]);
    const back = type(state, '[v');
    expect(header(back)).toMatch(/^1 of 6 .* 0 of 6 viewed$/);
    expect(back.effects).toMatchObject([{ kind: 'view', viewed: false }]);
  });

  test('marks all charters that change alike with one key', () => {
    const { effects } = type(atDuration(), 'v');
    const ids = review.findings.filter(({ rule }) => rule === 'duration-changed').map(({ id }) => id);
    expect(effects).toEqual([{ kind: 'view', ids, viewed: true }]);
    expect(ids).toHaveLength(2);
  });

  test('says where marks could not be kept, and has them all the same', () => {
    const state = reduce(type(reviewState(review), ' '), { type: 'view-kept', failure: 'No room.' });
    expect(bottom(state)).toBe('No room.');
    expect(state.queue?.viewed.size).toBe(1);
  });

  test('goes on to what is not viewed, around the end, and says when all is', () => {
    const viewed = review.findings.filter(({ fails }) => fails).map(({ id }) => id);
    const state = type(reviewState(review, { viewed }), ']\t');
    expect(header(state)).toMatch(/^5 of 6/);
    expect(header(type(state, '\t\t'))).toMatch(/^1 of 6/);
    const all = type(reviewState(review), ' '.repeat(6));
    expect(bottom(type(all, '\t'))).toBe('Everything that is shown is viewed.');
  });

  test('shows only a class, only what is unviewed, only what blocks, only one charter', () => {
    const state = reviewState(review);
    expect(listed(type(state, 'f1\r'))).not.toContain('duration-changed normandie voisine');
    expect(listed(type(state, 'f1\r'))).toContain('made normandie');
    expect(listed(type(state, ' f5\r'))).not.toContain('made normandie');
    expect(listed(type(state, 'f6\r'))).toEqual([
      'decisions',
      'made normandie',
      'lapsed normandie',
      'failing',
      'merge-conflict noisylegrand',
      'duration-changed normandie voisine',
    ]);
    const one = type(state, 'p');
    expect(listed(one)).toEqual([
      'decisions',
      'made normandie',
      'lapsed normandie',
      'failing',
      'duration-changed normandie',
      'warnings',
      'text-reworded normandie',
    ]);
    expect(listed(type(one, 'p'))).toEqual(listed(state));
  });

  test('folds what passes without a word to a count, and unfolds it', () => {
    const findings = review.findings.map((finding) =>
      finding.rule === 'text-reworded'
        ? { ...finding, class: 'typographic' as const, severity: 'note' as const }
        : finding,
    );
    const folded = reviewState({ ...review, findings });
    const unfolded = type(folded, 'z');
    expect(screenOf(folded)).toContain('folded: 2 typographic');
    expect(listed(type(folded, 'Gkk\r'))).toEqual(listed(unfolded));
    expect(listed(folded)).toContain('folded');
    expect(listed(unfolded)).not.toContain('folded');
    expect(listed(unfolded)).toContain('text-reworded normandie voisine');
  });

  test('finds words, charters, rules and references', () => {
    for (const query of ['25 MOIS', 'voisine', 'duration-changed', 'b3c638'])
      expect(header(type(reviewState(review), `/${query}\r`)), query).toMatch(/^4 of 6/);
    expect(bottom(type(reviewState(review), '/zzz\r'))).toContain('zzz');
  });
});

describe('one finding', () => {
  test('is shown whole: words before and after, place, rule explained, ruling and the command', () => {
    const text = screenOf(type(atDuration({ size: [100, 50] }), '\r'));
    for (const part of [
      'normandie and voisine, alike › cookies_preferences › Finalités',
      'substantive · no reason · reference b3c638',
      'charters/voisine.yaml, line 13',
      'Se souvenir du choix {+pendant 25 mois +}opéré',
      'Rule duration-changed: Duration',
      'It has no reason: give one, or ask for the text as it was.',
      'charter accept b3c638 --portals normandie,voisine --reason "…"',
    ])
      expect(text).toContain(part);
  });

  test('leads to its place in the charter, and back to where the reader was', () => {
    const text = type(atDuration(), '\r\r');
    expect(text.screens.at(-1)).toBe('table');
    expect(screenOf(text)).toMatch(/^ (charter {2})?normandie@main → normandie@HEAD/);
    expect(header(text)).toMatch(/^change 2 of 2 · substantive/);
    const back = type(text, '\u001b\u001b');
    expect(back.screens).toEqual(['review', 'review-item']);
    expect(header(type(back, '\u001b'))).toMatch(/^4 of 6/);
  });

  test('has the column that changed in sight, however narrow the table', () => {
    const text = screenOf(type(atDuration({ size: [100, 24] }), '\r\r'));
    expect(text).toContain('{+pendant');
  });

  test('has no place to show where no text differs', () => {
    expect(bottom(type(reviewState(review), ']]\r\r'))).toMatch(/^No text of this charter differs here/);
  });

  test('goes to the next one, and marks without leaving the screen', () => {
    const state = type(reviewState(review), '\r ');
    expect(state.screens).toEqual(['review', 'review-item']);
    expect(header(state)).toMatch(/^2 of 6 .*1 of 6 viewed$/);
    expect(header(type(state, ']'))).toMatch(/^3 of 6/);
  });

  test('is opened in the editor at its line, where the request is checked out', () => {
    expect(type(atDuration(), 'e').effects).toEqual([
      { kind: 'edit', file: 'charters/normandie.yaml', line: 13 },
    ]);
    const edited = reduce(atDuration(), { type: 'edited' });
    expect(bottom(edited)).toBe('What was edited counts in the next review, once committed.');
    const elsewhere = type(atDuration({ here: false }), 'e');
    expect(elsewhere.effects).toEqual([]);
    expect(bottom(elsewhere)).toMatch(/not checked out/);
  });
});

describe('a reason', () => {
  const findings = (): { id: string; charter: string; reference: string }[] =>
    review.findings
      .filter(({ rule }) => rule === 'duration-changed')
      .map(({ id, charter = '', reference = '' }) => ({ id, charter, reference }));

  test('is typed, then confirmed as the command that would write it, and only then asked for', () => {
    const typed = type(atDuration(), 'aVoulu ainsi.\r');
    expect(header(typed)).toBe(
      'To be written: charter accept b3c638 --portals normandie,voisine --reason "Voulu ainsi."',
    );
    expect(typed.effects).toEqual([]);
    const asked = type(typed, '\r');
    expect(asked.effects).toEqual([{ kind: 'reason', findings: findings(), text: 'Voulu ainsi.' }]);
    expect(header(asked)).toBe('Writing…');
  });

  test('is written down where the findings are, and counts once it is a part of the request', () => {
    const ids = findings().map(({ id }) => id);
    const state = reduce(type(atDuration(), 'aVoulu\r\r'), { type: 'reasons-written', ids });
    expect(bottom(state)).toBe('2 reasons written in 2 charters: count once committed.');
    expect(screenOf(state)).toContain('A reason stands in the work tree');
    expect(screenOf(state)).toContain('✗');
  });

  test('that cannot be written leaves all as it was, with the sentence of the failure', () => {
    const asked = type(atDuration(), 'aVoulu\r\r');
    const state = reduce(asked, { type: 'reasons-failed', message: 'Not canonical.' });
    expect(bottom(state)).toBe('Not canonical.');
    expect(state.queue?.accepted.size).toBe(0);
    expect(type(state, 'j').queue?.writing).toBeUndefined();
  });

  test('needs words, and can be left at either step', () => {
    expect(bottom(type(atDuration(), 'a  \r'))).toBe('Nothing written: no agreement without a reason.');
    for (const keys of ['aVoulu\u001b', 'aVoulu\r\u001b']) {
      const state = type(atDuration(), keys);
      expect(state.prompt).toBeUndefined();
      expect(state.effects).toEqual([]);
    }
  });

  test('can be copied as a command in the place of being written', () => {
    const command = 'charter accept b3c638 --portals normandie,voisine --reason Voulu';
    expect(type(atDuration(), 'aVoulu\rY').effects).toEqual([{ kind: 'copy', text: command, of: 'command' }]);
    expect(type(atDuration({ here: false }), 'Y').effects).toEqual([
      { kind: 'copy', text: command.replace('Voulu', '"…"'), of: 'command' },
    ]);
  });

  test('is asked for once for all findings of the class that are shown and have none', () => {
    const state = type(atDuration(), 'A');
    expect(header(state)).toBe('All changes shown of this class (2 substantive) in 2 charters: why?');
    const one = type(reviewState(review), 'p]]A');
    expect(header(one)).toBe('All changes shown of this class (1 substantive) in normandie: why?');
    const done = atDuration({ accepted: findings().map(({ id }) => id) });
    expect(bottom(type(done, 'A'))).toMatch(/^No finding of this class/);
  });

  test('groups charters with the same references into one command, and tells of the others', async () => {
    const [first, second] = findings();
    const other = review.findings.map((finding) =>
      finding.id === second?.id ? { ...finding, reference: '123456' } : finding,
    );
    const state = type(atDuration({}, { ...review, findings: other }), 'aVoulu\r');
    expect(header(state)).toBe(
      `To be written: charter accept ${first?.reference} --portals normandie --reason Voulu … and 1 more command`,
    );
  });

  test('is refused for what takes none, and on a request that is not checked out', () => {
    expect(bottom(type(reviewState(review), ']]a'))).toBe('No reason can be noted for this one.');
    const elsewhere = type(atDuration({ here: false }), 'a');
    expect(elsewhere.prompt).toBeUndefined();
    expect(bottom(elsewhere)).toMatch(/^This request is not checked out; Y copies/);
  });

  test('is warned of where the policy does not count it', () => {
    const policy = { ...review.policy, policy: { ...review.policy.policy, selfAccept: 'deny' as const } };
    expect(screenOf(type(atDuration({}, { ...review, policy }), 'a'))).toContain(
      'The policy of the base counts no reason from the request itself.',
    );
    expect(screenOf(type(atDuration(), 'a'))).not.toContain('counts no reason');
  });
});

describe('any size', () => {
  test('keeps the finding under the cursor', () => {
    let state = atDuration();
    for (const [columns, rows] of [
      [60, 15],
      [200, 50],
      [40, 10],
      [80, 24],
    ] as const) {
      state = resize(state, columns, rows);
      expect(frame(state).lines).toHaveLength(rows - 1);
    }
    expect(header(state)).toMatch(/^4 of 6/);
  });
});
