/** Short ways to read the made-up captures, and to look at what came of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { readCapture } from '../../src/capture/read-capture.ts';
import type { CaptureOptions, CaptureRead } from '../../src/capture/reading.ts';
import type { CookieTable } from '../../src/model/charter.ts';

const folder = new URL('captures/', import.meta.url);

export const captureFiles = readdirSync(folder).sort();

export function captureBytes(file: string): Uint8Array {
  return readFileSync(new URL(file, folder));
}

export async function readFile(file: string, options: CaptureOptions = {}): Promise<CaptureRead> {
  return accepted(captureBytes(file), options);
}

export async function readString(text: string, options: CaptureOptions = {}): Promise<CaptureRead> {
  return accepted(new TextEncoder().encode(text), options);
}

async function accepted(bytes: Uint8Array, options: CaptureOptions): Promise<CaptureRead> {
  const reading = await readCapture(bytes, options);
  if (!reading.ok) throw new Error(reading.problems.map((problem) => problem.code).join(', '));
  return reading;
}

/** The code for which the text is refused; undefined where it is read. */
export async function refusal(
  text: string | Uint8Array,
  options: CaptureOptions = {},
): Promise<string | undefined> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const reading = await readCapture(bytes, options);
  return reading.ok ? undefined : reading.problems[0]?.code;
}

/** A table as lines: its keys, then its cells. */
export function tableLines(table: CookieTable | undefined): string[] {
  if (table === undefined) return [];
  return [table.columns.map((column) => column.key), ...table.rows.map((row) => row.cells)].map((cells) =>
    cells.join(' | '),
  );
}

export function rulesOf(reading: CaptureRead): string[] {
  return reading.repairs.map((repair) => `${repair.line ?? 0} ${repair.rule}`);
}

export function warningsOf(reading: CaptureRead): string[] {
  return reading.warnings.map((warning) => warning.code);
}
