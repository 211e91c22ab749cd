/**
 * Runs the YAML library's lexer and parser step by step: forbidden syntax is found by its token, comments keep their
 * places, and nesting is stopped before anything recursive meets it.
 */
import { type CST, Lexer, Parser } from 'yaml';
import type { ProblemCode } from '../messages/problems.ts';
import type { Problem } from '../model/problem.ts';
import type { Positions } from './positions.ts';
import { makeProblem } from './problem.ts';

export interface Comment {
  /** With its `#`, without what follows the last visible character. */
  readonly text: string;
  readonly offset: number;
  /** Nothing but blanks before it on its line. */
  readonly alone: boolean;
}

export interface Tokens {
  readonly tokens: readonly CST.Token[];
  readonly comments: readonly Comment[];
  readonly problems: readonly Problem[];
}

/** A file that is not read to its end. */
export interface Refusal {
  readonly tokens?: never;
  readonly comments?: never;
  readonly problems: readonly Problem[];
}

/** A charter needs five. */
const deepest = 64;
/** Some eight make a cell; the library needs about a second for each hundred thousand. */
const mostLexemes = 1_000_000;
const tooDeep = ['nested-too-deep', deepest] as const;
const tooMany = ['too-many-values', mostLexemes / 8] as const;

/** Tokens of no width that the lexer puts between others. */
const controls = new Set(['\u0002', '\u0018', '\u001f']);
const scalarFollows = '\u001f';

/** By a token's first character, where it is not a scalar. */
const forbidden: Readonly<Record<string, ProblemCode>> = {
  '!': 'yaml-tag',
  '&': 'yaml-anchor',
  '*': 'yaml-alias',
  '%': 'yaml-directive',
};

export function readTokens(text: string, positions: Positions): Tokens | Refusal {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const comments: Comment[] = [];
  const problems: Problem[] = [];
  let offset = 0;
  let scalar = false;
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    count += 1;
    if (parser.stack.length > deepest || count > mostLexemes) {
      const [code, limit] = count > mostLexemes ? tooMany : tooDeep;
      return { problems: [makeProblem(code, positions(offset), { limit })] };
    }
    const code = scalar ? undefined : forbidden[lexeme.charAt(0)];
    if (code !== undefined) problems.push(makeProblem(code, positions(offset)));
    if (!scalar && lexeme.startsWith('#')) comments.push(readComment(text, lexeme, offset));
    scalar = lexeme === scalarFollows;
    if (!controls.has(lexeme)) offset += lexeme.length;
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, comments, problems };
}

function readComment(text: string, lexeme: string, offset: number): Comment {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return { text: lexeme.trimEnd(), offset, alone: offset === 0 || before.trim() === '' };
}
