/** Reads the charters that `drift` compares, and works out their drift, one template after the other. */
import { Grouping } from '../drift/groups.ts';
import { compareWithTemplate, settleDrift } from '../drift/portal-drift.ts';
import type { Survey } from '../drift/survey.ts';
import { templateDrift } from '../drift/template-drift.ts';
import { type AddressBook, addressBook } from '../drift/variables.ts';
import type { ChangeClass, Charter, Day, Template } from '../model/charter.ts';
import type { Generation } from '../model/drift.ts';
import { Failure } from '../model/failure.ts';
import type { DriftView } from '../present/drift-view.ts';
import { createReader, type TextReader } from '../text/reader.ts';
import type { Context } from './context.ts';
import { isTold, openTemplateChoice, type TemplateChoice, templateDigest } from './drift-generations.ts';
import { openKeeping } from './drift-keeping.ts';
import { type Surveyed, surveyCharters } from './drift-surveys.ts';
import { parseForm } from './forms.ts';
import { requireRepository } from './repository.ts';
import { findDocument, type Shelf } from './shelves.ts';
import { type Desk, openDesk } from './sides.ts';
import { lostTemplates } from './template-files.ts';

/** What the outputs tell of the portals that follow one template, with their findings yet to be grouped. */
export interface CompanyView extends Omit<DriftView, 'groups' | 'directions'> {
  readonly grouping: Grouping;
}

export interface DriftReading {
  /** One a template, in the order of their names. */
  readonly views: readonly CompanyView[];
  readonly notes: readonly string[];
  /** Of what could not be read or compared. */
  readonly failures: readonly Failure[];
  /** Charters that name no template, and are near to none. */
  readonly without: readonly string[];
}

/** What the portals are held against. */
interface Standard {
  readonly template: Template;
  readonly revision?: string;
}

interface Terms {
  /** By outline; a charter that is not here has its texts. */
  readonly surveys: ReadonlyMap<Charter, Survey>;
  readonly reader: TextReader;
  readonly generations: ReadonlyMap<string, Generation>;
  readonly addresses: AddressBook;
  readonly today: Day;
  readonly least: ChangeClass;
}

interface Company {
  readonly standard: Standard;
  readonly charters: Charter[];
}

/** Differences of the class `least` or a stronger one need settling. */
export async function readDrift(context: Context, least: ChangeClass): Promise<DriftReading> {
  const { root } = requireRepository(context.directory);
  const notes: string[] = [];
  const desk = openDesk(context, (note) => notes.push(note));
  const shelf = await desk.shelf();
  const asked = await askedStandard(context, desk);
  const reader = createReader({ shared: true });
  const choice = await openTemplateChoice(shelf, asked?.template);
  const files = await shelf.list('charter');
  const all = await surveyCharters(
    files,
    { shelf, choice, reader, asked: asked?.template, named: namesIn(context), template: desk.template },
    openKeeping(context, root, files.length),
  );
  if (all.surveyed.length + all.failures.length === 0) throw new Failure('no-charters', 2);
  const everyone = onePerId(all.surveyed);
  const named = await namedCharters(context, everyone, shelf);
  const failures = named ? [] : [...all.failures, ...everyone.failures];
  const surveys = new Map(all.surveyed.map(({ survey }) => [survey.outline, survey]));
  const generations = generationsOf(named ?? everyone.charters, surveys, choice);
  const followed = (charter: Charter): string | undefined =>
    charter.template ?? generations.get(charter.id)?.nearest;
  const wanted =
    named ?? everyone.charters.filter((charter) => !asked || followed(charter) === asked.template.id);
  const sorted = await sortByTemplate(wanted, (charter) => asked?.template.id ?? followed(charter), {
    asked,
    desk,
  });
  if (named && sorted.without[0] !== undefined)
    throw new Failure('follows-no-template', 2, { values: { portal: sorted.without[0] } });
  const terms = { addresses: addressBook(everyone.charters), generations, surveys, reader };
  return {
    views: sorted.companies.map((company) => viewOf(company, { ...terms, today: context.today, least })),
    notes,
    failures: [...failures, ...sorted.failures],
    without: sorted.without,
  };
}

/** As far as they are names of portals; what is none is told later. */
function namesIn({ arguments: names }: Context): ReadonlySet<string> | undefined {
  if (names.length === 0) return undefined;
  return new Set(
    names.flatMap((name) => {
      const form = parseForm(name);
      return form.kind === 'charter' ? [form.id] : [];
    }),
  );
}

