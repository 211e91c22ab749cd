/** What is said where versions are named in a form that the command does not take: the form that it does take. */
import type { Catalogue } from './language.ts';
import { shellWord } from './shell-word.ts';
import { fr } from './typography.ts';

type Values = Readonly<Record<string, string | number>>;

/** `PORTAL@REV`, with the name of the charter where one is known. */
function joined(portal: string, { charter = '', revision = '' }: Values): string {
  return shellWord(`${charter === '' ? portal : charter}@${revision}`);
}

export const namingFailures: Catalogue<Readonly<Record<string, (values: Values) => string>>> = {
  en: {
    'one-version': (v) =>
      `“${v.argument}” names two versions, and “charter ${v.command}” asks about one: PORTAL@REV. To compare two: charter diff ${shellWord(v.argument)}`,
    'one-revision': (v) =>
      `all charters of one log start from one revision, not from ${v.one} and ${v.other}.`,
    'version-apart': (v) =>
      `“charter ${v.command}” does not expect “${v.revision}”. The version of a charter is joined to its name: ${joined('PORTAL', v)}`,
    'revision-alone': (v) =>
      `“${v.revision}” is a git revision, not a charter. ${v.command === '' ? `The version of a charter is joined to its name: ${joined('PORTAL', v)}` : `Write: charter ${v.command}`}`,
    'day-alone': (v) =>
      `“${v.revision}” is a day, not a charter. What was seen by then is joined to the charter's name: ${joined('PORTAL', v)}`,
    'day-range': (v) =>
      `“${v.argument}”: two dots stand between git revisions, and git knows no “${v.day}” here. Between days: charter log ${v.words}`,
    'day-of-several': (v) =>
      `a day stands for a version of one charter, and several are named with ${v.day}. Their versions up to that day: charter log ${v.words}`,
    'symmetric-log': (v) =>
      `“${v.argument}”: “charter log” takes two dots, for what came after the one and up to the other: ${shellWord(v.range)}. From where both parted: charter diff ${shellWord(v.argument)}`,
  },
  fr: {
    'one-version': (v) =>
      fr`« ${v.argument} » nomme deux versions, et « charter ${v.command} » en interroge une seule : PORTAIL@REV. Pour en comparer deux : charter diff ${shellWord(v.argument)}`,
    'one-revision': (v) =>
      fr`toutes les chartes d'un même journal partent d'une seule révision, pas de ${v.one} et de ${v.other}.`,
    'version-apart': (v) =>
      fr`« charter ${v.command} » n'attend pas « ${v.revision} ». La version d'une charte s'écrit à la suite de son nom : ${joined('PORTAIL', v)}`,
    'revision-alone': (v) =>
      fr`« ${v.revision} » est une révision git, pas une charte. ${v.command === '' ? fr`La version d'une charte s'écrit à la suite de son nom : ${joined('PORTAIL', v)}` : fr`Écrivez : charter ${v.command}`}`,
    'day-alone': (v) =>
      fr`« ${v.revision} » est un jour, pas une charte. Ce qui avait été relevé à cette date s'écrit à la suite du nom de la charte : ${joined('PORTAIL', v)}`,
    'day-range': (v) =>
      fr`« ${v.argument} » : deux points séparent des révisions git, et git ne connaît pas ici « ${v.day} ». Entre deux jours : charter log ${v.words}`,
    'day-of-several': (v) =>
      fr`un jour désigne la version d'une seule charte, et plusieurs sont nommées avec ${v.day}. Leurs versions jusqu'à ce jour : charter log ${v.words}`,
    'symmetric-log': (v) =>
      fr`« ${v.argument} » : « charter log » attend deux points, pour ce qui vient après l'une et jusqu'à l'autre : ${shellWord(v.range)}. Depuis leur séparation : charter diff ${shellWord(v.argument)}`,
  },
};
