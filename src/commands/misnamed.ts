/** Puts a name that is no charter's into better words where it is a revision's, or a day's. */
import { idPattern, isDay } from '../canonical/patterns.ts';
import { Failure } from '../model/failure.ts';
import type { Repository } from '../store/repository.ts';
import type { Context } from './context.ts';
import { parseForm } from './forms.ts';
import { requireHistory } from './repository.ts';

type Question = Pick<Context, 'arguments' | 'directory'> & { readonly command: string };

/** The failure itself where it is about anything else. */
export async function explainName(failure: Failure, question: Question): Promise<Failure> {
  const id = failure.values['portal'];
  if (failure.code !== 'unknown-portal' || typeof id !== 'string') return failure;
  const { arguments: given, directory, command } = question;
  const versions = ['diff', 'show', 'log', 'blame'].includes(command);
  if (!versions || !given.includes(id)) return failure;
  try {
    const repository = requireHistory(directory);
    const other = given.find((argument) => argument !== id && idPattern.test(argument));
    const values = { revision: id, charter: other ?? '' };
    const ask = (name: string): Promise<boolean> => isRevision(name, repository);
    if (!(await ask(id)))
      return isDay(id) ? new Failure('day-alone', 2, { values, cause: failure }) : failure;
    const line = await lineFor(question, id, ask);
    return new Failure('revision-alone', 2, { values: { ...values, command: line }, cause: failure });
  } catch (cause) {
    if (cause instanceof Failure) return failure;
    throw cause;
  }
}

/** The command for all charters, where the line names revisions only; empty where a charter is to be named. */
async function lineFor(
  { command, arguments: given }: Question,
  id: string,
  isRevision: (name: string) => Promise<boolean>,
): Promise<string> {
  if (command !== 'diff' && command !== 'log') return '';
  const [from = '', to = 'HEAD', more] = given;
  for (const name of given) {
    const form = parseForm(name);
    if (form.kind === 'file' || form.id !== name || !(await isRevision(name))) return '';
  }
  if (more !== undefined) return '';
  return ['HEAD', '@'].includes(id) && given.length === 1 ? command : `${command} ${from}..${to}`;
}

async function isRevision(name: string, repository: Repository): Promise<boolean> {
  const { resolveRevision } = await import('../store/git.ts');
  try {
    return (await resolveRevision(repository.root, name)).id !== '';
  } catch (cause) {
    if (cause instanceof Failure) return false;
    throw cause;
  }
}
