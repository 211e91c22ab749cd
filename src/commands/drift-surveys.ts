/**
 * Reads every charter for its drift, one after the other, and keeps of each what its drift needs and no more. What an
 * earlier run kept is taken where the file is as it was, or says what it said.
 */
import { hash } from 'node:crypto';
import { compareWithTemplate } from '../drift/portal-drift.ts';
import { type Survey, surveyOf, withComparison, withGeneration } from '../drift/survey.ts';
import type { Charter, Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { decodeUtf8 } from '../store/files.ts';
import type { TextReader } from '../text/reader.ts';
import { type TemplateChoice, templateDigest } from './drift-generations.ts';
import type { Keeping } from './drift-keeping.ts';
import { boundGarbage } from './garbage.ts';
import { openText, type Shelf, type ShelfFile } from './shelves.ts';

/** What the charters are compared with. */
export interface SurveyTerms {
  readonly shelf: Shelf;
  readonly choice: TemplateChoice;
  readonly reader: TextReader;
  /** The one that charters are held against, where it was asked for. */
  readonly asked: Template | undefined;
  /** Charters that are wanted, whatever they follow; all that follow what they are held against where absent. */
  readonly named: ReadonlySet<string> | undefined;
  readonly template: (id: string) => Promise<Template | undefined>;
}

export interface Surveyed {
  readonly file: string;
  readonly survey: Survey;
}

export interface Surveys {
  /** In the order of their files. */
  readonly surveyed: readonly Surveyed[];
  /** Of files that cannot be read. */
  readonly failures: readonly Failure[];
}

export async function surveyCharters(
  files: readonly ShelfFile[],
  terms: SurveyTerms,
  keeping: Keeping,
): Promise<Surveys> {
  const surveyed: Surveyed[] = [];
  const failures: Failure[] = [];
  let opened = 0;
  const whenOpened = (): void => {
    opened += 1;
    if (opened === manyOpened) boundGarbage();
  };
  const fileTerms = { ...terms, whenOpened, found: new Map<string, Template | undefined>() };
  for (const file of files) {
    const state = keeping.stateOf(file);
    const standing = keeping.find(file.file, state);
    // Most are as they were: to wait for nothing ten thousand times takes time too.
    const found =
      standing && isComplete(standing, fileTerms) === true
        ? standing
        : await surveyFile({ file, state, standing }, fileTerms, keeping);
    if (found instanceof Failure) failures.push(found);
    else if (found) surveyed.push({ file: file.file, survey: found });
  }
  keeping.write();
  return { surveyed, failures };
}

/** So many charters leave much to be thrown away; what was kept is taken as it is. */
const manyOpened = 200;

interface FileTerms extends SurveyTerms {
  readonly whenOpened: () => void;
  /** The templates that were asked for, by id. */
  readonly found: Map<string, Template | undefined>;
}

interface Standing {
  readonly file: ShelfFile;
  readonly state: string | undefined;
  /** What was kept of the file in that state. */
  readonly standing: Survey | undefined;
}

/** Undefined for what is no charter. */
async function surveyFile(
  { file, state, standing }: Standing,
  terms: FileTerms,
  keeping: Keeping,
): Promise<Survey | Failure | undefined> {
  if (standing && (await isComplete(standing, terms))) return standing;
  const read = await readFile(file, terms.shelf);
  if (read instanceof Failure) return read;
  const same = keeping.recall(read.digest);
  if (same && (await isComplete(same, terms))) return keeping.keep(file.file, state, same);
  terms.whenOpened();
  const charter = await openCharter(read.bytes, file, terms.shelf);
  if (!charter || charter instanceof Failure) return charter;
  const survey = await complete(same ?? surveyOf(charter, read.digest), charter, terms);
  return keeping.keep(file.file, state, survey);
}

/** Of hexadecimal digits: no two files of a repository share so many by chance. */
const digestLength = 32;

async function readFile(
  file: ShelfFile,
  shelf: Shelf,
): Promise<{ readonly bytes: Buffer; readonly digest: string } | Failure> {
  try {
    const [bytes = Buffer.of()] = await shelf.read([file]);
    return { bytes, digest: hash('sha256', bytes).slice(0, digestLength) };
  } catch (cause) {
    if (cause instanceof Failure) return cause;
    throw cause;
  }
}

async function openCharter(
  bytes: Buffer,
  { file }: ShelfFile,
  { pool }: Shelf,
): Promise<Charter | Failure | undefined> {
  try {
    const { document } = await openText(decodeUtf8(bytes, file), file, pool ? { pool } : {});
    return document.kind === 'charter' ? document : undefined;
  } catch (cause) {
    if (cause instanceof Failure) return cause;
    throw cause;
  }
}

/** Whether nothing is wanted of the charter for which it would have to be read; a promise where it is not known yet. */
function isComplete(survey: Survey, terms: FileTerms): boolean | Promise<boolean> {
  if (!isWanted(survey, terms)) return true;
  if (lacksGeneration(survey, terms)) return false;
  const template = templateFor(survey, terms);
  return template instanceof Promise
    ? template.then((one) => isCompared(survey, one))
    : isCompared(survey, template);
}

function isCompared({ comparisons }: Survey, template: Template | undefined): boolean {
  return template === undefined || comparisons.has(templateDigest(template));
}

/** The survey with all that is wanted. */
async function complete(survey: Survey, charter: Charter, terms: FileTerms): Promise<Survey> {
  if (!isWanted(survey, terms)) return survey;
  const { choice, reader } = terms;
  const placed = lacksGeneration(survey, terms)
    ? withGeneration(survey, choice.digest, choice.generationOf(charter))
    : survey;
  const template = await templateFor(placed, terms);
  if (template === undefined) return placed;
  if (isCompared(placed, template)) return placed;
  return withComparison(placed, templateDigest(template), compareWithTemplate(charter, template, reader));
}

function isWanted({ outline }: Survey, { named }: SurveyTerms): boolean {
  return named?.has(outline.id) ?? true;
}

function lacksGeneration({ outline, generations }: Survey, { choice }: SurveyTerms): boolean {
  return choice.concerns(outline) && !generations.has(choice.digest);
}

/** The one that the charter is held against; a promise the first time. */
function templateFor(
  { outline, generations }: Survey,
  { asked, named, choice, found, template }: FileTerms,
): Template | undefined | Promise<Template | undefined> {
  const id = outline.template ?? generations.get(choice.digest)?.nearest;
  if (asked) return named || id === asked.id ? asked : undefined;
  if (id === undefined || found.has(id)) return found.get(id ?? '');
  return template(id).then((one) => {
    found.set(id, one);
    return one;
  });
}
