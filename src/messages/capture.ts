/** What the importer says: why a capture is refused and what to do instead, what it mended, what it could not settle. */
import type { Repair, RepairRule } from '../model/charter.ts';
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

/** Errors refuse the capture; `capture-*` other than the first two turn into warnings where it is kept all the same. */
export const captureProblemCodes = [
  'capture-binary',
  'capture-too-large',
  'capture-empty',
  'capture-only-heading',
  'capture-truncated',
  'capture-cut-sentence',
  'capture-cut-row',
  'capture-error-page',
  'capture-login-page',
  'capture-gate-page',
  'page-unfinished',
  'control-characters',
  'text-garbled',
  'language-contradicted',
  'addresses-rival',
  'values-contradict',
  'value-missing',
  'no-table',
  'table-without-head',
  'table-without-names',
  'table-not-joined',
  'row-too-short',
  'row-too-long',
  'glued-cells',
  'markup-too-dense',
  'cell-spans-columns',
  'end-uncertain',
] as const;
export type CaptureProblemCode = (typeof captureProblemCodes)[number];

type Values = Readonly<Record<string, string | number>>;

export interface CaptureTexts {
  readonly problems: Readonly<Record<CaptureProblemCode, (values: Values) => string>>;
  /** One sentence a repair, without its line. */
  readonly repairs: Readonly<Record<RepairRule, (repair: Repair) => string>>;
}

const keepIt =
  'Open the page in a browser, copy its text and paste it here; charter import --force keeps the capture as it is.';
const gardez = fr`Ouvrez la page dans un navigateur, copiez son texte et collez-le ici ; charter import --force garde le relevé tel quel.`;
const pasteAll =
  'Copy the whole text of the page and paste it here; charter import --force keeps the capture as it is.';
const collez = fr`Copiez tout le texte de la page et collez-le ici ; charter import --force garde le relevé tel quel.`;

