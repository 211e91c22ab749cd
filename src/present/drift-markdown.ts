/** The Markdown output of `drift`, for a page or a comment that many read: the matrix and the findings as tables. */
import { historyMessages } from '../messages/history.ts';
import type { Finding } from '../model/drift.ts';
import { behindTexts, directionTexts, majorityOf } from './drift-direction.ts';
import { listedFindings } from './drift-findings.ts';
import { generationRemarks } from './drift-generations.ts';
import { listedGroups, portalsOf, stateParts } from './drift-groups.ts';
import { cellText, legendParts, selectRows } from './drift-matrix.ts';
import {
  foldedParts,
  noticeEntries,
  staleEntries,
  staleTitle,
  unusedEntries,
  usedEntries,
} from './drift-remarks.ts';
import {
  allFindings,
  columnName,
  type DriftOptions,
  type DriftView,
  findingSheet,
  groupFinder,
  messagesOf,
  namesOf,
  templateName,
} from './drift-view.ts';
import { changeBody } from './log-change.ts';
import { markdownText } from './markdown-text.ts';
import type { Span } from './style.ts';

export function renderDriftMarkdown(views: readonly DriftView[], given: DriftOptions): string {
  const options = { ...given, width: undefined, color: true };
  if (views.length === 0) return `${messagesOf(options).nothingCompared(options.asked)}\n`;
  return views.map((view) => `${renderView(view, options).join('\n\n')}\n`).join('\n');
}

/** Parts that are parted by blank lines. */
function renderView(view: DriftView, options: DriftOptions): string[] {
  const messages = messagesOf(options);
  const failing = allFindings(view).filter(options.fails).length;
  const verdict = failing === 0 ? messages.nothingToSettle : messages.toSettle(failing);
  const folded = foldedParts(view, options);
  const generations = generationRemarks(view, options);
  return [
    `### ${markdownText(messages.title(templateName(view), view.drift.portals.length) + verdict)}`,
    ...(options.byChange
      ? groupParts(view, options)
      : [...matrixParts(view, options), ...findingParts(view, options)]),
    ...(folded.length === 0 ? [] : [markdownText(`${messages.folded(folded)} (--all)`)]),
    ...list(generations.title, generations.entries),
    ...list(staleTitle(view, options), staleEntries(view, options)),
    ...list(messages.usedVariants, usedEntries(view, options)),
    ...list(messages.unusedVariants, unusedEntries(view, options)),
    ...list(messages.noticesTitle, noticeEntries(view, options)),
  ];
}

function list(title: string, entries: readonly string[]): string[] {
  if (entries.length === 0) return [];
  return [`**${markdownText(title)}**`, entries.map((entry) => `- ${markdownText(entry)}`).join('\n')];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads.map(markdownText)), `|${' --- |'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}

function matrixParts(view: DriftView, options: DriftOptions): string[] {
  const messages = messagesOf(options);
  const { columns } = view.drift.matrix;
  const shown = selectRows(view, options);
  // Rows name their portals here, so that no sign has to count them.
  const named = { ...shown, rows: shown.rows.map(({ row }) => ({ row, portals: [row.portal] })) };
  const names = columns.map((column) => columnName(column, options.language));
  const rows = shown.rows.map(({ row, portals }) => {
    const drift = view.drift.portals.find(({ portal }) => portal === row.portal);
    const count = drift?.findings.filter(options.fails).length ?? 0;
    const cells = row.cells.map((cell) => markdownText(cellText(cell, options)));
    return [markdownText(namesOf(portals, options).join(', ')), ...cells, count === 0 ? '' : `**${count}**`];
  });
  return [
    ...(rows.length === 0 ? [] : [table([messages.heads.portal, ...names, messages.heads.toSettle], rows)]),
    ...(rows.length === 0 ? [] : [markdownText(legendParts(named, options).join(' · '))]),
    ...(shown.more.length === 0 ? [] : [markdownText(`${messages.more(shown.more.length)} (--all)`)]),
    ...(shown.clean.length === 0 ? [] : [markdownText(messages.cleanNamed(namesOf(shown.clean, options)))]),
  ];
}

function findingParts(view: DriftView, options: DriftOptions): string[] {
  const { heads } = messagesOf(options);
  const { rows } = selectRows(view, options);
  const listed = rows.flatMap(({ row, portals }) => {
    const drift = view.drift.portals.find(({ portal }) => portal === row.portal);
    const findings = drift ? listedFindings(drift.findings, options) : [];
    const names = markdownText(namesOf(portals, options).join(', '));
    return findings.map((finding) => [names, ...cellsOf(view, finding, options)]);
  });
  if (listed.length === 0) return [];
  return [table([heads.portal, heads.change, heads.level, heads.state, heads.reference], listed)];
}

function cellsOf(view: DriftView, finding: Finding, options: DriftOptions): string[] {
  const { tag, stateTag, decided } = messagesOf(options);
  const { change, state, decision, lapse, reference } = finding;
  const told = stateTag(state, { ...(decision ?? {}), ...(lapse ? { lapse } : {}) });
  const group = view.directions && groupFinder(view)(finding);
  const reason = decision ? ` (${decided(decision, lapse)})` : '';
  return [
    changeCell(view, finding, options),
    tag[change.class],
    [told + reason, ...(group ? directionTexts(finding, group, options) : [])].map(markdownText).join('<br>'),
    `\`${reference}\``,
  ];
}

/** The place and the words, those that went struck and those that came underlined, by tags that a voice tells too. */
function changeCell(view: DriftView, finding: Finding, options: DriftOptions): string {
  const sheet = findingSheet(view, finding.portal, [finding], options);
  if (!sheet) return '';
  const { body } = changeBody(finding.change, { ...sheet, words: historyMessages[options.language] });
  return body.map(spanMarkdown).join('').trim();
}

function spanMarkdown({ text, style }: Span): string {
  const escaped = markdownText(text);
  if (style === 'removed' || style === 'gone') return `<del>${escaped}</del>`;
  return style === 'added' || style === 'new' ? `<ins>${escaped}</ins>` : escaped;
}

function groupParts(view: DriftView, options: DriftOptions): string[] {
  const { heads, states, tag, inPortals } = messagesOf(options);
  const rows = listedGroups(view, options).flatMap((group) => {
    const [first] = group.findings;
    if (!first) return [];
    const stands = stateParts(group, options);
    const majority = majorityOf(view, group, options);
    const who = [
      inPortals(group.direction.portals, group.direction.of),
      portalsOf(group, options),
      ...(group.cookies ? [messagesOf(options).atCookies(group.cookies)] : []),
      ...behindTexts(group, options),
      ...(majority === undefined ? [] : [majority]),
    ];
    return [
      [
        who.map(markdownText).join('<br>'),
        changeCell(view, first, options),
        tag[group.class],
        markdownText(stands.length === 0 ? states.unexplained : stands.join(', ')),
        `\`${group.reference}\``,
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [table([heads.portals, heads.change, heads.level, heads.state, heads.reference], rows)];
}
