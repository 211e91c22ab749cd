/** Whether a version is one of the program's reading only, as far as its commit can be believed. */
import type { HistoryCommit } from '../model/history.ts';

/**
 * Only where all that the message says of the change is that, and the texts that it says were imported have the
 * version's own, `digest`, among them: anybody may write the word, and a text may be amended or squashed since.
 */
export async function isTechnical(
  { trailers, statesContent }: HistoryCommit,
  digest: () => Promise<string | undefined>,
): Promise<boolean> {
  const valuesOf = (wanted: string): string[] =>
    trailers.flatMap(({ key, value }) => (key.toLowerCase() === wanted ? [value.trim()] : []));
  const kinds = valuesOf('change').map((kind) => kind.toLowerCase());
  if (statesContent || kinds.length === 0 || kinds.some((kind) => kind !== 'technical')) return false;
  const imported = valuesOf('imported').map((mark) => mark.slice(mark.lastIndexOf(' ') + 1));
  return imported.length > 0 && imported.includes((await digest()) ?? '');
}
