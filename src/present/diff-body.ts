/** The text part of a comparison: sections in reading order, each with its changes and what was left out between. */
import type { Change, SectionRef } from '../model/change.ts';
import type { CharterDocument } from '../model/charter.ts';
import { renderChange } from './diff-change.ts';
import { charterSpan, type Sheet, sectionLabel } from './diff-parts.ts';
import { readableText } from './excerpt.ts';
import { innerFrame, layEntry, layTagged, signs, withGutter } from './layout.ts';
import { type Line, span } from './style.ts';

/** One step of the reading order, with the section it stands in. */
interface Item {
  readonly section: number;
  readonly change?: number;
  /** Block of `b` for an unchanged one. */
  readonly block?: number;
}

interface SectionStarts {
  readonly a: readonly (readonly [block: number, section: number])[];
  readonly b: readonly (readonly [block: number, section: number])[];
}

export function renderBody(sheet: Sheet): Line[] {
  const { diff } = sheet.view;
  const starts: SectionStarts = { a: startsOf(diff.sections, 'a'), b: startsOf(diff.sections, 'b') };
  const items = diff.steps.map((step): Item => {
    if (step.kind === 'same') return { section: sectionAt(starts.b, step.b), block: step.b };
    const change = diff.changes[step.change];
    return { section: change ? sectionOf(change, starts) : -1, change: step.change };
  });
  const near = nearChanges(items, sheet);
  const lines: Line[] = [...renderFields(sheet)];
  let from = 0;
  while (from < items.length) {
    let to = from;
    while (to < items.length && items[to]?.section === items[from]?.section) to += 1;
    lines.push(...renderSection(items.slice(from, to), near.slice(from, to), sheet));
    from = to;
  }
  return lines;
}

function startsOf(refs: readonly SectionRef[], side: 'a' | 'b'): (readonly [number, number])[] {
  const starts = refs.flatMap((ref, index): (readonly [number, number])[] => {
    const block = ref[side];
    return block === undefined ? [] : [[block, index]];
  });
  return starts.sort((x, y) => x[0] - y[0]);
}

/** Index of the last section that starts at or before the block; -1 before the first. */
function sectionAt(starts: readonly (readonly [number, number])[], block: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.[0] ?? 0) <= block) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1]?.[1] ?? -1;
}

function sectionOf(change: Change, starts: SectionStarts): number {
  const { a, b } = change.address;
  if (b?.block !== undefined) return sectionAt(starts.b, b.block);
  return a?.block === undefined ? -1 : sectionAt(starts.a, a.block);
}

/** Which items are printed: shown changes, and blocks within the asked context of one. */
function nearChanges(items: readonly Item[], sheet: Sheet): boolean[] {
  const near = items.map((item) => item.change !== undefined && sheet.selection.shown.has(item.change));
  const shown = near.flatMap((is, index) => (is ? [index] : []));
  for (const index of shown) {
    for (let at = index - sheet.options.context; at <= index + sheet.options.context; at += 1) {
      if (items[at]?.block !== undefined) near[at] = true;
    }
  }
  return near;
}

/** The changes of a charter's own fields, each under its name. */
function renderFields(sheet: Sheet): Line[] {
  return sheet.view.diff.changes.flatMap((change, index): Line[] => {
    if (change.kind !== 'field' || !sheet.selection.shown.has(index)) return [];
    const name = (change.address.b ?? change.address.a)?.column ?? '';
    return [[], [span(sheet.messages.fields[name] ?? name, 'strong')], ...renderChange(change, sheet)];
  });
}

function renderSection(items: readonly Item[], near: readonly boolean[], sheet: Sheet): Line[] {
  if (!near.includes(true)) return [];
  const lines: Line[] = [[], ...renderHeading(items[0]?.section ?? -1, sheet)];
  let quiet: Item[] = [];
  let any = false;
  items.forEach((item, index) => {
    if (!near[index]) {
      quiet.push(item);
      return;
    }
    if (any && quiet.length > 0) lines.push(restLine(quiet, sheet));
    quiet = [];
    any = true;
    const change = item.change === undefined ? undefined : sheet.view.diff.changes[item.change];
    if (change) lines.push(...renderChange(change, sheet));
    else lines.push(...renderContext(sheet.view.b, item.block ?? -1, sheet));
  });
  return lines;
}

function renderHeading(section: number, sheet: Sheet): Line[] {
  const { sections } = sheet.view.diff;
  const ref = sections[section];
  if (!ref && sections.length === 0) return [];
  const label = ref ? sectionLabel(ref, sheet.options.language) : sheet.messages.beginning;
  return layTagged([charterSpan(label, sheet, 'strong')], undefined, sheet.frame);
}

/** `⋯ 2 paragraphs unchanged`; folded changes are said to have the same words. */
function restLine(items: readonly Item[], sheet: Sheet): Line {
  const folded = items.some((item) => item.change !== undefined);
  const text = folded ? sheet.messages.sameWords(items.length) : sheet.messages.unchanged(items.length);
  return [span(`    ${signs.rest} ${text}`, 'dim')];
}

function renderContext(document: CharterDocument, index: number, sheet: Sheet): Line[] {
  const block = document.body[index];
  if (!block || block.role === 'table') return [];
  const body = [charterSpan(readableText(block.text, sheet.selection), sheet, 'dim')];
  return withGutter(undefined, layTagged(body, undefined, innerFrame(sheet.frame)));
}

/** The portal's own values, one a line. */
export function renderVariables(sheet: Sheet): Line[] {
  return sheet.view.diff.changes.flatMap((change, index): Line[] => {
    if (change.kind !== 'variable' || !sheet.selection.shown.has(index)) return [];
    return renderChange(change, sheet);
  });
}

/** Sentences about the comparison itself. */
export function renderNotices(sheet: Sheet): Line[] {
  return sheet.view.diff.notices.flatMap((notice) =>
    layEntry({ body: [charterSpan(sheet.messages.notices[notice.code](notice.values), sheet)] }, sheet.frame),
  );
}
