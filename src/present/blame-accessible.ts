/** The text output of `blame` for a voice: for each piece a sentence with its words, then one with its version. */
import { historyMessages } from '../messages/history.ts';
import type { BlamedUnit } from '../model/log.ts';
import { sanitise } from '../text/sanitise.ts';
import { nameOfView } from './blame-text.ts';
import {
  type BlameOptions,
  type BlameView,
  cellsApart,
  columnName,
  groupUnits,
  isSameOrigin,
  readable,
  rowName,
} from './blame-view.ts';
import { type Sheet, sheetOf } from './diff-parts.ts';
import { shortCommit } from './log-view.ts';
import { createMomentWriter } from './moments.ts';

export function renderBlameAccessible(view: BlameView, options: BlameOptions): string {
  const messages = historyMessages[options.language];
  const sheet = sheetOf(view.self, { ...options, context: 0, width: undefined, color: false });
  const moments = createMomentWriter(options.timezone);
  const lines = [messages.blame.heading(nameOfView(view), view.file)];
  if (view.units.length === 0) lines.push(messages.blame.nothing);
  function given({ state, commit, former }: BlamedUnit): string {
    if (!commit || state === 'uncommitted') return `${capital(messages.blame.uncommitted)}.`;
    const facts = {
      commit: shortCommit(commit.id),
      date: moments.day(commit.authored),
      author: commit.author.name,
      subject: commit.subject,
    };
    const names = [former?.charter, former?.file].filter((name) => name !== undefined);
    const notes = [
      ...(state === 'boundary' ? [messages.blame.boundary] : []),
      ...(names.length > 0 ? [messages.blame.formerly(names)] : []),
    ];
    return `${messages.accessible.given(facts)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}.`;
  }
  for (const { name, units } of groupUnits(view, options)) {
    if (name !== undefined) lines.push('', `${name}.`);
    let row: BlamedUnit | undefined;
    for (const [at, unit] of units.entries()) {
      if (unit.kind === 'row') row = unit;
      if (unit.kind === 'cell' && row?.row === unit.row && isSameOrigin(row, unit)) continue;
      const own = whatIs(unit, sheet, messages.accessible.kinds);
      const alone = unit.kind === 'cell' && row?.row !== unit.row;
      const what = alone ? `${rowName(unit, view.self.b)}, ${own}` : own;
      const unnamed = unit.kind === 'row' && cellsApart(units, at).has('name');
      const text = unnamed ? `#${(unit.row ?? 0) + 1}` : readable(unit.text);
      lines.push(`${ended(messages.accessible.piece(what, text))} ${given(unit)}`);
    }
  }
  return lines.map((line) => `${sanitise(line)}\n`).join('');
}

function whatIs(unit: BlamedUnit, sheet: Sheet, kinds: Readonly<Record<BlamedUnit['kind'], string>>): string {
  if (unit.kind === 'cell') return columnName(unit, sheet.view.b, sheet);
  if (unit.kind === 'variable' || unit.kind === 'head') return `${kinds[unit.kind]} ${unit.column ?? ''}`;
  return kinds[unit.kind];
}

function ended(text: string): string {
  return /[.!?…]["»”]?$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
