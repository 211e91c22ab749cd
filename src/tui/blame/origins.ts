/** Where the words of a charter come from, as the screen shows it: its pieces in sections, each with its version. */
import type { Language } from '../../model/language.ts';
import type { BlamedUnit } from '../../model/log.ts';
import { type BlameView, groupUnits, isSameOrigin } from '../../present/blame-view.ts';
import type { Place } from '../state.ts';
import type { VersionRow } from '../timeline/timeline.ts';

export interface Origins {
  /** As a command names it. */
  readonly charter: string;
  /** Tells the answers for this one from those for another. */
  readonly serial: number;
  readonly view?: BlameView;
  readonly failure?: string;
  readonly place: Place;
  /** Cells of the same version as their row are left out. */
  readonly folded: boolean;
  readonly all: readonly OriginLine[];
  readonly shown: readonly OriginLine[];
}

/** `at` is the line's ordinal among all of them, folded or not. */
export type OriginLine =
  | { readonly kind: 'heading'; readonly at: number; readonly text: string }
  | {
      readonly kind: 'unit';
      readonly at: number;
      readonly unit: BlamedUnit;
      readonly row?: VersionRow;
      /** A cell that stands below its row. */
      readonly under: boolean;
      /** Of the same version as the row that it stands below. */
      readonly ofRow: boolean;
      /** Of the same version as the piece before that is shown. */
      readonly repeated: boolean;
    };
export type UnitLine = OriginLine & { readonly kind: 'unit' };

export function emptyOrigins(charter: string, serial: number): Origins {
  const place = { at: 0, portion: 0, lead: 0 };
  return { charter, serial, place, folded: true, all: [], shown: [] };
}

export function withUnits(
  origins: Origins,
  { view, rows }: { readonly view: BlameView; readonly rows: readonly (VersionRow | undefined)[] },
  language: Language,
): Origins {
  const rowOf = new Map<BlamedUnit, VersionRow | undefined>(view.units.map((unit, at) => [unit, rows[at]]));
  const options = { language, width: undefined, color: false, all: true, timezone: 'UTC' };
  const all: OriginLine[] = [];
  for (const { name, units } of groupUnits(view, options)) {
    if (name !== undefined) all.push({ kind: 'heading', at: all.length, text: name });
    let head: BlamedUnit | undefined;
    for (const unit of units) {
      if (unit.kind === 'row') head = unit;
      const under = unit.kind === 'cell' && head?.row === unit.row && head?.table === unit.table;
      const ofRow = under && isSameOrigin(head, unit);
      const row = rowOf.get(unit);
      all.push({
        kind: 'unit',
        at: all.length,
        unit,
        ...(row ? { row } : {}),
        under,
        ofRow,
        repeated: false,
      });
    }
  }
  return refold({ ...origins, view, all }, origins.folded);
}

export function refold(origins: Origins, folded: boolean): Origins {
  let last: BlamedUnit | undefined;
  const kept = origins.all.filter((line) => !folded || line.kind === 'heading' || !line.ofRow);
  const shown = kept.map((line): OriginLine => {
    if (line.kind === 'heading') {
      last = undefined;
      return line;
    }
    const repeated = isSameOrigin(last, line.unit);
    last = line.unit;
    return { ...line, repeated };
  });
  return { ...origins, folded, shown };
}

/** The piece under the cursor. */
export function unitHere(origins: Origins | undefined): UnitLine | undefined {
  const line = origins?.shown.find(({ at }) => at === origins.place.at);
  return line?.kind === 'unit' ? line : undefined;
}

/** The next piece on that side whose words come from another version. */
export function nextOrigin({ shown, place }: Origins, by: -1 | 1): number {
  const here = Math.max(
    0,
    shown.findIndex(({ at }) => at === place.at),
  );
  const current = shown[here];
  for (let index = here + by; index >= 0 && index < shown.length; index += by) {
    const line = shown[index];
    if (line?.kind !== 'unit') continue;
    if (current?.kind !== 'unit' || !isSameOrigin(current.unit, line.unit)) return index;
  }
  return -1;
}
