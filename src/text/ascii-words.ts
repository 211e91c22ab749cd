/** The words of a text in the letters and digits that names of files, columns and sections are made of. */

/** Longer texts name nothing. */
const longestText = 400;

/** In lower case, without accents, ligatures taken apart; none where the text has other letters only. */
export function asciiWords(text: string): readonly string[] {
  const plain = text
    .slice(0, longestText)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae');
  return plain.match(/[a-z0-9]+/g) ?? [];
}
