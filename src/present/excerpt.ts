/** The words of a change as they are read: changed sentences whole, their unchanged neighbours cut with `…`. */
import type { Change, WordOp } from '../model/change.ts';
import { type InlineNode, parseInline } from '../text/inline.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Marked } from './marks.ts';
import { isQuiet, type Selection } from './selection.ts';
import { showHidden, showJoints } from './shown-spaces.ts';

export interface ExcerptOptions {
  readonly selection: Pick<Selection, 'typography'>;
  /** Longest unchanged run kept whole, in characters; a longer one is cut in its middle. */
  readonly longest: number;
  /** Unchanged sentences are shown too. */
  readonly whole?: boolean;
}

interface Piece extends Marked {
  /** Shown as changed. */
  readonly loud: boolean;
}

/** What is known of one side: where its sentences end, and which of its characters are markup. */
interface SideMap {
  readonly ends: ReadonlySet<number>;
  readonly markup: ReadonlySet<number>;
}

const blockJoint = '\n\n';
const blank = /^[\s¶↵]*$/;

/** The runs to show; empty where no shown edit changes a word. */
export function excerptRuns(change: Change, options: ExcerptOptions): Marked[] {
  const runs: Marked[] = [];
  let skipped = false;
  let space = '';
  for (const group of readGroups(change, options)) {
    if (!options.whole && !group.some((piece) => piece.loud)) {
      const text = group.map((piece) => piece.text).join('');
      if (blank.test(text)) space = text;
      else skipped = true;
      continue;
    }
    if (skipped) runs.push({ op: 'equal', text: runs.length > 0 ? ' … ' : '… ' });
    else if (runs.length > 0) runs.push({ op: 'equal', text: space });
    for (const { op, text } of group) runs.push({ op, text });
    skipped = false;
    space = '';
  }
  if (runs.length === 0) return [];
  if (skipped) runs.push({ op: 'equal', text: ' …' });
  const joined = joinRuns(runs);
  return tidyEnds(joined.map((run, index) => shortenRun(run, options.longest, edgesOf(index, joined))));
}

/** A text as it is read where nothing in it is marked. */
export function readableText(text: string, selection: Pick<Selection, 'typography'>): string {
  const markup = selection.typography ? new Set<number>() : markupOf(text);
  const shown =
    markup.size === 0
      ? text
      : Array.from(text.split(''), (char, at) => (markup.has(at) ? '' : char)).join('');
  return showJoints(shown);
}

/** Pieces as shown, cut where a sentence ends on both sides at once. */
function readGroups(change: Change, options: ExcerptOptions): Piece[][] {
  const a = mapSide(change.words, 'insert', options);
  const b = mapSide(change.words, 'delete', options);
  const groups: Piece[][] = [];
  let open = false;
  const at = { a: 0, b: 0 };
  for (const word of change.words) {
    const edit = word.edit === undefined ? undefined : change.edits[word.edit];
    const quiet = isQuiet(edit, options.selection);
    for (const chunk of cutWord(word, at, { a, b })) {
      if (!open) groups.push([]);
      open = !chunk.ends;
      if (quiet && word.op === 'delete') continue;
      if (quiet || word.op === 'equal')
        groups.at(-1)?.push({ op: 'equal', text: showJoints(chunk.text), loud: false });
      else if (chunk.text !== '')
        groups.at(-1)?.push({ op: word.op, text: showHidden(chunk.text, edit), loud: true });
    }
  }
  return groups;
}

interface Chunk {
  readonly text: string;
  readonly ends: boolean;
}

/** Cuts one word run at common sentence ends, leaves markup out, and moves the offsets of both sides on. */
function cutWord(word: WordOp, at: { a: number; b: number }, sides: { a: SideMap; b: SideMap }): Chunk[] {
  if (sides.a.markup.size + sides.b.markup.size === 0) return cutPlain(word, at, sides);
  const chunks: Chunk[] = [];
  let text = '';
  for (let index = 0; index < word.text.length; index += 1) {
    const hiddenA = word.op === 'insert' || sides.a.markup.has(at.a);
    const hiddenB = word.op === 'delete' || sides.b.markup.has(at.b);
    if (!(hiddenA && hiddenB)) text += word.text.charAt(index);
    if (word.op !== 'insert') at.a += 1;
    if (word.op !== 'delete') at.b += 1;
    if (!sides.a.ends.has(at.a) || !sides.b.ends.has(at.b)) continue;
    chunks.push({ text, ends: true });
    text = '';
  }
  if (text !== '') chunks.push({ text, ends: false });
  return chunks;
}

