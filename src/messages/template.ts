/** What `charter template infer` says of the template that it built: what it rests on, and what it left out. */
import type { Language } from '../model/language.ts';
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

/** A place in the template, as data. */
export interface PlaceWords {
  readonly what: string;
  /** The beginning of the text that was taken there. */
  readonly text: string;
  readonly row: string;
  readonly column: string;
}

export interface TemplateCounts {
  readonly portals: number;
  readonly blocks: number;
  readonly sections: number;
  readonly tables: number;
  readonly rows: number;
  readonly variants: number;
  readonly variables: readonly string[];
}

/** What the notes are listed under, in this order. */
export const noteGroups = ['tie', 'meaning', 'majority', 'variant', 'left-out', 'values'] as const;
export type NoteGroup = (typeof noteGroups)[number];

export interface TemplateTexts {
  readonly built: (portals: number, names: string) => string;
  readonly counts: (counts: TemplateCounts) => string;
  readonly unanimous: string;
  readonly headings: Readonly<Record<NoteGroup, string>>;
  readonly place: (place: PlaceWords) => string;
  /** How many of how many, and who does not. */
  readonly share: (share: { readonly own: number; readonly of: number; readonly others: string }) => string;
  readonly tied: (portal: string, names: string) => string;
  readonly tieKept: (names: string) => string;
  readonly lacksVariable: (variable: string, portals: string) => string;
  readonly value: (variable: string, portal: string, value: string) => string;
  readonly more: (count: number) => string;
  readonly foldedMore: string;
  readonly namesMore: (names: string, count: number) => string;
  readonly written: (file: string) => string;
  readonly wouldWrite: (file: string) => string;
  /** `portals` as words of a command line. */
  readonly next: (name: string, portals: string) => string;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** French counts nothing, and one, in the singular. */
function compte(count: number, un: string, plusieurs: string): string {
  return `${count} ${count < 2 ? un : plusieurs}`;
}

const english: TemplateTexts = {
  built: (portals, names) => `Template built from ${counted(portals, 'portal', 'portals')}: ${names}`,
  counts: ({ blocks, sections, tables, rows, variants, variables }) =>
    [
      counted(blocks, 'block', 'blocks'),
      counted(sections, 'section', 'sections'),
      `${counted(tables, 'table', 'tables')} with ${counted(rows, 'row', 'rows')}${tables > 1 ? ' in all' : ''}`,
      counted(variants, 'approved wording', 'approved wordings'),
      variables.length === 0 ? 'no variable' : `variables: ${variables.join(', ')}`,
    ].join(' · '),
  unanimous: 'Every portal says all of it.',
  headings: {
    tie: 'Ties, to be looked at',
    meaning: 'Shared by several portals, but not approved, as it says something else in substance',
    majority: 'By majority',
    variant: 'Other wordings that several portals share, approved as variants',
    'left-out': 'Left out, as fewer than half of the portals have it',
    values: 'Values of their own that were found, for the variables of each charter',
  },
  place: ({ what, text, row, column }) => {
    switch (what) {
      case 'title':
        return `title “${text}”`;
      case 'language':
        return `language ${text}`;
      case 'division':
        return `how “${text}” is divided into blocks`;
      case 'table':
        return `table ${text}`;
      case 'caption':
        return `caption “${text}”`;
      case 'column':
        return `column “${text}”`;
      case 'head':
        return `column head “${text}”`;
      case 'row':
        return `row ${row}`;
      case 'cell':
        return `${row}, ${column}: “${text}”`;
      default:
        return `“${text}”`;
    }
  },
  share: ({ own, of, others }) => `${own} of ${of}, not ${others}`,
  tied: (portal, names) =>
    `as in ${portal}, which has most in common with all portals; others say otherwise: ${names}`,
  tieKept: (names) => `kept, though as many lack it: ${names}`,
  lacksVariable: (variable, portals) => `{{${variable}}} has no value in: ${portals}`,
  value: (variable, portal, value) => `${portal}: ${variable} is ${value}`,
  more: (count) => `… and ${count} more`,
  foldedMore: 'All of them: --all',
  namesMore: (names, count) => `${names} and ${count} more`,
  written: (file) => `${file} written`,
  wouldWrite: (file) => `${file} would be written`,
  next: (name, portals) =>
    `Next: charter drift ${portals || 'PORTAL…'} --template ${name}\nA charter follows it where its file says: follows: ${name}`,
};

const french: TemplateTexts = {
  built: (portals, names) => fr`Modèle tiré de ${compte(portals, 'portail', 'portails')} : ${names}`,
  counts: ({ blocks, sections, tables, rows, variants, variables }) =>
    [
      compte(blocks, 'bloc', 'blocs'),
      compte(sections, 'section', 'sections'),
      `${compte(tables, 'tableau', 'tableaux')} de ${compte(rows, 'ligne', 'lignes')}${tables > 1 ? ' en tout' : ''}`,
      compte(variants, 'formulation admise', 'formulations admises'),
      variables.length === 0 ? 'aucune variable' : fr`variables : ${variables.join(', ')}`,
    ].join(' · '),
  unanimous: 'Tous les portails disent tout cela.',
  headings: {
    tie: 'Égalités, à examiner',
    meaning: fr`Partagé par plusieurs portails, mais pas admis, car le fond diffère`,
    majority: 'À la majorité',
    variant: fr`Autres formulations que partagent plusieurs portails, admises`,
    'left-out': fr`Laissé de côté, car moins de la moitié des portails l'ont`,
    values: fr`Valeurs propres à chaque portail qui ont été trouvées, pour les variables de chaque charte`,
  },
  place: ({ what, text, row, column }) => {
    switch (what) {
      case 'title':
        return fr`titre « ${text} »`;
      case 'language':
        return fr`langue ${text}`;
      case 'division':
        return fr`la division en blocs de « ${text} »`;
      case 'table':
        return fr`tableau ${text}`;
      case 'caption':
        return fr`légende « ${text} »`;
      case 'column':
        return fr`colonne « ${text} »`;
      case 'head':
        return fr`intitulé de colonne « ${text} »`;
      case 'row':
        return fr`ligne ${row}`;
      case 'cell':
        return fr`${row}, ${column} : « ${text} »`;
      default:
        return fr`« ${text} »`;
    }
  },
  share: ({ own, of, others }) => fr`${own} sur ${of}, sauf ${others}`,
  tied: (portal, names) =>
    fr`comme ${portal}, qui a le plus en commun avec tous les portails ; disent autre chose : ${names}`,
  tieKept: (names) => fr`conservé ; autant de portails ne l'ont pas : ${names}`,
  lacksVariable: (variable, portals) => fr`{{${variable}}} n'a pas de valeur chez : ${portals}`,
  value: (variable, portal, value) => fr`${portal} : ${variable} vaut ${value}`,
  more: (count) => fr`… et ${count} de plus`,
  foldedMore: fr`Tout voir : --all`,
  namesMore: (names, count) => fr`${names} et ${count} de plus`,
  written: (file) => fr`${file} écrit`,
  wouldWrite: (file) => fr`${file} serait écrit`,
  next: (name, portals) =>
    fr`Ensuite : charter drift ${portals || 'PORTAIL…'} --template ${name}\nUne charte le suit quand son fichier dit follows: ${name}`,
};

export const templateMessages: Catalogue<TemplateTexts> = { en: english, fr: french };

type Labels = Readonly<Record<Language, string>>;

/** What sections are called in a template where no heading says it, in every language. */
export const sectionLabels: Readonly<Record<'introduction' | 'section' | 'table', Labels>> = {
  introduction: { en: 'Introduction', fr: 'Introduction' },
  section: { en: 'Section', fr: 'Partie' },
  table: { en: 'Cookies', fr: 'Cookies' },
};
