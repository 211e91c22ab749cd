/** Makes a charter of what was read from a capture. */
import type { Charter, Decision, Source } from '../model/charter.ts';
import type { CaptureRead } from './reading.ts';

export interface CharterOptions {
  readonly id: string;
  readonly source: Source;
  /** Id of the template that the charter follows. */
  readonly template?: string;
  /** Of the charter that an earlier capture of the page gave; they survive. */
  readonly decisions?: readonly Decision[];
  /** In place of those read: what people set by hand survives too. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** The reading's own texts, tables and repairs, untouched. */
export function charterFromReading(reading: CaptureRead, options: CharterOptions): Charter {
  const { id, source, template, decisions = [], variables = reading.variables } = options;
  return {
    kind: 'charter',
    id,
    language: reading.language,
    ...(template === undefined ? {} : { template }),
    variables,
    source,
    repairs: reading.repairs,
    ...(reading.title === undefined ? {} : { title: reading.title }),
    body: reading.body,
    tables: reading.tables,
    decisions,
  };
}
