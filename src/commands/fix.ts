/** `charter fix`: notes that drifts from the template will be corrected, and by when. */
import { Failure } from '../model/failure.ts';
import type { Context, Outcome } from './context.ts';
import { decideAgain } from './decisions-again.ts';
import { renderDecided } from './decisions-report.ts';
import { askGitUser, readComingDay, readDrifts } from './decisions-request.ts';
import { decide, toFix } from './decisions-writing.ts';

export async function runFix(context: Context): Promise<Outcome> {
  const { options, today } = context;
  if (typeof options.by !== 'string')
    throw new Failure('missing-option', 2, { values: { command: 'fix', option: '--by DATE' } });
  const until = readComingDay('--by', options.by, today);
  return decideAgain(async () => {
    const { ground, named } = await readDrifts(context);
    const person = await askGitUser(ground);
    const ruling = toFix({ person, today, until });
    const decided = await decide(named, { ruling, ground }, context);
    return renderDecided({ ground, named, ...decided, person }, context);
  });
}
