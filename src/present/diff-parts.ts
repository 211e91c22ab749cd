/** What the parts of the text output share: the reader's options, resolved once for one comparison. */
import { type DiffMessages, diffMessages } from '../messages/diff.ts';
import type { Change, Notice, SectionRef } from '../model/change.ts';
import type { Language } from '../model/language.ts';
import { plainText } from '../text/inline.ts';
import { referenceDigits } from '../text/references.ts';
import type { DiffOptions, DiffView } from './diff-view.ts';
import { type Frame, frameOf } from './layout.ts';
import { escapeMarks } from './marks.ts';
import { type Selection, selectChanges } from './selection.ts';
import { type Line, type Span, type Style, span } from './style.ts';

/** From this width on, and with `--all`, a change shows its reference, by which commands name it. */
const roomForReference = 100;
const mostReasons = 2;

export interface Sheet {
  readonly view: DiffView;
  readonly options: DiffOptions;
  readonly messages: DiffMessages;
  readonly selection: Selection;
  readonly frame: Frame;
  /** Digits by which the references of this comparison are told apart. */
  readonly digits: number;
}

export function sheetOf(view: DiffView, options: DiffOptions): Sheet {
  // Most outputs show no reference.
  let digits: number | undefined;
  return {
    view,
    options,
    messages: diffMessages[options.language],
    selection: selectChanges(view.diff, options),
    frame: frameOf(options.width),
    get digits(): number {
      digits ??= referenceDigits(view.diff.changes.map((change) => change.fingerprint));
      return digits;
    },
  };
}

/** Text of a charter where no marks stand: it cannot forge one. */
export function charterSpan(text: string, sheet: Sheet, style?: Style): Span {
  return span(sheet.options.color ? text : escapeMarks(text), style);
}

/** The class at the right edge, after what made it substantive; the rule with `--all`, the reference where it fits. */
export function tagOf(change: Change, sheet: Sheet): Line {
  const { all, width } = sheet.options;
  const tag: Span[] = [span(sheet.messages.tag[change.class], change.class)];
  const why = all ? [change.rule] : reasonsOf(change, sheet).slice(0, mostReasons);
  if (why.length > 0) tag.unshift(span(`${why.join(', ')} · `, 'dim'));
  if (all || (width !== undefined && width >= roomForReference)) {
    tag.push(span(`  ${change.fingerprint.slice(0, sheet.digits)}`, 'dim'));
  }
  return tag;
}

/** What the rules of a substantive change found, each once, where its words alone do not say it. */
export function reasonsOf(change: Change, sheet: Sheet): string[] {
  if (change.class !== 'substantive') return [];
  const rules = [
    change.rule,
    ...change.edits.filter((edit) => edit.class === 'substantive').map((edit) => edit.rule),
  ];
  return [...new Set(rules.flatMap((rule) => sheet.messages.reasons[rule] ?? []))];
}

/** A sentence about the comparison itself; what it cites of a charter is told in its words, without their marks. */
export function noticeSentence({ code, values }: Notice, language: Language): string {
  const told = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === 'string' ? plainText(value) : value,
  ]);
  return diffMessages[language].notices[code](Object.fromEntries(told));
}

/** A section as the reader calls it: the template's label in their language, else the heading's own words. */
export function sectionLabel(ref: SectionRef, language: Language): string {
  const label = ref.label;
  const own = label && Object.hasOwn(label, language) ? label[language] : undefined;
  return own ?? Object.values(label ?? {})[0] ?? plainText(ref.id).replace(/\s+/g, ' ');
}
