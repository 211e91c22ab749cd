/** `charter drift`: every portal against its template, in full; status 1 where anything is left to settle. */
import { failsGate, usualGate } from '../drift/decisions.ts';
import { driftMessages } from '../messages/drift.ts';
import type { ChangeClass } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { type DriftFormat, driftRenderers } from '../present/drift-renderers.ts';
import type { DriftOptions } from '../present/drift-view.ts';
import { readClass } from './classes.ts';
import type { Context, Outcome } from './context.ts';
import { type DirectedReading, readDirected } from './drift-direction.ts';
import type { DriftShown } from './drift-screen.ts';
import { readSharedLanguage } from './shared-language.ts';

export async function runDrift(context: Context): Promise<Outcome> {
  if (context.options.baseline === true) return (await import('./baseline.ts')).runBaseline(context);
  refuseAlone(context);
  const failOn = readGate(context);
  const first = await readDirected(context, failOn);
  const shown = await show(first, failOn, context);
  const reading = shown?.reading ?? first;
  const fails = reading.views.some(({ drift }) =>
    drift.portals.some(({ findings }) => findings.some((finding) => failsGate(finding, failOn))),
  );
  const status = reading.failures[0]?.status ?? (fails ? 1 : 0);
  const messages = await tell(reading, context);
  if (shown) return { status: shown.interrupted ? 130 : status, messages };
  const quiet = context.options.quiet === true;
  const nothing = reading.views.length === 0 && reading.failures.length > 0;
  return {
    status,
    // Of what could not be compared nothing is said that a reader could take for agreement.
    ...(quiet || nothing ? {} : { output: await render(reading, { failOn, fails }, context) }),
    pages: context.format === 'text',
    messages,
  };
}

/** Without a baseline nothing is written. */
function refuseAlone({ options }: Context): void {
  const alone = (['by', 'dry-run'] as const).find((name) => options[name] !== undefined);
  if (alone !== undefined) throw new Failure('baseline-only', 2, { values: { option: `--${alone}` } });
}

/** On the whole screen, but for the list of changes, which is read as text. */
async function show(
  reading: DirectedReading,
  failOn: ChangeClass,
  context: Context,
): Promise<DriftShown | undefined> {
  const { screen, options } = context;
  if (!screen || options['by-change'] === true || reading.views.length === 0) return undefined;
  const { showDrift } = await import('./drift-screen.ts');
  return showDrift(reading, { context, screen, failOn });
}

function readGate({ options }: Context): ChangeClass {
  const value = options['fail-on'];
  if (typeof value !== 'string') return usualGate;
  const level = readClass(value);
  if (level === undefined) throw new Failure('bad-class', 2, { values: { option: '--fail-on', value } });
  return level;
}

async function tell({ failures, notes, without }: DirectedReading, context: Context): Promise<string> {
  const left = without.length === 0 ? [] : [driftMessages[context.language].without(without)];
  const told = [...notes, ...left].map((note) => `${note}\n`);
  if (failures.length === 0) return told.join('');
  const { renderFailure } = await import('./failure-text.ts');
  return [...told, ...failures.map((failure) => renderFailure(failure, context))].join('');
}

interface Gate {
  readonly failOn: ChangeClass;
  readonly fails: boolean;
}

async function render(
  { views, without }: DirectedReading,
  { failOn, fails }: Gate,
  context: Context,
): Promise<string> {
  const { accessible, format, options } = context;
  const shared = format === 'markdown' || format === 'html' || format === 'csv';
  const wanted: DriftOptions = {
    language: shared ? await readSharedLanguage(context) : context.language,
    width: accessible ? undefined : context.width,
    color: context.color,
    // Who asks about one portal wants to see what there is.
    all: options.all === true || (context.arguments.length === 1 && !fails),
    failOn,
    fails: (finding) => failsGate(finding, failOn),
    byChange: options['by-change'] === true,
    partial: context.arguments.length > 0,
    without,
    ...(typeof options.template === 'string' ? { asked: options.template } : {}),
  };
  const renderer = await driftRenderers[outputOf(context)]();
  return renderer(views, wanted);
}

function outputOf({ format, accessible }: Context): DriftFormat {
  if (format === 'json' || format === 'markdown' || format === 'html' || format === 'csv') return format;
  return accessible ? 'accessible' : 'text';
}
