/** What `charter import` prints: what was written where, every repair, every doubt, and on a dry run the diff. */
import { captureMessages } from '../messages/capture.ts';
import { type ImportTexts, importMessages, type NewContents, type Replacing } from '../messages/import.ts';
import type { Block, Charter, Day, Repair } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { sanitise } from '../text/sanitise.ts';
import { compareDocuments } from './comparison.ts';
import type { Context } from './context.ts';
import { renderDiff } from './diff-output.ts';
import type { Imported } from './import-job.ts';
import type { Job } from './import-request.ts';
import { renderProblems } from './problem-text.ts';

export interface ReportOptions {
  readonly context: Context;
  readonly dryRun: boolean;
  /** The day that was asked for. */
  readonly day: Day | undefined;
}

export async function renderImported(imported: Imported, options: ReportOptions): Promise<string> {
  const { context, dryRun } = options;
  const texts = importMessages[context.language];
  const { place, result, reading } = imported;
  const notes = [
    place.kept
      ? texts.alreadyKept(place.file, place.day)
      : (dryRun ? texts.wouldKeep : texts.kept)(place.file),
    ...(place.kept && options.day !== undefined && options.day !== place.day
      ? [texts.otherDay(options.day)]
      : []),
    followed(imported, texts),
    ...(imported.edited ? [editNote(options, texts)] : []),
    ...(imported.later === undefined ? [] : [texts.older(imported.later, ageOf(options))]),
  ];
  const lines = [
    headline(imported, dryRun, texts),
    ...(result === 'unchanged' ? [] : notes.map((note) => `  ${note}`)),
  ];
  if (result !== 'unchanged' && reading.repairs.length > 0) {
    lines.push(`  ${texts.repairs(reading.repairs.length)}`);
    lines.push(...reading.repairs.map((repair) => `    ${repairLine(repair, context, texts)}`));
  }
  const report = sanitise(`${lines.join('\n')}\n`, { keepLines: true });
  if (!dryRun || result === 'unchanged') return report;
  return `${report}\n${await renderChange(imported, context)}`;
}

function editNote({ context, dryRun }: ReportOptions, texts: ImportTexts): string {
  if (!dryRun) return texts.forced;
  return context.options.force === true ? texts.wouldForce : texts.editedByHand;
}

function ageOf({ context, dryRun }: ReportOptions): Replacing {
  if (!dryRun) return 'replaced';
  return context.options.force === true ? 'would-replace' : 'would-refuse';
}

function headline({ result, charter, file }: Imported, dryRun: boolean, texts: ImportTexts): string {
  if (result === 'unchanged') return texts.unchanged(charter.id);
  if (result === 'made') return (dryRun ? texts.wouldMake : texts.made)(charter.id, file);
  return (dryRun ? texts.wouldUpdate : texts.updated)(charter.id, file);
}

function followed({ charter, generation }: Imported, texts: ImportTexts): string {
  const near = generation?.matches[0];
  if (charter.template !== undefined) return near ? texts.chosen(near) : texts.follows(charter.template);
  if (generation?.between) return texts.between(generation.between);
  return near && generation?.nearest !== undefined ? texts.nearest(near) : texts.noTemplate;
}

function repairLine(repair: Repair, { language }: Context, texts: ImportTexts): string {
  const place = repair.line === undefined ? '' : texts.repairLine(repair.line);
  return place + captureMessages[language].repairs[repair.rule](repair).replace(/\s*\n\s*/g, ' ');
}

/** What a new charter holds, or how the one that is there would change. */
async function renderChange(
  { before, charter, file, template }: Imported,
  context: Context,
): Promise<string> {
  const texts = importMessages[context.language];
  if (!before) return sanitise(`${texts.newCharter(contentsOf(charter))}\n`, { keepLines: true });
  const lines = new Map<string, number>();
  const view = compareDocuments(
    { document: before, lines, file },
    { document: charter, lines, file },
    { templates: template ? { a: template, b: template } : {}, places: false },
  );
  const { diff } = view;
  const a = { ...diff.a, charter: texts.now(charter.id) };
  const b = { ...diff.b, charter: texts.afterImport };
  return renderDiff([{ ...view, diff: { ...diff, a, b } }], { context, contextBlocks: 0 });
}

function contentsOf({ body, tables }: Charter): NewContents {
  const count = (role: Block['role']): number => body.filter((block) => block.role === role).length;
  const cookies = tables.flatMap(({ columns, rows }) => {
    const name = columns.findIndex(({ key }) => key === 'name');
    return rows.map(({ cells }) => plainText(cells[Math.max(name, 0)] ?? '').replace(/\s+/g, ' '));
  });
  return {
    headings: count('heading'),
    paragraphs: count('paragraph'),
    items: count('item'),
    tables: tables.length,
    cookies,
  };
}

/** The doubts that the importer could not settle, with the capture's file and line. */
export function renderWarnings(
  { reading, result, charter }: Imported,
  { shown }: Job,
  { language }: Context,
): string {
  if (result === 'unchanged') return '';
  const problems = reading.warnings
    .filter(({ code, values }) => code !== 'value-missing' || !hasValue(charter, String(values['variable'])))
    .map((problem) => ({ file: shown, problem }));
  return renderProblems(problems, language)
    .map((line) => `${line}\n`)
    .join('');
}

/** Set by hand before, and kept. */
function hasValue({ variables }: Charter, name: string): boolean {
  return Object.hasOwn(variables, name);
}
