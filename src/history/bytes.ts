/** Files as texts of one character a byte, so that places in them are found without decoding what is not looked at. */
import { Buffer, isUtf8 } from 'node:buffer';

/** Each character stands for the byte of its number. */
export type Bytes = string;

export function bytesOf(buffer: Buffer): Bytes {
  return buffer.toString('latin1');
}

/** Undefined where they are not UTF-8. */
export function decode(bytes: Bytes): string | undefined {
  // A sign of more than one byte has none below 128.
  if (!/[\u0080-\u00ff]/.test(bytes)) return bytes;
  const buffer = Buffer.from(bytes, 'latin1');
  return isUtf8(buffer) ? buffer.toString('utf8') : undefined;
}
