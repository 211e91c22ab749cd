/** Every rule that can decide a class, told to the reader: what it means, which class it gives, where the law is. */
import type { RuleId } from '../model/change.ts';
import type { ChangeClass } from '../model/charter.ts';
import type { Catalogue } from './language.ts';
import { englishRules } from './rules-english.ts';
import { frenchRules } from './rules-french.ts';
import { fr } from './typography.ts';

export interface RuleText {
  readonly title: string;
  /** Two to four sentences, with an example. */
  readonly explanation: string;
}

export interface RuleMessage extends RuleText {
  /** The classes that it can give. */
  readonly classes: readonly ChangeClass[];
  /** Where the law speaks of it; to read, never advice. */
  readonly sources: readonly string[];
}

type SourceId = 'article-82' | 'cnil-guidelines' | 'cnil-recommendation' | 'planet49' | 'cnil-audience';

const sources: Catalogue<Readonly<Record<SourceId, string>>> = {
  en: {
    'article-82': 'French law 78-17, article 82 (directive 2002/58/EC, article 5(3))',
    'cnil-guidelines': 'CNIL guidelines 2020-091, article 2',
    'cnil-recommendation': 'CNIL recommendation 2020-092',
    planet49: 'Court of Justice of the EU, C-673/17, Planet49',
    'cnil-audience': 'CNIL, 4 July 2025, exempt audience measurement',
  },
  fr: {
    'article-82': fr`Loi n° 78-17, article 82 (directive 2002/58/CE, article 5(3))`,
    'cnil-guidelines': fr`CNIL, lignes directrices 2020-091, article 2`,
    'cnil-recommendation': fr`CNIL, recommandation 2020-092`,
    planet49: fr`Cour de justice de l'Union européenne, C-673/17, Planet49`,
    'cnil-audience': fr`CNIL, 4 juillet 2025, mesure d'audience exemptée`,
  },
};

type RuleFacts = readonly [classes: readonly ChangeClass[], ...sources: readonly SourceId[]];

const form: RuleFacts = [['typographic']];
const reworded: RuleFacts = [['wording']];
const substance: RuleFacts = [['substantive']];
const cookies: RuleFacts = [['substantive'], 'article-82', 'cnil-guidelines'];

const facts: Readonly<Record<RuleId, RuleFacts>> = {
  'variable-value': [['variable']],
  'variable-changed': substance,
  'variable-missing': substance,
  'variable-contradicted': substance,
  'foreign-address': [['substantive'], 'cnil-guidelines'],
  'title-changed': reworded,
  'language-changed': substance,
  emphasis: form,
  'role-changed': form,
  'level-changed': form,
  'block-split': form,
  'block-joined': form,
  'block-moved': form,
  'block-moved-section': [['wording', 'substantive'], 'article-82'],
  'spelling-form': form,
  spaces: form,
  quotes: form,
  'letter-case': form,
  punctuation: form,
  'line-break': form,
  'address-masked': form,
  'address-traced': form,
  'text-reworded': reworded,
  'link-target-changed': [['substantive'], 'cnil-guidelines'],
  'party-changed': [['substantive'], 'planet49', 'cnil-recommendation'],
  'consent-changed': [['substantive'], 'article-82', 'cnil-guidelines'],
  'data-kinds-changed': [['substantive'], 'article-82'],
  'purposes-changed': [['substantive'], 'article-82', 'cnil-guidelines'],
  'necessity-changed': [['substantive'], 'article-82'],
  'anonymity-changed': [['substantive'], 'cnil-audience'],
  'transfer-changed': [['substantive'], 'planet49'],
  'storage-changed': [['substantive'], 'article-82'],
  'refusal-changed': [['substantive'], 'article-82', 'cnil-guidelines'],
  'negation-changed': substance,
  'modal-changed': substance,
  'number-changed': substance,
  'duration-changed': [['substantive'], 'planet49', 'cnil-audience'],
  'duration-rewritten': reworded,
  'date-changed': substance,
  'legal-reference-changed': substance,
  'party-named': [['substantive'], 'planet49', 'cnil-recommendation'],
  'scope-changed': [['substantive'], 'article-82'],
  'sentence-added': substance,
  'sentence-removed': substance,
  'sentence-moved': [['typographic', 'wording']],
  'block-added': substance,
  'block-removed': substance,
  'section-added': substance,
  'section-removed': substance,
  'row-added': cookies,
  'row-removed': cookies,
  'row-renamed': substance,
  'row-reordered': form,
  'row-moved-section': [['substantive'], 'article-82'],
  'cookie-name-changed': substance,
  'names-reordered': form,
  'cell-changed': substance,
  'purpose-changed': cookies,
  'column-added': [['wording', 'substantive']],
  'column-removed': [['wording', 'substantive']],
  'column-moved': form,
  'head-reworded': reworded,
  coarsened: substance,
  'no-lexicon': substance,
};

export const ruleMessages: Catalogue<Readonly<Record<RuleId, RuleMessage>>> = {
  en: tellRules(englishRules, sources.en),
  fr: tellRules(frenchRules, sources.fr),
};

function tellRules(
  texts: Readonly<Record<RuleId, RuleText>>,
  names: Readonly<Record<SourceId, string>>,
): Readonly<Record<RuleId, RuleMessage>> {
  const told = Object.entries(facts).map(([id, [classes, ...ids]]) => [
    id,
    { ...texts[id as RuleId], classes, sources: ids.map((source) => names[source]) },
  ]);
  return Object.fromEntries(told) as Record<RuleId, RuleMessage>;
}
