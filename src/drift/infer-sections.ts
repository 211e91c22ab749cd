/** Gives the blocks of a template its sections: one for each heading, one for what stands before, one for each table. */
import type { Block, InlineText, Section } from '../model/charter.ts';
import { asciiWords } from '../text/ascii-words.ts';
import { plainText } from '../text/inline.ts';

export interface Sectioned {
  readonly sections: readonly Section[];
  readonly body: readonly Block[];
}

export interface SectionTerms {
  /** BCP 47. */
  readonly language: string;
  /** By language: what the text before the first heading is called, and a section of which the heading says nothing. */
  readonly names: Readonly<Record<'introduction' | 'section' | 'table', Readonly<Record<string, string>>>>;
}

/** Ids are made of the headings' words alone, so that they stay where text around them changes. */
export function withSections(blocks: readonly Block[], { language, names }: SectionTerms): Sectioned {
  const [own = 'en'] = language.toLowerCase().split('-');
  const sections: Section[] = [];
  const taken = new Set<string>();
  function open(wanted: string, label: Section['label']): string {
    let id = wanted;
    for (let next = 2; taken.has(id); next += 1) id = `${wanted}-${next}`;
    taken.add(id);
    sections.push({ id, label });
    return id;
  }
  const body = blocks.map((block, at): Block => {
    if (block.role === 'heading') {
      const label = shortLabel(block.text);
      const id = slugOf(block.text);
      return { ...block, section: open(id ?? 'section', label === '' ? names.section : { [own]: label }) };
    }
    if (block.role === 'table')
      return { ...block, section: open(slugOf(block.table) ?? 'table', names.table) };
    return at === 0 ? { ...block, section: open('introduction', names.introduction) } : block;
  });
  return { sections, body };
}

const longestId = 40;
const mostWords = 3;
const longestLabel = 40;

/** The first words that tell something, without accents; undefined where there is none in these letters. */
function slugOf(text: InlineText): string | undefined {
  const words = asciiWords(withoutNames(text));
  if (words.length === 0) return undefined;
  const telling = words.filter((word) => word.length > 3);
  const chosen = (telling.length > 0 ? telling : words).slice(0, mostWords);
  return chosen.join('-').slice(0, longestId).replace(/-+$/, '');
}

function shortLabel(text: InlineText): string {
  const plain = withoutNames(text).replace(/\s+/g, ' ').trim();
  if (plain.length <= longestLabel) return plain;
  const cut = plain.slice(0, longestLabel);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestLabel / 2)).trimEnd()}…`;
}

/** Without the portals' own values, which no section is called by. */
function withoutNames(text: InlineText): string {
  return plainText(text).replace(/\{\{[a-z][a-z0-9-]*\}\}/g, ' ');
}
