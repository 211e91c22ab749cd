/** What was decided so far: lists all decisions or those that end soon, and drops those that stand for no drift. */
import { decisionMessages, type Standing } from '../messages/decisions.ts';
import type { Day, Decision } from '../model/charter.ts';
import type { Finding } from '../model/drift.ts';
import { Failure } from '../model/failure.ts';
import type { DecisionRecord, DecisionsRecord } from '../present/decisions-json.ts';
import { type Line, paintLines, span } from '../present/style.ts';
import type { Context, Outcome } from './context.ts';
import { type Drifted, type Ground, openGround } from './decisions-ground.ts';
import { joinNamed, recordNamed } from './decisions-records.ts';
import type { Named } from './decisions-reference.ts';
import { createDriftWriter, laid, tellUnread, unindent } from './decisions-report.ts';
import { readPortals } from './decisions-request.ts';
import { revise, writeRevisions } from './decisions-writing.ts';

/** A decision with what became of it. */
interface Kept {
  readonly at: Drifted;
  readonly decision: Decision;
  readonly standing: Standing;
  /** The drift that it is about. */
  readonly finding?: Finding;
}

export async function runDecisions(context: Context): Promise<Outcome> {
  const listed = readPortals(context);
  const ground = await openGround(context, listed === '*' ? undefined : listed);
  const all = ground.drifted.flatMap(keptBy);
  const outcome =
    context.options.prune === true ? await prune(all, ground, context) : await list(all, ground, context);
  // What could not be read may hold decisions too: the list is not whole.
  const status = ground.failures[0]?.status ?? 0;
  return { ...outcome, ...tellUnread(ground, context), status };
}

function keptBy(at: Drifted): Kept[] {
  const { findings, stale } = at.drift;
  return at.charter.decisions.map((decision): Kept => {
    const why = stale.find((one) => one.decision === decision)?.why ?? 'unmatched';
    const finding = findings.find((one) => one.decision === decision);
    if (!finding) return { at, decision, standing: { kind: 'stale', why } };
    const { state, lapse } = finding;
    return { at, decision, finding, standing: { kind: 'finding', state, ...(lapse ? { lapse } : {}) } };
  });
}

async function list(all: readonly Kept[], ground: Ground, context: Context): Promise<Outcome> {
  const texts = decisionMessages[context.language];
  const days = readDays(context);
  const shown = days === undefined ? all : endingBy(all, daysAfter(context.today, days));
  if (context.format === 'json') {
    const action = days === undefined ? 'list' : 'expiring';
    return { status: 0, output: await renderKept(shown, ground, { action }) };
  }
  const unjudged = unjudgedLines(ground, context);
  const none = days === undefined ? texts.none : texts.noneEnding(days);
  const lines =
    shown.length === 0
      ? sayNone(none, unjudged, context)
      : [...portalBlocks(shown, ground, context), ...sumLines(shown, days === undefined, context)];
  return { status: 0, output: paintLines([...lines, ...unjudged], context.color), pages: true };
}

/** Where some decisions were not judged nothing is said of all. */
function sayNone(text: string, unjudged: readonly Line[], context: Context): Line[] {
  return unjudged.length > 0 ? [] : laid([text], context).map(unindent);
}

function sumLines(shown: readonly Kept[], whole: boolean, context: Context): Line[] {
  const texts = decisionMessages[context.language];
  const stale = shown.filter(isStale).length;
  const sum = texts.sum(shown.length, new Set(shown.map(({ at }) => at)).size, stale);
  return laid([sum, ...(whole && stale > 0 ? [texts.pruneNext] : [])], context).map(unindent);
}

async function prune(all: readonly Kept[], ground: Ground, context: Context): Promise<Outcome> {
  const texts = decisionMessages[context.language];
  const stale = all.filter(isStale);
  const unjudged = unjudgedLines(ground, context);
  const json = context.format === 'json';
  if (stale.length === 0 && !json)
    return {
      status: 0,
      output: paintLines([...sayNone(texts.noneStale, unjudged, context), ...unjudged], context.color),
    };
  const dropped = new Set(stale.map(({ decision }) => decision));
  const charters = [...new Set(stale.map(({ at }) => at))];
  const revisions = await Promise.all(
    charters.map((at) => {
      const kept = at.charter.decisions.flatMap((decision, before) =>
        dropped.has(decision) ? [] : [{ decision, before }],
      );
      return revise(at, kept, ground);
    }),
  );
  const dry = context.options['dry-run'] === true;
  if (!dry) writeRevisions(revisions, ground);
  const say = dry ? texts.wouldDrop : texts.dropped;
  const files = charters.map(({ loaded }) => loaded.file);
  if (json)
    return { status: 0, output: await renderKept(stale, ground, { action: 'prune', written: !dry, files }) };
  const lines = [
    ...portalBlocks(stale, ground, context),
    ...laid([say(stale.length, files)], context).map(unindent),
    ...unjudged,
  ];
  return { status: 0, output: paintLines(lines, context.color) };
}

