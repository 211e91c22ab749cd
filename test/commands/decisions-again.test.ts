import { expect, test } from 'vitest';
import { decideAgain } from '../../src/commands/decisions-again.ts';
import { Failure } from '../../src/model/failure.ts';

const changed = (): Failure => new Failure('changed-meanwhile', 4, { values: { file: 'a.yaml' } });

/** Does what stands for each try, the last again and again. */
async function tries(...outcomes: readonly (Error | string)[]): Promise<[said: string, tries: number]> {
  let at = 0;
  const said = await decideAgain(async () => {
    const outcome = outcomes[Math.min(at, outcomes.length - 1)] ?? '';
    at += 1;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }).catch((cause: unknown) => (cause instanceof Failure ? cause.code : String(cause)));
  return [said, at];
}

test.each([
  ['what nobody disturbs is decided once', ['done'], ['done', 1]],
  ['what another run wrote into is decided again', [changed(), changed(), 'done'], ['done', 3]],
  ['but not for ever', [changed()], ['changed-meanwhile', 10]],
  [
    'what was named and is no more there was changed meanwhile',
    [changed(), new Failure('unknown-reference', 2)],
    ['changed-meanwhile', 2],
  ],
  ['what was never there is told as such', [new Failure('unknown-reference', 2)], ['unknown-reference', 1]],
  [
    'what cannot be written is told as such',
    [changed(), new Failure('decision-partly-written', 4)],
    ['decision-partly-written', 2],
  ],
  ['a fault stays one', [changed(), new Error('bug')], ['Error: bug', 2]],
] as [string, (Error | string)[], [string, number]][])('%s', async (_, outcomes, expected) => {
  expect(await tries(...outcomes)).toEqual(expected);
});
