/** Where a keeper of many portals starts: what there is of drift, and which of it can be put off to be corrected. */
import type { Decision } from '../model/charter.ts';
import type { Finding, PortalDrift } from '../model/drift.ts';
import { repeatedAlike } from './alike.ts';

export interface Baseline {
  /** Undecided and not substantive, in reading order, by what they are decided on together. */
  readonly marked: ReadonlyMap<string, readonly [Finding, ...Finding[]]>;
  /** Substantive: somebody has to look at each. */
  readonly left: readonly Finding[];
  /** Something was decided about them, whether it still holds or not. */
  readonly decided: readonly Finding[];
}

/** Of one portal, with what was decided in it so far. */
export function baselineOf({ findings }: PortalDrift, decisions: readonly Decision[]): Baseline {
  const marked = new Map<string, [Finding, ...Finding[]]>();
  const free = findings.filter(({ state }) => state === 'unexplained');
  const weak = free.filter(({ change }) => change.class !== 'substantive');
  const repeated = repeatedAlike(weak);
  const taken = new Set(decisions.map(({ reference }) => reference));
  for (const finding of weak) {
    const { alike, change } = finding;
    // A decision that covers other rows of the same kind keeps its own reference.
    const together = alike !== undefined && repeated.has(alike) && !taken.has(alike);
    const identity = together ? alike : change.fingerprint;
    const there = marked.get(identity);
    if (there) there.push(finding);
    else marked.set(identity, [finding]);
  }
  return {
    marked,
    left: free.filter(({ change }) => change.class === 'substantive'),
    decided: findings.filter(({ decision }) => decision !== undefined),
  };
}
