/** Puts a failure into words: what happened, where, and what to do next; never a stack trace unless asked for. */
import { failureMessages } from '../messages/failures.ts';
import { Failure } from '../model/failure.ts';
import type { Language } from '../model/language.ts';
import { sanitise } from '../text/sanitise.ts';
import { askedLanguage } from './arguments.ts';
import { type CommandName, isCommandName } from './command-table.ts';
import type { Environment } from './context.ts';
import { chooseLanguage } from './manners.ts';
import { renderProblems } from './problem-text.ts';

export interface FailureTextOptions {
  readonly language: Language;
  readonly command?: CommandName;
  readonly debug?: boolean;
}

/** Codes after which the help of the command says more than the sentence can. */
const usageCodes = new Set([
  'unknown-command',
  'unknown-option',
  'option-needs-value',
  'option-takes-no-value',
  'option-not-for-command',
  'option-needs-command',
  'options-exclude',
  'missing-argument',
  'too-many-arguments',
  'empty-argument',
  'missing-option',
  'bad-number',
]);

export function renderFailure(failure: Failure, options: FailureTextOptions): string {
  const texts = failureMessages[options.language];
  const sentence = Object.hasOwn(texts.sentences, failure.code) ? texts.sentences[failure.code] : undefined;
  const values = Object.fromEntries(
    Object.entries(failure.values).map(([name, value]) => [
      name,
      typeof value === 'string' ? sanitise(value) : value,
    ]),
  );
  const lines = [texts.prefix + (sentence ? sentence(values) : texts.other(failure.code))];
  lines.push(...renderProblems(failure.problems, options.language));
  if (failure.suggestions.length > 0)
    lines.push(texts.suggestion(failure.suggestions.map((name) => sanitise(name)).join(', ')));
  else if (usageCodes.has(failure.code)) lines.push(texts.help(commandOf(failure, options)));
  if (options.debug) lines.push(String(failure.stack), ...(failure.cause ? [String(failure.cause)] : []));
  return `${lines.join('\n')}\n`;
}

/** The line is not read yet where it is wrong, but the failure knows the command. */
function commandOf({ code, values }: Failure, { command }: FailureTextOptions): string {
  if (code === 'unknown-command') return '';
  const named = String(values['command'] ?? '');
  return command ?? (isCommandName(named) ? named : '');
}

/** For output that could not be written: a full disk, a device that failed. */
export function renderOutputFailure(reason: string, argv: readonly string[], env: Environment): string {
  const language = chooseLanguage(askedLanguage(argv), env);
  return renderFailure(new Failure('output-failed', 4, { values: { reason } }), { language });
}

/** For anything that is not a `Failure`: a fault of ours, and said to be. */
export function renderBug(cause: unknown, argv: readonly string[], env: Environment): string {
  const texts = failureMessages[chooseLanguage(askedLanguage(argv), env)];
  const what = sanitise(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)).slice(
    0,
    500,
  );
  const stack = argv.includes('--debug') && cause instanceof Error ? `${cause.stack}\n` : '';
  return `${texts.prefix}${texts.bug(what)}\n${stack}`;
}
