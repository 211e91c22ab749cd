/** What `charter commit` says: on the screen in its user's language, in its messages in the repository's. */
import type { Day } from '../model/charter.ts';
import { sayDay } from './days.ts';
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

export interface CommitTexts {
  readonly made: (id: string, subject: string, files: number) => string;
  /** Of a made commit, where it is not what was meant. */
  readonly altered: (id: string, file: string) => string;
  readonly leftOut: (id: string, file: string) => string;
  readonly addedBesides: (id: string, file: string) => string;
  readonly lacking: (id: string, line: string) => string;
  readonly nothing: string;
  readonly nothingNamed: (names: readonly string[]) => string;
  /** A new file that stands among the captures. */
  readonly noCapture: (file: string) => string;
  /** A new capture, and how many more, that the charter does not come from. */
  readonly unheld: (id: string, file: string, more: number) => string;
  /** A capture that git was told to ignore. */
  readonly ignored: (file: string) => string;
  /** Before each commit of a dry run. */
  readonly would: (kind: CommitKind, files: number) => string;
  readonly message: string;
  /** Before what git or a hook says. */
  readonly said: string;
}

export type CommitKind = 'content' | 'technical';

export const commitMessages: Catalogue<CommitTexts> = {
  en: {
    made: (id, subject, files) => `${id}  ${subject} (${files} ${files === 1 ? 'file' : 'files'})`,
    altered: (id, file) => `${id}: ${file} differs from what was to be committed; a hook changed it.`,
    leftOut: (id, file) => `${id}: ${file} is not in it; a hook left it out.`,
    addedBesides: (id, file) => `${id}: ${file} is in it besides; a hook added it.`,
    lacking: (id, line) => `${id}: the message lacks “${line}”, which charter reads; a hook removed it.`,
    nothing: 'Nothing to commit: charters and templates are as in the last commit.',
    nothingNamed: (names) =>
      `Nothing to commit: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} as in the last commit.`,
    noCapture: (file) =>
      `Left out: ${file}. A capture is a file with a name like 2026-11-21.txt (or .md, .html).`,
    unheld: (id, file, more) =>
      more === 0
        ? `${file} is kept, but ${id} comes from another capture: no version will show the text of this one.`
        : `${file} and ${more} more are kept, but ${id} comes from another capture: no version will show the text of these.`,
    ignored: (file) => `${file} is taken, although git is told to ignore it: the charter comes from it.`,
    would: (kind, files) =>
      `Would commit ${files} ${files === 1 ? 'file' : 'files'}, ${kind === 'content' ? 'a change of content' : 'a technical change'}:`,
    message: 'With the message:',
    said: 'It said:',
  },
  fr: {
    made: (id, subject, files) => `${id}  ${subject} (${files} ${files < 2 ? 'fichier' : 'fichiers'})`,
    altered: (id, file) =>
      fr`${id} : ${file} n'est pas tel qu'il devait être enregistré ; un hook l'a modifié.`,
    leftOut: (id, file) => fr`${id} : ${file} n'y est pas ; un hook l'a écarté.`,
    addedBesides: (id, file) => fr`${id} : ${file} y est en plus ; un hook l'a ajouté.`,
    lacking: (id, line) =>
      fr`${id} : il manque au message « ${line} », que charter lit ; un hook l'a retiré.`,
    nothing: fr`Rien à enregistrer : chartes et modèles sont comme dans le dernier commit.`,
    nothingNamed: (names) =>
      fr`Rien à enregistrer : ${names.join(', ')} ${names.length < 2 ? 'est' : 'sont'} comme dans le dernier commit.`,
    noCapture: (file) =>
      fr`Laissé de côté : ${file}. Un relevé est un fichier au nom tel que 2026-11-21.txt (ou .md, .html).`,
    unheld: (id, file, more) =>
      more === 0
        ? fr`${file} est gardé, mais ${id} vient d'un autre relevé : aucune version ne montrera le texte de celui-ci.`
        : fr`${file} et ${more} ${more < 2 ? 'autre' : 'autres'} sont gardés, mais ${id} vient d'un autre relevé : aucune version ne montrera le texte de ceux-ci.`,
    ignored: (file) =>
      fr`${file} est pris, bien que git ait pour consigne de l'ignorer : la charte en est tirée.`,
    would: (kind, files) =>
      fr`Enregistrerait ${files} ${files < 2 ? 'fichier' : 'fichiers'}, modification ${kind === 'content' ? 'de contenu' : 'technique'} :`,
    message: fr`Avec le message :`,
    said: fr`Réponse de git :`,
  },
};

