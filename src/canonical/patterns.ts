/** What single values of a charter file may look like: the fast reader and the schema judge by these and nothing else. */

/** Portals, templates, tables and sections. */
export const idPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Variables and column keys. */
export const namePattern = /^[a-z][a-z0-9-]{0,62}$/;

/** BCP 47, as far as its form goes. */
export const languagePattern = /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/;

/** From the repository's root, with `/`, and never out of it. */
export const pathPattern =
  /^(?!\/)(?![A-Za-z]:)(?!(?:.*\/)?\.{1,2}(?:\/|$))[^\\\u0000-\u001f\u007f]{1,1024}$/;

export const sha256Pattern = /^[0-9a-f]{64}$/;

/** A fingerprint, whole or by its first digits. */
export const referencePattern = /^[0-9a-f]{6,64}$/;

export const dayPattern = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;

export const mediaTypes = ['text/plain', 'text/markdown', 'text/html'] as const;

export const decisionStatuses = ['agreed', 'to-fix'] as const;

export const headingLevels = { least: 1, most: 6 } as const;

/** Deeper lists than this are not published by anybody. */
export const itemDepths = { least: 1, most: 32 } as const;

export const captureLines = { least: 1, most: 2 ** 31 - 1 } as const;

/** A day that the calendar has. */
export function isDay(text: string): boolean {
  if (!dayPattern.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
