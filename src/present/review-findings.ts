/** The findings of a review as text: by charter, the words that differ, the class, the ruling and the reference. */
import { diffMessages } from '../messages/diff.ts';
import { driftMessages } from '../messages/drift.ts';
import { historyMessages } from '../messages/history.ts';
import type { Change } from '../model/change.ts';
import type { Review, ReviewFinding } from '../model/review.ts';
import { plainText } from '../text/inline.ts';
import { reasonsOf, type Sheet, sheetOf } from './diff-parts.ts';
import { excerptRuns, readableText } from './excerpt.ts';
import { frameOf, innerFrame, layTagged, type Sign, withGutter } from './layout.ts';
import { cutLine } from './line-cut.ts';
import { changeBody } from './log-change.ts';
import { escapeMarks, type Marked, markRuns } from './marks.ts';
import { findingSentence, placeName, type ReviewOptions, reviewTexts } from './review-view.ts';
import { findSections, type SectionFinder } from './section-finder.ts';
import { type Line, span } from './style.ts';

/** Charters of one part that are listed; `--all` lists every one. */
const mostGroups = 30;
/** Portals that are named one by one where they differ alike. */
const mostNames = 4;
/** What one finding says is cut after so many lines. */
const mostLines = 4;
/** Of an unchanged run only so many characters are kept. */
const longestRun = 48;

/** A review and what was worked out of it for its reader. */
export interface Desk {
  readonly review: Review;
  readonly options: ReviewOptions;
  readonly sheets: Map<string, CharterSheet | undefined>;
}

interface CharterSheet {
  readonly sheet: Sheet;
  readonly finder: SectionFinder;
}

function sheetFor(charter: string, { review, options, sheets }: Desk): CharterSheet | undefined {
  if (sheets.has(charter)) return sheets.get(charter);
  const comparison = review.charters.find((one) => one.charter === charter)?.comparison;
  const { language, width, color, all } = options;
  const made = comparison && {
    sheet: sheetOf(comparison, { language, width, color, all, context: 0 }),
    finder: findSections(comparison.diff),
  };
  sheets.set(charter, made);
  return made;
}

export function headingLines(text: string, { width }: ReviewOptions): Line[] {
  return [[], ...layTagged([span(text, 'strong')], undefined, frameOf(width))];
}

export function foldLine(text: string, { width }: ReviewOptions): Line[] {
  return withGutter(
    'rest',
    layTagged([span(text, 'dim')], [span('--all', 'dim')], innerFrame(frameOf(width))),
  );
}

/** By charter, the one with the most dangerous finding first. */
export function findingLines(heading: string, findings: readonly ReviewFinding[], desk: Desk): Line[] {
  if (findings.length === 0) return [];
  const { options } = desk;
  const groups = groupFindings(findings);
  const listed = options.all ? groups : groups.slice(0, mostGroups);
  const more = groups
    .slice(listed.length)
    .reduce((sum, group) => sum + group.findings.length * Math.max(1, group.names.length), 0);
  return [
    ...headingLines(heading, options),
    ...listed.flatMap(({ names, findings: group }) => [
      ...(names.length === 0
        ? []
        : layTagged([span(namesOf(names, options))], undefined, frameOf(options.width))),
      ...group.flatMap((finding) => findingEntry(finding, desk)),
    ]),
    ...(more === 0 ? [] : foldLine(reviewTexts(options).more(more), options)),
  ];
}

interface Group {
  /** Of charters. */
  readonly names: string[];
  readonly findings: ReviewFinding[];
}

/** Charters of which just the same is to be told are told of once. */
function groupFindings(findings: readonly ReviewFinding[]): Group[] {
  const charters = new Map<string, ReviewFinding[]>();
  for (const finding of findings) {
    const key = finding.charter ?? '';
    const here = charters.get(key);
    if (here) here.push(finding);
    else charters.set(key, [finding]);
  }
  const groups = new Map<string, Group>();
  for (const [charter, group] of charters) {
    const told = group.map(
      ({ change, ruling, kind }) => `${kind} ${change?.fingerprint ?? charter} ${ruling}`,
    );
    const known = groups.get(told.join('\n'));
    if (known) known.names.push(charter);
    else groups.set(told.join('\n'), { names: charter === '' ? [] : [charter], findings: group });
  }
  return [...groups.values()];
}

export function namesOf(names: readonly string[], { language, all }: ReviewOptions): string {
  const [first = '', ...others] = names;
  if (others.length === 0) return first;
  const { alike, alikeNamed } = driftMessages[language];
  return all || names.length <= mostNames ? alikeNamed(names) : alike(first, others.length);
}

