/** The findings of `drift` in HTML: one list a portal that opens and closes, or one entry a change with its portals. */
import { driftPageMessages } from '../messages/drift-html.ts';
import type { DriftGroup, Finding } from '../model/drift.ts';
import { entriesOf } from './diff-change.ts';
import { reasonsOf } from './diff-parts.ts';
import { behindTexts, majorityOf } from './drift-direction.ts';
import { stateParts } from './drift-groups.ts';
import { findingId, portalId } from './drift-html-matrix.ts';
import type { Alike } from './drift-matrix.ts';
import {
  columnName,
  type DriftOptions,
  type DriftView,
  type FindingSheet,
  findingSheet,
  groupFinder,
  isOpen,
  messagesOf,
  strongestFirst,
} from './drift-view.ts';
import { htmlId, htmlText, unseen } from './html-page.ts';
import { sectionName } from './section-finder.ts';
import type { Span } from './style.ts';
import { readTableEntry } from './table-entry.ts';

/** Portals that are named in the open. */
const mostNames = 12;
/** With so few lists, all stand open. */
const fewPortals = 10;

export function portalsHtml(view: DriftView, rows: readonly Alike[], options: DriftOptions): string[] {
  const drifts = new Map(view.drift.portals.map((drift) => [drift.portal, drift]));
  const groupOf = groupFinder(view);
  const wanted = rows.filter(({ row }) => row.count > 0);
  const open = wanted.length <= fewPortals ? ' open' : '';
  return wanted.flatMap(({ row, portals }) => {
    const findings = drifts.get(row.portal)?.findings ?? [];
    const items = findings.map((finding) => findingHtml(view, finding, { options, group: groupOf(finding) }));
    return [
      `<details class="portal"${open}>`,
      `<summary><h4>${htmlText(row.portal)}</h4> <span class="quiet">${htmlText(summaryOf(findings, options))}</span></summary>`,
      ...(portals.length === 1
        ? []
        : namesHtml(
            messagesOf(options).inPortals(portals.length, view.drift.portals.length),
            portals,
            options,
          )),
      `<ol class="findings" id="${portalId(row.portal)}">`,
      ...items,
      '</ol>',
      '</details>',
    ];
  });
}

/** So many portals, and which; many are named only where it is opened. */
export function namesHtml(lead: string, portals: readonly string[], options: DriftOptions): string[] {
  if (portals.length <= mostNames)
    return [`<p class="note">${htmlText(messagesOf(options).notice(lead, portals.join(', ')))}</p>`];
  return [
    `<details class="names"><summary>${htmlText(lead)}</summary>`,
    `<p>${htmlText(portals.join(', '))}</p>`,
    '</details>',
  ];
}

/** What is to be settled, then how many there are of each class. */
function summaryOf(findings: readonly Finding[], options: DriftOptions): string {
  const messages = messagesOf(options);
  const failing = findings.filter(options.fails).length;
  const classes = strongestFirst.flatMap((level) => {
    const count = findings.filter(({ change }) => change.class === level).length;
    return count === 0 ? [] : [messages.count(level, count)];
  });
  return [failing === 0 ? messages.nothingToSettle : messages.toSettle(failing), ...classes].join(' · ');
}

interface FindingOptions {
  readonly options: DriftOptions;
  /** All that say the same. */
  readonly group: DriftGroup | undefined;
}

function findingHtml(view: DriftView, finding: Finding, { options, group }: FindingOptions): string {
  const messages = messagesOf(options);
  const { change, state, decision, lapse } = finding;
  const told = messages.stateTag(state, { ...(decision ?? {}), ...(lapse ? { lapse } : {}) });
  const { portals, of } = group?.direction ?? { portals: 1, of: 1 };
  const shared = portals < 2 ? [] : [messages.inPortals(portals, of)];
  const behind = group ? behindTexts(group, options) : [];
  return entryHtml(view, finding, {
    options,
    id: findingId(finding),
    open: isOpen(state),
    state: `<span class="state ${state}">${htmlText(told)}</span>`,
    level: change.class,
    reference: finding.reference,
    notes: [
      ...(decision ? [paragraph('decision', messages.decided(decision, lapse), options)] : []),
      ...[...behind, ...shared].map((text) => paragraph('note', text, options)),
    ],
  });
}

export function groupsHtml(view: DriftView, groups: readonly DriftGroup[], options: DriftOptions): string[] {
  return [
    '<ol class="findings">',
    ...groups.flatMap((group) => {
      const finding = group.findings.find(({ change }) => change.class === group.class) ?? group.findings[0];
      return finding ? [groupHtml(view, { ...group, finding }, options)] : [];
    }),
    '</ol>',
  ];
}

