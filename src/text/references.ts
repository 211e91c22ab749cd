/** How much of a fingerprint is printed as its reference: as little as tells it from the others. */

const fewest = 6;
const whole = 64;

/** The fewest digits, six at least, that tell all fingerprints apart. */
export function referenceDigits(fingerprints: Iterable<string>): number {
  const different = new Set(fingerprints);
  let digits = fewest;
  while (digits < whole && new Set([...different].map((one) => one.slice(0, digits))).size < different.size)
    digits += 1;
  return digits;
}
