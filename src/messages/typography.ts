/** French typography for the tool's own sentences: no-break spaces before double marks and inside guillemets. */

type Value = string | number | undefined;

/** A template tag: sets the no-break spaces in the sentence, never in the values that it holds. */
export function fr(parts: TemplateStringsArray, ...values: readonly Value[]): string {
  return parts.map((part, index) => setSpaces(part) + String(values[index] ?? '')).join('');
}

function setSpaces(text: string): string {
  return text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}
