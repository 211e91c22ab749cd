/** Finds the known names nearest to one that was mistyped. */

const longest = 80;

/** At most three, best first; none where nothing is near enough to be meant. */
export function nearestNames(wanted: string, known: Iterable<string>): string[] {
  const target = wanted.slice(0, longest).toLowerCase();
  const limit = Math.max(1, Math.floor(target.length / 3));
  const found: { readonly name: string; readonly distance: number; readonly extra: number }[] = [];
  for (const name of new Set(known)) {
    const candidate = name.slice(0, longest).toLowerCase();
    const related =
      target.length >= 3 &&
      (candidate.includes(target) || (candidate.length >= 3 && target.includes(candidate)));
    const apart = editDistance(target, candidate, limit);
    const distance = related ? Math.min(apart, 0.5) : apart;
    // Of names that hold one another, those that begin alike are nearer, then those of like length.
    const alike = candidate.startsWith(target) || target.startsWith(candidate);
    const extra = Math.abs(candidate.length - target.length) + (alike ? 0 : longest);
    if (distance <= limit) found.push({ name, distance, extra });
  }
  found.sort(
    (one, other) =>
      one.distance - other.distance || one.extra - other.extra || (one.name < other.name ? -1 : 1),
  );
  return found.slice(0, 3).map(({ name }) => name);
}

/** Insertions, deletions, replacements and swaps of neighbours; anything above `limit` is as good as infinite. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
