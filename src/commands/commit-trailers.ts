/** The user's own words for a commit, and the lines at their end that git reads as trailers. */
import { Failure } from '../model/failure.ts';
import { sha256 } from '../store/snapshots.ts';

/** The keys that this program writes and `log` reads. */
const ownKeys = /^(?:capture|imported|edited|change)[ \t]*:/i;
const trailerLine = /^[A-Za-z0-9-]+[ \t]*:/;
/** Lines that git writes itself, beside which others may stand. */
const gitLine = /^(?:Signed-off-by: |\(cherry picked from commit )/;

const digitsTold = 16;

/** Says that this very text is what the capture gave: amended or squashed since, the text no longer agrees. */
export function importedMark(id: string, text: string): string {
  return `${id} ${sha256(Buffer.from(text.replaceAll('\r\n', '\n'))).slice(0, digitsTold)}`;
}

/** Fails with status 2 where the text says nothing, or says what only this program may say. */
export function readMessage(given: string): string {
  const text = given
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
  if (text === '') throw new Failure('empty-message', 2, {});
  const reserved = lastParagraph(text)?.find((line) => ownKeys.test(line));
  if (reserved !== undefined) throw new Failure('reserved-trailer', 2, { values: { line: reserved } });
  return text;
}

/** Whether further trailers must join the last paragraph to be read by git. */
export function endsInTrailers(text: string): boolean {
  const last = lastParagraph(text);
  return last !== undefined && isTrailerBlock(last);
}

/** The lines at the end of a message that are this program's. */
export function ownTrailers(message: string): readonly string[] {
  return lastParagraph(message.trimEnd())?.filter((line) => ownKeys.test(line)) ?? [];
}

/** Undefined where there is but the subject. */
function lastParagraph(text: string): readonly string[] | undefined {
  const paragraphs = text.split(/\n(?:[ \t]*\n)+/);
  return paragraphs.length < 2 ? undefined : paragraphs.at(-1)?.split('\n');
}

/** Git takes a paragraph for trailers where all of it is such, or a quarter beside a line of its own. */
function isTrailerBlock(lines: readonly string[]): boolean {
  if (/^\s/.test(lines[0] ?? '')) return false;
  const others = lines.filter((line) => !trailerLine.test(line) && !gitLine.test(line) && !/^\s/.test(line));
  const found = lines.filter((line) => trailerLine.test(line) || gitLine.test(line));
  return (
    others.length === 0 || (lines.some((line) => gitLine.test(line)) && found.length * 3 >= others.length)
  );
}
