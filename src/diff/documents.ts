/** Two charters, or a charter and its template: everything that differs, before it is given a class. */

import type { RawChange, RawDiff, Step } from '../model/change.ts';
import type { CharterDocument, Template } from '../model/charter.ts';
import { typographicallyEqual } from '../text/fold.ts';
import { createReader, type TextReader } from '../text/reader.ts';
import { diffBodies } from './blocks.ts';
import { type Budget, freshBudget } from './budget.ts';
import { diffOnce } from './known-documents.ts';
import { type Passage, passagesOf } from './passages.ts';
import { SectionIndex, type SectionMap, sectionsOf } from './sections.ts';
import { markMovedSentences } from './sentence-moves.ts';
import type { Standing } from './standing.ts';
import type { TablePlaces } from './table-context.ts';
import { diffTables } from './tables.ts';
import { compareTexts } from './texts.ts';
import { type PlainDocument, variableChanges, withoutVariables } from './variables.ts';

export interface DiffOptions {
  /** The template each side follows; it gives the sections their ids and labels. */
  readonly templates?: { readonly a?: Template; readonly b?: Template };
  /** Shared with whoever reads the same texts. */
  readonly reader?: TextReader;
}

/** `diffDocuments(b, a)` mirrors `diffDocuments(a, b)`; a document against itself gives no change. */
export function diffDocuments(a: CharterDocument, b: CharterDocument, options: DiffOptions = {}): RawDiff {
  const reader = options.reader ?? createReader();
  const templates = {
    a: a.kind === 'template' ? a : options.templates?.a,
    b: b.kind === 'template' ? b : options.templates?.b,
  };
  const plain = { a: withoutVariables(a), b: withoutVariables(b) };
  const diff = (): RawDiff => diffPlain({ a, b }, plain, { templates, reader });
  // A charter beside its template has no values that the other lacks: its texts are all that counts.
  if (!reader.shared || a.kind !== 'template' || b.kind === 'template' || templates.b !== a) return diff();
  return diffOnce(a, { charter: b, plain: plain.b }, { reader, diff });
}

interface Settings {
  readonly templates: { readonly a: Template | undefined; readonly b: Template | undefined };
  readonly reader: TextReader;
}

function diffPlain(
  { a, b }: Readonly<Record<'a' | 'b', CharterDocument>>,
  { a: plainA, b: plainB }: Readonly<Record<'a' | 'b', PlainDocument>>,
  { templates, reader }: Settings,
): RawDiff {
  const budget = freshBudget(reader);
  const passages = { a: passagesOf(plainA), b: passagesOf(plainB) };
  const titles = pairTitles({ ...plainA, passages: passages.a }, { ...plainB, passages: passages.b });
  const sides = {
    a: {
      passages: titles.a,
      sections: sectionsOf(passages.a, a.body.length, { template: templates.a, reader }),
    },
    b: {
      passages: titles.b,
      sections: sectionsOf(passages.b, b.body.length, { template: templates.b, reader }),
    },
  };
  const labels = [...(templates.a?.sections ?? []), ...(templates.b?.sections ?? [])];
  const index = new SectionIndex(labels);
  const body = diffBodies(sides.a, sides.b, { index, budget });
  meetTables({ a, b }, sides, index);
  const tableSections = { a: sectionsByTable(a, sides.a.sections), b: sectionsByTable(b, sides.b.sections) };
  const tables = diffTables(plainA.tables, plainB.tables, {
    budget,
    sectionOf: (side, id) => tableSections[side].get(id),
    places: tablePlaces(a, b, body.standing),
  });
  const leading = [
    ...variableChanges(a, b),
    ...languageChange(a, b),
    ...titles.changes.map((compare) => compare(budget)),
  ];
  const changes = markMovedSentences([...leading, ...body.changes, ...tables.changes], index, reader);
  return {
    changes,
    steps: [
      ...leading.flatMap((change, at): Step[] =>
        change.kind === 'block-changed' ? [{ kind: 'change', change: at }] : [],
      ),
      ...body.steps.map(
        (step): Step =>
          step.kind === 'change' ? { kind: 'change', change: step.change + leading.length } : step,
      ),
    ],
    sections: index.refs(),
    tables: tables.pairs,
    notices: tables.notices,
  };
}

