/** What is wrong with a file, told in one sentence or two per problem: what happened, then what to do. */
import type { Language } from '../model/language.ts';
import type { Problem } from '../model/problem.ts';
import type { Catalogue } from './language.ts';

type Values = Problem['values'];
type Sentence = (values: Values) => string;

const english = {
  'file-too-large': (v) =>
    `The file holds more than ${v['limit']} MiB. A charter is a text: check that this is the right file.`,
  'empty-file': () => 'The file is empty. Import the page again, or take the file back from git.',
  'binary-file': () => 'The file holds binary data, not text. Check that this is the right file.',
  'lfs-pointer': () =>
    'The file is a Git LFS pointer, not the charter itself. Run `git lfs pull`, and keep charters out of LFS.',
  'conflict-marker': (v) =>
    `The file is unmerged: git left the marker "${v['marker']}" here. Settle the conflict, then take the markers out.`,
  'nested-too-deep': (v) =>
    `The file nests more than ${v['limit']} levels deep. A charter needs five: check brackets and indentation.`,
  'too-many-values': (v) =>
    `The file holds more than ${v['limit']} values and is not in its canonical form. Run the import again, or cut the table in two.`,
  'several-documents': () =>
    'A second YAML document begins here. Keep one charter a file and take the `---` or `...` line out.',
  'yaml-directive': () => 'A YAML directive (a line beginning with `%`) stands here. Take it out.',
  'yaml-tab': () => 'A tab is used as indentation here. Use spaces.',
  'yaml-indent': () => 'The indentation does not fit here. Align the line with its neighbours.',
  'yaml-unclosed': () => 'A quotation mark, bracket, comma or colon is missing here. Close what was opened.',
  'yaml-escape': () =>
    'A backslash in double quotes is followed by a character that YAML does not know. Double the backslash.',
  'yaml-colon': () =>
    'A colon followed by a space reads as a new key here. Put the whole text between double quotes.',
  'yaml-syntax': () => 'This is not valid YAML. Check quotes, colons and indentation around this place.',
  'yaml-tag': () => 'A YAML tag (`!…`) stands here. Take it out: charters hold plain text only.',
  'yaml-anchor': () =>
    'A YAML anchor (`&…`) stands here. Take it out, or put a text that begins with & in quotes.',
  'yaml-alias': () =>
    'A YAML alias (`*…`) stands here. Write the text out, or put a text that begins with * in quotes.',
  'yaml-merge-key': () => 'A YAML merge key (`<<`) stands here. Write the keys out.',
  'duplicate-key': (v) => `The key "${v['key']}" already stands on line ${v['first']}. Keep one of the two.`,
  'key-not-text': () => 'A key must be a plain word. Check colons and brackets on this line.',
  'unknown-key': (v) => `The key "${v['key']}" is not known here. ${meant(v, 'Take it out or correct it.')}`,
  'key-missing': (v) => `The key "${v['key']}" is missing. Add it.`,
  'value-missing': (v) => `Nothing stands after "${v['key']}". Write the value, or take the key out.`,
  'expected-text': () => 'A text is expected here. Write it on the line, or below it after `|-`.',
  'expected-list': () => 'A list is expected here. Begin each of its items with `- `.',
  'expected-map': () => 'Keys with their values are expected here, as in `key: value`.',
  'expected-number': () => 'A whole number without quotes is expected here. Correct the value.',
  'expected-true': () => 'Only `true` can stand here. Write it, or take the key out.',
  'value-unknown': (v) => `"${v['value']}" is not one of the values known here: ${v['known']}. Choose one.`,
  'number-out-of-range': (v) => `A number from ${v['least']} to ${v['most']} is expected here. Correct it.`,
  'bad-id': (v) =>
    `"${v['value']}" cannot be an identifier. Use lower-case letters, digits and hyphens, at most 63, not a hyphen first.`,
  'bad-name': (v) =>
    `"${v['value']}" cannot be a name. Use lower-case letters, digits and hyphens, at most 63, a letter first.`,
  'bad-language': (v) => `"${v['value']}" is not a language tag. Write one such as fr, en or pt-BR.`,
  'bad-path': (v) =>
    `"${v['value']}" is not a path inside the repository. Write it from the root, with /, without . or .. parts.`,
  'bad-sha256': () => 'This is not a SHA-256: 64 digits from 0 to f are expected. Import the capture again.',
  'bad-reference': (v) =>
    `"${v['value']}" is not the reference of a change: 6 to 64 digits from 0 to f are expected. Copy it from the diff.`,
  'bad-day': (v) => `"${v['value']}" is not a day of the calendar. Write it as 2026-01-31.`,
  'no-kind': () =>
    'The file says neither `charter:` nor `template:`. Begin it with one of them, followed by its identifier.',
  'two-kinds': () => 'The file says both `charter:` and `template:`. Keep one of them.',
  'block-without-role': () =>
    'This block is neither a heading, a paragraph, an item nor a table. Begin it with one of these keys.',
  'block-with-two-roles': (v) =>
    `This block is both "${v['first']}" and "${v['second']}". Make two blocks of it, or keep one key.`,
  'row-key-unknown': (v) =>
    `The table has no column "${v['key']}". ${meant(v, 'Add the column to `columns`, or correct the key.')}`,
  'too-many-problems': (v) => `The file has ${v['count']} more problems. Correct these first.`,
  'table-repeated': (v) => `The table "${v['name']}" exists twice. Rename one of the two.`,
  'table-unknown': (v) =>
    `The file has no table "${v['name']}". Add it under \`tables\`, or correct the name.`,
  'table-placed-twice': (v) =>
    `The table "${v['name']}" stands twice in the body. Keep one of the two places.`,
  'table-not-placed': (v) =>
    `The table "${v['name']}" has no place in the body. Add \`- table: ${v['name']}\` where it belongs.`,
  'column-repeated': (v) => `The column "${v['name']}" exists twice in this table. Rename one of the two.`,
  'section-repeated': (v) => `The section "${v['name']}" is declared twice. Keep one of the two.`,
  'section-unknown': (v) =>
    `The section "${v['name']}" is not declared. Add it under \`sections\`, or correct the name.`,
  'section-opened-twice': (v) => `The section "${v['name']}" opens twice in the body. Keep the first place.`,
  'variable-repeated': (v) => `The variable "${v['name']}" is declared twice. Keep one of the two.`,
  'variable-undeclared': (v) =>
    `The text uses {{${v['name']}}}, which is not declared. Add it under \`variables\`, or correct the name.`,
  'decision-repeated': (v) => `The change ${v['name']} is decided twice. Keep one of the two decisions.`,
  'setting-timezone': (v) =>
    `"${v['value']}" is not a time zone that this system knows. Write one such as Europe/Paris.`,
  'not-canonical': () => 'The file is not in its canonical form from here on. Run `charter fmt`.',
  'key-order': (v) => `The key "${v['key']}" is not in its usual place. Run \`charter fmt\`.`,
  'duplicate-row': (v) =>
    `This row is the same as the one on line ${v['first']}. Take one out if the page shows the cookie once.`,
  'empty-name': () => 'This row names no cookie. Write the name as published, or check the capture.',
  'template-unknown': (v) =>
    `The charter follows "${v['name']}", and there is no such template. ${meant(v, 'Correct the name, or add the template.')}`,
  'variable-missing': (v) =>
    `The template "${v['template']}" uses {{${v['name']}}}, and the charter gives it no value. Add it under \`variables\`.`,
  'variable-unneeded': (v) =>
    `The template "${v['template']}" declares no variable "${v['name']}". Take it out or correct its name.`,
  'variable-unused': (v) => `No text uses {{${v['name']}}}. Take the variable out, or use it.`,
  'section-unused': (v) =>
    `No block opens the section "${v['name']}". Add \`section: ${v['name']}\` to its first block, or take it out.`,
  'foreign-address': (v) =>
    `The text holds ${v['address']}, the address of the portal ${v['portal']}. Check that it was not copied by mistake.`,
  'decision-without-reason': () => 'This drift was agreed without a reason. Add one under `reason`.',
  'decision-to-come': (v) =>
    `This decision is dated ${v['on']}, a day still to come. Write the day on which it was made.`,
  'decision-lapsed': (v) => `This drift was agreed until ${v['until']}. Decide again, or correct the text.`,
  'decision-overdue': (v) =>
    `This drift was to be fixed by ${v['until']}. Correct the text, or set a new day.`,
  'capture-missing': (v) =>
    `The capture ${v['file']} is missing. Take it back from git, or import the page again.`,
  'capture-differs': (v) =>
    `The capture ${v['file']} is not the one that was imported: its SHA-256 differs. Take it back from git, or import it again.`,
  'capture-of-another': (v) =>
    `The capture ${v['file']} is of ${v['portal']}, which has a charter of its own: this text was not observed here. Import this portal's own page.`,
} satisfies Readonly<Record<string, Sentence>>;

