/** The templates among opened files, by id: what follows one of two that share an id cannot be told from the other. */
import type { Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { Loaded } from './shelves.ts';

export type LoadedTemplate = Loaded & { readonly document: Template };

/** Fails with status 3 where two files hold one id. */
export function templatesById(loaded: readonly Loaded[]): ReadonlyMap<string, LoadedTemplate> {
  const templates = new Map<string, LoadedTemplate>();
  for (const one of loaded) {
    if (!isTemplate(one)) continue;
    const { id } = one.document;
    const there = templates.get(id);
    if (there) throw new Failure('duplicate-id', 3, { values: { id, one: there.file, other: one.file } });
    templates.set(id, one);
  }
  return templates;
}

function isTemplate(loaded: Loaded): loaded is LoadedTemplate {
  return loaded.document.kind === 'template';
}
