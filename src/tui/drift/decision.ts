/** A decision on a drift while its reader makes it: what is typed, then what would be written, as a command. */
import { shellWord } from '../../messages/shell-word.ts';
import type { Finding } from '../../model/drift.ts';

export type Deed = 'accept' | 'fix';

/** First the reason or the day is typed, then what would be written is confirmed; nothing is written before that. */
export interface DecisionPrompt {
  readonly kind: 'decision';
  readonly stage: 'text' | 'confirm';
  readonly deed: Deed;
  readonly text: string;
  readonly finding: Finding;
  /** Portals that have the same difference. */
  readonly portals: readonly string[];
  /** Decides for all of them, not for the finding's own alone. */
  readonly everywhere: boolean;
}

/** The portals that it decides for, as `--portals` takes them. */
export function decidedPortals({ everywhere, finding }: DecisionPrompt): string {
  return everywhere ? '*' : finding.portal;
}

/** The command line that writes the same. */
export function decisionCommand(
  prompt: Pick<DecisionPrompt, 'deed' | 'text' | 'portals' | 'everywhere' | 'finding'>,
): string {
  const { deed, text, portals, everywhere, finding } = prompt;
  const where = portals.length < 2 ? '' : ` --portals ${everywhere ? "'*'" : finding.portal}`;
  const value = deed === 'accept' ? `--reason ${shellWord(text)}` : `--by ${shellWord(text)}`;
  return `charter ${deed} ${finding.reference}${where} ${value}`;
}
