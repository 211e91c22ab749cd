/** What `charter accept` and `charter fix` say of decisions: made, replaced, listed, dropped. */
import type { ChangeClass, Day, Decision } from '../model/charter.ts';
import type { FindingState, Lapse, StaleDecision } from '../model/drift.ts';
import { sayDay } from './days.ts';
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

/** What became of a decision: the state of its drift, or why it stands for none. */
export type Standing =
  | { readonly kind: 'finding'; readonly state: FindingState; readonly lapse?: Lapse }
  | { readonly kind: 'stale'; readonly why: StaleDecision['why'] };

export interface DecisionTexts {
  /** Above the drift that was decided on. */
  readonly decided: (reference: string, status: Decision['status'], portals: readonly string[]) => string;
  readonly reason: (text: string) => string;
  /** What the portal said when it was decided. */
  readonly said: (text: string) => string;
  readonly cookies: (cookies: readonly string[]) => string;
  readonly by: (name: string, fromGit: boolean) => string;
  readonly nameless: string;
  readonly until: (day: Day) => string;
  readonly due: (day: Day) => string;
  /** A decision that the new one replaces. */
  readonly before: (portal: string, decision: Decision) => string;
  readonly written: (decisions: number, files: readonly string[]) => string;
  readonly wouldWrite: (decisions: number, files: readonly string[]) => string;
  /** Of a list: what became of it, its class, who decided and when. */
  readonly line: (decision: Decision, standing: Standing) => string;
  readonly none: string;
  readonly noneEnding: (days: number) => string;
  readonly sum: (decisions: number, portals: number, stale: number) => string;
  readonly pruneNext: string;
  readonly noneStale: string;
  readonly dropped: (decisions: number, files: readonly string[]) => string;
  readonly wouldDrop: (decisions: number, files: readonly string[]) => string;
  /** Charters whose decisions were not judged. */
  readonly unjudged: (portals: readonly string[]) => string;
}

/** More files than these are counted, not named. */
const mostNamed = 5;

function named(names: readonly string[], many: (count: number) => string): string {
  return names.length > mostNamed ? many(names.length) : names.join(', ');
}

const mostPortals = 20;

