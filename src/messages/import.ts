/** What the importer reports: where the charter and its capture went, and how a run over many pages ended. */
import type { Day } from '../model/charter.ts';
import type { TemplateMatch, TemplateOwn } from '../model/drift.ts';
import { sayDay } from './days.ts';
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

export interface ImportTexts {
  readonly paste: string;
  /** What stands for a file's name where the text was pasted. */
  readonly pasted: string;
  readonly made: (charter: string, file: string) => string;
  readonly updated: (charter: string, file: string) => string;
  readonly unchanged: (charter: string) => string;
  readonly wouldMake: (charter: string, file: string) => string;
  readonly wouldUpdate: (charter: string, file: string) => string;
  readonly kept: (capture: string) => string;
  readonly wouldKeep: (capture: string) => string;
  readonly alreadyKept: (capture: string, day: string) => string;
  readonly otherDay: (day: string) => string;
  readonly follows: (template: string) => string;
  readonly chosen: (match: TemplateMatch) => string;
  readonly noTemplate: string;
  /** None is followed clearly enough to be taken. */
  readonly nearest: (match: TemplateMatch) => string;
  readonly between: (templates: readonly [TemplateOwn, TemplateOwn]) => string;
  readonly repairs: (count: number) => string;
  readonly repairLine: (line: number) => string;
  readonly forced: string;
  readonly editedByHand: string;
  readonly wouldForce: string;
  /** The new capture is older than that of the day. */
  readonly older: (day: Day, replacing: Replacing) => string;
  /** What a charter that is not there yet would hold. */
  readonly newCharter: (contents: NewContents) => string;
  /** The two sides of the diff of a dry run. */
  readonly now: (charter: string) => string;
  readonly afterImport: string;
  readonly sum: (counts: ImportCounts) => string;
  readonly skipped: (name: string) => string;
}

/** What comes of a capture that is older than the present one. */
export type Replacing = 'replaced' | 'would-replace' | 'would-refuse';

export interface NewContents {
  readonly headings: number;
  readonly paragraphs: number;
  readonly items: number;
  readonly tables: number;
  /** One a row, by its name. */
  readonly cookies: readonly string[];
}

export interface ImportCounts {
  readonly made: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
}

const english: ImportTexts = {
  paste: 'Paste the text, then Ctrl-D',
  pasted: 'standard input',
  made: (charter, file) => `${charter}: made ${file}`,
  updated: (charter, file) => `${charter}: updated ${file}`,
  unchanged: (charter) => `${charter}: nothing changed, this capture was imported before`,
  wouldMake: (charter, file) => `${charter}: would make ${file}`,
  wouldUpdate: (charter, file) => `${charter}: would update ${file}`,
  kept: (capture) => `capture kept in ${capture}`,
  wouldKeep: (capture) => `capture would be kept in ${capture}`,
  alreadyKept: (capture, day) => `capture already kept in ${capture}, ${day}`,
  otherDay: (day) =>
    `nothing else was seen since, so the same bytes keep the day already recorded; ${day} was not used`,
  follows: (template) => `follows the template ${template}`,
  chosen: (match) =>
    `follows the template ${match.template}: the page has ${commonEnglish(match)} (--template names another)`,
  noTemplate: 'follows no template (--template names one)',
  nearest: (match) =>
    `follows no template; the nearest is ${match.template}, of which the page has ${commonEnglish(match)} (--template ${match.template})`,
  between: ([one, other]) =>
    `follows no template; the page stands between ${one.template} and ${other.template}, with ${one.has} of the ${one.of} blocks and rows that only the first has, and ${other.has} of the ${other.of} that only the second has (--template names one)`,
  repairs: (count) =>
    count === 1 ? '1 repair, recorded in the charter:' : `${count} repairs, recorded in the charter:`,
  repairLine: (line) => `line ${line}: `,
  forced: 'edits made by hand were overwritten, as --force asked',
  editedByHand: 'edited by hand since its import: without --force the import will refuse to overwrite it',
  wouldForce: 'edits made by hand would be overwritten, as --force asks',
  older: (day, replacing) => {
    const later = `the later one of ${sayDay(day, 'en')}`;
    if (replacing === 'replaced') return `an older capture took the place of ${later}, as --force asked`;
    if (replacing === 'would-replace')
      return `an older capture would take the place of ${later}, as --force asks`;
    return `an older capture: without --force the import will refuse to put it in the place of ${later}`;
  },
  newCharter: ({ headings, paragraphs, items, tables, cookies }) =>
    [
      `A new charter: ${counted(headings, 'heading')}, ${counted(paragraphs, 'paragraph')}, ${counted(items, 'list item')}, ${counted(tables, 'table')}, ${counted(cookies.length, 'cookie row')}.`,
      ...(cookies.length === 0 ? [] : [`Cookies: ${cookies.join(', ')}`]),
    ].join('\n'),
  now: (charter) => `${charter} now`,
  afterImport: 'after the import',
  sum: ({ made, updated, unchanged, refused }) =>
    `${made} made, ${updated} updated, ${unchanged} unchanged, ${refused} refused`,
  skipped: (name) => `${name}: an empty folder, skipped`,
};

