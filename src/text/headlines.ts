/** What a charter's file says of itself near its top, read off its lines without parsing: a guess good enough to choose files by. */

/** Enough of a file to hold its id, variables and source, in bytes or characters. */
export const headLength = 4096;

/** Finds the line of the id, for git. */
export const idLinePattern = '^(charter|template):';

/** The id that a file gives itself. */
export function statedId(text: string): string | undefined {
  return /^(?:charter|template):[ \t]*["']?([a-z0-9][a-z0-9-]*)["']?[ \t]*(?:#.*)?\r?$/m.exec(text)?.[1];
}

/** The portal's own address, else that of the page that it was read from, without a final slash. */
export function statedAddress(text: string): string | undefined {
  return (entryOf(text, 'variables', 'url') ?? entryOf(text, 'source', 'page'))?.replace(/\/$/, '');
}

export interface StatedCapture {
  /** `YYYY-MM-DD`. */
  readonly captured: string;
  /** The capture's own hash where it is given; equal captures of one day have equal hashes. */
  readonly sha256: string;
}

/** The capture that the charter was read from. */
export function statedCapture(text: string): StatedCapture | undefined {
  const captured = entryOf(text, 'source', 'captured');
  if (captured === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(captured)) return undefined;
  return { captured, sha256: entryOf(text, 'source', 'sha256') ?? '' };
}

/** The file of that capture, from the repository's root. */
export function statedCaptureFile(text: string): string | undefined {
  return entryOf(text, 'source', 'capture');
}

/** The value of `key` in the block map `map` of the first level. */
function entryOf(text: string, map: string, key: string): string | undefined {
  let inside = false;
  for (const line of text.split('\n', 400)) {
    if (/^[^\s#]/.test(line)) inside = line.trimEnd() === `${map}:`;
    else if (inside) {
      const [, name, value] =
        /^\s+([a-z0-9]+):[ \t]+["']?([^"'#\r]*?)["']?[ \t]*(?:#.*)?\r?$/.exec(line) ?? [];
      if (name === key) return value;
    }
  }
  return undefined;
}
