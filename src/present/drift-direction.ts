/** Says which way a finding goes: only here, in other portals too, or behind the template; and what most portals say. */
import type { DriftGroup, Finding } from '../model/drift.ts';
import { type DriftOptions, type DriftView, messagesOf } from './drift-view.ts';

/** Other portals that are named beside a finding. */
const mostNamed = 3;

/** Nothing of what is only here where all portals are told: most drift is. */
export function directionTexts(
  { portal }: Pick<Finding, 'portal'>,
  { direction }: Pick<DriftGroup, 'direction'>,
  options: DriftOptions,
): string[] {
  const messages = messagesOf(options);
  const { names, of } = direction;
  // Thousands may say so: those few that are named are found among the first.
  const first = options.all ? names : names.slice(0, mostNamed + 1);
  const named = first.filter((name) => name !== portal).slice(0, options.all ? names.length : mostNamed);
  const others = names.length - (names.includes(portal) ? 1 : 0);
  const local = options.partial && of > 1 && names.length === 1 ? [messages.onlyHere(of)] : [];
  return [
    ...behindTexts({ direction }, options),
    ...(others === 0 ? local : [messages.alsoIn(named, others - named.length)]),
  ];
}

export function behindTexts(
  { direction: { behind } }: Pick<DriftGroup, 'direction'>,
  options: DriftOptions,
): string[] {
  return behind ? [messagesOf(options).behind(behind.commit.slice(0, 8), behind.until)] : [];
}

/** Absent where most portals say what the template says, or nothing more than others. */
export function majorityOf(
  { groups }: DriftView,
  { fingerprint, direction }: DriftGroup,
  options: DriftOptions,
): string | undefined {
  const { majority, of } = direction;
  if (majority.fingerprint === undefined || of < 2) return undefined;
  const messages = messagesOf(options);
  if (majority.fingerprint === fingerprint) return messages.majority(majority.portals, of);
  const other = groups.find((group) => group.fingerprint === majority.fingerprint);
  const reference = other?.reference ?? majority.fingerprint.slice(0, 6);
  const { text } = majority;
  return messages.majorityOther(majority.portals, of, {
    reference,
    ...(text === undefined ? {} : { text }),
  });
}