function sectionsByTable(document: CharterDocument, sections: SectionMap): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  document.body.forEach((block, at) => {
    if (block.role === 'table') found.set(block.table, sections[at]);
  });
  return found;
}

/** How the places of two tables compare, by table id. */
function tablePlaces(a: CharterDocument, b: CharterDocument, standing: Standing): TablePlaces {
  const blocks = { a: blocksByTable(a), b: blocksByTable(b) };
  return {
    elsewhere: (x, y) => standing.blocksElsewhere(blocks.a.get(x) ?? -1, blocks.b.get(y) ?? -1) !== undefined,
    together: (x, y) => standing.blocksTogether(blocks.a.get(x) ?? -1, blocks.b.get(y) ?? -1),
  };
}

function blocksByTable(document: CharterDocument): Map<string, number> {
  const found = new Map<string, number>();
  document.body.forEach((block, at) => {
    if (block.role === 'table') found.set(block.table, at);
  });
  return found;
}

function meetTables(
  documents: { a: CharterDocument; b: CharterDocument },
  sides: Readonly<Record<'a' | 'b', { sections: readonly (string | undefined)[] }>>,
  index: SectionIndex,
): void {
  for (const side of ['a', 'b'] as const) {
    documents[side].body.forEach((block, at) => {
      if (block.role !== 'table') return;
      const place = { id: sides[side].sections[at], block: at };
      index.meet(side === 'a' ? place : undefined, side === 'b' ? place : undefined, false);
    });
  }
}

interface Titled extends Pick<PlainDocument, 'title'> {
  readonly passages: readonly Passage[];
}

interface Titles {
  readonly a: readonly Passage[];
  readonly b: readonly Passage[];
  readonly changes: readonly ((budget: Budget) => RawChange)[];
}

/**
 * A title is compared with the title. Where one side has none and its first block says the same, that block is its
 * title, published as a mere heading or paragraph.
 */
function pairTitles(a: Titled, b: Titled): Titles {
  const passagesA = a.passages;
  const passagesB = b.passages;
  if (a.title === b.title) return { a: passagesA, b: passagesB, changes: [] };
  const standsIn = (title: string | undefined, first: Passage | undefined): first is Passage =>
    title !== undefined &&
    first !== undefined &&
    first.text.length < 2 * title.length &&
    typographicallyEqual(title, first.text);
  const [firstA, firstB] = [passagesA[0], passagesB[0]];
  if (b.title === undefined && standsIn(a.title, firstB)) {
    const change = titleAsBlock('b', a.title ?? '', firstB);
    return { a: passagesA, b: passagesB.slice(1), changes: [change] };
  }
  if (a.title === undefined && standsIn(b.title, firstA)) {
    const change = titleAsBlock('a', b.title ?? '', firstA);
    return { a: passagesA.slice(1), b: passagesB, changes: [change] };
  }
  return {
    a: passagesA,
    b: passagesB,
    changes: [(budget) => fieldChange('title', a.title, { b: b.title, budget })],
  };
}

function titleAsBlock(side: 'a' | 'b', title: string, passage: Passage): (budget: Budget) => RawChange {
  return (budget) => {
    const [a, b] = side === 'a' ? [passage.text, title] : [title, passage.text];
    const place = { block: passage.block };
    const field = { column: 'title' };
    return {
      kind: 'block-changed',
      address: side === 'a' ? { a: place, b: field } : { a: field, b: place },
      a: [a],
      b: [b],
      sentences: compareTexts([a], [b], budget),
      roles: [
        { what: 'role', a: side === 'a' ? passage.role : 'title', b: side === 'a' ? 'title' : passage.role },
      ],
    };
  };
}

function fieldChange(
  name: string,
  a: string | undefined,
  { b, budget }: { b: string | undefined; budget: Budget },
): RawChange {
  return {
    kind: 'field',
    address: {
      ...(a === undefined ? {} : { a: { column: name } }),
      ...(b === undefined ? {} : { b: { column: name } }),
    },
    ...(a === undefined ? {} : { a }),
    ...(b === undefined ? {} : { b }),
    sentences: compareTexts(a === undefined ? [] : [a], b === undefined ? [] : [b], budget),
  };
}

function languageChange(a: CharterDocument, b: CharterDocument): RawChange[] {
  if (a.language === b.language) return [];
  return [fieldChange('language', a.language, { b: b.language, budget: freshBudget() })];
}
