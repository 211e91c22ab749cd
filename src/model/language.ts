/** The two languages in which the tool itself speaks; a charter's own language is any BCP 47 tag. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];
