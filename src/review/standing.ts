/** One portal against its template on both sides of a request: its drift, and what the request newly leaves open. */
import { type Ruling as Decided, decide, isOpen } from '../drift/decisions.ts';
import { driftOf } from '../drift/portal-drift.ts';
import type { Charter, CharterDocument, Day, Template } from '../model/charter.ts';
import type { Finding, PortalDrift } from '../model/drift.ts';
import type { ReviewPolicy } from '../model/review.ts';
import type { TextReader } from '../text/reader.ts';
import type { Standards } from './material.ts';

/** A charter beside the template that it follows. */
export interface Held {
  readonly charter: Charter;
  readonly template: Template;
  readonly drift: PortalDrift;
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
}

export function standingOf(
  before: CharterDocument | undefined,
  after: CharterDocument | undefined,
  options: StandingOptions,
): Standing {
  const { standards, policy, today } = options;
  const then = hold(before, standards.before, options);
  const now = hold(after, standards.after, options);
  const fresh = freshIn(then?.drift.findings ?? [], now?.drift.findings ?? []);
  const withoutOwn =
    now && policy.selfAccept === 'deny' ? decidedBefore(now, before, today) : new Map<string, Decided>();
  const isKnown = now !== undefined && standards.before.templates.has(now.template.id);
  return { ...(then ? { before: then } : {}), ...(now ? { after: now } : {}), isKnown, fresh, withoutOwn };
}

function hold(
  document: CharterDocument | undefined,
  { templates, addresses }: Standards,
  { today, reader }: StandingOptions,
): Held | undefined {
  if (document?.kind !== 'charter' || document.template === undefined) return undefined;
  const template = templates.get(document.template);
  return (
    template && {
      charter: document,
      template,
      drift: driftOf(document, template, { today, addresses, reader }),
    }
  );
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
