/** Charters made up from a seed, so that every run of a benchmark reads the same ones. */
import type { Charter } from '../../src/model/charter.ts';
import { charter } from '../documents.ts';

/** A generator of numbers from 0 up to 1. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const vocabularySize = 5000;

function vocabulary(): string[] {
  const random = randomFrom(1);
  return Array.from({ length: vocabularySize }, () => {
    const length = 2 + Math.floor(random() * 9);
    return Array.from({ length }, () =>
      'abcdefghijklmnopqrstuvwxyzéè'.charAt(Math.floor(random() * 28)),
    ).join('');
  });
}

const words = vocabulary();

/** About `size` words in paragraphs of one to five sentences; common words are much more frequent than rare ones. */
export function randomText(seed: number, size: number): Charter {
  const random = randomFrom(seed);
  const body: string[] = [];
  for (let written = 0; written < size; ) {
    const sentences = Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
      const length = 5 + Math.floor(random() * 25);
      written += length;
      return `L${Array.from({ length }, () => words[Math.floor(random() ** 3 * vocabularySize)]).join(' ')}.`;
    });
    body.push(sentences.join(' '));
  }
  return charter({ body });
}

/** The same words as one sentence without a stop: the worst that a paste can bring. */
export function oneSentence(document: Charter): Charter {
  const text = document.body
    .map((block) => (block.role === 'table' ? '' : block.text.replaceAll('.', '')))
    .join(' ');
  return { ...document, body: [{ role: 'paragraph', text }] };
}

/** Rows of five columns, the head first. */
export function randomRows(size: number): string[][] {
  return [
    ['provider', 'service', 'name', 'purpose', 'duration'],
    ...Array.from({ length: size }, (_, row) => [
      `Provider ${row % 50}`,
      `Service ${row % 7} of the site`,
      `_c${row}`,
      `Remembers choice ${row} of the visitor from page to page`,
      `${1 + (row % 24)} mois`,
    ]),
  ];
}

/** The same rows with this share of their cells reworded. */
export function rewordCells(rows: readonly string[][], share: number): string[][] {
  const random = randomFrom(9);
  return rows.map((row, at) =>
    at === 0 ? row : row.map((cell, column) => (column !== 2 && random() < share ? `${cell} again` : cell)),
  );
}
