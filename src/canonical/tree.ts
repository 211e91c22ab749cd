/** Reads YAML into plain data with the place of every key and item; all that charters do without is a problem. */
import { Composer, type Document, isMap, isScalar, isSeq, type ParsedNode, type YAMLParseError } from 'yaml';
import type { ProblemCode } from '../messages/problems.ts';
import type { Problem } from '../model/problem.ts';
import { type Position, type Positions, positionsIn } from './positions.ts';
import { makeProblem, type Path, pathKey } from './problem.ts';
import { scanText } from './scan.ts';
import { type Comment, readTokens } from './tokens.ts';

export interface Tree {
  /** Maps, lists, strings; numbers and `true` only where `literals` says so; `null` where nothing was written. */
  readonly data: unknown;
  /** Offset of each key or item, by path, in the order of the file. */
  readonly places: ReadonlyMap<string, number>;
  /** Offset of each value. */
  readonly values: ReadonlyMap<string, number>;
  readonly comments: readonly Comment[];
  readonly problems: readonly Problem[];
  readonly positions: Positions;
}

/** Says which plain scalars are numbers or `true` rather than words. */
export type Literals = (path: Path) => boolean;

interface Walk {
  readonly places: Map<string, number>;
  readonly values: Map<string, number>;
  readonly problems: Problem[];
  readonly positions: Positions;
  readonly literals: Literals;
}

/** Below this nothing can be valid, and above it paths stay short. */
const deepestPath = 6;
const longestKey = 64;
const mostProblems = 1000;

/** `text` with line feeds only and without a byte order mark. Problems that stop the reading leave `data` undefined. */
export function readTree(text: string, literals: Literals): Tree {
  const places = new Map<string, number>();
  const values = new Map<string, number>();
  const positions = positionsIn(text);
  const nothing = { data: undefined, places, values, comments: [], positions };
  const refused = scanText(text);
  if (refused.length > 0) return { ...nothing, problems: refused };
  const { tokens, comments, problems: found } = readTokens(text, positions);
  if (tokens === undefined) return { ...nothing, problems: found };
  const composer = new Composer({
    uniqueKeys: false,
    schema: 'failsafe',
    version: '1.2',
    logLevel: 'silent',
  });
  const documents = [...composer.compose(tokens, true, text.length)];
  const problems = [...found, ...documents.flatMap((document) => syntaxProblems(document.errors, positions))];
  const second = documents[1];
  if (second) problems.push(makeProblem('several-documents', secondPlace(text, second, positions)));
  const root = documents[0]?.contents;
  if (problems.length > 0 || !root) return { ...nothing, comments, problems };
  const walk: Walk = { places, values, problems, positions, literals };
  const data = readNode(walk, root, []);
  return { data, places, values, comments, problems, positions };
}

/** Of the path itself, else of the nearest place that holds it. */
export function positionOf(
  tree: Tree,
  path: Path,
  offsets: ReadonlyMap<string, number> = tree.places,
): { line?: number; column?: number } {
  const offset = offsets.get(pathKey(path)) ?? tree.places.get(pathKey(path));
  if (offset !== undefined) return tree.positions(offset);
  return path.length === 0 ? { line: 1, column: 1 } : positionOf(tree, path.slice(0, -1));
}

/** The `---` that opens a second document, or its contents. */
function secondPlace(text: string, second: Document.Parsed, positions: Positions): Position {
  const start = second.contents?.range[0] ?? second.range[0];
  const mark = text.lastIndexOf('\n---', start);
  return positions(mark < 0 || mark < second.range[0] - 4 ? start : mark + 1);
}

const syntaxCodes: Readonly<Partial<Record<YAMLParseError['code'], ProblemCode>>> = {
  TAB_AS_INDENT: 'yaml-tab',
  BAD_INDENT: 'yaml-indent',
  MISSING_CHAR: 'yaml-unclosed',
  BAD_DQ_ESCAPE: 'yaml-escape',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-colon',
};

/** Errors about tags, anchors and aliases are told by their tokens already. */
const toldByTokens: ReadonlySet<string> = new Set<YAMLParseError['code']>([
  'ALIAS_PROPS',
  'BAD_ALIAS',
  'BAD_COLLECTION_TYPE',
  'BAD_DIRECTIVE',
  'BAD_PROP_ORDER',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_TAGS',
  'TAG_RESOLVE_FAILED',
]);

function syntaxProblems(errors: readonly YAMLParseError[], positions: Positions): Problem[] {
  return errors
    .filter((error) => !toldByTokens.has(error.code))
    .slice(0, mostProblems)
    .map((error) => makeProblem(syntaxCodes[error.code] ?? 'yaml-syntax', positions(error.pos[0])));
}

function readNode(walk: Walk, node: ParsedNode | null, path: Path): unknown {
  if (node !== null) walk.values.set(pathKey(path), node.range[0]);
  if (isScalar(node)) return readScalarNode(walk, node, path);
  if (path.length > deepestPath) return {};
  if (isSeq<ParsedNode>(node)) return node.items.map((item, index) => readItem(walk, item, [...path, index]));
  return isMap<ParsedNode, ParsedNode | null>(node) ? readEntries(walk, node.items, path) : null;
}

function readItem(walk: Walk, item: ParsedNode, path: Path): unknown {
  walk.places.set(pathKey(path), item.range[0]);
  return readNode(walk, item, path);
}

function readEntries(
  walk: Walk,
  pairs: readonly { readonly key: ParsedNode; readonly value: ParsedNode | null }[],
  path: Path,
): unknown {
  const data: Record<string, unknown> = {};
  const first = new Map<string, number>();
  for (const { key, value } of pairs) {
    const place = { path, ...walk.positions(key.range[0]) };
    const name = isScalar(key) ? String(key.value) : '';
    const code = refuseKey(key, name, first.has(name));
    if (code === undefined) {
      first.set(name, place.line);
      const here = [...path, name];
      walk.places.set(pathKey(here), key.range[0]);
      data[name] = readNode(walk, value, here);
    } else if (walk.problems.length < mostProblems) {
      walk.problems.push(makeProblem(code, place, { key: name, first: first.get(name) ?? 0 }));
    }
  }
  return data;
}

function refuseKey(key: ParsedNode, name: string, repeated: boolean): ProblemCode | undefined {
  if (!isScalar(key) || name === '') return 'key-not-text';
  if (name === '<<') return 'yaml-merge-key';
  if (repeated) return 'duplicate-key';
  return name === '__proto__' || name.length > longestKey ? 'unknown-key' : undefined;
}

function readScalarNode(
  walk: Walk,
  node: { readonly value: unknown; readonly type?: unknown },
  path: Path,
): unknown {
  const value = String(node.value);
  if (node.type !== 'PLAIN') return value;
  if (/^(?:~|null|Null|NULL)?$/.test(value)) return null;
  if (!walk.literals(path)) return value;
  if (value === 'true') return true;
  return /^[0-9]{1,10}$/.test(value) ? Number(value) : value;
}