/** `lead` stands before the words. */
export function findingEntry(finding: ReviewFinding, desk: Desk, lead: Line = []): Line[] {
  const { options } = desk;
  const { sign, body } = bodyOf(finding, desk);
  const frame = innerFrame(frameOf(options.width));
  const flat = body.map((part) => ({ ...part, text: part.text.replace(/\s*\n\s*/g, ' ') }));
  const most = options.all || frame.width === undefined ? undefined : frame.width * mostLines;
  const told = most === undefined ? flat : cutLine(flat, most);
  const lines = withGutter(sign, layTagged([...lead, ...told], tagOf(finding, desk), frame));
  if (!finding.fails && finding.kind !== 'problem' && finding.charter !== undefined) return lines;
  const { file, line } = finding.place;
  const where = line === undefined ? file : `${file}:${line}`;
  const rule = finding.kind === 'problem' ? '' : `  ${finding.rule}`;
  return [...lines, ...withGutter(undefined, [[span(`${where}${rule}`, 'dim')]])];
}

function tagOf(finding: ReviewFinding, desk: Desk): Line {
  const { class: level, ruling, severity, reference, kind } = finding;
  const texts = reviewTexts(desk.options);
  const seen = finding.viewed ? [span(`${texts.marks.viewed} · `, 'dim')] : [];
  if (kind === 'problem' || kind === 'file')
    return [...seen, span(texts.severity[severity], severity === 'error' ? 'substantive' : 'dim')];
  const why = whyOf(finding, desk);
  const told = ruling === undefined ? '' : texts.ruling[ruling];
  return [
    ...seen,
    ...(why.length === 0 ? [] : [span(`${why.join(', ')} · `, 'dim')]),
    ...(level === undefined ? [] : [span(diffMessages[desk.options.language].tag[level], level)]),
    ...(told === '' ? [] : [span(` · ${told}`)]),
    ...(reference === undefined ? [] : [span(`  ${reference}`, 'dim')]),
  ];
}

/** What makes a change weigh, beside its class. */
export function whyOf({ kind, change, charter, isProtected }: ReviewFinding, desk: Desk): string[] {
  const texts = reviewTexts(desk.options);
  const sheet = sheetFor(charter ?? '', desk)?.sheet;
  return [
    ...(kind === 'drift' ? [texts.drift] : []),
    ...(change && sheet ? reasonsOf(change, sheet).slice(0, 2) : []),
    ...(isProtected ? [texts.isProtected] : []),
  ];
}

interface Body {
  readonly sign: Sign;
  readonly body: Line;
}

/** What differs, with its place before it and its sign; or the sentence of what compares no texts. */
export function bodyOf(finding: ReviewFinding, desk: Desk): Body {
  const { options } = desk;
  const sentence = findingSentence(finding, options.language);
  if (sentence !== undefined) return { sign: fileSign(finding), body: [span(sentence)] };
  const { change, kind, charter } = finding;
  const held = kind === 'change' ? sheetFor(charter ?? '', desk) : undefined;
  if (change && held) return changeBody(change, { ...held, words: historyMessages[options.language] });
  return driftBody(finding, desk);
}

const fileSigns: Readonly<Record<string, Sign>> = {
  'charter-added': 'added',
  'charter-removed': 'removed',
  'charter-renamed': 'moved',
};

function fileSign({ rule, kind }: ReviewFinding): Sign {
  return (kind === 'file' ? fileSigns[rule] : undefined) ?? 'changed';
}

/** The names alone: the other cells of the row are as good as the same. */
function renamedBody({ address: { a, b } }: Change, lead: string, { color }: ReviewOptions): Body {
  const runs: Marked[] = [
    { op: 'delete', text: plainText(a?.row ?? '') },
    { op: 'insert', text: plainText(b?.row ?? '') },
  ];
  return { sign: 'moved', body: [span(lead), ...markRuns(runs, color)] };
}

/** A difference from the template, of which the template's own text is not at hand. */
function driftBody(finding: ReviewFinding, { options }: Desk): Body {
  const { change, before, after } = finding;
  const { cookie } = historyMessages[options.language];
  if (change?.kind === 'row-renamed') return renamedBody(change, cookie(''), options);
  const typography = finding.class === 'typographic';
  const runs = change ? excerptRuns(change, { selection: { typography }, longest: longestRun }) : [];
  const whole = readableText(after ?? before ?? '', { typography: false });
  const sign: Sign = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const named = placeName(finding, options.language).join(', ');
  const place = finding.place.cookie === undefined ? named : cookie(named);
  const lead =
    place === ''
      ? []
      : [
          span(
            `${options.color ? place : escapeMarks(place)}${diffMessages[options.language].accessible.place([''])}`,
          ),
        ];
  const text =
    runs.length > 0 ? markRuns(runs, options.color) : [span(options.color ? whole : escapeMarks(whole))];
  return { sign, body: [...lead, ...text] };
}
