/** Checks plain data against the schema and turns what zod finds into problems with places in the file. */
import type { z } from 'zod';
import type { ProblemCode } from '../messages/problems.ts';
import { isProblemCode } from '../messages/problems.ts';
import type { BlockRole } from '../model/charter.ts';
import type { Problem } from '../model/problem.ts';
import { nearestNames } from '../text/nearest.ts';
import { captureLines, headingLevels, itemDepths } from './patterns.ts';
import { makeProblem, type Path } from './problem.ts';
import {
  charterBlocks,
  charterSchema,
  columnSchema,
  decisionSchema,
  repairSchema,
  sectionSchema,
  sourceSchema,
  tableSchema,
  templateBlocks,
  templateSchema,
} from './schema.ts';
import { positionOf, type Tree } from './tree.ts';

type Issue = z.core.$ZodIssue;
type Data = Readonly<Record<string, unknown>>;

/** Every problem of form that a file has; unknown keys and values come with what was probably meant. */
export function checkForm(tree: Tree): Problem[] {
  const { data } = tree;
  if (!isMap(data)) return [place(tree, 'no-kind', [])];
  const kinds = ['charter', 'template'].filter((kind) => Object.hasOwn(data, kind));
  if (kinds.length !== 1) return [place(tree, kinds.length === 0 ? 'no-kind' : 'two-kinds', [])];
  const isTemplate = kinds[0] === 'template';
  const problems = checkAgainst(tree, isTemplate ? templateSchema : charterSchema, []);
  const blocks = isTemplate ? templateBlocks : charterBlocks;
  const body = Array.isArray(data['body']) ? data['body'] : [];
  for (const [index, block] of body.entries()) {
    const path = ['body', index];
    const named = isMap(block) ? Object.keys(block).filter(isRole) : [];
    const [first, second] = named;
    if (!isMap(block)) problems.push(place(tree, 'expected-map', path));
    else if (first === undefined) problems.push(place(tree, 'block-without-role', path));
    else if (second !== undefined)
      problems.push(place(tree, 'block-with-two-roles', [...path, second], { first, second }));
    else problems.push(...checkAgainst(tree, blocks[first], path));
  }
  return [...problems, ...checkRowKeys(tree, data)];
}

/** Row keys that no column of their table has. */
function checkRowKeys(tree: Tree, root: Data): Problem[] {
  const problems: Problem[] = [];
  for (const [index, table] of listIn(root['tables']).entries()) {
    if (!isMap(table)) continue;
    const keys = listIn(table['columns']).map((column) => (isMap(column) ? String(column['key']) : ''));
    const known = new Set(keys);
    for (const [row, cells] of listIn(table['rows']).entries()) {
      for (const key of isMap(cells) ? Object.keys(cells) : []) {
        if (known.has(key)) continue;
        const path = ['tables', index, 'rows', row, key];
        problems.push(place(tree, 'row-key-unknown', path, { key, ...suggest(key, keys) }));
      }
    }
  }
  return problems;
}

function checkAgainst(tree: Tree, schema: z.ZodObject, base: Path): Problem[] {
  const result = schema.safeParse(valueAt(tree.data, base));
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => readIssue(tree, schema, { issue, base }));
}

function readIssue(tree: Tree, schema: z.ZodObject, at: { issue: Issue; base: Path }): Problem[] {
  const { issue, base } = at;
  const path = [...base, ...(issue.path as Path)];
  const value = valueAt(tree.data, path);
  switch (issue.code) {
    case 'invalid_type':
      return [typeProblem(tree, { path, value, expected: issue.expected })];
    case 'unrecognized_keys': {
      const known = knownKeys(schema, issue.path as Path);
      return issue.keys.map((key) =>
        place(tree, 'unknown-key', [...path, key], { key, ...suggest(key, known) }),
      );
    }
    case 'invalid_value':
      return [
        issue.values[0] === true || typeof value !== 'string'
          ? typeProblem(tree, { path, value, expected: issue.values[0] === true ? 'true' : 'string' })
          : placeValue(tree, 'value-unknown', path, { value, known: issue.values.join(', ') }),
      ];
    case 'too_small':
    case 'too_big':
      return [sizeProblem(tree, path, value)];
    case 'invalid_key': {
      const key = String(path.at(-1));
      return [place(tree, codeOf(issue.issues[0]?.message), path, { value: key, key })];
    }
    default:
      return [placeValue(tree, codeOf(issue.message), path, { value: String(value) })];
  }
}

function isRole(key: string): key is BlockRole {
  return Object.hasOwn(charterBlocks, key);
}

function isMap(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Data)[part];
  }
  return value;
}

function typeProblem(tree: Tree, found: { path: Path; value: unknown; expected: string }): Problem {
  const { path, value, expected } = found;
  const key = String(path.at(-1));
  if (value === undefined) return place(tree, 'key-missing', path, { key });
  if (value === null && typeof path.at(-1) === 'string') return place(tree, 'value-missing', path, { key });
  return placeValue(tree, expectedCodes[expected] ?? 'expected-text', path);
}

const expectedCodes: Readonly<Record<string, ProblemCode>> = {
  string: 'expected-text',
  array: 'expected-list',
  object: 'expected-map',
  record: 'expected-map',
  number: 'expected-number',
  int: 'expected-number',
  true: 'expected-true',
};

const ranges: Readonly<Record<string, { readonly least: number; readonly most: number }>> = {
  level: headingLevels,
  depth: itemDepths,
  line: captureLines,
};

/** Only numbers and texts that may not be empty have a size. */
function sizeProblem(tree: Tree, path: Path, value: unknown): Problem {
  const key = String(path.at(-1));
  const range = ranges[key];
  return typeof value === 'string' || range === undefined
    ? place(tree, 'value-missing', path, { key })
    : placeValue(tree, 'number-out-of-range', path, { ...range });
}

function codeOf(message: string | undefined): ProblemCode {
  return message !== undefined && isProblemCode(message) ? message : 'expected-text';
}

/** At the key. */
function place(tree: Tree, code: ProblemCode, path: Path, values: Problem['values'] = {}): Problem {
  return makeProblem(code, { path, ...positionOf(tree, path, tree.places) }, values);
}

/** At the value. */
function placeValue(tree: Tree, code: ProblemCode, path: Path, values: Problem['values'] = {}): Problem {
  return makeProblem(code, { path, ...positionOf(tree, path, tree.values) }, values);
}

function suggest(key: string, known: readonly string[]): { suggestion?: string } {
  const suggestion = nearestNames(key, known)[0];
  return suggestion === undefined ? {} : { suggestion };
}

/** The maps below a file's root or a block, by the keys that lead to them. */
const inner: Readonly<Record<string, z.ZodObject>> = {
  source: sourceSchema,
  repairs: repairSchema,
  sections: sectionSchema,
  tables: tableSchema,
  'tables/columns': columnSchema,
  decisions: decisionSchema,
};

function knownKeys(schema: z.ZodObject, path: Path): readonly string[] {
  const keys = path.filter((part) => typeof part === 'string').join('/');
  return Object.keys((keys === '' ? schema : inner[keys])?.shape ?? {});
}
