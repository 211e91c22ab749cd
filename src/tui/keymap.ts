/** Every key of the UI as a named command, in one table: what it does, where it holds, and in which group help lists it. */
import type { Action, CommandName, KeyPress } from './action.ts';
import type { ScreenName, UiState } from './state.ts';

/** Where a key holds: screens, or inside a prompt. */
export type KeyScope = ScreenName | 'search-prompt' | 'filter-prompt' | 'states-prompt' | 'decision-prompt';

export const keyGroups = [
  'move',
  'changes',
  'versions',
  'drift',
  'review',
  'search',
  'view',
  'act',
  'general',
  'prompt',
] as const;
export type KeyGroup = (typeof keyGroups)[number];

export interface KeyBinding {
  /** Names of `KeyPress`; the first ones are shown. */
  readonly keys: readonly string[];
  readonly command: CommandName;
  readonly scopes: readonly KeyScope[];
  readonly group: KeyGroup;
}

const lists: readonly ScreenName[] = [
  'overview',
  'text',
  'table',
  'detail',
  'help',
  'history',
  'blame',
  'drift',
  'findings',
  'review',
  'review-item',
];
const reading: readonly ScreenName[] = ['text', 'table'];
const comparison: readonly ScreenName[] = ['text', 'table', 'detail'];
/** Where versions may be asked for, or searched among. */
const searched: readonly ScreenName[] = [
  'overview',
  'text',
  'table',
  'history',
  'blame',
  'findings',
  'review',
];
const prompts: readonly KeyScope[] = ['search-prompt', 'filter-prompt', 'states-prompt', 'decision-prompt'];
const searching: readonly KeyScope[] = ['search-prompt'];
const filtering: readonly KeyScope[] = ['filter-prompt', 'states-prompt'];
const states: readonly KeyScope[] = ['states-prompt'];
const deciding: readonly KeyScope[] = ['decision-prompt'];
const drifting: readonly ScreenName[] = ['drift', 'findings'];
const reviewing: readonly ScreenName[] = ['review', 'review-item'];
/** Where the space bar has nothing better to do. */
const paged = lists.filter((screen) => !reviewing.includes(screen));

function bind(
  group: KeyGroup,
  command: CommandName,
  keys: readonly string[],
  scopes: readonly KeyScope[] = lists,
): KeyBinding {
  return { group, command, keys, scopes };
}

