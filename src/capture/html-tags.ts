/**
 * Makes hostile HTML harmless before it is parsed, in one pass and with every line kept in place: scripts, styles and
 * comments go, nesting and attributes are bounded (the parser's own work grows with both).
 */

interface BoundedHtml {
  readonly html: string;
  /** The page ends inside a tag, a comment, a script or a table, or a page that is not closed inside a container. */
  readonly cut: boolean;
  /** A document begins and does not say that it ends. */
  readonly open: boolean;
  readonly asksPassword: boolean;
  /** Tags nested too deeply, or attributes too long, were left out. */
  readonly simplified: boolean;
}

const deepest = 128;
const longestAttributes = 4096;
/** Elements that end by themselves or that hold nothing; they never add to the depth. */
const flat = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd tbody thead tfoot'.split(
    ' ',
  ),
);
/** Elements whose contents are no markup. */
const raw = new Set(
  'script style textarea xmp iframe noembed noframes title plaintext template svg math select object'.split(
    ' ',
  ),
);
const dropped = new Set([...raw, 'frameset', 'frame', 'option', 'optgroup']);
/** Elements that no page may leave open; many do, but not those that forget to close the page as well. */
const containers = 'main article section div ul ol dl form blockquote h1 h2 h3 h4 h5 h6'.split(' ');
const tagName = /<(\/?)([a-z][a-z0-9:-]{0,40})(?=[\s/>])/iy;

interface State {
  readonly text: string;
  readonly lower: string;
  readonly out: string[];
  /** By name, whether each open tag was written. */
  readonly stacks: Map<string, boolean[]>;
  /** Tags written and not closed. */
  depth: number;
  cut: boolean;
  asksPassword: boolean;
  simplified: boolean;
}

export function boundHtml(text: string): BoundedHtml {
  const lower = text.toLowerCase();
  const state: State = {
    text,
    lower: lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
    out: [],
    stacks: new Map(),
    depth: 0,
    cut: false,
    asksPassword: false,
    simplified: false,
  };
  let index = 0;
  while (index < text.length) {
    const next = text.indexOf('<', index);
    if (next < 0) break;
    state.out.push(text.slice(index, next));
    index = text.startsWith('<!--', next) ? afterComment(state, next) : afterTag(state, next);
  }
  state.out.push(text.slice(index));
  const unclosed = (name: string): boolean => (state.stacks.get(name)?.length ?? 0) > 0;
  const open = /<(?:html|body)[\s>]/.test(state.lower) && !/<\/(?:html|body)\s*>/.test(state.lower);
  const cut = state.cut || unclosed('table') || (open && containers.some(unclosed));
  return {
    html: state.out.join(''),
    cut,
    open,
    asksPassword: state.asksPassword,
    simplified: state.simplified,
  };
}

function blank(state: State, from: number, to: number): number {
  let at = state.text.indexOf('\n', from);
  for (; at >= 0 && at < to; at = state.text.indexOf('\n', at + 1)) state.out.push('\n');
  return to;
}

function afterComment(state: State, from: number): number {
  const end = state.text.indexOf('-->', from + 4);
  if (end < 0) state.cut = true;
  return blank(state, from, end < 0 ? state.text.length : end + 3);
}

function afterTag(state: State, from: number): number {
  const { text } = state;
  tagName.lastIndex = from;
  const match = tagName.exec(text);
  if (match === null) {
    state.out.push(/[!?/]/.test(text.charAt(from + 1)) ? '<' : '&lt;');
    if (text.length - from < 40 && /^<\/?[a-z][a-z0-9]*$/i.test(text.slice(from))) state.cut = true;
    return from + 1;
  }
  const [whole, slash = '', rawName = ''] = match;
  const name = rawName.toLowerCase();
  const end = tagEnd(text, from + whole.length);
  if (end < 0) {
    state.cut = true;
    return blank(state, from, text.length);
  }
  const attributes = text.slice(from + whole.length, end - 1);
  if (name === 'input' && /\btype\s*=\s*["']?password/i.test(attributes.slice(0, longestAttributes)))
    state.asksPassword = true;
  if (slash === '' && raw.has(name)) return afterRaw(state, { from, end, name });
  if (dropped.has(name)) return blank(state, from, end);
  writeTag(state, { slash, name, attributes });
  return end;
}

/** Index after the `>` that ends a tag, quoted values passed over; -1 where the page ends before. */
function tagEnd(text: string, from: number): number {
  let index = from;
  while (index < text.length) {
    const char = text.charAt(index);
    if (char === '>') return index + 1;
    if (char === '"' || char === "'") {
      const close = text.indexOf(char, index + 1);
      index = close < 0 ? index : close;
    }
    index += 1;
  }
  return -1;
}

/** Past an element whose contents are no markup; only a page's own `title` is kept. */
function afterRaw(state: State, at: { from: number; end: number; name: string }): number {
  const close = state.lower.indexOf(`</${at.name}`, at.end);
  const stop = close < 0 ? -1 : state.text.indexOf('>', close);
  if (stop < 0) {
    state.cut = true;
    return blank(state, at.from, state.text.length);
  }
  if (at.name === 'title') {
    state.out.push(state.text.slice(at.from, stop + 1));
    return stop + 1;
  }
  return blank(state, at.from, stop + 1);
}

function writeTag(state: State, at: { slash: string; name: string; attributes: string }): void {
  const { slash, name } = at;
  const long = at.attributes.length > longestAttributes;
  if (long) state.simplified = true;
  const attributes = long ? (at.attributes.match(/\n/g) ?? []).join('') : at.attributes;
  if (flat.has(name)) {
    state.out.push(`<${slash}${name}${attributes}>`);
    return;
  }
  const stack = state.stacks.get(name) ?? [];
  state.stacks.set(name, stack);
  if (slash === '') {
    const written = state.depth < deepest;
    stack.push(written);
    if (written) state.depth += 1;
    else state.simplified = true;
    state.out.push(written ? `<${name}${attributes}>` : ' ');
    return;
  }
  const written = stack.pop();
  if (written === true) state.depth -= 1;
  // A closing tag without an opening one would close nothing, or make an empty paragraph or break.
  state.out.push(written === true ? `</${name}>` : ' ');
}
