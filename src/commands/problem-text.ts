/** Prints problems as editors and CI read them: `file:line:column: sentence`. */
import { lintMessages } from '../messages/commands.ts';
import { problemSentence } from '../messages/problem-sentence.ts';
import type { FailureDetail } from '../model/failure.ts';
import type { Language } from '../model/language.ts';
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
