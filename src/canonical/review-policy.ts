/** The gate's policy, the key `review` of `.charter.yaml`: what it may say, and what it says. */
import { isProblemCode } from '../messages/problems.ts';
import { ruleIds } from '../model/change.ts';
import { changeClasses } from '../model/charter.ts';
import type { Problem } from '../model/problem.ts';
import { type ReviewPolicy, reviewRules, type Severity, severities } from '../model/review.ts';
import { nearestNames } from '../text/nearest.ts';
import type { Finding } from './checks.ts';

export const defaultPolicy: ReviewPolicy = {
  failOn: 'substantive',
  selfAccept: 'allow',
  rules: {},
  protected: { sections: [], cookies: [] },
};

type Data = Readonly<Record<string, unknown>>;
type Path = Problem['path'];

const answers = ['allow', 'deny'] as const;
const ownRules: ReadonlySet<string> = new Set([...ruleIds, ...reviewRules]);

export function judgePolicy(value: unknown, path: Path): Finding[] {
  return judgeMap(value, path, {
    'fail-on': (found, at) => judgeWord(found, at, changeClasses),
    'self-accept': (found, at) => judgeWord(found, at, answers),
    rules: judgeRules,
    protected: (found, at) => judgeMap(found, at, { sections: judgeTexts, cookies: judgeTexts }),
  });
}

type Judge = (value: unknown, path: Path) => Finding[];

function judgeMap(value: unknown, path: Path, judges: Readonly<Record<string, Judge>>): Finding[] {
  if (!isMap(value)) return [{ code: 'expected-map', path, values: {} }];
  return Object.entries(value).flatMap(([key, found]): Finding[] => {
    const judge = Object.hasOwn(judges, key) ? judges[key] : undefined;
    if (!judge) return [unknownKey(key, [...path, key], Object.keys(judges))];
    if (found === null) return [{ code: 'value-missing', path: [...path, key], values: { key } }];
    return judge(found, [...path, key]);
  });
}

function isMap(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknownKey(key: string, path: Path, known: readonly string[]): Finding {
  const suggestion = nearestNames(key, known)[0];
  return { code: 'unknown-key', path, values: { key, ...(suggestion && { suggestion }) } };
}

function judgeWord(value: unknown, path: Path, known: readonly string[]): Finding[] {
  if (typeof value !== 'string') return [{ code: 'expected-text', path, values: {} }];
  if (known.includes(value)) return [];
  return [{ code: 'value-unknown', path, values: { value, known: known.join(', ') } }];
}

function judgeRules(value: unknown, path: Path): Finding[] {
  if (!isMap(value)) return [{ code: 'expected-map', path, values: {} }];
  return Object.entries(value).flatMap(([rule, found]): Finding[] => {
    const at = [...path, rule];
    if (!ownRules.has(rule) && !isProblemCode(rule)) return [unknownKey(rule, at, [...ownRules])];
    if (found === null) return [{ code: 'value-missing', path: at, values: { key: rule } }];
    return judgeWord(found, at, severities);
  });
}

function judgeTexts(value: unknown, path: Path): Finding[] {
  if (!Array.isArray(value)) return [{ code: 'expected-list', path, values: {} }];
  return value.flatMap((found: unknown, index): Finding[] =>
    typeof found === 'string' && found.trim() !== ''
      ? []
      : [{ code: 'expected-text', path: [...path, index], values: {} }],
  );
}

/** Of data that `judgePolicy` finds nothing wrong with. */
export function policyOf(value: unknown): ReviewPolicy {
  const data = isMap(value) ? value : {};
  const places = isMap(data['protected']) ? data['protected'] : {};
  const rules = isMap(data['rules']) ? data['rules'] : {};
  return {
    failOn: changeClasses.find((one) => one === data['fail-on']) ?? defaultPolicy.failOn,
    selfAccept: answers.find((one) => one === data['self-accept']) ?? defaultPolicy.selfAccept,
    rules: Object.fromEntries(
      Object.entries(rules).flatMap(([rule, found]): [string, Severity][] => {
        const severity = severities.find((one) => one === found);
        return severity ? [[rule, severity]] : [];
      }),
    ),
    protected: { sections: textsOf(places['sections']), cookies: textsOf(places['cookies']) },
  };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
