/** What the outputs of `drift` say in English. */
import type { FindingState, Lapse } from '../model/drift.ts';
import { sayDay } from './days.ts';
import type { DriftMessages } from './drift.ts';
import { nameSome } from './names.ts';

function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const states: Readonly<Record<FindingState, string>> = {
  agreed: 'agreed',
  'to-fix': 'to fix',
  unexplained: 'unexplained',
  lapsed: 'lapsed',
  overdue: 'overdue',
};

/** Lapsed for another reason than the calendar. */
const lapses: Readonly<Record<Exclude<Lapse, 'ended'>, string>> = {
  stronger: 'lapsed: of a stronger class now',
  reasonless: 'lapsed: agreed without a reason',
  changed: 'lapsed: the text has changed',
  'differs-otherwise': 'lapsed: differs otherwise now',
};

export const englishDrift: DriftMessages = {
  letters: { variable: 'v', typographic: 't', wording: 'w', substantive: 'S' },
  tag: { variable: 'variable', typographic: 'typographic', wording: 'wording', substantive: 'substantive' },
  count: (level, count) => `${count} ${level}`,
  states,
  stateCount: (state, count) => `${count} ${states[state]}`,
  stateTag: (state, { until, lapse }) => {
    if (state === 'lapsed')
      return lapse === 'ended' ? `lapsed on ${until ?? ''}` : lapses[lapse ?? 'stronger'];
    if (state === 'overdue') return `overdue since ${until ?? ''}`;
    if (state === 'to-fix') return until === undefined ? 'to fix' : `to fix by ${until}`;
    return state === 'agreed' && until !== undefined ? `agreed until ${until}` : states[state];
  },
  columns: { document: 'Page', section: 'Text', table: 'Table', elsewhere: 'Elsewhere' },
  title: (template, portals) => `${template} · ${many(portals, 'portal', 'portals')}: `,
  toSettle: (count) => many(count, 'drift to settle', 'drifts to settle'),
  nothingToSettle: 'no drift to settle',
  nothingCompared: (asked) =>
    asked === undefined
      ? 'No charter here follows a template, so there is no drift to tell.'
      : `No charter here follows ${asked}, so none was compared. To hold one against it: charter drift PORTAL --template ${asked}`,
  countedFrom: (level) => (level === 'substantive' ? level : `${level} and above`),
  clean: (portals) => many(portals, 'portal without drift', 'portals without drift'),
  cleanNamed: (portals) => `no drift: ${portals.join(', ')}`,
  alike: (portal, others) => `${portal} +${others}`,
  alikeNamed: (portals) => `${portals.slice(0, -1).join(', ')} and ${portals.at(-1) ?? ''}, alike`,
  more: (portals) => many(portals, 'more portal', 'more portals'),
  moreFindings: (count) => many(count, 'more finding', 'more findings'),
  heads: {
    portal: 'Portal',
    portals: 'Portals',
    toSettle: 'To settle',
    template: 'Template',
    section: 'Section',
    place: 'Place',
    level: 'Class',
    rule: 'Rule',
    state: 'State',
    until: 'Until',
    reason: 'Reason',
    by: 'Decided by',
    on: 'Decided on',
    reference: 'Reference',
    direction: 'Direction',
    templateSays: 'Template says',
    portalSays: 'Portal says',
    change: 'Change',
  },
  legend: {
    none: 'same',
    agreed: 'agreed',
    toFix: 'to fix',
    lapsed: 'lapsed or overdue',
    alike: 'so many more portals with the same drift',
    head: (short, full) => `${short} = ${full}`,
  },
  folded: (parts) => `folded: ${parts.join(', ')}`,
  decided: ({ status, on, by, reason, until, text }, lapse) =>
    [
      `${status === 'agreed' ? 'agreed' : 'to fix'}${by === undefined ? '' : ` by ${by}`} on ${on}`,
      ...(until === undefined ? [] : [status === 'agreed' ? `until ${until}` : `due on ${until}`]),
      ...(lapse === 'changed' ? [`for other words${text === undefined ? '' : `, “${text}”`}`] : []),
      ...(lapse === 'differs-otherwise' ? ['when it differed otherwise from the template'] : []),
    ].join(', ') + (reason === undefined ? '' : `: ${reason}`),
  variant: (place, text, exact) => `${exact ? '' : 'nearest to '}${place}, “${text}”`,
  usedVariants: 'Approved variants in use',
  unusedVariants: 'Approved variants that no portal uses',
  staleTitle: 'Decisions that cover nothing any more',
  wouldLapse: 'Decisions that would not hold with this template',
  stale: {
    unmatched: 'the text changed again, or follows the template now',
    ambiguous: 'its reference fits several drifts',
    superseded: 'another decision on the same drift is the later one',
  },
  noticesTitle: 'About the comparison',
  notice: (portal, text) => `${portal}: ${text}`,
  atCookies: (cookies) => `${many(cookies.length, 'cookie', 'cookies')} alike: ${cookies.join(', ')}`,
  alsoAtCookies: (others) =>
    `likewise at ${many(others.length, 'other cookie', 'other cookies')}: ${others.join(', ')}`,
  inPortals: (count, of) => `${count} of ${many(of, 'portal', 'portals')}`,
  majority: (portals, of) => `what most portals say (${portals} of ${of})`,
  majorityOther: (portals, of, { reference, text }) =>
    `most portals say otherwise (${portals} of ${of})${text === undefined ? '' : `, “${text}”`}: ${reference}`,
  directions: { local: 'only here', shared: 'shared', behind: 'behind the template' },
  onlyHere: (of) => `only here, of ${many(of, 'portal', 'portals')}`,
  alsoIn: (names, more) =>
    `also in ${many(names.length + more, 'other portal', 'other portals')}${more > 0 ? ', such as ' : ': '}${names.join(', ')}`,
  behind: (commit, until) =>
    until === undefined
      ? `behind the template: what it says as committed (${commit})`
      : `behind the template: what it said until ${sayDay(until, 'en')} (${commit})`,
  next: {
    diff: 'see it whole',
    accept: 'agree to it',
    fix: 'have it corrected',
    prune: 'drop what covers nothing',
    day: 'DATE',
  },
  accessible: {
    title: (template, portals) => `${template}, ${many(portals, 'portal', 'portals')}: `,
    portal: (portal, count) => `${portal}: ${many(count, 'drift', 'drifts')} to settle.`,
    finding: (index, count, level) => `Drift ${index} of ${count}, ${level}.`,
    state: (text) => `${capital(text)}.`,
    ended: (text) => (/[.!?…]$/.test(text) ? text : `${text}.`),
    capital,
    folded: (parts) => `Left out: ${parts.join(', ')}; use --all to hear them.`,
    touches: (what) => `It touches: ${what.join(', ')}.`,
    reference: (reference) => `Reference ${reference}.`,
    sentence: (text) => `${text}.`,
    sections: (parts) => `By section: ${parts.join('; ')}.`,
    section: (name, count, level, state) => `${name}, ${count} ${level}, ${state}`,
  },
  without: (portals) =>
    `Not compared, as ${portals.length === 1 ? 'it names no template and is' : 'they name no template and are'} near to none here: ${nameSome(portals)}. To hold one against a template: charter drift PORTAL --template NAME`,
};
