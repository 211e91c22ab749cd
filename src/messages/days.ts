/** Days as a sentence says them: “9 March”, « 1er mars 2026 ». */
import type { Day } from '../model/charter.ts';
import type { Language } from '../model/language.ts';

const months: Readonly<Record<Language, readonly string[]>> = {
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
  fr: [
    ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
    ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ],
};

/** With its year, but where it is that of `beside`, which stands near by. */
export function sayDay(day: Day, language: Language, beside?: Day): string {
  const [year = '', month = '', number = ''] = day.split('-');
  const name = months[language][Number(month) - 1] ?? month;
  const first = language === 'fr' && Number(number) === 1 ? 'er' : '';
  const short = `${Number(number)}${first} ${name}`;
  return beside?.startsWith(`${year}-`) ? short : `${short} ${year}`;
}
