/** Tells which template a charter is nearest to, where it names none, and where there are several in its language. */
import { hash } from 'node:crypto';
import { Generations, isChoice } from '../drift/nearest.ts';
import type { Charter, Template } from '../model/charter.ts';
import type { Generation } from '../model/drift.ts';
import { openAll, type Shelf } from './shelves.ts';
import { templatesById } from './template-files.ts';

/** The templates that a charter may follow. */
export interface TemplateChoice {
  /** Equal for equal templates: what it tells of a charter depends on nothing else. */
  readonly digest: string;
  /** Whether the charter's nearest template is worth knowing. */
  concerns(charter: Pick<Charter, 'language' | 'template'>): boolean;
  /** Of a charter with its texts. */
  generationOf(charter: Charter): Generation;
}

export async function openTemplateChoice(shelf: Shelf, asked?: Template): Promise<TemplateChoice> {
  const { loaded } = await openAll(shelf, 'template');
  const templates = new Map([...templatesById(loaded)].map(([id, { document }]) => [id, document]));
  if (asked) templates.set(asked.id, asked);
  const all = [...templates.values()];
  let generations: Generations | undefined;
  /** By language: whether it has templates to choose from. Asked of every charter, of which most share theirs. */
  const choices = new Map<string, boolean>();
  const isTorn = (language: string): boolean => {
    const known = choices.get(language) ?? isChoice(all, language);
    choices.set(language, known);
    return known;
  };
  return {
    digest: hash('sha256', all.map(templateDigest).sort().join()),
    concerns: ({ language, template }) => template === undefined || (all.length > 1 && isTorn(language)),
    generationOf: (charter) => {
      generations ??= new Generations(all);
      return generations.generationOf(charter);
    },
  };
}

const digests = new WeakMap<Template, string>();

/** Equal for templates that say the same. */
export function templateDigest(template: Template): string {
  const digest = digests.get(template) ?? hash('sha256', JSON.stringify(template));
  digests.set(template, digest);
  return digest;
}

/** Of a charter that names its template only that it stands elsewhere or between two is told. */
export function isTold(generation: Generation, { template }: Charter): boolean {
  return template === undefined || generation.between !== undefined || generation.nearest !== template;
}
