/** `charter help`, `--help` and the bare `charter`: explains the command line from the command table alone. */
import { type HelpTexts, helpMessages } from '../messages/cli.ts';
import { Failure } from '../model/failure.ts';
import type { Language } from '../model/language.ts';
import { findRepository, listCharterFiles, listTemplateFiles } from '../store/repository.ts';
import { nearestNames } from '../text/nearest.ts';
import { wrapText } from '../text/wrap.ts';
import {
  type CommandName,
  commandNames,
  commandTable,
  formNames,
  globalOptions,
  isCommandName,
  type OptionName,
  optionSpec,
} from './command-table.ts';
import type { Context, Outcome } from './context.ts';

interface Page {
  readonly language: Language;
  readonly width: number;
}

type Entry = readonly [string, string];

const widestHelp = 100;

export function runHelp(context: Context): Outcome {
  const [name] = context.arguments;
  if (name === undefined) return { status: 0, output: renderHelp(context), pages: true };
  if (!isCommandName(name))
    throw new Failure('unknown-command', 2, {
      values: { command: name },
      suggestions: nearestNames(name, commandNames),
    });
  return { status: 0, output: renderCommandHelp(name, context), pages: true };
}

/** First steps, for a bare `charter` where there is no repository; elsewhere it lists the charters. */
export async function runOverview(context: Context): Promise<Outcome> {
  const texts = helpMessages[context.language];
  const repository = findRepository(context.directory);
  if (repository && [...listCharterFiles(repository), ...listTemplateFiles(repository)].length > 0) {
    const { runList } = await import('./list.ts');
    const listed = await runList(context);
    return { ...listed, output: `${listed.output ?? ''}\n${texts.overviewMore}\n` };
  }
  const lines = [texts.tagline, texts.accessible, ''];
  lines.push(texts.headings.start, ...entries(texts.start, context), '');
  lines.push(texts.headings.commands, ...entries(commandEntries(texts), context), '', texts.more);
  return { status: 0, output: `${lines.join('\n')}\n` };
}

/** The whole of the command line. */
export function renderHelp(page: Page): string {
  const texts = helpMessages[page.language];
  const { headings } = texts;
  const section = (title: string, list: readonly Entry[]): string[] => ['', title, ...entries(list, page)];
  const lines = [
    texts.tagline,
    texts.accessible,
    '',
    `${texts.usage} charter ${texts.commandWord} ${texts.optionsWord}`,
    ...section(headings.commands, commandEntries(texts)),
    ...section(headings.forms, formEntries(formNames, texts)),
    ...section(
      headings.global,
      globalOptions.map((name) => optionEntry(name, texts)),
    ),
    ...section(headings.statuses, texts.statuses),
    ...section(headings.environment, texts.environment),
    '',
    texts.more,
  ];
  return `${lines.join('\n')}\n`;
}

export function renderCommandHelp(command: CommandName, page: Page): string {
  const texts = helpMessages[page.language];
  const { headings } = texts;
  const spec = commandTable[command];
  const section = (title: string, list: readonly Entry[]): string[] =>
    list.length === 0 ? [] : ['', title, ...entries(list, page)];
  const options = [
    ...spec.options.map((name) => optionEntry(name, texts, command)),
    ...(spec.formats.length > 1 ? [formatEntry(command, texts)] : []),
    ...(spec.formats.includes('json') ? [optionEntry('json', texts)] : []),
  ];
  const lines = [
    `charter ${command} : ${texts.commands[command] ?? ''}`.replace(
      ' : ',
      page.language === 'fr' ? '\u00a0: ' : ': ',
    ),
    texts.accessible,
    '',
    `${texts.usage} charter ${command}${usageArguments(command, texts)} ${texts.optionsWord}`,
    '',
    ...wrapText(texts.details[command] ?? '', Math.min(page.width, widestHelp)),
    ...section(
      headings.arguments,
      spec.arguments.map(({ name }) => texts.arguments[name] ?? [name, '']),
    ),
    ...section(headings.options, options),
    ...section(headings.forms, formEntries(spec.forms ?? [], texts)),
    ...section(headings.examples, texts.examples[command] ?? []),
    ...section(
      headings.global,
      globalOptions.map((name) => optionEntry(name, texts)),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function usageArguments(command: CommandName, texts: HelpTexts): string {
  return commandTable[command].arguments
    .map(({ name, optional, many }) => {
      const shown = `${texts.arguments[name]?.[0] ?? name}${many ? '…' : ''}`;
      return optional ? ` [${shown}]` : ` ${shown}`;
    })
    .join('');
}

function formEntries(names: readonly string[], texts: HelpTexts): Entry[] {
  return names.flatMap((name) => {
    const form = texts.forms[name];
    return form ? [form] : [];
  });
}

function commandEntries(texts: HelpTexts): Entry[] {
  return commandNames.map((name) => [name, texts.commands[name] ?? '']);
}

function optionEntry(name: OptionName, texts: HelpTexts, command?: CommandName): Entry {
  const spec = optionSpec(name, command);
  const own = command && texts.ownOptions[command]?.[name];
  const value = spec.choices?.join('|') ?? (spec.value === undefined ? undefined : texts.values[spec.value]);
  const short = spec.short === undefined ? '' : `-${spec.short}, `;
  return [`${short}--${name}${value === undefined ? '' : ` ${value}`}`, own ?? texts.options[name] ?? ''];
}

function formatEntry(command: CommandName, texts: HelpTexts): Entry {
  const { formats } = commandTable[command];
  return ['--format FORMAT', texts.formats(formats.join(', '), formats[0])];
}

/** Two columns; an entry too long for the first stands on a line of its own. */
function entries(list: readonly Entry[], { width }: Page): string[] {
  const room = Math.min(Math.max(...list.map(([name]) => name.length)), 30);
  const rest = Math.max(Math.min(width, widestHelp) - room - 4, 20);
  return list.flatMap(([name, text]) => {
    const lines = text === '' ? [] : wrapText(text, rest);
    const indented = lines.map((line) => `${' '.repeat(room + 4)}${line}`);
    if (name.length > room) return [`  ${name}`, ...indented];
    return [`  ${name.padEnd(room)}  ${lines[0] ?? ''}`.trimEnd(), ...indented.slice(1)];
  });
}
