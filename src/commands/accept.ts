/** `charter accept`: agrees to drifts from the template, for a reason, or looks after what was decided. */
import { Failure } from '../model/failure.ts';
import type { OptionName } from './command-table.ts';
import type { Context, Outcome } from './context.ts';
import { decideAgain } from './decisions-again.ts';
import { isBulk, readBulk } from './decisions-bulk.ts';
import type { Ground } from './decisions-ground.ts';
import { renderDecided } from './decisions-report.ts';
import { askGitUser, type Person, readComingDay, readDrifts, readWords } from './decisions-request.ts';
import { decide } from './decisions-writing.ts';

const keeping = ['list', 'expiring', 'prune'] as const satisfies readonly OptionName[];
const deciding = ['reason', 'until', 'by', 'only', 'since'] as const satisfies readonly OptionName[];

export async function runAccept(context: Context): Promise<Outcome> {
  const keeps = keeping.filter((name) => context.options[name] !== undefined);
  if (keeps.length > 0) return keep(context, keeps);
  return agree(context);
}

async function keep(context: Context, keeps: readonly (typeof keeping)[number][]): Promise<Outcome> {
  const [one = 'list', other] = [...keeps, ...deciding.filter((name) => context.options[name] !== undefined)];
  const dry = one !== 'prune' && context.options['dry-run'] === true ? 'dry-run' : undefined;
  const clash = other ?? dry;
  if (clash !== undefined)
    throw new Failure('options-exclude', 2, {
      values: { one: `--${one}`, other: `--${clash}`, command: 'accept' },
    });
  const [argument] = context.arguments;
  if (argument !== undefined)
    throw new Failure('options-exclude', 2, {
      values: { one: `--${one}`, other: argument, command: 'accept' },
    });
  const { runDecisions } = await import('./decisions-list.ts');
  return runDecisions(context);
}

async function agree(context: Context): Promise<Outcome> {
  const { options, today } = context;
  if (context.arguments.length === 0 && !isBulk(context))
    throw new Failure('missing-argument', 2, { values: { command: 'accept' } });
  const reason = readWords(options.reason);
  if (reason === undefined) throw new Failure('reason-missing', 2);
  const until =
    typeof options.until === 'string' ? readComingDay('--until', options.until, today) : undefined;
  return decideAgain(async () => {
    const { ground, named } = await (isBulk(context) ? readBulk(context) : readDrifts(context));
    const person = await findPerson(context, ground);
    const agreed = { status: 'agreed', reason, by: person.name, on: today } as const;
    const ruling = until === undefined ? agreed : { ...agreed, until };
    const decided = await decide(named, { ruling, ground }, context);
    return renderDecided({ ground, named, ...decided, person }, context);
  });
}

/** Who decides: as `--by` says, else as git names its user. */
export async function findPerson({ options }: Context, ground: Ground): Promise<Person> {
  const name = readWords(options.by);
  if (name !== undefined) return { name, from: 'option' };
  if (options.by !== undefined) throw new Failure('empty-name-option', 2, { values: { option: '--by' } });
  const person = await askGitUser(ground);
  if (!person) throw new Failure('decider-missing', 2);
  return person;
}
