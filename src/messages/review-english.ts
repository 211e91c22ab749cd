/** What the outputs of `review` say in English. */
import { sayDay } from './days.ts';
import type { ReviewMessages } from './review.ts';

function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

function sizeOf({ paragraphs, cookies }: Readonly<Record<string, string | number>>): string {
  // Of what cannot be read nobody knows.
  if (paragraphs === undefined) return '';
  return `: ${many(Number(paragraphs), 'paragraph', 'paragraphs')}, ${many(Number(cookies), 'cookie', 'cookies')}`;
}

export const englishReview: ReviewMessages = {
  request: (kind, days) => {
    switch (kind) {
      case 'record':
        return `Record: published already ${onDays(days)}; refusing it will not change the page`;
      case 'proposal':
        return 'Proposal: no capture added here shows this text published';
      case 'mixed':
        return 'Mixed: part of it is published already, as its captures show, part is proposed';
      case 'decisions':
        return 'Decisions only: no text changes';
      case 'other':
        return 'No text of a charter changes';
      case 'none':
        return 'Nothing here concerns the charters';
    }
  },
  verdict: {
    merge: 'may be merged',
    justify: 'needs a reason',
    correct: 'cannot be merged as it is',
  },
  result: (verdict) => `Result: ${verdict}`,
  reason: (why, count) => {
    switch (why) {
      case 'unexplained':
        return `${many(count, 'change', 'changes')} without a reason`;
      case 'self-agreed':
        return `${many(count, 'change', 'changes')} with no reason but the request’s own, which the policy does not take`;
      case 'no-ledger':
        return `${many(count, 'change', 'changes')} for which no reason can be noted`;
      case 'conflict':
        return many(count, 'file in conflict', 'files in conflict');
      case 'unreadable':
        return many(count, 'charter that cannot be read', 'charters that cannot be read');
      case 'problem':
        return many(count, 'error in the files', 'errors in the files');
      case 'file':
        return many(
          count,
          'charter or capture taken out, altered or detached',
          'charters or captures taken out, altered or detached',
        );
      case 'policy':
        return 'the policy of the base is in doubt';
    }
  },
  gate: (failOn, source) =>
    `a reason is needed from: ${failOn} (${{ base: '.charter.yaml of the base', default: 'the default', option: '--fail-on' }[source]})`,
  touched: (charters, templates) =>
    [
      ...(charters > 0 || templates === 0 ? [many(charters, 'charter', 'charters')] : []),
      ...(templates > 0 ? [many(templates, 'template', 'templates')] : []),
    ].join(', '),
  headings: {
    decisions: 'Decisions in this request',
    failing: 'Keeps it from being merged',
    warnings: 'To look at',
    others: 'Passes',
    drift: 'Drift from the template',
  },
  ruling: {
    below: '',
    'to-template': 'as the template has it',
    agreed: 'agreed',
    'to-fix': 'to be corrected',
    template: 'in the template',
    lowered: 'let pass by the policy',
    existing: 'there before',
    unexplained: 'no reason',
    'self-agreed': 'only its own reason',
    'no-ledger': 'no reason can be noted',
  },
  severity: { error: 'error', warning: 'warning', note: 'note' },
  isProtected: 'protected',
  file: {
    'charter-added': (v) => `new${sizeOf(v)}`,
    'charter-removed': (v) => `taken out, with all that it says${sizeOf(v)}`,
    'charter-renamed': (v) => `renamed: it was ${v['from']}`,
    'template-left': (v) =>
      v['to'] === ''
        ? `follows the template ${v['from']} no more, so that nothing says what it should be`
        : `follows the template ${v['to']} in the place of ${v['from']}`,
    'template-changed': () => 'what it approves as its own words would change',
    'template-nearest': (v) =>
      `names no template: held against the nearest one, ${v['template']} (in common, ${v['blocks']} of ${v['ofBlocks']} blocks and ${v['rows']} of ${v['ofRows']} rows). For its drift to take reasons, write in the file: follows: ${v['template']}`,
    'capture-altered': () => 'its bytes would change: a capture is kept as it was published',
    'capture-removed': () => 'taken away: a capture is kept, for it shows what was published',
    'capture-misdated': ({ day, latest }) =>
      String(day) < String(latest)
        ? `the capture is of ${sayDay(String(day), 'en')}, older than that of ${sayDay(String(latest), 'en')}: it does not show what is published now`
        : `the capture is dated ${sayDay(String(day), 'en')}, a day to come`,
    'source-changed': (v) => `says otherwise where or when the same capture was taken: ${v['keys']}`,
    'before-unreadable': () => 'cannot be read in the base, so that what changes is not known',
    'after-unreadable': () => 'cannot be read any more',
    'merge-conflict': () => 'changed on both sides: git cannot settle it',
    'policy-changed': (v) => `the policy would change: ${v['keys']}. That of the base holds for this request`,
    'policy-invalid': () =>
      'the policy of the base cannot be read: the default holds, and reasons of the request itself do not count',
  },
  drift: 'drift from the template',
  effect: (direction, { portal, template, from, to, isClean }) => {
    const counts = `(${from} → ${to})`;
    if (direction === 'both')
      return `${portal} differs from ${template} otherwise, as often as before ${counts}`;
    if (direction === 'farther') return `${portal} moves away from ${template} ${counts}`;
    return isClean
      ? `${portal} now says what ${template} says ${counts}`
      : `${portal} comes nearer to ${template} ${counts}`;
  },
  decision: { made: 'new', altered: 'altered', removed: 'taken out', lapsed: 'without effect now' },
  author: (what, name, commit) =>
    `${what === 'removed' ? 'taken out' : 'brought in'} by ${name}${commit === undefined ? '' : ` in ${commit}`}, as git has it`,
  notCounted: 'does not count: the policy takes no reason from the request itself',
  folded: (parts) => `folded: ${parts.join(', ')}`,
  older: (count) =>
    count === 1
      ? '1 finding was there before and does not count'
      : `${count} findings were there before and do not count`,
  more: (count) => many(count, 'more finding', 'more findings'),
  portals: (count) => many(count, 'portal', 'portals'),
  next: {
    reviewer: 'reviewer',
    author: 'author',
    record: 'the page says so already: ask for a reason, or have the page itself corrected',
    proposal: 'ask for a reason, or for the text as it was',
    noLedger: 'whoever may merge decides; what may always pass is said in .charter.yaml of the base',
    selfAgreed: 'the reason must be in the base before, or whoever may merge decides',
    conflict: (base) => `git merge ${base}`,
    follow: (file, template) => `write in ${file}, so that reasons can be noted: follows: ${template}`,
  },
  nothing: 'Only what is committed was looked at; --staged looks at what is staged.',
  merged: (head, base) => `Nothing to review: all of ${head} is in ${base} already`,
  mergedNext:
    'Name where the request is to go, or what it is: charter review BASE, charter review BASE..BRANCH. What is staged: charter review --staged',
  marks: {
    viewed: 'viewed',
    count: (count, of) => `${count} of ${of} viewed`,
    marked: (count, isViewed) =>
      `${many(count, 'finding or decision', 'findings and decisions')} marked as ${isViewed ? 'viewed' : 'not viewed'}`,
    shown: (count, of) => `Only ${count} of ${of} findings and decisions are shown, as asked.`,
  },
  accessible: {
    finding: (index, count, level) => `Finding ${index} of ${count}, ${level}.`,
    ruling: (text) => `Ruling: ${text}.`,
    place: (file, line) => (line === undefined ? `File ${file}.` : `File ${file}, line ${line}.`),
    reference: (reference) => `Reference ${reference}.`,
  },
};

function onDays(days: readonly string[]): string {
  const [first, ...others] = days;
  if (first === undefined) return 'according to its captures';
  const last = others.at(-1);
  return last === undefined
    ? `on ${sayDay(first, 'en')}, as its capture shows`
    : `between ${sayDay(first, 'en')} and ${sayDay(last, 'en')}, as its captures show`;
}
