/** Brings a file to its canonical form and keeps every comment beside what it speaks of. */
import type { CharterDocument } from '../model/charter.ts';
import type { Problem } from '../model/problem.ts';
import { locateDocument, readSchemaComment } from './format.ts';
import { readDocument } from './parse.ts';
import { readCanonical } from './read.ts';
import type { Tree } from './tree.ts';

export interface Reformatted {
  /** Absent where a problem of severity `error` was found. */
  readonly text?: string;
  readonly problems: readonly Problem[];
}

/** The comments of a file, and the places that they stand beside. */
export type Commented = Pick<Tree, 'comments' | 'places'>;

/** Comments by what they stand beside, each list in the order of the file. */
interface Attached {
  /** On lines of their own before the place with this path. */
  readonly before: Map<string, string[]>;
  /** At the end of the line where the place with this path begins. */
  readonly after: Map<string, string>;
  /** On lines of their own at the end of the file. */
  readonly end: string[];
}

/** `schema` replaces the one named in the file; without either, the schema is taken to stand beside the file. */
export function reformat(text: string, options: { schema?: string } = {}): Reformatted {
  const named = readSchemaComment(text.slice(0, text.indexOf('\n')));
  if (named !== undefined && named === (options.schema ?? named) && readCanonical(text))
    return { text, problems: [] };
  const { document, problems, tree } = readDocument(text);
  if (document === undefined) return { problems };
  const schema = options.schema ?? namedSchema(tree) ?? 'charter.schema.json';
  return { text: writeAround(tree, document, schema), problems };
}

/** The schema that the file names, undefined where it names none. */
export function namedSchema(tree: Commented): string | undefined {
  return readSchemaComment(tree.comments[findSchema(tree)]?.text ?? '');
}

/** The document in canonical form, with every comment of the tree beside the place that it has there. */
export function writeAround(tree: Commented, document: CharterDocument, schema: string): string {
  const formatted = weave(document, schema, tree);
  verify(formatted, { document, schema, comments: wordsOf(tree) });
  return formatted;
}

/** Which comment names the schema, of those before the first key; -1 where none does. */
function findSchema(tree: Commented): number {
  const first = tree.places.values().next().value ?? 0;
  return tree.comments.findIndex(
    ({ text, alone, offset }) => alone && offset < first && readSchemaComment(text) !== undefined,
  );
}

function weave(document: CharterDocument, schema: string, tree: Commented): string {
  const { lines, marks } = locateDocument(document, { schema });
  const attached = attach(tree, marks);
  const before = new Map<number, string[]>();
  for (const [path, comments] of attached.before) {
    for (const comment of comments) add(before, marks.get(path) ?? 0, comment);
  }
  const after = new Map([...attached.after].map(([path, comment]) => [marks.get(path) ?? 0, comment]));
  const woven: string[] = [];
  for (const [index, line] of lines.entries()) {
    const indent = line.slice(0, line.search(/[^ ]|$/));
    for (const comment of before.get(index + 1) ?? []) woven.push(`${indent}${comment}`);
    const comment = after.get(index + 1);
    woven.push(comment === undefined ? line : `${line} ${comment}`);
  }
  return `${[...woven, ...attached.end].join('\n')}\n`;
}

/**
 * A comment on its own lines belongs to what comes next, one at the end of a line to what begins there last. Where
 * the canonical form has no line for that, it goes before what comes next in the file.
 */
function attach(tree: Commented, marks: ReadonlyMap<string, number>): Attached {
  const attached: Attached = { before: new Map(), after: new Map(), end: [] };
  const places = [...tree.places].sort(([, a], [, b]) => a - b);
  const taken = new Set<number>();
  let next = 0;
  for (const comment of keptComments(tree)) {
    while (next < places.length && (places[next]?.[1] ?? 0) < comment.offset) next += 1;
    const path = comment.alone ? undefined : places[next - 1]?.[0];
    const line = path === undefined ? undefined : marks.get(path);
    if (path !== undefined && line !== undefined && !taken.has(line)) {
      taken.add(line);
      attached.after.set(path, comment.text);
      continue;
    }
    let following = next;
    while (following < places.length && !marks.has(places[following]?.[0] ?? '')) following += 1;
    const target = places[following]?.[0];
    if (target === undefined) attached.end.push(comment.text);
    else add(attached.before, target, comment.text);
  }
  return attached;
}

function add<Key>(lists: Map<Key, string[]>, key: Key, comment: string): void {
  const list = lists.get(key);
  if (list) list.push(comment);
  else lists.set(key, [comment]);
}

/** All but the first that names the schema: that one is a line of the canonical form. */
function keptComments(tree: Commented): Tree['comments'] {
  const schema = findSchema(tree);
  return tree.comments.filter((_, index) => index !== schema);
}

function wordsOf(tree: Commented): string {
  return keptComments(tree)
    .map((comment) => comment.text)
    .sort()
    .join('\n');
}

/** A file is never rewritten on trust: what was woven must hold the same document and the same comments. */
function verify(
  formatted: string,
  wanted: { document: CharterDocument; schema: string; comments: string },
): void {
  const { document, tree } = readDocument(formatted);
  const { schema } = wanted;
  const same =
    document !== undefined &&
    locateDocument(document, { schema }).lines.join('\n') ===
      locateDocument(wanted.document, { schema }).lines.join('\n') &&
    wordsOf(tree) === wanted.comments;
  if (!same) throw new Error('reformatting would have changed the document or lost a comment');
}
