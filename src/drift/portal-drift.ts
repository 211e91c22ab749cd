/** One charter against its template, in full: every difference, and what was decided about it. */
import { classifyDiff } from '../classify/documents.ts';
import { createSentenceReader, type SentenceReader } from '../classify/sentence-reader.ts';
import { diffDocuments } from '../diff/documents.ts';
import type { Change } from '../model/change.ts';
import type { Charter, Day, Decision, Template } from '../model/charter.ts';
import type { Comparison, Difference, Finding, PortalDrift } from '../model/drift.ts';
import { createReader, type TextReader } from '../text/reader.ts';
import { alikeFingerprint, repeatedAlike, withReferences } from './alike.ts';
import { columnFinder, documentColumn } from './columns.ts';
import { type Decidable, decide, type Ruling, type Rulings } from './decisions.ts';
import { withOwnValues } from './own-values.ts';
import { type Ground, reopen } from './reopened.ts';
import { type AddressBook, variableFindings } from './variables.ts';
import { templateAsUsed } from './variants.ts';

export interface DriftOptions {
  /** In the repository's time zone: decisions end by it. */
  readonly today: Day;
  /** Which portal each address belongs to: one that names another's as its own is told so. */
  readonly addresses?: AddressBook;
  /** Shared by portals that say much the same. */
  readonly reader?: TextReader;
}

/** A charter that says what the template says, or one of its variants, has no finding above typographic. */
export function driftOf(charter: Charter, template: Template, options: DriftOptions): PortalDrift {
  const reader = options.reader ?? createReader();
  const comparison = compareWithTemplate(charter, template, reader);
  const drift = settleDrift(charter, { template, comparison }, { ...options, reader });
  return { ...drift, findings: withReferences(drift.findings, repeatedAlike(drift.findings)) };
}

/** What differs, whatever was decided about it, whichever the day, whatever other portals say. */
export function compareWithTemplate(charter: Charter, template: Template, reader: TextReader): Comparison {
  const used = templateAsUsed(template, charter, reader);
  const raw = diffDocuments(used.template, charter, { templates: { b: used.template }, reader });
  const { changes, notices } = classifyDiff(raw, used.template, charter, {
    comparison: 'portals',
    reader,
    ...(reader.shared ? { sentences: sentencesOf(reader) } : {}),
  });
  const columnOf = columnFinder(template, raw.tables);
  return {
    differences: changes.map((change) =>
      differenceOf(withOwnValues(change, charter.variables), columnOf(change), reader),
    ),
    variants: used.variants,
    notices,
  };
}

/** Those of the template are met again and again; of the portals' own few are. */
const mostSentences = 256;
/** Of the comparisons that share a reader. */
const sentenceReaders = new WeakMap<TextReader, SentenceReader>();

function sentencesOf(reader: TextReader): SentenceReader {
  const sentences = sentenceReaders.get(reader) ?? createSentenceReader(mostSentences);
  sentenceReaders.set(reader, sentences);
  return sentences;
}

/** Portals that differ alike share their changes. */
const differences = new WeakMap<Change, Difference>();

function differenceOf(change: Change, column: string, reader: TextReader): Difference {
  const known = differences.get(change);
  if (known?.column === column) return known;
  const alike = alikeFingerprint(change, reader);
  const difference = { change, column, ...(alike === undefined ? {} : { alike }) };
  differences.set(change, difference);
  return difference;
}

/**
 * The drift of a charter that was compared; of the charter itself no text is needed any more. Each reference is a whole
 * fingerprint: how many digits of it are enough only who sees all findings knows.
 */
export function settleDrift(
  charter: Charter,
  { template, comparison }: { readonly template: Template; readonly comparison: Comparison },
  options: DriftOptions & { readonly reader: TextReader },
): PortalDrift {
  const { reader, addresses, today } = options;
  const own = variableFindings(charter, template, { addresses, variants: comparison.variants, reader });
  const found = [
    ...own.map((change) => differenceOf(change, documentColumn.id, reader)),
    ...comparison.differences,
  ];
  // Most portals among very many have no decision.
  const { rulings, stale } =
    charter.decisions.length === 0
      ? undecided
      : rulingsOn(found, charter.decisions, { template, reader, today });
  return {
    portal: charter.id,
    template: template.id,
    findings: found.map((difference, index) => findingOf(charter.id, difference, rulings[index])),
    stale: stale.map((one) => ({ portal: charter.id, ...one })),
    variants: comparison.variants,
    notices: comparison.notices,
  };
}

const undecided: Rulings = { rulings: [], stale: [] };

function rulingsOn(
  found: readonly Difference[],
  decisions: readonly Decision[],
  { today, ...ground }: Ground & { readonly today: Day },
): Rulings {
  const changes = found.map(({ change }) => change);
  return reopen(changes, decide(found.map(decidable), decisions, today), ground);
}

/** Written out: to gather it from its parts takes several times as long, and there are very many. */
function findingOf(portal: string, { change, column, alike }: Difference, ruling?: Ruling): Finding {
  const reference = change.fingerprint;
  if (ruling)
    return { portal, change, column, ...(alike === undefined ? {} : { alike }), reference, ...ruling };
  if (alike === undefined) return { portal, change, column, reference, state: 'unexplained' };
  return { portal, change, column, alike, reference, state: 'unexplained' };
}

function decidable({ change: { fingerprint, class: level, address }, alike }: Difference): Decidable {
  return { fingerprint, class: level, address, ...(alike === undefined ? {} : { alike }) };
}
