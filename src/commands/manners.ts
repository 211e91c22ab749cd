/** How a person wants to be spoken to: language, colour, width and accessible mode, decided from options and environment. */
import type { Language } from '../model/language.ts';
import type { OptionValues } from './arguments.ts';
import type { Environment, Surroundings } from './context.ts';

const defaultWidth = 80;
const narrowest = 20;
const widest = 1000;

/** `--lang` where it names a language of ours, then CHARTER_LANG, LC_ALL, LC_MESSAGES, LANG; English where none says French. */
export function chooseLanguage(asked: string | undefined, env: Environment): Language {
  const known = asked !== undefined && /^(?:fr|en)$/.test(asked) ? asked : undefined;
  const wanted = [known, env['CHARTER_LANG'], env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return /^fr(?![a-z])/i.test(wanted ?? '') ? 'fr' : 'en';
}

/** `--color`, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then whether a terminal reads. */
export function chooseColor(options: OptionValues, surroundings: Surroundings): boolean {
  if (options.color === 'always') return true;
  if (options.color === 'never') return false;
  const { env, stdout } = surroundings;
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  if (options.output !== undefined || chooseAccessible(options, env)) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (!['', '0'].includes(env['CLICOLOR_FORCE'] ?? '')) return true;
  return stdout.terminal && env['TERM'] !== 'dumb';
}

export function chooseAccessible(options: OptionValues, env: Environment): boolean {
  return options.accessible === true || isOn(env['ACCESSIBLE']) || isOn(env['INK_SCREEN_READER']);
}

function isOn(value: string | undefined): boolean {
  return !['', '0', 'false', 'no', 'off'].includes((value ?? '').toLowerCase());
}

/** The terminal's columns, then COLUMNS, then 80. */
export function chooseWidth({ env, stdout }: Surroundings): number {
  const stated = Number(env['COLUMNS']);
  const columns = stdout.columns || (Number.isInteger(stated) && stated > 0 ? stated : defaultWidth);
  return Math.min(Math.max(columns, narrowest), widest);
}

/** Whether the interactive UI may open: a person sits at both ends and asked for no output of its own. */
export function choosesScreen(options: OptionValues, { env, stdin, stdout }: Surroundings): boolean {
  const asked = ['format', 'json', 'output', 'quiet', 'stat', 'name-only', 'no-tui'] as const;
  return (
    stdin.terminal &&
    stdout.terminal &&
    asked.every((option) => options[option] === undefined) &&
    !chooseAccessible(options, env) &&
    !isOn(env['CI']) &&
    env['TERM'] !== 'dumb'
  );
}

/** Whether long text goes through a pager: only on a terminal that a person reads. */
export function choosesPager(options: OptionValues, { env, stdout }: Surroundings): boolean {
  return (
    stdout.terminal &&
    options['no-pager'] !== true &&
    !chooseAccessible(options, env) &&
    !isOn(env['CI']) &&
    env['TERM'] !== 'dumb'
  );
}

/** The terminal's ground, where it says so in COLORFGBG; else dark, as most are. */
export function chooseGround(env: Environment): 'dark' | 'light' {
  const ground = Number(/;(\d+)$/.exec(env['COLORFGBG'] ?? '')?.[1] ?? 0);
  return ground === 7 || ground === 15 ? 'light' : 'dark';
}
