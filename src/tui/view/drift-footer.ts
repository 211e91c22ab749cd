/** What is asked while drift is filtered or decided on: classes in the second line, states in the bottom line; a reason, a day. */
import { driftMessages } from '../../messages/drift.ts';
import { tuiMessages } from '../../messages/tui.ts';
import type { ChangeClass } from '../../model/charter.ts';
import { toldStates } from '../../present/drift-view.ts';
import type { CommandName } from '../action.ts';
import type { DecisionPrompt } from '../drift/decision.ts';
import type { FrameLine, FrameRun } from '../frame-types.ts';
import type { UiState } from '../state.ts';
import { cells, dropCells, flatRun, run } from './lines.ts';
import { strongestFirst } from './overview.ts';

/** Lays out the keys of some commands with their words. */
export type Hints = (commands: readonly CommandName[]) => FrameRun[];

/** What is typed, its end in sight, or what would be written; then what can be done with it. */
export function decisionFooter(
  { stage, deed, text, portals, everywhere, finding }: DecisionPrompt,
  { settings, terminal }: UiState,
  hints: Hints,
): FrameLine {
  const { decision } = tuiMessages[settings.language].drift;
  const named = (command: CommandName, words: string): FrameRun[] =>
    hints([command]).map((part, index) => (index === 2 ? { ...part, text: ` ${words} ` } : part));
  if (stage === 'confirm') {
    const other = everywhere ? decision.here(finding.portal) : decision.everywhere(portals.length);
    return [
      ...named('accept', decision.write),
      ...(portals.length > 1 ? named('everywhere', other) : []),
      ...hints(['cancel', 'copy-command']),
    ];
  }
  return typedLine(deed === 'accept' ? decision.reason : decision.day, text, {
    columns: terminal.columns,
    hints,
  });
}

/** What is typed, its end in sight. */
export function typedLine(
  label: string,
  text: string,
  { columns, hints }: { readonly columns: number; readonly hints: Hints },
): FrameLine {
  const asked = run(` ${label} `, 'prompt');
  const end = [run('█', 'prompt'), ...hints(['accept', 'cancel'])];
  const typed = flatRun(text);
  const over = cells([typed]) - Math.max(1, columns - cells([asked, ...end]));
  return [asked, ...(over > 0 ? [run('…', 'hint'), ...dropCells([typed], over + 1)] : [typed]), ...end];
}

export interface Box {
  readonly text: string;
  readonly on: boolean;
}

export interface ClassChoice {
  readonly shown: ReadonlySet<ChangeClass>;
  /** Shorter ones are taken where they do not fit. */
  readonly names: Readonly<Record<ChangeClass, string>>;
}

/** The classes to choose from, in the second line; the keys count on in the bottom line. */
export function classBoxes({ shown, names }: ClassChoice, state: UiState): FrameLine {
  const { classes, filter } = tuiMessages[state.settings.language];
  const boxes = (texts: ClassChoice['names']): Box[] =>
    strongestFirst.map((level) => ({ text: texts[level], on: shown.has(level) }));
  const asked = run(` ${filter}`, 'prompt');
  const [whole, short] = [boxes(names), boxes(classes)];
  const forms = [
    [asked, ...laidBoxes(whole, 0, state)],
    [asked, ...laidBoxes(short, 0, state)],
  ];
  return fitting([...forms, tickedBoxes(short, 0, state)], state);
}

export function stateBoxes(state: UiState, hints: Hints): FrameLine {
  const { board, settings } = state;
  const { states } = driftMessages[settings.language];
  const boxes = toldStates.map(
    (one): Box => ({ text: states[one], on: board?.wishes.states.has(one) === true }),
  );
  return boxesLine(boxes, state, hints);
}

/** Boxes that follow those of the classes, and the keys where there is room. */
export function boxesLine(boxes: readonly Box[], state: UiState, hints: Hints): FrameLine {
  const first = strongestFirst.length;
  const laid = laidBoxes(boxes, first, state);
  return fitting(
    [
      [...laid, ...hints(['toggle', 'accept'])],
      [...laid, ...hints(['accept'])],
      laid,
      tickedBoxes(boxes, first, state),
    ],
    state,
  );
}

function fitting(forms: readonly FrameLine[], { terminal }: UiState): FrameLine {
  return forms.find((form) => cells(form) <= terminal.columns) ?? forms.at(-1) ?? [];
}

/** ` [x] 1 substantive `. */
function laidBoxes(boxes: readonly Box[], first: number, { prompt }: UiState): FrameLine {
  return boxes.map(({ text, on }, index) => {
    const at = first + index;
    const box = `${on ? '[x]' : '[ ]'} ${at + 1} ${text}`;
    const chosen = prompt?.kind === 'filter' && prompt.chosen === at;
    return run(chosen ? `‹${box}›` : ` ${box} `, chosen ? 'selected' : on ? undefined : 'dim');
  });
}

/** ` x1 subst.`, where there is no room for more. */
function tickedBoxes(boxes: readonly Box[], first: number, { prompt }: UiState): FrameLine {
  return boxes.map(({ text, on }, index) => {
    const at = first + index;
    const chosen = prompt?.kind === 'filter' && prompt.chosen === at;
    return run(` ${on ? 'x' : '-'}${at + 1} ${text}`, chosen ? 'selected' : on ? undefined : 'dim');
  });
}
