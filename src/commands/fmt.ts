/** `charter fmt`: writes charters and templates in their one canonical form, comments kept. */
import { schemaFrom } from '../canonical/format.ts';
import { reformat } from '../canonical/reformat.ts';
import { fmtMessages } from '../messages/commands.ts';
import { Failure } from '../model/failure.ts';
import { readText } from '../store/files.ts';
import { replaceText } from '../store/replacing.ts';
import { chartersFolder } from '../store/repository.ts';
import type { Context, Outcome } from './context.ts';
import { renderFailure } from './failure-text.ts';
import { findTargets, type Target } from './targets.ts';

/** What can be read is formatted; what cannot, or cannot be written, is told and ends in status 3 or 4. */
export async function runFmt(context: Context): Promise<Outcome> {
  const texts = fmtMessages[context.language];
  const targets = await findTargets(context);
  const check = context.options.check === true;
  const writes = !check && context.options['dry-run'] !== true;
  const { changed, failures } = formatAll(targets, writes);
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
    output: changed.map((file) => `${say(file)}\n`).join(''),
    messages: messages.join(''),
  };
}

function formatAll(
  targets: readonly Target[],
  writes: boolean,
): { readonly changed: readonly string[]; readonly failures: readonly Failure[] } {
  const changed: string[] = [];
  const failures: Failure[] = [];
  for (const target of targets) {
    try {
      if (format(target, writes)) changed.push(target.file);
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      failures.push(cause);
    }
  }
  return { changed, failures };
}

/** Whether the file has not the canonical text, or had not. */
function format({ path, file, root }: Target, writes: boolean): boolean {
  const before = readText(path, file);
  const inside = file.startsWith(`${chartersFolder}/`) ? file.slice(chartersFolder.length + 1) : undefined;
  const { text, problems } = reformat(before, inside === undefined ? {} : { schema: schemaFrom(inside) });
  if (text === undefined) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    throw new Failure('invalid-file', 3, {
      values: { file, count: errors.length },
      problems: errors.map((problem) => ({ file, problem })),
    });
  }
  if (text === before) return false;
  if (writes) replaceText(path, { file, before, after: text }, root);
  return true;
}
