/** The pieces of a charter that are blamed: title, text blocks, rows, cells, column heads and variables. */
import type { CharterDocument } from '../model/charter.ts';
import type { BlamedUnit } from '../model/log.ts';
import type { Origin } from './blame.ts';
import { rangeOf, type Spot } from './places.ts';
import { headKey, type Print, titleBlock, variableKey } from './prints.ts';

export interface Piece extends Pick<BlamedUnit, 'kind' | 'text' | 'block' | 'table' | 'row' | 'column'> {
  readonly spot: Spot;
}

/** In reading order: variables, title, body, then for each table its heads and its rows, each before its cells. */
export function piecesOf(document: CharterDocument, print: Print): Piece[] {
  return [...variablePieces(document), ...textPieces(document, print), ...tablePieces(document)];
}

function variablePieces(document: CharterDocument): Piece[] {
  if (document.kind === 'template') return [];
  return Object.entries(document.variables).map(([name, text]) => ({
    kind: 'variable',
    text,
    column: name,
    spot: { kind: 'field', key: variableKey(name) },
  }));
}

function textPieces(document: CharterDocument, print: Print): Piece[] {
  return print.texts.flatMap(([start, at], index): Piece[] => {
    const block = document.body[at];
    const [, end] = rangeOf(print, index);
    const spot: Spot = { kind: 'text', start, length: end - start };
    if (end === start) return [];
    if (at === titleBlock) return [{ kind: 'title', text: document.title ?? '', spot }];
    if (!block || block.role === 'table') return [];
    return [{ kind: block.role, text: block.text, block: at, spot }];
  });
}

function tablePieces({ tables }: CharterDocument): Piece[] {
  return tables.flatMap(({ id, columns, rows }, table) => {
    const heads = columns.flatMap(({ key, head }): Piece[] =>
      head === undefined || head === ''
        ? []
        : [
            {
              kind: 'head',
              text: head,
              table: id,
              column: key,
              spot: { kind: 'field', key: headKey(id, key) },
            },
          ],
    );
    const nameAt = Math.max(
      0,
      columns.findIndex(({ key }) => key === 'name'),
    );
    const body = rows.flatMap(({ cells }, row): Piece[] => [
      { kind: 'row', text: cells[nameAt] ?? '', table: id, row, spot: { kind: 'row', table, row } },
      ...columns.flatMap(({ key: column }, at): Piece[] => {
        const text = cells[at] ?? '';
        const spot: Spot = { kind: 'cell', table, row, column };
        return text === '' ? [] : [{ kind: 'cell', text, table: id, row, column, spot }];
      }),
    ]);
    return [...heads, ...body];
  });
}

/** The pieces with where they came from; `charter` and `file` are what it is called now. */
export function blamedUnits(
  pieces: readonly Piece[],
  origins: readonly Origin[],
  now: { readonly charter: string; readonly file: string },
): BlamedUnit[] {
  return pieces.map(({ spot: _spot, ...piece }, index) => {
    const { state, version, charter } = origins[index] ?? { state: 'uncommitted' };
    const former = {
      ...(charter === undefined || charter === now.charter ? {} : { charter }),
      ...(version === undefined || version.file === now.file ? {} : { file: version.file }),
    };
    return {
      ...piece,
      state,
      ...(version ? { commit: version.commit } : {}),
      ...(Object.keys(former).length > 0 ? { former } : {}),
    };
  });
}

/** The path in the file's data of a piece, by which its line is found. */
export function pathOf(
  { kind, block, table, row, column }: Pick<BlamedUnit, 'kind' | 'block' | 'table' | 'row' | 'column'>,
  { tables }: CharterDocument,
): string {
  const at = tables.findIndex(({ id }) => id === table);
  switch (kind) {
    case 'title':
      return '/title';
    case 'variable':
      return `/variables/${column}`;
    case 'head':
      return `/tables/${at}/columns/${tables[at]?.columns.findIndex(({ key }) => key === column)}`;
    case 'row':
      return `/tables/${at}/rows/${row}`;
    case 'cell':
      return `/tables/${at}/rows/${row}/${column}`;
    default:
      return `/body/${block}`;
  }
}
