/**
 * Breaks what the log of a build server would obey: a line that begins with `::`, and `##[`, `##vso[`, `##teamcity[`
 * wherever they stand. A backslash shows where; doing it twice changes nothing more.
 */

/** Characters are as many as before where the line is indented: one space gives way to the backslash. */
export function breakLogCommands(text: string): string {
  if (!text.includes('::') && !text.includes('##')) return text;
  return text.replace(/^(\s*?)[^\S\n]?(?=::)/gm, '$1\\').replace(/##(?=\[|vso\[|teamcity\[)/gi, '#\\#');
}
