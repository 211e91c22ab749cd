/** What the commands that list, check, format and prepare say on their way. */
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

type Values = Readonly<Record<string, string | number>>;

export interface LintTexts {
  readonly severity: Readonly<Record<'error' | 'warning', string>>;
  /** What only the whole repository, or the bytes, can tell. */
  readonly problems: Readonly<Record<string, (values: Values) => string>>;
  readonly clean: (files: number) => string;
  readonly found: (errors: number, warnings: number, files: number) => string;
}

export const lintMessages: Catalogue<LintTexts> = {
  en: {
    severity: { error: 'error: ', warning: 'warning: ' },
    problems: {
      'duplicate-id': (v) => `“${v['id']}” also stands in ${v['other']}. Rename one of the two.`,
      'not-utf8': () => 'This is not UTF-8 text. Save the file as UTF-8.',
      'is-a-directory': () => 'This is a folder, where a charter is expected. Rename it, or move it away.',
      'not-a-regular-file': () =>
        'This is a pipe or a device, where a charter is expected. Move it away from here.',
      'unreadable-file': (v) => `${v['file']} cannot be read (${v['reason']}).`,
      'missing-file': () => 'This leads to a file that does not exist.',
      'file-too-large': (v) => `This is larger than ${v['limit']} MiB and was not read.`,
    },
    clean: (files) => `${files} ${files === 1 ? 'file' : 'files'} checked, nothing to report.`,
    found: (errors, warnings, files) =>
      `${counted(errors, 'error')}, ${counted(warnings, 'warning')} in ${counted(files, 'file')}.`,
  },
  fr: {
    severity: { error: fr`erreur : `, warning: fr`avertissement : ` },
    problems: {
      'duplicate-id': (v) => fr`« ${v['id']} » se trouve aussi dans ${v['other']}. Renommez l'un des deux.`,
      'not-utf8': () => fr`Ce n'est pas du texte UTF-8. Enregistrez le fichier en UTF-8.`,
      'is-a-directory': () =>
        fr`C'est un dossier, là où une charte est attendue. Renommez-le, ou déplacez-le.`,
      'not-a-regular-file': () =>
        fr`C'est un tube ou un périphérique, là où une charte est attendue. Déplacez-le.`,
      'unreadable-file': (v) => fr`${v['file']} ne peut pas être lu (${v['reason']}).`,
      'missing-file': () => fr`Ceci mène à un fichier qui n'existe pas.`,
      'file-too-large': (v) => fr`Ce fichier dépasse ${v['limit']} Mio et n'a pas été lu.`,
    },
    clean: (files) => `${accorded(files, 'fichier vérifié', 'fichiers vérifiés')}, rien à signaler.`,
    found: (errors, warnings, files) =>
      `${accorded(errors, 'erreur', 'erreurs')}, ${accorded(warnings, 'avertissement', 'avertissements')} dans ${accorded(files, 'fichier', 'fichiers')}.`,
  },
};

export interface FmtCounts {
  readonly changed: number;
  readonly files: number;
  readonly refused: number;
}

export interface FmtTexts {
  readonly rewritten: (file: string) => string;
  readonly wouldRewrite: (file: string) => string;
  readonly done: (counts: FmtCounts) => string;
  readonly toDo: (counts: FmtCounts) => string;
  readonly command: string;
}

export const fmtMessages: Catalogue<FmtTexts> = {
  en: {
    rewritten: (file) => `${file}: formatted`,
    wouldRewrite: (file) => `${file}: not in canonical form`,
    done: (counts) => formatted(counts, `${counts.changed} formatted`),
    toDo: (counts) => formatted(counts, `${counts.changed} not in canonical form`),
    command: 'Write the canonical form with: charter fmt',
  },
  fr: {
    rewritten: (file) => fr`${file} : mis en forme`,
    wouldRewrite: (file) => fr`${file} : pas en forme canonique`,
    done: (counts) => misEnForme(counts, `${counts.changed} mis en forme`),
    toDo: (counts) => misEnForme(counts, `${counts.changed} à mettre en forme canonique`),
    command: fr`Écrire la forme canonique : charter fmt`,
  },
};

