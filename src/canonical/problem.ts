/** Makes problems: values cut to a length that can be shown, places from offsets. */
import type { ProblemCode } from '../messages/problems.ts';
import type { Problem } from '../model/problem.ts';

export type Path = Problem['path'];

export interface Place {
  readonly path?: Path;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly severity?: Problem['severity'];
}

const longestValue = 80;

export function makeProblem(code: ProblemCode, place: Place, values: Problem['values'] = {}): Problem {
  return {
    code,
    severity: place.severity ?? 'error',
    path: place.path ?? [],
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? clip(value) : value]),
    ),
  };
}

function clip(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue - 1)}…` : value;
}

/** As in `Parsed.lines`. */
export function pathKey(path: Path): string {
  return path.map((part) => `/${part}`).join('');
}

const mostShown = 50;

/** In reading order, those without a line first; past a number nobody reads, one problem counts the rest. */
export function arrangeProblems(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  if (sorted.length <= mostShown) return sorted;
  const count = sorted.length - mostShown;
  return [...sorted.slice(0, mostShown), makeProblem('too-many-problems', {}, { count })];
}
