/** Reads which drifts are decided on at once: those of some classes in the portals listed, or those that a request brings. */

import { identityOf } from '../drift/alike.ts';
import { isOpen } from '../drift/decisions.ts';
import type { ChangeClass } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { ReviewFinding } from '../model/review.ts';
import { readClasses } from './classes.ts';
import type { Context } from './context.ts';
import { type Ground, openGround } from './decisions-ground.ts';
import { findNamed, type Listed, type Named } from './decisions-reference.ts';
import { type Request, readPortals } from './decisions-request.ts';

/** A drift by its reference and its charter. */
export type Wanted = Required<Pick<ReviewFinding, 'charter' | 'reference'>>;

export function isBulk({ options }: Pick<Context, 'options'>): boolean {
  return options.since !== undefined || options.only !== undefined;
}

/** Fails with status 2 where there is none, or where it is not said in which portals. */
export async function readBulk(context: Context): Promise<Request> {
  const { options } = context;
  const [argument] = context.arguments;
  if (argument !== undefined) {
    const one = options.since === undefined ? '--only' : '--since';
    throw new Failure('options-exclude', 2, { values: { one, other: argument, command: 'accept' } });
  }
  const classes = readClasses(options.only);
  const listed = readPortals(context);
  const found =
    typeof options.since === 'string'
      ? await ofRequest(options.since, { classes, listed }, context)
      : await ofPortals({ classes, listed }, context);
  if (found.named.length === 0) throw new Failure('bulk-nothing', 2);
  return found;
}

interface Wishes {
  readonly classes: ReadonlySet<ChangeClass> | undefined;
  readonly listed: Listed | undefined;
}

async function ofPortals({ classes, listed }: Wishes, context: Context): Promise<Request> {
  if (listed === undefined) throw new Failure('bulk-without-portals', 2);
  const ground = await openGround(context, listed === '*' ? undefined : listed);
  const wanted = ground.drifted.flatMap(({ charter, drift }) =>
    drift.findings
      .filter(({ state, change }) => isOpen(state) && classes?.has(change.class))
      .map((finding): Wanted => ({ charter: charter.id, reference: identityOf(finding, ground.repeated) })),
  );
  return { ground, named: nameWanted(wanted, ground) };
}

/** Those that lack a reason, or are of the classes asked for, in what is committed since both parted. */
async function ofRequest(since: string, { classes, listed }: Wishes, context: Context): Promise<Request> {
  const { readReview } = await import('./review.ts');
  const { review } = await readReview({ ...context, arguments: [since], options: {} });
  const wanted = review.findings.flatMap(
    ({ charter, reference, ruling, decision, class: level }): Wanted[] => {
      const isOurs = charter !== undefined && (!Array.isArray(listed) || listed.includes(charter));
      if (!isOurs || reference === undefined || level === undefined) return [];
      const isLeft = ruling === 'unexplained' || (classes !== undefined && ruling === 'below' && !decision);
      return isLeft && (!classes || classes.has(level)) ? [{ charter, reference }] : [];
    },
  );
  const ground = await openGround(context, [...new Set(wanted.map(({ charter }) => charter))]);
  return { ground, named: nameWanted(wanted, ground) };
}

/** Each drift once, with all portals it was wanted in; fails with status 3 where the work tree has another text there. */
export function nameWanted(wanted: readonly Wanted[], ground: Ground): Named[] {
  const named = new Map<string, Named>();
  const known = new Set<string>();
  for (const { charter, reference } of wanted) {
    const own = { ...ground, drifted: ground.drifted.filter((one) => one.charter.id === charter) };
    const found = findNamed(reference, own, [charter]);
    if (!found) throw new Failure('reference-differs', 3, { values: { reference, charter } });
    const key = `${found.fingerprint} ${charter}`;
    if (known.has(key)) continue;
    known.add(key);
    const before = named.get(found.fingerprint);
    named.set(found.fingerprint, before ? { ...found, places: [...before.places, ...found.places] } : found);
  }
  return [...named.values()];
}
