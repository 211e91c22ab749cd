/** What most portals say in one place; a tie goes to the portal that stands nearest to all others. */
import { typographicallyEqual } from '../text/fold.ts';
import type { TextReader } from '../text/reader.ts';

/** What one portal says; portals are numbered from the nearest to all others to the farthest. */
export interface Ballot<Value> {
  readonly portal: number;
  readonly value: Value;
}

/** All that say the same. */
export interface Party<Value> {
  readonly ballots: readonly Ballot<Value>[];
}

export interface Election<Value> {
  /** Most ballots first; of as many, the one that the nearest portal is of. */
  readonly parties: readonly Party<Value>[];
  /** Whether the second has as many ballots as the first. */
  readonly tied: boolean;
}

/** By equal keys. */
export function elect<Value>(
  ballots: readonly Ballot<Value>[],
  keyOf: (value: Value) => string,
): Election<Value> {
  const byKey = new Map<string, Ballot<Value>[]>();
  for (const ballot of ballots) {
    const key = keyOf(ballot.value);
    const party = byKey.get(key);
    if (party) party.push(ballot);
    else byKey.set(key, [ballot]);
  }
  return rank([...byKey.values()]);
}

/** A text as published, and as it is compared. */
export interface Wording {
  /** With variables by their names. */
  readonly text: string;
  /** The same, with every variable written in one way. */
  readonly plain: string;
}

/** By what is typographically equal. */
export function electWording(ballots: readonly Ballot<Wording>[], reader: TextReader): Election<Wording> {
  const byKey = new Map<string, Ballot<Wording>[][]>();
  for (const ballot of inOrder(ballots)) {
    const { plain } = ballot.value;
    const key = reader.key(plain);
    const alike = byKey.get(key) ?? [];
    byKey.set(key, alike);
    const party = alike.find(([first]) => typographicallyEqual(first?.value.plain ?? '', plain));
    if (party) party.push(ballot);
    else alike.push([ballot]);
  }
  return rank([...byKey.values()].flat());
}

/** Of wordings that are typographically equal, the form that most give it. */
export function mostCommonForm({ ballots }: Party<Wording>): string {
  return elect(ballots, ({ text }) => text).parties[0]?.ballots[0]?.value.text ?? '';
}

function rank<Value>(groups: readonly (readonly Ballot<Value>[])[]): Election<Value> {
  const parties = groups
    .map((ballots): Party<Value> => ({ ballots: inOrder(ballots) }))
    .sort((x, y) => y.ballots.length - x.ballots.length || nearest(x) - nearest(y));
  const [first, second] = parties;
  return { parties, tied: first !== undefined && first.ballots.length === second?.ballots.length };
}

function inOrder<Value>(ballots: readonly Ballot<Value>[]): Ballot<Value>[] {
  return [...ballots].sort((x, y) => x.portal - y.portal);
}

function nearest<Value>({ ballots }: Party<Value>): number {
  return ballots[0]?.portal ?? 0;
}
