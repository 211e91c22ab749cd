/** Where a difference stands: file and line on both sides, section, cookie and column. */
import { pathsOf } from '../canonical/document-paths.ts';
import type { Address, Change, CharterDiff } from '../model/change.ts';
import type { CharterDocument } from '../model/charter.ts';
import type { ReviewPlace } from '../model/review.ts';
import type { ReviewText } from './material.ts';

type Texts = { readonly [side in 'before' | 'after']?: Pick<ReviewText, 'file' | 'document' | 'lines'> };

/** `a` of the change is what `before` says; the line of what is gone is that of what stood before it. */
export function placeOfChange(change: Change, diff: CharterDiff, { before, after }: Texts): ReviewPlace {
  const { a, b } = change.address;
  const line = (b && lineOf(b, after)) ?? nearestLine(change, diff, after);
  const then = a && lineOf(a, before);
  return {
    file: (after ?? before)?.file ?? '',
    ...(line === undefined ? {} : { line }),
    ...(a && before ? { before: { file: before.file, ...(then === undefined ? {} : { line: then }) } } : {}),
    ...partsOf(change, diff, { a: before?.document, b: after?.document }),
  };
}

/** Of a difference from the template, of which only the charter has a file that matters. */
export function placeOfDrift(
  change: Change,
  text: Pick<ReviewText, 'file' | 'document' | 'lines'>,
  template: CharterDocument,
): ReviewPlace {
  const { file, document, lines } = text;
  const { b } = change.address;
  const line = (b && lineOf(b, text)) ?? lines.get('/body');
  const sections = template.kind === 'template' ? template.sections : [];
  return {
    file,
    ...(line === undefined ? {} : { line }),
    ...partsOf(change, { sections }, { a: template, b: document }),
  };
}

function lineOf(
  address: Address,
  text: Pick<ReviewText, 'document' | 'lines'> | undefined,
): number | undefined {
  if (!text?.document) return undefined;
  for (const path of pathsOf(address, text.document)) {
    const line = text.lines.get(path);
    if (line !== undefined) return line;
  }
  return undefined;
}

/** Of what is there no more: the block before it, or its table. */
function nearestLine(
  change: Change,
  { changes, steps }: CharterDiff,
  after: Texts['after'],
): number | undefined {
  const { a } = change.address;
  if (!after?.document || !a) return undefined;
  if (a.table !== undefined) return lineOf({ table: a.table }, after) ?? after.lines.get('/tables');
  let block: number | undefined;
  for (const step of steps) {
    const found = step.kind === 'change' ? changes[step.change] : undefined;
    if (found === change) break;
    block = step.kind === 'same' ? step.b : (found?.address.b?.block ?? block);
  }
  return (block === undefined ? undefined : after.lines.get(`/body/${block}`)) ?? after.lines.get('/body');
}

interface Documents {
  readonly a: CharterDocument | undefined;
  readonly b: CharterDocument | undefined;
}

function partsOf(
  { address }: Change,
  { sections }: Pick<CharterDiff, 'sections'>,
  documents: Documents,
): Omit<ReviewPlace, 'file'> {
  const at = address.b ?? address.a ?? {};
  const label = sections.find(({ id }) => id === at.section)?.label;
  return {
    ...(at.section === undefined ? {} : { section: { id: at.section, ...(label ? { label } : {}) } }),
    ...(at.table === undefined ? {} : { table: at.table }),
    ...(at.row === undefined ? {} : { cookie: at.row }),
    ...(at.column === undefined ? {} : { field: fieldOf(at.column, address, documents) }),
  };
}

function fieldOf(
  key: string,
  { a, b }: Change['address'],
  documents: Documents,
): NonNullable<ReviewPlace['field']> {
  const head = headOf(key, b?.table, documents.b) ?? headOf(key, a?.table, documents.a);
  return { key, ...(head === undefined ? {} : { head }) };
}

function headOf(
  key: string,
  table: string | undefined,
  document: CharterDocument | undefined,
): string | undefined {
  const columns = document?.tables.find(({ id }) => id === table)?.columns;
  return columns?.find((column) => column.key === key)?.head;
}
