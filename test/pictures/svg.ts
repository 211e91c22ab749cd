/** A terminal's screen as SVG: every cell at its place, colours and attributes as the terminal has them. */
import type { IBufferCell, Terminal } from '@xterm/headless';

const cell = { width: 8.4, height: 18, size: 14, drop: 13.5 };
const ground = '#16181d';
const ink = '#d6d9de';
const fonts = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";
/** The first sixteen colours. */
const basic =
  '#1c1f26 #e06c75 #98c379 #d19a66 #61afef #c678dd #56b6c2 #d6d9de #5c6370 #ff7b86 #b5e890 #ffcb6b #82c4ff #e0a0f5 #7fdbe6 #ffffff'.split(
    ' ',
  );

interface Look {
  readonly color: string;
  readonly back: string;
  readonly attributes: string;
}

interface Stretch extends Look {
  readonly column: number;
  text: string;
  cells: number;
}

export function renderSvg(terminal: Terminal, title: string): string {
  const [width, height] = [terminal.cols * cell.width, terminal.rows * cell.height];
  const rows = Array.from({ length: terminal.rows }, (_, row) => renderRow(stretchesOf(terminal, row), row));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width + 16)} ${round(height + 16)}" font-family="${fonts}" font-size="${cell.size}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="100%" height="100%" rx="6" fill="${ground}"/>`,
    '<g transform="translate(8 8)">',
    ...rows.flat(),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function stretchesOf(terminal: Terminal, row: number): Stretch[] {
  const buffer = terminal.buffer.active;
  const line = buffer.getLine(buffer.viewportY + row);
  const stretches: Stretch[] = [];
  for (let column = 0; column < terminal.cols; column += 1) {
    const found = line?.getCell(column);
    if (!found || found.getWidth() === 0) continue;
    const look = lookOf(found);
    const last = stretches.at(-1);
    if (last && last.color === look.color && last.back === look.back && last.attributes === look.attributes) {
      last.text += found.getChars() || ' ';
      last.cells += found.getWidth();
    } else stretches.push({ ...look, column, text: found.getChars() || ' ', cells: found.getWidth() });
  }
  return stretches;
}

function lookOf(found: IBufferCell): Look {
  const front = found.isFgDefault() ? ink : colorOf(found.getFgColor(), found.isFgRGB());
  const back = found.isBgDefault() ? ground : colorOf(found.getBgColor(), found.isBgRGB());
  const lines = [found.isUnderline() ? 'underline' : '', found.isStrikethrough() ? 'line-through' : ''];
  const attributes = [
    found.isBold() ? ' font-weight="bold"' : '',
    found.isDim() ? ' opacity="0.62"' : '',
    lines.join('') === '' ? '' : ` text-decoration="${lines.join(' ').trim()}"`,
  ].join('');
  return found.isInverse() ? { color: back, back: front, attributes } : { color: front, back, attributes };
}

function renderRow(stretches: readonly Stretch[], row: number): string[] {
  const top = row * cell.height;
  const backs = stretches
    .filter(({ back }) => back !== ground)
    .map(({ column, cells, back }) => {
      const place = `x="${round(column * cell.width)}" y="${round(top)}"`;
      return `<rect ${place} width="${round(cells * cell.width)}" height="${cell.height}" fill="${back}"/>`;
    });
  const texts = stretches
    .filter(({ text, attributes }) => text.trim() !== '' || attributes.includes('decoration'))
    .map(({ column, cells, text, color, attributes }) => {
      // Renderers drop white space at the ends of a text, whatever its style asks for.
      const blank = text.length - text.trimStart().length;
      const shown = text.trim();
      const place = `x="${round((column + blank) * cell.width)}" y="${round(top + cell.drop)}"`;
      const length = `textLength="${round((cells - (text.length - shown.length)) * cell.width)}"`;
      return `<text ${place} ${length} fill="${color}"${attributes}>${escapeXml(shown).replaceAll(' ', '\u00a0')}</text>`;
    });
  return [...backs, ...texts];
}

/** One of the 256 colours, or 24 bits. */
function colorOf(value: number, rgb: boolean): string {
  if (rgb) return `#${value.toString(16).padStart(6, '0')}`;
  if (value < 16) return basic[value] ?? ink;
  if (value >= 232) return hex(Array.from({ length: 3 }, () => 8 + (value - 232) * 10));
  const steps = [0, 95, 135, 175, 215, 255];
  const at = value - 16;
  return hex([Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6].map((step) => steps[step] ?? 0));
}

function hex(parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
