/** What the comparison of tables must know of the charters around them. */
import type { Address } from '../model/change.ts';
import type { Budget } from './budget.ts';
import type { PlainTable } from './plain-table.ts';

/** Compares what a table of `a` and one of `b`, by id, stand under. */
export interface TablePlaces {
  /** Both stand under headings that have their counterpart elsewhere. */
  readonly elsewhere: (a: string, b: string) => boolean;
  /** Both stand under one and the same heading. */
  readonly together: (a: string, b: string) => boolean;
}

export interface TableContext {
  readonly budget: Budget;
  /** Section of a table of either side, by its id. */
  readonly sectionOf: (side: 'a' | 'b', table: string) => string | undefined;
  readonly places: TablePlaces;
}

export function tableAddress(side: 'a' | 'b', table: PlainTable, context: TableContext): Address {
  const section = context.sectionOf(side, table.id);
  return { ...(section === undefined ? {} : { section }), table: table.id };
}
