/** The HTML output of `drift`: one page that stands alone, with the matrix, every finding and the decisions on them. */
import { driftMessages } from '../messages/drift.ts';
import { driftPageMessages } from '../messages/drift-html.ts';
import { generationRemarks } from './drift-generations.ts';
import { groupsHtml, namesHtml, portalsHtml } from './drift-html-findings.ts';
import { matrixHtml, matrixId } from './drift-html-matrix.ts';
import { driftStyle } from './drift-html-style.ts';
import { type ShownRows, selectRows } from './drift-matrix.ts';
import { nextSteps } from './drift-next.ts';
import {
  countParts,
  noticeEntries,
  staleEntries,
  staleTitle,
  unusedEntries,
  usedEntries,
} from './drift-remarks.ts';
import {
  allFindings,
  type DriftOptions,
  type DriftView,
  messagesOf,
  sameDrift,
  templateName,
} from './drift-view.ts';
import { htmlId, htmlText, renderPage } from './html-page.ts';

export function renderDriftHtml(views: readonly DriftView[], options: DriftOptions): string {
  const page = driftPageMessages[options.language];
  const [first] = views;
  const titles = views.map((view) => titleOf(view, options));
  const skip = first ? [`<a class="skip" href="#${detailsId(first)}">${htmlText(page.skip)}</a>`] : [];
  return renderPage({
    language: options.language,
    title: [page.title, ...titles].join(' — '),
    style: driftStyle,
    body: [
      ...skip,
      `<header><h1>${htmlText(page.title)}</h1></header>`,
      '<main>',
      ...(first
        ? []
        : [`<p>${htmlText(driftMessages[options.language].nothingCompared(options.asked))}</p>`]),
      ...views.flatMap((view) => sectionHtml(view, options)),
      '</main>',
    ],
  });
}

function detailsId({ drift }: DriftView): string {
  return htmlId('findings', drift.template);
}

function verdictOf(
  view: DriftView,
  options: DriftOptions,
): { readonly text: string; readonly good: boolean } {
  const messages = messagesOf(options);
  const failing = allFindings(view).filter(options.fails).length;
  return { text: failing === 0 ? messages.nothingToSettle : messages.toSettle(failing), good: failing === 0 };
}

function titleOf(view: DriftView, options: DriftOptions): string {
  const title = messagesOf(options).title(templateName(view), view.drift.portals.length);
  return title + verdictOf(view, options).text;
}

function sectionHtml(view: DriftView, options: DriftOptions): string[] {
  const page = driftPageMessages[options.language];
  const messages = messagesOf(options);
  const rows = selectRows(view, options, { most: Number.POSITIVE_INFINITY, keyOf: sameAndDecided });
  const own = htmlId('template', view.drift.template);
  const generations = generationRemarks(view, { ...options, all: true });
  return [
    `<section aria-labelledby="${own}">`,
    ...headHtml(view, own, options),
    ...(options.byChange || rows.rows.length === 0 ? [] : matrixHtml(view, rows, options)),
    ...cleanHtml(rows, options),
    `<h3 id="${detailsId(view)}" tabindex="-1">${htmlText(options.byChange ? page.byChange : page.byPortal)}</h3>`,
    ...detailsHtml(view, rows, options),
    ...listHtml(generations.title, generations.entries),
    ...listHtml(staleTitle(view, options), staleEntries(view, { ...options, all: true })),
    ...listHtml(messages.usedVariants, usedEntries(view, { ...options, all: true })),
    ...listHtml(messages.unusedVariants, unusedEntries(view, options)),
    ...listHtml(messages.noticesTitle, noticeEntries(view, { ...options, all: true })),
    ...stepsHtml(view, options),
    '</section>',
  ];
}

/** Two portals share a row where their drift is the same, and was decided alike. */
function sameAndDecided(drift: DriftView['drift']['portals'][number]): string {
  return `${sameDrift(drift)}\n${JSON.stringify(drift.findings.map(({ decision }) => decision ?? null))}`;
}

function headHtml(view: DriftView, id: string, options: DriftOptions): string[] {
  const messages = messagesOf(options);
  const { text, good } = verdictOf(view, options);
  // The verdict stands on a line of its own, so that nothing leads to it.
  const title = messages.title(templateName(view), view.drift.portals.length).replace(/\s*:\s*$/, ' ');
  const counts = countParts(allFindings(view), options).map((part) => `<li>${boldNumber(part)}</li>`);
  return [
    `<h2 id="${id}">${htmlText(title)}<span class="verdict ${good ? 'good' : 'bad'}">${htmlText(text)}</span></h2>`,
    `<ul class="counts">${counts.join('')}<li>(${htmlText(messages.countedFrom(options.failOn))})</li></ul>`,
  ];
}

function boldNumber(text: string): string {
  return htmlText(text).replace(/^\d+/, (number) => `<b>${number}</b>`);
}

function cleanHtml({ clean }: ShownRows, options: DriftOptions): string[] {
  return clean.length === 0 ? [] : namesHtml(messagesOf(options).clean(clean.length), clean, options);
}

function detailsHtml(view: DriftView, { rows }: ShownRows, options: DriftOptions): string[] {
  if (allFindings(view).length === 0)
    return [
      `<p>${htmlText(driftPageMessages[options.language].sentence(messagesOf(options).nothingToSettle))}</p>`,
    ];
  if (options.byChange) return groupsHtml(view, view.groups, options);
  const back = htmlText(driftPageMessages[options.language].backToTable);
  return [
    ...portalsHtml(view, rows, options),
    `<p class="back"><a href="#${matrixId(view)}">${back}</a></p>`,
  ];
}

function listHtml(title: string, entries: readonly string[]): string[] {
  if (entries.length === 0) return [];
  const items = entries.map((entry) => `<li>${htmlText(entry)}</li>`);
  return [`<h3>${htmlText(title)}</h3>`, '<ul class="remarks">', ...items, '</ul>'];
}

function stepsHtml(view: DriftView, options: DriftOptions): string[] {
  const steps = nextSteps(view, options);
  if (steps.length === 0) return [];
  const items = steps.map(
    ({ what, command }) => `<dt>${htmlText(what)}</dt><dd><code>${htmlText(command)}</code></dd>`,
  );
  const title = htmlText(driftPageMessages[options.language].next);
  return [`<h3>${title}</h3>`, `<dl class="steps">${items.join('')}</dl>`];
}
