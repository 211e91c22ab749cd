/** Times things in turn, A B A B …, so that a machine whose speed drifts does not favour either. */

export interface Measured {
  /** Milliseconds. */
  readonly median: number;
  readonly least: number;
}

export interface Task<T> {
  /** Not timed; anew for every round, so that nothing is warm that would be read fresh. */
  readonly prepare: () => T;
  readonly run: (prepared: T) => unknown;
}

export function task<T>(prepare: () => T, run: (prepared: T) => unknown): Task<unknown> {
  return { prepare, run: (prepared) => run(prepared as T) };
}

export function measureInTurn(rounds: number, tasks: readonly Task<unknown>[]): Measured[] {
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    tasks.forEach(({ prepare, run }, at) => {
      const prepared = prepare();
      const start = performance.now();
      run(prepared);
      times[at]?.push(performance.now() - start);
    });
  }
  return times.map((list) => {
    const sorted = [...list].sort((x, y) => x - y);
    return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, least: sorted[0] ?? 0 };
  });
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
