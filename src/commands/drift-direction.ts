/** Reads the drift of the charters together with its direction: among all portals, and beside the template's past. */
import type { EarlierTemplates } from '../drift/behind.ts';
import { directGroups } from '../drift/directions.ts';
import type { ChangeClass } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { DriftView } from '../present/drift-view.ts';
import type { Context } from './context.ts';
import { type DriftReading, readDrift } from './drift-reading.ts';
import { requireRepository } from './repository.ts';
import { findFile, workTree } from './shelves.ts';

/** As `readDrift`; where portals are named, the others are read too, to tell whom they share their drift with. */
export async function readDirected(context: Context, least: ChangeClass): Promise<DriftReading> {
  const reading = await readDrift(context, least);
  if (reading.views.every(({ groups }) => groups.length === 0)) return reading;
  const everyone = context.arguments.length === 0 ? undefined : await readEveryone(context, least);
  const views: DriftView[] = [];
  for (const view of reading.views) {
    const company = everyone?.views.find(({ drift }) => drift.template === view.drift.template);
    const earlier = view.groups.length === 0 ? undefined : await readEarlierOf(view, context);
    const groups = directGroups(view.groups, { earlier, company: company?.groups });
    const directions = new Map(groups.map((group) => [group.fingerprint, group]));
    views.push({ ...view, groups, directions });
  }
  return { ...reading, views };
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

async function readEarlierOf(
  { template, revision }: DriftView,
  { directory }: Context,
): Promise<EarlierTemplates | undefined> {
  const repository = requireRepository(directory);
  const { readEarlier } = await import('./earlier-templates.ts');
  try {
    const { file } = await findFile(workTree(repository), 'template', template.id);
    return await readEarlier(template, { file, repository, revision });
  } catch (cause) {
    if (cause instanceof Failure) return undefined;
    throw cause;
  }
}
