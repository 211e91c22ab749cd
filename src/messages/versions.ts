/** What is said of the version of a charter that a revision or a day stands for. */
import type { Dated } from '../model/change.ts';
import type { Day } from '../model/charter.ts';
import type { Language } from '../model/language.ts';
import { sayDay } from './days.ts';
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

export interface VersionMessages {
  /** Which version a day stands for. */
  readonly dated: (dated: Dated) => string;
  /** On which side a charter is not there, and what that side is called where it is a version. */
  readonly missing: (side: 'a' | 'b', revision: string | undefined) => string;
  /** Of a merge, besides what is shown. */
  readonly leftOut: (side: string, changes: number) => string;
  /** `dated` of one of two sides. */
  readonly ofSide: (name: string, what: string) => string;
  readonly dayIsRevision: (name: string) => string;
  readonly former: (id: string, former: string, revision: string) => string;
}

const english: VersionMessages = {
  dated: (dated) => {
    const { by, captured, edited, unproven, copied, recorded, next, removed, renamed, atLatest } = dated;
    const say = sayer('en', dated);
    const on = atLatest ? 'on or before' : 'on';
    if (renamed !== undefined)
      return `Renamed ${renamed} on ${say(recorded)}${next === undefined ? '' : `; back on ${say(next)}`}`;
    if (removed) return `Removed on ${say(recorded)}${next === undefined ? '' : `; back on ${say(next)}`}`;
    const after = englishNext(dated, say);
    if (unproven && captured !== undefined)
      return `Version recorded ${on} ${say(recorded)}, which names the capture of ${say(captured)}, though nothing proves that its text comes from it${after}`;
    if (copied !== undefined && captured !== undefined)
      return `Copied from ${copied} (capture of ${say(captured)}), recorded ${captured === recorded ? 'the same day' : `${on} ${say(recorded)}`}${after}`;
    if (by === 'commit') {
      const origin = edited ? 'edited by hand since the capture of' : 'observed on';
      const observed = captured === undefined ? '' : ` (${origin} ${say(captured)}${englishTold(dated)})`;
      return `Version recorded ${on} ${say(recorded)}${observed}${after}`;
    }
    if (captured === undefined) return `Version without a capture, recorded ${on} ${say(recorded)}${after}`;
    const when = captured === recorded ? 'the same day' : `${on} ${say(recorded)}`;
    const origin = edited ? 'Edited by hand since the capture of' : 'Observed on';
    return `${origin} ${say(captured)}${englishTold(dated)}, recorded ${when}${after}`;
  },
  missing: (side, revision) =>
    side === 'a'
      ? `New charter: it is not in ${englishState(revision)}`
      : `Charter gone: it is not in ${englishState(revision)}`,
  leftOut: (side, changes) =>
    `The merge also left out ${changes} ${changes === 1 ? 'change' : 'changes'} of ${side}`,
  ofSide: (name, what) => `${name}: ${lowered(what)}`,
  dayIsRevision: (name) => `“${name}” names a branch, a tag or a commit here: that was taken, not the day.`,
  former: (id, former, revision) => `${id} was called ${former} in ${englishState(revision)}.`,
};

