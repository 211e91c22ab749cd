/** The JSON output of what is decided on drift: made, listed or dropped; its form is in `decisions.schema.json`. */
import type { Decision } from '../model/charter.ts';
import type { Finding, FindingState, Lapse, StaleDecision } from '../model/drift.ts';
import { changeJson, escapeHidden } from './diff-json.ts';
import { decisionJson } from './drift-json.ts';

const schemaVersion = 1;

/** One decision in one charter. */
export interface DecisionRecord {
  readonly portal: string;
  readonly file: string;
  readonly decision: Decision;
  /** Of the drift that it is about, of one that is in force. */
  readonly state?: FindingState;
  readonly lapse?: Lapse;
  /** It stands for no drift. */
  readonly stale?: StaleDecision['why'];
  /** Those in whose place it stands. */
  readonly replaced?: readonly Decision[];
  /** Fingerprint of the drift that it is about now. */
  readonly drift?: string;
}

/** One difference, in whichever portals. */
export interface DriftRecord {
  readonly fingerprint: string;
  readonly reference: string;
  /** In the first of the portals, and at the first of its cookies. */
  readonly finding: Finding;
  readonly portals: readonly string[];
}

export interface DecisionsRecord {
  readonly command: 'accept' | 'fix' | 'drift';
  readonly action: 'decide' | 'list' | 'expiring' | 'prune' | 'baseline';
  /** Whether files were changed; absent where nothing was asked to be. */
  readonly written?: boolean;
  /** Those that changed, or would. */
  readonly files?: readonly string[];
  readonly decisions: readonly DecisionRecord[];
  readonly drifts: readonly DriftRecord[];
  readonly left?: readonly DriftRecord[];
  /** Portals whose decisions were not judged, as no template is there. */
  readonly unjudged?: readonly string[];
}

/** One JSON document with a final newline. */
export function renderDecisionsJson(record: DecisionsRecord): string {
  const { command, action, written, files, decisions, drifts, left, unjudged } = record;
  const document = {
    schemaVersion,
    command,
    action,
    written,
    files,
    decisions: decisions.map(recordJson),
    drifts: drifts.map(driftJson),
    left: left?.map(driftJson),
    unjudged,
  };
  return `${escapeHidden(JSON.stringify(document, undefined, 2))}\n`;
}

/** Absent values are left out by the serialiser. */
function recordJson({
  portal,
  file,
  decision,
  state,
  lapse,
  stale,
  replaced,
  drift,
}: DecisionRecord): object {
  return {
    portal,
    file,
    decision: decisionJson(decision),
    state,
    lapse,
    stale,
    drift,
    replaced: replaced?.map(decisionJson),
  };
}

function driftJson({ fingerprint, reference, finding: { change, column }, portals }: DriftRecord): object {
  return { fingerprint, reference, class: change.class, column, portals, change: changeJson(change) };
}
