/** What portals say alike, but for their values, is held against a template once: their bodies, and their tables. */
import type { Block, CookieTable, Template } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import { RecentMap } from '../text/recent.ts';
import type { PlainTable } from './plain-table.ts';
import type { ProseDiff, Read } from './prose.ts';
import type { TablesDiff } from './tables.ts';

/** Of the comparisons that share a reader, by template. */
const known = new WeakMap<TextReader, WeakMap<Template, KnownDocuments>>();
/** Most bodies that are met again are met soon; each holds more than its tables do. */
const mostProse = 512;
const mostTables = 1024;
const mostParts = 4096;

export function knownDocuments(template: Template, reader: TextReader): KnownDocuments {
  const templates = known.get(reader) ?? new WeakMap<Template, KnownDocuments>();
  known.set(reader, templates);
  const documents = templates.get(template) ?? new KnownDocuments();
  templates.set(template, documents);
  return documents;
}

/** What `diff` gives depends on the template and on what is the same here; of equal documents it is one object. */
export class KnownDocuments {
  readonly #prose = new RecentMap<string, ProseDiff>(mostProse);
  readonly #tables = new RecentMap<string, TablesDiff>(mostTables);
  readonly #blocks = new Numbers<Block>();
  readonly #cut = new Numbers<CookieTable>();

  proseOnce({ document: { language }, plain: { title, body } }: Read, diff: () => ProseDiff): ProseDiff {
    const numbers = body.map((block) => this.#blocks.of(block));
    return once(this.#prose, JSON.stringify([language, title, numbers]), diff);
  }

  /** `places` says all that is asked of the documents around the tables. */
  tablesOnce(tables: readonly PlainTable[], places: string, diff: () => TablesDiff): TablesDiff {
    const parts = tables.map((table) => this.#partOf(table));
    return once(this.#tables, JSON.stringify([places, parts]), diff);
  }

  /** Of a table that holds no value of the portal's all portals that say it share the object. */
  #partOf(table: PlainTable): unknown {
    if (table.isAsPublished()) return this.#cut.of(table.published);
    const { id, columns, size } = table;
    return [id, columns, Array.from({ length: size }, (_, row) => table.cells(row))];
  }
}

function once<Diff>(diffs: RecentMap<string, Diff>, key: string, diff: () => Diff): Diff {
  const found = diffs.get(key);
  if (found) return found;
  const made = diff();
  diffs.set(key, made);
  return made;
}

/** Equal numbers for equal parts. */
class Numbers<Part extends object> {
  readonly #byText = new RecentMap<string, number>(mostParts);
  readonly #byPart = new WeakMap<Part, number>();
  #next = 0;

  /** No number is given twice. */
  of(part: Part): number {
    const met = this.#byPart.get(part);
    if (met !== undefined) return met;
    const text = JSON.stringify(part);
    let number = this.#byText.get(text);
    if (number === undefined) {
      number = this.#next;
      this.#next += 1;
      this.#byText.set(text, number);
    }
    this.#byPart.set(part, number);
    return number;
  }
}
