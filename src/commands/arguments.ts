/** Reads the command line against the command table; every mistake becomes a `Failure` of status 2. */
import { parseArgs } from 'node:util';
import { Failure } from '../model/failure.ts';
import { nearestNames } from '../text/nearest.ts';
import {
  type CommandName,
  type CommandSpec,
  commandNames,
  commandTable,
  type Format,
  isCommandName,
  type OptionName,
  type OptionSpec,
  optionSpec,
  optionTable,
  takesOption,
} from './command-table.ts';
import { looksLikeVersion } from './forms.ts';

/** Values by option; a flag that was given is true. */
export type OptionValues = Partial<Record<OptionName, string | true>>;

export interface CommandLine {
  /** Absent for a bare `charter`, and where only `--help` or `--version` was asked for. */
  readonly command?: CommandName;
  readonly arguments: readonly string[];
  readonly options: OptionValues;
  /** Of the command's own formats; absent without a command. */
  readonly format?: Format;
}

interface Token {
  readonly name: OptionName;
  readonly raw: string;
  readonly value: string | true;
}

const parserOptions = Object.fromEntries(
  Object.entries(optionTable).map(([name, spec]) => [
    name,
    {
      type: spec.type === 'flag' ? ('boolean' as const) : ('string' as const),
      ...('short' in spec ? { short: spec.short } : {}),
    },
  ]),
);

export function parseCommandLine(argv: readonly string[]): CommandLine {
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: parserOptions,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'option') given.push(readOption(token, positionals[0] ?? ''));
  }
  const [first, ...rest] = positionals;
  const command = first === undefined ? undefined : readCommand(first);
  const options = collect(given, command);
  if (options.help === true || options.version === true || command === undefined)
    return { ...(command === undefined ? {} : { command }), arguments: rest, options };
  checkArguments(command, commandTable[command], rest);
  checkCombinations(command, options);
  return { command, arguments: rest, options, format: readFormat(command, options) };
}

/** The language asked for, even where the rest of the line is wrong. */
export function askedLanguage(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const line = end < 0 ? argv : argv.slice(0, end);
  const joined = line.findLast((word) => word.startsWith('--lang='));
  const apart = line.lastIndexOf('--lang');
  return joined === undefined ? (apart < 0 ? undefined : line[apart + 1]) : joined.slice('--lang='.length);
}

interface GivenOption {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** `command` is what may be the command's name, for the help that a mistake points to. */
function readOption({ name, rawName: raw, value, inlineValue }: GivenOption, command: string): Token {
  if (!isOptionName(name)) throw unknownOption(name, raw, command);
  const spec = optionSpec(name, isCommandName(command) ? command : undefined);
  const values = { option: raw, command };
  if (spec.type === 'flag') {
    if (value !== undefined) throw new Failure('option-takes-no-value', 2, { values });
    return { name, raw, value: true };
  }
  // A negative number is a wrong value, and a dash before a space an item of a list, not another option.
  const dashed = value?.startsWith('-') && value !== '-' && !/^-[\d\s]/.test(value);
  if (value === undefined || value === '') throw new Failure('option-needs-value', 2, { values });
  if (!inlineValue && dashed)
    throw new Failure('option-value-dashed', 2, {
      values: { ...values, value, joined: `--${name}=${value}` },
    });
  if (spec.choices && !spec.choices.includes(value))
    throw new Failure('bad-option-value', 2, {
      values: { ...values, value, allowed: spec.choices.join(', ') },
      suggestions: nearestNames(value, spec.choices),
    });
  return { name, raw, value };
}

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(optionTable, name);
}

function unknownOption(name: string, raw: string, command: string): Failure {
  const known = Object.keys(optionTable);
  return new Failure('unknown-option', 2, {
    values: { option: raw, command },
    suggestions: name.length > 1 ? nearestNames(name, known).map((near) => `--${near}`) : [],
  });
}

function readCommand(name: string): CommandName {
  if (isCommandName(name)) return name;
  throw new Failure('unknown-command', 2, {
    values: { command: name },
    suggestions: nearestNames(name, commandNames),
  });
}

/** What stands between the values of an option that may be given again: folders in folders, and paragraphs, as for git. */
const joints: Partial<Record<OptionName, string>> = { directory: '\0', message: '\n\n' };
/** Kinds of values that are lists: given again, they go on. */
const lists: readonly OptionSpec['value'][] = ['classes', 'list', 'templates', 'marks'];

function collect(given: readonly Token[], command: CommandName | undefined): OptionValues {
  const options: OptionValues = {};
  for (const { name, raw, value } of given) {
    if (!takesOption(command, name) && !given.some((token) => token.name === 'help'))
      throw new Failure(command === undefined ? 'option-needs-command' : 'option-not-for-command', 2, {
        values: { option: raw, command: command ?? '' },
      });
    const before = options[name];
    const joint = joints[name] ?? (lists.includes(optionSpec(name, command).value) ? ',' : undefined);
    options[name] = joint !== undefined && typeof before === 'string' ? `${before}${joint}${value}` : value;
  }
  return options;
}

function checkArguments(command: CommandName, spec: CommandSpec, given: readonly string[]): void {
  const needed = spec.arguments.filter(({ optional }) => !optional);
  if (given.length < needed.length) throw new Failure('missing-argument', 2, { values: { command } });
  const open = spec.arguments.some(({ many }) => many);
  const extra = open ? undefined : given[spec.arguments.length];
  if (extra !== undefined) throw unexpected(command, extra, given[0] ?? '');
  if (given.includes('')) throw new Failure('empty-argument', 2, { values: { command } });
}

/** As git's users name the version apart from the file. */
function unexpected(command: CommandName, argument: string, first: string): Failure {
  const apart = !first.includes('@') && looksLikeVersion(argument);
  return apart
    ? new Failure('version-apart', 2, { values: { command, charter: first, revision: argument } })
    : new Failure('too-many-arguments', 2, { values: { command, argument } });
}

/** Pairs that ask for two things at once. */
const exclusive: readonly (readonly [OptionName, OptionName])[] = [
  ['stat', 'name-only'],
  ['stat', 'quiet'],
  ['name-only', 'quiet'],
  ['json', 'stat'],
  ['json', 'name-only'],
  ['json', 'quiet'],
  ['output', 'quiet'],
  ['check', 'dry-run'],
  ['line', 'section'],
  ['line', 'cookie'],
  ['list', 'prune'],
  ['list', 'expiring'],
  ['expiring', 'prune'],
  ['viewed', 'unviewed'],
  ['viewed', 'quiet'],
  ['unviewed', 'quiet'],
];

function checkCombinations(command: CommandName, options: OptionValues): void {
  const json = options.json === true || options.format === 'json';
  const asked = json ? { ...options, json: true } : options;
  for (const [one, other] of exclusive) {
    if (asked[one] !== undefined && asked[other] !== undefined)
      throw new Failure('options-exclude', 2, { values: { one: `--${one}`, other: `--${other}`, command } });
  }
}

function readFormat(command: CommandName, options: OptionValues): Format {
  const { formats } = commandTable[command];
  const wanted = String(options.format ?? (options.json === true ? 'json' : formats[0]));
  if (options.json === true && wanted !== 'json')
    throw new Failure('options-exclude', 2, {
      values: { one: '--json', other: `--format ${wanted}`, command },
    });
  const format = formats.find((known) => known === wanted);
  if (format === undefined)
    throw new Failure('format-not-for-command', 2, {
      values: { format: wanted, command, allowed: formats.join(', ') },
      suggestions: nearestNames(wanted, formats),
    });
  return format;
}
