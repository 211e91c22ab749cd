/** Which entries of a log a reader asked for: by class, section or cookie. */
import type { Change, SectionRef } from '../model/change.ts';
import type { ChangeClass, CharterDocument, CookieTable } from '../model/charter.ts';
import type { LogEntry, VersionDiff } from '../model/log.ts';
import { foldKey } from '../text/fold.ts';
import { plainText } from '../text/inline.ts';
import { keepChanges } from './comparison.ts';

export interface LogFilter {
  readonly only?: ReadonlySet<ChangeClass>;
  /** An id, a label or words of a heading; case and form do not count. */
  readonly section?: string;
  /** What the text before the first section is called, in every language. */
  readonly beginnings?: readonly string[];
  /** A cookie's name; `_pk_*` for all that begin so. */
  readonly cookie?: string;
}

/** The sections of a charter, as its template names them. */
export type SectionReader = (document: CharterDocument) => readonly SectionRef[];

/** The entry with the wanted changes only; undefined where there is none. What cannot be read is never left out. */
export function filterEntry(
  entry: LogEntry,
  filter: LogFilter,
  sectionsOf: SectionReader = () => [],
): LogEntry | undefined {
  const { only, section, cookie } = filter;
  if (!only && section === undefined && cookie === undefined) return entry;
  if (entry.status === 'unreadable') return entry;
  const { comparison, document } = entry;
  if (!comparison) {
    const weighty = !only || only.has('substantive');
    return weighty && document && holds(document, filter, sectionsOf) ? entry : undefined;
  }
  const own = narrow(comparison, filter);
  const dropped = entry.dropped?.map((other) => narrow(other, filter)).filter(isLeft);
  if (!isLeft(own) && !dropped?.length) return undefined;
  const { fold, ...shown } = { ...entry, comparison: own, ...(dropped ? { dropped } : {}) };
  // Who asks for changes of form alone is not shown how many there are, but which.
  return fold === undefined || (fold === 'form' && only) ? shown : { ...shown, fold };
}

function narrow(comparison: VersionDiff, { only, section, cookie, beginnings = [] }: LogFilter): VersionDiff {
  const { diff } = comparison;
  const wanted = (change: Change): boolean =>
    (!only || only.has(change.class)) &&
    (section === undefined || standsIn(change, section, { sections: diff.sections, beginnings })) &&
    (cookie === undefined || concerns(change, cookie));
  return { ...comparison, diff: keepChanges(diff, wanted) };
}

function isLeft({ diff }: VersionDiff): boolean {
  return diff.changes.length > 0;
}

interface SectionNames {
  readonly sections: readonly SectionRef[];
  readonly beginnings: readonly string[];
}

function standsIn({ address }: Change, wanted: string, { sections, beginnings }: SectionNames): boolean {
  return [address.a, address.b].some((place) => {
    if (place?.section !== undefined) return namesSection(place.section, wanted, sections);
    const inText = place?.block !== undefined || place?.table !== undefined;
    return inText && isSectionNamed(beginnings, wanted);
  });
}

function namesSection(id: string, wanted: string, sections: readonly SectionRef[]): boolean {
  const label = sections.find((ref) => ref.id === id)?.label ?? {};
  return isSectionNamed([id, ...Object.values(label)], wanted);
}

/** Whether one of a section's names is the wanted one or holds it. */
export function isSectionNamed(names: readonly string[], wanted: string): boolean {
  const key = foldKey(wanted);
  return key !== '' && names.some((name) => name === wanted || foldKey(plainText(name)).includes(key));
}

function concerns({ address, kind }: Change, wanted: string): boolean {
  if (kind.startsWith('column')) return false;
  return [address.a?.row, address.b?.row].some(
    (name) => name !== undefined && isCookieNamed(name.replace(/#\d+$/, ''), wanted),
  );
}

/** Whether the cell with the names of a row's cookies holds the wanted one; patterns count on either side. */
export function isCookieNamed(cell: string, wanted: string): boolean {
  if (cell === wanted) return true;
  return plainText(cell)
    .split(/[\s,;/|·]+/)
    .some((name) => name !== '' && (agree(name, wanted) || agree(wanted, name)));
}

/** `pattern` may end in `*`. */
function agree(pattern: string, name: string): boolean {
  if (!pattern.endsWith('*')) return pattern === name;
  return pattern.length > 1 && name.startsWith(pattern.slice(0, -1));
}

function holds(
  document: CharterDocument,
  { section, cookie, beginnings = [] }: LogFilter,
  sectionsOf: SectionReader,
): boolean {
  const names = (): string[] => [
    ...(document.body[0]?.role === 'heading' ? [] : beginnings),
    ...headingsOf(document),
    ...sectionsOf(document).flatMap(({ id, label }) => [id, ...Object.values(label ?? {})]),
  ];
  const named = section === undefined || isSectionNamed(names(), section);
  return named && (cookie === undefined || document.tables.some((table) => holdsCookie(table, cookie)));
}

function headingsOf({ body }: CharterDocument): string[] {
  return body.flatMap((block) => (block.role === 'heading' ? [block.text] : []));
}

function holdsCookie({ columns, rows }: CookieTable, wanted: string): boolean {
  const at = columns.findIndex(({ key }) => key === 'name');
  return at >= 0 && rows.some(({ cells }) => isCookieNamed(cells[at] ?? '', wanted));
}
