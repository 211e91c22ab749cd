/** Compares web and mail addresses: scheme, host's case, a final slash and what traces a visit say nothing. */

/** Parameters by which a visit, a campaign or a copy in a cache is traced, never a page. */
const tracing =
  /([?&])(?:utm_[a-z_]{1,32}|_ga|_gl|_gac|gclid|dclid|fbclid|msclkid|yclid|mc_[ce]id|_hs(?:enc|mi)|chash|phpsessid|jsessionid)=[^&#\s()<>"']*/gi;

/** A text with its web addresses as they are without such parameters; a question stays one. */
export function withoutTracing(text: string): string {
  if (!/[?&][a-z_]+=/i.test(text)) return text;
  return text.replace(/[^\s()<>"']+/g, (address) => {
    const bare = address.replace(tracing, '$1');
    return bare === address ? address : bare.replace(/([?&])&+/g, '$1').replace(/[?&](?=$|#)/g, '');
  });
}

export function normaliseAddress(text: string): string {
  const bare = withoutTracing(text)
    .replace(/^(?:https?|ftp):\/\//i, '')
    .replace(/^mailto:/i, '');
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