function groupHtml(
  view: DriftView,
  group: DriftGroup & { readonly finding: Finding },
  options: DriftOptions,
): string {
  const messages = messagesOf(options);
  const states = stateParts(group, options);
  const told = states.length === 0 ? messages.states.unexplained : states.join(', ');
  const majority = majorityOf(view, group, options);
  const count = messages.inPortals(group.direction.portals, group.direction.of);
  const openFirst = [...group.findings].sort(
    (one, other) => Number(isOpen(other.state)) - Number(isOpen(one.state)),
  );
  const names = [...new Set(openFirst.map(({ portal }) => portal))];
  return entryHtml(view, group.finding, {
    options,
    id: htmlId('change', group.reference),
    open: group.findings.some(({ state }) => isOpen(state)),
    state: `<span class="state">${htmlText(told)}</span>`,
    level: group.class,
    reference: group.reference,
    notes: [
      ...(group.cookies ? [paragraph('note', messages.atCookies(group.cookies), options)] : []),
      ...namesHtml(count, names, options),
      ...[...behindTexts(group, options), ...(majority === undefined ? [] : [majority])].map((text) =>
        paragraph('note', text, options),
      ),
    ],
  });
}

interface EntryOptions {
  readonly options: DriftOptions;
  readonly id: string;
  readonly open: boolean;
  /** HTML. */
  readonly state: string;
  readonly level: Finding['change']['class'];
  readonly reference: string;
  /** HTML, after the words. */
  readonly notes: readonly string[];
}

function entryHtml(view: DriftView, finding: Finding, entry: EntryOptions): string {
  const { options, id, level, reference } = entry;
  const page = driftPageMessages[options.language];
  const sheet = findingSheet(view, finding.portal, [finding], { ...options, width: undefined, color: true });
  const { place, words } = sheet ? partsOf(finding, sheet) : { place: [], words: [] };
  const reasons = sheet ? reasonsOf(finding.change, sheet.sheet) : [];
  const at = view.drift.matrix.columns.find((column) => column.id === finding.column);
  const where = place.length === 0 ? htmlText(columnName(at, options.language)) : spansHtml(place, options);
  const language = view.charters.get(finding.portal)?.language ?? view.template.language;
  const foreign = language !== options.language;
  const spoken = foreign ? ` lang="${htmlText(language)}"` : '';
  const told = spansHtml(words, options, foreign ? options.language : undefined);
  return [
    `<li id="${id}"${entry.open ? ` class="open"` : ''}>`,
    `<p class="meta"><strong>${where}</strong> <span class="badge ${level}">${htmlText(messagesOf(options).tag[level])}</span> ${entry.state}`,
    `<a href="#${id}">${unseen(page.reference)}<code>${htmlText(reference)}</code></a></p>`,
    ...(words.length === 0 ? [] : [`<p class="words"${spoken}>${told}</p>`]),
    ...(reasons.length === 0 ? [] : [paragraph('reasons', reasons.join(', '), options)]),
    ...entry.notes,
    '</li>',
  ].join('\n');
}

function paragraph(name: string, text: string, { language }: DriftOptions): string {
  const said = driftPageMessages[language].sentence(text.replace(/[^\S\u00a0\u202f]+/g, ' '));
  return `<p class="${name}">${htmlText(said)}</p>`;
}

interface Parts {
  readonly place: readonly Span[];
  readonly words: readonly Span[];
}

/** Where the change stands, apart from its words; the place is empty where the column says it. */
function partsOf({ change }: Finding, { sheet, finder }: FindingSheet): Parts {
  const { a, b } = change.address;
  const at = b ?? a ?? {};
  const gap: Span = { text: ' · ' };
  if (at.table !== undefined) {
    const { key, head, text } = readTableEntry(change, sheet);
    return { place: head ? [key, gap, head] : [key], words: text };
  }
  const words = entriesOf(change, sheet).flatMap(({ body }, index) =>
    index === 0 ? body : [{ text: '\n' }, ...body],
  );
  if (at.block !== undefined || change.kind === 'variable')
    return { place: nameOf(sectionName(finder.ofChange(change), sheet)), words };
  const { fields } = sheet.messages;
  const name = at.column ?? '';
  return { place: nameOf(Object.hasOwn(fields, name) ? fields[name] : name), words };
}

function nameOf(text: string | undefined): Span[] {
  return text === undefined || text === '' ? [] : [{ text: text.replace(/\s+/g, ' ') }];
}

/** Words that went and came, struck and underlined for the eye, named for a voice; `own` is the language of those names, where it differs. */
function spansHtml(spans: readonly Span[], { language }: DriftOptions, own?: string): string {
  const page = driftPageMessages[language];
  const say = (text: string): string => unseen(text, own);
  return spans
    .map(({ text, style }) => {
      const safe = htmlText(text);
      if (style === 'removed' || style === 'gone')
        return `${say(page.removed[0])}<del>${safe}</del>${say(page.removed[1])}`;
      if (style === 'added' || style === 'new')
        return `${say(page.added[0])}<ins>${safe}</ins>${say(page.added[1])}`;
      return style === 'dim' ? `<span class="quiet">${safe}</span>` : safe;
    })
    .join('');
}
