/** What every output of `drift` is given, and what they all say alike: what remains to be settled, and where. */
import { type DriftMessages, driftMessages } from '../messages/drift.ts';
import type { Change, CharterDiff, SectionRef } from '../model/change.ts';
import { type ChangeClass, type Charter, changeClasses, type Template } from '../model/charter.ts';
import {
  type DriftColumn,
  type DriftGroup,
  type Finding,
  type FindingState,
  type Generation,
  openStates,
  type PortalDrift,
  type TemplateDrift,
} from '../model/drift.ts';
import type { Language } from '../model/language.ts';
import { sanitise } from '../text/sanitise.ts';
import { type Sheet, sheetOf } from './diff-parts.ts';
import type { SectionFinder } from './section-finder.ts';

/** The portals that follow one template. */
export interface DriftView {
  readonly drift: TemplateDrift;
  readonly template: Template;
  /** The template as its reader asked for it. */
  readonly revision?: string;
  /** By portal, those compared. */
  readonly charters: ReadonlyMap<string, Charter>;
  /** Of those compared: who names no template, names another than the nearest, or stands between two. */
  readonly generations?: readonly Generation[];
  /** Heaviest first. */
  readonly groups: readonly DriftGroup[];
  /** The same by fingerprint, once it was read which way each goes; told beside each finding only then. */
  readonly directions?: Pick<ReadonlyMap<string, DriftGroup>, 'get'>;
}

export interface DriftOptions {
  readonly language: Language;
  /** Display cells of a line; absent where lines are not wrapped. */
  readonly width: number | undefined;
  readonly color: boolean;
  /** Fold nothing. */
  readonly all: boolean;
  /** The weakest class that has to be settled. */
  readonly failOn: ChangeClass;
  /** Whether it is of that class or above, and no decision covers it. */
  readonly fails: (finding: Finding) => boolean;
  /** One entry for each difference, with the portals that say so. */
  readonly byChange: boolean;
  /** True where portals were named: what none of them uses may be used by others. */
  readonly partial: boolean;
  /** The only template that was asked for, as it was named. */
  readonly asked?: string;
  /** Portals that were held against no template, as they name none and are near to none. */
  readonly without?: readonly string[];
}

/** Portals that are named at once; `--all` names every one. */
const mostPortals = 12;

export type DriftRenderer = (views: readonly DriftView[], options: DriftOptions) => string;

export const strongestFirst: readonly ChangeClass[] = [...changeClasses].reverse();

/** In the order in which they are counted. */
export const toldStates: readonly FindingState[] = ['unexplained', 'lapsed', 'overdue', 'to-fix', 'agreed'];

export function isOpen(state: FindingState): boolean {
  return openStates.some((open) => open === state);
}

/** How many of some counted findings are in the state. */
export function countState(findings: readonly Finding[], state: FindingState, level: ChangeClass): number {
  return findings.filter((one) => one.state === state && rank(one.change.class) >= rank(level)).length;
}

function rank(level: ChangeClass): number {
  return changeClasses.indexOf(level);
}

/** The classes that the gate leaves alone, strongest first. */
export function below(level: ChangeClass): readonly ChangeClass[] {
  return strongestFirst.filter((one) => rank(one) < rank(level));
}

export function allFindings({ drift }: DriftView): readonly Finding[] {
  return drift.portals.flatMap(({ findings }) => findings);
}

/** Finds the group that a finding belongs to, by what it has alike with others first. */
export function groupFinder(view: DriftView): (finding: Finding) => DriftGroup | undefined {
  // Most outputs tell few groups of very many.
  const known = view.directions ?? new Map(view.groups.map((group) => [group.fingerprint, group]));
  return ({ alike, change }) => known.get(alike ?? '') ?? known.get(change.fingerprint);
}

/** Their names, of many the first ones and how many more there are. */
export function namesOf(
  portals: readonly string[],
  options: Pick<DriftOptions, 'all' | 'language'>,
): string[] {
  if (options.all || portals.length <= mostPortals) return [...portals];
  return [...portals.slice(0, mostPortals), messagesOf(options).more(portals.length - mostPortals)];
}

/** Portals of which the same is to be said, by what it is, in the order of the first of each. */
export function groupAlike(
  entries: readonly (readonly [portal: string, text: string])[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [portal, text] of entries) {
    const portals = groups.get(text);
    if (portals) portals.push(portal);
    else groups.set(text, [portal]);
  }
  return groups;
}

/** As commands name it. */
export function templateName({ drift, revision }: DriftView): string {
  return revision === undefined ? drift.template : `${drift.template}@${revision}`;
}

export function messagesOf({ language }: Pick<DriftOptions, 'language'>): DriftMessages {
  return driftMessages[language];
}

export function columnName(column: DriftColumn | undefined, language: Language): string {
  const { kind = 'elsewhere', label = {}, number } = column ?? {};
  const own = Object.hasOwn(label, language) ? label[language] : undefined;
  const given = own ?? Object.values(label)[0];
  // Made safe here, so that its width is known before it is laid out.
  const name =
    given === undefined ? driftMessages[language].columns[kind] : sanitise(given.replace(/\s+/g, ' '));
  return number === undefined ? name : `${name} ${number}`;
}

/** Some findings of one portal as changes that the renderers of `diff` put into words. */
export interface FindingSheet {
  readonly sheet: Sheet;
  readonly finder: SectionFinder;
}

export function findingSheet(
  view: DriftView,
  portal: string,
  shown: readonly Finding[],
  options: DriftOptions,
): FindingSheet | undefined {
  const charter = view.charters.get(portal);
  if (!charter) return undefined;
  const { sections, places } = placesOf(view, shown, options.language);
  const side = { template: view.drift.template };
  const diff: CharterDiff = {
    a: { charter: `template:${view.drift.template}`, ...side },
    b: { charter: portal, ...side },
    changes: shown.map(({ change }) => change),
    summary: { variable: 0, typographic: 0, wording: 0, substantive: 0 },
    steps: [],
    sections,
    tables: charter.tables.map(({ id }) => ({ b: id, rowsA: 0, rowsB: 0, differing: 0 })),
    notices: [],
  };
  return {
    sheet: sheetOf({ diff, a: view.template, b: charter }, { ...options, context: 0 }),
    finder: { ofBlock: () => -1, ofChange: (change) => places.get(change) ?? -1 },
  };
}

/** Each finding's column by its name; what has no place in the template by the heading that it stands under. */
function placesOf(
  { drift }: DriftView,
  shown: readonly Finding[],
  language: Language,
): { readonly sections: readonly SectionRef[]; readonly places: ReadonlyMap<Change, number> } {
  const { columns } = drift.matrix;
  const sections: SectionRef[] = columns.map((column) => ({
    id: column.id.slice(column.id.indexOf(':') + 1),
    label: { [language]: columnName(column, language) },
  }));
  const places = new Map<Change, number>();
  for (const { change, column } of shown) {
    const index = columns.findIndex(({ id }) => id === column);
    const heading = columns[index]?.kind === 'elsewhere' ? change.address.b?.section : undefined;
    places.set(change, heading === undefined ? index : sections.push({ id: heading }) - 1);
  }
  return { sections, places };
}

/** Equal for portals whose findings are the same, and stand the same. */
export function sameDrift({ findings }: PortalDrift): string {
  return findings.map(({ change, state }) => `${change.fingerprint} ${state} ${change.class}`).join('\n');
}
