/** The templates among opened files, each known by its id alone, and those that charters follow in vain. */
import { nameSome } from '../messages/names.ts';
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

/** Of charters that follow a template which is not here: one failure for each such template. */
export function lostTemplates(
  charters: readonly { readonly id: string; readonly template: string }[],
): Failure[] {
  const followers = new Map<string, string[]>();
  for (const { id, template } of charters) {
    const others = followers.get(template);
    if (others) others.push(id);
    else followers.set(template, [id]);
  }
  return [...followers].map(
    ([template, ids]) =>
      new Failure('followed-template-missing', 3, {
        values: { portal: ids[0] ?? '', portals: nameSome(ids), count: ids.length, template },
      }),
  );
}

function isTemplate(loaded: Loaded): loaded is LoadedTemplate {
  return loaded.document.kind === 'template';
}
