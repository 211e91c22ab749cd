/** The detail screen: one change with its class and rule explained, both sides in full, and where they stand. */
import { ruleMessages } from '../../messages/rules.ts';
import type { TuiMessages } from '../../messages/tui.ts';
import type { Address, Change, Edit, RuleId } from '../../model/change.ts';
import { headOf, notesOf } from '../../present/diff-change.ts';
import { sideSentence } from '../../present/diff-header.ts';
import { charterSpan, type Sheet } from '../../present/diff-parts.ts';
import { sideName } from '../../present/diff-view.ts';
import { readableText } from '../../present/excerpt.ts';
import { asRow, knownName, tableOf } from '../../present/table-entry.ts';
import { placeOf } from '../book/labels.ts';
import { signOfChange } from '../book/signs.ts';
import type { FrameLine } from '../frame-types.ts';
import { type Blocks, makeBlocks } from '../pane.ts';
import { sideRuns, signRun } from './change-rows.ts';
import { type Drawing, remembered, sheetFor } from './drawing.ts';
import { beside, flatRun, gutter, run, withGutter, wrap } from './lines.ts';
import { sideWidths } from './sides.ts';
import { barWidth } from './text.ts';

const between = 3;

export function detailBlocks(index: number, drawing: Drawing): Blocks {
  const change = drawing.book.view.diff.changes[index];
  const rows = change
    ? remembered(drawing, { at: index, name: 'detail', form: [] }, () =>
        detailRows(change, { index, drawing }),
      )
    : [];
  return makeBlocks(
    rows.length,
    (row) => row,
    (row) => [rows[row] ?? []],
  );
}

interface DetailOf {
  readonly index: number;
  readonly drawing: Drawing;
}

function detailRows(change: Change, { index, drawing }: DetailOf): FrameLine[] {
  const width = drawing.layout.main - barWidth - gutter;
  const seen = sheetFor(drawing.book, width, true);
  // Everything is shown here, whatever the filter says.
  const sheet: Sheet = { ...seen, selection: { ...seen.selection, typography: true } };
  const place = placeOf(index, drawing.book).join(' › ');
  const [sign, blankSign] = [signRun(signOfChange(change)), undefined];
  return [
    ...withGutter(sign, wrap([flatRun(place, 'strong')], Math.min(width, widest))),
    ...withGutter(blankSign, ruleRows(change, { sheet, drawing, width: Math.min(width, widest) })),
    [],
    ...withGutter(blankSign, bothSides(change, { sheet, drawing, width })),
    ...withGutter(blankSign, editRows(change, { sheet, drawing, width: Math.min(width, widest) })),
  ];
}

const widest = 110;

interface Part {
  readonly sheet: Sheet;
  readonly drawing: Drawing;
  readonly width: number;
}

/** Class, rule, its explanation, where the law speaks of it. */
function ruleRows(change: Change, { sheet, drawing, width }: Part): FrameLine[] {
  const { detail } = drawing.messages;
  const rule = ruleMessages[sheet.options.language][change.rule];
  const reference = detail.reference(change.fingerprint.slice(0, sheet.digits));
  const title: FrameLine = [
    run(sheet.messages.tag[change.class], change.class),
    run(` · ${rule.title}`),
    run(` · ${detail.rule(change.rule)} · ${reference}`, 'dim'),
  ];
  const head = headOf(change, sheet);
  const notes = notesOf(change, sheet);
  const sources = rule.sources.map((source) => [run(`${detail.sources} ${source}`, 'dim')]);
  const lines: FrameLine[] = [title, [run(rule.explanation)], ...sources];
  if (head !== '' || notes.length > 0) lines.splice(1, 0, [run(head), ...notes]);
  return lines.flatMap((line) => wrap(line, width));
}

/** Beside one another where the layout has room, else one below the other. */
function bothSides(change: Change, part: Part): FrameLine[] {
  if (!part.drawing.layout.split) {
    const width = Math.min(part.width, widest);
    return [...sideRows(change, 'a', { ...part, width }), [], ...sideRows(change, 'b', { ...part, width })];
  }
  const [left, right] = sideWidths(part.width);
  return beside(
    [
      { lines: sideRows(change, 'a', { ...part, width: left }), width: left },
      { lines: sideRows(change, 'b', { ...part, width: right }), width: right },
    ],
    between,
  );
}