const english: CaptureTexts = {
  problems: {
    'capture-binary': () =>
      'This is no text: it looks like a document or an image. Copy the text of the page and paste it.',
    'capture-too-large': (v) =>
      `This is larger than ${v.mebibytes} MiB, too large for a charter. Capture the page alone.`,
    'capture-empty': () => `The capture holds no text. ${keepIt}`,
    'capture-only-heading': () => `The capture holds a heading and nothing below it. ${keepIt}`,
    'capture-truncated': () =>
      `The capture is cut short: it ends in the middle of the page. Capture it again. ${keepIt}`,
    'capture-cut-sentence': (v) =>
      `The capture is cut short: the text stops in the middle of a sentence (“${v.found}”). ${pasteAll}`,
    'capture-cut-row': (v) =>
      `The capture is cut short: the text stops in the middle of a table row (“${v.found}”). ${pasteAll}`,
    'capture-error-page': (v) => `This is an error page (“${v.found}”), not a charter. ${keepIt}`,
    'capture-login-page': () => `This is a login page, not a charter. ${keepIt}`,
    'capture-gate-page': (v) => `The site did not show the page to the program (“${v.found}”). ${keepIt}`,
    'page-unfinished': () => 'The page does not say where it ends. Check that the last paragraphs are there.',
    'control-characters': (v) =>
      v.count === 1
        ? 'One invisible control character was left out.'
        : `${v.count} invisible control characters were left out.`,
    'text-garbled': () =>
      'Some letters look garbled (Ã©, â€™ or �): the page was probably saved in another encoding. Capture it again.',
    'language-contradicted': (v) =>
      `The page says that its language is “${v.declared}”, but its words are “${v.found}”: “${v.found}” was kept.`,
    'addresses-rival': (v) =>
      `Several addresses could be the portal's own: ${v.addresses}. None was kept as the variable url; set it in the charter, or give the page's address with --url.`,
    'values-contradict': (v) =>
      `The variable ${v.variable} has two values: “${v.one}”${Number(v.line) > 0 ? ` in line ${v.line}` : ''}, and “${v.other}” here. ${Number(v.kept) > 0 ? 'The first was kept. ' : 'None was kept. '}The page contradicts itself: correct it, or set the variable in the charter.`,
    'value-missing': (v) =>
      `No value was found for the variable ${v.variable} of the template ${v.template}. Set it in the charter, under variables.`,
    'no-table': () => 'No cookie table was found. Cookies named in the text stay in the text.',
    'table-without-head': (v) =>
      `The table has no head row. Its columns were read as: ${v.columns}. Check them.`,
    'table-without-names': (v) =>
      `No column of the table “${v.table}” could be told to hold the cookies' names.`,
    'table-not-joined': (v) =>
      `This table looks like the rest of the one above (${v.columns} columns), but its rows (${v.cells} cells) cannot be matched with certainty. It was kept apart, with all its words.`,
    'row-too-short': (v) =>
      `The row has ${v.cells} cells for ${v.columns} columns. The missing ones were left empty at the end; check which they are.`,
    'row-too-long': (v) =>
      `The row has ${v.cells} cells for ${v.columns} columns. All its words were kept; check their places.`,
    'glued-cells': () =>
      'This looks like a table whose cells stand without any separator. It cannot be cut with certainty and was kept as text.',
    'markup-too-dense': () =>
      'There is more markup here, or deeper nesting, than any text needs. All words were kept, without emphasis and links.',
    'cell-spans-columns': (v) =>
      `The cell “${v.cell}” spans ${v.columns} columns (${v.heads}). Its words were kept in the first; the others were left empty.`,
    'end-uncertain': (v) =>
      `The capture may be cut short: its last words do not end a sentence (“${v.found}”). Check the end of the page.`,
  },
  repairs: {
    decoded: (r) => `read as ${r.subject ?? 'another encoding'} instead of UTF-8`,
    'chrome-removed': (r) => `left out, as part of the site around the text: “${r.before ?? ''}”`,
    'cookie-name-kept': (r) =>
      `cookie name ${r.subject ?? ''} kept whole, where Markdown would have read its marks as emphasis`,
    'fused-cell-split': (r) => `cell “${r.before ?? ''}” split in two: ${r.after ?? ''}`,
    'head-inferred': (r) =>
      r.subject === undefined
        ? 'head row of the table found by its words'
        : `table without head row, columns read as: ${r.subject}`,
    'lines-read-as-paragraphs': () => 'lines without blank lines between them read as paragraphs',
    'records-read-as-table': (r) =>
      r.before === undefined
        ? '“key: value” records read as a table'
        : `“${r.before}” read as the column “${r.after ?? ''}”`,
    'rows-from-lines': (r) =>
      r.after === undefined
        ? 'table put together from one cell a line'
        : `row broken over several lines put together: ${r.after}`,
    'rows-from-paragraphs': (r) =>
      r.subject === undefined
        ? 'table put together from one cell a paragraph'
        : `row ${r.subject} put together from one cell a paragraph`,
    'spanned-cell-filled': (r) => `cell spanning several rows repeated in each: “${r.after ?? ''}”`,
    'tables-joined': () => 'table without head joined to the one above, which it continues',
    'blank-cell-filled': (r) => `blank cell filled with the one above: “${r.after ?? ''}”`,
    'address-unmasked': (r) => `mail address read from the code that hides it from robots: ${r.after ?? ''}`,
    'link-dropped': (r) => `link without its target, which no charter may hold: ${r.before ?? ''}`,
    'struck-removed': (r) => `left out, as the page strikes it through: “${r.before ?? ''}”`,
    'list-renumbered': (r) =>
      `the page numbers this item ${r.before ?? ''}; a charter keeps no numbers and counts it as ${r.after ?? ''}`,
  },
};