/** How many, then their names; of many the first only. */
function portalsOf(portals: readonly string[], noun: string, others: string): string {
  const [only, second] = portals;
  if (second === undefined) return only ?? '';
  const more = portals.length - mostPortals;
  const names = portals.slice(0, mostPortals).join(', ');
  return `${portals.length} ${noun}, ${names}${more > 0 ? `, + ${more} ${others}` : ''}`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

const classesEnglish: Readonly<Record<ChangeClass, string>> = {
  variable: 'variable',
  typographic: 'typographic',
  wording: 'wording',
  substantive: 'substantive',
};

function stateEnglish({ until, class: level }: Decision, standing: Standing): string {
  const day = until === undefined ? '' : sayDay(until, 'en');
  if (standing.kind === 'stale') return staleEnglish[standing.why];
  switch (standing.state) {
    case 'agreed':
      return until === undefined ? 'agreed' : `agreed until ${day}`;
    case 'to-fix':
      return until === undefined ? 'to fix' : `to fix by ${day}`;
    case 'overdue':
      return `overdue since ${day}`;
    case 'lapsed':
      if (standing.lapse === 'stronger')
        return `lapsed: made for ${classesEnglish[level]}, and the drift is of a stronger class now`;
      if (standing.lapse === 'reasonless') return 'no agreement: no reason is given';
      if (standing.lapse === 'changed') return 'lapsed: made for other words, the text has changed';
      if (standing.lapse === 'differs-otherwise')
        return 'lapsed: made for the same words, which differ otherwise from the template now';
      return `lapsed on ${day}`;
    case 'unexplained':
      return 'not decided';
    default:
      return standing.state satisfies never;
  }
}

const staleEnglish: Readonly<Record<StaleDecision['why'], string>> = {
  unmatched: 'covers no drift any more: the text changed again, or follows the template',
  ambiguous: 'covers no drift: its reference fits several',
  superseded: 'covers no drift: a later decision on the same one counts',
};

const english: DecisionTexts = {
  decided: (reference, status, portals) =>
    `${reference}  ${status === 'agreed' ? 'agreed' : 'to fix'}: ${portalsOf(portals, 'portals', 'more')}`,
  reason: (text) => `Reason: ${text}`,
  said: (text) => `Decided for these words: ${text}`,
  cookies: (cookies) => `At ${counted(cookies.length, 'cookie', 'cookies')}: ${cookies.join(', ')}`,
  by: (name, fromGit) => `Decided by ${name}${fromGit ? ', as git has it (user.name)' : ''}`,
  nameless: 'No name is written: git knows no user.name',
  until: (day) => `Agreed until ${sayDay(day, 'en')}`,
  due: (day) => `To fix by ${sayDay(day, 'en')}`,
  before: (portal, decision) => `Replaces, in ${portal}: ${describeEnglish(decision)}`,
  written: (decisions, files) =>
    `${counted(decisions, 'decision', 'decisions')} written to ${named(files, (count) => `${count} files`)}.`,
  wouldWrite: (decisions, files) =>
    `Would write ${counted(decisions, 'decision', 'decisions')} to ${named(files, (count) => `${count} files`)}.`,
  line: (decision, standing) =>
    [
      stateEnglish(decision, standing),
      ...(standing.kind === 'stale' ? [classesEnglish[decision.class]] : []),
      ...(decision.by === undefined ? [] : [decision.by]),
      sayDay(decision.on, 'en'),
    ].join(' · '),
  none: 'Nothing is decided yet. References of drifts: charter drift',
  noneEnding: (days) => `No decision ends within ${counted(days, 'day', 'days')}.`,
  sum: (decisions, portals, stale) =>
    `${counted(decisions, 'decision', 'decisions')} in ${counted(portals, 'portal', 'portals')}${stale === 0 ? '' : `, ${stale} without its drift`}.`,
  pruneNext: 'Drop what covers no drift: charter accept --prune',
  noneStale: 'Nothing to drop: every decision is about a drift that is there.',
  dropped: (decisions, files) =>
    `${counted(decisions, 'decision', 'decisions')} dropped from ${named(files, (count) => `${count} files`)}.`,
  wouldDrop: (decisions, files) =>
    `Would drop ${counted(decisions, 'decision', 'decisions')} from ${named(files, (count) => `${count} files`)}.`,
  unjudged: (portals) =>
    `Left as they are, with no template named or here to hold them against: the decisions of ${portals.join(', ')}`,
};

function describeEnglish({ status, by, on, until, reason }: Decision): string {
  const end = until === undefined ? '' : `, ${status === 'agreed' ? 'until' : 'by'} ${sayDay(until, 'en')}`;
  return `${status === 'agreed' ? 'agreed' : 'to fix'}${end} (${by === undefined ? '' : `${by}, `}${sayDay(on, 'en')})${reason === undefined ? '' : `: ${reason}`}`;
}

/** French takes the singular below two. */
function accorded(count: number, one: string, many: string): string {
  return `${count} ${count < 2 ? one : many}`;
}

const classesFrench: Readonly<Record<ChangeClass, string>> = {
  variable: 'propre au portail',
  typographic: 'de forme',
  wording: 'rédactionnelle',
  substantive: 'de fond',
};

function stateFrench({ until, class: level }: Decision, standing: Standing): string {
  const day = until === undefined ? '' : sayDay(until, 'fr');
  if (standing.kind === 'stale') return staleFrench[standing.why];
  switch (standing.state) {
    case 'agreed':
      return until === undefined ? 'écart admis' : `écart admis jusqu'au ${day}`;
    case 'to-fix':
      return until === undefined ? 'à corriger' : `à corriger d'ici au ${day}`;
    case 'overdue':
      return `à corriger, en retard depuis le ${day}`;
    case 'lapsed':
      if (standing.lapse === 'stronger')
        return fr`expiré : admis au niveau « ${classesFrench[level]} », l'écart est maintenant d'un niveau plus fort`;
      if (standing.lapse === 'reasonless') return fr`pas admis : aucun motif n'est donné`;
      if (standing.lapse === 'changed') return fr`à revoir : décidé pour d'autres mots, le texte a changé`;
      if (standing.lapse === 'differs-otherwise')
        return fr`à revoir : décidé pour les mêmes mots, dont l'écart au modèle était autre`;
      return `expiré le ${day}`;
    case 'unexplained':
      return 'sans décision';
    default:
      return standing.state satisfies never;
  }
}

const staleFrench: Readonly<Record<StaleDecision['why'], string>> = {
  unmatched: fr`ne couvre plus aucun écart : le texte a encore changé, ou suit le modèle`,
  ambiguous: fr`ne couvre aucun écart : sa référence en désigne plusieurs`,
  superseded: fr`ne couvre aucun écart : une décision plus récente sur le même compte`,
};

const french: DecisionTexts = {
  decided: (reference, status, portals) =>
    fr`${reference}  ${status === 'agreed' ? 'écart admis' : 'à corriger'} : ${portalsOf(portals, 'portails', 'autres')}`,
  reason: (text) => fr`Motif : ${text}`,
  said: (text) => fr`Décidé pour ces mots : ${text}`,
  cookies: (cookies) => fr`Pour ${accorded(cookies.length, 'cookie', 'cookies')} : ${cookies.join(', ')}`,
  by: (name, fromGit) => `Décidé par ${name}${fromGit ? ', nom que donne git (user.name)' : ''}`,
  nameless: fr`Sans nom : git ne connaît pas de user.name`,
  until: (day) => `Admis jusqu'au ${sayDay(day, 'fr')}`,
  due: (day) => `À corriger d'ici au ${sayDay(day, 'fr')}`,
  before: (portal, decision) => fr`Remplace, dans ${portal} : ${describeFrench(decision)}`,
  written: (decisions, files) =>
    `${accorded(decisions, 'décision écrite', 'décisions écrites')} dans ${named(files, (count) => `${count} fichiers`)}.`,
  wouldWrite: (decisions, files) =>
    `${accorded(decisions, 'décision serait écrite', 'décisions seraient écrites')} dans ${named(files, (count) => `${count} fichiers`)}.`,
  line: (decision, standing) =>
    [
      stateFrench(decision, standing),
      ...(standing.kind === 'stale' ? [classesFrench[decision.class]] : []),
      ...(decision.by === undefined ? [] : [decision.by]),
      sayDay(decision.on, 'fr'),
    ].join(' · '),
  none: fr`Rien n'est encore décidé. Références des écarts : charter drift`,
  noneEnding: (days) => `Aucune décision ne prend fin d'ici ${days < 2 ? `${days} jour` : `${days} jours`}.`,
  sum: (decisions, portals, stale) =>
    `${accorded(decisions, 'décision', 'décisions')} dans ${accorded(portals, 'portail', 'portails')}${stale === 0 ? '' : `, dont ${stale} sans son écart`}.`,
  pruneNext: fr`Retirer ce qui ne couvre aucun écart : charter accept --prune`,
  noneStale: fr`Rien à retirer : chaque décision porte sur un écart présent.`,
  dropped: (decisions, files) =>
    `${accorded(decisions, 'décision retirée', 'décisions retirées')} de ${named(files, (count) => `${count} fichiers`)}.`,
  wouldDrop: (decisions, files) =>
    `${accorded(decisions, 'décision serait retirée', 'décisions seraient retirées')} de ${named(files, (count) => `${count} fichiers`)}.`,
  unjudged: (portals) =>
    fr`Laissées telles quelles, faute de modèle nommé et présent auquel les rapporter : les décisions de ${portals.join(', ')}`,
};

function describeFrench({ status, by, on, until, reason }: Decision): string {
  const end =
    until === undefined ? '' : ` ${status === 'agreed' ? "jusqu'au" : "d'ici au"} ${sayDay(until, 'fr')}`;
  const said = `${status === 'agreed' ? 'écart admis' : 'à corriger'}${end} (${by === undefined ? '' : `${by}, `}${sayDay(on, 'fr')})`;
  return reason === undefined ? said : fr`${said} : ${reason}`;
}

export const decisionMessages: Catalogue<DecisionTexts> = { en: english, fr: french };
