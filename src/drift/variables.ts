/** What is wrong with a charter's own values: the template asks for one that is missing, or one is another portal's. */
import { hostOf, normaliseAddress } from '../classify/addresses.ts';
import { fingerprintChanges } from '../classify/fingerprint.ts';
import type { Change, RawChange, RuleId } from '../model/change.ts';
import type { Charter, Template } from '../model/charter.ts';
import type { VariantUse } from '../model/drift.ts';
import type { TextReader } from '../text/reader.ts';

export function addressBook(charters: Iterable<Charter>): AddressBook {
  return new AddressBook(charters);
}

/** Which portal each address belongs to; nobody's where several give it and nothing tells. */
export class AddressBook {
  readonly #entries = new Map<Charter, string>();
  /** By entry: those that give the address as their own. */
  readonly #claims = new Map<string, Charter[]>();
  readonly #owners = new Map<string, ReadonlySet<string>>();

  constructor(charters: Iterable<Charter>) {
    for (const charter of charters) {
      const url = givenValue(charter, 'url');
      if (url === undefined) continue;
      const entry = entryOf(charter, url);
      this.#entries.set(charter, entry);
      const others = this.#claims.get(entry);
      if (others) others.push(charter);
      else this.#claims.set(entry, [charter]);
    }
  }

  /** Whether the address that the charter gives belongs to another portal, or to none that can be told. */
  isForeign(charter: Charter, url: string): boolean {
    const entry = this.#entries.get(charter) ?? entryOf(charter, url);
    const claimants = this.#claims.get(entry);
    if (!claimants || (claimants.length === 1 && claimants[0]?.id === charter.id)) return false;
    const owners = this.#owners.get(entry) ?? ownersAmong(claimants);
    this.#owners.set(entry, owners);
    return !owners.has(charter.id);
  }
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
  if (url !== undefined && addresses?.isForeign(charter, url))
    found.push({ rule: 'foreign-address', raw: rawVariable('url', url) });
  if (found.length === 0) return [];
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
