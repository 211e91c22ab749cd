/** The CSV output of `review`: one line for each row, cell or column of a cookie table that the request changes, brings or takes out. */
import { diffMessages } from '../messages/diff.ts';
import { type ReviewTableMessages, reviewTableMessages } from '../messages/review-csv.ts';
import type { Review, ReviewedCharter, ReviewFinding, ReviewRule } from '../model/review.ts';
import { writeCsv } from './csv.ts';
import { columnTitle, type ReviewOptions, reviewTexts } from './review-view.ts';

/** Texts are as published, with their markup, in which alone two may differ. */
export function renderReviewCsv(review: Review, options: ReviewOptions): string {
  const texts = reviewTableMessages[options.language];
  const changes = review.findings.filter(({ kind, place }) => kind === 'change' && place.table !== undefined);
  return writeCsv([
    Object.values(texts.heads),
    ...[
      ...changes.map((finding) => cellsOf(finding, options, texts)),
      ...review.charters.flatMap((charter) => rowsAlone(charter, texts)),
    ].map((cells) => headNames(texts).map((name) => cells[name] ?? '')),
  ]);
}

type HeadName = keyof ReviewTableMessages['heads'];
type Line = Readonly<Partial<Record<HeadName, string>>>;

/** Of a charter that comes, goes or cannot be read, every cookie: it comes or goes with it. */
function rowsAlone({ charter, file, status, alone }: ReviewedCharter, texts: ReviewTableMessages): Line[] {
  if (!alone) return [];
  const isNew = alone.side === 'after';
  return alone.document.tables.flatMap(({ id, columns, rows }) => {
    const name = Math.max(
      0,
      columns.findIndex(({ key }) => key === 'name'),
    );
    return rows.map(({ cells }): Line => {
      const told = cells.filter((cell) => cell !== '').join(' · ');
      return {
        ...{ portal: charter, table: id, cookie: cells[name] ?? '', file },
        change: texts.changes[isNew ? 'row-added' : 'row-removed'],
        ...(isNew ? { after: told } : { before: told }),
        rule: rules[status] ?? '',
      };
    });
  });
}

/** What is to be told of the whole file. */
const rules: Readonly<Partial<Record<ReviewedCharter['status'], ReviewRule>>> = {
  added: 'charter-added',
  removed: 'charter-removed',
  unreadable: 'after-unreadable',
  mended: 'before-unreadable',
};

function headNames({ heads }: ReviewTableMessages): HeadName[] {
  return Object.keys(heads) as HeadName[];
}

function cellsOf(finding: ReviewFinding, options: ReviewOptions, texts: ReviewTableMessages): Line {
  const { charter = '', place, change, class: level, ruling, decision, reference = '' } = finding;
  const kinds: Readonly<Record<string, string>> = texts.changes;
  const told = ruling === undefined ? '' : reviewTexts(options).ruling[ruling];
  return {
    portal: charter,
    table: place.table ?? '',
    cookie: place.cookie ?? '',
    column: place.field ? columnTitle(place.field, options.language) : '',
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
