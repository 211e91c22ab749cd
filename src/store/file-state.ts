/** Tells, without reading it, that a file is as it was when it was read last. */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Within this time of being read, in nanoseconds, a file may change again and keep its time of change. */
const fineStep = 100_000_000n;
/** Where the file system counts whole seconds. */
const coarseStep = 2_000_000_000n;
const second = 1_000_000_000n;

/** Of one run: what was changed so shortly before it began that a further change might not be seen has no state. */
export class FileStates {
  readonly #began: bigint;

  /** `began` is in milliseconds since 1970. */
  constructor(began: number = Date.now()) {
    this.#began = BigInt(Math.floor(began)) * 1_000_000n;
  }

  /** Equal only for the same file with the same size and times; undefined where nothing can be told, or none is there. */
  of(path: string): string | undefined {
    try {
      const { size, mtimeNs, ctimeNs, ino, dev } = statSync(path, { bigint: true });
      const latest = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
      const step = latest % second === 0n ? coarseStep : fineStep;
      return latest + step > this.#began ? undefined : `${size} ${mtimeNs} ${ctimeNs} ${ino} ${dev}`;
    } catch {
      return undefined;
    }
  }
}

/** Another one for each build of the program: what one kept may be wrong for another. */
export function programStamp(): string {
  const file = fileURLToPath(import.meta.url);
  const { size, mtimeMs } = statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}
