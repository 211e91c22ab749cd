/** The sign of a change: what came or went whole is added or removed, whatever its kind. */
import type { Change } from '../../model/change.ts';
import { signOf } from '../../present/diff-change.ts';
import type { Sign } from '../../present/layout.ts';

export function signOfChange(change: Change): Sign {
  if (change.kind === 'field' || change.kind === 'variable') {
    if (change.a === undefined) return 'added';
    if (change.b === undefined) return 'removed';
  }
  return signOf[change.kind];
}
