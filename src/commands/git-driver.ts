/**
 * What git is told of charters: settings that git understands by itself, and two that call this program and fall back
 * on plain git wherever it is missing or fails.
 */

/** How a shell calls this program; made of words that are quoted already. */
export type ProgramCall = string;

export interface Setting {
  readonly name: string;
  readonly value: string;
}

/** The driver's name, as `.gitattributes` gives it to the files of charters. */
export const driver = 'charter';
export const attributeLine = `charters/**/*.yaml diff=${driver}`;

/** The heading or table above a change, in the file and in the reading view. */
const places = ['^ *- heading: +(.*)$', '^#{1,7} (.*)$', '^(  - id: .*|table: .*)$'].join('\n');
/** Runs of letters, digits and underscores; any other sign is a word of its own. */
const words = '([^[:space:][:punct:]]|_)+|[[:punct:]]';

export function driverSettings(program: ProgramCall): Setting[] {
  return [
    { name: `diff.${driver}.xfuncname`, value: places },
    { name: `diff.${driver}.wordregex`, value: words },
    { name: `diff.${driver}.textconv`, value: readingCall(program) },
    { name: `difftool.${driver}.cmd`, value: toolCall(program) },
  ];
}

/** A reading view that fails would end `git log -p`. */
function readingCall(program: ProgramCall): string {
  return `f() { ${program} git textconv "$1" 2>/dev/null || cat "$1"; }; f`;
}

/**
 * Statuses 130 and 143 are the reader's own interrupt; any other says that the two cannot be compared here. Inside a
 * difftool an external diff is the difftool itself, again and again.
 */
function toolCall(program: ProgramCall): string {
  const plain = 'git --no-pager diff --no-ext-diff --no-index -- "$LOCAL" "$REMOTE"';
  const compare = `${program} diff -- "$LOCAL" "$REMOTE" 2>/dev/null`;
  const pair = '[ -f "$LOCAL" ] && [ -f "$REMOTE" ]';
  return `if ${pair}; then ${compare}; case $? in 0|130|143) ;; *) ${plain};; esac; else ${plain}; fi; true`;
}

/** For a POSIX shell, which git brings along on every system. */
export function shellWord(word: string): string {
  return /^[A-Za-z0-9_./:@%+-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;
}
