/**
 * Meanings as terminal styles, in three palettes on dark and light grounds. Colour is never alone: signs, words and
 * underline or strike say the same; without colour only attributes are used and changed words stand between marks.
 */
import type { FrameLine, FrameRun, UiStyle } from './frame-types.ts';
import type { Palette, Settings } from './state.ts';

export type Look = Pick<Settings, 'palette' | 'color' | 'ground'>;

type Codes = Readonly<Record<UiStyle, string>>;

const attributes: Codes = {
  substantive: '1',
  wording: '',
  typographic: '2',
  variable: '2',
  removed: '9',
  added: '1;4',
  gone: '9',
  new: '1',
  strong: '1',
  dim: '2',
  bar: '7',
  'bar-strong': '7;1',
  key: '1',
  hint: '2',
  prompt: '1',
  notice: '1',
  failure: '1;4',
  cursor: '1',
  'cursor-item': '2',
  selected: '7',
  heading: '1',
};

/** The two colours of old and new, and the shared ones, by ground: 256-colour codes. */
interface Inks {
  readonly old: number;
  readonly new: number;
  readonly substantive: number;
  readonly wording: number;
  readonly accent: number;
  readonly barGround: number;
  readonly barText: number;
  readonly selected: number;
}

/** Blue and orange are told apart by all common kinds of colour blindness. */
const dark: Inks = {
  old: 208,
  new: 75,
  substantive: 213,
  wording: 80,
  accent: 117,
  barGround: 237,
  barText: 252,
  selected: 238,
};
const light: Inks = {
  old: 130,
  new: 25,
  substantive: 125,
  wording: 23,
  accent: 25,
  barGround: 253,
  barText: 236,
  selected: 253,
};
const redGreenDark: Inks = { ...dark, old: 203, new: 78 };
const redGreenLight: Inks = { ...light, old: 124, new: 22 };

function coloured(ink: Inks): Codes {
  return {
    substantive: `1;38;5;${ink.substantive}`,
    wording: `38;5;${ink.wording}`,
    typographic: '2',
    variable: '2',
    removed: `9;38;5;${ink.old}`,
    added: `4;38;5;${ink.new}`,
    gone: `38;5;${ink.old}`,
    new: `38;5;${ink.new}`,
    strong: '1',
    dim: '2',
    bar: `38;5;${ink.barText};48;5;${ink.barGround}`,
    'bar-strong': `1;38;5;${ink.barText};48;5;${ink.barGround}`,
    key: `38;5;${ink.accent}`,
    hint: '2',
    prompt: `1;38;5;${ink.accent}`,
    notice: `38;5;${ink.accent}`,
    failure: `1;38;5;${ink.old}`,
    cursor: `38;5;${ink.accent}`,
    'cursor-item': '2',
    selected: `48;5;${ink.selected}`,
    heading: '1',
  };
}

const codes: Readonly<Record<Exclude<Palette, 'monochrome'>, Readonly<Record<Settings['ground'], Codes>>>> = {
  default: { dark: coloured(dark), light: coloured(light) },
  'red-green': { dark: coloured(redGreenDark), light: coloured(redGreenLight) },
};

/** Whether changed words need marks, because no colour tells them. */
export function needsMarks({ palette, color }: Pick<Settings, 'palette' | 'color'>): boolean {
  return !color || palette === 'monochrome';
}

/** Parameters of the escape sequence that begins a run; empty where it is plain text. */
export function styleCodes({ style, match }: Pick<FrameRun, 'style' | 'match'>, look: Look): string {
  if (needsMarks(look)) {
    if (match) return match === 'current' ? '7;1' : '7';
    return style ? attributes[style] : '';
  }
  if (match) return match === 'current' ? '1;38;5;16;48;5;220' : '38;5;16;48;5;186';
  return style ? codes[look.palette === 'red-green' ? 'red-green' : 'default'][look.ground][style] : '';
}

/** One line with its escape sequences; every style ends with its line. */
export function paintLine(line: FrameLine, look: Look): string {
  let out = '';
  let current = '';
  for (const run of line) {
    const codes = styleCodes(run, look);
    if (codes !== current) {
      if (current !== '') out += '\u001b[0m';
      if (codes !== '') out += `\u001b[${codes}m`;
      current = codes;
    }
    out += run.text;
  }
  return current === '' ? out : `${out}\u001b[0m`;
}
