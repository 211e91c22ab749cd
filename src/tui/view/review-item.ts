/** One finding or decision of a review in full: the words before and after, the place, the rule, what follows, and the command. */
import { diffMessages } from '../../messages/diff.ts';
import { driftMessages } from '../../messages/drift.ts';
import { reviewMessages } from '../../messages/review.ts';
import { ruleMessages } from '../../messages/rules.ts';
import { tuiMessages } from '../../messages/tui.ts';
import type { Language } from '../../model/language.ts';
import type { ReviewedDecision, ReviewFinding } from '../../model/review.ts';
import { sheetOf } from '../../present/diff-parts.ts';
import { readableText } from '../../present/excerpt.ts';
import { type Marked, markRuns } from '../../present/marks.ts';
import { namesOf } from '../../present/review-findings.ts';
import { decisionSentences, findingSentence, placeName } from '../../present/review-view.ts';
import type { FrameLine } from '../frame-types.ts';
import { needsMarks } from '../palette.ts';
import { type Blocks, makeBlocks } from '../pane.ts';
import { type FindingItem, isViewed, itemHere, type Queue } from '../review/queue.ts';
import { acceptCommands, isAcceptable } from '../review/reason.ts';
import type { UiState } from '../state.ts';
import { sideTexts } from './detail.ts';
import { flatRun, gutter, run, withGutter, wrap } from './lines.ts';

const barWidth = 1;
const widest = 110;

interface Telling {
  readonly queue: Queue;
  readonly language: Language;
  readonly color: boolean;
  readonly width: number;
}

export function itemBlocks({ settings, terminal }: UiState, queue: Queue): Blocks {
  const telling: Telling = {
    queue,
    language: settings.language,
    color: !needsMarks(settings),
    width: Math.min(widest, terminal.columns - barWidth - gutter),
  };
  const item = itemHere(queue);
  const told = !item
    ? []
    : item.kind === 'finding'
      ? findingRows(item, telling)
      : decisionRows(item.decided, telling);
  const rows = withGutter(
    undefined,
    told.flatMap((line) => (line.length === 0 ? [line] : wrap(line, telling.width))),
  );
  return makeBlocks(
    rows.length,
    (row) => row,
    (row) => [rows[row] ?? []],
  );
}

function findingRows(item: FindingItem, telling: Telling): FrameLine[] {
  const [finding] = item.findings;
  return [
    titleLine(item, telling),
    tagLine(item, telling),
    ...placeLines(item, telling),
    ...textLines(finding, telling),
    ...ruleLines(finding, telling),
    ...rulingLines(item, telling),
    ...commandLines(item, telling),
  ];
}

/** `normandie › _pk_id › Durée`. */
function titleLine({ findings }: FindingItem, { language }: Telling): FrameLine {
  const names = findings.flatMap(({ charter }) => (charter === undefined ? [] : [charter]));
  const name =
    names.length === 0 ? [] : [namesOf(names, { language, all: false, width: undefined, color: false })];
  const parts = [...name, ...placeName(findings[0], language)];
  return [flatRun(parts.length === 0 ? findings[0].place.file : parts.join(' › '), 'strong')];
}

function tagLine(item: FindingItem, { language, queue }: Telling): FrameLine {
  const [{ class: level, ruling, severity, isProtected, reference, kind }] = item.findings;
  const texts = reviewMessages[language];
  const said = ruling === undefined ? texts.severity[severity] : texts.ruling[ruling];
  const parts: FrameLine[] = [
    ...(level === undefined ? [] : [[run(diffMessages[language].tag[level], level)]]),
    ...(said === '' ? [] : [[run(said)]]),
    ...(kind === 'drift' ? [[run(texts.drift)]] : []),
    ...(isProtected ? [[run(texts.isProtected)]] : []),
    ...(reference === undefined ? [] : [[run(tuiMessages[language].detail.reference(reference), 'dim')]]),
    ...(isViewed(item, queue) ? [[run(`✓ ${tuiMessages[language].review.isViewed}`, 'notice')]] : []),
  ];
  return parts.flatMap((part, index) => (index === 0 ? part : [run(' · ', 'dim'), ...part]));
}

/** Places of charters that change alike that are listed. */
const mostPlaces = 6;

/** Now; and before, where that was another file or line. */
function placeLines({ findings }: FindingItem, { language }: Telling): FrameLine[] {
  const words = tuiMessages[language].review.detail;
  const more = findings.length - mostPlaces;
  const lines = findings.slice(0, mostPlaces).map(({ place }): FrameLine => {
    const now = words.place(place.file, place.line);
    const then = place.before && words.place(place.before.file, place.before.line);
    const before = then === undefined || then === now ? [] : [flatRun(` ← ${then}`, 'dim')];
    return [flatRun(now, 'dim'), ...before];
  });
  return [...lines, ...(more > 0 ? [[run(words.morePlaces(more), 'dim')]] : [])];
}

function colon(language: Language): string {
  return language === 'fr' ? '\u00a0:' : ':';
}

