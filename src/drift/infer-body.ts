/** The body that most portals have: which blocks, in which order, split how, in which role, and in which words. */
import type { Block, InlineText, TextBlock } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import { type Piece, type Placement, regionsOf } from './infer-alignment.ts';
import { holds, type Note, noteElection } from './infer-notes.ts';
import { elect, electWording, mostCommonForm } from './infer-votes.ts';

export interface BodyTerms {
  readonly reader: TextReader;
  /** Every portal. */
  readonly all: readonly number[];
  /** Whether a wording says another thing than the one that most portals have. */
  readonly differs: (one: InlineText, other: InlineText) => boolean;
  readonly note: (note: Note) => unknown;
}

export interface InferredBody {
  readonly blocks: readonly TextBlock[];
  /** For each portal: its blocks by their index in its body, each with the index of the one that it became. */
  readonly became: readonly ReadonlyMap<number, number>[];
}

/** Of bodies that are aligned. */
export function inferBody(placements: readonly Placement[], terms: BodyTerms): InferredBody {
  const blocks: TextBlock[] = [];
  const became = terms.all.map(() => new Map<number, number>());
  for (const region of regionsOf(placements)) {
    const shape = chooseShape(region, terms);
    if (!shape) continue;
    const places = new Map<string, number>();
    for (const key of shape) {
      const alike = region.filter((placement) => keyOf(placement) === key);
      blocks.push(...blocksOf(alike, terms));
      places.set(key, blocks.length - 1);
    }
    for (const placement of region)
      for (const { at } of placement.pieces)
        became[placement.portal]?.set(at, places.get(keyOf(placement)) ?? blocks.length - 1);
  }
  return { blocks, became };
}

/** Which places, and how many blocks there. */
function keyOf({ slots, pieces }: Placement): string {
  return `${slots.join('+')}x${pieces.length}`;
}

/** The keys of the blocks that most portals have here; undefined where fewer than half have any. */
function chooseShape(region: readonly Placement[], { all, note }: BodyTerms): string[] | undefined {
  const byPortal = new Map<number, Placement[]>();
  for (const placement of region) {
    const own = byPortal.get(placement.portal);
    if (own) own.push(placement);
    else byPortal.set(placement.portal, [placement]);
  }
  const portals = [...byPortal.keys()].sort((x, y) => x - y);
  const ballots = [...byPortal].map(([portal, value]) => ({ portal, value }));
  const { parties, tied } = elect(ballots, (own) => own.map(keyOf).join(' '));
  const [first] = parties;
  const text = first?.ballots[0]?.value[0]?.pieces[0]?.text ?? '';
  if (!holds({ what: 'block', text }, portals, { all, note }) || !first) return undefined;
  noteElection({ what: 'division', text }, { parties, tied }, note);
  return first.ballots[0]?.value.map(keyOf) ?? [];
}

/** All are divided alike. */
function blocksOf(placements: readonly Placement[], terms: BodyTerms): TextBlock[] {
  const length = placements[0]?.pieces.length ?? 0;
  return Array.from({ length }, (_, index) => {
    const ballots = placements.flatMap(({ portal, pieces }) => {
      const value = pieces[index];
      return value ? [{ portal, value }] : [];
    });
    return blockOf(ballots, terms);
  });
}

type Saying = { readonly portal: number; readonly value: Piece };

function blockOf(ballots: readonly Saying[], { reader, differs, note }: BodyTerms): TextBlock {
  const { parties, tied } = electWording(ballots, reader);
  const [first, ...others] = parties;
  const text = first ? mostCommonForm(first) : '';
  noteElection({ what: 'text', text }, { parties, tied }, note);
  const variants: InlineText[] = [];
  for (const party of others) {
    if (party.ballots.length < 2) continue;
    const other = mostCommonForm(party);
    const approved = !differs(text, other);
    if (approved) variants.push(other);
    const portals = party.ballots.map(({ portal }) => portal);
    note({ kind: approved ? 'variant' : 'other-meaning', what: 'text', text: other, portals, others: [] });
  }
  const block = withRole(ballots, text);
  return variants.length > 0 ? { ...block, variants } : block;
}

function withRole(ballots: readonly Saying[], text: InlineText): TextBlock {
  const roles = ballots.map(({ portal, value }) => ({ portal, value: roleOf(value.block) }));
  const [chosen] = elect(roles, (role) => JSON.stringify(role)).parties;
  return { ...(chosen?.ballots[0]?.value ?? { role: 'paragraph' }), text };
}

type Role =
  | Omit<Extract<TextBlock, { role: 'heading' }>, 'text'>
  | Omit<Extract<TextBlock, { role: 'paragraph' }>, 'text'>
  | Omit<Extract<TextBlock, { role: 'item' }>, 'text'>;

function roleOf(block: TextBlock): Role {
  switch (block.role) {
    case 'heading':
      return block.level === undefined ? { role: 'heading' } : { role: 'heading', level: block.level };
    case 'item':
      return { role: 'item', depth: block.depth, ...(block.ordered ? { ordered: true as const } : {}) };
    default:
      return { role: 'paragraph' };
  }
}

/** The texts of a body with its tables left out, as they are aligned. */
export function piecesOf(named: readonly Block[], plain: readonly Block[]): Piece[] {
  return named.flatMap((block, at): Piece[] => {
    const compared = plain[at];
    if (block.role === 'table' || !compared || compared.role === 'table') return [];
    const apart = named[at - 1]?.role === 'table';
    return [{ block, at, apart, text: block.text, plain: compared.text }];
  });
}