function formatted({ changed, files, refused }: FmtCounts, what: string): string {
  if (refused > 0) return `${counted(files, 'file')}, ${what}, ${refused} refused.`;
  return `${counted(files, 'file')}, ${changed === 0 ? 'nothing to change' : what}.`;
}

function misEnForme({ changed, files, refused }: FmtCounts, what: string): string {
  const all = accorded(files, 'fichier', 'fichiers');
  if (refused > 0) return `${all}, ${what}, ${accorded(refused, 'refusé', 'refusés')}.`;
  return `${all}, ${changed === 0 ? 'rien à changer' : what}.`;
}

export interface ListTexts {
  readonly templates: string;
}

export const listMessages: Catalogue<ListTexts> = {
  en: { templates: 'Templates' },
  fr: { templates: 'Modèles' },
};

export interface InitTexts {
  readonly made: (file: string) => string;
  readonly wouldMake: (file: string) => string;
  readonly lines: (file: string) => string;
  readonly unchanged: string;
  readonly steps: string;
  /** Command and what it does. */
  readonly next: readonly (readonly [string, string])[];
}

export const initMessages: Catalogue<InitTexts> = {
  en: {
    made: (file) => `made ${file}`,
    wouldMake: (file) => `would make ${file}`,
    lines: (file) => `${file} (lines added)`,
    unchanged: 'Everything was there already; nothing was changed.',
    steps: 'First steps:',
    next: [
      ['charter import PAGE.html --portal ID', 'make a charter from a page saved to a file'],
      ['charter list', 'see what is here'],
      ['charter diff ID template:NAME', 'see how it differs from the template'],
    ],
  },
  fr: {
    made: (file) => `créé ${file}`,
    wouldMake: (file) => `serait créé ${file}`,
    lines: (file) => `${file} (lignes ajoutées)`,
    unchanged: fr`Tout était déjà là ; rien n'a été modifié.`,
    steps: fr`Premiers pas :`,
    next: [
      ['charter import PAGE.html --portal ID', "tirer une charte d'une page enregistrée"],
      ['charter list', 'voir ce qui est là'],
      ['charter diff ID template:NOM', 'voir en quoi elle diffère du modèle'],
    ],
  },
};

export interface DiffTexts {
  /** A name that is a portal and a file at once. */
  readonly clash: (name: string) => string;
  readonly noTemplate: (charter: string, template: string) => string;
  readonly noChange: (from: string, to: string | undefined) => string;
  readonly nothingStaged: (from: string) => string;
  /** Of templates that differ where charters are compared; the command tells of the first. */
  readonly templates: (count: number, command: string) => string;
}

export const diffMessages: Catalogue<DiffTexts> = {
  en: {
    clash: (name) =>
      `“${name}” is a portal and a file here: the portal was taken. For the file, write ./${name}`,
    noTemplate: (charter, template) =>
      `${charter} follows the template “${template}”, which is not here: its own headings name the sections.`,
    noChange: (from, to) =>
      to === undefined ? `No charter differs from ${from}.` : `No charter differs between ${from} and ${to}.`,
    nothingStaged: (from) => `No charter differs between ${from} and what is staged.`,
    templates: (count, command) =>
      count === 1
        ? `A template differs: ${command}`
        : `${count} templates differ, the first of them: ${command}`,
  },
  fr: {
    clash: (name) =>
      fr`« ${name} » est ici un portail et un fichier : le portail a été pris. Pour le fichier, écrivez ./${name}`,
    noTemplate: (charter, template) =>
      fr`${charter} suit le modèle « ${template} », qui n'est pas ici : ses propres titres nomment les sections.`,
    noChange: (from, to) =>
      to === undefined
        ? fr`Aucune charte ne diffère de ${from}.`
        : fr`Aucune charte ne diffère entre ${from} et ${to}.`,
    nothingStaged: (from) => fr`Aucune charte ne diffère entre ${from} et l'index.`,
    templates: (count, command) =>
      count === 1
        ? fr`Un modèle diffère : ${command}`
        : fr`${count} modèles diffèrent ; le premier : ${command}`,
  },
};

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** French takes the singular below two. */
function accorded(count: number, one: string, many: string): string {
  return `${count} ${count < 2 ? one : many}`;
}
