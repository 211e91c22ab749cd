/** The text output of `diff`: whether anything matters, where, and which words. */
import { diffMessages } from '../messages/diff.ts';
import { renderBody, renderNotices, renderVariables } from './diff-body.ts';
import { renderHeader, versionSentences } from './diff-header.ts';
import { type Sheet, sheetOf } from './diff-parts.ts';
import { renderTables } from './diff-table.ts';
import { type DiffOptions, type DiffView, sideName } from './diff-view.ts';
import { foldedKinds, hiddenEdits } from './folded.ts';
import { frameOf, layTagged } from './layout.ts';
import { type Line, paintLines, span } from './style.ts';

/** Every line ends in `\n` and has at most `width` display cells. Equal charters are silent beside different ones. */
export function renderDiffText(views: readonly DiffView[], options: DiffOptions): string {
  const equal = renderAllEqual(views, options);
  if (equal !== undefined) return equal;
  const different = views.filter((view) => !isEqual(view));
  const lines = different.flatMap((view, index): Line[] => [
    ...(index > 0 ? [[], []] : []),
    ...renderView(sheetOf(view, options)),
  ]);
  return paintLines(lines, options.color);
}

/** One sentence where nothing differs; undefined where anything does. */
export function renderAllEqual(views: readonly DiffView[], options: DiffOptions): string | undefined {
  return views.every(isEqual) ? paintLines(renderEqual(views, options), options.color) : undefined;
}

function isEqual(view: DiffView): boolean {
  return view.diff.changes.length === 0 && view.diff.notices.length === 0;
}

function renderEqual(views: readonly DiffView[], options: DiffOptions): Line[] {
  const messages = diffMessages[options.language];
  const [only, ...others] = views;
  const frame = frameOf(options.width);
  if (!only || others.length > 0) return layTagged([span(messages.allEqual(views.length))], undefined, frame);
  const equal = messages.equal(sideName(only.diff.a), sideName(only.diff.b));
  const versions = versionSentences(only, options.language).map((text) => span(text, 'dim'));
  return [span(equal), ...versions].flatMap((line) => layTagged([line], undefined, frame));
}

function renderView(sheet: Sheet): Line[] {
  const variables = renderVariables(sheet);
  return [
    ...renderHeader(sheet),
    ...(variables.length > 0 ? [[], ...variables] : []),
    ...renderBody(sheet),
    ...renderTables(sheet),
    ...renderFooter(sheet),
  ];
}

/** Notices, and what was folded, each as a sentence. */
function renderFooter(sheet: Sheet): Line[] {
  const notices = renderNotices(sheet);
  const folded = renderFolded(sheet);
  return [...(notices.length > 0 ? [[], ...notices] : []), ...(folded.length > 0 ? [[], ...folded] : [])];
}

function renderFolded(sheet: Sheet): Line[] {
  const { folded } = sheet.selection;
  const inside = hiddenEdits(sheet);
  const texts: string[] = [];
  if (folded.size > 0) texts.push(sheet.messages.folded(folded.size, foldedKinds(sheet)));
  if (inside > 0) texts.push(sheet.messages.foldedInside(inside));
  const inner = { width: sheet.frame.width === undefined ? undefined : sheet.frame.width - 1 };
  const flag = [span('--all', 'dim')];
  return texts
    .flatMap((text, index) =>
      layTagged([span(text, 'dim')], index === texts.length - 1 ? flag : undefined, inner),
    )
    .map((line) => [span(' '), ...line]);
}
