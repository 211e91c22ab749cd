/** Which section each block stands in: the template's sections where there is one, else the side's own headings. */

import type { SectionRef } from '../model/change.ts';
import type { Section, Template } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import { alignTexts } from './alignment.ts';
import { type Passage, passagesOf } from './passages.ts';
import { withoutVariables } from './variables.ts';

/** Section id by block index; `undefined` before the first section. */
export type SectionMap = readonly (string | undefined)[];

interface SectionSources {
  readonly template: Template | undefined;
  readonly reader: TextReader;
}

/** Of a template's own passages, against which many charters are held. */
const ownSections = new WeakMap<readonly Passage[], SectionMap>();

export function sectionsOf(
  passages: readonly Passage[],
  blocks: number,
  { template, reader }: SectionSources,
): SectionMap {
  const own = template !== undefined && passages === passagesOf(withoutVariables(template));
  const known = own ? ownSections.get(passages) : undefined;
  if (known) return known;
  const sections = readSections(passages, blocks, { template, reader });
  if (own) ownSections.set(passages, sections);
  return sections;
}

function readSections(
  passages: readonly Passage[],
  blocks: number,
  { template, reader }: SectionSources,
): SectionMap {
  const known = template
    ? templateSections(passages, template, reader)
    : new Map<number, string | undefined>();
  const headings = new Map(
    passages.filter((passage) => passage.role === 'heading').map((passage) => [passage.block, passage.text]),
  );
  let current: string | undefined;
  return Array.from({ length: blocks }, (_, block) => {
    if (known.has(block)) current = known.get(block) ?? current;
    else current = headings.get(block) ?? current;
    return current;
  });
}

/** The template's section for each block that has a counterpart there; tables follow the text before them. */
function templateSections(
  passages: readonly Passage[],
  template: Template,
  reader: TextReader,
): Map<number, string | undefined> {
  const templatePassages = passagesOf(withoutVariables(template));
  const texts = [templatePassages, passages].map((side) => side.map((passage) => passage.text));
  const sectionAt = sectionByBlock(template);
  const sections = new Map<number, string | undefined>();
  for (const link of alignTexts(texts[0] ?? [], texts[1] ?? [], { reader, maxGroup: 6 })) {
    const from = templatePassages[link.aFrom];
    if (!from) continue;
    for (const passage of passages.slice(link.bFrom, link.bTo))
      sections.set(passage.block, sectionAt[from.block]);
  }
  return sections;
}

/** The section of each block of a template, the one opened last before it. */
function sectionByBlock(template: Template): SectionMap {
  let current: string | undefined;
  return template.body.map((block) => {
    current = block.section ?? current;
    return current;
  });
}

interface Ref {
  readonly id: string;
  idA?: string;
  idB?: string;
  a?: number;
  b?: number;
}

/** A block and the section it stands in. */
export interface Met {
  readonly id: string | undefined;
  readonly block: number;
}

/** Sections in the order in which they are met, counterparts as one. */
export class SectionIndex {
  readonly #refs: Ref[] = [];
  readonly #labels: ReadonlyMap<string, Section['label']>;

  constructor(labels: readonly Section[]) {
    this.#labels = new Map(labels.map((section) => [section.id, section.label]));
  }

  /** Notes the sections of a block of `a`, of `b`, or of two that are counterparts; two headings make theirs so too. */
  meet(a: Met | undefined, b: Met | undefined, open: boolean): void {
    if (a?.id !== undefined && b?.id !== undefined && (open || a.id === b.id)) {
      const ref = this.#find('idA', a.id) ?? this.#find('idB', b.id) ?? this.#add(a.id);
      const other = this.#find('idB', b.id);
      if (other && other !== ref && other.idA === undefined) this.#refs.splice(this.#refs.indexOf(other), 1);
      Object.assign(ref, { idA: a.id, a: ref.a ?? a.block, idB: b.id, b: other?.b ?? ref.b ?? b.block });
      return;
    }
    if (a?.id !== undefined) {
      const ref = this.#find('idA', a.id) ?? this.#find('id', a.id) ?? this.#add(a.id);
      Object.assign(ref, { idA: a.id, a: ref.a ?? a.block });
    }
    if (b?.id !== undefined) {
      const ref = this.#find('idB', b.id) ?? this.#find('id', b.id) ?? this.#add(b.id);
      Object.assign(ref, { idB: b.id, b: ref.b ?? b.block });
    }
  }

  #find(key: 'id' | 'idA' | 'idB', id: string): Ref | undefined {
    return this.#refs.find((ref) => ref[key] === id);
  }

  #add(id: string): Ref {
    const ref: Ref = { id };
    this.#refs.push(ref);
    return ref;
  }

  /** Whether the two sections stand for one another. */
  areCounterparts(a: string | undefined, b: string | undefined): boolean {
    if (a === b) return true;
    return this.#refs.some((ref) => ref.idA === a && ref.idB === b);
  }

  refs(): SectionRef[] {
    return this.#refs.map(({ id, a, b }) => {
      const label = this.#labels.get(id);
      return {
        id,
        ...(label ? { label } : {}),
        ...(a === undefined ? {} : { a }),
        ...(b === undefined ? {} : { b }),
      };
    });
  }
}
