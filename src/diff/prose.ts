/** Title, language and body of two documents: their changes and steps, and what the comparison of tables asks of them. */
import type { RawChange, SectionRef, Step } from '../model/change.ts';
import type { CharterDocument, Template } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import { diffBodies } from './blocks.ts';
import { freshBudget } from './budget.ts';
import { shareTextChange } from './known-changes.ts';
import { passagesOf } from './passages.ts';
import { diffInPlace } from './prose-in-place.ts';
import { SectionIndex, type SectionMap, sectionsOf } from './sections.ts';
import { markMovedSentences } from './sentence-moves.ts';
import type { Standing } from './standing.ts';
import { fieldChange, pairTitles } from './titles.ts';
import { variableChanges } from './variable-changes.ts';
import type { PlainDocument } from './variables.ts';

export interface ProseDiff {
  /** Variables, language, title, body. */
  readonly changes: readonly RawChange[];
  readonly steps: readonly Step[];
  readonly sections: readonly SectionRef[];
  readonly standing: Standing;
  /** Every block stands where it stood, and tables are the same ones in the same places. */
  readonly inPlace?: true;
  /** The section that each table of either side stands in, by its id. */
  readonly tableSections: Readonly<Record<'a' | 'b', ReadonlyMap<string, string | undefined>>>;
}

/** A document as it is, and with its variables replaced by their names. */
export interface Read {
  readonly document: CharterDocument;
  readonly plain: PlainDocument;
}

export interface ProseSettings {
  readonly templates: { readonly a: Template | undefined; readonly b: Template | undefined };
  readonly reader: TextReader;
}

export function diffProse(a: Read, b: Read, settings: ProseSettings): ProseDiff {
  return diffInPlace(a, b, settings) ?? diffAligned(a, b, settings);
}

function diffAligned(
  { document: a, plain: plainA }: Read,
  { document: b, plain: plainB }: Read,
  { templates, reader }: ProseSettings,
): ProseDiff {
  const budget = freshBudget(reader);
  const passages = { a: passagesOf(plainA), b: passagesOf(plainB) };
  const titles = pairTitles(
    { title: plainA.title, passages: passages.a },
    { title: plainB.title, passages: passages.b },
  );
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
  const leading = [
    ...variableChanges(a, b),
    ...languageChange(a, b),
    ...titles.changes.map((compare) => compare(budget)),
  ];
  return {
    changes: markMovedSentences([...leading, ...body.changes], index, reader).map((change) =>
      shareTextChange(change, reader),
    ),
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
    standing: body.standing,
    tableSections: { a: sectionsByTable(a, sides.a.sections), b: sectionsByTable(b, sides.b.sections) },
  };
}

function sectionsByTable(document: CharterDocument, sections: SectionMap): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  document.body.forEach((block, at) => {
    if (block.role === 'table') found.set(block.table, sections[at]);
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

function languageChange(a: CharterDocument, b: CharterDocument): RawChange[] {
  if (a.language === b.language) return [];
  return [fieldChange('language', a.language, { b: b.language, budget: freshBudget() })];
}
