/** Bytes to text: finds the encoding, evens out line ends, and refuses what is no text at all. */
import type { CaptureProblemCode } from '../messages/capture.ts';

export const largestCapture = 16 * 1024 * 1024;

type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: string;
      /** Control characters that were left out. */
      readonly controls: number;
      /** The bytes stop in the middle of a character, which was left out. */
      readonly cut?: true;
    }
  | {
      readonly ok: false;
      readonly code: Extract<CaptureProblemCode, 'capture-binary' | 'capture-too-large'>;
    };

/** Lines end in `\n` in the result; a byte-order mark is dropped; control characters other than tab are dropped and counted. */
export function decodeCapture(bytes: Uint8Array): Decoded {
  if (bytes.length > largestCapture) return { ok: false, code: 'capture-too-large' };
  if (knownBinary(bytes)) return { ok: false, code: 'capture-binary' };
  const wide = wideEncoding(bytes);
  const odd = wide === undefined ? unfinished(bytes) : bytes.length % 2;
  const whole = bytes.subarray(0, bytes.length - odd);
  const encoding = wide ?? narrowEncoding(whole);
  // A converter may leave a zero in a text, but then in one that is well encoded.
  if (wide === undefined && encoding !== 'utf-8' && bytes.includes(0))
    return { ok: false, code: 'capture-binary' };
  const raw = decode(whole, encoding);
  const lines = raw.replace(/\r\n?/g, '\n').replace(/[\u000b\u000c]/g, ' ');
  const text = lines.replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '');
  const controls = lines.length - text.length;
  if (controls > 8 + text.length / 100) return { ok: false, code: 'capture-binary' };
  return { ok: true, text, encoding, controls, ...(odd > 0 ? { cut: true } : {}) };
}

/** Letters of Windows-1252 at 0x80 to 0x9f; `\u0000` where it has none. */
const windowsLetters = '€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ';

/** Node decodes Windows-1252 as if it were Latin-1 and leaves control characters where letters stand. */
function decode(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (char) => windowsLetters.charAt(char.charCodeAt(0) - 0x80));
}

/** Formats that are often saved in place of a page. */
function knownBinary(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 5));
  return /^(?:%PDF-|PK\u0003\u0004|\u0089PNG|GIF8|\u00ff\u00d8\u00ff|\u001f\u008b|\{\\rtf|\u00d0\u00cf\u0011\u00e0)/.test(
    head,
  );
}

/** UTF-16 by its mark; without one only where nearly every other byte of a long enough start is zero. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = Math.min(bytes.length - (bytes.length % 2), 4096);
  if (sample < 16) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const pairs = sample / 2;
  if (odd > pairs * 0.8 && even === 0) return 'utf-16le';
  if (even > pairs * 0.8 && odd === 0) return 'utf-16be';
  return undefined;
}

/**
 * Bytes at the end that begin a character of UTF-8 and do not end it; 0 where what stands before is not clearly UTF-8:
 * there the last byte may be a letter of another encoding.
 */
function unfinished(bytes: Uint8Array): number {
  let lead = bytes.length - 1;
  while (lead > bytes.length - 4 && ((bytes[lead] ?? 0) & 0xc0) === 0x80) lead -= 1;
  const first = bytes[lead] ?? 0;
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  const odd = bytes.length - lead;
  if (first > 0xf4 || odd >= size) return 0;
  const before = bytes.subarray(0, lead);
  return before.some((byte) => byte >= 0x80) && narrowEncoding(before) === 'utf-8' ? odd : 0;
}

function narrowEncoding(bytes: Uint8Array): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return declaredCharset(bytes) ?? 'windows-1252';
  }
}

/** The charset that an HTML page declares in its first bytes, where this machine knows it. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const label = /<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:-]{2,40})/i.exec(head)?.[1];
  if (label === undefined || /^utf-?(?:8|16)/i.test(label)) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