/** What stands in the messages of commits. */
export interface SuggestionTexts {
  readonly subject: (names: string, what: readonly string[]) => string;
  /** Of several charters or templates. */
  readonly several: (charters: number, templates: number) => string;
  readonly list: (parts: readonly string[]) => string;
  readonly template: (id: string) => string;
  readonly added: (template: boolean) => string;
  readonly copied: (original: string) => string;
  readonly removed: (template: boolean) => string;
  readonly addedOf: (count: number) => string;
  readonly removedOf: (count: number) => string;
  readonly renamed: (former: string) => string;
  readonly readAnew: string;
  readonly captured: (day: Day) => string;
  readonly moved: string;
  readonly movedOf: (count: number) => string;
  readonly sameText: string;
  /** How many decisions on differences from the template. */
  readonly decisions: (event: DecisionEvent, count: number) => string;
  /** One of them: its reference, and the reason given. */
  readonly decision: (event: DecisionEvent, reference: string, why: string) => string;
  readonly captures: (count: number) => string;
  readonly cell: (column: string, row: string) => string;
  readonly rowAdded: (row: string) => string;
  readonly rowRemoved: (row: string) => string;
  readonly rowRenamed: (row: string, to: string) => string;
  readonly row: (row: string) => string;
  readonly rowMoved: (row: string) => string;
  readonly column: (column: string, what?: ColumnEvent) => string;
  readonly variable: (name: string) => string;
  readonly text: string;
}

/** What became of a column. */
export type ColumnEvent = 'added' | 'removed' | 'moved' | 'renamed';

/** What became of a decision. */
export type DecisionEvent = 'agreed' | 'to-fix' | 'altered' | 'removed';

const decisionsEnglish: Readonly<Record<DecisionEvent, string>> = {
  agreed: 'agreed',
  'to-fix': 'to fix',
  altered: 'decision altered',
  removed: 'decision removed',
};

const decisionsFrench: Readonly<Record<DecisionEvent, string>> = {
  agreed: 'écart admis',
  'to-fix': 'à corriger',
  altered: 'décision modifiée',
  removed: 'décision retirée',
};

const columnEvents: Readonly<Record<ColumnEvent, string>> = {
  added: 'ajoutée',
  removed: 'retirée',
  moved: 'déplacée',
  renamed: 'renommée',
};

