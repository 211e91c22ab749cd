/** What decisions are made on: the charters of the work tree, each in full against the template that it follows. */
import { createPool } from '../canonical/read.ts';
import { digitsFor, repeatedAmong } from '../drift/alike.ts';
import { driftOf } from '../drift/portal-drift.ts';
import { addressBook } from '../drift/variables.ts';
import type { Charter, Template } from '../model/charter.ts';
import type { PortalDrift } from '../model/drift.ts';
import { Failure } from '../model/failure.ts';
import type { Repository } from '../store/repository.ts';
import { nearestNames } from '../text/nearest.ts';
import { createReader } from '../text/reader.ts';
import type { Context } from './context.ts';
import { requireRepository } from './repository.ts';
import { type Loaded, openAll, workTree } from './shelves.ts';
import { type LoadedTemplate, templatesById } from './template-files.ts';

/** One charter with its drift. */
export interface Drifted {
  readonly loaded: Loaded;
  readonly charter: Charter;
  readonly template: LoadedTemplate;
  readonly drift: PortalDrift;
}

export interface Ground {
  readonly repository: Repository;
  readonly drifted: readonly Drifted[];
  readonly templates: readonly Template[];
  /** Charters that follow no template, or one that is not here. */
  readonly without: readonly Charter[];
  /** Of files that cannot be read. */
  readonly failures: readonly Failure[];
  /** As many digits as tell all references here apart. */
  readonly digits: number;
  /** What several rows of one portal have alike. */
  readonly repeated: ReadonlySet<string>;
}

/** `portals` are those asked for, all where absent; one that is not there fails with status 2. */
export async function openGround(context: Context, portals?: readonly string[]): Promise<Ground> {
  const repository = requireRepository(context.directory);
  const shelf = { ...workTree(repository), pool: createPool() };
  const charters = await openAll(shelf, 'charter');
  const shared = await openAll(shelf, 'template');
  const templates = templatesById(shared.loaded);
  const failures = [...charters.failures, ...shared.failures];
  const all = charters.loaded.flatMap((loaded) =>
    loaded.document.kind === 'charter' ? [{ loaded, charter: loaded.document }] : [],
  );
  const asked = portals && new Set(portals);
  if (asked) refuseUnknown([...asked], all, failures);
  const options = {
    today: context.today,
    addresses: addressBook(all.map(({ charter }) => charter)),
    reader: createReader({ shared: true }),
  };
  const drifted: Drifted[] = [];
  const without: Charter[] = [];
  for (const { loaded, charter } of all) {
    if (asked && !asked.has(charter.id)) continue;
    const template = templates.get(charter.template ?? '');
    if (template)
      drifted.push({ loaded, charter, template, drift: driftOf(charter, template.document, options) });
    else without.push(charter);
  }
  const known = [...templates.values()].map(({ document }) => document);
  return { repository, drifted, templates: known, without, failures, ...referencesOf(drifted) };
}

function referencesOf(drifted: readonly Drifted[]): Pick<Ground, 'digits' | 'repeated'> {
  const repeated = repeatedAmong(drifted.map(({ drift }) => drift));
  const findings = drifted.flatMap(({ drift }) => drift.findings);
  return { repeated, digits: digitsFor(findings, repeated) };
}

/** A charter that cannot be read is told as it is, rather than as unknown. */
function refuseUnknown(
  asked: readonly string[],
  all: readonly { readonly charter: Charter }[],
  failures: readonly Failure[],
): void {
  const ids = all.map(({ charter }) => charter.id);
  const missing = asked.find((id) => !ids.includes(id));
  if (missing === undefined) return;
  const unreadable = failures.find(({ values }) => String(values['file']).endsWith(`/${missing}.yaml`));
  throw (
    unreadable ??
    new Failure('unknown-portal', 2, {
      values: { portal: missing, revision: '' },
      suggestions: nearestNames(missing, ids),
    })
  );
}