async function renderKept(
  shown: readonly Kept[],
  ground: Ground,
  about: Pick<DecisionsRecord, 'action' | 'written' | 'files'>,
): Promise<string> {
  const { renderDecisionsJson } = await import('../present/decisions-json.ts');
  const named = shown.flatMap(({ at, finding, decision }): Named[] => {
    const fingerprint = finding && identityIn(decision, finding);
    return fingerprint === undefined || !finding
      ? []
      : [{ fingerprint, reference: fingerprint.slice(0, ground.digits), places: [{ at, finding }] }];
  });
  return renderDecisionsJson({
    command: 'accept',
    ...about,
    decisions: shown.map(recordKept),
    drifts: joinNamed(named).map(recordNamed),
    unjudged: unjudgedIn(ground),
  });
}

function recordKept({ at, decision, standing, finding }: Kept): DecisionRecord {
  const { charter, loaded } = at;
  const drift = finding === undefined ? {} : { drift: identityIn(decision, finding) };
  const stands =
    standing.kind === 'stale'
      ? { stale: standing.why }
      : { state: standing.state, ...(standing.lapse ? { lapse: standing.lapse } : {}) };
  return { portal: charter.id, file: loaded.file, decision, ...stands, ...drift };
}

/** Of what is alike in several rows the identity that the decision names, where it does. */
function identityIn({ reference }: Decision, { alike, change }: Finding): string {
  return alike?.startsWith(reference) ? alike : change.fingerprint;
}

function isStale({ standing }: Kept): boolean {
  return standing.kind === 'stale';
}

/** One block a portal, an empty line after each. */
function portalBlocks(shown: readonly Kept[], ground: Ground, context: Context): Line[] {
  const write = createDriftWriter(context);
  const portals = new Map<Drifted, Line[]>();
  for (const kept of shown) {
    const lines = portals.get(kept.at) ?? [[span(kept.at.charter.id, 'strong')]];
    portals.set(kept.at, lines);
    lines.push(...decisionLines(kept, ground, context));
    const { finding } = kept;
    if (finding) lines.push(...write({ at: kept.at, finding }));
    lines.push(...laid(factsOf(kept, context), context));
  }
  return [...portals.values()].flatMap((lines) => [...lines, []]);
}

/** Of a decision that is about no drift as it stands, the words that it was made for. */
function factsOf({ decision, standing }: Kept, { language }: Context): string[] {
  const texts = decisionMessages[language];
  const { reason, cookies = [], text } = decision;
  const outdated = standing.kind === 'stale' || standing.lapse === 'changed';
  return [
    ...(cookies.length > 1 ? [texts.cookies(cookies)] : []),
    ...(outdated && text !== undefined ? [texts.said(text)] : []),
    ...(reason === undefined ? [] : [texts.reason(reason)]),
  ];
}

function decisionLines({ decision, standing }: Kept, { digits }: Ground, context: Context): Line[] {
  const said = decisionMessages[context.language].line(decision, standing);
  return laid([`${decision.reference.slice(0, digits)}  ${said}`], context);
}

function unjudgedIn({ without }: Ground): string[] {
  return without.filter(({ decisions }) => decisions.length > 0).map(({ id }) => id);
}

function unjudgedLines(ground: Ground, context: Context): Line[] {
  const portals = unjudgedIn(ground);
  if (portals.length === 0) return [];
  return laid([decisionMessages[context.language].unjudged(portals)], context).map(unindent);
}

function readDays({ options }: Context): number | undefined {
  if (typeof options.expiring !== 'string') return undefined;
  if (!/^[0-9]{1,5}$/.test(options.expiring))
    throw new Failure('bad-number', 2, { values: { option: '--expiring', value: options.expiring } });
  return Number(options.expiring);
}

function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Those past already too, the first to end first. */
function endingBy(all: readonly Kept[], last: Day): Kept[] {
  const end = ({ decision }: Kept): Day => decision.until ?? '';
  const ending = all.filter((kept) => end(kept) !== '' && end(kept) <= last && !isStale(kept));
  return ending.sort((one, other) => (end(one) < end(other) ? -1 : end(one) > end(other) ? 1 : 0));
}
