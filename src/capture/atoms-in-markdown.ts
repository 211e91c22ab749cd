/**
 * Shields cookie names from Markdown: their marks are set aside under private characters while the page is parsed
 * and put back afterwards, so that `__utma__` and `_ga_*` come out as they were published.
 */

interface Shield {
  /** The source with marks inside cookie names replaced, and runs of marks beyond any real text escaped. */
  readonly source: string;
  /** Puts the marks back into a text taken from the parsed source. */
  readonly restore: (text: string) => string;
  /** Names that Markdown's own rules would have eaten, with their lines. */
  readonly kept: readonly { readonly name: string; readonly line: number }[];
  /** Lines, from 1, where passages begin whose marks are beyond any real text and stay characters. */
  readonly dense: readonly number[];
}

/** Marks that the parser must not see, each under a private character of its own. */
const shielded = '_*<>\\[]`&!';
/** Tags that may stand beside a name; any other word between angle brackets is a placeholder. */
const tags = '/?(?:a|b|br|code|em|i|li|p|span|strong|sub|sup|t[dhr]|u|ul)(?:\\s[^<>]*)?/?>';
const name =
  '(?:[\\p{L}\\p{N}.$#-]|\\\\?_){0,80}?\\\\?_' +
  `(?:[\\p{L}\\p{N}_$#.%-]|\\\\_|\\\\?\\*|<(?!${tags})[\\p{L}\\p{N}_ -]{1,40}>|\\{[\\p{L}\\p{N}_-]{1,40}\\})*`;
/** It begins after no backtick, unless that is an escaped one. */
const code = '(?<!(?<!\\\\)(?:\\\\\\\\)*`)(?<ticks>`+)(?!`)[^\\n]{0,500}?(?<!`)\\k<ticks>(?!`)';
const nameOrStars = new RegExp(`\\\\[\\\\*\`]|${code}|(\\*{0,3})(?<![\\p{L}\\p{N}])(${name})|\\*+`, 'gu');
/** A paragraph with more marks than this is not a text that somebody wrote. */
const mostMarks = 1000;

interface Shielding {
  readonly marks: string;
  readonly kept: { name: string; line: number }[];
  readonly emphasised: ReadonlySet<string>;
  /** Runs of stars that opened and did not close, in this paragraph. */
  open: string[];
}

/** Works line by line, so that line numbers stay. */
export function shieldNames(text: string): Shield {
  const lines = text.split('\n');
  const shielding: Shielding = {
    marks: privateMarks(text),
    kept: [],
    emphasised: emphasisedWords(lines),
    open: [],
  };
  const out = lines.map((line, index) => {
    if (line.trim() === '') shielding.open = [];
    return /[_*]/.test(line) ? shieldLine(line, index, shielding) : line;
  });
  const { marks, kept } = shielding;
  const { calmed, dense } = calm(out, marks);
  return { source: calmed.join('\n'), restore: (value) => unshield(value, marks), kept, dense };
}

function shieldLine(line: string, index: number, shielding: Shielding): string {
  let out = '';
  let from = 0;
  for (const match of line.matchAll(nameOrStars)) {
    const [whole, , stars = '', token] = match;
    out += line.slice(from, match.index);
    from = match.index + whole.length;
    const name = { line, index, stars, token: token ?? '', offset: match.index };
    if (token !== undefined) out += shieldToken(name, shielding);
    else {
      if (whole.startsWith('*')) follow(shielding.open, line, match.index, whole);
      out += whole;
    }
  }
  return out + line.slice(from);
}

interface NameToken {
  readonly line: string;
  readonly index: number;
  readonly offset: number;
  /** Stars before the name: emphasis. */
  readonly stars: string;
  readonly token: string;
}

function shieldToken({ line, index, offset, stars, token }: NameToken, shielding: Shielding): string {
  const { open, emphasised, kept, marks } = shielding;
  if (stars !== '') follow(open, line, offset, stars);
  if (inAddress(line, offset) || emphasised.has(`${index}:${offset + stars.length}`)) return stars + token;
  const cut = closingAt(token, open.at(-1));
  if (cut >= 0) open.pop();
  const raw = cut < 0 ? token : token.slice(0, cut);
  const name = raw.replace(/\\([_*])/g, '$1');
  if (/^(_{1,2})[^_].*\1$/.test(name) && !token.includes('\\')) kept.push({ name, line: index + 1 });
  return stars + shield(name, marks) + token.slice(raw.length);
}

/** Where in the token the stars stand that close the run which is open; -1 where they do not. */
function closingAt(token: string, run: string | undefined): number {
  if (run === undefined) return -1;
  for (const match of token.matchAll(/(?<!\\)\*+(?![\p{L}\p{N}_])/gu)) {
    const end = match.index + match[0].length;
    if (match.index > 0 && match[0].endsWith(run)) return end - run.length;
  }
  return -1;
}

