/** Chooses the template that a page clearly follows, by the blocks and rows that both have; never by a guess. */
import { Generations } from '../drift/nearest.ts';
import type { Block, Charter, Template } from '../model/charter.ts';
import type { Generation, TemplateMatch } from '../model/drift.ts';

export interface TemplateChoice {
  /** Absent where no template of the page's language fits, or two fit about as well. */
  readonly template?: Template;
  /** What the page has in common with each template of its language. */
  readonly generation: Generation;
}

type Page = Pick<Charter, 'language' | 'tables' | 'variables'> & { readonly body: readonly Block[] };

/** Of all its blocks and rows, and of its blocks: other texts can have the same table. */
const clearShare = 0.5;
const clearLead = 0.15;

export function chooseTemplate(page: Page, templates: readonly Template[]): TemplateChoice {
  const { language, body, tables, variables } = page;
  const charter: Charter = {
    kind: 'charter',
    id: 'page',
    language,
    body,
    tables,
    variables,
    repairs: [],
    decisions: [],
  };
  const generation = new Generations(templates).generationOf(charter);
  const [best, next] = generation.matches;
  const share = shareOf(best);
  const told = best !== undefined && best.blocks >= clearShare * best.ofBlocks;
  const clear = told && share >= clearShare && share - shareOf(next) >= clearLead && !generation.between;
  const template = clear ? templates.find(({ id }) => id === best?.template) : undefined;
  return { generation, ...(template ? { template } : {}) };
}

function shareOf(match: TemplateMatch | undefined): number {
  if (!match) return 0;
  return (match.blocks + match.rows) / Math.max(1, match.ofBlocks + match.ofRows);
}
