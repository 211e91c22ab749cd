/** Tells which template a charter is nearest to, where it names none, and where there are several in its language. */
import { Generations } from '../drift/nearest.ts';
import type { Charter, Template } from '../model/charter.ts';
import type { Generation } from '../model/drift.ts';
import { openAll, type Shelf } from './shelves.ts';

/** What is worth telling, by portal: of a charter that names its template, only that it stands elsewhere or between two. */
export async function readGenerations(
  charters: readonly Charter[],
  shelf: Shelf,
  asked?: Template,
): Promise<ReadonlyMap<string, Generation>> {
  const nameless = charters.some(({ template }) => template === undefined);
  if (!nameless && (await shelf.list('template')).length < 2) return new Map();
  const { loaded } = await openAll(shelf, 'template');
  const templates = new Map(
    loaded.flatMap(({ document }) =>
      document.kind === 'template' ? [[document.id, document] as const] : [],
    ),
  );
  if (asked) templates.set(asked.id, asked);
  const generations = new Generations([...templates.values()]);
  const found = new Map<string, Generation>();
  for (const charter of charters) {
    if (charter.template !== undefined && !generations.choice(charter.language)) continue;
    const generation = generations.generationOf(charter);
    if (charter.template === undefined || generation.between || generation.nearest !== charter.template)
      found.set(charter.id, generation);
  }
  return found;
}
