/** What a commit makes of the decisions of charters, for its suggested message. */
import { type DecisionEvent, suggestionTexts } from '../messages/commit.ts';
import type { CharterDocument, Decision } from '../model/charter.ts';
import type { Language } from '../model/language.ts';
import { plainText } from '../text/inline.ts';
import { sanitise } from '../text/sanitise.ts';
import { truncate } from '../text/width.ts';

interface Sides {
  readonly before?: CharterDocument;
  readonly after?: CharterDocument;
}

interface DecisionChange {
  readonly event: DecisionEvent;
  readonly decision: Decision;
}

const digitsShown = 6;
const longestReason = 60;

/** `1 écart admis, 2 à corriger`, or nothing. */
export function decisionCounts(all: readonly Sides[], language: Language): string[] {
  const texts = suggestionTexts[language];
  const changes = all.flatMap(changesOf);
  const events: readonly DecisionEvent[] = ['agreed', 'to-fix', 'altered', 'removed'];
  const counts = events.flatMap((event) => {
    const count = changes.filter((change) => change.event === event).length;
    return count === 0 ? [] : [texts.decisions(event, count)];
  });
  return counts.length === 0 ? [] : [texts.list(counts)];
}

/** One line for each, with what the decision is for. */
export function decisionLines(sides: Sides, language: Language, most: number): string {
  const texts = suggestionTexts[language];
  const lines = changesOf(sides)
    .slice(0, Math.max(0, most))
    .map(({ event, decision: { reference, reason = '', text = '' } }) => {
      const said = plainText(reason === '' ? text : reason).replace(/\s+/g, ' ');
      const why = truncate(sanitise(said).trim(), longestReason);
      return texts.decision(event, reference.slice(0, digitsShown), why);
    });
  return lines.map((line) => ` ·  ${line}\n`).join('');
}

/** By their references; an addition tells for itself, and a removal of a charter takes its decisions along. */
function changesOf({ before, after }: Sides): DecisionChange[] {
  if (before?.kind !== 'charter' || after?.kind !== 'charter') return [];
  const [then, now] = [byReference(before.decisions), byReference(after.decisions)];
  const made = [...now].flatMap(([reference, decision]): DecisionChange[] => {
    const old = then.get(reference);
    if (!old || old.status !== decision.status) return [{ event: decision.status, decision }];
    return JSON.stringify(old) === JSON.stringify(decision) ? [] : [{ event: 'altered', decision }];
  });
  const gone = [...then].filter(([reference]) => !now.has(reference));
  return [...made, ...gone.map(([, decision]): DecisionChange => ({ event: 'removed', decision }))];
}

function byReference(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  return new Map(decisions.map((decision) => [decision.reference, decision]));
}
