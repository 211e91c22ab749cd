/** Compares two opened documents: diff, classes and places, ready for any output. */
import { classifyDiff } from '../classify/documents.ts';
import { diffDocuments } from '../diff/documents.ts';
import type { Address, Change, CharterDiff, Side } from '../model/change.ts';
import type { ChangeClass, CharterDocument, Template } from '../model/charter.ts';
import type { DiffView } from '../present/diff-view.ts';
import { createReader } from '../text/reader.ts';
import type { Loaded } from './shelves.ts';

export interface ComparisonOptions {
  readonly templates: { readonly a?: Template; readonly b?: Template };
  /** Gives every address its file and line. */
  readonly places: boolean;
}

export function compareDocuments(a: Loaded, b: Loaded, options: ComparisonOptions): DiffView {
  const reader = createReader();
  const raw = diffDocuments(a.document, b.document, { templates: options.templates, reader });
  const same = isSame(a, b);
  const comparison = same ? 'versions' : 'portals';
  const classified = classifyDiff(raw, a.document, b.document, { comparison, reader });
  const { changes } = classified;
  const diff: CharterDiff = {
    ...raw,
    ...classified,
    a: sideOf(a),
    b: sideOf(b),
    changes: options.places ? changes.map((change) => placeChange(change, a, b)) : changes,
  };
  return { diff, a: a.document, b: b.document };
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

/** Where the address may stand in the file's data, most exact first. */
function pathsOf({ block, table, rowIndex, column }: Address, document: CharterDocument): string[] {
  if (table !== undefined) {
    const at = document.tables.findIndex(({ id }) => id === table);
    const base = `/tables/${at}`;
    if (rowIndex !== undefined)
      return [
        ...(column === undefined ? [] : [`${base}/rows/${rowIndex}/${column}`]),
        `${base}/rows/${rowIndex}`,
        base,
      ];
    const index = document.tables[at]?.columns.findIndex(({ key }) => key === column) ?? -1;
    return [...(index < 0 ? [] : [`${base}/columns/${index}`]), base];
  }
  if (block !== undefined) return [`/body/${block}`];
  if (column === undefined) return [];
  return [`/variables/${column}`, `/${column}`];
}

/** Whether `--exit-code` counts it: a variable alone never does. */
export function countsAsDifference({ diff }: DiffView, only: ReadonlySet<ChangeClass> | undefined): boolean {
  return diff.changes.some((change) => change.class !== 'variable' && (only?.has(change.class) ?? true));
}
