/** What `charter drift --baseline` says: what was put off to be corrected, what somebody has to look at first. */
import type { Day } from '../model/charter.ts';
import { sayDay } from './days.ts';
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

export interface BaselineTexts {
  readonly marked: (counts: BaselineCounts, by: Day, dry: boolean) => string;
  /** By class, weakest last. */
  readonly classes: (parts: readonly string[]) => string;
  readonly nothing: string;
  readonly decided: (drifts: number, open: number) => string;
  readonly left: (drifts: number, portals: number) => string;
  /** Over one difference: its reference and who has it. */
  readonly leftAt: (reference: string, portals: readonly string[]) => string;
  readonly more: (differences: number) => string;
  readonly next: string;
  /** Charters that name no template. */
  readonly without: (portals: readonly string[]) => string;
}

export interface BaselineCounts {
  readonly drifts: number;
  readonly portals: number;
  /** That were looked at. */
  readonly of: number;
}

const mostNamed = 8;

function namesOf(portals: readonly string[], others: (count: number) => string): string {
  const more = portals.length - mostNamed;
  return [...portals.slice(0, mostNamed), ...(more > 0 ? [others(more)] : [])].join(', ');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function within(portals: number, of: number): string {
  return of === 1 ? 'in 1 portal' : `in ${portals} of ${of} portals`;
}

const english: BaselineTexts = {
  marked: ({ drifts, portals, of }, by, dry) =>
    `${dry ? 'Would mark' : 'Marked'} ${counted(drifts, 'drift', 'drifts')} as to fix by ${sayDay(by, 'en')}, ${within(portals, of)}`,
  classes: (parts) => parts.join(' · '),
  nothing: 'Nothing to mark: no drift below substantive is without a decision.',
  decided: (drifts, open) =>
    `Decided before and left so: ${counted(drifts, 'drift', 'drifts')}${open === 0 ? '' : `, ${open} of them to be decided again`}`,
  left: (drifts, portals) =>
    `Substantive, left unexplained for somebody to look at: ${counted(drifts, 'drift', 'drifts')} in ${counted(portals, 'portal', 'portals')}`,
  leftAt: (reference, portals) =>
    `${reference}  ${portals.length === 1 ? '' : `${portals.length} portals: `}${namesOf(portals, (count) => `${count} more`)}`,
  more: (differences) =>
    `${counted(differences, 'other difference', 'other differences')}: charter drift --by-change`,
  next: 'What is left to settle: charter drift',
  without: (portals) =>
    `Not marked, as no template is named there: ${namesOf(portals, (count) => `${count} more`)}. Name it in each file, then do the same again: follows: TEMPLATE`,
};

/** French takes the singular below two. */
function accorded(count: number, one: string, many: string): string {
  return `${count} ${count < 2 ? one : many}`;
}

function parmi(portals: number, of: number): string {
  return of === 1 ? 'dans 1 portail' : `dans ${portals} des ${of} portails`;
}

const french: BaselineTexts = {
  marked: ({ drifts, portals, of }, by, dry) => {
    const noted = dry
      ? accorded(drifts, 'écart serait noté', 'écarts seraient notés')
      : accorded(drifts, 'écart noté', 'écarts notés');
    return `${noted} à corriger d'ici au ${sayDay(by, 'fr')}, ${parmi(portals, of)}`;
  },
  classes: (parts) => parts.join(' · '),
  nothing: fr`Rien à noter : aucun écart sous le niveau « de fond » n'est sans décision.`,
  decided: (drifts, open) =>
    fr`Décidés auparavant et laissés ainsi : ${accorded(drifts, 'écart', 'écarts')}${open === 0 ? '' : `, dont ${open} à revoir`}`,
  left: (drifts, portals) =>
    fr`De fond, laissés sans motif pour que quelqu'un les regarde : ${accorded(drifts, 'écart', 'écarts')} dans ${accorded(portals, 'portail', 'portails')}`,
  leftAt: (reference, portals) =>
    fr`${reference}  ${portals.length === 1 ? '' : fr`${portals.length} portails : `}${namesOf(portals, (count) => `${count} autres`)}`,
  more: (differences) =>
    fr`${accorded(differences, 'autre différence', 'autres différences')} : charter drift --by-change`,
  next: fr`Ce qu'il reste à régler : charter drift`,
  without: (portals) =>
    fr`Rien n'a été noté là où aucun modèle n'est nommé : ${namesOf(portals, (count) => `${count} autres`)}. Nommez-le dans chaque fichier, puis recommencez : follows: MODÈLE`,
};

export const baselineMessages: Catalogue<BaselineTexts> = { en: english, fr: french };
