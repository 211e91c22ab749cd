/** Reads the classes that `--only` names, in English or in French. */
import { type ChangeClass, changeClasses } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';

/** Undefined where all are wanted. */
export function readClasses(list: string | true | undefined): ReadonlySet<ChangeClass> | undefined {
  if (typeof list !== 'string') return undefined;
  const classes = list.split(',').map(readClass);
  if (classes.includes(undefined)) throw new Failure('bad-classes', 2, { values: { value: list } });
  return new Set(classes.filter((name) => name !== undefined));
}

/** One class by its name, or by the French words for it, with or without accents and « de ». */
export function readClass(word: string): ChangeClass | undefined {
  const bare = word.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/^de /, '');
  return changeClasses.find((known) => known === bare || frenchClasses[known].includes(bare));
}

const frenchClasses: Readonly<Record<ChangeClass, readonly string[]>> = {
  variable: ['propre', 'propre au portail'],
  typographic: ['forme'],
  wording: ['redactionnelle', 'redactionnel'],
  substantive: ['fond'],
};
