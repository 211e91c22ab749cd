/** How much of a fingerprint is printed as its reference: as little as tells it from the others. */

const fewest = 6;
const whole = 64;

/** The fewest digits, six at least, that tell all fingerprints apart. */
export function referenceDigits(fingerprints: Iterable<string>): number {
  const different = [...new Set(fingerprints)].sort();
  let digits = fewest;
  // In order, those that begin most alike stand side by side.
  for (let at = 1; at < different.length; at += 1)
    digits = Math.max(digits, commonStart(different[at - 1] ?? '', different[at] ?? '') + 1);
  return Math.min(digits, whole);
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}
