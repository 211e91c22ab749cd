/** The cookie table changes of a review as CSV: every one on a line, read back as it stands, and nothing that a spreadsheet would run. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { renderReviewCsv } from '../../src/present/review-csv.ts';
import type { ReviewOptions } from '../../src/present/review-view.ts';
import { attacks, emptyReview, exampleReview } from './review-example.ts';

const options: ReviewOptions = { language: 'fr', width: undefined, color: false, all: false };

/** Cells as RFC 4180 has them. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('the CSV of a review', () => {
  let review: Review;
  let rows: string[][];
  beforeAll(async () => {
    review = await exampleReview();
    rows = readCsv(renderReviewCsv(review, options));
  });

  test('begins with a byte order mark, by which a spreadsheet knows its letters, and with its heads', () => {
    expect(renderReviewCsv(review, options).startsWith('\ufeffPortail,')).toBe(true);
    expect(rows[0]?.join(', ')).toBe(
      'Portail, Tableau, Cookie, Colonne, Modification, Avant, Après, Niveau, Règle, Décision, Motif, Référence, Fichier, Ligne',
    );
    const english = readCsv(renderReviewCsv(review, { ...options, language: 'en' }))[0];
    expect(english?.join(', ')).toBe(
      'Portal, Table, Cookie, Column, Change, Before, After, Class, Rule, Ruling, Reason, Reference, File, Line',
    );
  });

  test('has a line for each change of a cookie table and none for anything else', () => {
    const changes = review.findings.filter(({ change }) => change?.kind.match(/^(?:row|cell|column)/));
    expect(changes.length).toBeGreaterThan(10);
    expect(rows.slice(1).map((row) => row[11])).toEqual(changes.map(({ reference }) => reference));
    for (const row of rows) expect(row).toHaveLength(14);
  });

  test('tells a changed cell by its portal, cookie and column, with both texts, class, rule and place', () => {
    const row = rows.find(([portal]) => portal === 'normandie') ?? [];
    expect([...row.slice(0, 5), row[7]]).toEqual([
      'normandie',
      'cookies',
      'cookies_preferences',
      'Finalités',
      'cellule modifiée',
      'de fond',
    ]);
    expect(row[5]).toMatch(/^Se souvenir du choix /);
    expect(row[6]).toMatch(/^Se souvenir du choix pendant 25 mois /);
    expect(row.slice(12)).toEqual(['charters/normandie.yaml', '13']);
  });

  test('calls a column by its head, else by the usual name of what it holds, else by its key', () => {
    const [cell] = review.findings.filter(({ change }) => change?.kind === 'cell-changed');
    if (!cell) throw new Error('no cell');
    const named = (field: { readonly key: string; readonly head?: string }): string | undefined => {
      const findings = [{ ...cell, place: { ...cell.place, field } }];
      return readCsv(renderReviewCsv({ ...review, findings }, options))[1]?.[3];
    };
    expect(named({ key: 'duration', head: 'Combien de temps' })).toBe('Combien de temps');
    expect(named({ key: 'duration' })).toBe('Durée');
    expect(named({ key: 'constructor' })).toBe('constructor');
  });

  test('lets no cell act as a formula, and no text hide', () => {
    const text = renderReviewCsv(review, options);
    expect(text.slice(1)).not.toMatch(
      /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufeff]/,
    );
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
    expect(rows.flat()).toContain(`'${attacks.formula}`);
    expect(rows.flat()).toContain(attacks.html);
  });

  test('without a change of a cookie table is its heads alone', async () => {
    expect(readCsv(renderReviewCsv(await emptyReview(), options))).toHaveLength(1);
  });
});
