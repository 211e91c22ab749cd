/** What `drift` says of charters that name no template, name another than the nearest one, or stand between two. */
import type { TemplateMatch, TemplateOwn } from '../model/drift.ts';
import type { Catalogue } from './language.ts';
import { fr } from './typography.ts';

export interface GenerationTexts {
  readonly title: string;
  readonly nameless: (nearest: string) => string;
  readonly nearer: (named: string, nearest: string) => string;
  readonly between: (one: TemplateOwn, other: TemplateOwn) => string;
  /** How much each template has in common with a charter. */
  readonly shares: (matches: readonly TemplateMatch[]) => string;
  /** How the charter can be made to name a template. */
  readonly toName: (template: string) => string;
  readonly more: (portals: number) => string;
  readonly joined: (parts: readonly string[]) => string;
  readonly heads: { readonly chosen: string; readonly between: string };
  /** How the template of a portal was found. */
  readonly chosen: Readonly<Record<'named' | 'nearest' | 'asked', string>>;
}

export const generationMessages: Catalogue<GenerationTexts> = {
  en: {
    title: 'Which template is followed',
    nameless: (nearest) => `no template named, nearest to ${nearest}`,
    nearer: (named, nearest) => `${named} named, but nearer to ${nearest}`,
    between: (one, other) =>
      `between ${one.template} and ${other.template}, with ${ownEnglish(one)}, and ${ownEnglish(other)}`,
    shares: (matches) =>
      `in common, ${matches
        .map((match, index) => {
          const { blocks, ofBlocks, rows, ofRows } = match;
          const units = index === 0 ? [' blocks', ' rows'] : ['', ''];
          return `${blocks} of ${ofBlocks}${units[0]} and ${rows} of ${ofRows}${units[1]} with ${match.template}`;
        })
        .join(', ')}`,
    joined: (parts) => parts.join('; '),
    toName: (template) => `to settle it, write in the file: follows: ${template}`,
    more: (portals) => `${portals} more ${portals === 1 ? 'portal' : 'portals'}; all of them: --all`,
    heads: { chosen: 'Template is', between: 'Stands between' },
    chosen: { named: 'named in the charter', nearest: 'the nearest', asked: 'asked for' },
  },
  fr: {
    title: 'Quel modèle est suivi',
    nameless: (nearest) => fr`aucun modèle nommé, au plus près de ${nearest}`,
    nearer: (named, nearest) => fr`${named} nommé, mais plus près de ${nearest}`,
    between: (one, other) =>
      fr`entre ${one.template} et ${other.template}, avec ${ownFrench(one)}, et ${ownFrench(other)}`,
    shares: (matches) =>
      fr`en commun, ${matches
        .map((match, index) => {
          const { blocks, ofBlocks, rows, ofRows } = match;
          const units = index === 0 ? [' blocs', ' lignes'] : ['', ''];
          return `${blocks}${units[0]} sur ${ofBlocks} et ${rows}${units[1]} sur ${ofRows} avec ${match.template}`;
        })
        .join(', ')}`,
    joined: (parts) => parts.join('\u00a0; '),
    toName: (template) => fr`pour en décider, écrire dans le fichier : follows: ${template}`,
    more: (portals) =>
      fr`${portals} ${portals === 1 ? 'autre portail' : 'autres portails'} ; tout voir : --all`,
    heads: { chosen: 'Le modèle est', between: 'Se tient entre' },
    chosen: { named: 'nommé par la charte', nearest: 'le plus proche', asked: 'demandé' },
  },
};

function ownEnglish({ template, has, of }: TemplateOwn): string {
  return `${has} of the ${of} blocks and rows that only ${template} has`;
}

function ownFrench({ template, has, of }: TemplateOwn): string {
  return `${has} des ${of} blocs et lignes propres à ${template}`;
}
