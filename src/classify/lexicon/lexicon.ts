/** The shape of a language's word lists: which words and phrases say which concept of cookie law. */

/** What a signature is made of; each but `neutral` has one rule. */
export const conceptGroups = [
  'party',
  'consent',
  'data',
  'purposes',
  'necessity',
  'anonymity',
  'transfer',
  'storage',
  'trackers',
  'refusal',
  'price',
  'legal',
  'modal',
  'scope',
  'openness',
] as const;
export type ConceptGroup = (typeof conceptGroups)[number];

/**
 * Concept to its phrases, parted by a comma and a space, in lower case without accents, elisions apart and hyphens as spaces.
 * `stem*` takes any ending; `#` is a number; in `far ~ near` only `near` is marked, where `far` stands up to eight
 * words before it; a phrase after `?` allows the concept on the other side without asking for it.
 */
export type Concepts = Readonly<Record<string, string>>;

export interface Lexicon {
  readonly language: string;
  readonly groups: Readonly<Record<ConceptGroup, Concepts>>;
  /** Phrases whose words say nothing by themselves. */
  readonly neutral: string;
  readonly negation: {
    /** Words that deny by themselves. */
    readonly words: string;
    /** Words that only open a negation (`ne`). */
    readonly particles: string;
    /** Words that close one, so that both count once. */
    readonly partners: string;
    /** Words that close one into « only » (`ne … que`). */
    readonly restrictive: string;
  };
  /** Pronouns of the publisher and of the reader. */
  readonly persons: { readonly we: string; readonly you: string };
  /** Words without content of their own. */
  readonly functionWords: string;
  /** Verbs and nouns that carry a purpose without being one (`permettre de`). */
  readonly lightWords: string;
  /** Phrases before a date that only says when the page was revised. */
  readonly revision: string;
}
