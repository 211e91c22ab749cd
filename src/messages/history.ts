/** What `log` and `blame` say of the versions of a charter. */
import type { ChangeClass } from '../model/charter.ts';
import type { Folded } from '../model/log.ts';
import type { Catalogue } from './language.ts';
import { shellWord } from './shell-word.ts';
import { fr } from './typography.ts';

export interface HistoryMessages {
  readonly cookie: (name: string) => string;
  readonly added: (paragraphs: number, cookies: number, template: boolean) => string;
  readonly addedAgain: (paragraphs: number, cookies: number, template: boolean) => string;
  readonly earliest: string;
  readonly removed: (template: boolean) => string;
  readonly renamed: (former: string) => string;
  readonly moved: (former: string) => string;
  readonly renamedTo: (later: string, template: boolean) => string;
  readonly movedTo: (later: string) => string;
  /** Of a merge; the commit is the side that did without it. */
  readonly kept: (commit: string, template: boolean) => string;
  /** Of a merge that did not keep the id that a side had given the charter. */
  readonly renamedAside: (charter: string, commit: string) => string;
  readonly movedAside: (file: string, commit: string) => string;
  readonly unreadable: (commit: string, file: string) => string;
  readonly readableAgain: string;
  /** Its contents, or those of the version before, are not in a partial clone. */
  readonly contentsMissing: string;
  readonly captured: (day: string) => string;
  readonly merge: string;
  readonly technical: string;
  readonly noTextChanged: string;
  readonly folded: (folded: Folded) => string;
  readonly more: (changes: number) => string;
  /** Of a merge; changes against that version follow. */
  readonly dropped: (version: string) => string;
  readonly noVersion: string;
  readonly noNewVersion: string;
  readonly noNewMatch: string;
  readonly notCommitted: (charter: string) => string;
  readonly shallow: string;
  readonly stateIgnored: (file: string) => string;
  readonly stateUnwritten: (file: string) => string;
  readonly stateNowhere: string;
  readonly lookedAtGone: string;
  readonly blame: BlameMessages;
  readonly accessible: AccessibleHistory;
}

export interface BlameMessages {
  readonly heading: (charter: string, file: string) => string;
  readonly uncommitted: string;
  readonly uncommittedShort: string;
  readonly boundary: string;
  readonly formerly: (names: readonly string[]) => string;
  readonly nothing: string;
}

/** Complete sentences for a reader who hears them. */
export interface AccessibleHistory {
  readonly version: (facts: {
    readonly commit: string;
    readonly date: string;
    readonly author: string;
    readonly subject: string;
    readonly merge: boolean;
  }) => string;
  readonly charter: (name: string, counts: readonly string[]) => string;
  readonly change: (level: ChangeClass) => string;
  readonly given: (facts: {
    readonly commit: string;
    readonly date: string;
    readonly author: string;
    readonly subject: string;
  }) => string;
  readonly piece: (what: string, text: string) => string;
  readonly kinds: Readonly<
    Record<'title' | 'heading' | 'paragraph' | 'item' | 'row' | 'cell' | 'head' | 'variable', string>
  >;
}

function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** French takes the singular below two. */
function accorded(count: number, one: string, more: string): string {
  return `${count} ${count < 2 ? one : more}`;
}

function total({ reasons }: Folded): number {
  return reasons.form + reasons.technical + reasons.same;
}

function englishFolded(folded: Folded): string {
  const { reasons, wording, substantive } = folded;
  const hidden = [
    ...(substantive > 0 ? [many(substantive, 'substantive change', 'substantive changes')] : []),
    ...(wording > 0 ? [many(wording, 'wording change', 'wording changes')] : []),
  ];
  const inside = hidden.length === 0 ? '' : ` (${hidden.join(', ')})`;
  const parts = [
    ...(reasons.form > 0 ? [`${reasons.form} of form only`] : []),
    ...(reasons.same > 0 ? [`${reasons.same} without any change of text`] : []),
    ...(reasons.technical > 0 ? [`${reasons.technical} technical${inside}`] : []),
  ];
  return `${many(total(folded), 'version', 'versions')} folded: ${parts.join(', ')}`;
}

function frenchFolded(folded: Folded): string {
  const { reasons, wording, substantive } = folded;
  const hidden = [
    ...(substantive > 0 ? [accorded(substantive, 'modification de fond', 'modifications de fond')] : []),
    ...(wording > 0
      ? [accorded(wording, 'modification rédactionnelle', 'modifications rédactionnelles')]
      : []),
  ];
  const inside = hidden.length === 0 ? '' : ` (${hidden.join(', ')})`;
  const parts = [
    ...(reasons.form > 0 ? [`${reasons.form} de forme seulement`] : []),
    ...(reasons.same > 0 ? [`${reasons.same} sans changement du texte`] : []),
    ...(reasons.technical > 0 ? [`${accorded(reasons.technical, 'technique', 'techniques')}${inside}`] : []),
  ];
  return fr`${accorded(total(folded), 'version repliée', 'versions repliées')} : ${parts.join(', ')}`;
}

