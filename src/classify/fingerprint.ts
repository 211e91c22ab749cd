/**
 * Names a difference by what it says: equal drifts of two portals have equal fingerprints, and class, rule, emphasis,
 * portal, line and commit play no part.
 */
import { hash } from 'node:crypto';
import type { RawChange, SideValue } from '../model/change.ts';
import { createReader, type TextReader } from '../text/reader.ts';

/** One for each change, in lower-case hexadecimal; the second of two equal ones counts its occurrence. */
export function fingerprintChanges(
  changes: readonly RawChange[],
  reader: TextReader = createReader(),
): string[] {
  const seen = new Map<string, number>();
  return changes.map((change) => {
    const known = prints.get(change);
    const identity = known?.identity ?? JSON.stringify(identityOf(change, reader));
    const occurrence = seen.get(identity) ?? 0;
    seen.set(identity, occurrence + 1);
    if (known?.occurrence === occurrence) return known.fingerprint;
    const fingerprint = hash('sha256', `${identity}\n${occurrence}`);
    prints.set(change, { identity, occurrence, fingerprint });
    return fingerprint;
  });
}

/** Portals that differ alike share their changes. */
const prints = new WeakMap<
  RawChange,
  { readonly identity: string; readonly occurrence: number; readonly fingerprint: string }
>();

function identityOf({ kind, address, a, b }: RawChange, reader: TextReader): readonly unknown[] {
  const place = address.a ?? address.b ?? {};
  const fold = (text: string | undefined): string => (text === undefined ? '' : reader.key(text));
  const said = (value: SideValue | undefined): unknown => saidBy(value, reader);
  return [kind, fold(place.section), fold(place.row), place.column ?? '', said(a), said(b)];
}

function saidBy(value: SideValue | undefined, { key }: TextReader): unknown {
  if (value === undefined) return null;
  if (typeof value === 'string') return key(value);
  if (isTexts(value)) return value.map(key);
  return Object.keys(value)
    .sort()
    .map((column) => [column, key(value[column] ?? '')]);
}

function isTexts(value: SideValue): value is readonly string[] {
  return Array.isArray(value);
}
