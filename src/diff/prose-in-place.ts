/**
 * Two versions of one document whose blocks stand in the same places and are the same but for the words of one of
 * them: what the alignment would give is known without it. All else is left to the alignment.
 */
import type { Address, RawChange, SectionRef, Step } from '../model/change.ts';
import type { Block, TextBlock } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import { freshBudget } from './budget.ts';
import { areCounterparts } from './counterparts.ts';
import { isMostlyAlike } from './identical-texts.ts';
import { passageOf, passagesOf, roleChanges } from './passages.ts';
import type { ProseDiff, ProseSettings, Read } from './prose.ts';
import { SectionIndex, type SectionMap, type SectionSources, sectionsOf } from './sections.ts';
import { markMovedSentences } from './sentence-moves.ts';
import { leadsIn, Standing } from './standing.ts';
import { compareTexts } from './texts.ts';
import { variableChanges } from './variable-changes.ts';
import { type PlainDocument, plainBlockAt } from './variables.ts';

/** What versions share that differ in the words of a block: each block with itself. */
interface Outline {
  readonly sections: SectionMap;
  readonly refs: readonly SectionRef[];
  readonly steps: readonly Step[];
  /** Section by table id. */
  readonly tables: ReadonlyMap<string, string | undefined>;
}

/** Told by the objects alone: equal blocks that were read apart are left to the alignment. */
export function diffInPlace(a: Read, b: Read, { templates, reader }: ProseSettings): ProseDiff | undefined {
  if (templates.a !== templates.b || !haveSameFrame(a, b)) return undefined;
  const at = onlyDifference(a.document.body, b.document.body);
  if (at === undefined) return undefined;
  const [x, y] = [plainBlockAt(a.document, at), plainBlockAt(b.document, at)];
  if (x && y && !isReworded(x, y, reader)) return undefined;
  const sources = { template: templates.a, reader };
  const outline = commonOutline(a.plain, b.plain, sources);
  if (!outline) return undefined;
  const change =
    x && y && x.role !== 'table' && y.role !== 'table'
      ? changeAt({ at, a: x, b: y }, outline, reader)
      : undefined;
  const index = new SectionIndex(templates.a?.sections ?? []);
  return {
    changes: change ? markMovedSentences([change], index, reader) : [],
    steps: change ? withChange(outline.steps, at) : outline.steps,
    sections: outline.refs,
    get standing(): Standing {
      return standingInPlace(a.plain, b.plain);
    },
    tableSections: { a: outline.tables, b: outline.tables },
    inPlace: true,
  };
}

/** All that a comparison looks at before the body: what is the same object in both is so with its variables replaced. */
function haveSameFrame({ document: a }: Read, { document: b }: Read): boolean {
  if (a.kind !== b.kind || a.language !== b.language || a.title !== b.title) return false;
  return a.variables === b.variables || variableChanges(a, b).length === 0;
}

/** Where the one block stands that is another one; behind the last where there is none. */
function onlyDifference(a: readonly Block[], b: readonly Block[]): number | undefined {
  if (a.length !== b.length) return undefined;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  for (let after = at + 1; after < a.length; after += 1) if (a[after] !== b[after]) return undefined;
  return at;
}

/** Whether the two are counterparts, and what stands under either stands under the same. */
function isReworded(a: Block, b: Block, reader: TextReader): boolean {
  if (a.role !== b.role || a.role === 'table' || b.role === 'table' || a.role === 'heading') return false;
  if (leadsIn(a.text) !== leadsIn(b.text)) return false;
  return a.text === b.text || isMostlyAlike(a.text, b.text) || areCounterparts(a.text, b.text, reader);
}

interface Reworded {
  readonly at: number;
  readonly a: TextBlock;
  readonly b: TextBlock;
}

/** Undefined where the two say the same in the same role. */
function changeAt({ at, a, b }: Reworded, { sections }: Outline, reader: TextReader): RawChange | undefined {
  const roles = roleChanges(passageOf(a, at), passageOf(b, at));
  if (a.text === b.text && roles.length === 0) return undefined;
  const section = sections[at];
  const address = (): Address => (section === undefined ? { block: at } : { section, block: at });
  return {
    kind: 'block-changed',
    address: { a: address(), b: address() },
    a: [a.text],
    b: [b.text],
    sentences: compareTexts([a.text], [b.text], freshBudget(reader)),
    ...(roles.length > 0 ? { roles } : {}),
  };
}

function withChange(steps: readonly Step[], at: number): Step[] {
  return steps.map((step) => (step.kind === 'same' && step.a === at ? { kind: 'change', change: 0 } : step));
}

function standingInPlace(a: PlainDocument, b: PlainDocument): Standing {
  const passages = { a: passagesOf(a), b: passagesOf(b) };
  const links = passages.a.map((_, at) => ({ aFrom: at, aTo: at + 1, bFrom: at, bTo: at + 1 }));
  return new Standing(passages.a, passages.b, { links, moves: [] });
}

/** With the template that gave the sections their ids; handed from one version to the next. */
const outlines = new WeakMap<PlainDocument, { readonly outline: Outline; readonly of: unknown }>();

/** Undefined where the template's sections begin elsewhere in the one than in the other. */
function commonOutline(a: PlainDocument, b: PlainDocument, sources: SectionSources): Outline | undefined {
  const known = [b, a].map((side) => outlines.get(side)).find((one) => one && one.of === sources.template);
  const outline = known?.outline ?? readOutline(a, sources);
  if (sources.template && ![a, b].every((side) => hasSections(side, outline.sections, sources)))
    return undefined;
  for (const side of [a, b]) outlines.set(side, { outline, of: sources.template });
  return outline;
}

function hasSections(document: PlainDocument, sections: SectionMap, sources: SectionSources): boolean {
  const own = readSectionsOf(document, sources);
  return own === sections || own.every((section, at) => section === sections[at]);
}

function readSectionsOf(document: PlainDocument, sources: SectionSources): SectionMap {
  return sectionsOf(passagesOf(document), document.body.length, sources);
}

function readOutline(document: PlainDocument, sources: SectionSources): Outline {
  const sections = readSectionsOf(document, sources);
  const index = new SectionIndex(sources.template?.sections ?? []);
  const steps: Step[] = [];
  const tables = new Map<string, string | undefined>();
  document.body.forEach((block, at) => {
    const met = { id: sections[at], block: at };
    index.meet(met, met, false);
    if (block.role === 'table') tables.set(block.table, sections[at]);
    else steps.push({ kind: 'same', a: at, b: at });
  });
  return { sections, refs: index.refs(), steps, tables };
}
