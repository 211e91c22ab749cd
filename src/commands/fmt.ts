/** `charter fmt`: writes charters and templates in their one canonical form, comments kept. */
import { schemaFrom } from '../canonical/format.ts';
import { reformat } from '../canonical/reformat.ts';
import { fmtMessages } from '../messages/commands.ts';
import { Failure } from '../model/failure.ts';
import { readText } from '../store/files.ts';
import { chartersFolder } from '../store/repository.ts';
import { writeWhole } from '../store/writing.ts';
import type { Context, Outcome } from './context.ts';
import { renderFailure } from './failure-text.ts';
import { findTargets, type Target } from './targets.ts';

interface Formatted {
  readonly target: Target;
  readonly text: string;
}

/** What can be read is formatted; what cannot is told and ends in status 3. */
export async function runFmt(context: Context): Promise<Outcome> {
  const texts = fmtMessages[context.language];
  const targets = await findTargets(context);
  const { changed, failures } = formatAll(targets);
  const check = context.options.check === true;
  const writes = !check && context.options['dry-run'] !== true;
  if (writes) for (const { target, text } of changed) writeWhole(target.path, text, target.root);
  const say = writes ? texts.rewritten : texts.wouldRewrite;
  const found = check && changed.length > 0;
  const counts = { changed: changed.length, files: targets.length, refused: failures.length };
  const messages = [
    ...failures.map((failure) => renderFailure(failure, context)),
    `${(writes ? texts.done : texts.toDo)(counts)}\n`,
    ...(found ? [`${texts.command}\n`] : []),
  ];
  return {
    status: failures[0]?.status ?? (found ? 1 : 0),
    output: changed.map(({ target }) => `${say(target.file)}\n`).join(''),
    messages: messages.join(''),
  };
}

function formatAll(targets: readonly Target[]): {
  readonly changed: readonly Formatted[];
  readonly failures: readonly Failure[];
} {
  const changed: Formatted[] = [];
  const failures: Failure[] = [];
  for (const target of targets) {
    try {
      const text = format(target);
      if (text !== undefined) changed.push({ target, text });
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      failures.push(cause);
    }
  }
  return { changed, failures };
}

/** The canonical text, undefined where the file has it already. */
function format({ path, file }: Target): string | undefined {
  const before = readText(path, file);
  const inside = file.startsWith(`${chartersFolder}/`) ? file.slice(chartersFolder.length + 1) : undefined;
  const { text, problems } = reformat(before, inside === undefined ? {} : { schema: schemaFrom(inside) });
  if (text !== undefined) return text === before ? undefined : text;
  const errors = problems.filter(({ severity }) => severity === 'error');
  throw new Failure('invalid-file', 3, {
    values: { file, count: errors.length },
    problems: errors.map((problem) => ({ file, problem })),
  });
}