/** Keeps count of the stars that opened and did not close. */
function follow(open: string[], line: string, offset: number, stars: string): void {
  const before = line.charAt(offset - 1);
  const after = line.charAt(offset + stars.length);
  if (open.at(-1) === stars && /\S/.test(before)) open.pop();
  else if (/\S/.test(after) && open.length < 16) open.push(stars);
}

/** As many private characters, in a row, that the text itself does not use. */
function privateMarks(text: string): string {
  const used = new Set(text.match(/[\ue000-\uf8ff]/g));
  for (let from = 0xe000; from < 0xf8f0; from += shielded.length) {
    const marks = String.fromCharCode(...Array.from(shielded, (_, index) => from + index));
    if (![...marks].some((mark) => used.has(mark))) return marks;
  }
  return shielded;
}

function shield(name: string, marks: string): string {
  return name.replace(/[_*<>\\[\]`&!]/g, (mark) => marks.charAt(shielded.indexOf(mark)));
}

function unshield(text: string, marks: string): string {
  let out = text;
  for (let index = 0; index < shielded.length; index += 1)
    if (out.includes(marks.charAt(index))) out = out.replaceAll(marks.charAt(index), shielded.charAt(index));
  return out;
}

/** Addresses keep their underscores without help, and `<…>` around them must stay markup. */
function inAddress(line: string, offset: number): boolean {
  return /(?:^|[ (<])(?:https?:\/\/|mailto:|\/)[^ (<]*$/.test(line.slice(Math.max(0, offset - 300), offset));
}

/**
 * Places of `_words like these_`, which are emphasis: they open before a word and close after one, on one line,
 * with no other underscore between, as many stars before as after them. One word alone counts only where it is written elsewhere without the marks,
 * cannot be a name, or stands in stars with a capital.
 */
function emphasisedWords(lines: readonly string[]): Set<string> {
  const found = new Set<string>();
  const phrase =
    /(?<![\p{L}\p{N}_\\*.-])(\*{1,3})?(_{1,2})([\p{L}\p{N}«“"'(][^_\n]{0,500}?)\2\1(?![\p{L}\p{N}_*<-])/gu;
  let words: Set<string> | undefined;
  lines.forEach((line, index) => {
    if (!line.includes('_')) return;
    for (const match of line.matchAll(phrase)) {
      const [whole, stars = '', marks = '', inner = ''] = match;
      if (!/[\s\u0080-\uffff]/.test(inner)) {
        words ??= new Set(
          lines
            .join(' ')
            .toLowerCase()
            .match(/(?<![\p{L}\p{N}_.-])[\p{L}]{4,}(?![\p{L}\p{N}_-])/gu),
        );
        const capital = stars !== '' && /^\p{Lu}\p{Ll}+$/u.test(inner);
        if (!capital && !words.has(inner.toLowerCase())) continue;
      }
      const start = match.index + stars.length;
      const end = match.index + whole.length - stars.length - marks.length;
      found.add(`${index}:${start}`);
      const lastWord =
        Math.max(line.lastIndexOf(' ', end), start) + (line.lastIndexOf(' ', end) > start ? 1 : 0);
      for (let place = lastWord; place <= end; place += 1) found.add(`${index}:${place}`);
    }
  });
  return found;
}

const nestingMark = /[ \t]{0,8}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const deepest = 32;

/** Where the marks at the start of a line end, where they nest deeper than any list; else 0. */
function deepMarks(line: string): number {
  let end = 0;
  let depth = 0;
  // One by one: a pattern that takes them all runs out of stack on a line of a few megabytes.
  for (nestingMark.lastIndex = 0; nestingMark.test(line); depth += 1) end = nestingMark.lastIndex;
  return depth < deepest ? 0 : end;
}

/** Shields every mark of paragraphs that hold more of them than any text, and cuts nesting deeper than any list. */
function calm(lines: readonly string[], marks: string): { calmed: string[]; dense: number[] } {
  const out = [...lines];
  const dense: number[] = [];
  let start = 0;
  for (let index = 0; index <= out.length; index += 1) {
    if (index < out.length && out[index]?.trim() !== '') continue;
    let count = 0;
    for (let place = start; place < index; place += 1)
      count += out[place]?.match(/[*_[\]<`&!\\]/g)?.length ?? 0;
    if (count > mostMarks) {
      dense.push(start + 1);
      for (let place = start; place < index; place += 1) out[place] = shield(out[place] ?? '', marks);
    }
    start = index + 1;
  }
  const calmed = out.map((line, index) => {
    if (deepMarks(line) > 0) dense.push(index + 1);
    const indented = line.replace(/^[ \t]{65,}/, ' '.repeat(64));
    const end = deepMarks(indented);
    return end === 0 ? indented : `${indented.slice(0, deepest - 1)}\\${indented.slice(end)}`;
  });
  return { calmed, dense };
}
