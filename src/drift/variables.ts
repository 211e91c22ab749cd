/** What is wrong with a charter's own values: the template asks for one that is missing, or one is another portal's. */
import { hostOf, normaliseAddress } from '../classify/addresses.ts';
import { fingerprintChanges } from '../classify/fingerprint.ts';
import type { Change, RawChange, RuleId } from '../model/change.ts';
import type { Charter, Template } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';

/** Ids of the portals that give an address as their own, by language and address. */
export type AddressBook = ReadonlyMap<string, ReadonlySet<string>>;

export function addressBook(charters: Iterable<Charter>): AddressBook {
  const book = new Map<string, Set<string>>();
  for (const charter of charters) {
    const url = givenValue(charter, 'url');
    if (url === undefined) continue;
    const entry = entryOf(charter, url);
    const portals = book.get(entry);
    if (portals) portals.add(charter.id);
    else book.set(entry, new Set([charter.id]));
  }
  return book;
}

/** Two charters of one portal in two languages share its address, and rightly so. */
function entryOf({ language }: Charter, url: string): string {
  return `${language.toLowerCase().split('-')[0] ?? ''} ${normaliseAddress(url)}`;
}

export function variableFindings(
  charter: Charter,
  template: Template,
  { addresses, reader }: { readonly addresses?: AddressBook | undefined; readonly reader: TextReader },
): Change[] {
  const found: { readonly rule: RuleId; readonly raw: RawChange }[] = [...new Set(template.variables)]
    .filter((name) => givenValue(charter, name) === undefined)
    .map((name) => ({ rule: 'variable-missing', raw: rawVariable(name) }));
  const url = givenValue(charter, 'url');
  if (url !== undefined && namesAnother(charter, url, addresses))
    found.push({ rule: 'foreign-address', raw: rawVariable('url', url) });
  const fingerprints = fingerprintChanges(
    found.map(({ raw }) => raw),
    reader,
  );
  return found.map(({ rule, raw }, index): Change => {
    const { sentences, ...rest } = raw;
    const { a, b, words } = sentences[0] ?? { words: [] };
    const sides = { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) };
    return {
      ...rest,
      fingerprint: fingerprints[index] ?? '',
      class: 'substantive',
      rule,
      edits: [{ class: 'substantive', rule, ...sides }],
      words,
    };
  });
}

/** Of two portals with one address, it is that of the one whose page stands there. */
function namesAnother(charter: Charter, url: string, book: AddressBook | undefined): boolean {
  const portals = book?.get(entryOf(charter, url));
  if (!portals || [...portals].every((id) => id === charter.id)) return false;
  const page = charter.source?.page;
  return page === undefined || hostOf(page) !== hostOf(url);
}

function givenValue({ variables }: Charter, name: string): string | undefined {
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  return value?.trim() === '' ? undefined : value;
}

/** The template's `{{name}}` beside what the charter gives for it, if anything. */
function rawVariable(name: string, value?: string): RawChange {
  const a = `{{${name}}}`;
  const b = value === undefined ? {} : { b: value };
  return {
    kind: 'variable',
    address: { a: { column: name }, ...(value === undefined ? {} : { b: { column: name } }) },
    a,
    ...b,
    sentences: [
      {
        a,
        ...b,
        words: [
          { op: 'delete', text: a, edit: 0 },
          ...(value === undefined ? [] : [{ op: 'insert' as const, text: value, edit: 0 }]),
        ],
      },
    ],
  };
}
