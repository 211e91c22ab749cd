/** The text output of `drift` for a voice: no matrix, only the drift there is, class first, in complete sentences. */
import type { Finding } from '../model/drift.ts';
import { sanitise } from '../text/sanitise.ts';
import { describeChange } from './change-sentence.ts';
import { reasonsOf } from './diff-parts.ts';
import { behindTexts, directionTexts, majorityOf } from './drift-direction.ts';
import { listedFindings } from './drift-findings.ts';
import { generationRemarks } from './drift-generations.ts';
import { listedGroups, portalsOf, stateParts } from './drift-groups.ts';
import { cellCount, type ShownRows, selectRows } from './drift-matrix.ts';
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

export function renderDriftAccessible(views: readonly DriftView[], given: DriftOptions): string {
  const options = { ...given, width: undefined, color: false };
  if (views.length === 0) return `${messagesOf(options).nothingCompared(options.asked)}\n`;
  return views
    .map((view) =>
      renderView(view, options)
        .map((line) => `${sanitise(line)}\n`)
        .join(''),
    )
    .join('\n');
}

function renderView(view: DriftView, options: DriftOptions): string[] {
  const messages = messagesOf(options);
  const { accessible } = messages;
  const findings = allFindings(view);
  const failing = findings.filter(options.fails).length;
  const verdict = failing === 0 ? messages.nothingToSettle : messages.toSettle(failing);
  const counts = countParts(findings, options);
  const folded = foldedParts(view, options);
  const shown = selectRows(view, options);
  const generations = generationRemarks(view, options);
  return [
    accessible.sentence(accessible.title(templateName(view), view.drift.portals.length) + verdict),
    accessible.sentence(`${counts.join(', ')} (${messages.countedFrom(options.failOn)})`),
    ...(options.byChange ? groupSentences(view, options) : portalSentences(view, shown, options)),
    ...(shown.clean.length === 0
      ? []
      : [accessible.state(messages.cleanNamed(namesOf(shown.clean, options)))]),
    ...(folded.length === 0 ? [] : [accessible.folded(folded)]),
    ...remarks(generations.title, generations.entries, options),
    ...remarks(staleTitle(view, options), staleEntries(view, options), options),
    ...remarks(messages.usedVariants, usedEntries(view, options), options),
    ...remarks(messages.unusedVariants, unusedEntries(view, options), options),
    ...remarks(messages.noticesTitle, noticeEntries(view, options), options),
    ...nextSteps(view, options).map(({ what, command }) =>
      messages.notice(accessible.capital(what), command),
    ),
  ];
}

function remarks(title: string, entries: readonly string[], options: DriftOptions): string[] {
  const { accessible } = messagesOf(options);
  return entries.length === 0 ? [] : [accessible.sentence(title), ...entries.map(accessible.ended)];
}

/** Only portals of which anything is told; those that differ alike once. */
function portalSentences(view: DriftView, { rows, more }: ShownRows, options: DriftOptions): string[] {
  const messages = messagesOf(options);
  const { accessible } = messages;
  const drifts = new Map(view.drift.portals.map((drift) => [drift.portal, drift]));
  const told = rows.flatMap(({ row: { portal }, portals }) => {
    const findings = drifts.get(portal)?.findings ?? [];
    const listed = listedFindings(findings, options);
    if (listed.length === 0) return [];
    const name = portals.length === 1 ? portal : messages.alikeNamed(namesOf(portals, options));
    return [
      accessible.portal(name, findings.filter(options.fails).length),
      ...sectionsOf(view, portal, options),
      ...listed.map((finding, index) => {
        const lead = accessible.finding(index + 1, listed.length, finding.change.class);
        return [lead, ...findingParts(view, finding, options)].join(' ');
      }),
    ];
  });
  return [...told, ...(more.length === 0 ? [] : [accessible.folded([messages.more(more.length)])])];
}

/** The row of the matrix in words. */
function sectionsOf({ drift }: DriftView, portal: string, options: DriftOptions): string[] {
  const { accessible, states } = messagesOf(options);
  const { columns, rows } = drift.matrix;
  const cells = rows.find((row) => row.portal === portal)?.cells ?? [];
  const parts = cells.flatMap((cell, index) => {
    const { class: level, state } = cell;
    if (level === undefined || state === undefined) return [];
    const name = columnName(columns[index], options.language);
    return [accessible.section(name, cellCount(cell, level, state), level, states[state])];
  });
  return parts.length === 0 ? [] : [accessible.sections(parts)];
}

function findingParts(view: DriftView, finding: Finding, options: DriftOptions): string[] {
  const { accessible, stateTag, decided } = messagesOf(options);
  const { state, decision, lapse, reference } = finding;
  const sheet = findingSheet(view, finding.portal, [finding], options);
  const reasons = sheet ? reasonsOf(finding.change, sheet.sheet) : [];
  const group = view.directions && groupFinder(view)(finding);
  return [
    ...(sheet ? [describeChange(finding.change, sheet.sheet, sheet.finder)] : []),
    ...(reasons.length === 0 ? [] : [accessible.touches(reasons)]),
    accessible.state(stateTag(state, { ...(decision ?? {}), ...(lapse ? { lapse } : {}) })),
    ...(decision ? [accessible.ended(accessible.capital(decided(decision, lapse)))] : []),
    ...(group ? directionTexts(finding, group, options) : []).map(accessible.state),
    accessible.reference(reference),
  ];
}

function groupSentences(view: DriftView, options: DriftOptions): string[] {
  const messages = messagesOf(options);
  const { accessible } = messages;
  const groups = listedGroups(view, options);
  return groups.map((group, index) => {
    const [first] = group.findings;
    const sheet = first ? findingSheet(view, first.portal, [first], options) : undefined;
    const states = stateParts(group, options);
    const majority = majorityOf(view, group, options);
    return [
      accessible.finding(index + 1, groups.length, group.class),
      accessible.state(messages.inPortals(group.direction.portals, group.direction.of)),
      ...(first && sheet ? [describeChange(first.change, sheet.sheet, sheet.finder)] : []),
      ...(group.cookies ? [accessible.state(messages.atCookies(group.cookies))] : []),
      accessible.ended(messages.notice(messages.heads.portals, portalsOf(group, options))),
      ...(states.length === 0 ? [] : [accessible.state(states.join(', '))]),
      ...behindTexts(group, options).map(accessible.state),
      ...(majority === undefined ? [] : [accessible.state(majority)]),
      accessible.reference(group.reference),
    ].join(' ');
  });
}