const french: CaptureTexts = {
  problems: {
    'capture-binary': () =>
      fr`Ce n'est pas du texte : on dirait un document ou une image. Copiez le texte de la page et collez-le.`,
    'capture-too-large': (v) =>
      fr`Ce fichier dépasse ${v.mebibytes ?? ''} Mio, trop pour une charte. Relevez la page seule.`,
    'capture-empty': () => fr`Le relevé ne contient aucun texte. ${gardez}`,
    'capture-only-heading': () => fr`Le relevé contient un titre et rien dessous. ${gardez}`,
    'capture-truncated': () =>
      fr`Le relevé est tronqué : il s'arrête au milieu de la page. Refaites-le. ${gardez}`,
    'capture-cut-sentence': (v) =>
      fr`Le relevé est tronqué : le texte s'arrête au milieu d'une phrase (« ${v.found ?? ''} »). ${collez}`,
    'capture-cut-row': (v) =>
      fr`Le relevé est tronqué : le texte s'arrête au milieu d'une ligne de tableau (« ${v.found ?? ''} »). ${collez}`,
    'capture-error-page': (v) =>
      fr`C'est une page d'erreur (« ${v.found ?? ''} »), pas une charte. ${gardez}`,
    'capture-login-page': () => fr`C'est une page de connexion, pas une charte. ${gardez}`,
    'capture-gate-page': (v) =>
      fr`Le site n'a pas montré la page au programme (« ${v.found ?? ''} »). ${gardez}`,
    'page-unfinished': () =>
      fr`La page ne dit pas où elle finit. Vérifiez que les derniers paragraphes sont là.`,
    'control-characters': (v) =>
      v.count === 1
        ? fr`Un caractère de commande invisible a été laissé de côté.`
        : fr`${v.count ?? ''} caractères de commande invisibles ont été laissés de côté.`,
    'text-garbled': () =>
      fr`Des lettres semblent abîmées (Ã©, â€™ ou �) : la page a sans doute été enregistrée dans un autre codage. Refaites le relevé.`,
    'language-contradicted': (v) =>
      fr`La page se dit en « ${v.declared ?? ''} », mais ses mots sont en « ${v.found ?? ''} » : « ${v.found ?? ''} » a été retenu.`,
    'addresses-rival': (v) =>
      fr`Plusieurs adresses pourraient être celle du portail : ${v.addresses ?? ''}. Aucune n'a été retenue comme variable url ; indiquez-la dans la charte, ou donnez l'adresse de la page avec --url.`,
    'values-contradict': (v) =>
      fr`La variable ${v.variable ?? ''} a deux valeurs : « ${v.one ?? ''} »${Number(v.line) > 0 ? ` à la ligne ${v.line}` : ''}, et « ${v.other ?? ''} » ici. ${Number(v.kept) > 0 ? 'La première a été retenue. ' : "Aucune n'a été retenue. "}La page se contredit : corrigez-la, ou indiquez la variable dans la charte.`,
    'value-missing': (v) =>
      fr`Aucune valeur n'a été trouvée pour la variable ${v.variable ?? ''} du modèle ${v.template ?? ''}. Indiquez-la dans la charte, sous variables.`,
    'no-table': () =>
      fr`Aucun tableau de cookies n'a été trouvé. Les cookies nommés dans le texte restent dans le texte.`,
    'table-without-head': (v) =>
      fr`Le tableau n'a pas de ligne d'en-tête. Ses colonnes ont été lues ainsi : ${v.columns ?? ''}. Vérifiez-les.`,
    'table-without-names': (v) =>
      fr`Aucune colonne du tableau « ${v.table ?? ''} » n'a pu être reconnue comme celle des noms de cookies.`,
    'table-not-joined': (v) =>
      fr`Ce tableau semble être la suite de celui du dessus (${v.columns ?? ''} colonnes), mais ses lignes (${v.cells ?? ''} cellules) ne s'y rapportent pas avec certitude. Il a été gardé à part, avec tous ses mots.`,
    'row-too-short': (v) =>
      fr`La ligne a ${v.cells ?? ''} cellules pour ${v.columns ?? ''} colonnes. Les cellules manquantes ont été laissées vides à la fin ; vérifiez lesquelles manquent.`,
    'row-too-long': (v) =>
      fr`La ligne a ${v.cells ?? ''} cellules pour ${v.columns ?? ''} colonnes. Tous ses mots ont été gardés ; vérifiez leur place.`,
    'glued-cells': () =>
      fr`On dirait un tableau dont les cellules se suivent sans séparateur. Il ne peut pas être découpé avec certitude et a été gardé comme texte.`,
    'markup-too-dense': () =>
      fr`Il y a ici plus de balisage, ou plus de niveaux imbriqués, qu'il n'en faut à un texte. Tous les mots ont été gardés, sans mise en valeur ni liens.`,
    'cell-spans-columns': (v) =>
      fr`La cellule « ${v.cell ?? ''} » s'étend sur ${v.columns ?? ''} colonnes (${v.heads ?? ''}). Ses mots ont été gardés dans la première ; les autres sont restées vides.`,
    'end-uncertain': (v) =>
      fr`Le relevé est peut-être tronqué : ses derniers mots ne finissent pas une phrase (« ${v.found ?? ''} »). Vérifiez la fin de la page.`,
  },
  repairs: {
    decoded: (r) => fr`lu en ${r.subject ?? 'un autre codage'} au lieu d'UTF-8`,
    'chrome-removed': (r) => fr`laissé de côté, car propre au site autour du texte : « ${r.before ?? ''} »`,
    'cookie-name-kept': (r) =>
      fr`nom de cookie ${r.subject ?? ''} gardé entier, là où Markdown aurait lu ses signes comme une mise en valeur`,
    'fused-cell-split': (r) => fr`cellule « ${r.before ?? ''} » séparée en deux : ${r.after ?? ''}`,
    'head-inferred': (r) =>
      r.subject === undefined
        ? fr`ligne d'en-tête du tableau reconnue à ses mots`
        : fr`tableau sans ligne d'en-tête, colonnes lues ainsi : ${r.subject}`,
    'lines-read-as-paragraphs': () => fr`lignes sans ligne vide entre elles lues comme des paragraphes`,
    'records-read-as-table': (r) =>
      r.before === undefined
        ? fr`fiches « clé : valeur » lues comme un tableau`
        : fr`« ${r.before} » lu comme la colonne « ${r.after ?? ''} »`,
    'rows-from-lines': (r) =>
      r.after === undefined
        ? fr`tableau reconstitué à partir d'une cellule par ligne`
        : fr`ligne de tableau coupée en plusieurs, reconstituée : ${r.after}`,
    'rows-from-paragraphs': (r) =>
      r.subject === undefined
        ? fr`tableau reconstitué à partir d'une cellule par paragraphe`
        : fr`ligne ${r.subject} reconstituée à partir d'une cellule par paragraphe`,
    'spanned-cell-filled': (r) =>
      fr`cellule étendue sur plusieurs lignes répétée dans chacune : « ${r.after ?? ''} »`,
    'tables-joined': () => fr`tableau sans en-tête joint à celui du dessus, dont il est la suite`,
    'blank-cell-filled': (r) => fr`cellule vide remplie par celle du dessus : « ${r.after ?? ''} »`,
    'address-unmasked': (r) =>
      fr`adresse électronique lue dans le code qui la cache aux robots : ${r.after ?? ''}`,
    'link-dropped': (r) => fr`lien sans sa cible, qu'aucune charte ne peut contenir : ${r.before ?? ''}`,
    'struck-removed': (r) => fr`laissé de côté, car barré dans la page : « ${r.before ?? ''} »`,
    'list-renumbered': (r) =>
      fr`la page donne à cet élément de liste le numéro ${r.before ?? ''} ; une charte ne garde pas les numéros et le compte pour ${r.after ?? ''}`,
  },
};

export const captureMessages: Catalogue<CaptureTexts> = { en: english, fr: french };
