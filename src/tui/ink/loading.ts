/** Loads what draws with Ink; a file of its own because code that comes out of a code cache cannot load modules. */
import type * as InkModule from './screen.tsx';

export function loadInk(): Promise<typeof InkModule> {
  return import('./screen.tsx');
}
