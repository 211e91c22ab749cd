/** Which template each charter is nearest to, by the blocks and rows that they share, and which stands between two. */
import { type PlainDocument, withoutVariables } from '../diff/variables.ts';
import type { Charter, CharterDocument, Template } from '../model/charter.ts';
import type { Generation, TemplateMatch, TemplateOwn } from '../model/drift.ts';
import { plainText } from '../text/inline.ts';
import { createReader, type TextReader } from '../text/reader.ts';
import { splitSentences } from '../text/sentences.ts';
import { SentenceIndex } from './nearest-texts.ts';

/** A block or row of a template. */
interface Unit {
  readonly template: number;
  readonly kind: 'block' | 'row';
}

/** A wording of a block: any of them will do. */
interface Wording {
  readonly unit: number;
  /** Half of its sentences: so many must be found again. */
  readonly needed: number;
}

interface RowPlace {
  readonly unit: number;
  /** Half of its cells: so many must be found again. */
  readonly needed: number;
  /** By column key, without the name and what is empty. */
  readonly cells: ReadonlyMap<string, string>;
}

/** What a charter has of the templates. */
interface Reading {
  readonly shared: ReadonlySet<number>;
  readonly kinds: ReadonlySet<Unit['kind']>;
}

/** A charter that shares a smaller part of a template does not follow it. */
const leastShare = 0.25;
/** So many more blocks and rows in common are clearly more. */
const clearLead = 2;
/** To stand between two templates, a charter has this part of what only the one says, and of what only the other says. */
const betweenShare = 0.25;
/** And so many blocks and rows of each. */
const betweenUnits = 2;

/** Whether there is a choice among them, for charters of that language. */
export function isChoice(templates: readonly Template[], language: string): boolean {
  return templates.filter((template) => sameLanguage(template.language, language)).length > 1;
}

/** Made once for the templates, asked once a charter; each charter costs what it says, not what all templates say. */
export class Generations {
  readonly #reader: TextReader = createReader();
  readonly #templates: readonly Template[];
  readonly #units: Unit[] = [];
  readonly #wordings: Wording[] = [];
  readonly #sentences = new SentenceIndex(this.#reader);
  readonly #rows = new Map<string, RowPlace[]>();
  readonly #likeCells = new Map<string, boolean>();
  /** For each template, the units of all templates that it says itself. */
  readonly #said: readonly ReadonlySet<number>[];

