/** Makes a charter of what was read from a capture. */
import type { Charter, Source } from '../model/charter.ts';
import type { CaptureRead } from './reading.ts';

interface CharterOptions {
  readonly id: string;
  readonly source: Source;
  /** Id of the template that the charter follows. */
  readonly template?: string;
  /** The charter that an earlier capture of the page gave: its decisions survive, and variables not read anew. */
  readonly previous?: Charter;
}

/** The reading's own texts, tables and repairs, untouched. */
export function charterFromReading(reading: CaptureRead, options: CharterOptions): Charter {
  const { id, source, template, previous } = options;
  return {
    kind: 'charter',
    id,
    language: reading.language,
    ...(template === undefined ? {} : { template }),
    variables: { ...previous?.variables, ...reading.variables },
    source,
    repairs: reading.repairs,
    ...(reading.title === undefined ? {} : { title: reading.title }),
    body: reading.body,
    tables: reading.tables,
    decisions: previous?.decisions ?? [],
  };
}
