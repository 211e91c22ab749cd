/** Turns what a terminal sends into keys, one by one: typed ahead, pasted, cut in two by the wire, none is lost. */
import { StringDecoder } from 'node:string_decoder';
import type { KeyPress } from './action.ts';

/** By final letter, after `ESC [` or `ESC O`. */
const letterKeys: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  M: 'enter',
  Z: 'shift-tab',
};

/** By number, in `ESC [ 5 ~`. */
const numberedKeys: Readonly<Record<string, string>> = {
  '1': 'home',
  '3': 'delete',
  '4': 'end',
  '5': 'page-up',
  '6': 'page-down',
  '7': 'home',
  '8': 'end',
};

const controlKeys: Readonly<Record<string, KeyPress>> = {
  '\r': { name: 'enter' },
  '\n': { name: 'enter' },
  '\t': { name: 'tab' },
  '\u001b': { name: 'escape' },
  '\b': { name: 'backspace' },
  '\u007f': { name: 'backspace' },
  ' ': { name: 'space', text: ' ' },
};

/** One sequence of a key, or of an answer to a question that we never asked. */
const sequence = /^\u001b(?:\[[0-?]*[ -/]*[@-~]|O[@-~])/;
/** What may still become one. */
const unfinished = /^\u001b(?:\[[0-?]*[ -/]*|O)?$/;
/** Longer than any key; what is longer is no sequence. */
const longest = 32;

export interface KeyReader {
  /** The keys that are complete. */
  read(chunk: Uint8Array | string): readonly KeyPress[];
  /** True where what came last may be the escape key or the start of a longer sequence. */
  readonly waiting: boolean;
  /** Nothing more came: what waited were keys of their own. */
  flush(): readonly KeyPress[];
}

export function createKeyReader(): KeyReader {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  function take(ended: boolean): readonly KeyPress[] {
    const keys: KeyPress[] = [];
    while (rest !== '') {
      if (!ended && rest.length < longest && unfinished.test(rest)) break;
      const [key, length] = firstKey(rest);
      rest = rest.slice(length);
      if (key) keys.push(key);
    }
    return keys;
  }
  return {
    read(chunk) {
      rest += typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk));
      return take(false);
    },
    get waiting() {
      return rest !== '';
    },
    flush: () => take(true),
  };
}

/** The first key and how many characters it took; no key for a sequence that means nothing here. */
function firstKey(text: string): [KeyPress | undefined, number] {
  const found = text[0] === '\u001b' ? sequence.exec(text.slice(0, longest))?.[0] : undefined;
  if (found !== undefined) return [sequenceKey(found), found.length];
  const char = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return [characterKey(char), char.length];
}

function characterKey(char: string): KeyPress | undefined {
  const control = Object.hasOwn(controlKeys, char) ? controlKeys[char] : undefined;
  if (control) return control;
  const code = char.codePointAt(0) ?? 0;
  if (code >= 1 && code <= 26) return { name: `ctrl-${String.fromCharCode(code + 96)}` };
  return code < 32 || (code >= 0x80 && code < 0xa0) ? undefined : { name: char, text: char };
}

function sequenceKey(text: string): KeyPress | undefined {
  const final = text.at(-1) ?? '';
  const parameters = text.slice(2, -1);
  const key = final === '~' ? numberedKeys[parameters.split(';')[0] ?? ''] : letterKey(final, parameters);
  return key === undefined ? undefined : { name: key };
}

/** With parameters only the arrows and their like are keys; `ESC [ 5 M` would be something else. */
function letterKey(final: string, parameters: string): string | undefined {
  if (!Object.hasOwn(letterKeys, final)) return undefined;
  return final === 'M' && parameters !== '' ? undefined : letterKeys[final];
}
