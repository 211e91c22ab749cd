/** Decides again by itself where another run wrote into a file while it was being decided on. */
import { Failure } from '../model/failure.ts';

/** Of so many who decide at once each gets its turn. */
const mostTries = 10;

/** `decide` reads everything anew each time. That what was named is there no more the first refusal explains. */
export async function decideAgain<Result>(decide: () => Promise<Result>): Promise<Result> {
  let lost: Failure | undefined;
  for (let left = mostTries - 1; ; left -= 1) {
    try {
      return await decide();
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      if (cause.code !== 'changed-meanwhile') throw cause.status === 2 ? (lost ?? cause) : cause;
      if (left === 0) throw cause;
      lost = cause;
    }
  }
}
