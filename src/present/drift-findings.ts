/** The findings of each portal below the matrix: the words that differ, the class, the state and the reference. */
import { historyMessages } from '../messages/history.ts';
import type { Finding, PortalDrift } from '../model/drift.ts';
import { reasonsOf } from './diff-parts.ts';
import { directionTexts } from './drift-direction.ts';
import type { Alike } from './drift-matrix.ts';
import {
  below,
  type DriftOptions,
  type DriftView,
  type FindingSheet,
  findingSheet,
  groupFinder,
  messagesOf,
  namesOf,
  strongestFirst,
} from './drift-view.ts';
import { frameOf, innerFrame, layTagged, withGutter } from './layout.ts';
import { cutLine } from './line-cut.ts';
import { changeBody } from './log-change.ts';
import { type Line, type Span, span } from './style.ts';

/** Findings of one portal that are listed; `--all` lists every one. */
const mostFindings = 12;
/** What one finding says is cut after so many lines, with `…`; `--all` shows it whole. */
const mostLines = 6;

/** What is listed of some findings: what fails the gate, of portals that were named what is to be corrected too. */
export function listedFindings(findings: readonly Finding[], options: DriftOptions): readonly Finding[] {
  return options.all ? findings : findings.filter((finding) => isListed(finding, options));
}

export function isListed(finding: Finding, options: DriftOptions): boolean {
  if (options.all || options.fails(finding)) return true;
  return (
    options.partial && finding.state === 'to-fix' && !below(options.failOn).includes(finding.change.class)
  );
}

/** One part a row of the matrix that has anything to list; parts are parted by empty lines. */
export function renderPortals(view: DriftView, rows: readonly Alike[], options: DriftOptions): Line[] {
  const drifts = new Map(view.drift.portals.map((drift) => [drift.portal, drift]));
  return rows.flatMap((row) => {
    const drift = drifts.get(row.row.portal);
    return drift ? renderPortal(view, { ...row, drift }, options) : [];
  });
}

function renderPortal(
  view: DriftView,
  { drift, portals }: Alike & { readonly drift: PortalDrift },
  options: DriftOptions,
): Line[] {
  const messages = messagesOf(options);
  const wanted = listedFindings(drift.findings, options);
  if (wanted.length === 0) return [];
  const once = onceEach(wanted);
  const listed = options.all ? once : heaviest(once);
  const more = once.length - listed.length;
  const name = portals.length === 1 ? drift.portal : messages.alikeNamed(namesOf(portals, options));
  return [
    [],
    ...layTagged([span(name, 'strong')], undefined, frameOf(options.width)),
    ...findingLines(view, drift.portal, listed, options),
    ...(more === 0 ? [] : foldLine(messages.moreFindings(more), options)),
  ];
}

/** A finding, with those of other rows that are alike and stand alike. */
export interface Listed {
  readonly finding: Finding;
  readonly others: Finding[];
}

export function onceEach(findings: readonly Finding[]): readonly Listed[] {
  const listed = new Map<string, Listed>();
  for (const finding of findings) {
    const { reference, state, decision } = finding;
    const key = `${reference} ${state} ${decision?.reference}`;
    const there = listed.get(key);
    if (there) there.others.push(finding);
    else listed.set(key, { finding, others: [] });
  }
  return [...listed.values()];
}

/** The weightiest, in reading order. */
function heaviest(findings: readonly Listed[]): readonly Listed[] {
  if (findings.length <= mostFindings) return findings;
  const weight = ({ finding }: Listed): number => strongestFirst.indexOf(finding.change.class);
  const kept = new Set(
    [...findings].sort((one, other) => weight(one) - weight(other)).slice(0, mostFindings),
  );
  return findings.filter((finding) => kept.has(finding));
}

export function foldLine(text: string, options: DriftOptions): Line[] {
  const frame = innerFrame(frameOf(options.width));
  return withGutter('rest', layTagged([span(text, 'dim')], [span('--all', 'dim')], frame));
}

export function findingLines(
  view: DriftView,
  portal: string,
  listed: readonly Listed[],
  options: DriftOptions,
): Line[] {
  const findings = listed.map(({ finding }) => finding);
  const sheet = findingSheet(view, portal, findings, options);
  if (!sheet) return [];
  return listed.flatMap(({ finding, others }) => [
    ...findingLine(finding, stateSpans(finding, options), { ...sheet, options }),
    ...(others.length === 0 ? [] : noteLines(messagesOf(options).alsoAtCookies(rowsOf(others)), options)),
    ...directionLines(view, finding, options),
    ...decisionLines(finding, options),
  ]);
}

function directionLines(view: DriftView, finding: Finding, options: DriftOptions): Line[] {
  const group = view.directions && groupFinder(view)(finding);
  const texts = group ? directionTexts(finding, group, options) : [];
  return texts.flatMap((text) => noteLines(text, options));
}

function rowsOf(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ change: { address } }) => (address.a ?? address.b)?.row ?? []);
}

/** Dim, below what it is about. */
export function noteLines(text: string, { width }: DriftOptions): Line[] {
  return withGutter(undefined, layTagged([span(text, 'dim')], undefined, innerFrame(frameOf(width))));
}

/** ` ~  Introduction: … [-nous utilisons-]{+le portail utilise+} …      wording  561136` */
export function findingLine(
  { change, reference }: Pick<Finding, 'change' | 'reference'>,
  state: Line,
  { sheet, finder, options }: FindingSheet & { readonly options: DriftOptions },
): Line[] {
  const words = historyMessages[options.language];
  const { sign, body } = changeBody(change, { sheet, finder, words });
  const flat = body.map((part) => ({ ...part, text: part.text.replace(/\s*\n\s*/g, ' ') }));
  const reasons = reasonsOf(change, sheet).slice(0, 2);
  const tag: Span[] = [
    ...(reasons.length === 0 ? [] : [span(`${reasons.join(', ')} · `, 'dim')]),
    span(messagesOf(options).tag[change.class], change.class),
    ...state,
    span(`  ${reference}`, 'dim'),
  ];
  const frame = innerFrame(sheet.frame);
  const most = options.all || frame.width === undefined ? undefined : frame.width * mostLines;
  return withGutter(sign, layTagged(most === undefined ? flat : cutLine(flat, most), tag, frame));
}

/** Nothing where it is unexplained, which the heading counts. */
function stateSpans({ state, decision, lapse }: Finding, options: DriftOptions): Line {
  if (state === 'unexplained') return [];
  const text = messagesOf(options).stateTag(state, { ...(decision ?? {}), ...(lapse ? { lapse } : {}) });
  return [span(' · '), span(text, state === 'agreed' || state === 'to-fix' ? 'dim' : 'strong')];
}

function decisionLines({ decision, lapse }: Finding, options: DriftOptions): Line[] {
  // Who is to correct it, and by when, its state tells.
  if (!decision || (decision.status === 'to-fix' && decision.reason === undefined && lapse === undefined))
    return [];
  return noteLines(messagesOf(options).decided(decision, lapse).replace(/\s+/g, ' '), options);
}