export type ProblemCode = keyof typeof english;

const french: Readonly<Record<ProblemCode, Sentence>> = {
  'file-too-large': (v) =>
    `Le fichier dépasse ${v['limit']} Mio. Une charte est un texte\u00a0: vérifiez que c'est le bon fichier.`,
  'empty-file': () => 'Le fichier est vide. Importez à nouveau la page, ou reprenez le fichier dans git.',
  'binary-file': () =>
    "Le fichier contient des données binaires, pas du texte. Vérifiez que c'est le bon fichier.",
  'lfs-pointer': () =>
    'Le fichier est un pointeur Git LFS, pas la charte elle-même. Lancez `git lfs pull`, et laissez les chartes hors de LFS.',
  'conflict-marker': (v) =>
    `Le fichier n'est pas fusionné\u00a0: git a laissé ici le marqueur «\u00a0${v['marker']}\u00a0». Réglez le conflit, puis retirez les marqueurs.`,
  'nested-too-deep': (v) =>
    `Le fichier emboîte plus de ${v['limit']} niveaux. Cinq suffisent à une charte\u00a0: vérifiez les crochets et les retraits.`,
  'too-many-values': (v) =>
    `Le fichier contient plus de ${v['limit']} valeurs et n'est pas sous sa forme canonique. Refaites l'import, ou coupez le tableau en deux.`,
  'several-documents': () =>
    'Un second document YAML commence ici. Gardez une charte par fichier et retirez la ligne `---` ou `...`.',
  'yaml-directive': () => 'Une directive YAML (ligne qui commence par `%`) se trouve ici. Retirez-la.',
  'yaml-tab': () => 'Une tabulation sert de retrait ici. Mettez des espaces.',
  'yaml-indent': () => 'Le retrait ne convient pas ici. Alignez la ligne sur ses voisines.',
  'yaml-unclosed': () =>
    'Il manque ici un guillemet, un crochet, une virgule ou un deux-points. Fermez ce qui a été ouvert.',
  'yaml-escape': () =>
    'Entre guillemets doubles, une barre oblique inverse précède un caractère que YAML ne connaît pas. Doublez la barre.',
  'yaml-colon': () =>
    "Un deux-points suivi d'une espace se lit ici comme une nouvelle clé. Mettez tout le texte entre guillemets doubles.",
  'yaml-syntax': () =>
    "Ce n'est pas du YAML valable. Vérifiez les guillemets, les deux-points et les retraits autour de cet endroit.",
  'yaml-tag': () =>
    'Une étiquette YAML (`!…`) se trouve ici. Retirez-la\u00a0: une charte ne contient que du texte simple.',
  'yaml-anchor': () =>
    'Une ancre YAML (`&…`) se trouve ici. Retirez-la, ou mettez entre guillemets le texte qui commence par &.',
  'yaml-alias': () =>
    'Un alias YAML (`*…`) se trouve ici. Écrivez le texte en entier, ou mettez entre guillemets celui qui commence par *.',
  'yaml-merge-key': () => 'Une clé de fusion YAML (`<<`) se trouve ici. Écrivez les clés en entier.',
  'duplicate-key': (v) =>
    `La clé «\u00a0${v['key']}\u00a0» figure déjà à la ligne ${v['first']}. Gardez l'une des deux.`,
  'key-not-text': () =>
    'Une clé doit être un simple mot. Vérifiez les deux-points et les crochets de cette ligne.',
  'unknown-key': (v) =>
    `La clé «\u00a0${v['key']}\u00a0» n'est pas connue ici. ${entendu(v, 'Retirez-la ou corrigez-la.')}`,
  'key-missing': (v) => `La clé «\u00a0${v['key']}\u00a0» manque. Ajoutez-la.`,
  'value-missing': (v) => `Rien ne suit «\u00a0${v['key']}\u00a0». Écrivez la valeur, ou retirez la clé.`,
  'expected-text': () => 'Un texte est attendu ici. Écrivez-le sur la ligne, ou dessous après `|-`.',
  'expected-list': () => 'Une liste est attendue ici. Commencez chacun de ses éléments par `- `.',
  'expected-map': () => 'Des clés avec leurs valeurs sont attendues ici, comme dans `clé: valeur`.',
  'expected-number': () => 'Un nombre entier sans guillemets est attendu ici. Corrigez la valeur.',
  'expected-true': () => 'Seul `true` peut figurer ici. Écrivez-le, ou retirez la clé.',
  'value-unknown': (v) =>
    `«\u00a0${v['value']}\u00a0» ne fait pas partie des valeurs connues ici\u00a0: ${v['known']}. Choisissez-en une.`,
  'number-out-of-range': (v) => `Un nombre de ${v['least']} à ${v['most']} est attendu ici. Corrigez-le.`,
  'bad-id': (v) =>
    `«\u00a0${v['value']}\u00a0» ne peut pas servir d'identifiant. Prenez des lettres minuscules sans accent, des chiffres et des traits d'union, 63 au plus, sans trait d'union au début.`,
  'bad-name': (v) =>
    `«\u00a0${v['value']}\u00a0» ne peut pas servir de nom. Prenez des lettres minuscules sans accent, des chiffres et des traits d'union, 63 au plus, une lettre au début.`,
  'bad-language': (v) =>
    `«\u00a0${v['value']}\u00a0» n'est pas un code de langue. Écrivez-en un comme fr, en ou pt-BR.`,
  'bad-path': (v) =>
    `«\u00a0${v['value']}\u00a0» n'est pas un chemin dans le dépôt. Écrivez-le depuis la racine, avec /, sans partie . ou ..`,
  'bad-sha256': () =>
    "Ce n'est pas une empreinte SHA-256\u00a0: 64 chiffres de 0 à f sont attendus. Importez à nouveau le relevé.",
  'bad-reference': (v) =>
    `«\u00a0${v['value']}\u00a0» n'est pas la référence d'une modification\u00a0: 6 à 64 chiffres de 0 à f sont attendus. Copiez-la depuis la comparaison.`,
  'bad-day': (v) =>
    `«\u00a0${v['value']}\u00a0» n'est pas un jour du calendrier. Écrivez-le comme 2026-01-31.`,
  'no-kind': () =>
    "Le fichier ne dit ni `charter:` ni `template:`. Commencez-le par l'une de ces clés, suivie de son identifiant.",
  'two-kinds': () => "Le fichier dit à la fois `charter:` et `template:`. Gardez l'une des deux clés.",
  'block-without-role': () =>
    "Ce bloc n'est ni un titre, ni un paragraphe, ni un élément de liste, ni un tableau. Commencez-le par `heading`, `paragraph`, `item` ou `table`.",
  'block-with-two-roles': (v) =>
    `Ce bloc est à la fois «\u00a0${v['first']}\u00a0» et «\u00a0${v['second']}\u00a0». Faites-en deux blocs, ou gardez une seule clé.`,
  'row-key-unknown': (v) =>
    `Le tableau n'a pas de colonne «\u00a0${v['key']}\u00a0». ${entendu(v, 'Ajoutez la colonne à `columns`, ou corrigez la clé.')}`,
  'too-many-problems': (v) => `Le fichier a encore ${v['count']} autres problèmes. Corrigez d'abord ceux-ci.`,
  'table-repeated': (v) => `Le tableau «\u00a0${v['name']}\u00a0» existe deux fois. Renommez l'un des deux.`,
  'table-unknown': (v) =>
    `Le fichier n'a pas de tableau «\u00a0${v['name']}\u00a0». Ajoutez-le sous \`tables\`, ou corrigez le nom.`,
  'table-placed-twice': (v) =>
    `Le tableau «\u00a0${v['name']}\u00a0» figure deux fois dans le corps du texte. Gardez l'une des deux places.`,
  'table-not-placed': (v) =>
    `Le tableau «\u00a0${v['name']}\u00a0» n'a pas de place dans le corps du texte. Ajoutez \`- table: ${v['name']}\` là où il doit figurer.`,
  'column-repeated': (v) =>
    `La colonne «\u00a0${v['name']}\u00a0» existe deux fois dans ce tableau. Renommez l'une des deux.`,
  'section-repeated': (v) =>
    `La section «\u00a0${v['name']}\u00a0» est déclarée deux fois. Gardez l'une des deux.`,
  'section-unknown': (v) =>
    `La section «\u00a0${v['name']}\u00a0» n'est pas déclarée. Ajoutez-la sous \`sections\`, ou corrigez le nom.`,
  'section-opened-twice': (v) =>
    `La section «\u00a0${v['name']}\u00a0» s'ouvre deux fois dans le corps du texte. Gardez la première place.`,
  'variable-repeated': (v) =>
    `La variable «\u00a0${v['name']}\u00a0» est déclarée deux fois. Gardez l'une des deux.`,
  'variable-undeclared': (v) =>
    `Le texte emploie {{${v['name']}}}, qui n'est pas déclarée. Ajoutez-la sous \`variables\`, ou corrigez le nom.`,
  'decision-repeated': (v) =>
    `La modification ${v['name']} fait l'objet de deux décisions. Gardez l'une des deux.`,
  'setting-timezone': (v) =>
    `«\u00a0${v['value']}\u00a0» n'est pas un fuseau horaire connu de ce système. Écrivez-en un comme Europe/Paris.`,
  'not-canonical': () => "Le fichier n'est pas sous sa forme canonique à partir d'ici. Lancez `charter fmt`.",
  'key-order': (v) =>
    `La clé «\u00a0${v['key']}\u00a0» n'est pas à sa place habituelle. Lancez \`charter fmt\`.`,
  'duplicate-row': (v) =>
    `Cette ligne du tableau est identique à celle de la ligne ${v['first']} du fichier. Retirez-en une si la page ne montre le cookie qu'une fois.`,
  'empty-name': () =>
    'Cette ligne ne nomme aucun cookie. Écrivez le nom tel que publié, ou vérifiez le relevé.',
  'template-unknown': (v) =>
    `La charte suit «\u00a0${v['name']}\u00a0», et ce modèle n'existe pas. ${entendu(v, 'Corrigez le nom, ou ajoutez le modèle.')}`,
  'variable-missing': (v) =>
    `Le modèle «\u00a0${v['template']}\u00a0» emploie {{${v['name']}}}, et la charte ne lui donne pas de valeur. Ajoutez-la sous \`variables\`.`,
  'variable-unneeded': (v) =>
    `Le modèle «\u00a0${v['template']}\u00a0» ne déclare pas de variable «\u00a0${v['name']}\u00a0». Retirez-la ou corrigez son nom.`,
  'variable-unused': (v) => `Aucun texte n'emploie {{${v['name']}}}. Retirez la variable, ou employez-la.`,
  'section-unused': (v) =>
    `Aucun bloc n'ouvre la section «\u00a0${v['name']}\u00a0». Ajoutez \`section: ${v['name']}\` à son premier bloc, ou retirez-la.`,
  'foreign-address': (v) =>
    `Le texte contient ${v['address']}, l'adresse du portail ${v['portal']}. Vérifiez qu'elle n'a pas été copiée par erreur.`,
  'decision-without-reason': () => 'Cet écart a été admis sans motif. Ajoutez-en un sous `reason`.',
  'decision-to-come': (v) =>
    `Cette décision est datée du ${v['on']}, un jour à venir. Écrivez le jour où elle a été prise.`,
  'decision-lapsed': (v) =>
    `Cet écart était admis jusqu'au ${v['until']}. Décidez à nouveau, ou corrigez le texte.`,
  'decision-overdue': (v) =>
    `Cet écart était à corriger au plus tard le ${v['until']}. Corrigez le texte, ou fixez un nouveau jour.`,
  'capture-missing': (v) =>
    `Le relevé ${v['file']} manque. Reprenez-le dans git, ou importez à nouveau la page.`,
  'capture-differs': (v) =>
    `Le relevé ${v['file']} n'est pas celui qui a été importé\u00a0: son empreinte SHA-256 diffère. Reprenez-le dans git, ou importez-le à nouveau.`,
  'capture-of-another': (v) =>
    `Le relevé ${v['file']} est celui de ${v['portal']}, qui a sa propre charte\u00a0: ce texte n'a pas été relevé ici. Importez la page de ce portail.`,
};

export const problemSentences: Catalogue<Readonly<Record<ProblemCode, Sentence>>> = {
  en: english,
  fr: french,
};

/** The problem in words, without its place. A code of another room's stands for itself. */
export function describeProblem(problem: Problem, language: Language): string {
  return isProblemCode(problem.code)
    ? problemSentences[language][problem.code](problem.values)
    : problem.code;
}

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(english, code);
}

function meant(values: Values, otherwise: string): string {
  return values['suggestion'] === undefined ? otherwise : `Did you mean "${values['suggestion']}"?`;
}

function entendu(values: Values, otherwise: string): string {
  return values['suggestion'] === undefined
    ? otherwise
    : `Vouliez-vous dire «\u00a0${values['suggestion']}\u00a0»\u00a0?`;
}
