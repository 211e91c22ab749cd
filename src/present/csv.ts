/** Rows as CSV that a spreadsheet opens as it is: RFC 4180, letters told by a byte order mark, no cell that can act as a formula. */
import { breakLogCommands } from '../text/log-commands.ts';
import { sanitise } from '../text/sanitise.ts';

/** Without it, Excel reads `é` as two signs of another alphabet. */
const byteOrderMark = '\ufeff';

/** A spreadsheet takes what begins so for a formula; an apostrophe before it makes it text. */
const formula = /^[\s]*[=+\-@]|^[\t\r]/;

/** One line a row, each ended by CR and LF. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(text: string): string {
  const safe = breakLogCommands(sanitise(text, { keepLines: true }));
  const cell = formula.test(safe) ? `'${safe}` : safe;
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
