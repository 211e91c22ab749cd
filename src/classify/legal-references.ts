/** Finds articles, laws and decisions cited in plain text, so that `article 82` and `art. 82` compare as equal. */
import { wordLetters } from '../text/numbers.ts';

export interface FoundReference {
  /** Half-open range in the text. */
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

const article =
  '(?:art(?:icle)?s?\\.?|section|§)[ \\u00a0]?(?:n°[ \\u00a0]?)?(?<article>(?:[lrd]\\.?[ \\u00a0]?)?\\d+(?:[.-]\\d+)*(?:[ \\u00a0]?\\((?:\\d+|[a-z])\\)){0,4})';
const act =
  '(?<=(?:n°|no|loi|law|act|directive|règlement|regulation|décret|decree|délibération|ordonnance|\\((?:UE|EU|CE|EC)\\))[ \\u00a0]?)(?<act>\\d{2,4}[-/]\\d{2,4})|(?<number>2016/679|78-17|2002/58)';
const finder = new RegExp(
  `(?<![${wordLetters}])(?:${article}|(?:${act})(?:/(?:CE|UE|EC|EU))?|(?<case>C-\\d{1,4}/\\d{2}))(?![${wordLetters}/])`,
  'gi',
);

/** Numbers under which an act is better known. */
const acts: Readonly<Record<string, string>> = {
  '2016/679': 'gdpr',
  '78-17': 'data-protection-act',
  '2002/58': 'eprivacy',
};

/** Values are stable texts: `article:82`, `gdpr`, `case:c-673/17`. */
export function findReferences(text: string): FoundReference[] {
  return [...text.matchAll(finder)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    value: readReference(match.groups ?? {}),
  }));
}

function readReference(groups: Readonly<Record<string, string | undefined>>): string {
  const compact = (text: string): string => text.toLowerCase().replace(/[\s\u00a0.]/g, '');
  if (groups['article'] !== undefined) return `article:${compact(groups['article'])}`;
  if (groups['case'] !== undefined) return `case:${compact(groups['case'])}`;
  const number = compact(groups['act'] ?? groups['number'] ?? '');
  return (Object.hasOwn(acts, number) ? acts[number] : undefined) ?? `act:${number}`;
}
