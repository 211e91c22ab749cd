/** Names in a sentence: where there are many, the first of them and how many there are. */

const mostNamed = 8;

export function nameSome(names: readonly string[]): string {
  if (names.length <= mostNamed) return names.join(', ');
  return `${names.slice(0, mostNamed).join(', ')}, … (${names.length})`;
}
