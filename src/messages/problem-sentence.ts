/** Puts a problem into words, whichever room found it; without its place. */
import type { Language } from '../model/language.ts';
import type { Problem } from '../model/problem.ts';
import { captureMessages, captureProblemCodes } from './capture.ts';
import { lintMessages } from './commands.ts';
import { describeProblem, isProblemCode } from './problems.ts';

export function problemSentence(problem: Problem, language: Language): string {
  const { code, values } = problem;
  const capture = captureProblemCodes.find((known) => known === code);
  if (capture !== undefined) return captureMessages[language].problems[capture](values);
  if (isProblemCode(code)) return describeProblem(problem, language);
  const { problems } = lintMessages[language];
  return Object.hasOwn(problems, code) ? (problems[code]?.(values) ?? code) : code;
}
