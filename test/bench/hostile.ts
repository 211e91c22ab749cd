/** Inputs made to cost time, each twice and four times as large, turn about in one run: a doubling may take 2.3 times as long. */
import { families } from './hostile-inputs.ts';

const largestGrowth = 2.3;
const rounds = 5;
/** A run shorter than this measures the clock. */
const shortest = 20;
const largest = 2_000_000;

async function time(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The first size, doubled from 2,000, at which a run takes long enough once it is warm. */
async function sizeFor(prepare: (size: number) => () => unknown): Promise<number> {
  let size = 2_000;
  while (size < largest) {
    const run = prepare(size);
    const times = [await time(run), await time(run), await time(run), await time(run)];
    if (Math.min(...times) >= shortest) return size;
    size *= 2;
  }
  return largest;
}

const wanted = process.argv.slice(2);
let over = 0;
for (const { room, name, prepare } of families) {
  const title = `${room}: ${name}`;
  if (wanted.length > 0 && !wanted.some((part) => title.includes(part))) continue;
  const size = await sizeFor(prepare);
  const runs = [size, 2 * size, 4 * size].map(prepare);
  const times = runs.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [at, run] of runs.entries()) times[at]?.push(await time(run));
  // The least, as others work on the machine.
  const [one = 0, two = 0, four = 0] = times.map((list) => Math.min(...list));
  // Over two doublings, as the collector of garbage steps in at some size or other.
  const ratio = Math.sqrt(four / one);
  const verdict = four < shortest ? 'too fast to tell' : ratio > largestGrowth ? 'over' : '';
  if (verdict === 'over') over += 1;
  console.log(
    `${title.padEnd(46)} ${ratio.toFixed(2)} × (${[one, two, four].map((value) => value.toFixed(0)).join(' → ')} ms, ${size})  ${verdict}`,
  );
}
console.log(`${over} over ${largestGrowth}`);
