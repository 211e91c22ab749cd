/** Tells an address of the web, or of a mailbox, from other words. */

/** Longer than any address that a page names. */
const longestAddress = 1000;

/** Nothing but one address. */
export function isAddress(plain: string): boolean {
  if (plain.length > longestAddress) return false;
  return (
    /^(?:(?:https?|ftp|mailto):|www\.)\S+$/i.test(plain) ||
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain) ||
    /^(?:[\w-]+\.)+[a-z]{2,}\/?$/i.test(plain)
  );
}
