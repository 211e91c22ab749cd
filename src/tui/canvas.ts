/** Writes a screen line by line where it differs from the one before: no flicker, no scrolling, no clearing. */
import { displayWidth } from '../text/width.ts';

export interface Canvas {
  /** The bytes that turn the screen as last drawn into these painted lines; nothing where they are equal. */
  draw(lines: readonly string[], columns: number): string;
  /** What stands on the screen is not known any more. */
  forget(): void;
}

/** Terminals that know it show all of an update at once; the others pass over it. */
const beginUpdate = '\u001b[?2026h';
const endUpdate = '\u001b[?2026l';
const eraseRest = '\u001b[K';
const eraseBelow = '\u001b[J';
const styles = /\u001b\[[0-9;]*m/g;

export function createCanvas(): Canvas {
  let shown: readonly string[] | undefined;
  return {
    draw(lines, columns) {
      const before = shown;
      shown = lines;
      let out = '';
      lines.forEach((line, index) => {
        if (before?.[index] !== line) out += placeLine(line, index, columns);
      });
      if (before?.length !== lines.length) out += `${moveTo(lines.length)}${eraseBelow}`;
      return out === '' ? '' : `${beginUpdate}${out}${endUpdate}`;
    },
    forget() {
      shown = undefined;
    },
  };
}

/** After a full line the cursor still stands on its last cell, which erasing would take away. */
function placeLine(line: string, index: number, columns: number): string {
  const full = displayWidth(line.replace(styles, '')) >= columns;
  return `${moveTo(index)}${line}${full ? '' : eraseRest}`;
}

function moveTo(index: number): string {
  return `\u001b[${index + 1};1H`;
}
