/** Drift by change: each difference once, with the portals that say so and what most of them say. */
import type { DriftGroup } from '../model/drift.ts';
import { behindTexts, majorityOf } from './drift-direction.ts';
import { findingLine, foldLine, listedFindings, noteLines } from './drift-findings.ts';
import {
  type DriftOptions,
  type DriftView,
  findingSheet,
  isOpen,
  messagesOf,
  namesOf,
} from './drift-view.ts';
import { frameOf, layTagged } from './layout.ts';
import { type Line, span } from './style.ts';

/** Groups that are shown; `--all` shows every one. */
const mostGroups = 40;

/** Those of which anything is listed, in their order. */
export function listedGroups({ groups }: DriftView, options: DriftOptions): readonly DriftGroup[] {
  return groups.filter(({ findings }) => listedFindings(findings, options).length > 0);
}

export function renderGroups(view: DriftView, options: DriftOptions): Line[] {
  const groups = listedGroups(view, options);
  const shown = options.all ? groups : groups.slice(0, mostGroups);
  const more = groups.length - shown.length;
  return [
    ...shown.flatMap((group) => [[], ...renderGroup(view, group, options)]),
    ...(more === 0 ? [] : [[], ...foldLine(messagesOf(options).moreFindings(more), options)]),
  ];
}

function renderGroup(view: DriftView, group: DriftGroup, options: DriftOptions): Line[] {
  const messages = messagesOf(options);
  const [first] = group.findings;
  const sheet = first ? findingSheet(view, first.portal, [first], options) : undefined;
  if (!first || !sheet) return [];
  const states = stateParts(group, options);
  const tag = states.length === 0 ? [] : [span(` · ${states.join(', ')}`)];
  const { change } = group.findings.find((one) => one.change.class === group.class) ?? first;
  const { reference } = group;
  const frame = frameOf(options.width);
  const count = messages.inPortals(group.direction.portals, group.direction.of);
  const majority = majorityOf(view, group, options);
  return [
    ...layTagged([span(messages.notice(count, portalsOf(group, options)), 'strong')], undefined, frame),
    ...findingLine({ change, reference }, tag, { ...sheet, options }),
    ...(group.cookies ? noteLines(messages.atCookies(group.cookies), options) : []),
    ...[...behindTexts(group, options), ...(majority === undefined ? [] : [majority])].flatMap((text) =>
      noteLines(text, options),
    ),
  ];
}

/** How its findings stand, where any is decided. */
export function stateParts({ findings }: DriftGroup, options: DriftOptions): string[] {
  const messages = messagesOf(options);
  const counts = new Map<DriftGroup['findings'][number]['state'], number>();
  for (const { state } of findings) counts.set(state, (counts.get(state) ?? 0) + 1);
  if (counts.size === 1 && counts.has('unexplained')) return [];
  return [...counts].map(([state, count]) =>
    counts.size === 1 ? messages.states[state] : messages.stateCount(state, count),
  );
}

/** Names what is open first. */
export function portalsOf({ findings }: DriftGroup, options: DriftOptions): string {
  const sorted = [...findings].sort((one, other) => Number(isOpen(other.state)) - Number(isOpen(one.state)));
  return namesOf([...new Set(sorted.map(({ portal }) => portal))], options).join(', ');
}