/** What is worth telling, by portal. */
function generationsOf(
  charters: readonly Charter[],
  surveys: ReadonlyMap<Charter, Survey>,
  choice: TemplateChoice,
): ReadonlyMap<string, Generation> {
  const told = new Map<string, Generation>();
  for (const charter of charters) {
    if (!choice.concerns(charter)) continue;
    const generation = surveys.get(charter)?.generations.get(choice.digest) ?? choice.generationOf(charter);
    if (isTold(generation, charter)) told.set(charter.id, generation);
  }
  return told;
}

/** The template that `--template` names. */
async function askedStandard({ options }: Context, desk: Desk): Promise<Standard | undefined> {
  const { template: value } = options;
  if (typeof value !== 'string') return undefined;
  const form = parseForm(value.startsWith('template:') ? value : `template:${value}`);
  const { document, revision } = await desk.open(form);
  if (document.kind !== 'template') throw new Failure('unknown-template', 2, { values: { template: value } });
  return { template: document, ...(revision === undefined ? {} : { revision }) };
}

interface Everyone {
  /** One for each id. */
  readonly charters: readonly Charter[];
  /** Of ids that two files hold. */
  readonly failures: readonly Failure[];
}

function onePerId(surveyed: readonly Surveyed[]): Everyone {
  const files = new Map<string, string>();
  const charters: Charter[] = [];
  const failures: Failure[] = [];
  for (const { survey, file: other } of surveyed) {
    const { outline } = survey;
    const one = files.get(outline.id);
    files.set(outline.id, one ?? other);
    if (one === undefined) charters.push(outline);
    else failures.push(new Failure('duplicate-id', 3, { values: { id: outline.id, one, other } }));
  }
  return { charters, failures };
}

/** Undefined where none is named; one that is not there or cannot be read fails. */
async function namedCharters(
  { arguments: names }: Context,
  { charters, failures }: Everyone,
  shelf: Shelf,
): Promise<readonly Charter[] | undefined> {
  if (names.length === 0) return undefined;
  const found = new Map<string, Charter>();
  const doubtful = new Set(failures.map(({ values }) => values['id']));
  const known = new Map(charters.map((charter) => [charter.id, charter]));
  for (const argument of names) {
    const form = parseForm(argument);
    if (form.kind !== 'charter') throw new Failure('portal-expected', 2, { values: { argument } });
    if (form.revision !== undefined) throw new Failure('no-revision-here', 2, { values: { argument } });
    const charter = doubtful.has(form.id) ? undefined : known.get(form.id);
    const document = charter ?? (await findDocument(shelf, 'charter', form.id)).document;
    if (document.kind === 'charter') found.set(form.id, document);
  }
  return [...found.values()];
}

async function sortByTemplate(
  charters: readonly Charter[],
  idFor: (charter: Charter) => string | undefined,
  { asked, desk }: { readonly asked: Standard | undefined; readonly desk: Desk },
): Promise<{
  readonly companies: readonly Company[];
  readonly without: readonly string[];
  readonly failures: readonly Failure[];
}> {
  const companies = new Map<string, Company>();
  const without: string[] = [];
  const lost: { readonly id: string; readonly template: string }[] = [];
  for (const charter of charters) {
    const id = idFor(charter);
    if (id === undefined) {
      without.push(charter.id);
      continue;
    }
    const template = asked?.template ?? (await desk.template(id));
    const known = companies.get(id);
    if (known) known.charters.push(charter);
    else if (template) companies.set(id, { standard: asked ?? { template }, charters: [charter] });
    else lost.push({ id: charter.id, template: id });
  }
  const sorted = [...companies].sort(([one], [other]) => (one < other ? -1 : 1));
  return { companies: sorted.map(([, company]) => company), without, failures: lostTemplates(lost) };
}

function viewOf(
  { standard: { template, revision }, charters }: Company,
  { surveys, reader, addresses, generations, today, least }: Terms,
): CompanyView {
  const digest = templateDigest(template);
  const drifts = charters.map((charter) => {
    const comparison =
      surveys.get(charter)?.comparisons.get(digest) ?? compareWithTemplate(charter, template, reader);
    return settleDrift(charter, { template, comparison }, { today, addresses, reader });
  });
  const drift = templateDrift(drifts, template, least);
  return {
    drift,
    template,
    ...(revision === undefined ? {} : { revision }),
    charters: new Map(charters.map((charter) => [charter.id, charter])),
    generations: charters.flatMap(({ id }) => generations.get(id) ?? []),
    grouping: new Grouping(drift.portals),
  };
}
