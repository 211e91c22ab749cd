/** Gathers what portals say in each place of their charters: title, texts that are divided alike, heads and cells. */
import { bareVariables } from '../diff/variables.ts';
import type { InlineText } from '../model/charter.ts';
import { type Piece, type Placement, regionsOf } from './infer-alignment.ts';
import type { Said } from './infer-gaps.ts';
import type { GrownTable } from './infer-table-growth.ts';
import type { Ballot } from './infer-votes.ts';

export interface Places {
  readonly titles: readonly Said[];
  readonly placements: readonly Placement[];
  readonly tables: readonly GrownTable[];
}

/** With every variable written in one way. */
export function textsByPlace({ titles, placements, tables }: Places): (readonly Said[])[] {
  return [titles, ...bodyTexts(placements), ...tables.flatMap(tableTexts)];
}

function bodyTexts(placements: readonly Placement[]): Said[][] {
  const places = new Map<string, Said[]>();
  for (const { portal, slots, pieces } of regionsOf(placements).flat()) {
    pieces.forEach(({ plain }: Piece, index) => {
      const key = `${slots.join('+')}x${pieces.length}/${index}`;
      const texts = places.get(key);
      if (texts) texts.push({ portal, text: plain });
      else places.set(key, [{ portal, text: plain }]);
    });
  }
  return [...places.values()];
}

function tableTexts({ captions, columns, rows }: GrownTable): Said[][] {
  return [
    captions,
    ...columns.map(({ heads }) => heads),
    ...rows.flatMap(({ cells }) => [...cells.values()]),
  ].map(said);
}

function said(ballots: readonly Ballot<InlineText | undefined>[]): Said[] {
  return ballots.map(({ portal, value = '' }) => ({ portal, text: bareVariables(value) }));
}
