/** `charter fix`: notes that drifts from the template will be corrected, and by when. */
import { Failure } from '../model/failure.ts';
import type { Context, Outcome } from './context.ts';
import { decideAgain } from './decisions-again.ts';
import { renderDecided } from './decisions-report.ts';
import { askGitUser, readComingDay, readDrifts } from './decisions-request.ts';
import { makeDecisions, reviseWith, writeRevisions } from './decisions-writing.ts';

export async function runFix(context: Context): Promise<Outcome> {
  const { options, today } = context;
  if (typeof options.by !== 'string')
    throw new Failure('missing-option', 2, { values: { command: 'fix', option: '--by DATE' } });
  const until = readComingDay('--by', options.by, today);
  return decideAgain(async () => {
    const { ground, named } = await readDrifts(context);
    const person = await askGitUser(ground);
    const made = makeDecisions(named, {
      status: 'to-fix',
      ...(person ? { by: person.name } : {}),
      on: today,
      until,
    });
    const revisions = await reviseWith(made, ground);
    if (options['dry-run'] !== true) writeRevisions(revisions, ground);
    return renderDecided({ ground, named, made, revisions, person }, context);
  });
}
