/** What `accept` and `fix` print: each drift that was decided on, what is written of it, and the files that changed. */
import { type DecisionTexts, decisionMessages } from '../messages/decisions.ts';
import { historyMessages } from '../messages/history.ts';
import { describeChange } from '../present/change-sentence.ts';
import { type Sheet, sheetOf } from '../present/diff-parts.ts';
import { frameOf, layEntry } from '../present/layout.ts';
import { renderChangeLine } from '../present/log-change.ts';
import { findSections } from '../present/section-finder.ts';
import { type Line, paintLines, span } from '../present/style.ts';
import { compareDocuments } from './comparison.ts';
import type { Context, Outcome } from './context.ts';
import type { Drifted, Ground } from './decisions-ground.ts';
import type { Named, Place } from './decisions-reference.ts';
import type { Person } from './decisions-request.ts';
import type { Made, Revision } from './decisions-writing.ts';
import { renderFailure } from './failure-text.ts';

export interface Decided {
  readonly ground: Ground;
  readonly named: readonly Named[];
  readonly made: readonly Made[];
  readonly revisions: readonly Revision[];
  readonly person: Person | undefined;
}

interface Report {
  readonly context: Context;
  readonly write: (place: Place) => Line[];
}

export async function renderDecided(decided: Decided, context: Context): Promise<Outcome> {
  const output =
    context.format === 'json' ? await decidedJson(decided, context) : decidedText(decided, context);
  return { status: 0, output, ...tellUnread(decided.ground, context) };
}

async function decidedJson({ named, made, revisions }: Decided, context: Context): Promise<string> {
  const { renderDecisionsJson } = await import('../present/decisions-json.ts');
  const { recordMade, recordNamed } = await import('./decisions-records.ts');
  return renderDecisionsJson({
    command: made.some(({ decision }) => decision.status === 'agreed') ? 'accept' : 'fix',
    action: 'decide',
    written: context.options['dry-run'] !== true,
    files: revisions.map(({ at }) => at.loaded.file),
    decisions: made.map(recordMade),
    drifts: named.map(recordNamed),
  });
}

function decidedText(decided: Decided, context: Context): string {
  const { named, made, revisions } = decided;
  const texts = decisionMessages[context.language];
  const write = createDriftWriter(context);
  const lines = named.flatMap((one) => [...blockOf(one, decided, { context, write }), []]);
  const files = revisions.map(({ at }) => at.loaded.file);
  const say = context.options['dry-run'] === true ? texts.wouldWrite : texts.written;
  lines.push(...layEntry({ body: [span(say(made.length, files))] }, flush(context)).map(unindent));
  return paintLines(lines, context.color);
}

/** Files that cannot be read were not looked at for the drift; they do not undo what was decided. */
export function tellUnread({ failures }: Ground, context: Context): Pick<Outcome, 'messages'> {
  const messages = failures.map((failure) => renderFailure(failure, context)).join('');
  return messages === '' ? {} : { messages };
}

/** All of one reference is decided alike, so that the first portal stands for the others. */
function blockOf(named: Named, { made, person }: Decided, { context, write }: Report): Line[] {
  const texts = decisionMessages[context.language];
  const places = new Set<Place>(named.places);
  const here = made.filter(({ place }) => places.has(place));
  const [first] = here;
  if (!first) return [];
  const portals = here.map(({ place }) => place.at.charter.id);
  const head = texts.decided(named.reference, first.decision.status, portals);
  const facts = [...factsOf(first, person, texts), ...replacedBy(here, texts)];
  return [...laid([head], context).map(unindent), ...write(first.place), ...laid(facts, context)];
}

function factsOf({ decision }: Made, person: Person | undefined, texts: DecisionTexts): string[] {
  const { reason, status, until, cookies = [] } = decision;
  return [
    ...(cookies.length > 1 ? [texts.cookies(cookies)] : []),
    ...(reason === undefined ? [] : [texts.reason(reason)]),
    person ? texts.by(person.name, person.from === 'git') : texts.nameless,
    ...(until === undefined ? [] : [status === 'agreed' ? texts.until(until) : texts.due(until)]),
  ];
}

function replacedBy(here: readonly Made[], texts: DecisionTexts): string[] {
  return here.flatMap(({ place, replaced }) =>
    replaced.map((decision) => texts.before(place.at.charter.id, decision)),
  );
}

/** Writes a drift on one line, or as a sentence for a voice; each charter is compared once. */
export function createDriftWriter(context: Context): (place: Place) => Line[] {
  const { language, accessible } = context;
  const sheets = new Map<Drifted, Sheet>();
  return ({ at, finding }) => {
    const sheet = sheets.get(at) ?? sheetFor(at, context);
    sheets.set(at, sheet);
    const finder = findSections(sheet.view.diff);
    if (accessible) return [[span(describeChange(finding.change, sheet, finder))]];
    return renderChangeLine(finding.change, { sheet, finder, words: historyMessages[language] });
  };
}

function sheetFor({ template, loaded }: Drifted, { language, color, accessible, width }: Context): Sheet {
  const view = compareDocuments(template, loaded, { templates: { b: template.document }, places: false });
  const lines = accessible ? undefined : width;
  return sheetOf(view, { language, width: lines, color, all: true, context: 0, accessible });
}

export function laid(texts: readonly string[], context: Context): Line[] {
  const lines = texts.flatMap((text) => layEntry({ body: [span(text)] }, flush(context)));
  return context.accessible ? lines.map(unindent) : lines;
}

function flush({ accessible, width }: Context): ReturnType<typeof frameOf> {
  return frameOf(accessible ? undefined : width);
}

/** Without the room of the gutter. */
export function unindent(line: Line): Line {
  const [first, ...rest] = line;
  return first && /^ +$/.test(first.text) ? rest : line;
}
