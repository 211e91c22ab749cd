/** Prints problems as editors and CI read them: `file:line:column: sentence`. */
import { captureMessages, captureProblemCodes } from '../messages/capture.ts';
import { lintMessages } from '../messages/commands.ts';
import { describeProblem, isProblemCode } from '../messages/problems.ts';
import type { FailureDetail } from '../model/failure.ts';
import type { Language } from '../model/language.ts';
import type { Problem } from '../model/problem.ts';
import { sanitise } from '../text/sanitise.ts';

export type PlacedProblem = NonNullable<FailureDetail['problems']>[number];

/** A problem of a whole file stands on its first line, so that every editor can go there. */
export function renderProblems(problems: readonly PlacedProblem[], language: Language): string[] {
  const texts = lintMessages[language];
  return problems.map(({ file, problem }) => {
    const place = `${file}:${problem.line ?? 1}:${problem.column ?? 1}`;
    return sanitise(`${place}: ${texts.severity[problem.severity]}${problemSentence(problem, language)}`);
  });
}

/** The problem in words, whichever room found it; without its place. */
export function problemSentence(problem: Problem, language: Language): string {
  const { code, values } = problem;
  const capture = captureProblemCodes.find((known) => known === code);
  if (capture !== undefined) return captureMessages[language].problems[capture](values);
  if (isProblemCode(code)) return describeProblem(problem, language);
  const { problems } = lintMessages[language];
  return Object.hasOwn(problems, code) ? (problems[code]?.(values) ?? code) : code;
}
