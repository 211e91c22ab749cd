/** Which entries of a log a reader asked for: by class, section or cookie. */
import type { Change, SectionRef } from '../model/change.ts';
import type { ChangeClass, CharterDocument, CookieTable } from '../model/charter.ts';
import type { LogEntry, VersionDiff } from '../model/log.ts';
import { plainText } from '../text/inline.ts';
import { keepChanges } from './comparison.ts';
import { createPlaceTest, isSectionNamed, placeNames, type SpokenNames } from './section-names.ts';

export interface LogFilter {
  readonly only?: ReadonlySet<ChangeClass>;
  /** An id, a label, words of a heading or a table's name; case and form do not count. */
  readonly section?: string;
  readonly spoken?: SpokenNames;
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

function narrow(comparison: VersionDiff, { only, section, cookie, spoken = {} }: LogFilter): VersionDiff {
  const { diff } = comparison;
  const stands = section === undefined ? undefined : createPlaceTest(comparison, section, spoken);
  const isThere = ({ address: { a, b } }: Change): boolean =>
    !stands || (a !== undefined && stands('a', a)) || (b !== undefined && stands('b', b));
  const wanted = (change: Change): boolean =>
    (!only || only.has(change.class)) &&
    isThere(change) &&
    (cookie === undefined || concerns(change, cookie));
  return { ...comparison, diff: keepChanges(diff, wanted) };
}

function isLeft({ diff }: VersionDiff): boolean {
  return diff.changes.length > 0;
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
  { section, cookie, spoken = {} }: LogFilter,
  sectionsOf: SectionReader,
): boolean {
  const names = (): string[] => [
    ...placeNames(document, spoken),
    ...sectionsOf(document).flatMap(({ id, label }) => [id, ...Object.values(label ?? {})]),
  ];
  const named = section === undefined || isSectionNamed(names(), section);
  return named && (cookie === undefined || document.tables.some((table) => holdsCookie(table, cookie)));
}

function holdsCookie({ columns, rows }: CookieTable, wanted: string): boolean {
  const at = columns.findIndex(({ key }) => key === 'name');
  return at >= 0 && rows.some(({ cells }) => isCookieNamed(cells[at] ?? '', wanted));
}
