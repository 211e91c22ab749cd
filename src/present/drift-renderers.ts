/** Every output of `drift` by its name, loaded when asked for. */
import { renderDriftText } from './drift-text.ts';
import type { DriftRenderer } from './drift-view.ts';

export const driftRenderers = {
  text: async (): Promise<DriftRenderer> => renderDriftText,
  accessible: async (): Promise<DriftRenderer> =>
    (await import('./drift-accessible.ts')).renderDriftAccessible,
  json: async (): Promise<DriftRenderer> => (await import('./drift-json.ts')).renderDriftJson,
  markdown: async (): Promise<DriftRenderer> => (await import('./drift-markdown.ts')).renderDriftMarkdown,
  html: async (): Promise<DriftRenderer> => (await import('./drift-html.ts')).renderDriftHtml,
  csv: async (): Promise<DriftRenderer> => (await import('./drift-csv.ts')).renderDriftCsv,
} as const satisfies Readonly<Record<string, () => Promise<DriftRenderer>>>;
export type DriftFormat = keyof typeof driftRenderers;
