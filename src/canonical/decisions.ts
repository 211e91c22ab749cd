/** Writes other decisions into the text of a charter, and leaves every other line of it as it is, comments too. */
import type { Decision } from '../model/charter.ts';
import { readDocument } from './parse.ts';
import { type Commented, namedSchema, reformat, writeAround } from './reformat.ts';

/** One decision of the new list. */
export interface PlacedDecision {
  readonly decision: Decision;
  /** The index of the one in whose place it stands, whose comments it keeps; absent for a new one. */
  readonly before?: number;
}

/**
 * Undefined where the text is no charter in canonical form, which `fmt` would write otherwise: then more than the
 * decisions would change. Comments of a decision that is left out stay, beside what comes next.
 */
export function writeDecisions(text: string, decisions: readonly PlacedDecision[]): string | undefined {
  if (reformat(text).text !== text) return undefined;
  const { tree, document } = readDocument(text);
  const schema = namedSchema(tree);
  if (document?.kind !== 'charter' || schema === undefined) return undefined;
  const revised = { ...document, decisions: decisions.map(({ decision }) => decision) };
  return writeAround(movePlaces(tree, decisions), revised, schema);
}

/** The places of decisions under the paths that they get; of those left out, under paths that nothing has. */
function movePlaces({ comments, places }: Commented, decisions: readonly PlacedDecision[]): Commented {
  const indexes = new Map(decisions.map(({ before }, index) => [before, index]));
  const moved = [...places].map(([path, offset]): [string, number] => {
    const [, index, rest = ''] = /^\/decisions\/(\d+)(\/.*)?$/.exec(path) ?? [];
    if (index === undefined) return [path, offset];
    return [`/decisions/${indexes.get(Number(index)) ?? `left-out-${index}`}${rest}`, offset];
  });
  return { comments, places: new Map(moved) };
}
