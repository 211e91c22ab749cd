/** The queue of a review: each decision and finding with its words, class, ruling and reference, as the text has them. */
import { diffMessages } from '../../messages/diff.ts';
import { reviewMessages } from '../../messages/review.ts';
import { tuiMessages } from '../../messages/tui.ts';
import { changeClasses } from '../../model/charter.ts';
import type { ReviewedDecision, ReviewFinding } from '../../model/review.ts';
import { signs } from '../../present/layout.ts';
import { type Desk, findingEntry, namesOf } from '../../present/review-findings.ts';
import { decisionSentences, effectSentence, type ReviewOptions } from '../../present/review-view.ts';
import { span } from '../../present/style.ts';
import type { FrameLine } from '../frame-types.ts';
import { needsMarks } from '../palette.ts';
import { type Blocks, makeBlocks } from '../pane.ts';
import { type FindingItem, isViewable, isViewed, type Queue, type QueueItem } from '../review/queue.ts';
import { foldForSearch, markMatches } from '../search.ts';
import type { UiState } from '../state.ts';
import { queryOf } from './drawing.ts';
import { addTag, flatRun, partTagged, run, withGutter, wrap } from './lines.ts';

const barWidth = 1;
/** Cells of a line kept for the spaces between old and new words. */
const roomToPart = 2;
/** Longer lines are hard to read. */
const widest = 120;
const gutterWidth = 4;

interface Laying {
  readonly queue: Queue;
  readonly desk: Desk;
  readonly options: ReviewOptions & { readonly width: number };
}

export function queueBlocks(state: UiState, queue: Queue): Blocks {
  const laying = layingOf(state, queue);
  return makeBlocks(
    queue.shown.length,
    (index) => index,
    (index) => {
      const item = queue.shown[index];
      const rows = item ? itemRows(item, laying) : [];
      const kind = index === queue.place.at ? 'current' : 'other';
      return rows.map((line) => markMatches(line, queryOf(state), kind));
    },
  );
}

function layingOf({ settings, terminal }: UiState, queue: Queue): Laying {
  const width = Math.min(widest, terminal.columns - barWidth - roomToPart);
  const color = !needsMarks(settings);
  const options = { language: settings.language, width, color, all: false };
  return { queue, options, desk: { review: queue.review, options, sheets: new Map() } };
}

/** Longer sentences are cut. */
const mostHeads = 2;

/** What the request is; while a reason is asked for that cannot count, that. */
export function queueHeads({ queue, settings, prompt, terminal }: UiState): FrameLine[] {
  if (!queue) return [];
  const { review } = queue;
  const { language } = settings;
  const denied = prompt?.kind === 'reason' && review.policy.policy.selfAccept === 'deny';
  const said = denied
    ? run(tuiMessages[language].review.reason.denied, 'failure')
    : run(reviewMessages[language].request(review.request, review.observed), 'strong');
  return wrap([said], terminal.columns - 2 * barWidth)
    .slice(0, mostHeads)
    .map((line): FrameLine => [run(' '), ...line]);
}

function itemRows(item: QueueItem, laying: Laying): FrameLine[] {
  const { language, width } = laying.options;
  const texts = reviewMessages[language];
  const inner = width - gutterWidth;
  switch (item.kind) {
    case 'heading':
      return [[], [run(' '), run(texts.headings[item.part], 'strong')]];
    case 'finding':
      return withMark(findingRows(item, laying), item, laying);
    case 'decision':
      return withMark(decisionRows(item.decided, laying), item, laying);
    case 'folded':
      return [[], ...indented(signs.rest, wrap([run(foldedText(item, language), 'dim')], inner))];
    case 'effect':
      return indented(signs.moved, wrap([run(effectSentence(item.effect, language))], inner));
    case 'none':
      return noneRows(item.filtered, laying);
  }
}

function noneRows(filtered: boolean, { queue, options: { language, width } }: Laying): FrameLine[] {
  const words = tuiMessages[language].review;
  const done = queue.wishes.unviewed && queue.all.every((item) => isViewed(item, queue));
  const said = done ? words.allViewed : filtered ? words.hidden : words.nothing;
  return [[], ...indented(undefined, wrap([run(said)], width - gutterWidth))];
}

