/** Chooses the template that a page clearly follows, by the share of its sentences found again; never by a guess. */
import type { Block, Template } from '../model/charter.ts';
import { foldKey } from '../text/fold.ts';
import { plainText } from '../text/inline.ts';
import { splitSentences } from '../text/sentences.ts';

export interface ChosenTemplate {
  readonly template: Template;
  /** Share of the template's sentences that stand in the page, from 0 to 1. */
  readonly share: number;
}

interface Page {
  readonly language: string;
  readonly body: readonly Block[];
}

const clearShare = 0.5;
const clearLead = 0.15;

/** Undefined where no template of the page's language fits, or two fit about as well. */
export function chooseTemplate(page: Page, templates: readonly Template[]): ChosenTemplate | undefined {
  const sentences = sentenceKeys(page.body);
  const ranked = templates
    .filter(({ language }) => sameLanguage(language, page.language))
    .map((template) => ({ template, share: shareOf(sentenceKeys(template.body), sentences) }))
    .sort((one, other) => other.share - one.share);
  const [best, next] = ranked;
  if (!best || best.share < clearShare || best.share - (next?.share ?? 0) < clearLead) return undefined;
  return best;
}

function sameLanguage(one: string, other: string): boolean {
  return one.split('-')[0] === other.split('-')[0];
}

function shareOf(wanted: ReadonlySet<string>, present: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0;
  let found = 0;
  for (const key of wanted) if (present.has(key)) found += 1;
  return found / wanted.size;
}

/** Sentences that hold a variable differ from portal to portal and tell nothing. */
function sentenceKeys(body: readonly Block[]): Set<string> {
  const keys = new Set<string>();
  for (const block of body) {
    if (block.role === 'table') continue;
    for (const sentence of splitSentences(plainText(block.text))) {
      const key = foldKey(sentence.trim());
      if (key !== '' && !sentence.includes('{{')) keys.add(key);
    }
  }
  return keys;
}
