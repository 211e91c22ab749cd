/** Keeps the memory small of what reads many charters or versions one after the other. */
import { setFlagsFromString } from 'node:v8';

/**
 * Percent that garbage may add to what lives before it is collected. Left to itself the engine lets a program that
 * reads for long take four times what it needs.
 */
const mostGarbage = 30;

export function boundGarbage(): void {
  setFlagsFromString(`--heap-growing-percent=${mostGarbage}`);
}
