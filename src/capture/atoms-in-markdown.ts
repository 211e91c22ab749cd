/**
 * Shields cookie names from Markdown: their marks are set aside under private characters while the page is parsed
 * and put back afterwards, so that `__utma__` and `_ga_*` come out as they were published.
 */

export interface Shield {
  /** The source with marks inside cookie names replaced, and runs of marks beyond any real text escaped. */
  readonly source: string;
  /** Puts the marks back into a text taken from the parsed source. */
  readonly restore: (text: string) => string;
  /** Names that Markdown's own rules would have eaten, with their lines. */
  readonly kept: readonly { readonly name: string; readonly line: number }[];
}

const shielded = '_*<>';
const nameToken =
  /(\*{0,3})((?:[\p{L}\p{N}.$#-]|\\?_)*\\?_(?:[\p{L}\p{N}_$#.%-]|\\_|\\?\*|<[\p{L}\p{N}_ -]{1,40}>|\{[\p{L}\p{N}_-]{1,40}\})*)/gu;
/** A paragraph with more marks than this is not a text that somebody wrote. */
const mostMarks = 2000;

/** Works line by line, so that line numbers stay. */
export function shieldNames(text: string): Shield {
  const marks = privateMarks(text);
  const kept: { name: string; line: number }[] = [];
  const lines = text.split('\n');
  const emphasised = emphasisedWords(lines);
  const out = lines.map((line, index) => {
    if (!line.includes('_')) return line;
    return line.replace(nameToken, (whole: string, stars: string, token: string, offset: number) => {
      if (inAddress(line, offset) || emphasised.has(`${index}:${offset + stars.length}`)) return whole;
      const closing = stars !== '' && token.endsWith(stars) ? stars : '';
      const name = token.slice(0, token.length - closing.length).replace(/\\([_*])/g, '$1');
      if (/^(_{1,2})[^_].*\1$/.test(name) && !token.includes('\\')) kept.push({ name, line: index + 1 });
      return stars + shield(name, marks) + closing;
    });
  });
  return { source: calm(out).join('\n'), restore: (value) => unshield(value, marks), kept };
}

/** Four private characters that the text itself does not use. */
function privateMarks(text: string): string {
  let from = 0xe000;
  while (from < 0xf8f0) {
    const marks = String.fromCharCode(from, from + 1, from + 2, from + 3);
    if (![...marks].some((mark) => text.includes(mark))) return marks;
    from += 4;
  }
  return shielded;
}

function shield(name: string, marks: string): string {
  return name.replace(/[_*<>]/g, (mark) => marks.charAt(shielded.indexOf(mark)));
}

function unshield(text: string, marks: string): string {
  let out = text;
  for (let index = 0; index < shielded.length; index += 1)
    if (out.includes(marks.charAt(index))) out = out.replaceAll(marks.charAt(index), shielded.charAt(index));
  return out;
}

/** Addresses keep their underscores without help, and `<…>` around them must stay markup. */
function inAddress(line: string, offset: number): boolean {
  const start = Math.max(
    line.lastIndexOf(' ', offset),
    line.lastIndexOf('(', offset),
    line.lastIndexOf('<', offset),
  );
  return /^[ (<]?(?:https?:\/\/|mailto:|\/)/.test(line.slice(start < 0 ? 0 : start, start + 10));
}

/**
 * Places of `_words like these_`, which are emphasis: they open before a word and close after one, on one line,
 * with no other underscore between. One word alone counts only where it is written elsewhere without the marks
 * or cannot be a name.
 */
function emphasisedWords(lines: readonly string[]): Set<string> {
  const found = new Set<string>();
  const phrase = /(?<![\p{L}\p{N}_\\*.-])(_{1,2})([\p{L}\p{N}«“"'(][^_\n]{0,500}?)\1(?![\p{L}\p{N}_*<-])/gu;
  let words: Set<string> | undefined;
  lines.forEach((line, index) => {
    if (!line.includes('_')) return;
    for (const match of line.matchAll(phrase)) {
      const inner = match[2] ?? '';
      if (!/[\s\u0080-\uffff]/.test(inner)) {
        words ??= new Set(
          lines
            .join(' ')
            .toLowerCase()
            .match(/(?<![\p{L}\p{N}_.-])[\p{L}]{4,}(?![\p{L}\p{N}_-])/gu),
        );
        if (!words.has(inner.toLowerCase())) continue;
      }
      const start = match.index;
      const end = start + match[0].length - (match[1]?.length ?? 0);
      found.add(`${index}:${start}`);
      const lastWord =
        Math.max(line.lastIndexOf(' ', end), start) + (line.lastIndexOf(' ', end) > start ? 1 : 0);
      for (let place = lastWord; place <= end; place += 1) found.add(`${index}:${place}`);
    }
  });
  return found;
}

/** Escapes the marks of paragraphs that hold more of them than any text, and nesting deeper than any list. */
function calm(lines: readonly string[]): string[] {
  const out = [...lines];
  let start = 0;
  for (let index = 0; index <= out.length; index += 1) {
    if (index < out.length && out[index]?.trim() !== '') continue;
    let marks = 0;
    for (let place = start; place < index; place += 1)
      marks += out[place]?.match(/[*_[\]<`&!]/g)?.length ?? 0;
    if (marks > mostMarks)
      for (let place = start; place < index; place += 1)
        out[place] = (out[place] ?? '').replace(/\\?([\\*_[\]<`&!])/g, '\\$1');
    start = index + 1;
  }
  return out.map((line) =>
    line
      .replace(/^[ \t]{65,}/, ' '.repeat(64))
      .replace(
        /^(?:[ \t]{0,8}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){32,}/,
        (run) => `${run.slice(0, 31)}\\`,
      ),
  );
}
