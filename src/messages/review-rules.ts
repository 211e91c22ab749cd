/** The review's own rules, explained: what each finds in a request, and why that matters. */
import type { ReviewRule } from '../model/review.ts';
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

export interface ReviewRuleTexts {
  /** Over their list. */
  readonly heading: string;
  /** What they are rules of, in the place of a class. */
  readonly of: string;
  readonly explanations: Readonly<Record<ReviewRule, string>>;
}

export const reviewRuleMessages: Catalogue<ReviewRuleTexts> = {
  en: {
    heading: 'Rules of the review: files and policy of a request',
    of: 'Rule of charter review; the policy of the base may count it as an error, a warning or a note',
    explanations: {
      'charter-added': 'The request brings in a charter that the base does not have.',
      'charter-removed':
        'The request takes a charter out, and with it all that the portal tells its visitors.',
      'charter-renamed':
        'The request gives a charter another id. Its text is compared with the one of the former id.',
      'template-left':
        'The request takes a charter off its template, or puts it on another one. What it should say is then told otherwise, or not at all: all that differs from the one that it followed would be settled without a reason. Whoever may merge decides.',
      'template-changed':
        'The request changes what a template approves. No reason can be noted for that: whoever may merge decides.',
      'template-nearest':
        'A charter that the request touches names no template. It is held against the nearest one of the base, by the blocks and rows that both share; what differs from that has no ledger for its reasons until the charter names a template.',
      'capture-altered':
        'The request changes the bytes of a capture. A capture is the evidence of what was published and stays as it is.',
      'capture-removed':
        'The request takes a capture away, and with it the evidence of what was published that day.',
      'capture-misdated':
        'The request adds a capture of a day to come, or older than the one that is there. It does not show what is published now, so that it makes no text a record.',
      'source-changed':
        'The request changes the day, the page or the media type that a charter names for a capture whose bytes stay the same.',
      'before-unreadable':
        'The charter cannot be read in the base, so that nothing can be said of what the request changes in it.',
      'after-unreadable': 'The charter could not be read any more once the request is merged.',
      'merge-conflict':
        'Base and request change the same place. Somebody has to settle it before it can be judged.',
      'policy-changed':
        'The request changes the policy of the review in .charter.yaml. The policy of the base holds until it is merged.',
      'policy-invalid':
        'The policy of the base cannot be read. The default holds, and reasons of the request itself do not count.',
    },
  },
  fr: {
    heading: fr`Règles de la relecture : fichiers et politique d'une demande`,
    of: fr`Règle de charter review ; la politique de la base peut la compter comme erreur, avertissement ou note`,
    explanations: {
      'charter-added': fr`La demande ajoute une charte que la base n'a pas.`,
      'charter-removed': fr`La demande retire une charte, et avec elle tout ce que le portail dit à ses visiteurs.`,
      'charter-renamed': fr`La demande donne un autre identifiant à une charte. Son texte est comparé à celui de l'ancien identifiant.`,
      'template-left': fr`La demande détache une charte de son modèle, ou lui en donne un autre. Ce qu'elle devrait dire est alors dit autrement, ou ne l'est plus : tout ce qui diffère de celui qu'elle suivait serait réglé sans motif. La décision revient à qui peut fusionner.`,
      'template-changed': fr`La demande change ce qu'un modèle admet. Aucun motif ne peut être noté pour cela : la décision revient à qui peut fusionner.`,
      'template-nearest': fr`Une charte que la demande touche ne nomme aucun modèle. Elle est comparée au plus proche de ceux de la base, d'après les blocs et les lignes qu'ils ont en commun ; ce qui en diffère ne peut recevoir de motif tant que la charte ne nomme pas de modèle.`,
      'capture-altered': fr`La demande change les octets d'un relevé. Un relevé est la preuve de ce qui a été publié et reste tel quel.`,
      'capture-removed': fr`La demande retire un relevé, et avec lui la preuve de ce qui était publié ce jour-là.`,
      'capture-misdated': fr`La demande ajoute un relevé d'un jour à venir, ou plus ancien que celui qui s'y trouve. Il ne montre pas ce qui est en ligne à présent et n'atteste donc aucun texte.`,
      'source-changed': fr`La demande change le jour, la page ou le type de fichier qu'une charte indique pour un relevé dont les octets restent les mêmes.`,
      'before-unreadable': fr`La charte est illisible dans la base : on ne peut rien dire de ce que la demande y change.`,
      'after-unreadable': fr`La charte ne serait plus lisible une fois la demande fusionnée.`,
      'merge-conflict': fr`La base et la demande changent le même endroit. Il faut trancher avant que cela puisse être relu.`,
      'policy-changed': fr`La demande change la politique de relecture dans .charter.yaml. Celle de la base vaut jusqu'à la fusion.`,
      'policy-invalid': fr`La politique de la base est illisible. Celle par défaut s'applique, et les motifs de la demande elle-même ne comptent pas.`,
    },
  },
};
