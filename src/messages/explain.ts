/** The words around the rules when they are explained. */
import type { ChangeClass } from '../model/charter.ts';
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

export interface ExplainMessages {
  readonly gives: (classes: string) => string;
  readonly or: string;
  readonly sources: string;
  readonly notAdvice: string;
  /** Over the rules of one class. */
  readonly heading: Readonly<Record<ChangeClass, string>>;
  readonly more: string;
}

export const explainMessages: Catalogue<ExplainMessages> = {
  en: {
    gives: (classes) => `Class: ${classes}`,
    or: ' or ',
    sources: 'To read:',
    notAdvice: 'The tool reports; it gives no legal advice.',
    heading: {
      substantive: 'Substantive: what the charter says changes',
      wording: 'Wording: other words, nothing found that changes what they say',
      typographic: 'Typographic: the same words in another form',
      variable: "Variable: each portal's own value",
    },
    more: 'One rule in full: charter explain RULE',
  },
  fr: {
    gives: (classes) => fr`Niveau : ${classes}`,
    or: ' ou ',
    sources: fr`À lire :`,
    notAdvice: fr`L'outil signale ; il ne donne pas de conseil juridique.`,
    heading: {
      substantive: fr`De fond : ce que dit la charte change`,
      wording: fr`Rédactionnelle : d'autres mots, sans effet relevé sur ce qu'ils disent`,
      typographic: fr`De forme : les mêmes mots, présentés autrement`,
      variable: fr`Propre au portail : la valeur de chaque portail`,
    },
    more: fr`Une règle en détail : charter explain RÈGLE`,
  },
};
