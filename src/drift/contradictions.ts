/** Names a difference for what it is where the text has another value than the one that the charter says is its own. */
import { cut, patternOf, valuesAt } from '../capture/value-places.ts';
import type { Change, SideValue } from '../model/change.ts';
import type { Charter } from '../model/charter.ts';
import { foldKey } from '../text/fold.ts';
import { splitSentences } from '../text/sentences.ts';

/** The change itself where nothing is contradicted. Addresses have a rule of their own. */
export function withContradiction(change: Change, variables: Charter['variables']): Change {
  const [a, b] = [textOf(change.a), textOf(change.b)];
  if (!a.includes('{{') || b === '') return change;
  const said = splitSentences(b).map(cut);
  const names = splitSentences(a).flatMap((sentence) => {
    const pattern = sentence.includes('{{') ? patternOf(sentence) : undefined;
    if (!pattern) return [];
    return said
      .flatMap((own) => valuesAt(pattern, own))
      .filter(({ name, value }) => name !== 'url' && isOther(value, name, variables))
      .map(({ name }) => name);
  });
  if (names.length === 0) return change;
  const signs = names.map((name) => `{{${name}}}`);
  const verdict = { class: 'substantive', rule: 'variable-contradicted' } as const;
  const edits = change.edits.map((edit) =>
    signs.some((sign) => edit.a?.includes(sign)) ? { ...edit, ...verdict } : edit,
  );
  return { ...change, ...verdict, edits };
}

function textOf(side: SideValue | undefined): string {
  if (typeof side === 'string') return side;
  return Array.isArray(side) ? side.join(' ') : '';
}

function isOther(value: string, name: string, variables: Charter['variables']): boolean {
  const own = Object.hasOwn(variables, name) ? variables[name] : undefined;
  return own !== undefined && own.trim() !== '' && !value.includes('{{') && foldKey(own) !== foldKey(value);
}
