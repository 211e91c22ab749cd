/** What may be merged into what and whether it may, and which finding the reader is at, over the screens of a review. */
import { diffMessages } from '../../messages/diff.ts';
import { reviewMessages } from '../../messages/review.ts';
import { tuiMessages } from '../../messages/tui.ts';
import { placeName } from '../../present/review-view.ts';
import type { FrameLine, FrameRun } from '../frame-types.ts';
import { isViewable, isViewed, itemHere, type Queue, type Viewable } from '../review/queue.ts';
import { acceptCommands, chartersOf, type ReasonPrompt } from '../review/reason.ts';
import type { UiState } from '../state.ts';
import { classBoxes } from './drift-footer.ts';
import { cells, cut, flatRun, justify, run } from './lines.ts';

const gap = 2;

export function reviewSubject({ queue, settings }: UiState): string {
  if (!queue) return '';
  const { base, head } = queue.review;
  return tuiMessages[settings.language].review.title(base.revision, head.revision);
}

/** Longest form first: the verdict with its reasons, then alone, then as a sign. */
export function reviewVerdict({ queue, settings }: UiState): FrameLine[] {
  if (!queue) return [[]];
  const { verdict } = queue.review;
  const texts = reviewMessages[settings.language];
  const style = verdict.passes ? 'bar' : 'bar-strong';
  const said = texts.verdict[verdict.outcome];
  const reasons = verdict.reasons.map(({ why, count }) => texts.reason(why, count));
  const whole = [said, ...reasons].join(' · ');
  const sign = verdict.passes ? '✓ ' : '✗ ';
  return [[run(sign + whole, style)], [run(sign + said, style)], [run(sign.trim(), style)]];
}

export function reviewPosition(state: UiState): FrameLine {
  const { queue, prompt, terminal, settings } = state;
  if (!queue) return [];
  const { language } = settings;
  const words = tuiMessages[language].review;
  if (prompt?.kind === 'reason') return cut([run(' '), ...reasonLine(prompt, state)], terminal.columns);
  if (prompt?.kind === 'filter')
    return classBoxes({ shown: queue.wishes.classes, names: diffMessages[language].tag }, state);
  if (queue.writing) return [run(` ${words.reason.writing}`, 'strong')];
  const done = queue.all.filter((item) => isViewed(item, queue)).length;
  const right: FrameLine = [run(`${words.viewed(done, queue.all.length)} `, 'dim')];
  const here = itemHere(queue);
  const items = queue.shown.filter(isViewable);
  const rank = here ? items.indexOf(here) : -1;
  const left: FrameLine = [
    ...(here ? [run(` ${words.item(rank + 1, items.length)}`, 'strong'), ...aboutItem(here, state)] : []),
    ...filterRuns(queue, state),
  ];
  const fits = cells(left) + gap + cells(right) <= terminal.columns || done > 0;
  return justify(left, fits ? right : [], { width: terminal.columns });
}

function aboutItem(item: Viewable, { settings: { language } }: UiState): FrameRun[] {
  const texts = reviewMessages[language];
  const tag = diffMessages[language].tag;
  if (item.kind === 'decision') {
    const { decision, portal } = item.decided;
    const word = tuiMessages[language].review.decision;
    return [run(` · ${word} · `), run(tag[decision.class], decision.class), flatRun(` · ${portal}`)];
  }
  const [finding] = item.findings;
  const { class: level, ruling, severity, charter } = finding;
  const said = ruling === undefined ? texts.severity[severity] : texts.ruling[ruling];
  const parts = [
    ...(said === '' ? [] : [said]),
    ...(charter === undefined ? [] : [charter]),
    ...placeName(finding, language),
  ];
  return [
    ...(level === undefined ? [] : [run(' · '), run(tag[level], level)]),
    ...parts.map((part) => flatRun(` · ${part}`)),
  ];
}

/** What is left out, as long as it is. */
function filterRuns(queue: Queue, { settings }: UiState): FrameRun[] {
  const { wishes } = queue;
  const hasItem = itemHere(queue) !== undefined;
  const { only } = tuiMessages[settings.language].review;
  const told = [...(wishes.unviewed ? [only.unviewed] : []), ...(wishes.failing ? [only.failing] : [])];
  return told.map((text, index) => run(index === 0 && !hasItem ? ` ${text}` : ` · ${text}`, 'notice'));
}

/** What is given a reason; then the commands that would write it. */
function reasonLine({ stage, findings, level, text }: ReasonPrompt, { settings }: UiState): FrameLine {
  const { language } = settings;
  const words = tuiMessages[language].review.reason;
  if (stage === 'text') {
    const named = level && diffMessages[language].count(level, findings.length);
    return [flatRun(words.ask(findings.length, chartersOf(findings), named), 'strong')];
  }
  const [first = '', ...others] = acceptCommands(findings, text);
  const more = others.length === 0 ? [] : [run(words.more(others.length), 'dim')];
  return [run(`${words.confirm} `, 'strong'), flatRun(first), ...more];
}
