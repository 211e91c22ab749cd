/** What can be done next about a drift: commands that work as they stand, but for the reason and the day. */
import { shellWord } from '../messages/shell-word.ts';
import {
  allFindings,
  type DriftOptions,
  type DriftView,
  groupFinder,
  messagesOf,
  templateName,
} from './drift-view.ts';

export interface Step {
  readonly what: string;
  readonly command: string;
}

/** About the first finding that has to be settled; none where nothing has. */
export function nextSteps(view: DriftView, options: DriftOptions): Step[] {
  const { next } = messagesOf(options);
  const group = options.byChange
    ? view.groups.find(({ findings }) => findings.some(options.fails))
    : undefined;
  const first = (group?.findings ?? allFindings(view)).find(options.fails);
  const stale = view.drift.portals.some((drift) => drift.stale.length > 0);
  const prune = stale && isFollowed(view) ? [{ what: next.prune, command: 'charter accept --prune' }] : [];
  if (!first) return prune;
  const { portal, reference } = first;
  const alike = groupFinder(view)(first)?.direction.portals ?? 1;
  const where = alike < 2 ? '' : ` --portals ${options.byChange ? "'*'" : portal}`;
  const decide = [
    { what: next.accept, command: `charter accept ${reference}${where} --reason "…"` },
    { what: next.fix, command: `charter fix ${reference}${where} --by ${next.day}` },
  ];
  return [
    { what: next.diff, command: `charter diff ${shellWord(`template:${templateName(view)}`)} ${portal}` },
    ...(isFollowed(view) ? decide : []),
    ...prune,
  ];
}

/** Decisions are made about the template that a charter follows, as it is in the work tree. */
function isFollowed({ charters, drift, revision }: DriftView): boolean {
  return (
    revision === undefined && [...charters.values()].every(({ template }) => template === drift.template)
  );
}
