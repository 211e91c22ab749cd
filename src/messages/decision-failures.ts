/** Why nothing was decided on a drift, and what to do next; values are set in as they are. */
import type { Catalogue } from './language.ts';
import { shellWord } from './shell-word.ts';
import { fr } from './typography.ts';

type Values = Readonly<Record<string, string | number>>;

export const decisionFailures: Catalogue<Readonly<Record<string, (values: Values) => string>>> = {
  en: {
    'bad-reference': (v) =>
      `“${v.reference}” is no reference: those have digits and the letters a to f, as in 3f9a1c. They are in: charter drift`,
    'short-reference': (v) => `“${v.reference}” is too short for a reference: ${v.least} digits at least.`,
    'unknown-reference': (v) =>
      `no charter here differs from its template under the reference “${v.reference}”. References change with the text; today's are in: charter drift`,
    'ambiguous-reference': (v) =>
      `“${v.reference}” begins ${v.count} references. Nothing was decided; give more digits.`,
    'reference-in-several': (v) =>
      `${v.count} portals have the drift ${v.reference}. Nothing was decided. ${v.portals === '' ? `Name those meant, as charter drift --by-change tells them, or take all: --portals '*'` : `Say for which of them: --portals ${v.portals}`}`,
    'reference-not-there': (v) =>
      `${v.reference} is no drift of ${v.lacking}, but of ${v.portals}. Nothing was decided.`,
    'reference-elsewhere': (v) =>
      `“${v.reference}” is a reference of “${v.command}”. Decisions are on drift from the template that a charter follows; its references are in: charter drift ${v.portal}`,
    'reference-predicted': (v) =>
      `“${v.reference}” is a reference of “${v.command}”: a drift that will be there once that version is the template. Decide on it then; what can be decided today is in: charter drift`,
    'drift-without-template': (v) =>
      v.template === ''
        ? `${v.portal} follows no template, so it has no drift to decide on. Name its template at “follows:” in its file.`
        : `${v.portal} follows the template “${v.template}”, which is not here, so it has no drift to decide on.`,
    'reason-missing': () =>
      'an agreement needs its reason, for whoever asks later. Nothing was decided; add: --reason "…"',
    'decider-missing': () =>
      'an agreement needs the name of who agreed, and git knows no user.name. Nothing was decided; add: --by "Your Name"',
    'empty-name-option': (v) => `${v.option} needs a name.`,
    'baseline-only': (v) =>
      `“charter drift” takes ${v.option} only with --baseline: charter drift --baseline --by DATE`,
    'day-past': (v) => `${v.option} ${v.value} is past: today is ${v.today}.`,
    'decision-not-canonical': (v) =>
      `${v.file} is not in canonical form, and nothing was written. Bring it into form: charter fmt ${shellWord(v.file)}`,
    'decision-partly-written': (v) =>
      `${v.file} cannot be written. Written before it: ${v.files}. See to that file, then do the same again.`,
    'changed-meanwhile': (v) =>
      `${v.file} was changed while this command was at work, by hand or by another run, and was left as it is. Do the same again.`,
  },
  fr: {
    'bad-reference': (v) =>
      fr`« ${v.reference} » n'est pas une référence : elle se compose de chiffres et des lettres a à f, comme 3f9a1c. Les trouver : charter drift`,
    'short-reference': (v) =>
      fr`« ${v.reference} » est trop court pour une référence : ${v.least} signes au moins.`,
    'unknown-reference': (v) =>
      fr`aucune charte d'ici n'a, par rapport à son modèle, d'écart de référence « ${v.reference} ». Les références changent avec le texte ; celles d'aujourd'hui : charter drift`,
    'ambiguous-reference': (v) =>
      fr`« ${v.reference} » est le début de ${v.count} références. Rien n'a été décidé ; donnez plus de signes.`,
    'reference-in-several': (v) =>
      fr`${v.count} portails ont l'écart ${v.reference}. Rien n'a été décidé. ${v.portals === '' ? fr`Nommez-les, tels que les donne charter drift --by-change, ou prenez-les tous : --portals '*'` : fr`Dites pour lesquels : --portals ${v.portals}`}`,
    'reference-not-there': (v) =>
      fr`${v.reference} n'est pas un écart de ${v.lacking}, mais de ${v.portals}. Rien n'a été décidé.`,
    'reference-elsewhere': (v) =>
      fr`« ${v.reference} » est une référence de « ${v.command} ». On décide des écarts au modèle que suit une charte ; leurs références : charter drift ${v.portal}`,
    'reference-predicted': (v) =>
      fr`« ${v.reference} » est une référence de « ${v.command} » : un écart qui sera là quand cette version sera le modèle. Décidez-en à ce moment ; ce dont on peut décider aujourd'hui : charter drift`,
    'drift-without-template': (v) =>
      v.template === ''
        ? fr`${v.portal} ne suit aucun modèle et n'a donc pas d'écart dont décider. Nommez son modèle sous « follows: » dans son fichier.`
        : fr`${v.portal} suit le modèle « ${v.template} », qui n'est pas ici : il n'a donc pas d'écart dont décider.`,
    'reason-missing': () =>
      fr`un écart n'est admis qu'avec son motif, pour qui le demandera plus tard. Rien n'a été décidé ; ajoutez : --reason "…"`,
    'decider-missing': () =>
      fr`un écart n'est admis qu'avec le nom de qui l'admet, et git ne connaît pas de user.name. Rien n'a été décidé ; ajoutez : --by "Votre nom"`,
    'empty-name-option': (v) => fr`${v.option} attend un nom.`,
    'baseline-only': (v) =>
      fr`« charter drift » ne prend ${v.option} qu'avec --baseline : charter drift --baseline --by DATE`,
    'day-past': (v) => fr`${v.option} ${v.value} est passé : nous sommes le ${v.today}.`,
    'decision-not-canonical': (v) =>
      fr`${v.file} n'est pas en forme canonique, rien n'a été écrit. Le mettre en forme : charter fmt ${shellWord(v.file)}`,
    'decision-partly-written': (v) =>
      fr`${v.file} ne peut pas être écrit. Écrits avant lui : ${v.files}. Réglez ce qui l'empêche, puis recommencez.`,
    'changed-meanwhile': (v) =>
      fr`${v.file} a changé pendant l'exécution de cette commande, à la main ou par une autre ; il est laissé tel quel. Recommencez.`,
  },
};
