/** Reads the argument forms that name a charter: `PORTAL`, `PORTAL@REV`, `template:NAME[@REV]`, or a path. */
import { idPattern } from '../canonical/patterns.ts';
import { Failure } from '../model/failure.ts';
import { asciiWords } from '../text/ascii-words.ts';

export interface NamedForm {
  readonly kind: 'charter' | 'template';
  readonly id: string;
  /** What stands after the @: a git revision, or a day. */
  readonly revision?: string;
}

export type Form = NamedForm | { readonly kind: 'file'; readonly path: string };

/** Two revisions, and the charter compared between them; without one, all are. */
export interface RangeForm {
  readonly named?: NamedForm;
  readonly from: string;
  readonly to: string;
  /** `A...B`: from where the histories of both part. */
  readonly symmetric: boolean;
}

const templatePrefix = 'template:';

export function isPortalId(text: string): boolean {
  return idPattern.test(text);
}

const longestId = 63;

/** An id made of the name of a file, without its ending. */
export function portalIdOf(file: string): string {
  const name = asciiWords(file.replace(/\.[a-z]{1,8}$/i, ''))
    .join('-')
    .slice(0, longestId)
    .replace(/-$/, '');
  return name === '' ? 'charter' : name;
}

/** An id never holds a dot or a slash, so that `x.yaml` and `./x` can only be paths. */
export function parseForm(argument: string): Form {
  if (argument.startsWith(templatePrefix)) return parseNamed('template', argument, templatePrefix.length);
  const at = argument.indexOf('@');
  const name = at < 0 ? argument : argument.slice(0, at);
  if (/[./\\]/.test(name) || name === '~') return { kind: 'file', path: argument };
  return parseNamed('charter', argument, 0);
}

function parseNamed(kind: 'charter' | 'template', argument: string, from: number): Form {
  const at = argument.indexOf('@', from);
  if (at === from || argument.length === from)
    throw new Failure('empty-name', 2, { values: { argument, kind } });
  if (at < 0) return { kind, id: argument.slice(from) };
  const revision = argument.slice(at + 1);
  if (revision === '') throw new Failure('bad-revision', 2, { values: { revision, argument } });
  return { kind, id: argument.slice(from, at), revision };
}

/** `A..B` or `A...B` for all charters, `PORTAL@A..B` for one; an end left out is HEAD, as git has it. */
export function parseRange(argument: string): RangeForm | undefined {
  const match =
    /^(?:((?:template:)?[a-z0-9][a-z0-9-]{0,62})@(?!\{))?([^./\\][^\s]*?|)(\.{2,3})([^./\\][^\s]*|)$/.exec(
      argument,
    );
  if (!match || (match[2] === '' && match[4] === '')) return undefined;
  const [, name, from, dots, to] = match;
  const form = name === undefined ? undefined : parseForm(name);
  return {
    ...(form === undefined || form.kind === 'file' ? {} : { named: form }),
    from: from || 'HEAD',
    to: to || 'HEAD',
    symmetric: dots === '...',
  };
}

/** `YYYY-MM-DD`, whether or not the calendar has such a day. */
export function looksLikeDay(revision: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(revision);
}

/** A day, or what git alone would take: a place before a commit, a commit's id. */
export function looksLikeVersion(text: string): boolean {
  return looksLikeDay(text) || /^(?:HEAD|@)$|[~^]|@\{|^[0-9a-f]{7,40}$/.test(text);
}
