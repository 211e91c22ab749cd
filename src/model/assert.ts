/** Ends a switch that has named every case: a new case does not compile until it is named too. */
export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
