/** The text output of `diff` for a voice: no signs, no wrapping, class first, complete sentences. */
import { type DiffMessages, diffMessages } from '../messages/diff.ts';
import type { Change } from '../model/change.ts';
import { changeClasses } from '../model/charter.ts';
import { sanitise } from '../text/sanitise.ts';
import { describeChange } from './change-sentence.ts';
import { countRows, versionSentences } from './diff-header.ts';
import { noticeSentence, reasonsOf, type Sheet, sheetOf } from './diff-parts.ts';
import { type DiffOptions, type DiffView, sideName } from './diff-view.ts';
import { foldedKinds, hiddenEdits } from './folded.ts';
import { findSections } from './section-finder.ts';

/** One line for each thing said; a blank line between comparisons. */
export function renderDiffAccessible(views: readonly DiffView[], options: DiffOptions): string {
  const messages = diffMessages[options.language];
  const different = views.filter(({ diff }) => diff.changes.length > 0 || diff.notices.length > 0);
  const [only, ...others] = views;
  if (different.length === 0) {
    if (!only || others.length > 0) return `${messages.allEqual(views.length)}\n`;
    const versions = versionSentences(only, options.language).map(messages.accessible.sentence);
    const lines = [messages.equal(sideName(only.diff.a), sideName(only.diff.b)), ...versions];
    return lines.map((line) => `${line}\n`).join('');
  }
  return different
    .map((view) => renderView(sheetOf(view, { ...options, width: undefined, color: false })))
    .join('\n');
}

function renderView(sheet: Sheet): string {
  const { diff } = sheet.view;
  const shown = diff.changes.filter((_, index) => sheet.selection.shown.has(index));
  const finder = findSections(diff);
  const lines = [
    ...introduction(sheet),
    ...shown.map((change, index) =>
      [
        sheet.messages.accessible.change(index + 1, shown.length, change.class),
        describeChange(change, sheet, finder),
        ...reasonSentence(change, sheet),
      ].join(' '),
    ),
    ...diff.notices.map((notice) => noticeSentence(notice, sheet.options.language)),
    ...leftOut(sheet),
  ];
  return lines.map((line) => `${sanitise(line)}\n`).join('');
}

function introduction(sheet: Sheet): string[] {
  const { view, messages } = sheet;
  const { diff } = view;
  const { accessible } = messages;
  const verdict =
    diff.summary.substantive === 0 ? messages.clean : messages.substantive(diff.summary.substantive);
  const counts = [...changeClasses]
    .reverse()
    .map((level) => accessible.classCount(level, diff.summary[level]));
  const templates = [...new Set([diff.a.template, diff.b.template])].map(
    (name) => name ?? messages.noTemplate,
  );
  return [
    accessible.compared(sideName(diff.a), sideName(diff.b)),
    accessible.verdict(verdict),
    accessible.counts(counts),
    accessible.template(
      templates.length > 1 ? messages.fromTo(templates[0] ?? '', templates[1] ?? '') : (templates[0] ?? ''),
    ),
    accessible.cookies(countRows(view.a), countRows(view.b)),
    ...versionSentences(view, sheet.options.language).map(accessible.sentence),
  ];
}

function reasonSentence(change: Change, sheet: Sheet): string[] {
  const reasons = reasonsOf(change, sheet);
  return reasons.length === 0 ? [] : [sheet.messages.accessible.reason(reasons.join(', '))];
}

function leftOut(sheet: Sheet): string[] {
  const { accessible }: DiffMessages = sheet.messages;
  const inside = hiddenEdits(sheet);
  return [
    ...(sheet.selection.folded.size > 0
      ? [accessible.folded(sheet.selection.folded.size, foldedKinds(sheet))]
      : []),
    ...(inside > 0 ? [accessible.inside(inside)] : []),
  ];
}
