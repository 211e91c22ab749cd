/** Why `charter drift` could not compare, and what to do next; values are set in as they are. */
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

type Values = Readonly<Record<string, string | number>>;

export const driftFailures: Catalogue<Readonly<Record<string, (values: Values) => string>>> = {
  en: {
    'bad-class': (v) => `${v.option} takes variable, typographic, wording or substantive; not “${v.value}”.`,
    'portal-expected': (v) =>
      `“${v.argument}” is not the id of a portal. To hold portals against another template: charter drift PORTAL --template NAME`,
    'follows-no-template': (v) =>
      `${v.portal} names no template, and is near to none here. Name one: charter drift ${v.portal} --template NAME`,
    'followed-template-missing': (v) =>
      Number(v.count) > 1
        ? `${v.count} charters follow the template “${v.template}”, which is not here, so they were not compared: ${v.portals}. Put it into charters/templates, or name another one: charter drift PORTAL --template NAME`
        : `${v.portal} follows the template “${v.template}”, which is not here, so it was not compared. Put it into charters/templates, or name another one: charter drift ${v.portal} --template NAME`,
  },
  fr: {
    'bad-class': (v) =>
      fr`${v.option} attend propre, forme, rédactionnelle ou fond (ou variable, typographic, wording, substantive), pas « ${v.value} ».`,
    'portal-expected': (v) =>
      fr`« ${v.argument} » n'est pas l'identifiant d'un portail. Pour comparer des portails à un autre modèle : charter drift PORTAIL --template NOM`,
    'follows-no-template': (v) =>
      fr`${v.portal} ne nomme aucun modèle, et n'est proche d'aucun ici. Nommez-en un : charter drift ${v.portal} --template NOM`,
    'followed-template-missing': (v) =>
      Number(v.count) > 1
        ? fr`${v.count} chartes suivent le modèle « ${v.template} », qui n'est pas ici : elles n'ont pas été comparées, ${v.portals}. Placez-le dans charters/templates, ou nommez-en un autre : charter drift PORTAIL --template NOM`
        : fr`${v.portal} suit le modèle « ${v.template} », qui n'est pas ici : elle n'a pas été comparée. Placez-le dans charters/templates, ou nommez-en un autre : charter drift ${v.portal} --template NOM`,
  },
};
