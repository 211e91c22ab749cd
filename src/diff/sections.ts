/** Which section each block stands in: the template's sections where there is one, else the side's own headings. */

import type { SectionRef } from '../model/change.ts';
import type { Section, Template } from '../model/charter.ts';
import type { TextReader } from '../text/reader.ts';
import { alignTexts } from './alignment.ts';
import { type Passage, passagesOf } from './passages.ts';
import { withoutVariables } from './variables.ts';

/** Section id by block index; `undefined` before the first section. */
export type SectionMap = readonly (string | undefined)[];

export function sectionsOf(
  passages: readonly Passage[],
  blocks: number,
  { template, reader }: { readonly template: Template | undefined; readonly reader: TextReader },
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

/** Sections in the order in which they are met, counterparts as one. */
export class SectionIndex {
  readonly #refs: { id: string; idA?: string; idB?: string; a?: number; b?: number }[] = [];
  readonly #labels: ReadonlyMap<string, Section['label']>;

  constructor(labels: readonly Section[]) {
    this.#labels = new Map(labels.map((section) => [section.id, section.label]));
  }

  /** Notes that a block of `a`, of `b`, or of both as counterparts, stands in these sections. */
  meet(a: { id: string | undefined; block: number } | undefined, b: typeof a): void {
    const idA = a?.id;
    const idB = b?.id;
    if (idA === undefined && idB === undefined) return;
    let ref = this.#refs.find(
      (one) => (idA !== undefined && one.idA === idA) || (idB !== undefined && one.idB === idB),
    );
    ref ??= this.#refs.find((one) => one.id === (idA ?? idB));
    if (!ref) {
      ref = { id: idA ?? idB ?? '' };
      this.#refs.push(ref);
    }
    if (idA !== undefined && ref.idA === undefined) Object.assign(ref, { idA, a: a?.block });
    if (idB !== undefined && ref.idB === undefined) Object.assign(ref, { idB, b: b?.block });
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