function foldedText(
  { counts, older }: Extract<QueueItem, { kind: 'folded' }>,
  language: ReviewOptions['language'],
): string {
  const texts = reviewMessages[language];
  const { count } = diffMessages[language];
  const levels = changeClasses.filter((level) => counts[level] > 0);
  const told = levels.map((level) => count(level, counts[level]));
  return [
    ...(told.length === 0 ? [] : [texts.folded(told)]),
    ...(older === 0 ? [] : [texts.older(older)]),
  ].join(' · ');
}

/** ` ~  normandie · Cookies …              substantive · no reason  3f9a1c`. */
function findingRows({ findings }: FindingItem, { desk, options, queue }: Laying): FrameLine[] {
  const [finding] = findings;
  const names = findings.flatMap(({ charter }) => (charter === undefined ? [] : [charter]));
  const lead = names.length === 0 ? [] : [span(`${namesOf(names, options)} · `, 'dim')];
  const lines = findingEntry(finding, desk, lead).map((line) => partTagged(line, options.width));
  const accepted = findings.every(({ id }) => queue.accepted.has(id));
  if (!accepted) return lines;
  const note = tuiMessages[options.language].review.reason.pending;
  return [...lines, ...indented(undefined, wrap([run(note, 'new')], options.width - gutterWidth))];
}

const decisionSigns: Readonly<Record<ReviewedDecision['what'], string>> = {
  made: signs.added,
  altered: signs.changed,
  removed: signs.removed,
  lapsed: signs.rest,
};

function decisionRows(decided: ReviewedDecision, { options }: Laying): FrameLine[] {
  const { language, width } = options;
  const { what, portal, decision } = decided;
  const head: FrameLine = [
    run(`${portal} · `, 'dim'),
    ...(what === 'made' ? [] : [run(`${reviewMessages[language].decision[what]} · `, 'strong')]),
    flatRun(decisionSentences(decided, language).join(' · ')),
  ];
  const tag: FrameLine = [
    run(diffMessages[language].tag[decision.class], decision.class),
    run(`  ${decision.reference.slice(0, 6)}`, 'dim'),
  ];
  const inner = width - gutterWidth;
  return indented(decisionSigns[what], addTag(wrap(head, inner), tag, inner));
}

/** With the room that the text gives to signs. */
function indented(sign: string | undefined, lines: readonly FrameLine[]): FrameLine[] {
  return withGutter(sign === undefined ? undefined : run(sign, 'dim'), lines).map((line) => [
    run(' '),
    ...line,
  ]);
}

/** `✓` in the first cell of what was viewed. */
function withMark(rows: readonly FrameLine[], item: QueueItem, { queue }: Laying): FrameLine[] {
  if (!isViewable(item) || !isViewed(item, queue)) return [...rows];
  return rows.map((line, index) => (index === 0 ? markFirst(line) : line));
}

function markFirst([first, ...rest]: FrameLine): FrameLine {
  if (!first?.text.startsWith(' ')) return first ? [first, ...rest] : [];
  return [run('✓', 'notice'), { ...first, text: first.text.slice(1) }, ...rest];
}

/** Indexes of the items whose words, names or references hold it. */
export function matchingItems(state: UiState, wanted: string): readonly number[] {
  const { queue } = state;
  if (!queue) return [];
  const laying = layingOf(state, queue);
  return queue.shown.flatMap((item, index) => {
    if (!isViewable(item)) return [];
    const rows = itemRows(item, laying).map((line) => line.map(({ text }) => text).join(''));
    const whole = item.kind === 'finding' ? textsOf(item.findings) : [];
    return [...rows, ...whole].some((text) => foldForSearch(text).includes(wanted)) ? [index] : [];
  });
}

function textsOf(findings: readonly ReviewFinding[]): string[] {
  return findings.flatMap(({ before = '', after = '', charter = '', rule }) => [
    before,
    after,
    charter,
    rule,
  ]);
}
