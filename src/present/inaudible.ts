/** Names differences that an eye may miss and a voice does not speak: spaces, quotes, hyphens, capitals, hidden characters. */
import type { DiffMessages } from '../messages/diff.ts';
import { visibleMark } from '../text/sanitise.ts';

type Names = Pick<DiffMessages, 'characters' | 'fromTo' | 'nothing'>;

/** Names of characters, in the order in which they are looked for. */
const features: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['paragraph-break', /\n\n/g],
  ['line-break', /(?<!\n)\n(?!\n)/g],
  ['space', / /g],
  ['no-break-space', /\u00a0/g],
  ['narrow-space', /\u202f/g],
  ['other-space', /[\u2000-\u200a\u205f\u3000]/g],
  ['tab', /\t/g],
  ['straight-quotes', /"/g],
  ['curly-quotes', /[“”„‟]/g],
  ['guillemets', /[«»]/g],
  ['straight-apostrophe', /'/g],
  ['curly-apostrophe', /[‘’]/g],
  ['hyphen', /[-\u2010]/g],
  ['no-break-hyphen', /\u2011/g],
  ['dash', /[–—]/g],
  ['minus', /−/g],
  ['ellipsis', /…/g],
  ['dots', /\.\.\./g],
  ['emphasis-marks', /\*+/g],
  ['full-stop', /(?<!\.)\.(?!\.)/g],
  ['comma', /,/g],
  ['semicolon', /;/g],
  ['colon', /:/g],
  ['brackets', /[()]/g],
  ['decomposed', /\p{M}+/gu],
];
const hiddenCharacters =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Differences that the words themselves show well enough to an eye. */
const plainToSee: readonly string[] = [
  'paragraph-break',
  'line-break',
  'emphasis-marks',
  'dots',
  'ellipsis',
  'full-stop',
  'comma',
  'semicolon',
  'colon',
  'brackets',
];

/** The same where only an eye may miss it: for outputs that show the marked words. */
export function describeUnseen(a: string, b: string, names: Names): string | undefined {
  return describe(a, b, { names, skipped: plainToSee, capitals: false, both: true });
}

/** « guillemets droits, puis courbes », or absent where the two sides sound unlike. */
export function describeInaudible(a: string, b: string, names: Names): string | undefined {
  return describe(a, b, { names, skipped: [], capitals: true, both: false });
}

interface Describing {
  readonly names: Names;
  readonly skipped: readonly string[];
  readonly capitals: boolean;
  /** Only where both sides have something to name. */
  readonly both: boolean;
}

function describe(a: string, b: string, options: Describing): string | undefined {
  if (a === b || spoken(a) !== spoken(b)) return undefined;
  const { names, skipped, capitals, both } = options;
  const before: string[] = [];
  const after: string[] = [];
  for (const [name, pattern] of features) {
    const difference = (a.match(pattern)?.length ?? 0) - (b.match(pattern)?.length ?? 0);
    if (difference === 0 || skipped.includes(name)) continue;
    (difference > 0 ? before : after).push(names.characters[name] ?? name);
    if (name === 'decomposed') (difference > 0 ? after : before).push(names.characters['composed'] ?? '');
  }
  const more = countCapitals(a) - countCapitals(b);
  if (capitals && more !== 0) {
    (more > 0 ? before : after).push(names.characters['capitals'] ?? '');
    (more > 0 ? after : before).push(names.characters['small-letters'] ?? '');
  }
  before.push(...hiddenNames(a, b));
  after.push(...hiddenNames(b, a));
  if (before.length + after.length === 0 || (both && before.length * after.length === 0)) return undefined;
  return names.fromTo(before.join(' + ') || names.nothing, after.join(' + ') || names.nothing);
}

/** What a voice makes of a text. */
function spoken(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(
      /[\s"“”„‟«»'‘’*.,;:()…\u00ad\u200b-\u200f\u2010-\u2015\u2028-\u202e\u2060-\u2069\u2212\ufeff-]/g,
      '',
    );
}

function countCapitals(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0;
}

function hiddenNames(text: string, other: string): string[] {
  return [...new Set(text.match(hiddenCharacters) ?? [])]
    .filter((char) => !other.includes(char))
    .map(visibleMark);
}
