/** Puts in the template, block by block, the approved wording that a charter uses or comes nearest to. */
import { diffDocuments } from '../diff/documents.ts';
import { passagesOf } from '../diff/passages.ts';
import { withoutVariables } from '../diff/variables.ts';
import type { RawChange } from '../model/change.ts';
import type { Block, Charter, InlineText, Template } from '../model/charter.ts';
import type { VariantUse } from '../model/drift.ts';
import { typographicallyEqual } from '../text/fold.ts';
import type { TextReader } from '../text/reader.ts';

export interface UsedTemplate {
  /** As the charter says it; the template itself where it uses none of the variants. */
  readonly template: Template;
  readonly variants: readonly VariantUse[];
}

/** A block that has variants. */
interface Open {
  readonly block: number;
  /** The template's own wording, then its variants. */
  readonly wordings: readonly InlineText[];
  /** The same, with every variable written in one way. */
  readonly plain: readonly string[];
}

interface Choice {
  /** Index into the wordings. */
  readonly wording: number;
  readonly exact: boolean;
}

/** By block. */
type Choices = Map<number, Choice>;

/** Below this share of common words nothing is another wording of a block. */
const likeEnough = 0.4;

/** The template's own wording goes first, then one that stands in the charter, then the nearest to what does. */
export function templateAsUsed(template: Template, charter: Charter, reader: TextReader): UsedTemplate {
  const open = openBlocks(template);
  if (open.length === 0) return { template, variants: [] };
  const choices = choosePresent(template, open, { charter, reader });
  const undecided = open.filter(({ block }) => !choices.has(block));
  if (undecided.length > 0) {
    const used = withChoices(template, open, choices);
    const { changes } = diffDocuments(used, charter, { templates: { b: used }, reader });
    for (const one of undecided) {
      const choice = chooseNearest(one, changes, reader);
      if (choice) choices.set(one.block, choice);
    }
  }
  return {
    template: withChoices(template, open, choices),
    variants: [...choices]
      .filter(([, { wording }]) => wording > 0)
      .map(([block, { wording, exact }]): VariantUse => ({ block, variant: wording - 1, exact }))
      .sort((one, other) => one.block - other.block),
  };
}

function openBlocks(template: Template): Open[] {
  return template.body.flatMap((block, index): Open[] => {
    if (block.role === 'table' || !block.variants || block.variants.length === 0) return [];
    const wordings = [block.text, ...block.variants];
    const body = wordings.map((text): Block => ({ role: 'paragraph', text }));
    const plain = passagesOf(withoutVariables({ ...template, body, tables: [] })).map(({ text }) => text);
    return [{ block: index, wordings, plain }];
  });
}

function withChoices(template: Template, open: readonly Open[], choices: Choices): Template {
  const texts = new Map(
    open.map(({ block, wordings }) => [block, wordings[choices.get(block)?.wording ?? 0] ?? '']),
  );
  const body = template.body.map((block, index): Block => {
    const text = texts.get(index);
    return text === undefined || block.role === 'table' || block.text === text ? block : { ...block, text };
  });
  return { ...template, body };
}

/** Each passage of the charter is the wording of one block at most. */
function choosePresent(
  template: Template,
  open: readonly Open[],
  { charter, reader }: { readonly charter: Charter; readonly reader: TextReader },
): Choices {
  const left = new Map<string, number>();
  for (const { text } of passagesOf(withoutVariables(charter)))
    left.set(reader.key(text), (left.get(reader.key(text)) ?? 0) + 1);
  function take(text: string): boolean {
    const key = reader.key(text);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0;
  }
  const choices: Choices = new Map();
  const withVariants = new Set(open.map(({ block }) => block));
  for (const { block, text } of passagesOf(withoutVariables(template)))
    if (take(text) && withVariants.has(block)) choices.set(block, { wording: 0, exact: true });
  for (const { block, plain } of open) {
    if (choices.has(block)) continue;
    const wording = plain.findIndex(take);
    if (wording >= 0) choices.set(block, { wording, exact: true });
  }
  return choices;
}

/** Undefined where the template's own wording is as near as any. */
function chooseNearest(open: Open, changes: readonly RawChange[], reader: TextReader): Choice | undefined {
  const change = changes.find((one) => covers(one, open.block));
  if (!change) return undefined;
  const own = textsOf(change.a);
  const at = open.block - (change.address.a?.block ?? 0);
  const texts = open.plain.map((wording) => own.with(at, wording).join(' '));
  if (change.b !== undefined) return nearestOf(texts, [textsOf(change.b).join(' ')], reader);
  const added = changes.flatMap(({ kind, b }) => (kind === 'block-added' ? [textsOf(b).join(' ')] : []));
  return nearestOf(texts, added, reader);
}

/** Whether the change is about that block of the template, alone or with its neighbours. */
function covers({ kind, address, a }: RawChange, block: number): boolean {
  const first = address.a?.block;
  return (
    kind.startsWith('block-') && first !== undefined && first <= block && block < first + textsOf(a).length
  );
}

function textsOf(value: RawChange['a']): readonly string[] {
  return Array.isArray(value) ? value : [];
}

function nearestOf(
  wordings: readonly string[],
  said: readonly string[],
  reader: TextReader,
): Choice | undefined {
  let best: { readonly wording: number; readonly text: string; readonly likeness: number } | undefined;
  for (const [wording, own] of wordings.entries()) {
    for (const text of said) {
      const likeness = commonShare(reader.words(own), reader.words(text));
      if (likeness >= likeEnough && likeness > (best?.likeness ?? 0)) best = { wording, text, likeness };
    }
  }
  if (!best || best.wording === 0) return undefined;
  return { wording: best.wording, exact: typographicallyEqual(wordings[best.wording] ?? '', best.text) };
}

/** Of two ascending lists, the share of what stands in both. */
function commonShare(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  for (let x = 0, y = 0; x < a.length && y < b.length; ) {
    const [one = 0, other = 0] = [a[x], b[y]];
    if (one === other) common += 1;
    if (one <= other) x += 1;
    if (other <= one) y += 1;
  }
  return a.length + b.length === 0 ? 1 : (2 * common) / (a.length + b.length);
}