export const keymap: readonly KeyBinding[] = [
  bind('move', 'down', ['j', 'down']),
  bind('move', 'up', ['k', 'up']),
  bind('move', 'page-down', ['space'], paged),
  bind('move', 'page-down', ['page-down', 'ctrl-f']),
  bind('move', 'page-up', ['b', 'page-up', 'ctrl-b']),
  bind('move', 'half-down', ['d', 'ctrl-d']),
  bind('move', 'half-up', ['u', 'ctrl-u']),
  bind('move', 'top', ['g', 'home']),
  bind('move', 'bottom', ['G', 'end']),
  bind('move', 'left', ['left'], ['table', 'drift']),
  bind('move', 'right', ['right'], ['table', 'drift']),
  bind('changes', 'next-change', [']'], [...comparison, 'findings', ...reviewing]),
  bind('changes', 'previous-change', ['['], [...comparison, 'findings', ...reviewing]),
  bind('changes', 'next-section', ['.'], reading),
  bind('changes', 'previous-section', [','], reading),
  bind('changes', 'open', ['enter'], [...searched, 'drift', 'review-item']),
  bind('versions', 'history', ['h'], ['overview', ...comparison, 'history', 'blame', ...drifting]),
  bind('versions', 'history-all', ['H'], ['overview', ...comparison, 'history', 'blame', ...drifting]),
  bind('versions', 'blame', ['w'], ['overview', ...comparison, 'history', ...drifting]),
  bind('versions', 'next-origin', [']'], ['blame']),
  bind('versions', 'previous-origin', ['['], ['blame']),
  bind('versions', 'mark', ['v'], ['history', ...reviewing]),
  bind('versions', 'older-version', ['>'], comparison),
  bind('versions', 'newer-version', ['<'], comparison),
  bind('drift', 'sort', ['s'], ['drift']),
  bind('drift', 'next-template', ['tab'], ['drift']),
  bind('drift', 'next-portal', ['>'], ['findings']),
  bind('drift', 'previous-portal', ['<'], ['findings']),
  bind('drift', 'agree', ['a'], ['findings', ...reviewing]),
  bind('drift', 'correct', ['c'], ['findings']),
  bind('drift', 'copy-command', ['Y'], ['findings', ...reviewing]),
  bind('review', 'mark', ['space'], reviewing),
  bind('review', 'next-unviewed', ['tab'], reviewing),
  bind('review', 'agree-class', ['A'], reviewing),
  bind('review', 'only-charter', ['p'], ['review']),
  bind('search', 'search', ['/'], [...searched, 'drift']),
  bind('search', 'next-match', ['n'], searched),
  bind('search', 'previous-match', ['N'], searched),
  bind('view', 'filter', ['f'], [...reading, 'history', ...drifting, 'review']),
  bind('view', 'fold', ['z'], [...reading, 'history', 'blame', ...drifting, 'review']),
  bind('view', 'more-context', ['}'], reading),
  bind('view', 'less-context', ['{'], reading),
  bind('view', 'layout-auto', ['0'], comparison),
  bind('view', 'layout-split', ['1'], comparison),
  bind('view', 'layout-stacked', ['2'], comparison),
  bind('view', 'outline', ['o'], reading),
  bind('view', 'focus', ['tab', 'shift-tab'], reading),
  bind('view', 'swap', ['x'], comparison),
  bind('view', 'palette', ['t']),
  bind('act', 'copy', ['y'], [...comparison, 'history', 'blame', 'findings', ...reviewing]),
  bind('act', 'edit', ['e'], [...comparison, ...reviewing]),
  bind('general', 'back', ['escape']),
  bind('general', 'help', ['?']),
  bind('general', 'suspend', ['ctrl-z']),
  bind('general', 'quit', ['q']),
  bind('general', 'interrupt', ['ctrl-c'], [...lists, ...prompts]),
  bind('prompt', 'accept', ['enter'], prompts),
  bind('prompt', 'cancel', ['escape'], prompts),
  bind('prompt', 'suspend', ['ctrl-z'], prompts),
  bind('prompt', 'erase', ['backspace', 'delete'], searching),
  bind('prompt', 'erase-all', ['ctrl-u'], searching),
  bind('prompt', 'toggle', ['space'], filtering),
  bind('prompt', 'previous-class', ['left', 'h'], filtering),
  bind('prompt', 'next-class', ['right', 'l', 'tab'], filtering),
  bind('prompt', 'toggle-1', ['1'], filtering),
  bind('prompt', 'toggle-2', ['2'], filtering),
  bind('prompt', 'toggle-3', ['3'], filtering),
  bind('prompt', 'toggle-4', ['4'], filtering),
  bind('prompt', 'toggle-5', ['5'], states),
  bind('prompt', 'toggle-6', ['6'], states),
  bind('prompt', 'toggle-7', ['7'], states),
  bind('prompt', 'toggle-8', ['8'], states),
  bind('prompt', 'toggle-9', ['9'], states),
  bind('prompt', 'accept', ['f', 'q'], filtering),
  bind('prompt', 'everywhere', ['p'], deciding),
  bind('prompt', 'copy-command', ['Y'], deciding),
];

/** Key name to command, by scope. */
const tables = tablesOf(keymap);

function tablesOf(bindings: readonly KeyBinding[]): ReadonlyMap<KeyScope, ReadonlyMap<string, CommandName>> {
  const found = new Map<KeyScope, Map<string, CommandName>>();
  for (const { keys, command, scopes } of bindings) {
    for (const scope of scopes) {
      const table = found.get(scope) ?? new Map<string, CommandName>();
      for (const key of keys) table.set(key, command);
      found.set(scope, table);
    }
  }
  return found;
}

export function scopeOf({ prompt, screens }: Pick<UiState, 'prompt' | 'screens'>): KeyScope {
  const screen = screens.at(-1) ?? 'overview';
  if (!prompt) return screen;
  if (prompt.kind === 'decision' || prompt.kind === 'reason')
    return prompt.stage === 'text' ? 'search-prompt' : 'decision-prompt';
  if (prompt.kind === 'search') return 'search-prompt';
  return screen === 'drift' || screen === 'findings' || screen === 'review'
    ? 'states-prompt'
    : 'filter-prompt';
}

/** What the key asks for here; absent where it means nothing. */
export function actionFor(state: Pick<UiState, 'prompt' | 'screens'>, key: KeyPress): Action | undefined {
  const scope = scopeOf(state);
  const command = tables.get(scope)?.get(key.name);
  if (command) return { type: command };
  return scope === 'search-prompt' && key.text !== undefined && key.text !== ''
    ? { type: 'text', text: key.text }
    : undefined;
}
