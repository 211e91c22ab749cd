/** Compares web and mail addresses: scheme, host's case and a final slash say nothing. */

export function normaliseAddress(text: string): string {
  const bare = text.replace(/^(?:https?|ftp):\/\//i, '').replace(/^mailto:/i, '');
  const end = bare.search(/[/?#]/);
  const host = (end < 0 ? bare : bare.slice(0, end)).toLowerCase();
  return host + (end < 0 ? '' : bare.slice(end)).replace(/\/+$/, '');
}

/** In lower case, without `www.`; of a mail address what follows `@`. */
export function hostOf(text: string): string {
  const address = normaliseAddress(text);
  const end = address.search(/[/?#:]/);
  const host = end < 0 ? address : address.slice(0, end);
  return host.slice(host.indexOf('@') + 1).replace(/^www\./, '');
}
