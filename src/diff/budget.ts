/** How much work one comparison may spend on words before it coarsens; spending is counted, never timed. */

export interface Budget {
  /** Word-diff steps still allowed, about ten million a second. */
  steps: number;
}

export function freshBudget(): Budget {
  return { steps: 4_000_000 };
}
