/** What every output of `drift` tells of the template that a portal follows, where that is not plain. */
import { type GenerationTexts, generationMessages } from '../messages/drift-generations.ts';
import type { Generation } from '../model/drift.ts';
import { type DriftOptions, type DriftView, groupAlike, messagesOf, namesOf } from './drift-view.ts';

/** Entries told at once; `--all` tells every one. Portals of which the same is told share one. */
const mostTold = 12;

export interface GenerationRemarks {
  readonly title: string;
  readonly entries: readonly string[];
}

/** What asks for a look first: who stands between two, then who names another than the nearest. */
export function generationRemarks(view: DriftView, options: DriftOptions): GenerationRemarks {
  const texts = generationMessages[options.language];
  const sorted = [...(view.generations ?? [])].sort((one, other) => weight(other) - weight(one));
  const groups = [...groupAlike(sorted.map((one) => [one.portal, entryOf(one, texts)]))];
  const told = options.all ? groups : groups.slice(0, mostTold);
  const entries = told.map(([text, portals]) =>
    messagesOf(options).notice(namesOf(portals, options).join(', '), text),
  );
  const more = groups.slice(told.length).reduce((sum, [, portals]) => sum + portals.length, 0);
  return { title: texts.title, entries: more === 0 ? entries : [...entries, texts.more(more)] };
}

function weight({ between, named }: Generation): number {
  return (between ? 2 : 0) + (named === undefined ? 0 : 1);
}

function entryOf({ named, nearest, matches, between }: Generation, texts: GenerationTexts): string {
  const choice =
    nearest === undefined || named === nearest
      ? []
      : [named === undefined ? texts.nameless(nearest) : texts.nearer(named, nearest)];
  const place = between ? [texts.between(...between)] : [];
  const shares = matches.length === 0 ? [] : [texts.shares(matches)];
  const next = choice.length === 0 || nearest === undefined ? [] : [texts.toName(nearest)];
  return texts.joined([...choice, ...place, ...shares, ...next]);
}

/** For one portal, as cells of a table: how its template was found, and the two that it stands between. */
export function generationCells(view: DriftView, portal: string, options: DriftOptions): [string, string] {
  const { chosen } = generationMessages[options.language];
  const generation = view.generations?.find((one) => one.portal === portal);
  const named = view.charters.get(portal)?.template;
  const how =
    named === view.drift.template && view.revision === undefined
      ? chosen.named
      : named === undefined && generation?.nearest === view.drift.template
        ? chosen.nearest
        : chosen.asked;
  const between = generation?.between?.map(({ template }) => template).join(' + ') ?? '';
  return [how, between];
}
