/** Why no template was built, and what to do next; values are set in as they are. */
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

type Values = Readonly<Record<string, string | number>>;

export const templateFailures: Catalogue<Readonly<Record<string, (values: Values) => string>>> = {
  en: {
    'unknown-action': (v) => `“charter ${v.command}” cannot “${v.action}”. It can: ${v.allowed}.`,
    'charter-expected': (v) =>
      `${v.argument} is a template. A template is built from portals: charter template infer PORTAL…`,
    'portal-twice': (v) =>
      `the portal “${v.portal}” is named twice. Name one version of each, so that each counts once.`,
    'languages-mixed': (v) =>
      `these portals are in several languages: ${v.languages}. A template has one. Name the portals of one language.`,
    'bad-template-name': (v) =>
      `“${v.name}” cannot be a template's name. A name has lower-case letters without accents, digits and hyphens, 63 at most.`,
    'unknown-shipped-template': (v) =>
      `no template “${v.template}” comes with the tool. To start from: ${v.known}; without --template, a plain one.`,
    'template-exists': (v) => `${v.file} exists. Nothing was written; --force overwrites it.`,
  },
  fr: {
    'unknown-action': (v) =>
      fr`« charter ${v.command} » ne sait pas « ${v.action} ». Au choix : ${v.allowed}.`,
    'charter-expected': (v) =>
      fr`${v.argument} est un modèle. Un modèle se tire de portails : charter template infer PORTAIL…`,
    'portal-twice': (v) =>
      fr`le portail « ${v.portal} » est nommé deux fois. N'en nommez qu'une version, pour que chacun compte une fois.`,
    'languages-mixed': (v) =>
      fr`ces portails sont en plusieurs langues : ${v.languages}. Un modèle n'en a qu'une. Nommez les portails d'une seule langue.`,
    'bad-template-name': (v) =>
      fr`« ${v.name} » ne peut pas être le nom d'un modèle. Un nom se compose de minuscules sans accents, de chiffres et de traits d'union, 63 au plus.`,
    'unknown-shipped-template': (v) =>
      fr`aucun modèle « ${v.template} » n'accompagne l'outil. On peut partir de : ${v.known} ; sans --template, d'un modèle simple.`,
    'template-exists': (v) => fr`${v.file} existe déjà. Rien n'a été écrit ; --force l'écrase.`,
  },
};
