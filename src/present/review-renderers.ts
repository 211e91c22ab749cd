/** Every output of `review` by its name, loaded when asked for. */
import { renderReviewText } from './review-text.ts';
import type { ReviewRenderer } from './review-view.ts';

export const reviewRenderers = {
  text: async (): Promise<ReviewRenderer> => renderReviewText,
  accessible: async (): Promise<ReviewRenderer> =>
    (await import('./review-accessible.ts')).renderReviewAccessible,
  json: async (): Promise<ReviewRenderer> => (await import('./review-json.ts')).renderReviewJson,
  markdown: async (): Promise<ReviewRenderer> => (await import('./review-markdown.ts')).renderReviewMarkdown,
  html: async (): Promise<ReviewRenderer> => (await import('./review-html.ts')).renderReviewHtml,
  csv: async (): Promise<ReviewRenderer> => (await import('./review-csv.ts')).renderReviewCsv,
  github: async (): Promise<ReviewRenderer> => (await import('./review-github.ts')).renderReviewGithub,
  gitlab: async (): Promise<ReviewRenderer> => (await import('./review-gitlab.ts')).renderReviewGitlab,
  sarif: async (): Promise<ReviewRenderer> => (await import('./review-sarif.ts')).renderReviewSarif,
} as const satisfies Readonly<Record<string, () => Promise<ReviewRenderer>>>;
export type ReviewFormat = keyof typeof reviewRenderers;
