/**
 * Breaks what the log of a build server would obey: a line that begins with `::`, and `##[`, `##vso[`, `##teamcity[`
 * wherever they stand. A backslash shows where; doing it twice changes nothing more.
 */

/** Of an indented line no more characters: one space gives way to the backslash. */
export function breakLogCommands(text: string): string {
  const broken = breakInnerCommands(text);
  return broken.includes('::') ? broken.replace(/^([^\S\n]*?)[^\S\n]?(?=::)/gm, '$1\\') : broken;
}

/** Those that are obeyed within a line too. */
export function breakInnerCommands(text: string): string {
  return text.includes('##') ? text.replace(/##(?=\[|vso\[|teamcity\[)/gi, '#\\#') : text;
}
