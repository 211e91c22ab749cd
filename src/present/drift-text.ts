/** The text output of `drift`: whether anything is to be settled, the matrix, the findings, and what to do next. */
import { type ChangeClass, changeClasses } from '../model/charter.ts';
import type { Finding } from '../model/drift.ts';
import { displayWidth, padEnd } from '../text/width.ts';
import { foldLine, renderPortals } from './drift-findings.ts';
import { generationRemarks } from './drift-generations.ts';
import { renderGroups } from './drift-groups.ts';
import { renderMatrix, selectRows } from './drift-matrix.ts';
import { nextSteps } from './drift-next.ts';
import {
  countParts,
  foldedParts,
  noticeEntries,
  staleEntries,
  staleTitle,
  unusedEntries,
  usedEntries,
} from './drift-remarks.ts';
import { allFindings, type DriftOptions, type DriftView, messagesOf, templateName } from './drift-view.ts';
import { frameOf, innerFrame, layTagged, withGutter } from './layout.ts';
import { type Line, paintLines, type Span, span } from './style.ts';

export function renderDriftText(views: readonly DriftView[], options: DriftOptions): string {
  if (views.length === 0)
    return paintLines([[span(messagesOf(options).nothingCompared(options.asked))]], options.color);
  const parts = views.map((view) => paintLines(renderView(view, options), options.color));
  return parts.join('\n');
}

function renderView(view: DriftView, options: DriftOptions): Line[] {
  const rows = selectRows(view, options);
  const body = options.byChange
    ? renderGroups(view, options)
    : [[], ...renderMatrix(view, rows, options), ...renderPortals(view, rows.rows, options)];
  return [
    ...renderHead(view, options),
    ...body,
    ...foldedLines(view, options),
    ...renderRemarks(view, options),
    ...nextLines(view, options),
  ];
}

/** The verdict; then how many findings stand how, of the classes that count, and how many others there are. */
function renderHead(view: DriftView, options: DriftOptions): Line[] {
  const messages = messagesOf(options);
  const findings = allFindings(view);
  const failing = findings.filter(options.fails);
  const frame = frameOf(options.width);
  const strongest = strongestOf(failing);
  const verdict = failing.length === 0 ? messages.nothingToSettle : messages.toSettle(failing.length);
  const headline = [
    span(messages.title(templateName(view), view.drift.portals.length), 'strong'),
    span(verdict, strongest ?? 'strong'),
  ];
  const parts = countParts(findings, options).map((text): Span => ({ ...span(text), whole: true }));
  const counts = parts.flatMap((part, index) => (index === 0 ? [part] : [span(' · ', 'dim'), part]));
  counts.push(span(` (${messages.countedFrom(options.failOn)})`, 'dim'));
  return [...layTagged(headline, undefined, frame), ...layTagged(counts, undefined, frame)];
}

function strongestOf(findings: readonly Finding[]): ChangeClass | undefined {
  return [...changeClasses].reverse().find((level) => findings.some(({ change }) => change.class === level));
}

function foldedLines(view: DriftView, options: DriftOptions): Line[] {
  const parts = foldedParts(view, options);
  return parts.length === 0 ? [] : [[], ...foldLine(messagesOf(options).folded(parts), options)];
}

/** What else the reader must know: decisions that cover nothing, variants, doubts of the comparison. */
function renderRemarks(view: DriftView, options: DriftOptions): Line[] {
  const messages = messagesOf(options);
  const lines: Line[] = [];
  const add = (title: string, entries: readonly string[]): void => {
    if (entries.length === 0) return;
    lines.push([], ...layTagged([span(title, 'strong')], undefined, frameOf(options.width)));
    lines.push(...entries.flatMap((entry) => entryLines(entry, options)));
  };
  const generations = generationRemarks(view, options);
  add(generations.title, generations.entries);
  add(staleTitle(view, options), staleEntries(view, options));
  add(messages.usedVariants, usedEntries(view, options));
  add(messages.unusedVariants, unusedEntries(view, options));
  add(messages.noticesTitle, noticeEntries(view, options));
  return lines;
}

function entryLines(text: string, { width }: DriftOptions): Line[] {
  return withGutter('rest', layTagged([span(text)], undefined, innerFrame(frameOf(width))));
}

function nextLines(view: DriftView, options: DriftOptions): Line[] {
  const steps = nextSteps(view, options);
  if (steps.length === 0) return [];
  const room = Math.max(...steps.map(({ what }) => displayWidth(what)));
  const frame = frameOf(options.width);
  return [
    [],
    ...steps.flatMap(({ what, command }) =>
      layTagged([span(`${padEnd(what, room)}  `, 'dim'), span(command)], undefined, frame),
    ),
  ];
}
