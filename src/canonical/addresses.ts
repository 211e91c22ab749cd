/** Finds web addresses of known portals in a text, whatever their scheme, case or final slash. */

export interface PortalAddress {
  readonly portal: string;
  /** As in the charter's variables. */
  readonly url: string;
}

export interface FoundAddress {
  readonly portal: string;
  /** As it stands in the text, without what follows the host. */
  readonly address: string;
  /** Offset of the host in the text. */
  readonly from: number;
}

/** Finds in a text what belongs to others and not to the portal itself. */
export type AddressFinder = (text: string) => FoundAddress[];

const host = /(?<![\p{L}\p{N}_.-])[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}][\p{L}\p{N}-]{0,62})+/gu;

export function addressFinder(own: readonly string[], others: readonly PortalAddress[]): AddressFinder {
  const ownHosts = new Set(own.map(hostOf));
  const owners = new Map<string, string>();
  for (const { portal, url } of others) {
    const name = hostOf(url);
    if (name.includes('.') && !ownHosts.has(name) && !owners.has(name)) owners.set(name, portal);
  }
  return (text) => {
    const found: FoundAddress[] = [];
    if (owners.size === 0 || !text.includes('.')) return found;
    for (const match of text.matchAll(host)) {
      const portal = owners.get(match[0].toLowerCase());
      if (portal !== undefined) found.push({ portal, address: match[0], from: match.index });
    }
    return found;
  };
}

/** Of many addresses, those that a text may hold, found without going through them all. */
export function addressIndex(all: readonly PortalAddress[]): (text: string) => readonly PortalAddress[] {
  const byHost = new Map<string, PortalAddress[]>();
  for (const address of all) {
    const name = hostOf(address.url);
    const here = byHost.get(name);
    if (here) here.push(address);
    else byHost.set(name, [address]);
  }
  return (text) => {
    const found = new Set([...text.matchAll(host)].map(([name]) => name.toLowerCase()));
    return [...found].flatMap((name) => byHost.get(name) ?? []);
  };
}

/** The host in lower case, with its port where it has one. */
function hostOf(url: string): string {
  return url
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^[^@]*@/, '')
    .replace(/:[0-9]*$/, '')
    .toLowerCase();
}
