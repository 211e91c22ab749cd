/** The decisions of a review in HTML: every one in the open, with who brought it in, and a way to the changes that it covers. */
import { diffMessages } from '../messages/diff.ts';
import { driftPageMessages } from '../messages/drift-html.ts';
import { reviewPageMessages } from '../messages/review-html.ts';
import type { ReviewedDecision } from '../model/review.ts';
import { htmlText, unseen } from './html-page.ts';
import { placeWords, type ReviewDesk } from './review-html-findings.ts';
import { decisionSentences, reviewTexts } from './review-view.ts';

/** Never folded: who agrees to a change in the request that makes it must be seen. To be made after the findings. */
export function decisionsHtml(desk: ReviewDesk): string[] {
  const { decisions } = desk.review;
  if (decisions.length === 0) return [];
  const findings = new Map(desk.review.findings.map((finding) => [finding.id, finding]));
  const items = decisions.map((one) => {
    const covered = one.covers.flatMap((id) => {
      const [finding, target] = [findings.get(id), desk.places.get(id)];
      if (!finding || target === undefined) return [];
      const name = placeWords(finding, desk.options).join(' › ').replace(/\s+/g, ' ');
      return [`<a href="#${target}">${htmlText(name === '' ? finding.rule : name)}</a>`];
    });
    return decisionHtml(one, covered, desk);
  });
  return ['<ul class="decisions">', ...items, '</ul>'];
}

/** `covered` are links. */
function decisionHtml(
  decided: ReviewedDecision,
  covered: readonly string[],
  { options }: ReviewDesk,
): string {
  const { language } = options;
  const { what, portal, decision, place } = decided;
  const page = driftPageMessages[language];
  const said = decisionSentences(decided, language).map((text) =>
    page.sentence(text.replace(/[^\S\u00a0\u202f]+/g, ' ')),
  );
  const where = place.line === undefined ? place.file : `${place.file}:${place.line}`;
  const level = htmlText(diffMessages[language].tag[decision.class]);
  return [
    `<li><p class="meta"><strong>${htmlText(portal)}</strong> <span class="state">${htmlText(reviewTexts(options).decision[what])}</span>`,
    ` <span class="badge ${decision.class}">${level}</span>`,
    ` <span>${unseen(page.reference)}<code>${htmlText(decision.reference.slice(0, 6))}</code></span></p>`,
    `<p class="words">${htmlText(said.join(' '))}</p>`,
    `<p class="reasons"><code>${htmlText(where)}</code>`,
    ...(covered.length === 0
      ? []
      : [` ${htmlText(reviewPageMessages[language].covers)} ${covered.join(', ')}`]),
    '</p></li>',
  ].join('');
}
