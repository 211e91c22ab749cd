/**
 * Names a difference by what it says: equal drifts of two portals have equal fingerprints, and class, rule, emphasis,
 * portal, line and commit play no part.
 */
import { createHash } from 'node:crypto';
import type { RawChange, SideValue } from '../model/change.ts';
import { foldKey } from '../text/fold.ts';

/** One for each change, in lower-case hexadecimal; the second of two equal ones counts its occurrence. */
export function fingerprintChanges(changes: readonly RawChange[]): string[] {
  const seen = new Map<string, number>();
  return changes.map((change) => {
    const identity = JSON.stringify(identityOf(change));
    const occurrence = seen.get(identity) ?? 0;
    seen.set(identity, occurrence + 1);
    return createHash('sha256').update(`${identity}\n${occurrence}`).digest('hex');
  });
}

function identityOf({ kind, address, a, b }: RawChange): readonly unknown[] {
  const place = address.a ?? address.b ?? {};
  return [kind, fold(place.section), fold(place.row), place.column ?? '', saidBy(a), saidBy(b)];
}

function fold(text: string | undefined): string {
  return text === undefined ? '' : foldKey(text);
}

function saidBy(value: SideValue | undefined): unknown {
  if (value === undefined) return null;
  if (typeof value === 'string') return foldKey(value);
  if (isTexts(value)) return value.map(foldKey);
  return Object.keys(value)
    .sort()
    .map((key) => [key, foldKey(value[key] ?? '')]);
}

function isTexts(value: SideValue): value is readonly string[] {
  return Array.isArray(value);
}
