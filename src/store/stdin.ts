/** Reads standard input to its end, within the bounds of a file. */
import { maxFileBytes, tooLarge } from './files.ts';

/** All of standard input; asynchronous, so that an interrupt is heard while a person types. */
export async function readStandardInput(): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let total = 0;
  for await (const piece of process.stdin) {
    const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
    total += bytes.length;
    if (total > maxFileBytes) throw tooLarge('-');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces, total);
}
