/** Reads the drift of the charters together with its direction: among all portals, and beside the template's past. */
import type { EarlierTemplates } from '../drift/behind.ts';
import { directGroup, type Surroundings } from '../drift/directions.ts';
import type { ChangeClass } from '../model/charter.ts';
import type { DriftGroup } from '../model/drift.ts';
import { Failure } from '../model/failure.ts';
import type { DriftView } from '../present/drift-view.ts';
import { findHead } from '../store/head.ts';
import type { Context } from './context.ts';
import { type CompanyView, type DriftReading, readDrift } from './drift-reading.ts';
import { requireRepository } from './repository.ts';
import { findFile, workTree } from './shelves.ts';

export interface DirectedReading extends Omit<DriftReading, 'views'> {
  readonly views: readonly DriftView[];
}

/** As `readDrift`; where portals are named, the others are read too, to tell whom they share their drift with. */
export async function readDirected(context: Context, least: ChangeClass): Promise<DirectedReading> {
  const head = askForHead(context);
  const reading = await readDrift(context, least);
  const differs = reading.views.some(hasFindings);
  const everyone = differs && context.arguments.length > 0 ? await readEveryone(context, least) : undefined;
  const views: DriftView[] = [];
  for (const view of reading.views) {
    const company = everyone?.views.find(({ drift }) => drift.template === view.drift.template)?.grouping;
    const earlier = hasFindings(view) ? await readEarlierOf(view, { context, head }) : undefined;
    views.push(directed(view, { earlier, company }));
  }
  return { ...reading, views };
}

/** Git answers while the charters are read; what it cannot answer is told to who waits for it. */
function askForHead({ directory }: Context): Promise<string | undefined> {
  const head = findHead(requireRepository(directory).root);
  head.catch(() => undefined);
  return head;
}

function hasFindings({ drift }: CompanyView): boolean {
  return drift.portals.some(({ findings }) => findings.length > 0);
}

/** Of very many groups most outputs tell few: each is directed when it is asked for. */
function directed({ grouping, ...view }: CompanyView, surroundings: Surroundings): DriftView {
  const known = new Map<string, DriftGroup>();
  const direct = (group: DriftGroup): DriftGroup => {
    const one = known.get(group.fingerprint) ?? directGroup(group, surroundings);
    known.set(group.fingerprint, one);
    return one;
  };
  let groups: readonly DriftGroup[] | undefined;
  return {
    ...view,
    get groups(): readonly DriftGroup[] {
      groups ??= grouping.all().map(direct);
      return groups;
    },
    directions: {
      get: (fingerprint) => {
        const group = grouping.get(fingerprint);
        return group && direct(group);
      },
    },
  };
}

/** What is wrong with the others is not what was asked for. */
async function readEveryone(context: Context, least: ChangeClass): Promise<DriftReading | undefined> {
  try {
    return await readDrift({ ...context, arguments: [] }, least);
  } catch (cause) {
    if (cause instanceof Failure) return undefined;
    throw cause;
  }
}

interface Past {
  readonly context: Context;
  /** The last commit; undefined where there is none yet. */
  readonly head: Promise<string | undefined>;
}

async function readEarlierOf(
  { template, revision }: CompanyView,
  { context: { directory }, head }: Past,
): Promise<EarlierTemplates | undefined> {
  const repository = requireRepository(directory);
  try {
    const from = revision ?? (await head);
    if (from === undefined) return undefined;
    const { readEarlier } = await import('./earlier-templates.ts');
    const { file } = await findFile(workTree(repository), 'template', template.id);
    return await readEarlier(template, { file, repository, from });
  } catch (cause) {
    if (cause instanceof Failure) return undefined;
    throw cause;
  }
}
