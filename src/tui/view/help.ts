/** The help screen, written from the keymap: every key, every sign, every class. */
import { diffMessages } from '../../messages/diff.ts';
import { driftMessages } from '../../messages/drift.ts';
import { tuiMessages } from '../../messages/tui.ts';
import type { Language } from '../../model/language.ts';
import { type Sign, signs } from '../../present/layout.ts';
import { displayWidth } from '../../text/width.ts';
import type { FrameLine } from '../frame-types.ts';
import { type KeyBinding, keyGroups, keymap } from '../keymap.ts';
import { type Blocks, makeBlocks } from '../pane.ts';
import { beside, run, wrap } from './lines.ts';
import { doubtMark } from './matrix-columns.ts';
import { shades, strongestFirst } from './overview.ts';

const between = 3;
const indent = 2;
/** From this width on, in two columns. */
const roomForTwo = 120;
const widestColumn = 76;

/** `j ↓`; every key of the binding, as its reader knows it. */
export function keyLabel(keys: readonly string[], language: Language): string {
  const names = tuiMessages[language].keyNames;
  return keys.map((key) => (Object.hasOwn(names, key) ? names[key] : undefined) ?? key).join(' ');
}

export function helpBlocks(language: Language, width: number): Blocks {
  const rows = helpRows(language, width);
  return makeBlocks(
    rows.length,
    (index) => index,
    (index) => [rows[index] ?? []],
  );
}

function helpRows(language: Language, width: number): FrameLine[] {
  const groups = keyGroups.map((group) => groupOf(group));
  const own = width >= roomForTwo ? Math.floor((width - between) / 2) : width;
  const parts = [
    ...groups.map(({ group, bindings }) =>
      groupRows(group, bindings, { language, width: Math.min(own, widestColumn) }),
    ),
    legendRows(language),
  ];
  if (width < roomForTwo) return parts.flat();
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  let at = 0;
  let left = 0;
  while (at < parts.length && left + (parts[at]?.length ?? 0) <= Math.ceil(total / 2) + 2) {
    left += parts[at]?.length ?? 0;
    at += 1;
  }
  return beside(
    [
      { lines: parts.slice(0, at).flat(), width: own },
      { lines: parts.slice(at).flat(), width: own },
    ],
    between,
  );
}

function groupOf(group: (typeof keyGroups)[number]): {
  readonly group: (typeof keyGroups)[number];
  readonly bindings: readonly KeyBinding[];
} {
  return { group, bindings: keymap.filter((binding) => binding.group === group) };
}

interface Helping {
  readonly language: Language;
  readonly width: number;
}

function groupRows(
  group: (typeof keyGroups)[number],
  bindings: readonly KeyBinding[],
  { language, width }: Helping,
): FrameLine[] {
  const messages = tuiMessages[language];
  const labels = keymap.map(({ keys }) => displayWidth(keyLabel(keys, language)));
  const keyWidth = Math.min(24, Math.max(...labels));
  const textWidth = Math.max(10, width - keyWidth - between - indent);
  return [
    [run(messages.groups[group], 'heading')],
    ...bindings.flatMap(({ keys, command }) =>
      beside(
        [
          { lines: [[run(' '.repeat(indent))]], width: indent },
          { lines: wrap([run(keyLabel(keys, language), 'key')], keyWidth), width: keyWidth },
          { lines: wrap([run(messages.keys[command].help)], textWidth), width: textWidth },
        ],
        1,
      ),
    ),
    [],
  ];
}

/** How the cells of the matrix are marked. */
function driftRows(language: Language): FrameLine[] {
  const { letters, legend, tag } = driftMessages[language];
  const signs = strongestFirst.map(
    (level): FrameLine => [run(`  ${letters[level].padEnd(4)} `, level), run(tag[level])],
  );
  const { wording } = letters;
  return [
    [run(tuiMessages[language].drift.signs, 'heading')],
    ...signs,
    [run(`  ${`(${wording})`.padEnd(4)} `, 'dim'), run(legend.agreed)],
    [run(`  ${`[${wording}]`.padEnd(4)} `, 'dim'), run(legend.toFix)],
    [run(`  ${`!${wording}!`.padEnd(4)} `, 'strong'), run(legend.lapsed)],
    [run(`  ${doubtMark.trim().padEnd(4)} `, 'strong'), run(tuiMessages[language].drift.doubtful)],
  ];
}

function legendRows(language: Language): FrameLine[] {
  const { help } = tuiMessages[language];
  const { tag } = diffMessages[language];
  const names: readonly Sign[] = ['changed', 'added', 'removed', 'moved', 'split', 'joined', 'rest'];
  return [
    [run(help.signs, 'heading')],
    ...names.map((name): FrameLine => [run(`  ${signs[name]}  `, 'strong'), run(help.sign[name])]),
    [],
    [run(help.classes, 'heading')],
    ...strongestFirst.map((level): FrameLine => [run(`  ${shades[level]}  `, level), run(tag[level], level)]),
    [run('  (…)  ', 'dim'), run(help.hidden)],
    [],
    ...driftRows(language),
  ];
}
