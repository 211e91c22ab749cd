/** What `drift` says beside the findings: how many stand how, what is left out, decisions that cover nothing, unused variants, doubts. */
import type { ChangeClass } from '../model/charter.ts';
import type { Finding } from '../model/drift.ts';
import { plainText } from '../text/inline.ts';
import { noticeSentence } from './diff-parts.ts';
import { isListed } from './drift-findings.ts';
import {
  allFindings,
  below,
  columnName,
  countState,
  type DriftOptions,
  type DriftView,
  groupAlike,
  messagesOf,
  namesOf,
  strongestFirst,
  toldStates,
} from './drift-view.ts';

/** How many stand how; of those without any only the ones that a reader looks for. */
export function countParts(findings: readonly Finding[], options: DriftOptions): string[] {
  const { stateCount } = messagesOf(options);
  return toldStates.flatMap((state) => {
    const count = countState(findings, state, options.failOn);
    return count === 0 && state !== 'unexplained' && state !== 'agreed' ? [] : [stateCount(state, count)];
  });
}

/** What the lists of findings leave out, by class or by state. */
export function foldedParts(view: DriftView, options: DriftOptions): string[] {
  const messages = messagesOf(options);
  if (options.all) return [];
  const left = allFindings(view).filter((finding) => !isListed(finding, options));
  const weak = below(options.failOn);
  const counted = (level: ChangeClass): number => left.filter(({ change }) => change.class === level).length;
  const settled = left.filter(({ change }) => !weak.includes(change.class));
  const states = (['to-fix', 'agreed'] as const).map(
    (state) => [state, settled.filter((finding) => finding.state === state).length] as const,
  );
  return [
    ...states.flatMap(([state, count]) => (count === 0 ? [] : [messages.stateCount(state, count)])),
    ...strongestFirst
      .filter((level) => weak.includes(level) && counted(level) > 0)
      .map((level) => messages.count(level, counted(level))),
  ];
}

/** Digits that are enough to tell a reference from others. */
const longestReference = 12;

/** Of a template that is only asked about, all decisions that would not hold are told together. */
export function staleTitle({ revision }: DriftView, options: DriftOptions): string {
  const messages = messagesOf(options);
  return revision === undefined ? messages.staleTitle : messages.wouldLapse;
}

export function staleEntries(view: DriftView, options: DriftOptions): string[] {
  const now = staleNow(view, options);
  return toldTogether(view.revision === undefined ? now : [...lapsedNow(view, options), ...now], options);
}

type Entry = readonly [portal: string, text: string];

/** What holds for many portals is said once. */
function toldTogether(entries: readonly Entry[], options: DriftOptions): string[] {
  return [...groupAlike(entries)].map(([text, portals]) =>
    messagesOf(options).notice(namesOf(portals, options).join(', '), text),
  );
}

/** Those that stand beside a finding which they do not cover. */
function lapsedNow({ drift }: DriftView, options: DriftOptions): Entry[] {
  const messages = messagesOf(options);
  return drift.portals.flatMap(({ portal, findings }) =>
    findings.flatMap(({ decision, lapse }): Entry[] => {
      if (!decision || !lapse || lapse === 'ended') return [];
      const reference = decision.reference.slice(0, longestReference);
      return [[portal, flat(`${reference}, ${messages.decided(decision, lapse)}`)]];
    }),
  );
}

function staleNow({ drift }: DriftView, options: DriftOptions): Entry[] {
  const messages = messagesOf(options);
  return drift.portals.flatMap(({ stale }) =>
    stale.map(({ portal, decision, why }): Entry => {
      const reference = decision.reference.slice(0, longestReference);
      return [portal, flat(`${reference}, ${messages.decided(decision)} (${messages.stale[why]})`)];
    }),
  );
}

/** Which portal says which approved wording; left out unless all is asked for. */
export function usedEntries(view: DriftView, options: DriftOptions): string[] {
  if (!options.all) return [];
  const messages = messagesOf(options);
  const used = view.drift.portals.flatMap(({ portal, variants }) =>
    variants.map(({ block, variant, exact }): Entry => {
      const text = flat(plainText(view.template.body[block]?.variants?.[variant] ?? ''));
      return [portal, messages.variant(placeOfBlock(view, block, options), text, exact)];
    }),
  );
  return toldTogether(used, options);
}

/** Only where every portal was looked at. */
export function unusedEntries(view: DriftView, options: DriftOptions): string[] {
  if (options.partial) return [];
  return view.drift.unusedVariants.map(({ block, text }) =>
    messagesOf(options).notice(placeOfBlock(view, block, options), flat(plainText(text))),
  );
}

function placeOfBlock({ template, drift }: DriftView, block: number, { language }: DriftOptions): string {
  const section = template.body.slice(0, block + 1).findLast((one) => one.section !== undefined)?.section;
  const column = drift.matrix.columns.find(({ id }) => section !== undefined && id === `section:${section}`);
  return columnName(column ?? { id: '', kind: 'section' }, language);
}

export function noticeEntries({ drift }: DriftView, options: DriftOptions): string[] {
  const entries = drift.portals.flatMap(({ portal, notices }) =>
    notices.map((notice): Entry => [portal, flat(noticeSentence(notice, options.language))]),
  );
  return toldTogether(entries, options);
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