/** The same where no markup is left out: only the places where a sentence ends are looked at. */
function cutPlain(word: WordOp, at: { a: number; b: number }, sides: { a: SideMap; b: SideMap }): Chunk[] {
  const { text, op } = word;
  const chunks: Chunk[] = [];
  const [stepA, stepB] = [op === 'insert' ? 0 : 1, op === 'delete' ? 0 : 1];
  const [own, start] = stepA === 1 ? [sides.a, at.a] : [sides.b, at.b];
  let done = 0;
  for (const end of own.ends) {
    const size = end - start;
    if (size <= 0 || size > text.length) continue;
    if (!sides.a.ends.has(at.a + stepA * size) || !sides.b.ends.has(at.b + stepB * size)) continue;
    chunks.push({ text: text.slice(done, size), ends: true });
    done = size;
  }
  if (done < text.length) chunks.push({ text: text.slice(done), ends: false });
  at.a += stepA * text.length;
  at.b += stepB * text.length;
  return chunks;
}

function mapSide(words: readonly WordOp[], other: 'insert' | 'delete', options: ExcerptOptions): SideMap {
  const text = words.map((word) => (word.op === other ? '' : word.text)).join('');
  const ends = new Set([0]);
  let from = 0;
  for (const part of text.split(blockJoint)) {
    let at = from;
    for (const sentence of splitSentences(part)) {
      ends.add(at + sentence.trimEnd().length);
      at += sentence.length;
      ends.add(at);
    }
    from += part.length + blockJoint.length;
    ends.add(from);
  }
  return { ends, markup: options.selection.typography ? new Set() : markupOf(text) };
}

/** Offsets of emphasis marks and escapes; links keep their brackets, as their targets count. */
export function markupOf(text: string): Set<number> {
  const found = new Set<number>();
  if (!/[*\\]/.test(text)) return found;
  let from = 0;
  for (const part of text.split(blockJoint)) {
    collectMarkup(parseInline(part), from, found);
    for (const mark of part.matchAll(/\\(?=[*_`[\]<>#+.!(){}|~-])/g)) found.add(from + mark.index);
    from += part.length + blockJoint.length;
  }
  return found;
}

/** Walks with a list of its own: nesting may be deeper than calls can be. */
function collectMarkup(nodes: readonly InlineNode[], from: number, found: Set<number>): void {
  const waiting = [...nodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const size = node.kind === 'strong' ? 2 : node.kind === 'emphasis' ? 1 : 0;
    for (let index = 0; index < size; index += 1) {
      found.add(from + node.from + index);
      found.add(from + node.to - 1 - index);
    }
    if ('children' in node) for (const child of node.children) waiting.push(child);
  }
}

function joinRuns(runs: readonly Marked[]): Marked[] {
  const joined: Marked[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '') continue;
    if (last?.op === run.op) joined[joined.length - 1] = { op: run.op, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

interface Edges {
  readonly first: boolean;
  readonly last: boolean;
}

function edgesOf(index: number, runs: readonly Marked[]): Edges {
  return { first: index === 0, last: index === runs.length - 1 };
}

/** Keeps of a long unchanged run only what stands near a change. */
export function shortenRun(run: Marked, longest: number, edges: Edges): Marked {
  if (run.op !== 'equal' || run.text.length <= longest) return run;
  const near = Math.floor(longest / 2);
  const head = run.text.slice(0, near).replace(/\s+\S*$/, '');
  const tail = run.text.slice(-near).replace(/^\S*\s+/, '');
  if (edges.first) return { op: 'equal', text: `… ${tail}` };
  return { op: 'equal', text: edges.last ? `${head} …` : `${head} … ${tail}` };
}

function tidyEnds(runs: readonly Marked[]): Marked[] {
  return runs.map((run, index) => {
    if (run.op !== 'equal') return run;
    let text = run.text.split('… …').join('…');
    if (index === 0) text = text.trimStart();
    if (index === runs.length - 1) text = text.trimEnd();
    return { op: run.op, text };
  });
}
