/** Puts into words what a template built from charters rests on. */
import type { Inferred } from '../drift/infer.ts';
import type { Note } from '../drift/infer-notes.ts';
import { type NoteGroup, noteGroups, type TemplateTexts, templateMessages } from '../messages/template.ts';
import { assertNever } from '../model/assert.ts';
import type { InlineText } from '../model/charter.ts';
import { plainText } from '../text/inline.ts';
import { sanitise } from '../text/sanitise.ts';
import type { Context } from './context.ts';

interface ReportOptions {
  readonly context: Context;
  /** Where it was written, or would be; absent where it was not to be written. */
  readonly file?: string;
}

/** Of a longer list the first are told, but for `--all`. */
const mostLines = 20;
const mostNames = 6;
const longestExcerpt = 60;

export function renderInferred(inferred: Inferred, { context, file }: ReportOptions): string {
  const texts = templateMessages[context.language];
  const { template } = inferred;
  const lines = [
    ...(file === undefined ? [] : [headline(file, context, texts)]),
    texts.built(inferred.portals.length, namesOf([...inferred.portals].sort(), context, texts)),
    texts.counts({
      portals: inferred.portals.length,
      blocks: template.body.length,
      sections: template.sections.length,
      tables: template.tables.length,
      rows: template.tables.reduce((sum, { rows }) => sum + rows.length, 0),
      variants: template.body.reduce((sum, { variants }) => sum + (variants?.length ?? 0), 0),
      variables: template.variables,
    }),
  ];
  const groups = groupLines(inferred, context, texts);
  let folded = false;
  for (const group of noteGroups) {
    const own = groups.get(group);
    if (!own) continue;
    const shown = context.options.all === true ? own : own.slice(0, mostLines);
    folded ||= shown.length < own.length;
    lines.push('', `${texts.headings[group]} (${own.length})`, ...shown.map((line) => `  ${line}`));
    if (shown.length < own.length) lines.push(`  ${texts.more(own.length - shown.length)}`);
  }
  if (groups.size === 0 && inferred.portals.length > 1) lines.push(texts.unanimous);
  if (folded) lines.push('', texts.foldedMore);
  if (file !== undefined && context.options['dry-run'] !== true)
    lines.push('', texts.next(template.id, commandNames(inferred)));
  return sanitise(`${lines.join('\n')}\n`, { keepLines: true });
}

/** None where they are too many to type. */
function commandNames({ portals }: Inferred): string {
  return portals.length > mostNames ? '' : [...portals].sort().join(' ');
}

function headline(file: string, { options }: Context, texts: TemplateTexts): string {
  return options['dry-run'] === true ? texts.wouldWrite(file) : texts.written(file);
}

function groupLines(
  inferred: Inferred,
  context: Context,
  texts: TemplateTexts,
): Map<NoteGroup, readonly string[]> {
  const groups = new Map<NoteGroup, string[]>();
  const add = (group: NoteGroup, line: string): void => {
    groups.set(group, [...(groups.get(group) ?? []), line]);
  };
  const naming = (portals: readonly number[]): string =>
    namesOf(portals.map((portal) => inferred.portals[portal] ?? '').sort(), context, texts);
  for (const note of inferred.notes) add(groupOf(note), noteLine(note, { inferred, naming, texts }));
  for (const line of valueLines(inferred, naming, texts)) add('values', line);
  return groups;
}

function groupOf({ kind }: Note): NoteGroup {
  switch (kind) {
    case 'tie':
    case 'tie-kept':
      return 'tie';
    case 'majority':
    case 'not-all':
      return 'majority';
    case 'other-meaning':
      return 'meaning';
    case 'variant':
    case 'left-out':
      return kind;
    default:
      return assertNever(kind);
  }
}

interface Telling {
  readonly inferred: Inferred;
  readonly naming: (portals: readonly number[]) => string;
  readonly texts: TemplateTexts;
}

function noteLine(note: Note, { inferred, naming, texts }: Telling): string {
  const { kind, what, text, row = '', column = '', portals, others } = note;
  const place = texts.place({
    what,
    text: excerpt(text),
    row: plainText(row),
    column: excerpt(column),
  });
  return `${place} · ${tail()}`;

  function tail(): string {
    switch (kind) {
      case 'tie':
        return texts.tied(inferred.portals[portals[0] ?? 0] ?? '', naming(others));
      case 'tie-kept':
        return texts.tieKept(naming(others));
      case 'majority':
      case 'not-all':
        return texts.share({
          own: portals.length,
          of: portals.length + others.length,
          others: naming(others),
        });
      default:
        return naming(portals);
    }
  }
}

/** Values that were found in the texts and that the charters do not name yet are told; so is who has none. */
function valueLines(
  { values, portals, found }: Inferred,
  naming: Telling['naming'],
  texts: TemplateTexts,
): string[] {
  return [...values].flatMap(([name, own]) => {
    const without = portals.flatMap((_, portal) => (own.has(portal) ? [] : [portal]));
    return [
      ...[...(found.get(name) ?? [])]
        .map(([portal, value]) => texts.value(name, portals[portal] ?? '', value))
        .sort(),
      ...(without.length > 0 ? [texts.lacksVariable(name, naming(without))] : []),
    ];
  });
}

function excerpt(text: InlineText): string {
  const plain = plainText(text).replace(/\s+/g, ' ').trim();
  if (plain.length <= longestExcerpt) return plain;
  const cut = plain.slice(0, longestExcerpt);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestExcerpt / 2)).trimEnd()}…`;
}

function namesOf(names: readonly string[], { options }: Context, texts: TemplateTexts): string {
  if (options.all === true || names.length <= mostNames + 1) return names.join(', ');
  return texts.namesMore(names.slice(0, mostNames).join(', '), names.length - mostNames);
}
