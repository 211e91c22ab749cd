/** What the page of `review` says beside what every output of `review` says: headings, ways through the page, both sides of a text. */
import type { ReviewedCharter } from '../model/review.ts';
import { sayDay } from './days.ts';
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

export interface ReviewPageMessages {
  /** Of the page, before its verdict. */
  readonly title: string;
  readonly skip: string;
  /** Of the list of links to the parts of the page. */
  readonly contents: string;
  readonly into: (base: string, head: string) => string;
  /** What a request without a commit is called. */
  readonly staged: string;
  readonly before: string;
  readonly after: string;
  /** Of a difference from the template, in the place of before and after. */
  readonly template: string;
  readonly portal: string;
  /** One side has no such text. */
  readonly absent: string;
  /** Of findings in whole files. */
  readonly files: string;
  readonly older: string;
  readonly texts: string;
  readonly status: (status: ReviewedCharter['status'], kind: ReviewedCharter['kind']) => string;
  /** Where the text comes from, in a sentence. */
  readonly origin: (charter: Pick<ReviewedCharter, 'origin' | 'capture'>) => string | undefined;
  /** Over a file that is no charter, and over what was read of it before. */
  readonly unread: string;
  readonly lastRead: string;
  /** Of a text that is shown alone. */
  readonly facts: Readonly<Record<'follows' | 'page' | 'none', string>>;
  /** Before another wording of a template. */
  readonly approved: string;
  readonly former: (charter: string) => string;
  readonly nothingChanged: string;
  readonly unchangedCookies: (count: number) => string;
  readonly rowAdded: string;
  readonly rowRemoved: string;
  readonly alike: (portal: string, others: number) => string;
  /** Others of which the same is to be told. */
  readonly others: (count: number) => string;
  /** Texts that the page has no room for, and the command that shows them. */
  readonly textsLeft: (count: number) => string;
  readonly findingsLeft: (count: number) => string;
  readonly shownBy: string;
  /** Before the changes that a decision is about. */
  readonly covers: string;
}

export const reviewPageMessages: Catalogue<ReviewPageMessages> = {
  en: {
    title: 'Review',
    skip: 'Skip to the findings',
    contents: 'On this page',
    into: (base, head) => `${head}, to be merged into ${base}`,
    staged: 'what is staged',
    before: 'Before',
    after: 'After',
    template: 'The template says',
    portal: 'The portal says',
    absent: 'nothing',
    files: 'Files and form',
    older: 'There before',
    texts: 'The texts, before and after',
    status: (status) =>
      ({
        changed: 'changed',
        added: 'new',
        removed: 'taken out',
        renamed: 'renamed',
        unreadable: 'cannot be read',
        mended: 'can be read again',
        same: 'same text',
      })[status],
    origin: ({ origin, capture }) => {
      const day = capture === undefined ? '' : ` of ${sayDay(capture.day, 'en')}`;
      switch (origin) {
        case 'record':
          return `This text is that of the capture${day}, word for word.`;
        case 'edited':
          return `This text is not quite that of the capture${day}, which comes with the request.`;
        case 'proposal':
          return 'This text is proposed: no capture that comes with the request shows it.';
        case undefined:
          return undefined;
      }
    },
    unread: 'What stands in the file, which cannot be read as a charter',
    lastRead: 'As it was last read',
    facts: { follows: 'template', page: 'page', none: 'none named' },
    approved: 'or:',
    former: (charter) => `It was called ${charter}.`,
    nothingChanged: 'No text differs.',
    unchangedCookies: (count) => (count === 1 ? '1 cookie unchanged' : `${count} cookies unchanged`),
    rowAdded: 'added',
    rowRemoved: 'removed',
    alike: (portal, others) => `${portal} and ${others === 1 ? '1 other' : `${others} others`}`,
    others: (count) => (count === 1 ? '1 other changes alike' : `${count} others change alike`),
    textsLeft: (count) =>
      count === 1 ? '1 more text is not shown here.' : `${count} more texts are not shown here.`,
    findingsLeft: (count) =>
      count === 1 ? '1 more finding is not shown here.' : `${count} more findings are not shown here.`,
    shownBy: 'To see all of it:',
    covers: 'about:',
  },
  fr: {
    title: 'Relecture',
    skip: 'Aller au détail des constats',
    contents: 'Dans cette page',
    into: (base, head) => `${head}, à fusionner dans ${base}`,
    staged: 'ce qui est indexé',
    before: 'Avant',
    after: 'Après',
    template: 'Le modèle dit',
    portal: 'Le portail dit',
    absent: 'rien',
    files: 'Fichiers et mise en forme',
    older: 'Déjà là avant',
    texts: 'Les textes, avant et après',
    status: (status, kind) => {
      const e = kind === 'charter' ? 'e' : '';
      return {
        changed: `modifié${e}`,
        added: kind === 'charter' ? 'nouvelle' : 'nouveau',
        removed: `retiré${e}`,
        renamed: `renommé${e}`,
        unreadable: 'illisible',
        mended: 'de nouveau lisible',
        same: 'même texte',
      }[status];
    },
    origin: ({ origin, capture }) => {
      const day = capture === undefined ? '' : ` du ${sayDay(capture.day, 'fr')}`;
      switch (origin) {
        case 'record':
          return `Ce texte est celui du relevé${day}, mot pour mot.`;
        case 'edited':
          return `Ce texte n'est pas tout à fait celui du relevé${day}, ajouté par la demande.`;
        case 'proposal':
          return fr`Ce texte est proposé : aucun relevé ajouté par la demande ne le montre.`;
        case undefined:
          return undefined;
      }
    },
    unread: fr`Ce que contient le fichier, illisible comme charte`,
    lastRead: 'Tel que lu auparavant',
    facts: { follows: 'modèle', page: 'page', none: 'aucun nommé' },
    approved: fr`ou :`,
    former: (charter) => fr`Nom précédent : ${charter}.`,
    nothingChanged: "Aucun texte n'est différent.",
    unchangedCookies: (count) => (count < 2 ? `${count} cookie inchangé` : `${count} cookies inchangés`),
    rowAdded: 'ajouté',
    rowRemoved: 'retiré',
    alike: (portal, others) => `${portal} et ${others < 2 ? `${others} autre` : `${others} autres`}`,
    others: (count) =>
      count < 2 ? `${count} autre change pareillement` : `${count} autres changent pareillement`,
    textsLeft: (count) =>
      count < 2
        ? `${count} autre texte n'est pas montré ici.`
        : `${count} autres textes ne sont pas montrés ici.`,
    findingsLeft: (count) =>
      count < 2
        ? `${count} autre constat n'est pas montré ici.`
        : `${count} autres constats ne sont pas montrés ici.`,
    shownBy: fr`Pour tout voir :`,
    covers: fr`au sujet de :`,
  },
};
