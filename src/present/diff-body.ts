/** The text part of a comparison: sections in reading order, each with its changes and what was left out between. */
import type { CharterDocument } from '../model/charter.ts';
import { renderChange } from './diff-change.ts';
import { charterSpan, noticeSentence, type Sheet } from './diff-parts.ts';
import { readableText } from './excerpt.ts';
import { innerFrame, layEntry, layTagged, signs, withGutter } from './layout.ts';
import { findSections, sectionName } from './section-finder.ts';
import { type Line, span } from './style.ts';

/** One step of the reading order, with the section it stands in. */
interface Item {
  readonly section: number;
  readonly change?: number;
  /** Block of `b` for an unchanged one. */
  readonly block?: number;
}

export function renderBody(sheet: Sheet): Line[] {
  const { diff } = sheet.view;
  const finder = findSections(diff);
  const items = diff.steps.map((step): Item => {
    if (step.kind === 'same') return { section: finder.ofBlock('b', step.b), block: step.b };
    const change = diff.changes[step.change];
    return { section: change ? finder.ofChange(change) : -1, change: step.change };
  });
  const near = nearChanges(items, sheet);
  const parts: Line[][] = [renderFields(sheet)];
  let from = 0;
  while (from < items.length) {
    let to = from;
    while (to < items.length && items[to]?.section === items[from]?.section) to += 1;
    parts.push(renderSection(items.slice(from, to), near.slice(from, to), sheet));
    from = to;
  }
  return parts.flat();
}

/** Which items are printed: shown changes, and blocks within the asked context of one. */
function nearChanges(items: readonly Item[], sheet: Sheet): boolean[] {
  const shown = items.map((item) => item.change !== undefined && sheet.selection.shown.has(item.change));
  const before = distances(shown);
  const after = distances(shown.toReversed()).toReversed();
  return items.map((item, index) => {
    if (item.block === undefined) return shown[index] ?? false;
    return Math.min(before[index] ?? Infinity, after[index] ?? Infinity) <= sheet.options.context;
  });
}

/** How many steps ago the last true was. */
function distances(flags: readonly boolean[]): number[] {
  let distance = Number.POSITIVE_INFINITY;
  return flags.map((flag) => {
    distance = flag ? 0 : distance + 1;
    return distance;
  });
}

/** Changes that stand outside of the body, as the title's, each under the name of its field. */
function renderFields(sheet: Sheet): Line[] {
  const { changes, steps } = sheet.view.diff;
  const inBody = new Set(steps.flatMap((step) => (step.kind === 'change' ? [step.change] : [])));
  return changes.flatMap((change, index): Line[] => {
    const { a, b } = change.address;
    if (change.kind === 'variable' || (a ?? b)?.table !== undefined || b?.table !== undefined) return [];
    if (inBody.has(index) || !sheet.selection.shown.has(index)) return [];
    const name = b?.column ?? a?.column ?? 'title';
    return [[], [charterSpan(fieldName(name, sheet), sheet, 'strong')], ...renderChange(change, sheet)];
  });
}

function fieldName(name: string, sheet: Sheet): string {
  const { fields } = sheet.messages;
  return (Object.hasOwn(fields, name) ? fields[name] : undefined) ?? name;
}

function renderSection(items: readonly Item[], near: readonly boolean[], sheet: Sheet): Line[] {
  if (!near.includes(true)) return [];
  const parts: Line[][] = [[[]], renderHeading(items[0]?.section ?? -1, sheet)];
  let quiet: Item[] = [];
  let any = false;
  items.forEach((item, index) => {
    if (!near[index]) {
      quiet.push(item);
      return;
    }
    if (any && quiet.length > 0) parts.push(restLines(quiet, sheet));
    quiet = [];
    any = true;
    const change = item.change === undefined ? undefined : sheet.view.diff.changes[item.change];
    if (change) parts.push(renderChange(change, sheet));
    else parts.push(renderContext(sheet.view.b, item.block ?? -1, sheet));
  });
  return parts.flat();
}

function renderHeading(section: number, sheet: Sheet): Line[] {
  const name = sectionName(section, sheet);
  return name === undefined ? [] : layTagged([charterSpan(name, sheet, 'strong')], undefined, sheet.frame);
}

/** `⋯ 2 paragraphs unchanged`; folded changes are said to have the same words. */
function restLines(items: readonly Item[], sheet: Sheet): Line[] {
  const folded = items.some((item) => item.change !== undefined);
  const text = folded ? sheet.messages.sameWords(items.length) : sheet.messages.unchanged(items.length);
  return layEntry({ body: [span(`${signs.rest} ${text}`, 'dim')] }, sheet.frame);
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
  const sentences = sheet.view.diff.notices.map((notice) => noticeSentence(notice, sheet.options.language));
  return [...new Set(sentences)].flatMap((text) =>
    layEntry({ body: [charterSpan(text, sheet)] }, sheet.frame),
  );
}