const french: ImportTexts = {
  paste: fr`Collez le texte, puis Ctrl-D`,
  pasted: fr`entrée standard`,
  made: (charter, file) => fr`${charter} : ${file} créé`,
  updated: (charter, file) => fr`${charter} : ${file} mis à jour`,
  unchanged: (charter) => fr`${charter} : rien n'a changé, ce relevé était déjà importé`,
  wouldMake: (charter, file) => fr`${charter} : ${file} serait créé`,
  wouldUpdate: (charter, file) => fr`${charter} : ${file} serait mis à jour`,
  kept: (capture) => fr`relevé conservé dans ${capture}`,
  wouldKeep: (capture) => fr`relevé qui serait conservé dans ${capture}`,
  alreadyKept: (capture, day) => fr`relevé déjà conservé dans ${capture}, ${day}`,
  otherDay: (day) =>
    fr`rien d'autre n'a été relevé depuis : les mêmes octets gardent le jour déjà consigné ; ${day} n'a pas servi`,
  follows: (template) => fr`suit le modèle ${template}`,
  chosen: (match) =>
    fr`suit le modèle ${match.template} : la page en a ${commonFrench(match)} (--template en nomme un autre)`,
  noTemplate: fr`ne suit aucun modèle (--template en nomme un)`,
  nearest: (match) =>
    fr`ne suit aucun modèle ; le plus proche est ${match.template}, dont la page a ${commonFrench(match)} (--template ${match.template})`,
  between: ([one, other]) =>
    fr`ne suit aucun modèle ; la page se tient entre ${one.template} et ${other.template}, avec ${one.has} des ${one.of} blocs et lignes propres au premier, et ${other.has} des ${other.of} propres au second (--template en nomme un)`,
  repairs: (count) =>
    count === 1
      ? fr`1 réparation, consignée dans la charte :`
      : fr`${count} réparations, consignées dans la charte :`,
  repairLine: (line) => fr`ligne ${line} : `,
  forced: fr`des modifications faites à la main ont été écrasées, comme le demandait --force`,
  editedByHand: fr`modifié à la main depuis son import : sans --force, l'import refusera de l'écraser`,
  wouldForce: fr`des modifications faites à la main seraient écrasées, comme le demande --force`,
  older: (day, replacing) => {
    const later = `celui du ${sayDay(day, 'fr')}, plus récent`;
    if (replacing === 'replaced')
      return fr`un relevé plus ancien a remplacé ${later}, comme le demandait --force`;
    if (replacing === 'would-replace')
      return fr`un relevé plus ancien remplacerait ${later}, comme le demande --force`;
    return fr`relevé plus ancien : sans --force, l'import refusera de lui faire remplacer ${later}`;
  },
  newCharter: ({ headings, paragraphs, items, tables, cookies }) =>
    [
      fr`Nouvelle charte : ${accord(headings, 'titre', 'titres')}, ${accord(paragraphs, 'paragraphe', 'paragraphes')}, ${accord(items, 'élément de liste', 'éléments de liste')}, ${accord(tables, 'tableau', 'tableaux')}, ${accord(cookies.length, 'ligne de cookie', 'lignes de cookies')}.`,
      ...(cookies.length === 0 ? [] : [fr`Cookies : ${cookies.join(', ')}`]),
    ].join('\n'),
  now: (charter) => fr`${charter} aujourd'hui`,
  afterImport: fr`après l'import`,
  sum: ({ made, updated, unchanged, refused }) =>
    `${accord(made, 'créée', 'créées')}, ${accord(updated, 'mise à jour', 'mises à jour')}, ${accord(unchanged, 'inchangée', 'inchangées')}, ${accord(refused, 'refusée', 'refusées')}`,
  skipped: (name) => fr`${name} : dossier vide, passé`,
};

function commonEnglish({ blocks, ofBlocks, rows, ofRows }: TemplateMatch): string {
  return `${blocks} of ${counted(ofBlocks, 'block')} and ${rows} of ${counted(ofRows, 'row')}`;
}

function commonFrench({ blocks, ofBlocks, rows, ofRows }: TemplateMatch): string {
  return `${accord(blocks, 'bloc', 'blocs')} sur ${ofBlocks} et ${accord(rows, 'ligne', 'lignes')} sur ${ofRows}`;
}

export const importMessages: Catalogue<ImportTexts> = { en: english, fr: french };

function accord(count: number, one: string, many: string): string {
  return `${count} ${count < 2 ? one : many}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
