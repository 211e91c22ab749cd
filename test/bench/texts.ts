/** Two charters with nothing in common: how long the diff takes, and how that grows with their size. */
import { diffDocuments } from '../../src/diff/documents.ts';
import type { Charter } from '../../src/model/charter.ts';
import { measureInTurn, milliseconds, task } from './measure.ts';
import { oneSentence, randomText } from './random.ts';

const sizes = [15_000, 30_000, 60_000];

function run(title: string, make: (seed: number, size: number) => Charter): void {
  const pairs = sizes.map((size) => [make(2, size), make(3, size)] as const);
  const measured = measureInTurn(
    7,
    pairs.map((pair) =>
      task(
        () => pair,
        ([a, b]) => diffDocuments(a, b),
      ),
    ),
  );
  console.log(title);
  measured.forEach(({ median }, at) => {
    const before = measured[at - 1]?.median;
    const growth = before === undefined ? '' : ` · ${(median / before).toFixed(2)} × the half`;
    console.log(`  ${sizes[at]} words: ${milliseconds(median)}${growth}`);
  });
  const coarse = pairs.map(([a, b]) =>
    diffDocuments(a, b).changes.some(({ sentences }) => sentences.some((sentence) => sentence.coarse)),
  );
  console.log(`  coarsened: ${coarse.map((said) => (said ? 'yes, and said so' : 'no')).join(', ')}`);
}

run('unrelated charters, many paragraphs', randomText);
run('unrelated charters, one sentence each', (seed, size) => oneSentence(randomText(seed, size)));
