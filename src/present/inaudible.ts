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

/** Differences that an eye is likely to miss. */
const hardToSee: ReadonlySet<string> = new Set([
  'no-break-space',
  'narrow-space',
  'other-space',
  'tab',
  'straight-quotes',
  'curly-quotes',
  'straight-apostrophe',
  'curly-apostrophe',
  'no-break-hyphen',
  'minus',
  'decomposed',
]);

/** The same where only an eye may miss it: for outputs that show the marked words. */
export function describeUnseen(a: string, b: string, names: Names): string | undefined {
  return describe(a, b, { names, unseen: true });
}

/** « guillemets droits, puis courbes », or absent where the two sides sound unlike. */
export function describeInaudible(a: string, b: string, names: Names): string | undefined {
  return describe(a, b, { names, unseen: false });
}

interface Describing {
  readonly names: Names;
  /** Only what an eye is likely to miss. */
  readonly unseen: boolean;
}

function describe(a: string, b: string, { names, unseen }: Describing): string | undefined {
  if (a === b || spoken(a) !== spoken(b)) return undefined;
  const differing = features.flatMap(([name, pattern]) => {
    const more = countOf(a, pattern) - countOf(b, pattern);
    return more === 0 ? [] : [{ name, more }];
  });
  const capitals = countOf(a, /\p{Lu}/gu) - countOf(b, /\p{Lu}/gu);
  const hidden = { a: hiddenNames(a, b), b: hiddenNames(b, a) };
  if (unseen && hidden.a.length + hidden.b.length === 0 && !differing.some(({ name }) => hardToSee.has(name)))
    return undefined;
  const pairs: (readonly [here: string, there: string, more: number])[] = differing.map(({ name, more }) => [
    name,
    name === 'decomposed' ? 'composed' : '',
    more,
  ]);
  if (capitals !== 0 && !unseen) pairs.push(['capitals', 'small-letters', capitals]);
  const label = (name: string): string[] => (name === '' ? [] : [names.characters[name] ?? name]);
  const before = [...pairs.flatMap(([here, there, more]) => label(more > 0 ? here : there)), ...hidden.a];
  const after = [...pairs.flatMap(([here, there, more]) => label(more > 0 ? there : here)), ...hidden.b];
  if (before.length + after.length === 0) return undefined;
  return names.fromTo(before.join(' + ') || names.nothing, after.join(' + ') || names.nothing);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
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

function hiddenNames(text: string, other: string): string[] {
  return [...new Set(text.match(hiddenCharacters) ?? [])]
    .filter((char) => !other.includes(char))
    .map(visibleMark);
}
