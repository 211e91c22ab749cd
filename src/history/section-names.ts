/** Tells whether a place stands in the section a reader named: by its id, a label, words of a heading, or its table. */
import type { Address } from '../model/change.ts';
import type { Block, CharterDocument, CookieTable } from '../model/charter.ts';
import type { VersionDiff } from '../model/log.ts';
import { foldKey } from '../text/fold.ts';
import { plainText } from '../text/inline.ts';

/** What the outputs call a place that the charter has no name for, in every language. */
export interface SpokenNames {
  readonly titles?: readonly string[];
  /** The text before the first section. */
  readonly beginnings?: readonly string[];
  /** A cookie table without a caption. */
  readonly tables?: readonly string[];
}

type PlaceTest = (side: 'a' | 'b', place: Pick<Address, 'section' | 'block' | 'table' | 'column'>) => boolean;

/** Whether one of a section's names is the wanted one or holds it. */
export function isSectionNamed(names: readonly string[], wanted: string): boolean {
  const key = foldKey(wanted);
  return key !== '' && names.some((name) => name === wanted || foldKey(plainText(name)).includes(key));
}

/** A place stands under the heading above it, and under each of a higher level above that. */
export function createPlaceTest({ diff, a, b }: VersionDiff, wanted: string, spoken: SpokenNames): PlaceTest {
  const isNamed = (names: readonly string[]): boolean => isSectionNamed(names, wanted);
  const sides = { a: readSide(a, isNamed, spoken), b: readSide(b, isNamed, spoken) };
  const sections = new Set(
    diff.sections.flatMap(({ id, label, ...starts }) => {
      const heads = [headingAt(a, starts.a), headingAt(b, starts.b)].flat();
      return isNamed([id, ...Object.values(label ?? {}), ...heads]) ? [id] : [];
    }),
  );
  const isTitle = isNamed(spoken.titles ?? []);
  const isBeginning = isNamed(spoken.beginnings ?? []);
  return (side, { section, block, table, column }) => {
    const { under, tables, blockOf } = sides[side];
    if (block === undefined && table === undefined)
      return section === undefined ? column === 'title' && isTitle : sections.has(section);
    if (section === undefined ? isBeginning : sections.has(section)) return true;
    if (table !== undefined && tables.has(table)) return true;
    return under[block ?? blockOf.get(table ?? '') ?? -1] ?? false;
  };
}

/** The names by which some place of a document can be asked for. */
export function placeNames({ title, body, tables }: CharterDocument, spoken: SpokenNames): string[] {
  return [
    ...(title === undefined ? [] : (spoken.titles ?? [])),
    ...(body[0]?.role === 'heading' ? [] : (spoken.beginnings ?? [])),
    ...body.flatMap((block) => (block.role === 'heading' ? [block.text] : [])),
    ...tables.flatMap((table) => tableNames(table, spoken)),
  ];
}

interface SideReading {
  /** By block: whether it stands under a heading of that name. */
  readonly under: readonly boolean[];
  /** Ids of the tables of that name. */
  readonly tables: ReadonlySet<string>;
  readonly blockOf: ReadonlyMap<string, number>;
}

function readSide(
  { body, tables }: CharterDocument,
  isNamed: (names: readonly string[]) => boolean,
  spoken: SpokenNames,
): SideReading {
  return {
    under: readHeadings(body, isNamed),
    tables: new Set(tables.flatMap((table) => (isNamed(tableNames(table, spoken)) ? [table.id] : []))),
    blockOf: new Map(
      body.flatMap((block, at): [string, number][] => (block.role === 'table' ? [[block.table, at]] : [])),
    ),
  };
}

function tableNames({ id, caption }: CookieTable, { tables = [] }: SpokenNames): string[] {
  return caption === undefined ? [id, ...tables] : [id, caption];
}

function readHeadings(body: readonly Block[], isNamed: (names: readonly string[]) => boolean): boolean[] {
  const open: { readonly level: number | undefined; readonly named: boolean }[] = [];
  return body.map((block) => {
    if (block.role === 'heading') {
      const { level, text } = block;
      while (open.length > 0 && !((open.at(-1)?.level ?? Number.POSITIVE_INFINITY) < (level ?? 0)))
        open.pop();
      open.push({ level, named: open.at(-1)?.named === true || isNamed([text]) });
    }
    return open.at(-1)?.named === true;
  });
}

function headingAt({ body }: CharterDocument, at: number | undefined): string[] {
  const block = at === undefined ? undefined : body[at];
  return block?.role === 'heading' ? [block.text] : [];
}
