/** Whether a request may be merged, and why not. */
import type { ReviewFinding, Verdict, VerdictReason } from '../model/review.ts';

type Why = VerdictReason['why'];

/** Weightiest first: what must be mended before anything else can be judged. */
const order: readonly Why[] = [
  'conflict',
  'unreadable',
  'unexplained',
  'self-agreed',
  'no-ledger',
  'problem',
  'file',
  'policy',
];

export function verdictOf(findings: readonly ReviewFinding[]): Verdict {
  const counts = new Map<Why, number>();
  for (const finding of findings) {
    if (!finding.fails) continue;
    const why = whyOf(finding);
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  const reasons = order.flatMap((why): VerdictReason[] => {
    const count = counts.get(why);
    return count === undefined ? [] : [{ why, count }];
  });
  const justifiable = reasons.every(({ why }) => why === 'unexplained');
  const outcome = reasons.length === 0 ? 'merge' : justifiable ? 'justify' : 'correct';
  return { outcome, passes: reasons.length === 0, reasons };
}

const ofRules: Readonly<Record<string, Why>> = {
  'merge-conflict': 'conflict',
  'before-unreadable': 'unreadable',
  'after-unreadable': 'unreadable',
  'policy-invalid': 'policy',
  'policy-changed': 'policy',
};

function whyOf({ kind, rule, ruling }: ReviewFinding): Why {
  if (kind === 'problem') return 'problem';
  if (kind === 'file') return ofRules[rule] ?? 'file';
  if (ruling === 'template') return 'no-ledger';
  return ruling === 'self-agreed' || ruling === 'no-ledger' ? ruling : 'unexplained';
}
