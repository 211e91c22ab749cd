/** Which section each block stands in: the template's sections where there is one, else the side's own headings. */

import type { SectionRef } from '../model/change.ts';
import type { Section, Template } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import { linkPassages } from './passage-links.ts';
import { type Passage, passagesOf } from './passages.ts';
import { withoutVariables } from './variables.ts';

/** Section id by block index; `undefined` before the first section. */
export type SectionMap = readonly (string | undefined)[];

export interface SectionSources {
  readonly template: Template | undefined;
  readonly reader: TextReader;
}

/** By the template that they were held against: many charters are held against its own, and a version is compared twice. */
const knownSections = new WeakMap<readonly Passage[], WeakMap<Template, SectionMap>>();

export function sectionsOf(
  passages: readonly Passage[],
  blocks: number,
  { template, reader }: SectionSources,
): SectionMap {
  if (!template) return readSections(passages, blocks, new Map());
  const known = knownSections.get(passages) ?? new WeakMap<Template, SectionMap>();
  knownSections.set(passages, known);
  let sections = known.get(template);
  if (!sections) {
    sections = readSections(passages, blocks, templateSections(passages, template, reader));
    known.set(template, sections);
  }
  return sections;
}

/** `known` are the template's sections, by block; elsewhere the side's own headings open them. */
function readSections(
  passages: readonly Passage[],
  blocks: number,
  known: ReadonlyMap<number, string | undefined>,
): SectionMap {
  const sections: (string | undefined)[] = [];
  let current: string | undefined;
  let next = 0;
  for (let block = 0; block < blocks; block += 1) {
    const passage = passages[next]?.block === block ? passages[next] : undefined;
    if (passage) next += 1;
    if (known.has(block)) current = known.get(block) ?? current;
    else if (passage?.role === 'heading') current = passage.text;
    sections.push(current);
  }
  return sections;
}

/** The template's section for each block that has a counterpart there; tables follow the text before them. */
function templateSections(
  passages: readonly Passage[],
  template: Template,
  reader: TextReader,
): Map<number, string | undefined> {
  const own = passagesOf(withoutVariables(template));
  const sectionAt = sectionByBlock(template);
  const sections = new Map<number, string | undefined>();
  for (const { aFrom, bFrom, bTo } of linkPassages(own, passages, reader)) {
    const section = sectionAt[own[aFrom]?.block ?? -1];
    for (let at = bFrom; at < bTo; at += 1) sections.set(passages[at]?.block ?? -1, section);
  }
  return sections;
}

const sectionsByBlock = new WeakMap<Template, SectionMap>();

/** The section of each block of a template, the one opened last before it. */
function sectionByBlock(template: Template): SectionMap {
  let current: string | undefined;
  const sections =
    sectionsByBlock.get(template) ??
    template.body.map((block) => {
      current = block.section ?? current;
      return current;
    });
  sectionsByBlock.set(template, sections);
  return sections;
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
      // Most blocks stand in a section that is met already.
      if (other === ref && ref.idA === a.id && ref.a !== undefined && ref.b !== undefined) return;
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
    for (const ref of this.#refs) if (ref[key] === id) return ref;
    return undefined;
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
