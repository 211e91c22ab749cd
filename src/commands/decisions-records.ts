/** Decisions and the drift that they are about as records, for the outputs that programs read. */
import type { DecisionRecord, DriftRecord } from '../present/decisions-json.ts';
import type { Named } from './decisions-reference.ts';
import type { Made } from './decisions-writing.ts';

export function recordMade({ place: { at }, decision, replaced }: Made): DecisionRecord {
  return {
    portal: at.charter.id,
    file: at.loaded.file,
    decision,
    drift: decision.reference,
    ...(replaced.length === 0 ? {} : { replaced }),
  };
}

export function recordNamed({ fingerprint, reference, places }: Named): DriftRecord {
  const portals = [...new Set(places.map(({ at }) => at.charter.id))];
  return { fingerprint, reference, finding: places[0].finding, portals };
}

/** Differences of several portals that have the same fingerprint as one. */
export function joinNamed(all: readonly Named[]): Named[] {
  const joined = new Map<string, Named>();
  for (const named of all) {
    const there = joined.get(named.fingerprint);
    joined.set(named.fingerprint, there ? { ...there, places: [...there.places, ...named.places] } : named);
  }
  return [...joined.values()];
}
