/** What the comparison of tables must know of the charters around them. */
import type { Address } from '../model/change.ts';
import type { CookieTable } from '../model/charter.ts';
import type { Budget } from './budget.ts';

export interface TableContext {
  readonly budget: Budget;
  /** Section of a table of either side, by its id. */
  readonly sectionOf: (side: 'a' | 'b', table: string) => string | undefined;
  /** Whether two sections stand for one another. */
  readonly areCounterparts: (a: string | undefined, b: string | undefined) => boolean;
}

export function tableAddress(side: 'a' | 'b', table: CookieTable, context: TableContext): Address {
  const section = context.sectionOf(side, table.id);
  return { ...(section === undefined ? {} : { section }), table: table.id };
}
