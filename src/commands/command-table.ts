/** The command line as data: which commands there are, their arguments, options and output formats. */

export const commandNames = [
  'diff',
  'list',
  'show',
  'log',
  'blame',
  'drift',
  'review',
  'template',
  'accept',
  'fix',
  'import',
  'commit',
  'lint',
  'fmt',
  'explain',
  'init',
  'git',
  'help',
] as const;
export type CommandName = (typeof commandNames)[number];

/** Every format that some command writes. */
export type Format = 'text' | 'json' | 'markdown' | 'html' | 'yaml' | 'csv' | 'github' | 'gitlab' | 'sarif';

export interface ArgumentSpec {
  /** As help shows it, and the key of its explanation. */
  readonly name:
    | 'a'
    | 'b'
    | 'portal'
    | 'portals'
    | 'action'
    | 'duty'
    | 'sources'
    | 'reference'
    | 'base'
    | 'changed'
    | 'rule'
    | 'file'
    | 'capture'
    | 'folder'
    | 'command';
  readonly optional?: true;
  /** Takes all that follow. */
  readonly many?: true;
}

export interface OptionSpec {
  readonly type: 'flag' | 'value';
  readonly short?: string;
  /** What the value is called in help, as a key of the messages. */
  readonly value?:
    | 'dir'
    | 'file'
    | 'number'
    | 'classes'
    | 'portal'
    | 'url'
    | 'day'
    | 'template'
    | 'templates'
    | 'moment'
    | 'section'
    | 'cookie'
    | 'text'
    | 'days'
    | 'person'
    | 'list'
    | 'class'
    | 'marks'
    | 'base';
  /** The only values allowed; for `format` the command says which. */
  readonly choices?: readonly string[];
}

/** One table for all commands: an option means the same wherever it goes. None takes an optional value. */
export const optionTable = {
  directory: { type: 'value', short: 'C', value: 'dir' },
  lang: { type: 'value', choices: ['fr', 'en'] },
  color: { type: 'value', choices: ['auto', 'always', 'never'] },
  accessible: { type: 'flag' },
  'no-pager': { type: 'flag' },
  'no-tui': { type: 'flag' },
  debug: { type: 'flag' },
  help: { type: 'flag', short: 'h' },
  version: { type: 'flag' },
  format: { type: 'value' },
  json: { type: 'flag' },
  output: { type: 'value', short: 'o', value: 'file' },
  context: { type: 'value', short: 'U', value: 'number' },
  stat: { type: 'flag' },
  'name-only': { type: 'flag' },
  staged: { type: 'flag' },
  by: { type: 'value', choices: ['capture', 'commit'] },
  only: { type: 'value', value: 'classes' },
  all: { type: 'flag' },
  'exit-code': { type: 'flag' },
  quiet: { type: 'flag', short: 'q' },
  portal: { type: 'value', value: 'portal' },
  url: { type: 'value', value: 'url' },
  captured: { type: 'value', value: 'day' },
  template: { type: 'value', value: 'template' },
  as: { type: 'value', choices: ['plain', 'markdown', 'html'] },
  force: { type: 'flag' },
  'dry-run': { type: 'flag' },
  check: { type: 'flag' },
  'max-count': { type: 'value', short: 'n', value: 'number' },
  since: { type: 'value', value: 'moment' },
  until: { type: 'value', value: 'moment' },
  section: { type: 'value', value: 'section' },
  cookie: { type: 'value', value: 'cookie' },
  line: { type: 'value', value: 'number' },
  patch: { type: 'flag', short: 'p' },
  new: { type: 'flag' },
  message: { type: 'value', short: 'm', value: 'text' },
  'fail-on': { type: 'value', value: 'class' },
  'by-change': { type: 'flag' },
  existing: { type: 'flag' },
  baseline: { type: 'flag' },
  reason: { type: 'value', value: 'text' },
  portals: { type: 'value', value: 'list' },
  list: { type: 'flag' },
  expiring: { type: 'value', value: 'days' },
  prune: { type: 'flag' },
  name: { type: 'value', value: 'template' },
  global: { type: 'flag' },
  viewed: { type: 'value', value: 'marks' },
  unviewed: { type: 'value', value: 'marks' },
  ci: { type: 'value', choices: ['github', 'gitlab', 'pre-commit'] },
} as const satisfies Readonly<Record<string, OptionSpec>>;
export type OptionName = keyof typeof optionTable;

/** Options that go with every command. */
export const globalOptions: readonly OptionName[] = [
  'directory',
  'lang',
  'color',
  'accessible',
  'no-pager',
  'no-tui',
  'output',
  'debug',
  'help',
  'version',
];

/** Ways to name a charter or several, as help explains them. */
export const formNames = ['portal', 'revision', 'day', 'template', 'range', 'parted', 'path'] as const;
type FormName = (typeof formNames)[number];

