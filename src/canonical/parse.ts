/**
 * Reads any charter file that YAML can write, with every problem and its place. It loads a YAML library and a
 * schema library; canonical files are read without it.
 */
import type { CharterDocument } from '../model/charter.ts';
import type { Problem } from '../model/problem.ts';
import { checkDocument, type Finding } from './checks.ts';
import { formatDocument, readSchemaComment } from './format.ts';
import { checkForm } from './issues.ts';
import type { Parsed } from './open.ts';
import { arrangeProblems, makeProblem, type Path } from './problem.ts';
import { toDocument } from './shape.ts';
import { positionOf, readTree, type Tree } from './tree.ts';

/** A reading with what `fmt` needs besides the document. */
export interface Reading extends Parsed {
  readonly tree: Tree;
}

export function parseDocument(text: string): Parsed {
  const { document, lines, problems, canonical } = readDocument(text);
  return { ...(document ? { document } : {}), lines, problems, canonical };
}

export function readDocument(text: string): Reading {
  const plain = normaliseLines(text);
  const tree = readTree(plain, isLiteral);
  const lines = linesOf(tree);
  const formProblems = tree.data === undefined ? [] : checkForm(tree);
  const found = [...tree.problems, ...formProblems];
  if (found.length > 0) return { tree, lines, problems: arrangeProblems(found), canonical: false };
  const document = toDocument(tree.data);
  if (document === undefined) throw new Error('the schema accepts a file that the reader does not');
  const problems = arrangeProblems(checkDocument(document).map((finding) => locate(tree, finding)));
  if (problems.length > 0) return { tree, lines, problems, canonical: false };
  return { tree, document, lines, problems, canonical: isCanonical(document, text) };
}

/** Editors of other systems add a byte order mark and carriage returns; neither is part of a charter. */
function normaliseLines(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
}

/** Numbers and `true` stand in blocks and repairs; everywhere else plain words are words. */
function isLiteral(path: Path): boolean {
  const [root, , key] = path;
  if (path.length !== 3) return false;
  return root === 'body'
    ? key === 'level' || key === 'depth' || key === 'ordered'
    : root === 'repairs' && key === 'line';
}

function linesOf(tree: Tree): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [path, offset] of tree.places) lines.set(path, tree.positions(offset).line);
  return lines;
}

function locate(tree: Tree, { code, path, values }: Finding): Problem {
  return makeProblem(code, { path, ...positionOf(tree, path, tree.values) }, values);
}

function isCanonical(document: CharterDocument, text: string): boolean {
  const end = text.indexOf('\n');
  const schema = readSchemaComment(end < 0 ? text : text.slice(0, end));
  return schema !== undefined && formatDocument(document, { schema }) === text;
}
