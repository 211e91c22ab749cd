/** The README's table of keys, written from the keymap. */
import { tuiMessages } from '../../src/messages/tui.ts';
import { keyGroups, keymap } from '../../src/tui/keymap.ts';

/** Markdown; one row a command, grouped as the help screen does, prompts left out. */
export function renderKeyTable(): string {
  const { groups, keys, keyNames } = tuiMessages.en;
  const rows = keyGroups
    .filter((group) => group !== 'prompt')
    .flatMap((group) =>
      keymap
        .filter((binding) => binding.group === group)
        .map((binding, index) => {
          const names = binding.keys.map((key) => `\`${keyNames[key] ?? key}\``).join(' ');
          return `| ${index === 0 ? groups[group] : ''} | ${names} | ${keys[binding.command].help} |`;
        }),
    );
  return ['| | Key | What it does |', '|---|---|---|', ...rows, ''].join('\n');
}
