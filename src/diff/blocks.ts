/** The text of two bodies: aligned, split, joined and moved blocks as changes, and the reading order of both. */
import type { Address, RawChange, Step } from '../model/change.ts';
import type { Budget } from './budget.ts';
import type { Link } from './chain.ts';
import { pairLonePassages } from './lone-passages.ts';
import { findMoves, type Move } from './moves.ts';
import { linkPassages, textsOf } from './passage-links.ts';
import { type Passage, roleChanges } from './passages.ts';
import type { Met, SectionIndex, SectionMap } from './sections.ts';
import { type Contexts, Standing } from './standing.ts';
import { compareTexts } from './texts.ts';

export interface BodySide {
  readonly passages: readonly Passage[];
  readonly sections: SectionMap;
}

export interface BodyDiff {
  readonly changes: readonly RawChange[];
  /** `change` counts from 0 within `changes`. */
  readonly steps: readonly Step[];
  readonly standing: Standing;
}

interface Comparison {
  readonly a: BodySide;
  readonly b: BodySide;
  readonly index: SectionIndex;
  readonly budget: Budget;
  readonly standing: Standing;
  readonly changes: RawChange[];
  readonly steps: Step[];
}

export function diffBodies(
  a: BodySide,
  b: BodySide,
  context: { index: SectionIndex; budget: Budget },
): BodyDiff {
  const texts = { a: textsOf(a.passages), b: textsOf(b.passages) };
  const { reader } = context.budget;
  const links = pairLonePassages(linkPassages(a.passages, b.passages, reader), a.passages, b.passages);
  const left = { a: leftOver(links, 'a', texts.a.length), b: leftOver(links, 'b', texts.b.length) };
  const moves = findMoves(texts, left, reader);
  const standing = new Standing(a.passages, b.passages, { links, moves });
  const comparison: Comparison = { a, b, ...context, standing, changes: [], steps: [] };
  const movedA = new Set(moves.map((move) => move.a));
  const movedTo = new Map(moves.map((move) => [move.b, move]));
  let atA = 0;
  let atB = 0;
  const end = {
    aFrom: a.passages.length,
    aTo: a.passages.length,
    bFrom: b.passages.length,
    bTo: b.passages.length,
  };
  for (const link of [...links, end]) {
    for (let at = atA; at < link.aFrom; at += 1) if (!movedA.has(at)) addOneSided(comparison, 'a', at);
    for (let at = atB; at < link.bFrom; at += 1) {
      const move = movedTo.get(at);
      if (move) addMove(comparison, move);
      else addOneSided(comparison, 'b', at);
    }
    if (link !== end) addLink(comparison, link);
    atA = link.aTo;
    atB = link.bTo;
  }
  return comparison;
}

function leftOver(links: readonly Link[], side: 'a' | 'b', length: number): number[] {
  const left: number[] = [];
  let at = 0;
  for (const link of links) {
    for (const from = side === 'a' ? link.aFrom : link.bFrom; at < from; at += 1) left.push(at);
    at = side === 'a' ? link.aTo : link.bTo;
  }
  for (; at < length; at += 1) left.push(at);
  return left;
}

function addressOf(side: BodySide, at: number): Address {
  const passage = side.passages[at];
  const section = passage ? side.sections[passage.block] : undefined;
  return { ...(section === undefined ? {} : { section }), ...(passage ? { block: passage.block } : {}) };
}

function addChange(comparison: Comparison, change: RawChange): void {
  comparison.steps.push({ kind: 'change', change: comparison.changes.length });
  comparison.changes.push(change);
}

function meet(comparison: Comparison, a: number | undefined, b: number | undefined): void {
  comparison.index.meet(metAt(comparison.a, a), metAt(comparison.b, b), opensBoth(comparison, a, b));
}

function metAt(side: BodySide, index: number | undefined): Met | undefined {
  const block = index === undefined ? undefined : side.passages[index]?.block;
  return block === undefined ? undefined : { id: side.sections[block], block };
}

/** Whether both blocks are headings, so that their sections are counterparts. */
function opensBoth(comparison: Comparison, a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return comparison.a.passages[a]?.role === 'heading' && comparison.b.passages[b]?.role === 'heading';
}

function addOneSided(comparison: Comparison, side: 'a' | 'b', at: number): void {
  const passage = comparison[side].passages[at];
  if (!passage) return;
  meet(comparison, side === 'a' ? at : undefined, side === 'b' ? at : undefined);
  const texts = [passage.text];
  addChange(comparison, {
    kind: side === 'a' ? 'block-removed' : 'block-added',
    address: { [side]: addressOf(comparison[side], at) },
    [side]: texts,
    sentences:
      side === 'a' ? compareTexts(texts, [], comparison.budget) : compareTexts([], texts, comparison.budget),
    ...(passage.role === 'paragraph' ? {} : { roles: [oneSidedRole(side, passage.role)] }),
  });
}

/** Says what a lone block was, so that a heading that comes or goes is told as a section. */
function oneSidedRole(side: 'a' | 'b', role: Passage['role']): { what: 'role'; a: string; b: string } {
  return { what: 'role', a: side === 'a' ? role : '', b: side === 'b' ? role : '' };
}

function addMove(comparison: Comparison, move: Move): void {
  const a = comparison.a.passages[move.a];
  const b = comparison.b.passages[move.b];
  if (!a || !b) return;
  meet(comparison, move.a, move.b);
  const roles = roleChanges(a, b);
  addChange(comparison, {
    kind: a.text === b.text ? 'block-moved' : 'block-changed',
    address: { a: addressOf(comparison.a, move.a), b: addressOf(comparison.b, move.b) },
    a: [a.text],
    b: [b.text],
    sentences: compareTexts([a.text], [b.text], comparison.budget),
    ...(roles.length > 0 ? { roles } : {}),
    moved: true,
    ...acrossSections(comparison.standing.elsewhere(move.a, move.b)),
  });
}

function addLink(comparison: Comparison, link: Link): void {
  meet(comparison, link.aFrom, link.bFrom);
  const first = comparison.a.passages[link.aFrom];
  const second = comparison.b.passages[link.bFrom];
  if (!first || !second) return;
  const one = link.aTo - link.aFrom === 1 && link.bTo - link.bFrom === 1;
  const roles = one ? roleChanges(first, second) : [];
  const same = one && first.text === second.text && roles.length === 0;
  const contexts = comparison.standing.elsewhere(link.aFrom, link.bFrom);
  if (same && !contexts) {
    comparison.steps.push({ kind: 'same', a: first.block, b: second.block });
    return;
  }
  const textsA = comparison.a.passages.slice(link.aFrom, link.aTo).map((passage) => passage.text);
  const textsB = comparison.b.passages.slice(link.bFrom, link.bTo).map((passage) => passage.text);
  const sentences = compareTexts(textsA, textsB, comparison.budget);
  addChange(comparison, {
    kind: same
      ? 'block-moved'
      : textsB.length > 1
        ? 'block-split'
        : textsA.length > 1
          ? 'block-joined'
          : 'block-changed',
    address: { a: addressOf(comparison.a, link.aFrom), b: addressOf(comparison.b, link.bFrom) },
    a: textsA,
    b: textsB,
    sentences,
    ...(roles.length > 0 ? { roles } : {}),
    ...(same ? { moved: true as const } : {}),
    ...acrossSections(contexts),
  });
}

function acrossSections(contexts: Contexts | undefined): { acrossSections?: true; contexts?: Contexts } {
  return contexts ? { acrossSections: true, contexts } : {};
}
