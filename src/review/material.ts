/** What a review is made of: the texts of both sides as they were read, and all that they are held against. */
import type { AddressBook } from '../drift/variables.ts';
import type { Charter, CharterDocument, Day, Source, Template } from '../model/charter.ts';
import type { Problem } from '../model/problem.ts';
import type { PolicyReading, Review, ReviewedCharter, ReviewedDecision } from '../model/review.ts';

/** One side of what a request touches. */
export interface ReviewText {
  readonly file: string;
  /** Absent where it cannot be read. */
  readonly document?: CharterDocument;
  /** Path in the file's data to line, from 1. */
  readonly lines: ReadonlyMap<string, number>;
  /** What `lint` finds. */
  readonly problems: readonly Problem[];
  /** What it says, where it cannot be read as a charter though it is text. */
  readonly unread?: string;
}

/** A charter or template that the request touches; a side is absent where it is not there. */
export interface Subject extends Pick<ReviewedCharter, 'origin' | 'capture'> {
  readonly kind: CharterDocument['kind'];
  readonly before?: ReviewText;
  readonly after?: ReviewText;
  /** Git could not settle it: `after` is what the request has. */
  readonly conflict?: true;
}

/** A charter that the request leaves alone, though it touches the template that it follows. */
export interface Follower {
  readonly file: string;
  readonly charter: Charter;
  readonly lines: ReadonlyMap<string, number>;
}

/** What charters are held against in one state. */
export interface Standards {
  /** By id. */
  readonly templates: ReadonlyMap<string, Template>;
  readonly addresses: AddressBook;
}

/** The settings, where the request touches them. */
export interface SettingsChange {
  readonly file: string;
  /** Keys of the policy that would be others. */
  readonly keys: readonly string[];
  /** What is wrong with them afterwards. */
  readonly problems: readonly Problem[];
}

/** All that a review is made of. */
export interface Material extends Pick<Review, 'base' | 'mergeBase' | 'head' | 'merge'> {
  readonly policy: PolicyReading;
  /** What is wrong with the policy in force, which the default then stands for. */
  readonly policyProblems: readonly Problem[];
  readonly settings?: SettingsChange;
  /** Captures that are other bytes than they were: they are kept as they were published. */
  readonly alteredCaptures: readonly string[];
  /** Captures that are there no more under any name. */
  readonly removedCaptures: readonly string[];
  /** Files that git could not settle, charters among them. */
  readonly conflicts: readonly string[];
  readonly subjects: readonly Subject[];
  readonly followers: readonly Follower[];
  readonly standards: { readonly before: Standards; readonly after: Standards };
  /** In the repository's time zone. */
  readonly today: Day;
  /** Findings that were there before count too. */
  readonly existing: boolean;
  /** By `authorKey`. */
  readonly authors: ReadonlyMap<string, NonNullable<ReviewedDecision['author']>>;
}

/** Whether a capture cannot show what is published now: it is of a day to come, or older than the one before. */
export function isMisdated(
  { captured }: Pick<Source, 'captured'>,
  before: Pick<Source, 'captured'> | undefined,
  today: Day,
): boolean {
  return captured > today || (before !== undefined && captured < before.captured);
}

export function charterName({ kind, id }: CharterDocument): string {
  return kind === 'template' ? `template:${id}` : id;
}

/** As the review names it: its id, else what its file is called. */
export function nameOf({ kind, before, after }: Subject): string {
  const document = after?.document ?? before?.document;
  if (document) return charterName(document);
  const file = (after ?? before)?.file ?? '';
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
  return kind === 'template' ? `template:${name}` : name;
}
