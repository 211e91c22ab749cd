/** The JSON output of `diff`: stable English keys whatever the language; its form is in `diff.schema.json`. */
import type { Address, Change, CharterDiff, Dated, Side } from '../model/change.ts';
import type { DiffView } from './diff-view.ts';

const schemaVersion = 1;

export interface DiffJsonOptions {
  /** Changes to write out, all where absent; the summary always counts all. */
  readonly only?: ReadonlySet<Change['class']>;
}

/** One JSON document with a final newline; texts are as they are in the charters. */
export function renderDiffJson(views: readonly DiffView[], options: DiffJsonOptions = {}): string {
  const document = {
    schemaVersion,
    command: 'diff',
    diffs: views.map(({ diff }) => diffJson(diff, options)),
  };
  return `${escapeHidden(JSON.stringify(document, undefined, 2))}\n`;
}

function diffJson(diff: CharterDiff, { only }: DiffJsonOptions): object {
  const { variable, typographic, wording, substantive } = diff.summary;
  return {
    a: sideJson(diff.a),
    b: sideJson(diff.b),
    summary: { variable, typographic, wording, substantive },
    changes: diff.changes.filter((change) => !only || only.has(change.class)).map(changeJson),
    sections: diff.sections.map(({ id, label, a, b }) => ({ id, label, a, b })),
    tables: diff.tables.map(({ a, b, rowsA, rowsB, differing }) => ({ a, b, rowsA, rowsB, differing })),
    notices: diff.notices.map(({ code, values }) => ({ code, values })),
  };
}

function sideJson({ charter, revision, template, file, missing, dated }: Side): object {
  return { charter, revision, template, file, missing, dated: dated && datedJson(dated) };
}

function datedJson(dated: Dated): object {
  const { asked, by, captured, edited, unproven, told, copied, unheld, recorded, atLatest, next, removed } =
    dated;
  return { asked, by, captured, edited, unproven, told, copied, unheld, recorded, atLatest, next, removed };
}

/** Absent values are left out by the serialiser. */
export function changeJson(change: Change): object {
  const { a, b } = change.address;
  return {
    fingerprint: change.fingerprint,
    kind: change.kind,
    class: change.class,
    rule: change.rule,
    address: { a: a && addressJson(a), b: b && addressJson(b) },
    moved: change.moved,
    acrossSections: change.acrossSections,
    contexts: change.contexts && { a: change.contexts.a, b: change.contexts.b },
    a: change.a,
    b: change.b,
    edits: change.edits.map((edit) => ({ class: edit.class, rule: edit.rule, a: edit.a, b: edit.b })),
    words: change.words.map(({ op, text, edit }) => ({ op, text, edit })),
  };
}

function addressJson({ section, block, row, column, file, line }: Address): object {
  return { section, block, row, column, file, line };
}

/**
 * Writes what a terminal or the log of a build server could obey, what an eye could miss, and what could begin a tag
 * as JSON escapes: the value stays the same.
 */
export function escapeHidden(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|#(?=#)|<(?=[!/a-z])/gi,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
