/** Takes the place of Ink's own measure of a text, which keeps every text that it ever met. */
import paintedWidth from './width.ts';

interface Measure {
  readonly width: number;
  readonly height: number;
}

export default function measureText(text: string): Measure {
  if (text === '') return { width: 0, height: 0 };
  const lines = text.split('\n');
  return { width: lines.reduce((most, line) => Math.max(most, paintedWidth(line)), 0), height: lines.length };
}
