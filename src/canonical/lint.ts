/** What deserves a look in a charter or template, beyond what refuses it; all from outside the file comes as data. */
import type { Problem } from '../model/problem.ts';
import { type LintContext, lintContent } from './lint-content.ts';
import { lintForm } from './lint-form.ts';
import { openDocument, type Parsed } from './open.ts';
import { findInFile } from './places.ts';
import { arrangeProblems, makeProblem } from './problem.ts';

export type { LintContext };

/** Problems of either severity in the order of the file; those of a file that cannot be read are all errors. `opened` spares another reading. */
export async function lintDocument(
  text: string,
  context: LintContext,
  opened?: Parsed,
): Promise<readonly Problem[]> {
  const parsed = opened ?? (await openDocument(text));
  const { document, lines, problems } = parsed;
  if (document === undefined) return problems;
  const place = findInFile(text, lines);
  const form = await lintForm(text, parsed, context.schema);
  const findings = [...form, ...lintContent(document, context)];
  return arrangeProblems([
    ...problems,
    ...findings.map(({ code, severity, path, values, word, sameAs, line }) => {
      const first = sameAs === undefined ? {} : { first: place(sameAs).line ?? 1 };
      const found = line === undefined ? place(path, word) : { line, column: 1 };
      return makeProblem(code, { path, severity, ...found }, { ...values, ...first });
    }),
  ]);
}
