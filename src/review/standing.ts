/** One portal against its template on both sides of a request: its drift, and what the request newly leaves open. */
import { type Ruling as Decided, decide, isOpen } from '../drift/decisions.ts';
import { Generations } from '../drift/nearest.ts';
import { driftOf } from '../drift/portal-drift.ts';
import type { Charter, CharterDocument, Day, Template } from '../model/charter.ts';
import type { Finding, PortalDrift, TemplateMatch } from '../model/drift.ts';
import type { ReviewPolicy } from '../model/review.ts';
import type { TextReader } from '../text/reader.ts';
import type { Standards } from './material.ts';

/** A charter beside the template that it follows. */
export interface Held {
  readonly charter: Charter;
  readonly template: Template;
  readonly drift: PortalDrift;
  /** Where the charter names no template: how much it shares with this one, which is the nearest. */
  readonly nearest?: TemplateMatch;
}

export interface Standing {
  /** Absent where that side has no charter, or it follows no template that is there. */
  readonly before?: Held;
  readonly after?: Held;
  /** Whether the base knows the template that it follows afterwards: one of the request's own settles nothing. */
  readonly isKnown: boolean;
  /** Of the drift afterwards, what was not there or not open before; by fingerprint. */
  readonly fresh: ReadonlySet<string>;
  /** Rulings by fingerprint, where only the decisions count that the base has too. */
  readonly withoutOwn: ReadonlyMap<string, Decided>;
}

export interface StandingOptions {
  readonly standards: { readonly before: Standards; readonly after: Standards };
  readonly today: Day;
  readonly policy: ReviewPolicy;
  readonly reader: TextReader;
  readonly nearest: NearestTemplates;
}

/** Which of the base's templates a charter is nearest to, each asked once; those of the request are no measure of its own. */
export class NearestTemplates {
  readonly #templates: readonly Template[];
  readonly #found = new Map<Charter, TemplateMatch | undefined>();
  #generations: Generations | undefined;

  constructor({ templates }: Standards) {
    this.#templates = [...templates.values()];
  }

  /** Undefined where it shares too little with any. */
  of(charter: Charter): TemplateMatch | undefined {
    if (!this.#found.has(charter)) {
      this.#generations ??= new Generations(this.#templates);
      const { nearest, matches } = this.#generations.generationOf(charter);
      this.#found.set(
        charter,
        matches.find(({ template }) => template === nearest),
      );
    }
    return this.#found.get(charter);
  }
}

export function standingOf(
  before: CharterDocument | undefined,
  after: CharterDocument | undefined,
  options: StandingOptions,
): Standing {
  const { standards, policy, today } = options;
  // As it was, where it was: a request does not choose what it is measured by.
  const measured = [before, after].find((one) => one?.kind === 'charter' && one.template === undefined);
  const nearest = measured?.kind === 'charter' ? options.nearest.of(measured) : undefined;
  const then = hold(before, standards.before, { ...options, nearest });
  const now = hold(after, standards.after, { ...options, nearest });
  const fresh = freshIn(then?.drift.findings ?? [], now?.drift.findings ?? []);
  const withoutOwn =
    now && policy.selfAccept === 'deny' ? decidedBefore(now, before, today) : new Map<string, Decided>();
  const isKnown = now !== undefined && standards.before.templates.has(now.template.id);
  return { ...(then ? { before: then } : {}), ...(now ? { after: now } : {}), isKnown, fresh, withoutOwn };
}

interface HoldOptions extends Omit<StandingOptions, 'nearest'> {
  readonly nearest: TemplateMatch | undefined;
}

function hold(
  document: CharterDocument | undefined,
  { templates, addresses }: Standards,
  { today, reader, nearest, standards }: HoldOptions,
): Held | undefined {
  if (document?.kind !== 'charter') return undefined;
  const near = document.template === undefined ? nearest : undefined;
  const template = near
    ? standards.before.templates.get(near.template)
    : templates.get(document.template ?? '');
  if (!template) return undefined;
  const drift = driftOf(document, template, { today, addresses, reader });
  return { charter: document, template, drift, ...(near ? { nearest: near } : {}) };
}

function freshIn(before: readonly Finding[], after: readonly Finding[]): ReadonlySet<string> {
  const open = new Map(before.map(({ change, state }) => [change.fingerprint, isOpen(state)]));
  return new Set(
    after.flatMap(({ change: { fingerprint }, state }) => {
      const was = open.get(fingerprint);
      return was === undefined || (!was && isOpen(state)) ? [fingerprint] : [];
    }),
  );
}

/** A decision that the request alters is its own. */
function decidedBefore(
  { charter, drift }: Held,
  before: CharterDocument | undefined,
  today: Day,
): ReadonlyMap<string, Decided> {
  const known = new Set(
    before?.kind === 'charter' ? before.decisions.map((decision) => JSON.stringify(decision)) : [],
  );
  const decisions = charter.decisions.filter((decision) => known.has(JSON.stringify(decision)));
  const changes = drift.findings.map(({ change }) => change);
  const { rulings } = decide(changes, decisions, today);
  return new Map(
    changes.map(({ fingerprint }, index) => [fingerprint, rulings[index] ?? { state: 'unexplained' }]),
  );
}
