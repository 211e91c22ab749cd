/** States of the UI for tests: sessions of the repository's own charters or of made-up comparisons, and typed keys. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openDocument } from '../../src/canonical/open.ts';
import { compareDocuments } from '../../src/commands/comparison.ts';
import type { Loaded } from '../../src/commands/shelves.ts';
import type { Template } from '../../src/model/charter.ts';
import type { DiffView } from '../../src/present/diff-view.ts';
import type { Effect } from '../../src/tui/action.ts';
import { frame } from '../../src/tui/frame.ts';
import type { Frame } from '../../src/tui/frame-types.ts';
import { initialState } from '../../src/tui/initial-state.ts';
import { actionFor } from '../../src/tui/keymap.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { sessionOfCharters, sessionOfViews } from '../../src/tui/session.ts';
import type { Settings, UiState } from '../../src/tui/state.ts';

export const portals = [
  'cooracenormandie',
  'noisylegrand',
  'normandie',
  'pays-de-la-loire',
  'performance-dataunedic',
] as const;
const templateId = 'opendatasoft-fr';

async function readDocument(name: string): Promise<Loaded> {
  const file = name.startsWith('template:')
    ? `charters/templates/${name.slice('template:'.length)}.yaml`
    : `charters/${name}.yaml`;
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const { document, lines } = await openDocument(readFileSync(path, 'utf8'));
  if (!document) throw new Error(`${file} is no charter`);
  return { document, lines, file };
}

export async function realView(a: string, b: string): Promise<DiffView> {
  const { document } = await readDocument(`template:${templateId}`);
  const template = document as Template;
  return compareDocuments(await readDocument(a), await readDocument(b), {
    templates: { a: template, b: template },
    places: true,
  });
}

export interface Options {
  readonly size?: readonly [columns: number, rows: number];
  readonly language?: Settings['language'];
  readonly color?: boolean;
}

function settingsOf({ language = 'en', color = false }: Options): Settings {
  return { language, palette: 'default', color, ground: 'dark' };
}

export function stateOf(views: readonly DiffView[], options: Options = {}): UiState {
  const [columns, rows] = options.size ?? [100, 30];
  return initialState(sessionOfViews(views), { columns, rows }, settingsOf(options));
}

/** The overview of all charters, each compared with the template as it is asked for. */
export async function overviewState(options: Options = {}): Promise<UiState> {
  const [columns, rows] = options.size ?? [100, 30];
  const documents = await Promise.all(portals.map(async (id) => (await readDocument(id)).document));
  const charters = documents.flatMap((one) => (one.kind === 'charter' ? [one] : []));
  const views = await Promise.all(portals.map((id) => realView(`template:${templateId}`, id)));
  return settle(
    initialState(sessionOfCharters(charters), { columns, rows }, settingsOf(options)),
    (effect) => {
      const view = views[effect.entry];
      if (!view) throw new Error(`no charter ${effect.entry}`);
      return view;
    },
  );
}

/** Answers what is asked for until nothing is. */
export function settle(
  state: UiState,
  load: (effect: Extract<Effect, { kind: 'load' }>) => DiffView,
): UiState {
  let next = state;
  for (let round = 0; round < 100; round += 1) {
    const wanted = next.effects.find((effect) => effect.kind === 'load');
    if (wanted?.kind !== 'load') return next;
    const others = next.effects.filter((effect) => effect !== wanted);
    const { entry, swapped } = wanted;
    const answered = reduce(next, { type: 'loaded', entry, swapped, view: load(wanted) });
    next = { ...answered, effects: [...others, ...answered.effects] };
  }
  throw new Error('loads without end');
}

const named: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\t': 'tab',
  '\u001b': 'escape',
  ' ': 'space',
  '←': 'left',
  '→': 'right',
  '⌫': 'backspace',
};

/** Types each character as a key: `\r` enter, `\t` tab, `\u001b` escape. */
export function type(state: UiState, keys: string): UiState {
  let next = state;
  for (const key of keys) {
    const action = actionFor(next, { name: named[key] ?? key, text: key });
    if (action) next = reduce(next, action);
  }
  return next;
}

export function resize(state: UiState, columns: number, rows: number): UiState {
  return reduce(state, { type: 'resize', columns, rows });
}

export function textOf({ lines }: Frame): string {
  return lines
    .map((line) =>
      line
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

export function screenOf(state: UiState): string {
  return textOf(frame(state));
}
