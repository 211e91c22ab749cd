/** A whole HTML page that stands alone: it asks for nothing from anywhere, runs nothing, and takes no style but its own. */
import { createHash } from 'node:crypto';
import { sanitise } from '../text/sanitise.ts';

export interface Page {
  readonly language: string;
  /** Plain text. */
  readonly title: string;
  /** CSS without `</style`. */
  readonly style: string;
  /** HTML, one piece a line. */
  readonly body: readonly string[];
}

/** Ends in a newline. */
export function renderPage({ language, title, style, body }: Page): string {
  const digest = createHash('sha256').update(style, 'utf8').digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  const lines = [
    '<!doctype html>',
    `<html lang="${htmlText(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${htmlText(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '#': '&#35;',
  ':': '&#58;',
};

/**
 * A text that means nothing to HTML, between tags or as a value in quotes, nor to the log of a build server; what it
 * hides is made visible.
 */
export function htmlText(text: string): string {
  return sanitise(text, { keepLines: true }).replace(
    /[&<>"']|#(?=#)|:(?=:)/g,
    (char) => entities[char] ?? char,
  );
}

/** An id that a link can name, whatever the text holds. */
export function htmlId(...parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[^A-Za-z0-9-]/g, '_')).join('-');
}

/** Only for a voice; in a language of its own where one is given. */
export function unseen(text: string, language?: string): string {
  const own = language === undefined ? '' : ` lang="${htmlText(language)}"`;
  return text === '' ? '' : `<span class="unseen"${own}>${htmlText(text)}</span>`;
}

/** Only for the eye, where a voice is told the same in words. */
export function silent(text: string): string {
  return `<span aria-hidden="true">${htmlText(text)}</span>`;
}
