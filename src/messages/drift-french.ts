/** What the outputs of `drift` say in French. */
import type { ChangeClass } from '../model/charter.ts';
import type { FindingState, Lapse } from '../model/drift.ts';
import { sayDay } from './days.ts';
import type { DriftMessages } from './drift.ts';
import { nameSome } from './names.ts';
import { fr } from './typography.ts';

/** In French, zero is singular. */
function plusieurs(count: number, one: string, more: string): string {
  return `${count} ${count < 2 ? one : more}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const states: Readonly<Record<FindingState, string>> = {
  agreed: 'admis',
  'to-fix': 'à corriger',
  unexplained: 'sans motif',
  lapsed: 'à revoir',
  overdue: 'en retard',
};

/** Lapsed for another reason than the calendar. */
const lapses: Readonly<Record<Exclude<Lapse, 'ended'>, string>> = {
  stronger: fr`à revoir : niveau plus fort`,
  reasonless: fr`à revoir : admis sans motif`,
  changed: fr`à revoir : texte changé`,
  'differs-otherwise': fr`à revoir : écart changé`,
};

/** « écart » is masculine. */
const niveau: Readonly<Record<ChangeClass, string>> = {
  variable: 'propre au portail',
  typographic: 'de forme',
  wording: 'rédactionnel',
  substantive: 'de fond',
};
const niveaux: Readonly<Record<ChangeClass, string>> = {
  ...niveau,
  variable: 'propres au portail',
  wording: 'rédactionnels',
};

function accord(level: ChangeClass, count: number): string {
  return count < 2 ? niveau[level] : niveaux[level];
}

export const frenchDrift: DriftMessages = {
  letters: { variable: 'p', typographic: 'f', wording: 'r', substantive: 'FD' },
  tag: niveau,
  count: (level, count) => `${count} ${accord(level, count)}`,
  states,
  stateCount: (state, count) => `${count} ${states[state]}`,
  stateTag: (state, { until, lapse }) => {
    if (state === 'lapsed')
      return lapse === 'ended' ? `expiré le ${until ?? ''}` : lapses[lapse ?? 'stronger'];
    if (state === 'overdue') return `en retard depuis le ${until ?? ''}`;
    if (state === 'to-fix') return until === undefined ? 'à corriger' : `à corriger d'ici au ${until}`;
    return state === 'agreed' && until !== undefined ? `admis jusqu'au ${until}` : states[state];
  },
  columns: { document: 'Page', section: 'Texte', table: 'Tableau', elsewhere: 'Ailleurs' },
  title: (template, portals) => fr`${template} · ${plusieurs(portals, 'portail', 'portails')} : `,
  toSettle: (count) => plusieurs(count, 'écart à régler', 'écarts à régler'),
  nothingToSettle: 'aucun écart à régler',
  nothingCompared: (asked) =>
    asked === undefined
      ? fr`Aucune charte d'ici ne suit un modèle : il n'y a pas d'écart à relever.`
      : fr`Aucune charte d'ici ne suit ${asked} : aucune n'a été comparée. Pour en comparer une : charter drift PORTAIL --template ${asked}`,
  countedFrom: (level) => (level === 'substantive' ? niveau[level] : `${niveau[level]} et au-dessus`),
  clean: (portals) => plusieurs(portals, 'portail sans écart', 'portails sans écart'),
  cleanNamed: (portals) => fr`sans écart : ${portals.join(', ')}`,
  alike: (portal, others) => `${portal} +${others}`,
  alikeNamed: (portals) => `${portals.slice(0, -1).join(', ')} et ${portals.at(-1) ?? ''}, pareillement`,
  more: (portals) => plusieurs(portals, 'autre portail', 'autres portails'),
  moreFindings: (count) => plusieurs(count, 'autre écart', 'autres écarts'),
  heads: {
    portal: 'Portail',
    portals: 'Portails',
    toSettle: 'À régler',
    template: 'Modèle',
    section: 'Section',
    place: 'Endroit',
    level: 'Niveau',
    rule: 'Règle',
    state: 'État',
    until: 'Échéance',
    reason: 'Motif',
    by: 'Décidé par',
    on: 'Décidé le',
    reference: 'Référence',
    direction: 'Sens',
    templateSays: 'Le modèle dit',
    portalSays: 'Le portail dit',
    change: 'Modification',
  },
  legend: {
    none: 'pareil',
    agreed: 'admis',
    toFix: 'à corriger',
    lapsed: 'à revoir ou en retard',
    alike: 'autant de portails de plus avec les mêmes écarts',
    head: (short, full) => `${short} = ${full}`,
  },
  folded: (parts) => fr`repliés : ${parts.join(', ')}`,
  decided: ({ status, on, by, reason, until, text }, lapse) =>
    [
      `${status === 'agreed' ? 'admis' : 'à corriger, décidé'}${by === undefined ? '' : ` par ${by}`} le ${on}`,
      ...(until === undefined ? [] : [status === 'agreed' ? `jusqu'au ${until}` : `d'ici au ${until}`]),
      ...(lapse === 'changed' ? [`pour d'autres mots${text === undefined ? '' : fr`, « ${text} »`}`] : []),
      ...(lapse === 'differs-otherwise' ? ["quand l'écart au modèle était autre"] : []),
    ].join(', ') + (reason === undefined ? '' : fr` : ${reason}`),
  variant: (place, text, exact) => fr`${exact ? '' : 'au plus près de '}${place}, « ${text} »`,
  usedVariants: 'Formulations admises employées',
  unusedVariants: "Formulations admises qu'aucun portail n'emploie",
  staleTitle: 'Décisions qui ne couvrent plus rien',
  wouldLapse: 'Décisions qui ne vaudraient plus avec ce modèle',
  stale: {
    unmatched: 'le texte a encore changé, ou suit désormais le modèle',
    ambiguous: 'sa référence vaut pour plusieurs écarts',
    superseded: 'une autre décision sur le même écart est plus récente',
  },
  noticesTitle: 'À propos de la comparaison',
  notice: (portal, text) => fr`${portal} : ${text}`,
  atCookies: (cookies) =>
    fr`${plusieurs(cookies.length, 'cookie', 'cookies')} de même : ${cookies.join(', ')}`,
  alsoAtCookies: (others) =>
    fr`de même pour ${plusieurs(others.length, 'autre cookie', 'autres cookies')} : ${others.join(', ')}`,
  inPortals: (count, of) => `${plusieurs(count, 'portail', 'portails')} sur ${of}`,
  majority: (portals, of) => `ce que disent la plupart des portails (${portals} sur ${of})`,
  majorityOther: (portals, of, { reference, text }) =>
    fr`la plupart des portails disent autre chose (${portals} sur ${of})${text === undefined ? '' : fr`, « ${text} »`} : ${reference}`,
  directions: { local: 'seulement ici', shared: 'partagé', behind: 'en retard sur le modèle' },
  onlyHere: (of) => `seulement ici, sur ${plusieurs(of, 'portail', 'portails')}`,
  alsoIn: (names, more) =>
    fr`aussi dans ${plusieurs(names.length + more, 'autre portail', 'autres portails')}${more > 0 ? fr`, par exemple ` : fr` : `}${names.join(', ')}`,
  behind: (commit, until) =>
    until === undefined
      ? fr`en retard sur le modèle : ce qu'il dit dans le dernier commit (${commit})`
      : fr`en retard sur le modèle : ce qu'il disait jusqu'au ${sayDay(until, 'fr')} (${commit})`,
  next: {
    diff: 'le voir en entier',
    accept: "l'admettre",
    fix: 'le faire corriger',
    prune: 'ôter ce qui ne couvre rien',
    day: 'DATE',
  },
  accessible: {
    title: (template, portals) => fr`${template}, ${plusieurs(portals, 'portail', 'portails')} : `,
    portal: (portal, count) => fr`${portal} : ${plusieurs(count, 'écart', 'écarts')} à régler.`,
    finding: (index, count, level) => `Écart ${index} sur ${count}, ${niveau[level]}.`,
    state: (text) => `${capital(text)}.`,
    ended: (text) => (/[.!?…]$/.test(text) ? text : `${text}.`),
    capital,
    folded: (parts) => fr`Laissés de côté : ${parts.join(', ')} ; --all les fait entendre.`,
    touches: (what) => fr`Il touche : ${what.join(', ')}.`,
    reference: (reference) => `Référence ${reference}.`,
    sentence: (text) => `${text}.`,
    sections: (parts) => fr`Par section : ${parts.join(' ; ')}.`,
    section: (name, count, level, state) => `${name}, ${count} ${accord(level, count)}, ${state}`,
  },
  without: (portals) =>
    fr`Sans comparaison, faute de modèle nommé ou proche : ${nameSome(portals)}. Pour en comparer une à un modèle : charter drift PORTAIL --template NOM`,
};
