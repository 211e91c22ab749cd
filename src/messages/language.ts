/** Chooses a sentence's language; every other file of this room holds the sentences of one area in both. */
import type { Language } from '../model/language.ts';

/** One area's sentences: the same keys in both languages, values are texts or functions of data. */
export type Catalogue<T> = Readonly<Record<Language, T>>;
