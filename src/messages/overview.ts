/** What the overview of a repository's charters says. */
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

export interface OverviewMessages {
  /** Heads of the table. */
  readonly heads: {
    readonly charter: string;
    readonly language: string;
    readonly template: string;
    readonly captured: string;
    readonly cookies: string;
    readonly repairs: string;
  };
  readonly none: string;
  /** What the brackets around a day mean. */
  readonly unproven: string;
  /** One charter in a sentence. */
  readonly sentence: (facts: {
    readonly charter: string;
    readonly language: string;
    readonly template: string | undefined;
    readonly captured: string | undefined;
    readonly observed: boolean;
    readonly cookies: number;
    readonly repairs: number;
  }) => string;
}

export const overviewMessages: Catalogue<OverviewMessages> = {
  en: {
    heads: {
      charter: 'Charter',
      language: 'Language',
      template: 'Template',
      captured: 'Observed on',
      cookies: 'Cookies',
      repairs: 'Repairs',
    },
    none: 'No charters yet. Bring one in with: charter import FILE --portal ID',
    unproven:
      '(…) The charter names the capture of that day, but nothing proves that its text comes from it.',
    sentence: ({ charter, language, template, captured, observed, cookies, repairs }) =>
      [
        charter,
        `language ${language}`,
        template === undefined ? 'no template' : `template ${template}`,
        ...(captured === undefined
          ? []
          : [
              observed
                ? `observed on ${captured}`
                : `names the capture of ${captured}, which does not prove its text`,
            ]),
        `${cookies} ${cookies === 1 ? 'cookie' : 'cookies'}`,
        `${repairs} ${repairs === 1 ? 'repair' : 'repairs'}.`,
      ].join(', '),
  },
  fr: {
    heads: {
      charter: 'Charte',
      language: 'Langue',
      template: 'Modèle',
      captured: 'Relevée le',
      cookies: 'Cookies',
      repairs: 'Réparations',
    },
    none: fr`Aucune charte pour l'instant. Pour en ajouter une : charter import FICHIER --portal ID`,
    unproven: '(…) La charte cite le relevé de ce jour, mais rien ne prouve que son texte en vient.',
    sentence: ({ charter, language, template, captured, observed, cookies, repairs }) =>
      [
        charter,
        `langue ${language}`,
        template === undefined ? 'sans modèle' : `modèle ${template}`,
        ...(captured === undefined
          ? []
          : [
              observed
                ? `relevée le ${captured}`
                : `cite le relevé du ${captured}, qui ne prouve pas son texte`,
            ]),
        `${cookies} ${cookies < 2 ? 'cookie' : 'cookies'}`,
        `${repairs} ${repairs < 2 ? 'réparation' : 'réparations'}.`,
      ].join(', '),
  },
};
