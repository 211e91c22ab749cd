/** The variables of two charters: each that differs is one change, however often its value stands in the text. */
import type { RawChange } from '../model/change.ts';
import type { CharterDocument } from '../model/charter.ts';

/** One change a variable that differs; a template has no values of its own to compare. */
export function variableChanges(a: CharterDocument, b: CharterDocument): RawChange[] {
  if (a.kind === 'template' || b.kind === 'template') return [];
  const names = [...new Set([...Object.keys(a.variables), ...Object.keys(b.variables)])].sort();
  return names.flatMap((name): RawChange[] => {
    const x = Object.hasOwn(a.variables, name) ? a.variables[name] : undefined;
    const y = Object.hasOwn(b.variables, name) ? b.variables[name] : undefined;
    if (x === y) return [];
    return [
      {
        kind: 'variable',
        address: {
          ...(x === undefined ? {} : { a: { column: name } }),
          ...(y === undefined ? {} : { b: { column: name } }),
        },
        ...(x === undefined ? {} : { a: x }),
        ...(y === undefined ? {} : { b: y }),
        sentences: [
          {
            ...(x === undefined ? {} : { a: x }),
            ...(y === undefined ? {} : { b: y }),
            words: [
              ...(x === undefined ? [] : [{ op: 'delete' as const, text: x, edit: 0 }]),
              ...(y === undefined ? [] : [{ op: 'insert' as const, text: y, edit: 0 }]),
            ],
          },
        ],
      },
    ];
  });
}