const french: VersionMessages = {
  dated: (dated) => {
    const { by, captured, edited, unproven, copied, recorded, next, removed, renamed, atLatest } = dated;
    const say = sayer('fr', dated);
    const on = atLatest ? 'au plus tard le' : 'le';
    if (renamed !== undefined)
      return (
        fr`Charte renommée en ${renamed} le ${say(recorded)}` +
        (next === undefined ? '' : fr` ; de retour le ${say(next)}`)
      );
    if (removed)
      return (
        fr`Charte retirée le ${say(recorded)}` + (next === undefined ? '' : fr` ; de retour le ${say(next)}`)
      );
    const after = frenchNext(dated, say);
    if (unproven && captured !== undefined)
      return `Version enregistrée ${on} ${say(recorded)}, qui cite le relevé du ${say(captured)} sans que rien ne prouve que son texte en vient${after}`;
    if (copied !== undefined && captured !== undefined)
      return `Copiée de ${copied} (relevé du ${say(captured)}), enregistrée ${captured === recorded ? 'le même jour' : `${on} ${say(recorded)}`}${after}`;
    if (by === 'commit') {
      const origin = edited ? 'modifiée à la main depuis le relevé' : 'relevé';
      const observed = captured === undefined ? '' : ` (${origin} du ${say(captured)}${frenchTold(dated)})`;
      return `Version enregistrée ${on} ${say(recorded)}${observed}${after}`;
    }
    if (captured === undefined) return `Version sans relevé, enregistrée ${on} ${say(recorded)}${after}`;
    const when = captured === recorded ? 'le même jour' : `${on} ${say(recorded)}`;
    const origin = edited ? 'Texte modifié à la main depuis le relevé' : 'Relevé';
    return `${origin} du ${say(captured)}${frenchTold(dated)}, enregistré ${when}${after}`;
  },
  missing: (side, revision) => {
    const where = frenchState(revision);
    return side === 'a'
      ? fr`Nouvelle charte : elle n'est pas dans ${where}`
      : fr`Charte disparue : elle n'est pas dans ${where}`;
  },
  leftOut: (side, changes) =>
    `La fusion a aussi laissé de côté ${changes} ${changes < 2 ? 'modification' : 'modifications'} de ${side}`,
  ofSide: (name, what) => fr`${name} : ${lowered(what)}`,
  dayIsRevision: (name) =>
    fr`« ${name} » nomme ici une branche, une étiquette ou un commit : c'est ce qui a été pris, pas le jour.`,
  former: (id, former, revision) => fr`${id} s'appelait ${former} dans ${frenchState(revision)}.`,
};

/** What is staged is no revision that a reader could name. */
const staged: ReadonlySet<string | undefined> = new Set(['index', ':index']);

function englishState(revision: string | undefined): string {
  return staged.has(revision) ? 'the index' : (revision ?? 'the work tree');
}

function frenchState(revision: string | undefined): string {
  return staged.has(revision) ? "l'index" : (revision ?? 'les fichiers présents');
}

function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

type Sayer = (day: Day) => string;

/** Without the year where all are of the one that was asked for. */
function sayer(language: Language, { asked, captured, unheld = [], recorded, next }: Dated): Sayer {
  const days = [asked, captured ?? asked, ...unheld, recorded, next ?? asked];
  const years = new Set(days.map((day) => day.slice(0, 4)));
  return (day) => sayDay(day, language, years.size === 1 ? asked : undefined);
}

/** On whose word it was observed, where no capture bears it out. */
function englishTold({ told }: Dated): string {
  if (told === undefined) return '';
  return told === 'unchecked'
    ? ' as its commit says'
    : ' as its commit says, though that capture, read today, gives another text';
}

function frenchTold({ told }: Dated): string {
  if (told === undefined) return '';
  return told === 'unchecked'
    ? ' selon son commit'
    : " selon son commit, bien que ce relevé, relu aujourd'hui, donne un autre texte";
}

/** What was captured, or committed, after it. */
function englishNext({ by, captured, unheld = [], next }: Dated, say: Sayer): string {
  const what = by === 'commit' || captured === undefined ? 'version' : 'capture';
  const kept = unheld.length === 0 ? '' : `; ${englishUnheld(unheld, say)}`;
  if (next === undefined) return kept;
  return kept === ''
    ? `; next ${what} on ${say(next)}`
    : `${kept}; the next that a version holds is of ${say(next)}`;
}

function englishUnheld(days: readonly Day[], say: Sayer): string {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  if (days.length === 1) return `a capture of ${say(first)} is kept, but no version holds it`;
  const when = first === last ? `of ${say(first)}` : `from ${say(first)} to ${say(last)}`;
  return `${days.length} captures ${when} are kept, but no version holds them`;
}

function frenchNext({ by, captured, unheld = [], next }: Dated, say: Sayer): string {
  const what = by === 'commit' || captured === undefined ? 'version suivante' : 'relevé suivant';
  const kept = unheld.length === 0 ? '' : fr` ; ${frenchUnheld(unheld, say)}`;
  if (next === undefined) return kept;
  return kept === ''
    ? fr` ; ${what} le ${say(next)}`
    : kept + fr` ; le suivant qu'une version contient est du ${say(next)}`;
}

function frenchUnheld(days: readonly Day[], say: Sayer): string {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  if (days.length === 1) return `un relevé du ${say(first)} est gardé, mais aucune version ne le contient`;
  const when = first === last ? `du ${say(first)}` : `du ${say(first)} au ${say(last)}`;
  return `${days.length} relevés ${when} sont gardés, mais aucune version ne les contient`;
}

export const versionMessages: Catalogue<VersionMessages> = { en: english, fr: french };
