/** Tells a charter's language: as the page declares it, unless its words clearly say otherwise; by its words alone; the template's. */
import { commonWords } from './language-words.ts';
import { type Log, warn } from './reading.ts';

const fewestHits = 12;
const wordPattern = /[\p{L}]+/gu;
const mostRead = 60_000;

interface LanguageEvidence {
  readonly declared: string | undefined;
  readonly template: string | undefined;
  readonly log: Log;
}

/** A primary language subtag, `und` where nothing tells. */
export function languageOf(text: string, { declared, template, log }: LanguageEvidence): string {
  const page = /^([a-z]{2,3})(?:[-_][a-z0-9-]*)?$/i.exec(declared?.trim() ?? '')?.[1]?.toLowerCase();
  const hits = countHits(text.slice(0, mostRead));
  const [best, next] = [...hits].sort((a, b) => b[1] - a[1]);
  const clear =
    best !== undefined && best[1] >= fewestHits && best[1] >= 1.3 * (next?.[1] ?? 0) ? best : undefined;
  if (page !== undefined && page !== 'und') {
    const own = hits.get(page);
    if (clear === undefined || own === undefined || clear[0] === page || clear[1] < 2 * own) return page;
    warn(log, 'language-contradicted', { values: { declared: page, found: clear[0] } });
  }
  if (clear !== undefined) return clear[0];
  if (best !== undefined && best[1] >= 3 && best[1] >= 2 * (next?.[1] ?? 0)) return best[0];
  return template ?? 'und';
}

function countHits(text: string): Map<string, number> {
  const languages = languagesOfWords();
  const hits = new Map(Object.keys(commonWords).map((language) => [language, 0]));
  for (const word of text.toLowerCase().match(wordPattern) ?? [])
    for (const language of languages.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  return hits;
}

let ofWords: ReadonlyMap<string, readonly string[]> | undefined;

/** The languages in which each word is common; worked out once. */
function languagesOfWords(): ReadonlyMap<string, readonly string[]> {
  if (ofWords) return ofWords;
  const languages = new Map<string, string[]>();
  for (const [language, words] of Object.entries(commonWords))
    for (const word of new Set(words.split(' ')))
      languages.set(word, [...(languages.get(word) ?? []), language]);
  ofWords = languages;
  return languages;
}
