/** Recognises cookie names by their shape, and lists the names that one cell holds. */
import { plainText } from '../text/inline.ts';

const separators = /\s*[,;\n]\s*|\s+(?:et|and|ou|or|und|oder|y|e|en|of|\/|&)\s+/u;
const nameShape = /^[\p{L}\p{N}_$#%*.:<>{}[\]()|~!@^+=/-]{1,200}$/u;
const certainShape = /_|^[a-z]+[A-Z]|^[A-Z]{2,}[A-Z0-9-]*$|\d|\*|<[^>]*>|^\.|[a-z]\.[a-z]|^[a-z]+-[a-z]+/;

/** The parts of a cell that several names share; one text where it holds none or one. */
export function splitNames(cell: string): string[] {
  return plainText(cell)
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Every part could be a cookie's name: one run of characters without a space. */
export function couldBeNames(cell: string): boolean {
  const parts = splitNames(cell.slice(0, 2000));
  return parts.length > 0 && parts.every((part) => nameShape.test(part) && !/^\d+$/.test(part));
}

/** Some part has the shape that only names have (`_ga`, `JSESSIONID`, `hl7`), or is among the known ones. */
export function surelyNames(cell: string, known: ReadonlySet<string>): boolean {
  if (!couldBeNames(cell)) return false;
  return splitNames(cell).some((part) => known.has(part) || certainShape.test(part));
}
