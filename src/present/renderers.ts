/** Every output of a diff and of a charter by its name: a new one is a file and a line here. */
import type { CharterDocument } from '../model/charter.ts';
import { renderDiffText } from './diff-text.ts';
import type { DiffOptions, DiffView } from './diff-view.ts';

export type DiffRenderer = (views: readonly DiffView[], options: DiffOptions) => string;
export type CharterRenderer = (charter: CharterDocument) => string;

/** Loaded when asked for, so that no output costs another's start; text, the usual one, comes with this file. */
export const diffRenderers = {
  text: async (): Promise<DiffRenderer> => renderDiffText,
  accessible: async (): Promise<DiffRenderer> => (await import('./diff-accessible.ts')).renderDiffAccessible,
  json: async (): Promise<DiffRenderer> => (await import('./diff-json.ts')).renderDiffJson,
  stat: async (): Promise<DiffRenderer> => (await import('./diff-stat.ts')).renderDiffStat,
  names: async (): Promise<DiffRenderer> => (await import('./diff-names.ts')).renderDiffNames,
} as const satisfies Readonly<Record<string, () => Promise<DiffRenderer>>>;
export type DiffFormat = keyof typeof diffRenderers;

export const charterRenderers = {
  text: async (): Promise<CharterRenderer> => (await import('./charter-text.ts')).renderCharterText,
  markdown: async (): Promise<CharterRenderer> =>
    (await import('./charter-markdown.ts')).renderCharterMarkdown,
  html: async (): Promise<CharterRenderer> => (await import('./charter-html.ts')).renderCharterHtml,
} as const satisfies Readonly<Record<string, () => Promise<CharterRenderer>>>;
