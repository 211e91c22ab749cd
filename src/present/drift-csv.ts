/** The CSV output of `drift`: one line a finding, every one, for a spreadsheet. */
import { diffMessages } from '../messages/diff.ts';
import { generationMessages } from '../messages/drift-generations.ts';
import type { Change, SideValue } from '../model/change.ts';
import type { CharterDocument } from '../model/charter.ts';
import type { DriftGroup, Finding } from '../model/drift.ts';
import type { Language } from '../model/language.ts';
import { writeCsv } from './csv.ts';
import { generationCells } from './drift-generations.ts';
import {
  columnName,
  type DriftOptions,
  type DriftView,
  groupFinder,
  messagesOf,
  templateName,
} from './drift-view.ts';

export function renderDriftCsv(views: readonly DriftView[], options: DriftOptions): string {
  const { heads } = messagesOf(options);
  const { heads: generations } = generationMessages[options.language];
  const head = [
    heads.portal,
    heads.template,
    generations.chosen,
    generations.between,
    heads.section,
    heads.place,
    heads.level,
    heads.rule,
    heads.state,
    heads.until,
    heads.reason,
    heads.by,
    heads.on,
    heads.reference,
    heads.direction,
    heads.portals,
    heads.templateSays,
    heads.portalSays,
  ];
  const lines = views.flatMap((view) => {
    const groupOf = groupFinder(view);
    return view.drift.portals.flatMap(({ findings }) =>
      findings.map((finding) => cellsOf(finding, { view, group: groupOf(finding) }, options)),
    );
  });
  return writeCsv([head, ...lines]);
}

function cellsOf(
  finding: Finding,
  { view, group }: { readonly view: DriftView; readonly group: DriftGroup | undefined },
  options: DriftOptions,
): string[] {
  const { tag, states, directions } = messagesOf(options);
  const { change, state, decision, reference, column, portal } = finding;
  const at = view.drift.matrix.columns.find(({ id }) => id === column);
  return [
    portal,
    templateName(view),
    ...generationCells(view, portal, options),
    columnName(at, options.language),
    placeOf(change, { a: view.template, b: view.charters.get(portal) }, options.language),
    tag[change.class],
    change.rule,
    states[state],
    decision?.until ?? '',
    decision?.reason ?? '',
    decision?.by ?? '',
    decision?.on ?? '',
    reference,
    group ? directions[group.direction.kind] : '',
    String(group?.direction.portals ?? 1),
    textOf(change.a),
    textOf(change.b),
  ];
}

type Sides = Readonly<Record<'a' | 'b', CharterDocument | undefined>>;

/** The cookie and the column, or the field. */
function placeOf(change: Change, sides: Sides, language: Language): string {
  const { row, column, table } = change.address.b ?? change.address.a ?? {};
  const { fields, columns } = diffMessages[language];
  const names: Readonly<Record<string, string>> = table === undefined ? fields : columns;
  const known = column !== undefined && Object.hasOwn(names, column) ? names[column] : undefined;
  const name = known ?? ownName(change, sides, columns) ?? column;
  return [row, name].filter((part) => part !== undefined).join(' › ');
}

/** A column that has no usual name goes by its head, with its key where that head is another's usual name. */
function ownName(
  { address }: Change,
  sides: Sides,
  usual: Readonly<Record<string, string>>,
): string | undefined {
  for (const side of ['b', 'a'] as const) {
    const { table, column } = address[side] ?? {};
    const columns = sides[side]?.tables.find(({ id }) => id === table)?.columns ?? [];
    const head = columns
      .find(({ key }) => key === column)
      ?.head?.replace(/\s+/g, ' ')
      .trim();
    if (head === undefined || head === '') continue;
    const taken = Object.values(usual).some((one) => one.toLowerCase() === head.toLowerCase());
    return taken ? `${head} (${column})` : head;
  }
  return undefined;
}

/** As published, with its markup, in which alone two texts may differ. */
function textOf(side: SideValue | undefined): string {
  if (side === undefined) return '';
  if (typeof side === 'string') return side;
  const parts: readonly string[] = Array.isArray(side) ? side : Object.values(side);
  return parts.join('\n\n');
}
