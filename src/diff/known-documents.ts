/** Portals that say the same of themselves but for their values are held against a template once. */
import type { RawDiff } from '../model/change.ts';
import type { Block, CharterDocument, Template } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import { RecentMap } from '../text/recent.ts';
import type { PlainDocument } from './variables.ts';

/** Of the comparisons that share a reader, by template. */
const known = new WeakMap<TextReader, WeakMap<Template, Known>>();
const mostDocuments = 1024;
const mostBlocks = 4096;

class Known {
  readonly #diffs = new RecentMap<string, RawDiff>(mostDocuments);
  readonly #numbers = new RecentMap<string, number>(mostBlocks);
  readonly #blocks = new WeakMap<Block, number>();
  #next = 0;

  find(key: string): RawDiff | undefined {
    return this.#diffs.get(key);
  }

  keep(key: string, diff: RawDiff): void {
    this.#diffs.set(key, diff);
  }

  /** Equal for documents of which all is the same that a comparison reads. */
  keyOf({ language }: CharterDocument, { title, body, tables }: PlainDocument): string {
    const rows = tables.map((table) => [
      table.id,
      table.columns,
      Array.from({ length: table.size }, (_, row) => table.cells(row)),
    ]);
    return JSON.stringify([language, title, body.map((block) => this.#numberOf(block)), rows]);
  }

  /** No number is given twice. */
  #numberOf(block: Block): number {
    const met = this.#blocks.get(block);
    if (met !== undefined) return met;
    const text = JSON.stringify(block);
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#next;
      this.#next += 1;
      this.#numbers.set(text, number);
    }
    this.#blocks.set(block, number);
    return number;
  }
}

/** What `diff` gives for the template and the charter, which is read as `plain`. */
export function diffOnce(
  template: Template,
  { charter, plain }: { readonly charter: CharterDocument; readonly plain: PlainDocument },
  { reader, diff }: { readonly reader: TextReader; readonly diff: () => RawDiff },
): RawDiff {
  const templates = known.get(reader) ?? new WeakMap<Template, Known>();
  known.set(reader, templates);
  const documents = templates.get(template) ?? new Known();
  templates.set(template, documents);
  const key = documents.keyOf(charter, plain);
  let found = documents.find(key);
  if (!found) {
    found = diff();
    documents.keep(key, found);
  }
  return found;
}
