/** The repository's settings, `.charter.yaml`: what outputs that several people read have in common, and the gate's policy. */
import { type Language, languages } from '../model/language.ts';
import type { Problem } from '../model/problem.ts';
import type { ReviewPolicy } from '../model/review.ts';
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

/** Its value is read where a review asks for it. */
const policyKey = 'review';
const keys: readonly string[] = [...Object.keys(defaultSettings), policyKey];
const aboutKeys: ReadonlySet<string> = new Set(['unknown-key', 'value-missing']);
const simpleLine =
  /^(language|timezone):[ ]+([A-Za-z][A-Za-z0-9_+/-]*|"[A-Za-z][A-Za-z0-9_+/-]*")[ ]*(?:[ ]#.*)?$/;

/** `text` is absent where there is no such file. A library is loaded only for what is more than `key: word`. */
export async function readSettings(text: string | undefined): Promise<SettingsReading> {
  if (text === undefined) return { settings: defaultSettings, problems: [] };
  const simple = readSimple(text);
  if (simple !== undefined) return { settings: simple, problems: [] };
  const { data, problems } = await readData(text);
  if (problems.length > 0) return { settings: defaultSettings, problems };
  const { [policyKey]: _policy, ...settings } = data;
  return { settings: { ...defaultSettings, ...(settings as Partial<Settings>) }, problems: [] };
}

export interface PolicyText {
  /** The default where a problem was found, whatever else the file says. */
  readonly policy: ReviewPolicy;
  readonly problems: readonly Problem[];
}

/** The gate's policy in the same file. */
export async function readPolicy(text: string | undefined): Promise<PolicyText> {
  const { defaultPolicy, policyOf } = await import('./review-policy.ts');
  if (text === undefined || readSimple(text) !== undefined) return { policy: defaultPolicy, problems: [] };
  const { data, problems } = await readData(text);
  return { policy: problems.length > 0 ? defaultPolicy : policyOf(data[policyKey]), problems };
}

interface SettingsData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

async function readData(text: string): Promise<SettingsData> {
  const { positionOf, readTree } = await import('./tree.ts');
  const { judgePolicy } = await import('./review-policy.ts');
  const tree = readTree(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'), () => false);
  const found = tree.data === undefined ? [] : judge(tree.data, judgePolicy);
  const problems = [
    ...tree.problems,
    ...found.map(({ code, path, values }) => {
      const offsets = aboutKeys.has(code) ? tree.places : tree.values;
      return makeProblem(code, { path, ...positionOf(tree, path, offsets) }, values);
    }),
  ];
  const data = problems.length > 0 ? {} : (tree.data as SettingsData['data'] | undefined);
  return { data: data ?? {}, problems: arrangeProblems(problems) };
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
  return judge(data, () => []).length === 0 ? data : undefined;
}

type PolicyJudge = (value: unknown, path: Problem['path']) => Finding[];

function judge(data: unknown, judgePolicy: PolicyJudge): Finding[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return [{ code: 'expected-map', path: [], values: {} }];
  return Object.entries(data).flatMap(([key, value]) => judgeEntry(key, value, judgePolicy));
}

function judgeEntry(key: string, value: unknown, judgePolicy: PolicyJudge): Finding[] {
  const path = [key];
  if (!keys.includes(key)) {
    const suggestion = nearestNames(key, keys)[0];
    return [{ code: 'unknown-key', path, values: { key, ...(suggestion && { suggestion }) } }];
  }
  if (value === null) return [{ code: 'value-missing', path, values: { key } }];
  if (key === policyKey) return judgePolicy(value, path);
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
