/** Reads what a decision is asked for with: which drifts, in which portals, why, by whom and until when. */
import { isDay } from '../canonical/patterns.ts';
import type { Day } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { Context } from './context.ts';
import { unknownReference } from './decisions-elsewhere.ts';
import { type Ground, openGround } from './decisions-ground.ts';
import { findNamed, type Listed, type Named, readReference } from './decisions-reference.ts';
import { isPortalId, looksLikeDay } from './forms.ts';

/** Who decides, and how that is known. */
export interface Person {
  readonly name: string;
  readonly from: 'option' | 'git';
}

export interface Request {
  readonly ground: Ground;
  readonly named: readonly Named[];
}

/** The drifts that the arguments name, each once; one that cannot be found ends it all. */
export async function readDrifts(context: Context): Promise<Request> {
  const listed = readPortals(context);
  for (const given of context.arguments) readReference(given);
  const ground = await openGround(context, listed === '*' ? undefined : listed);
  refuseWithout(ground, listed);
  const named = new Map<string, Named>();
  for (const given of context.arguments) {
    const found = findNamed(given, ground, listed);
    if (!found) throw await unknownReference(given, ground, context);
    named.set(found.fingerprint, found);
  }
  return { ground, named: [...named.values()] };
}

export function readPortals({ options }: Context): Listed | undefined {
  if (typeof options.portals !== 'string') return undefined;
  const ids = options.portals.split(',').map((id) => id.trim());
  if (ids.length === 1 && ids[0] === '*') return '*';
  const wrong = ids.find((id) => !isPortalId(id));
  if (wrong !== undefined) throw new Failure('bad-portal-id', 2, { values: { id: wrong } });
  return [...new Set(ids)];
}

function refuseWithout({ without }: Ground, listed: Listed | undefined): void {
  const [charter] = without;
  if (listed === undefined || listed === '*' || !charter) return;
  throw new Failure('drift-without-template', 2, {
    values: { portal: charter.id, template: charter.template ?? '' },
  });
}

/** A day of the calendar, today or later. */
export function readComingDay(option: string, text: string, today: Day): Day {
  if (!isDay(text))
    throw looksLikeDay(text)
      ? new Failure('no-such-day', 2, { values: { day: text } })
      : new Failure('bad-day', 2, { values: { option, value: text } });
  if (text < today) throw new Failure('day-past', 2, { values: { option, value: text, today } });
  return text;
}

/** One line, no-break spaces kept; undefined where nothing is said. */
export function readWords(text: string | true | undefined): string | undefined {
  if (typeof text !== 'string') return undefined;
  const words = text.replace(/[ \t\r\n\f\v]+/g, ' ').trim();
  return words === '' ? undefined : words;
}

/** The name that git has for its user, undefined where it has none or there is no git. */
export async function askGitUser({ repository: { root } }: Ground): Promise<Person | undefined> {
  const { askGit } = await import('../store/git-process.ts');
  try {
    const name = readWords(await askGit(root, ['config', '--get', 'user.name']));
    return name === undefined ? undefined : { name, from: 'git' };
  } catch (cause) {
    if (cause instanceof Failure) return undefined;
    throw cause;
  }
}
