/** `charter drift --baseline`: all drift that is not substantive is to be corrected by a day, in every portal at once. */

import { identityOf } from '../drift/alike.ts';
import { type Baseline, baselineOf } from '../drift/baseline.ts';
import { isOpen } from '../drift/decisions.ts';
import { baselineMessages } from '../messages/baseline.ts';
import { decisionMessages } from '../messages/decisions.ts';
import { driftMessages } from '../messages/drift.ts';
import { changeClasses, type Day } from '../model/charter.ts';
import type { Finding } from '../model/drift.ts';
import { Failure } from '../model/failure.ts';
import { type Line, paintLines } from '../present/style.ts';
import { templatesFolder } from '../store/repository.ts';
import type { Context, Outcome } from './context.ts';
import { decideAgain } from './decisions-again.ts';
import { type Drifted, type Ground, openGround } from './decisions-ground.ts';
import { joinNamed, recordMade, recordNamed } from './decisions-records.ts';
import type { Named, Place } from './decisions-reference.ts';
import { createDriftWriter, laid, tellUnread, unindent } from './decisions-report.ts';
import { askGitUser, readComingDay } from './decisions-request.ts';
import { type Decided, decide, toFix } from './decisions-writing.ts';
import { isPortalId } from './forms.ts';
import { lostTemplates } from './template-files.ts';

interface Looked {
  readonly at: Drifted;
  readonly baseline: Baseline;
}

interface Marked extends Decided {
  readonly until: Day;
  readonly ground: Ground;
  readonly looked: readonly Looked[];
}

export async function runBaseline(context: Context): Promise<Outcome> {
  const { options, today } = context;
  refuseOthers(context);
  if (typeof options.by !== 'string')
    throw new Failure('missing-option', 2, { values: { command: 'drift --baseline', option: '--by DATE' } });
  const until = readComingDay('--by', options.by, today);
  const wrong = context.arguments.find((argument) => !isPortalId(argument));
  if (wrong !== undefined) throw new Failure('portal-expected', 2, { values: { argument: wrong } });
  return decideAgain(() => mark(until, context));
}

async function mark(until: Day, context: Context): Promise<Outcome> {
  const asked = context.arguments.length === 0 ? undefined : context.arguments;
  const ground = await openGround(context, asked);
  refuseTwins(ground);
  if (ground.drifted.length + ground.without.length + ground.failures.length === 0)
    throw new Failure('no-charters', 2);
  const looked = ground.drifted.map((at) => ({ at, baseline: baselineOf(at.drift, at.charter.decisions) }));
  const ruling = toFix({ person: await askGitUser(ground), today: context.today, until });
  const named = looked.flatMap((one) => namedIn(one, ground));
  const marked = { until, ground, looked, ...(await decide(named, { ruling, ground }, context)) };
  const output =
    context.format === 'json'
      ? await renderJson(marked, context)
      : paintLines(linesOf(marked, context), context.color);
  const failures = [...ground.failures, ...lostIn(ground)];
  return {
    // What could not be compared was not marked either.
    status: failures[0]?.status ?? 0,
    output,
    ...tell({ ...ground, failures }, context),
  };
}

/** A baseline is written, not shown: what chooses how drift is shown does not go with it. */
function refuseOthers({ format, options }: Context): void {
  const others = ['template', 'fail-on', 'by-change', 'all', 'quiet'] as const;
  const other = others.find((name) => options[name] !== undefined);
  const shown = format === 'text' || format === 'json' ? undefined : `--format ${format}`;
  const clash = other === undefined ? shown : `--${other}`;
  if (clash !== undefined)
    throw new Failure('options-exclude', 2, {
      values: { one: '--baseline', other: clash, command: 'drift' },
    });
}

/** Which of two files of one id is meant is left open, so nothing is written at all. */
function refuseTwins({ drifted }: Ground): void {
  const files = new Map<string, string>();
  for (const { charter, loaded } of drifted) {
    const one = files.get(charter.id);
    if (one !== undefined)
      throw new Failure('duplicate-id', 3, { values: { id: charter.id, one, other: loaded.file } });
    files.set(charter.id, loaded.file);
  }
}

function namedIn({ at, baseline }: Looked, { digits }: Ground): Named[] {
  return [...baseline.marked].map(([fingerprint, [first, ...others]]): Named => {
    const place = (finding: Finding): Place => ({ at, finding });
    return {
      fingerprint,
      reference: fingerprint.slice(0, digits),
      places: [place(first), ...others.map(place)],
    };
  });
}

