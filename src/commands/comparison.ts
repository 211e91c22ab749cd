/** Compares two opened documents: diff, classes and places, ready for any output. */
import { pathsOf } from '../canonical/document-paths.ts';
import { classifyDiff } from '../classify/documents.ts';
import { diffDocuments } from '../diff/documents.ts';
import { templateAsUsed } from '../drift/variants.ts';
import type { Address, Change, CharterDiff, Notice, Side } from '../model/change.ts';
import type { ChangeClass, Charter, CharterDocument, Template } from '../model/charter.ts';
import type { DiffView } from '../present/diff-view.ts';
import { plainText } from '../text/inline.ts';
import { createReader, type TextReader } from '../text/reader.ts';
import { truncate } from '../text/width.ts';
import type { Loaded } from './shelves.ts';

export interface ComparisonOptions {
  readonly templates: { readonly a?: Template; readonly b?: Template };
  /** Gives every address its file and line. */
  readonly places: boolean;
}

/** A charter is held against a template as `drift` does it, so that the references are the same. */
export function compareDocuments(a: Loaded, b: Loaded, options: ComparisonOptions): DiffView {
  const reader = createReader();
  const held = againstTemplate(a.document, b.document, reader);
  const raw = diffDocuments(held.a, held.b, {
    templates: { ...options.templates, ...held.templates },
    reader,
  });
  const comparison = isSame(a, b) ? 'versions' : 'portals';
  const classified = classifyDiff(raw, held.a, held.b, { comparison, reader });
  const { changes } = classified;
  const diff: CharterDiff = {
    ...raw,
    ...classified,
    notices: [...held.notices, ...classified.notices],
    a: sideOf(a),
    b: sideOf(b),
    changes: options.places ? changes.map((change) => placeChange(change, a, b)) : changes,
  };
  return { diff, a: held.a, b: held.b };
}

interface Held {
  readonly a: CharterDocument;
  readonly b: CharterDocument;
  readonly templates: ComparisonOptions['templates'];
  readonly notices: readonly Notice[];
}

/** Of a template and a charter, the first gives the sections, and says what it approves as the second says it. */
function againstTemplate(a: CharterDocument, b: CharterDocument, reader: TextReader): Held {
  if (a.kind === 'template' && b.kind === 'charter') {
    const { template, notices } = usedBy(b, a, reader);
    return { a: template, b, templates: { b: template }, notices };
  }
  if (a.kind === 'charter' && b.kind === 'template') {
    const { template, notices } = usedBy(a, b, reader);
    return { a, b: template, templates: { a: template }, notices };
  }
  return { a, b, templates: {}, notices: [] };
}

/** Characters of an approved wording by which it is told. */
const excerptLength = 60;

function usedBy(
  charter: Charter,
  of: Template,
  reader: TextReader,
): { readonly template: Template; readonly notices: readonly Notice[] } {
  const { template, variants } = templateAsUsed(of, charter, reader);
  const notices = variants.map(({ block, variant, exact }): Notice => {
    const text = plainText(of.body[block]?.variants?.[variant] ?? '');
    return { code: exact ? 'variant-used' : 'variant-near', values: { text: truncate(text, excerptLength) } };
  });
  return { template, notices };
}

/** Two versions of one charter, whatever it was called. */
function isSame(a: Loaded, b: Loaded): boolean {
  const [one, other] = [a.asked ?? a.document.id, b.asked ?? b.document.id];
  return a.document.kind === b.document.kind && (a.document.id === b.document.id || one === other);
}

function sideOf({ document, file, revision, missing, dated }: Loaded): Side {
  const template = document.kind === 'template' ? document.id : document.template;
  return {
    charter: document.kind === 'template' ? `template:${document.id}` : document.id,
    ...(revision === undefined ? {} : { revision }),
    ...(template === undefined ? {} : { template }),
    file,
    ...(missing ? { missing } : {}),
    ...(dated ? { dated } : {}),
  };
}

function placeChange(change: Change, a: Loaded, b: Loaded): Change {
  const { address } = change;
  return {
    ...change,
    address: {
      ...(address.a ? { a: placeAddress(address.a, a) } : {}),
      ...(address.b ? { b: placeAddress(address.b, b) } : {}),
    },
  };
}

function placeAddress(address: Address, { document, lines, file }: Loaded): Address {
  const line = pathsOf(address, document)
    .map((path) => lines.get(path))
    .find((found) => found !== undefined);
  return { ...address, file, ...(line === undefined ? {} : { line }) };
}

/** Whether `--exit-code` counts it: a variable alone never does. */
export function countsAsDifference({ diff }: DiffView, only: ReadonlySet<ChangeClass> | undefined): boolean {
  return diff.changes.some((change) => change.class !== 'variable' && (only?.has(change.class) ?? true));
}