function englishSize(paragraphs: number, cookies: number): string {
  return `${many(paragraphs, 'paragraph', 'paragraphs')}, ${many(cookies, 'cookie', 'cookies')}`;
}

function frenchSize(paragraphs: number, cookies: number): string {
  return `${accorded(paragraphs, 'paragraphe', 'paragraphes')}, ${accorded(cookies, 'cookie', 'cookies')}`;
}

function englishKind(template: boolean): string {
  return template ? 'template' : 'charter';
}

const english: HistoryMessages = {
  cookie: (name) => `cookie ${name}`,
  added: (paragraphs, cookies, template) =>
    `new ${englishKind(template)}: ${englishSize(paragraphs, cookies)}`,
  addedAgain: (paragraphs, cookies, template) =>
    `${englishKind(template)} added again: ${englishSize(paragraphs, cookies)}`,
  earliest: 'the oldest version in this shallow clone: what it changed is not known here',
  removed: (template) => `${englishKind(template)} removed`,
  renamed: (former) => `renamed, was ${former}`,
  moved: (former) => `file moved, was ${former}`,
  renamedTo: (later) => `renamed, now ${later}`,
  movedTo: (later) => `file moved, now ${later}`,
  kept: (commit) => `kept, though it was gone in ${commit}`,
  movedAside: (file, commit) => `file moved to ${file} in ${commit}, which this merge did not keep`,
  renamedAside: (charter, commit) => `renamed ${charter} in ${commit}, which this merge did not keep`,
  unreadable: (commit, file) =>
    `this version cannot be read as a charter; see it with: git show ${shellWord(`${commit}:${file}`)}`,
  readableAgain: 'can be read as a charter again; what it changed is not known',
  contentsMissing:
    'what it changed is not known: git does not have all the contents here; in a partial clone, fetch them first (git fetch --refetch --no-filter)',
  captured: (day) => `capture of ${day}`,
  merge: 'merge',
  technical: 'technical',
  noTextChanged: 'no change of text',
  folded: englishFolded,
  more: (changes) => many(changes, 'more change', 'more changes'),
  dropped: (version) => `changes of ${version} that this merge did not keep`,
  noVersion: 'No version to show.',
  noNewVersion: 'Nothing new since you last looked.',
  noNewMatch: 'Nothing new that matches since you last looked.',
  notCommitted: (charter) => `${charter} is not committed yet: it has no versions.`,
  shallow:
    'This clone is shallow: older versions are not here. Get them with: git fetch --unshallow (in GitHub Actions: fetch-depth: 0).',
  stateIgnored: (file) => `${file} cannot be read and was ignored: all versions are shown as new.`,
  stateUnwritten: (file) => `${file} could not be written: the next --new will show these versions again.`,
  stateNowhere:
    'Nothing is remembered, as the environment names no folder for it (HOME or XDG_STATE_HOME): all versions are shown.',
  lookedAtGone: 'The version that you last looked at is not in this history: all versions are shown.',
  blame: {
    heading: (charter, file) => `${charter} (${file})`,
    uncommitted: 'not committed yet',
    uncommittedShort: 'not committed',
    boundary: 'or older',
    formerly: (names) => `was ${names.join(', ')}`,
    nothing: 'Nothing here matches.',
  },
  accessible: {
    version: ({ commit, date, author, subject, merge }) =>
      `${merge ? 'Merge' : 'Version'} ${commit}, ${date}, by ${author}${subject === '' ? '' : `: ${subject}`}`,
    charter: (name, counts) => `${name}: ${counts.join(', ')}.`,
    change: (level) => `${level.charAt(0).toUpperCase()}${level.slice(1)}.`,
    given: ({ commit, date, author, subject }) =>
      `Since ${date}, version ${commit} by ${author}${subject === '' ? '' : `: ${subject}`}`,
    piece: (what, text) => `${what}: ${text}`,
    kinds: {
      title: 'Title',
      heading: 'Heading',
      paragraph: 'Paragraph',
      item: 'List item',
      row: 'Cookie',
      cell: 'Cell',
      head: 'Column head',
      variable: 'Variable',
    },
  },
};

const levels: Readonly<Record<ChangeClass, string>> = {
  variable: 'Propre au portail.',
  typographic: 'De forme.',
  wording: 'Rédactionnelle.',
  substantive: 'De fond.',
};

