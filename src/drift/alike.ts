/** One change made alike in several rows, as when a provider takes another name: one identity for all of them. */
import { hash } from 'node:crypto';
import type { Change } from '../model/change.ts';
import type { Finding } from '../model/drift.ts';
import type { TextReader } from '../text/reader.ts';
import { referenceDigits } from '../text/references.ts';

/** Of a cell whose text gave way to another: equal wherever that happened in the same column; else undefined. */
export function alikeFingerprint({ kind, address, a, b }: Change, { key }: TextReader): string | undefined {
  const column = address.a?.column;
  if (kind !== 'cell-changed' || column === undefined || typeof a !== 'string' || typeof b !== 'string')
    return undefined;
  return hash('sha256', JSON.stringify(['alike', column, key(a), key(b)]));
}

/** What is known of a difference by its identity. */
interface Known {
  readonly alike?: string;
}

/** The identities that several differences of one portal have. */
export function repeatedAlike(found: Iterable<Known>): Set<string> {
  return repeatedAmong([{ findings: found }]);
}

/** The same of several portals, together. */
export function repeatedAmong(portals: Iterable<{ readonly findings: Iterable<Known> }>): Set<string> {
  const repeated = new Set<string>();
  for (const { findings } of portals) {
    let first: string | undefined;
    // Most portals have one at most.
    let others: Set<string> | undefined;
    for (const { alike } of findings) {
      if (alike === undefined) continue;
      if (alike === first || others?.has(alike)) repeated.add(alike);
      else if (first === undefined) first = alike;
      else others = (others ?? new Set()).add(alike);
    }
  }
  return repeated;
}

/** The fingerprint by which a finding is decided on: its own, or that of all that are alike where these are repeated. */
export function identityOf(
  { alike, change }: Pick<Finding, 'alike' | 'change'>,
  repeated: ReadonlySet<string>,
): string {
  return alike !== undefined && repeated.has(alike) ? alike : change.fingerprint;
}

/** All by which it can be named: its own, and what it has alike with those of other rows. */
export function identitiesOf({ alike, change }: Pick<Finding, 'alike' | 'change'>): string[] {
  return [change.fingerprint, ...(alike === undefined ? [] : [alike])];
}

/** Whether a reference of so many digits can mean it. */
export function isNamedBy(finding: Pick<Finding, 'alike' | 'change'>, digits: string): boolean {
  return identitiesOf(finding).some((one) => one.startsWith(digits));
}

/** As many digits as tell them all apart. */
export function digitsFor(findings: readonly Finding[], repeated: ReadonlySet<string>): number {
  return referenceDigits(findings.map((finding) => identityOf(finding, repeated)));
}

export function withReferences(
  findings: readonly Finding[],
  repeated: ReadonlySet<string>,
  digits: number = digitsFor(findings, repeated),
): Finding[] {
  return findings.map((finding) => ({
    ...finding,
    reference: identityOf(finding, repeated).slice(0, digits),
  }));
}
