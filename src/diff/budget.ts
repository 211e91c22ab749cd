/** How much work one comparison may spend on words before it coarsens; spending is counted, never timed. */
import { createReader, type TextReader } from '../text/reader.ts';

export interface Budget {
  /** Word-diff steps still allowed, about ten million a second. */
  steps: number;
  /** What was read is not read again. */
  readonly reader: TextReader;
}

export function freshBudget(reader: TextReader = createReader()): Budget {
  return { steps: 4_000_000, reader };
}
