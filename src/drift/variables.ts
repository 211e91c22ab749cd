/** What is wrong with a charter's own values: the template asks for one that is missing, or one is another portal's. */
import { hostOf, normaliseAddress } from '../classify/addresses.ts';
import { fingerprintChanges } from '../classify/fingerprint.ts';
import type { Change, RawChange, RuleId } from '../model/change.ts';
import type { Charter, Template } from '../model/charter.ts';
import type { VariantUse } from '../model/drift.ts';
import type { TextReader } from '../text/reader.ts';

/** The portals that each address belongs to, by language and address; none where several give it and nothing tells. */
export type AddressBook = ReadonlyMap<string, ReadonlySet<string>>;

export function addressBook(charters: Iterable<Charter>): AddressBook {
  const claims = new Map<string, Charter[]>();
  for (const charter of charters) {
    const url = givenValue(charter, 'url');
    if (url === undefined) continue;
    const entry = entryOf(charter, url);
    const others = claims.get(entry);
    if (others) others.push(charter);
    else claims.set(entry, [charter]);
  }
  return new Map([...claims].map(([entry, claimants]) => [entry, ownersAmong(claimants)]));
}

/** Those whose page stands at the address, else those whose id makes out most of its host. */
function ownersAmong(claimants: readonly Charter[]): ReadonlySet<string> {
  const ids = new Set(claimants.map(({ id }) => id));
  if (ids.size < 2) return ids;
  const host = hostOf(claimants.map((charter) => givenValue(charter, 'url') ?? '')[0] ?? '');
  const there = claimants.filter(({ source }) => source?.page !== undefined && hostOf(source.page) === host);
  if (there.length > 0) return new Set(there.map(({ id }) => id));
  const named = [...ids].filter((id) => bareLetters(host).includes(bareLetters(id)));
  const longest = Math.max(...named.map((id) => id.length));
  return new Set(named.filter((id) => id.length === longest));
}

function bareLetters(text: string): string {
  return text.replace(/[.-]/g, '');
}

/** Two charters of one portal in two languages share its address, and rightly so. */
function entryOf({ language }: Charter, url: string): string {
  return `${language.toLowerCase().split('-')[0] ?? ''} ${normaliseAddress(url)}`;
}

export interface VariableTerms {
  readonly addresses?: AddressBook | undefined;
  /** The approved wordings that the charter uses: one may do without a variable. */
  readonly variants?: readonly VariantUse[];
  readonly reader: TextReader;
}

export function variableFindings(
  charter: Charter,
  template: Template,
  { addresses, variants = [], reader }: VariableTerms,
): Change[] {
  const found: { readonly rule: RuleId; readonly raw: RawChange }[] = [...new Set(template.variables)]
    .filter((name) => givenValue(charter, name) === undefined && isAskedFor(name, template, variants))
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

/** Unless it stands only in wordings of the template that the charter has another approved one for. */
function isAskedFor(
  name: string,
  { body, tables, title }: Template,
  variants: readonly VariantUse[],
): boolean {
  const sign = `{{${name}}}`;
  const blocks = body.map((block) => (block.role === 'table' ? '' : block.text));
  if (!blocks.some((text) => text.includes(sign))) return true;
  const used = [...blocks];
  for (const { block, variant } of variants) used[block] = body[block]?.variants?.[variant] ?? '';
  return [title ?? '', ...used, JSON.stringify(tables)].some((text) => text.includes(sign));
}

function namesAnother(charter: Charter, url: string, book: AddressBook | undefined): boolean {
  return book?.get(entryOf(charter, url))?.has(charter.id) === false;
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
