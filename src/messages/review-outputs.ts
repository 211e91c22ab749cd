/** What the outputs of `review` for hosting sites say beside what all its outputs say. */
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

export interface ReviewOutputMessages {
  /** Verdict, and its reason where there is but one, as the heading of a comment. */
  readonly title: (verdict: string, reason: string | undefined) => string;
  readonly heads: Readonly<Record<'portal' | 'change' | 'level' | 'reference', string>>;
  /** Where the texts of charters come from, in a request that mixes them; names, listed. */
  readonly origins: Readonly<Record<'record' | 'edited' | 'proposal', (names: string) => string>>;
  /** Before the number of what is folded. */
  readonly counted: (heading: string, count: number) => string;
  /** What a comment or a step has no room for; `command` shows it. */
  readonly left: (count: number, command: string) => string;
  /** After what is folded. */
  readonly shownBy: (command: string) => string;
  /** Of the text of a charter that comes, goes or cannot be read; `status` is what becomes of it. */
  readonly textOf: (charter: string, status: string) => string;
  readonly textLeft: string;
  /** Where a text stood before. */
  readonly before: string;
  /** Of what `lint` finds, which has sentences and no titles. */
  readonly lint: { readonly title: string; readonly help: string };
  /** Titles of the review's own rules. */
  readonly rules: Readonly<Record<string, string>>;
  readonly explain: (rule: string) => string;
  readonly sources: string;
}

export const reviewOutputMessages: Catalogue<ReviewOutputMessages> = {
  en: {
    title: (verdict, reason) => `Charter review: ${verdict}${reason === undefined ? '' : ` (${reason})`}`,
    heads: { portal: 'portal', change: 'change', level: 'class', reference: 'reference' },
    origins: {
      record: (names) => `published already, as the added capture shows: ${names}`,
      edited: (names) => `not quite what the added capture shows: ${names}`,
      proposal: (names) => `proposed, in no added capture: ${names}`,
    },
    counted: (heading, count) => `${heading}: ${count}`,
    left: (count, command) =>
      `${count} more ${count === 1 ? 'finding is' : 'findings are'} left out here: ${command}`,
    shownBy: (command) => `shown by ${command}`,
    textOf: (charter, status) => `${charter} (${status}): the text`,
    textLeft: 'The rest is in the file.',
    before: 'before the request',
    lint: {
      title: 'Finding of charter lint',
      help: 'Found by "charter lint" in what merging the request would give.',
    },
    rules: {
      'charter-added': 'A charter comes',
      'charter-removed': 'A charter is taken out',
      'charter-renamed': 'A charter gets another name',
      'template-left': 'A charter leaves its template',
      'template-changed': 'What a template approves changes',
      'template-nearest': 'A charter names no template',
      'capture-altered': 'A capture is altered',
      'capture-removed': 'A capture is taken away',
      'capture-misdated': 'A capture does not show what is published now',
      'source-changed': 'A charter says otherwise where its text was found',
      'before-unreadable': 'A charter could not be read before',
      'after-unreadable': 'A charter cannot be read any more',
      'merge-conflict': 'A file is in conflict with the base',
      'policy-changed': 'The policy of the review changes',
      'policy-invalid': 'The policy of the base cannot be read',
    },
    explain: (rule) => `In a terminal: charter explain ${rule}`,
    sources: 'To read:',
  },
  fr: {
    title: (verdict, reason) =>
      fr`Relecture des chartes : ${verdict}${reason === undefined ? '' : ` (${reason})`}`,
    heads: { portal: 'portail', change: 'modification', level: 'niveau', reference: 'référence' },
    origins: {
      record: (names) => fr`déjà en ligne selon le relevé ajouté : ${names}`,
      edited: (names) => fr`pas tout à fait ce que montre le relevé ajouté : ${names}`,
      proposal: (names) => fr`proposition, dans aucun relevé ajouté : ${names}`,
    },
    counted: (heading, count) => fr`${heading} : ${count}`,
    left: (count, command) =>
      count < 2
        ? fr`${count} autre constat n'est pas montré ici : ${command}`
        : fr`${count} autres constats ne sont pas montrés ici : ${command}`,
    shownBy: (command) => fr`montré par ${command}`,
    textOf: (charter, status) => fr`${charter} (${status}) : le texte`,
    textLeft: 'La suite est dans le fichier.',
    before: 'avant la demande',
    lint: {
      title: 'Constat de charter lint',
      help: fr`Relevé par « charter lint » dans ce que donnerait la fusion de la demande.`,
    },
    rules: {
      'charter-added': 'Une charte est ajoutée',
      'charter-removed': 'Une charte est retirée',
      'charter-renamed': 'Une charte change de nom',
      'template-left': 'Une charte quitte son modèle',
      'template-changed': "Ce qu'un modèle admet change",
      'template-nearest': 'Une charte ne nomme aucun modèle',
      'capture-altered': 'Un relevé est altéré',
      'capture-removed': 'Un relevé est retiré',
      'capture-misdated': 'Un relevé ne montre pas ce qui est en ligne à présent',
      'source-changed': "Une charte dit autrement d'où vient son texte",
      'before-unreadable': 'Une charte était illisible avant',
      'after-unreadable': "Une charte n'est plus lisible",
      'merge-conflict': 'Un fichier est en conflit avec la base',
      'policy-changed': 'La politique de relecture change',
      'policy-invalid': 'La politique de la base est illisible',
    },
    explain: (rule) => fr`Dans un terminal : charter explain ${rule}`,
    sources: fr`À lire :`,
  },
};
