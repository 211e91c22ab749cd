/** The repository's settings, `.charter.yaml`: what outputs that several people read have in common. */
import { type Language, languages } from '../model/language.ts';
import type { Problem } from '../model/problem.ts';
import { nearestNames } from '../text/nearest.ts';
import type { Finding } from './checks.ts';
import { arrangeProblems, makeProblem } from './problem.ts';

export interface Settings {
  /** Of comments, HTML, CSV and annotations. */
  readonly language: Language;
  /** IANA name; days of captures and commits are counted in it. */
  readonly timezone: string;
}

export interface SettingsReading {
  /** The defaults where a problem was found. */
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

export const defaultSettings: Settings = { language: 'fr', timezone: 'Europe/Paris' };

const keys: readonly string[] = Object.keys(defaultSettings);
const aboutKeys: ReadonlySet<string> = new Set(['unknown-key', 'value-missing']);
const simpleLine =
  /^(language|timezone):[ ]+([A-Za-z][A-Za-z0-9_+/-]*|"[A-Za-z][A-Za-z0-9_+/-]*")[ ]*(?:[ ]#.*)?$/;

/** `text` is absent where there is no such file. A library is loaded only for what is more than `key: word`. */
export async function readSettings(text: string | undefined): Promise<SettingsReading> {
  if (text === undefined) return { settings: defaultSettings, problems: [] };
  const simple = readSimple(text);
  if (simple !== undefined) return { settings: simple, problems: [] };
  const { positionOf, readTree } = await import('./tree.ts');
  const tree = readTree(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'), () => false);
  const found = tree.data === undefined ? [] : judge(tree.data);
  const problems = [
    ...tree.problems,
    ...found.map(({ code, path, values }) => {
      const offsets = aboutKeys.has(code) ? tree.places : tree.values;
      return makeProblem(code, { path, ...positionOf(tree, path, offsets) }, values);
    }),
  ];
  if (problems.length > 0) return { settings: defaultSettings, problems: arrangeProblems(problems) };
  return { settings: { ...defaultSettings, ...(tree.data as Partial<Settings>) }, problems: [] };
}

/** The usual file; undefined for anything else, valid or not. */
function readSimple(text: string): Settings | undefined {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (/^ *(?:#.*)?$/.test(line)) continue;
    const [, key, word] = simpleLine.exec(line) ?? [];
    if (key === undefined || word === undefined || found.has(key)) return undefined;
    found.set(key, word.replaceAll('"', ''));
  }
  const data = { ...defaultSettings, ...Object.fromEntries(found) };
  return judge(data).length === 0 ? data : undefined;
}

function judge(data: unknown): Finding[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return [{ code: 'expected-map', path: [], values: {} }];
  return Object.entries(data).flatMap(([key, value]) => judgeEntry(key, value));
}

function judgeEntry(key: string, value: unknown): Finding[] {
  const path = [key];
  if (!keys.includes(key)) {
    const suggestion = nearestNames(key, keys)[0];
    return [{ code: 'unknown-key', path, values: { key, ...(suggestion && { suggestion }) } }];
  }
  if (value === null) return [{ code: 'value-missing', path, values: { key } }];
  if (typeof value !== 'string') return [{ code: 'expected-text', path, values: {} }];
  if (key === 'language' && !languages.some((language) => language === value))
    return [{ code: 'value-unknown', path, values: { value, known: languages.join(', ') } }];
  return key === 'timezone' && !isTimezone(value)
    ? [{ code: 'setting-timezone', path, values: { value } }]
    : [];
}

/** Asking the system costs some milliseconds, which the default need not. */
function isTimezone(name: string): boolean {
  if (name === defaultSettings.timezone) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (thrown) {
    if (thrown instanceof RangeError) return false;
    throw thrown;
  }
}