export const suggestionTexts: Catalogue<SuggestionTexts> = {
  en: {
    subject: (names, what) => (what.length === 0 ? names : `${names}: ${what.join('; ')}`),
    several: (charters, templates) =>
      [
        ...(charters > 0 ? [`${charters} ${charters === 1 ? 'charter' : 'charters'}`] : []),
        ...(templates > 0 ? [`${templates} ${templates === 1 ? 'template' : 'templates'}`] : []),
      ].join(', '),
    list: (parts) => parts.join(', '),
    template: (id) => `template ${id}`,
    added: (template) => (template ? 'new template' : 'new charter'),
    copied: (original) => `new charter, copied from ${original}`,
    removed: (template) => (template ? 'template removed' : 'charter removed'),
    addedOf: (count) => `${count} new`,
    removedOf: (count) => `${count} removed`,
    renamed: (former) => `renamed, was ${former}`,
    readAnew: 'same capture, read anew',
    captured: (day) => `captured on ${sayDay(day, 'en')}`,
    moved: 'file moved',
    movedOf: (count) => `${count} ${count === 1 ? 'file' : 'files'} moved`,
    sameText: 'text unchanged',
    decisions: (event, count) => {
      const counted: Readonly<Record<DecisionEvent, string>> = {
        agreed: `${count} ${count === 1 ? 'drift' : 'drifts'} agreed`,
        'to-fix': `${count} ${count === 1 ? 'drift' : 'drifts'} to fix`,
        altered: `${count} ${count === 1 ? 'decision' : 'decisions'} altered`,
        removed: `${count} ${count === 1 ? 'decision' : 'decisions'} removed`,
      };
      return counted[event];
    },
    decision: (event, reference, why) =>
      `${reference}  ${decisionsEnglish[event]}${why === '' ? '' : `: ${why}`}`,
    captures: (count) => `${count} ${count === 1 ? 'capture' : 'captures'}`,
    cell: (column, row) => `${column} of ${row}`,
    rowAdded: (row) => `cookie ${row} added`,
    rowRemoved: (row) => `cookie ${row} removed`,
    rowRenamed: (row, to) => `cookie ${row} now ${to}`,
    row: (row) => `cookie ${row}`,
    rowMoved: (row) => `cookie ${row} moved`,
    column: (column, what) => `column “${column}”${what === undefined ? '' : ` ${what}`}`,
    variable: (name) => `variable ${name}`,
    text: 'text',
  },
  fr: {
    subject: (names, what) => (what.length === 0 ? names : fr`${names} : ` + what.join(fr` ; `)),
    several: (charters, templates) =>
      [
        ...(charters > 0 ? [`${charters} ${charters < 2 ? 'charte' : 'chartes'}`] : []),
        ...(templates > 0 ? [`${templates} ${templates < 2 ? 'modèle' : 'modèles'}`] : []),
      ].join(', '),
    list: (parts) => parts.join(', '),
    template: (id) => `modèle ${id}`,
    added: (template) => (template ? 'nouveau modèle' : 'nouvelle charte'),
    copied: (original) => `nouvelle charte, copiée de ${original}`,
    removed: (template) => (template ? 'modèle retiré' : 'charte retirée'),
    addedOf: (count) => `${count} ajout${count < 2 ? '' : 's'}`,
    removedOf: (count) => `${count} retrait${count < 2 ? '' : 's'}`,
    renamed: (former) => `changement de nom, était ${former}`,
    readAnew: 'même relevé, nouvelle lecture',
    captured: (day) => `relevé du ${sayDay(day, 'fr')}`,
    moved: 'fichier déplacé',
    movedOf: (count) => `${count} ${count < 2 ? 'fichier déplacé' : 'fichiers déplacés'}`,
    sameText: 'texte inchangé',
    decisions: (event, count) => {
      const many = count < 2 ? '' : 's';
      const counted: Readonly<Record<DecisionEvent, string>> = {
        agreed: `${count} écart${many} admis`,
        'to-fix': `${count} écart${many} à corriger`,
        altered: `${count} décision${many} modifiée${many}`,
        removed: `${count} décision${many} retirée${many}`,
      };
      return counted[event];
    },
    decision: (event, reference, why) =>
      `${reference}  ${decisionsFrench[event]}${why === '' ? '' : fr` : ${why}`}`,
    captures: (count) => `${count} ${count < 2 ? 'relevé' : 'relevés'}`,
    cell: (column, row) => `${column} de ${row}`,
    rowAdded: (row) => `cookie ${row} ajouté`,
    rowRemoved: (row) => `cookie ${row} retiré`,
    rowRenamed: (row, to) => `cookie ${row} devenu ${to}`,
    row: (row) => `cookie ${row}`,
    rowMoved: (row) => `cookie ${row} déplacé`,
    column: (column, what) =>
      fr`colonne « ${column} »` + (what === undefined ? '' : ` ${columnEvents[what]}`),
    variable: (name) => `variable ${name}`,
    text: 'texte',
  },
};