const french: HistoryMessages = {
  cookie: (name) => `cookie ${name}`,
  added: (paragraphs, cookies, template) =>
    fr`${template ? 'nouveau modèle' : 'nouvelle charte'} : ${frenchSize(paragraphs, cookies)}`,
  addedAgain: (paragraphs, cookies, template) =>
    fr`${template ? 'modèle ajouté' : 'charte ajoutée'} de nouveau : ${frenchSize(paragraphs, cookies)}`,
  earliest: fr`la plus ancienne version de ce clone tronqué (shallow) : ce qu'elle a changé n'est pas connu ici`,
  removed: (template) => (template ? 'modèle retiré' : 'charte retirée'),
  renamed: (former) => fr`renommée, était ${former}`,
  moved: (former) => fr`fichier déplacé, était ${former}`,
  renamedTo: (later, template) => `${template ? 'renommé' : 'renommée'} en ${later}`,
  movedTo: (later) => `fichier déplacé vers ${later}`,
  kept: (commit, template) =>
    template
      ? fr`gardé, alors qu'il n'était plus dans ${commit}`
      : fr`gardée, alors qu'elle n'était plus dans ${commit}`,
  movedAside: (file, commit) =>
    fr`fichier déplacé vers ${file} dans ${commit}, ce que cette fusion n'a pas gardé`,
  renamedAside: (charter, commit) =>
    fr`nom changé en ${charter} dans ${commit}, ce que cette fusion n'a pas gardé`,
  unreadable: (commit, file) =>
    fr`cette version ne se lit pas comme une charte ; la voir avec : git show ${shellWord(`${commit}:${file}`)}`,
  readableAgain: fr`se lit de nouveau comme une charte ; ce qu'elle a changé n'est pas connu`,
  contentsMissing: fr`ce qu'elle a changé n'est pas connu : git n'a pas ici tous les contenus ; dans un clone partiel, récupérez-les d'abord (git fetch --refetch --no-filter)`,
  captured: (day) => fr`relevé du ${day}`,
  merge: 'fusion',
  technical: 'technique',
  noTextChanged: 'texte inchangé',
  folded: frenchFolded,
  more: (changes) => accorded(changes, 'autre modification', 'autres modifications'),
  dropped: (version) => `modifications de ${version} que cette fusion n'a pas gardées`,
  noVersion: 'Aucune version à montrer.',
  noNewVersion: 'Rien de nouveau depuis votre dernier passage.',
  noNewMatch: 'Rien de nouveau qui réponde à la demande depuis votre dernier passage.',
  notCommitted: (charter) => fr`${charter} n'est pas encore enregistrée dans git : elle n'a pas de versions.`,
  shallow: fr`Ce clone est tronqué (shallow) : les versions plus anciennes n'y sont pas. Les obtenir avec : git fetch --unshallow (dans GitHub Actions, fetch-depth: 0).`,
  stateIgnored: (file) =>
    fr`${file} est illisible et a été ignoré : toutes les versions sont montrées comme nouvelles.`,
  stateUnwritten: (file) =>
    fr`${file} n'a pas pu être écrit : le prochain --new montrera de nouveau ces versions.`,
  stateNowhere: fr`Rien n'est retenu, l'environnement n'indiquant aucun dossier pour cela (HOME ou XDG_STATE_HOME) : toutes les versions sont montrées.`,
  lookedAtGone: fr`La version de votre dernier passage n'est pas dans cet historique : toutes les versions sont montrées.`,
  blame: {
    heading: (charter, file) => `${charter} (${file})`,
    uncommitted: 'pas encore enregistré',
    uncommittedShort: 'non enregistré',
    boundary: 'ou plus ancien',
    formerly: (names) => fr`était ${names.join(', ')}`,
    nothing: 'Rien ici ne répond à la demande.',
  },
  accessible: {
    version: ({ commit, date, author, subject, merge }) =>
      fr`${merge ? 'Fusion' : 'Version'} ${commit}, ${date}, par ${author}${subject === '' ? '' : fr` : ${subject}`}`,
    charter: (name, counts) => fr`${name} : ${counts.join(', ')}.`,
    change: (level) => levels[level],
    given: ({ commit, date, author, subject }) =>
      fr`Depuis le ${date}, version ${commit}, par ${author}${subject === '' ? '' : fr` : ${subject}`}`,
    piece: (what, text) => fr`${what} : ${text}`,
    kinds: {
      title: 'Titre',
      heading: 'Intertitre',
      paragraph: 'Paragraphe',
      item: 'Élément de liste',
      row: 'Cookie',
      cell: 'Cellule',
      head: 'En-tête de colonne',
      variable: 'Variable',
    },
  },
};

export const historyMessages: Catalogue<HistoryMessages> = { en: english, fr: french };