/** Charters whose template is not here; one that is here and cannot be read is told as that. */
function lostIn({ without, failures }: Ground): Failure[] {
  const unread = new Set(failures.map(({ values }) => String(values['file'])));
  return lostTemplates(
    without.flatMap(({ id, template }) =>
      template === undefined || unread.has(`${templatesFolder}/${template}.yaml`) ? [] : [{ id, template }],
    ),
  );
}

function tell(ground: Ground, context: Context): Pick<Outcome, 'messages'> {
  const none = ground.without.filter(({ template }) => template === undefined).map(({ id }) => id);
  const { messages = '' } = tellUnread(ground, context);
  const left = none.length === 0 ? '' : `${baselineMessages[context.language].without(none)}\n`;
  return left + messages === '' ? {} : { messages: left + messages };
}

/** Differences that are told one by one. */
const mostLeft = 12;

function linesOf(marked: Marked, context: Context): Line[] {
  const { ground, looked, made, revisions, until } = marked;
  const dry = context.options['dry-run'] === true;
  const texts = baselineMessages[context.language];
  const drifts = looked.flatMap(({ baseline }) => [...baseline.marked.values()].flat());
  const counts = { drifts: drifts.length, portals: revisions.length, of: looked.length };
  const decided = looked.flatMap(({ baseline }) => baseline.decided);
  const written = decisionMessages[context.language];
  const files = revisions.map(({ at }) => at.loaded.file);
  return [
    // Where nothing was looked at nothing is known.
    ...(made.length === 0 && looked.length === 0
      ? []
      : told(made.length === 0 ? texts.nothing : texts.marked(counts, until, dry), context)),
    ...(made.length === 0 ? [] : told(texts.classes(classParts(drifts, context)), context)),
    ...(decided.length === 0
      ? []
      : told(texts.decided(decided.length, decided.filter(({ state }) => isOpen(state)).length), context)),
    ...leftLines(marked, context),
    ...(made.length === 0
      ? []
      : [[], ...told((dry ? written.wouldWrite : written.written)(made.length, files), context)]),
    ...(ground.drifted.length > 0 && !dry ? told(texts.next, context) : []),
  ];
}

function told(text: string, context: Context): Line[] {
  return laid([text], context).map(unindent);
}

function classParts(findings: readonly Finding[], { language }: Context): string[] {
  return [...changeClasses].reverse().flatMap((level) => {
    const count = findings.filter(({ change }) => change.class === level).length;
    return count === 0 ? [] : [driftMessages[language].count(level, count)];
  });
}

/** What is substantive, each difference once with who has it, that of most portals first. */
function leftLines({ ground, looked }: Marked, context: Context): Line[] {
  const groups = leftGroups(looked, ground);
  if (groups.length === 0) return [];
  const texts = baselineMessages[context.language];
  const places = groups.flatMap(({ places: [...all] }) => all);
  const write = createDriftWriter(context);
  const portals = new Set(places.map(({ at }) => at)).size;
  const lines = groups.slice(0, mostLeft).flatMap(({ reference, places: here }) => {
    const names = [...new Set(here.map(({ at }) => at.charter.id))];
    return [[], ...told(texts.leftAt(reference, names), context), ...write(plainest(here))];
  });
  const more = groups.length - mostLeft;
  return [
    [],
    ...told(texts.left(places.length, portals), context),
    ...lines,
    ...(more > 0 ? [[], ...told(texts.more(more), context)] : []),
  ];
}

/** Where little else differs beside it. */
function plainest([first, ...others]: Named['places']): Place {
  return others.reduce(
    (best, one) => (one.finding.change.edits.length < best.finding.change.edits.length ? one : best),
    first,
  );
}

function leftGroups(looked: readonly Looked[], ground: Ground): Named[] {
  const groups = new Map<string, [Place, ...Place[]]>();
  for (const { at, baseline } of looked) {
    for (const finding of baseline.left) {
      const identity = identityOf(finding, ground.repeated);
      const there = groups.get(identity);
      if (there) there.push({ at, finding });
      else groups.set(identity, [{ at, finding }]);
    }
  }
  return [...groups]
    .map(([fingerprint, places]) => ({
      fingerprint,
      reference: fingerprint.slice(0, ground.digits),
      places,
    }))
    .sort((one, other) => other.places.length - one.places.length);
}

async function renderJson({ ground, looked, made, revisions }: Marked, context: Context): Promise<string> {
  const { renderDecisionsJson } = await import('../present/decisions-json.ts');
  const named = looked.flatMap((one) => namedIn(one, ground));
  return renderDecisionsJson({
    command: 'drift',
    action: 'baseline',
    written: context.options['dry-run'] !== true,
    files: revisions.map(({ at }) => at.loaded.file),
    decisions: made.map(recordMade),
    drifts: joinNamed(named).map(recordNamed),
    left: leftGroups(looked, ground).map(recordNamed),
  });
}