export interface CommandSpec {
  readonly arguments: readonly ArgumentSpec[];
  /** Of its arguments, where they name charters. */
  readonly forms?: readonly FormName[];
  /** Its own options, in the order of its help. */
  readonly options: readonly OptionName[];
  /** Options that take another value here than elsewhere. */
  readonly values?: Readonly<Partial<Record<OptionName, OptionSpec>>>;
  /** The first is the default; a command with more than one also takes `--format`. */
  readonly formats: readonly [Format, ...Format[]];
}

export const commandTable: Readonly<Record<CommandName, CommandSpec>> = {
  diff: {
    arguments: [
      { name: 'a', optional: true },
      { name: 'b', optional: true },
    ],
    forms: formNames,
    options: ['staged', 'by', 'stat', 'name-only', 'only', 'all', 'context', 'exit-code', 'quiet'],
    formats: ['text', 'json'],
  },
  list: { arguments: [], options: [], formats: ['text', 'json'] },
  show: {
    arguments: [{ name: 'portal' }],
    forms: ['portal', 'revision', 'day', 'template', 'path'],
    options: ['by'],
    formats: ['text', 'markdown', 'html', 'yaml'],
  },
  log: {
    arguments: [{ name: 'portal', optional: true, many: true }],
    forms: ['portal', 'revision', 'day', 'template', 'range'],
    options: ['max-count', 'since', 'until', 'new', 'only', 'section', 'cookie', 'patch', 'all'],
    formats: ['text', 'json'],
  },
  blame: {
    arguments: [{ name: 'portal' }],
    forms: ['portal', 'revision', 'day', 'template'],
    options: ['line', 'section', 'cookie', 'all'],
    formats: ['text', 'json'],
  },
  drift: {
    arguments: [{ name: 'portals', optional: true, many: true }],
    options: ['template', 'fail-on', 'by-change', 'all', 'quiet', 'baseline', 'by', 'dry-run'],
    values: { by: { type: 'value', value: 'day' } },
    formats: ['text', 'json', 'markdown', 'html', 'csv'],
  },
  review: {
    arguments: [{ name: 'base', optional: true }],
    options: ['staged', 'fail-on', 'existing', 'only', 'new', 'viewed', 'unviewed', 'all', 'quiet'],
    formats: ['text', 'json', 'markdown', 'html', 'csv', 'github', 'gitlab', 'sarif'],
  },
  template: {
    arguments: [{ name: 'action' }, { name: 'sources', optional: true, many: true }],
    forms: ['portal', 'revision', 'day', 'path'],
    options: ['name', 'force', 'dry-run', 'all'],
    formats: ['yaml'],
  },
  import: {
    arguments: [{ name: 'capture' }],
    options: ['portal', 'url', 'captured', 'template', 'as', 'force', 'dry-run'],
    formats: ['text'],
  },
  accept: {
    arguments: [{ name: 'reference', optional: true, many: true }],
    options: ['reason', 'until', 'by', 'portals', 'only', 'since', 'dry-run', 'list', 'expiring', 'prune'],
    values: {
      until: { type: 'value', value: 'day' },
      by: { type: 'value', value: 'person' },
      since: { type: 'value', value: 'base' },
    },
    formats: ['text', 'json'],
  },
  fix: {
    arguments: [{ name: 'reference', many: true }],
    options: ['by', 'portals', 'dry-run'],
    values: { by: { type: 'value', value: 'day' } },
    formats: ['text', 'json'],
  },
  commit: {
    arguments: [{ name: 'changed', optional: true, many: true }],
    options: ['message', 'dry-run'],
    formats: ['text'],
  },
  lint: { arguments: [{ name: 'file', optional: true, many: true }], options: [], formats: ['text', 'json'] },
  fmt: {
    arguments: [{ name: 'file', optional: true, many: true }],
    options: ['check', 'dry-run'],
    formats: ['text'],
  },
  explain: { arguments: [{ name: 'rule', optional: true }], options: [], formats: ['text', 'json'] },
  init: {
    arguments: [{ name: 'folder', optional: true }],
    options: ['template', 'ci', 'dry-run'],
    values: { template: { type: 'value', value: 'templates' } },
    formats: ['text'],
  },
  git: {
    arguments: [{ name: 'duty' }, { name: 'file', optional: true }],
    options: ['global', 'dry-run'],
    formats: ['text'],
  },
  help: { arguments: [{ name: 'command', optional: true }], options: [], formats: ['text'] },
};

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commandTable, name);
}

/** What an option is where the command takes it. */
export function optionSpec(option: OptionName, command?: CommandName): OptionSpec {
  return (command && commandTable[command].values?.[option]) ?? optionTable[option];
}

/** Whether the option goes with the command; without a command, whether it goes with all. */
export function takesOption(command: CommandName | undefined, option: OptionName): boolean {
  if (globalOptions.includes(option)) return true;
  if (command === undefined) return false;
  const { formats, options } = commandTable[command];
  if (option === 'format') return formats.length > 1;
  if (option === 'json') return formats.includes('json');
  return options.includes(option);
}
