/** From command line to outcome: reads the line, loads the one command asked for, and puts failures into words. */
import { resolve } from 'node:path';
import { Failure } from '../model/failure.ts';
import type { Language } from '../model/language.ts';
import { askedLanguage, type CommandLine, parseCommandLine } from './arguments.ts';
import type { CommandName } from './command-table.ts';
import type { Command, Context, Ending, Outcome, Surroundings } from './context.ts';
import {
  chooseAccessible,
  chooseColor,
  chooseLanguage,
  choosesPager,
  choosesScreen,
  chooseWidth,
} from './manners.ts';

const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  diff: async () => (await import('./diff.ts')).runDiff,
  list: async () => (await import('./list.ts')).runList,
  show: async () => (await import('./show.ts')).runShow,
  log: async () => (await import('./log.ts')).runLog,
  blame: async () => (await import('./blame.ts')).runBlame,
  drift: async () => (await import('./drift.ts')).runDrift,
  review: async () => (await import('./review.ts')).runReview,
  template: async () => (await import('./template.ts')).runTemplate,
  import: async () => (await import('./import.ts')).runImport,
  accept: async () => (await import('./accept.ts')).runAccept,
  fix: async () => (await import('./fix.ts')).runFix,
  commit: async () => (await import('./commit.ts')).runCommit,
  lint: async () => (await import('./lint.ts')).runLint,
  fmt: async () => (await import('./fmt.ts')).runFmt,
  explain: async () => (await import('./explain.ts')).runExplain,
  init: async () => (await import('./init.ts')).runInit,
  git: async () => (await import('./git.ts')).runGit,
  help: async () => (await import('./help.ts')).runHelp,
};

/** Never throws a `Failure`; anything else that it throws is a bug. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const language = chooseLanguage(askedLanguage(argv), surroundings.env);
  let line: CommandLine | undefined;
  try {
    line = parseCommandLine(argv);
    const context = makeContext(line, surroundings);
    const outcome = await perform(line, context).catch(async (cause: unknown) => {
      throw cause instanceof Failure ? await explain(cause, context, line?.command) : cause;
    });
    const { stream, ...rest } = outcome;
    const told = (cause: unknown): Promise<Ending> => tellFailure(cause, language, line);
    return await deliver(stream ? { ...rest, stream: guard(stream, told) } : rest, context, surroundings);
  } catch (cause) {
    return tellFailure(cause, language, line);
  }
}

/** A name that is no charter's may be a revision's; git is asked only then. */
async function explain(
  failure: Failure,
  { arguments: given, directory }: Context,
  command = '',
): Promise<Failure> {
  if (failure.code !== 'unknown-portal') return failure;
  const { explainName } = await import('./misnamed.ts');
  return explainName(failure, { arguments: given, directory, command });
}

async function tellFailure(
  cause: unknown,
  language: Language,
  line: CommandLine | undefined,
): Promise<Ending> {
  if (!(cause instanceof Failure)) throw cause;
  const { renderFailure } = await import('./failure-text.ts');
  const debug = line?.options.debug === true;
  const command = line?.command ? { command: line.command } : {};
  return { status: cause.status, messages: renderFailure(cause, { language, debug, ...command }) };
}

/** A failure ends the stream in words, after what was written before it. */
async function* guard(
  stream: AsyncGenerator<string, Ending>,
  tell: (cause: unknown) => Promise<Ending>,
): AsyncGenerator<string, Ending> {
  try {
    return yield* stream;
  } catch (cause) {
    return tell(cause);
  }
}

async function perform(line: CommandLine, context: Context): Promise<Outcome> {
  const { command, options } = line;
  if (options.version === true)
    return { status: 0, output: `charter ${(await import('./version.ts')).version}\n` };
  if (options.help === true || command === undefined) {
    const help = await import('./help.ts');
    if (options.help !== true) return (await openOverview(context)) ?? help.runOverview(context);
    const output =
      command === undefined ? help.renderHelp(context) : help.renderCommandHelp(command, context);
    return { status: 0, output, pages: true };
  }
  return (await commands[command]())(context);
}

/** The charters on the whole screen, where one can be had and there are any. */
async function openOverview(context: Context): Promise<Outcome | undefined> {
  if (!context.screen) return undefined;
  const { runOverviewScreen } = await import('./overview-screen.ts');
  return runOverviewScreen(context, context.screen);
}

function makeContext(line: CommandLine, surroundings: Surroundings): Context {
  const { options } = line;
  const asked = options.lang === undefined || options.lang === true ? undefined : options.lang;
  const folders = typeof options.directory === 'string' ? options.directory.split('\0') : [];
  return {
    directory: resolve(surroundings.cwd, ...folders),
    arguments: line.arguments,
    options,
    format: line.format ?? 'text',
    language: chooseLanguage(asked, surroundings.env),
    languageAsked: asked !== undefined,
    color: chooseColor(options, surroundings),
    accessible: chooseAccessible(options, surroundings.env),
    width: chooseWidth(surroundings),
    terminal: surroundings.stdout.terminal && options.output === undefined,
    today: surroundings.today,
    env: surroundings.env,
    ...(surroundings.host && choosesScreen(options, surroundings)
      ? { screen: { host: surroundings.host, env: surroundings.env } }
      : {}),
    stdin: surroundings.stdin,
    tell: surroundings.tell,
    ...(surroundings.program ? { program: surroundings.program } : {}),
  };
}

/** Sends the output to the file of `-o`, and leaves to the pager only what a person reads on a terminal. */
async function deliver(outcome: Outcome, context: Context, surroundings: Surroundings): Promise<Outcome> {
  const { output: file } = context.options;
  if (typeof file !== 'string') {
    return { ...outcome, pages: outcome.pages === true && choosesPager(context.options, surroundings) };
  }
  const { writeOutput } = await import('../store/writing.ts');
  const { output = '', stream, ...rest } = outcome;
  const whole = stream ? await gather(stream) : { text: output, ending: {} };
  writeOutput(resolve(context.directory, file), whole.text, file);
  return { ...rest, ...whole.ending, pages: false };
}

async function gather(
  stream: AsyncGenerator<string, Ending>,
): Promise<{ readonly text: string; readonly ending: Ending }> {
  const pieces: string[] = [];
  for (;;) {
    const { value, done } = await stream.next();
    if (done === true) return { text: pieces.join(''), ending: value };
    pieces.push(value);
  }
}
