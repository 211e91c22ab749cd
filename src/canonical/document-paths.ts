/** Where the address of a difference may stand in the data of its file. */
import type { Address } from '../model/change.ts';
import type { CharterDocument } from '../model/charter.ts';

/** Paths as `lines` have them, most exact first. */
export function pathsOf(
  { block, table, rowIndex, column }: Address,
  document: Pick<CharterDocument, 'tables'>,
): string[] {
  if (table !== undefined) {
    const at = document.tables.findIndex(({ id }) => id === table);
    const base = `/tables/${at}`;
    if (rowIndex !== undefined)
      return [
        ...(column === undefined ? [] : [`${base}/rows/${rowIndex}/${column}`]),
        `${base}/rows/${rowIndex}`,
        base,
      ];
    const index = document.tables[at]?.columns.findIndex(({ key }) => key === column) ?? -1;
    return [...(index < 0 ? [] : [`${base}/columns/${index}`]), base];
  }
  if (block !== undefined) return [`/body/${block}`];
  if (column === undefined) return [];
  return [`/variables/${column}`, `/${column}`];
}