  /** Each id once; their order does not matter. */
  constructor(templates: readonly Template[]) {
    this.#templates = [...templates].sort((one, other) => (one.id < other.id ? -1 : 1));
    for (const [at, template] of this.#templates.entries()) this.#read(template, at);
    this.#said = this.#templates.map((template) => this.#shared(template));
  }

  generationOf(charter: Charter): Generation {
    const shared = this.#shared(charter);
    const size = sizeOf(charter);
    const kinds = kindsOf(charter);
    const ranked = this.#templates
      .flatMap((template, at) => (sameLanguage(template.language, charter.language) ? [at] : []))
      .map((at) => ({ at, match: this.#match(at, shared) }))
      .sort((x, y) => likeness(y.match, size) - likeness(x.match, size));
    const matches = ranked.map(({ match }) => match);
    const first = nearestOf(matches, charter.template);
    const between = this.#between(
      ranked.map(({ at }) => at),
      { shared, kinds },
    );
    return {
      portal: charter.id,
      ...(charter.template === undefined ? {} : { named: charter.template }),
      ...(first && shareOf(first, kinds) >= leastShare ? { nearest: first.template } : {}),
      matches,
      ...(between ? { between } : {}),
    };
  }

  #read(template: Template, at: number): void {
    for (const block of template.body) {
      if (block.role === 'table') continue;
      const unit = this.#units.push({ template: at, kind: 'block' }) - 1;
      const body = [block.text, ...(block.variants ?? [])].map((text) => ({
        role: 'paragraph' as const,
        text,
      }));
      for (const text of textsOf(withoutVariables({ ...template, body, tables: [] }))) {
        const sentences = [...new Set(sentencesOf(text))];
        const wording = this.#wordings.push({ unit, needed: Math.ceil(sentences.length / 2) }) - 1;
        for (const sentence of sentences) this.#sentences.add(sentence, wording);
      }
    }
    for (const row of rowsOf(withoutVariables(template))) {
      const unit = this.#units.push({ template: at, kind: 'row' }) - 1;
      const key = this.#reader.key(row.name);
      const places = this.#rows.get(key);
      const place = { unit, needed: Math.ceil(row.cells.size / 2), cells: row.cells };
      if (places) places.push(place);
      else this.#rows.set(key, [place]);
    }
  }

  /** The units that a document has. */
  #shared(document: CharterDocument): Set<number> {
    const plain = withoutVariables(document);
    const found = new Map<number, number>();
    const sentences = new Set(textsOf(plain).flatMap(sentencesOf));
    for (const sentence of sentences)
      for (const wording of this.#sentences.ownersOf(sentence))
        found.set(wording, (found.get(wording) ?? 0) + 1);
    const units = new Set<number>();
    for (const [wording, count] of found) {
      const { unit, needed } = this.#wordings[wording] ?? { unit: -1, needed: 1 };
      if (count >= needed) units.add(unit);
    }
    for (const { name, cells } of rowsOf(plain))
      for (const place of this.#rows.get(this.#reader.key(name)) ?? [])
        if (this.#likeRow(place, cells)) units.add(place.unit);
    return units;
  }

  #likeRow({ needed, cells }: RowPlace, own: ReadonlyMap<string, string>): boolean {
    let alike = 0;
    for (const [key, text] of cells) if (this.#likeCell(text, own.get(key))) alike += 1;
    return alike >= needed;
  }

  #likeCell(one: string, other: string | undefined): boolean {
    if (other === undefined) return false;
    if (one === other) return true;
    const pair = `${one}\u0000${other}`;
    let alike = this.#likeCells.get(pair);
    if (alike === undefined) {
      const index = new SentenceIndex(this.#reader);
      index.add(one, 0);
      alike = index.ownersOf(other).length > 0;
      if (this.#likeCells.size >= mostCells) this.#likeCells.clear();
      this.#likeCells.set(pair, alike);
    }
    return alike;
  }

  #match(at: number, shared: ReadonlySet<number>): TemplateMatch {
    const counts = { block: 0, row: 0 };
    const all = { block: 0, row: 0 };
    this.#units.forEach(({ template, kind }, unit) => {
      if (template !== at) return;
      all[kind] += 1;
      if (shared.has(unit)) counts[kind] += 1;
    });
    return {
      template: this.#templates[at]?.id ?? '',
      blocks: counts.block,
      ofBlocks: all.block,
      rows: counts.row,
      ofRows: all.row,
    };
  }

  /** Of all pairs the one that the charter has most of; undefined where it has little of the one or of the other. */
  #between(ranked: readonly number[], charter: Reading): readonly [TemplateOwn, TemplateOwn] | undefined {
    let best: { readonly own: readonly [TemplateOwn, TemplateOwn]; readonly least: number } | undefined;
    const near = ranked.slice(0, mostCompared);
    for (const [index, one] of near.entries()) {
      for (const other of near.slice(index + 1)) {
        const own = [this.#own(one, other, charter), this.#own(other, one, charter)] as const;
        const least = Math.min(...own.map(({ has, of }) => (of === 0 ? 0 : has / of)));
        const enough = own.every(({ has }) => has >= betweenUnits);
        if (enough && least >= betweenShare && least > (best?.least ?? 0)) best = { own, least };
      }
    }
    return best?.own;
  }

  /** Of what the one template says and the other does not, in the kinds of things that the charter says at all. */
  #own(one: number, other: number, { shared, kinds }: Reading): TemplateOwn {
    let of = 0;
    let has = 0;
    this.#units.forEach(({ template, kind }, unit) => {
      if (template !== one || !kinds.has(kind) || this.#said[other]?.has(unit)) return;
      of += 1;
      if (shared.has(unit)) has += 1;
    });
    return { template: this.#templates[one]?.id ?? '', has, of };
  }
}

const mostCells = 20_000;
/** Of more templates, the nearest ones are compared in pairs. */
const mostCompared = 8;

/** Of a charter that is but a table, the rows count alone, and so do the blocks of one without rows. */
function shareOf({ blocks, rows, ofBlocks, ofRows }: TemplateMatch, kinds: Reading['kinds']): number {
  const of = (kinds.has('block') ? ofBlocks : 0) + (kinds.has('row') ? ofRows : 0);
  return (blocks + rows) / Math.max(1, of);
}

function kindsOf({ body, tables }: Charter): ReadonlySet<Unit['kind']> {
  const kinds = new Set<Unit['kind']>();
  if (body.some(({ role }) => role !== 'table')) kinds.add('block');
  if (tables.some(({ rows }) => rows.length > 0)) kinds.add('row');
  return kinds;
}

/** What both have in common, against what both say: a template that says little is not near to all. */
function likeness({ blocks, rows, ofBlocks, ofRows }: TemplateMatch, size: number): number {
  return (2 * (blocks + rows)) / Math.max(1, ofBlocks + ofRows + size);
}

/** The one that the charter names, where no other has clearly more in common with it. */
function nearestOf(matches: readonly TemplateMatch[], named: string | undefined): TemplateMatch | undefined {
  const [first] = matches;
  const own = matches.find(({ template }) => template === named);
  return own && first && sharedBy(first) - sharedBy(own) < clearLead ? own : first;
}

function sharedBy({ blocks, rows }: TemplateMatch): number {
  return blocks + rows;
}

function sameLanguage(one: string, other: string): boolean {
  const [a, b] = [one, other].map((language) => language.toLowerCase().split('-')[0]);
  return a === b;
}

/** Blocks of text and rows. */
function sizeOf({ body, tables }: CharterDocument): number {
  const blocks = body.filter(({ role }) => role !== 'table').length;
  return tables.reduce((sum, { rows }) => sum + rows.length, blocks);
}

function textsOf({ body }: PlainDocument): string[] {
  return body.flatMap((block) => (block.role === 'table' ? [] : [block.text]));
}

function sentencesOf(text: string): string[] {
  return splitSentences(plainText(text))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

interface NamedRow {
  readonly name: string;
  readonly cells: ReadonlyMap<string, string>;
}

/** Where no column has names, the first cell stands for one. */
function rowsOf({ tables }: PlainDocument): NamedRow[] {
  return tables.flatMap((table) => {
    const at = Math.max(
      0,
      table.columns.findIndex(({ key }) => key === 'name'),
    );
    return Array.from({ length: table.size }, (_, row): NamedRow => {
      const cells = table.cells(row);
      const others = table.columns.flatMap(({ key }, column): [string, string][] => {
        const text = cells[column] ?? '';
        return column === at || text === '' ? [] : [[key, text]];
      });
      return { name: cells[at] ?? '', cells: new Map(others) };
    });
  });
}
