/** The CSV output of `review`: one line for each row, cell or column of a cookie table that the request changes, every one. */
import { diffMessages } from '../messages/diff.ts';
import { type ReviewTableMessages, reviewTableMessages } from '../messages/review-csv.ts';
import type { Language } from '../model/language.ts';
import type { Review, ReviewFinding } from '../model/review.ts';
import { writeCsv } from './csv.ts';
import { type ReviewOptions, reviewTexts } from './review-view.ts';

/** Texts are as published, with their markup, in which alone two may differ. */
export function renderReviewCsv(review: Review, options: ReviewOptions): string {
  const texts = reviewTableMessages[options.language];
  const changes = review.findings.filter(({ kind, place }) => kind === 'change' && place.table !== undefined);
  return writeCsv([
    Object.values(texts.heads),
    ...changes.map((finding) => {
      const cells = cellsOf(finding, options, texts);
      return headNames(texts).map((name) => cells[name]);
    }),
  ]);
}

type HeadName = keyof ReviewTableMessages['heads'];

function headNames({ heads }: ReviewTableMessages): HeadName[] {
  return Object.keys(heads) as HeadName[];
}

function cellsOf(
  finding: ReviewFinding,
  options: ReviewOptions,
  texts: ReviewTableMessages,
): Readonly<Record<HeadName, string>> {
  const { charter = '', place, change, class: level, ruling, decision, reference = '' } = finding;
  const kinds: Readonly<Record<string, string>> = texts.changes;
  const told = ruling === undefined ? '' : reviewTexts(options).ruling[ruling];
  return {
    portal: charter,
    table: place.table ?? '',
    cookie: place.cookie ?? '',
    column: columnOf(finding, options.language),
    change: (change && kinds[change.kind]) ?? '',
    before: finding.before ?? '',
    after: finding.after ?? '',
    level: level === undefined ? '' : diffMessages[options.language].tag[level],
    rule: finding.rule,
    ruling: ruling === 'below' ? texts.below : told,
    reason: decision?.reason ?? '',
    reference,
    file: place.file,
    line: place.line === undefined ? '' : String(place.line),
  };
}

/** Its head as published, else the usual name of what it holds. */
function columnOf({ place: { field } }: ReviewFinding, language: Language): string {
  if (!field) return '';
  const { columns } = diffMessages[language];
  const known: Readonly<Record<string, string>> = columns;
  return field.head ?? (Object.hasOwn(known, field.key) ? known[field.key] : undefined) ?? field.key;
}
