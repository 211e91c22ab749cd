/** Words that no sentence, label or name ends with, as data: where a text stops on one, the rest is missing. */

/** By language, in lower case; words that may end a question, a heading or a separable verb are left out. */
export const openWords: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: words(
    'de du des le la les une et ou au aux à dont ce cet cette ces votre vos notre nos ses dans par afin lorsque chaque',
  ),
  en: words('the an of and or your our their its every into because whose'),
  de: words('der des dem und oder einer eines einem einen zum zur vom ihre unsere unserer'),
  es: words('el los las de del y una su sus al'),
  it: words('il gli di del della dei delle degli dal dalla nel nella e'),
  nl: words('de een en uw onze'),
  pt: words('os as do da dos das ao e'),
};

/** Runs of consonants that are words all the same: units, codes of languages, abbreviations. */
export const bareWords: ReadonlySet<string> = words(
  'km kb mb gb tb ms mn px pt nd rd th st cf vs ss jr fr nl sv cs bg lt lv sk tr pdf sms css dns gps http php sdk tv pc',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
