/** Names a difference for what it is where the text writes the charter's own value otherwise, or has another one. */
import { cut, type PlacedValue, patternOf, valuesAt } from '../capture/value-places.ts';
import type { Change, SideValue } from '../model/change.ts';
import type { Charter } from '../model/charter.ts';
import { foldKey, typographicallyEqual } from '../text/fold.ts';
import { plainText } from '../text/inline.ts';
import { splitSentences } from '../text/sentences.ts';

/** The change itself where it is about no value. Addresses have a rule of their own. */
export function withOwnValues(change: Change, variables: Charter['variables']): Change {
  const [a, b] = [textOf(change.a), textOf(change.b)];
  if (!a.includes('{{') || b === '') return change;
  return (
    sameBut(change, { a: filled(a, variables), b: filled(b, variables) }) ??
    contradicted(change, { a, b }, variables)
  );
}

interface Texts {
  readonly a: string;
  readonly b: string;
}

/** Where only the form of the value differs, such as its capitals. */
function sameBut(change: Change, { a, b }: Texts): Change | undefined {
  if (change.class === 'typographic' || change.kind === 'variable' || !typographicallyEqual(a, b))
    return undefined;
  const rule = a.toLowerCase() === b.toLowerCase() ? 'letter-case' : 'spelling-form';
  const verdict = { class: 'typographic', rule } as const;
  return { ...change, ...verdict, edits: change.edits.map((edit) => ({ ...edit, ...verdict })) };
}

function filled(text: string, variables: Charter['variables']): string {
  return text.replace(/\{\{([a-z][a-z0-9-]{0,62})\}\}/g, (sign, name: string) =>
    name !== 'url' && Object.hasOwn(variables, name) ? (variables[name] ?? sign) : sign,
  );
}

/** Where the text says another value than the charter gives as its own, or one that the charter does not give. */
function contradicted(change: Change, { a, b }: Texts, variables: Charter['variables']): Change {
  const values = saidValues({ a, b })
    .filter(({ name, value }) => name !== 'url' && !value.includes('{{'))
    .flatMap(({ name, value }) => {
      const rule = ruleOf(value, givenValue(variables, name));
      return rule === undefined ? [] : [{ sign: `{{${name}}}`, rule }];
    });
  const worst = values.find(({ rule }) => rule === 'variable-contradicted') ?? values[0];
  if (!worst) return change;
  const edits = change.edits.map((edit) => {
    const found = values.find(({ sign }) => edit.a?.includes(sign));
    return found ? { ...edit, class: 'substantive' as const, rule: found.rule } : edit;
  });
  return { ...change, class: 'substantive', rule: worst.rule, edits };
}

/** What the text says in the places of variables: where one is all that the template says there, all of it. */
function saidValues({ a, b }: Texts): readonly PlacedValue[] {
  const [, only] = /^\{\{([a-z][a-z0-9-]{0,62})\}\}$/.exec(a.trim()) ?? [];
  if (only !== undefined) return [{ name: only, value: plainText(b) }];
  const said = splitSentences(b).map(cut);
  return splitSentences(a).flatMap((sentence) => {
    const pattern = sentence.includes('{{') ? patternOf(sentence) : undefined;
    return pattern ? said.flatMap((own) => valuesAt(pattern, own)) : [];
  });
}

function ruleOf(
  said: string,
  own: string | undefined,
): 'variable-contradicted' | 'variable-missing' | undefined {
  if (own === undefined) return 'variable-missing';
  return foldKey(own) === foldKey(said) ? undefined : 'variable-contradicted';
}

function textOf(side: SideValue | undefined): string {
  if (typeof side === 'string') return side;
  return Array.isArray(side) ? side.join(' ') : '';
}

function givenValue(variables: Charter['variables'], name: string): string | undefined {
  const own = Object.hasOwn(variables, name) ? variables[name] : undefined;
  return own?.trim() === '' ? undefined : own;
}