function sideRows(change: Change, side: 'a' | 'b', { sheet, drawing, width }: Part): FrameLine[] {
  const { detail } = drawing.messages;
  const name = sideName(sheet.view.diff[side]);
  const heading = run(side === 'a' ? detail.before(name) : detail.after(name), 'strong');
  const where = addressText(change.address[side], drawing);
  const version = sideSentence(sheet.view.diff, side, sheet.options.language) ?? '';
  const facts = [version, where].filter((fact) => fact !== '');
  const lines: FrameLine[] = [[heading], ...facts.map((fact): FrameLine => [flatRun(fact, 'dim')])];
  return [...lines, ...sideTexts(change, side, { sheet, messages: drawing.messages })].flatMap((line) =>
    wrap(line, width),
  );
}

function addressText(address: Address | undefined, { messages }: Drawing): string {
  if (address?.file === undefined) return '';
  return address.line === undefined ? address.file : messages.detail.line(address.file, address.line);
}

/** One side in full: its words, or its cells by column; a word where there is nothing. */
export function sideTexts(
  change: Change,
  side: 'a' | 'b',
  { sheet, messages: { detail } }: { readonly sheet: Sheet; readonly messages: TuiMessages },
): FrameLine[] {
  if (change.address[side] === undefined) return [[run(detail.absent, 'dim')]];
  if (change.kind.startsWith('row')) return rowTexts(change, side, sheet);
  const text = sideRuns(change, side, sheet);
  if (text.length > 0) return [text];
  return [[run(change[side] === undefined ? detail.absent : detail.empty, 'dim')]];
}

function rowTexts(change: Change, side: 'a' | 'b', sheet: Sheet): FrameLine[] {
  const address = change.address[side];
  const table = tableOf(sheet.view[side], address?.table);
  const given = asRow(change[side]);
  const cells = table?.rows[address?.rowIndex ?? -1]?.cells;
  const columns = table?.columns ?? Object.keys(given).map((key) => ({ key, head: key }));
  const style = change.kind === 'row-added' ? 'new' : change.kind === 'row-removed' ? 'gone' : undefined;
  return columns.map(({ key, head }, at): FrameLine => {
    const text = cells?.[at] ?? (Object.hasOwn(given, key) ? given[key] : undefined) ?? '';
    const value = charterSpan(readableText(text, sheet.selection), sheet);
    return [flatRun(`${head ?? knownName(key, sheet)}  `, 'dim'), style ? { ...value, style } : value];
  });
}

/** Where a change holds several edits, each with its own class and rule. */
function editRows(change: Change, { sheet, drawing, width }: Part): FrameLine[] {
  const told =
    change.roles === undefined ? change.edits : change.edits.filter((edit) => !ofRole.has(edit.rule));
  if (told.length < 2) return [];
  const rules = ruleMessages[sheet.options.language];
  const counts = new Map<string, { readonly edit: Edit; count: number }>();
  for (const edit of told) {
    const key = JSON.stringify([edit.rule, edit.class, edit.a, edit.b]);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { edit, count: 1 });
  }
  const lines = [...counts.values()].map(({ edit, count }): FrameLine => {
    const a = edit.a === undefined ? [] : [charterSpan(readableText(edit.a, sheet.selection), sheet, 'gone')];
    const b = edit.b === undefined ? [] : [charterSpan(readableText(edit.b, sheet.selection), sheet, 'new')];
    const arrow = a.length > 0 && b.length > 0 ? [run(' → ')] : [];
    const sign = a.length === 0 ? '+ ' : b.length === 0 ? '− ' : '~ ';
    return [
      run(sign),
      ...a.map(clip),
      ...arrow,
      ...b.map(clip),
      run('  '),
      run(sheet.messages.tag[edit.class], edit.class),
      run(` · ${rules[edit.rule].title}${count > 1 ? ` ×\u00a0${count}` : ''}`, 'dim'),
    ];
  });
  return [[], [run(drawing.messages.detail.edits, 'strong')], ...lines.flatMap((line) => wrap(line, width))];
}

/** Told above, in words. */
const ofRole: ReadonlySet<RuleId> = new Set(['role-changed', 'level-changed']);
const longestEdit = 400;

function clip(part: FrameLine[number]): FrameLine[number] {
  const text = part.text.replace(/\n/g, ' ').trim();
  return { ...part, text: text.length > longestEdit ? `${text.slice(0, longestEdit)} …` : text };
}