function textLines(finding: ReviewFinding, telling: Telling): FrameLine[] {
  const { language } = telling;
  const sentence = findingSentence(finding, language);
  if (sentence !== undefined) return [[], [run(sentence)]];
  const words = tuiMessages[language].review.detail;
  return [
    [],
    [run(words.before, 'strong')],
    ...sideLines(finding, 'a', telling),
    [],
    [run(words.after, 'strong')],
    ...sideLines(finding, 'b', telling),
  ];
}

/** As the comparison tells it; of a difference from the template, of which no comparison is at hand, its words. */
function sideLines(finding: ReviewFinding, side: 'a' | 'b', telling: Telling): readonly FrameLine[] {
  const { queue, language, color } = telling;
  const { change, charter, segments } = finding;
  const view = queue.review.charters.find((one) => one.charter === charter)?.comparison;
  const selection = { typography: finding.class === 'typographic' };
  const messages = tuiMessages[language];
  if (change && view && finding.kind === 'change') {
    const sheet = sheetOf(view, { language, width: undefined, color, all: true, whole: true, context: 0 });
    return sideTexts(change, side, {
      sheet: { ...sheet, selection: { ...sheet.selection, ...selection } },
      messages,
    });
  }
  const text = side === 'a' ? finding.before : finding.after;
  if (text === undefined) return [[run(messages.detail.absent, 'dim')]];
  const other: Marked['op'] = side === 'a' ? 'insert' : 'delete';
  const own = segments.filter(({ op }) => op !== other);
  const runs = own.length > 0 ? own : [{ op: 'equal' as const, text }];
  return [
    markRuns(
      runs.map((one) => ({ ...one, text: readableText(one.text, selection) })),
      color,
    ),
  ];
}

function ruleLines({ rule, change }: ReviewFinding, { language }: Telling): FrameLine[] {
  if (!change) return [];
  const words = tuiMessages[language].review.detail;
  const { title, explanation, sources } = ruleMessages[language][change.rule];
  return [
    [],
    [run(words.rule(rule, title), 'strong')],
    [run(explanation)],
    ...sources.map((source): FrameLine => [run(`${words.sources} ${source}`, 'dim')]),
  ];
}

function rulingLines({ findings }: FindingItem, { language, queue }: Telling): FrameLine[] {
  const words = tuiMessages[language].review;
  const [{ ruling, decision }] = findings;
  const remedy = remedyOf(findings[0], { language, queue });
  const pending = findings.every(({ id }) => queue.accepted.has(id));
  return [
    ...(ruling === undefined ? [] : [[], [run(words.detail.ruling, 'strong')], [run(words.rulings[ruling])]]),
    ...(ruling === 'unexplained' && queue.review.policy.policy.selfAccept === 'deny'
      ? [[run(words.reason.denied, 'failure')]]
      : []),
    ...(remedy === undefined ? [] : [[], [run(words.detail.ruling, 'strong')], [flatRun(remedy)]]),
    ...(decision ? [[flatRun(driftMessages[language].decided(decision))]] : []),
    ...(pending ? [[run(words.reason.pending, 'new')]] : []),
  ];
}

function remedyOf(
  { fails, ruling, kind, rule }: ReviewFinding,
  { language, queue }: Pick<Telling, 'language' | 'queue'>,
): string | undefined {
  if (!fails || ruling !== undefined) return undefined;
  const { remedies } = tuiMessages[language].review;
  if (rule === 'merge-conflict') return remedies.conflict(queue.review.base.revision);
  return kind === 'problem' ? remedies.problem : remedies.file;
}

function commandLines({ findings }: FindingItem, { language }: Telling): FrameLine[] {
  const acceptable = findings.filter(isAcceptable);
  if (acceptable.length === 0) return [];
  const words = tuiMessages[language].review.detail;
  const commands = acceptCommands(acceptable, '');
  return [[], [run(words.command, 'strong')], ...commands.map((one): FrameLine => [run(one)])];
}

function decisionRows(decided: ReviewedDecision, telling: Telling): FrameLine[] {
  const { language, queue } = telling;
  const { portal, decision, what, place, covers, previous } = decided;
  const words = tuiMessages[language].review.detail;
  const texts = reviewMessages[language];
  const covered = queue.review.findings.filter(({ id }) => covers.includes(id));
  return [
    [flatRun(`${portal} › ${words.decided}`, 'strong')],
    [
      run(diffMessages[language].tag[decision.class], decision.class),
      run(` · ${texts.decision[what]} · `, 'dim'),
      run(tuiMessages[language].detail.reference(decision.reference.slice(0, 12)), 'dim'),
    ],
    [flatRun(words.place(place.file, place.line), 'dim')],
    [],
    ...decisionSentences(decided, language).map((text): FrameLine => [flatRun(text)]),
    ...(previous
      ? [[flatRun(`${words.before}${colon(language)} ${driftMessages[language].decided(previous)}`, 'dim')]]
      : []),
    [],
    [run(words.covers, 'strong')],
    ...(covered.length === 0
      ? [[run(words.coversNone)]]
      : covered.flatMap((finding) => textLines(finding, telling).slice(1))),
  ];
}
