/**
 * The output of `review` as SARIF 2.1.0, for code scanning: every finding that is told with its place, its rule and a
 * fingerprint of its own that no line or commit changes; what was agreed is marked as suppressed, with its reason.
 */
import { driftMessages } from '../messages/drift.ts';
import { reviewOutputMessages } from '../messages/review-outputs.ts';
import type { Decision } from '../model/charter.ts';
import type { Review, ReviewFinding, ReviewPlace, Ruling } from '../model/review.ts';
import { sanitise } from '../text/sanitise.ts';
import { truncate } from '../text/width.ts';
import { jsonDocument } from './json-document.ts';
import { createTeller, type Teller } from './review-accessible.ts';
import type { Desk } from './review-findings.ts';
import { driverOf, translationsOf } from './review-sarif-rules.ts';
import { isOfWords, plainDesk, reasonCommand, shownFindings, titleOf } from './review-told.ts';
import { placeName, type ReviewOptions } from './review-view.ts';

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
/** Display cells of what one finding says. */
const longestMessage = 1000;
/** The root of the repository, for whoever reads the file there. */
const root = '%SRCROOT%';

interface SarifDesk extends Desk {
  readonly tell: Teller;
}

export function renderReviewSarif(review: Review, options: ReviewOptions): string {
  const plain = plainDesk(review, options);
  const desk: SarifDesk = { ...plain, tell: createTeller(review, plain.options) };
  const findings = shownFindings(desk);
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const indexes = new Map(rules.map((rule, index) => [rule, index]));
  return jsonDocument({
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driverOf(rules, options.language) },
        translations: translationsOf(rules, options.language),
        language: options.language,
        automationDetails: { id: 'charter/review/' },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, indexes.get(finding.rule) ?? 0, desk)),
      },
    ],
  });
}

function resultOf(finding: ReviewFinding, ruleIndex: number, desk: SarifDesk): object {
  const { id, rule, fails, severity, isNew, place, decision, ruling, class: level } = finding;
  const related = beforeOf(place, desk);
  const suppressions = decision ? suppressionsOf(decision, ruling) : [];
  return {
    ruleId: rule,
    ruleIndex,
    level: fails ? 'error' : severity === 'error' ? 'warning' : severity,
    message: { text: sarifText(messageOf(finding, desk)) },
    locations: [locationOf(finding, desk)],
    ...(related ? { relatedLocations: [related] } : {}),
    partialFingerprints: { 'charterFinding/v1': id },
    baselineState: isNew ? 'new' : 'unchanged',
    ...(suppressions.length === 0 ? {} : { suppressions }),
    properties: { fails, kind: finding.kind, class: level, ruling, reference: finding.reference },
  };
}

/** Complete sentences: the marks of changed words would mean something else there. */
function messageOf(finding: ReviewFinding, desk: SarifDesk): string {
  const { options, tell } = desk;
  const { accessible } = driftMessages[options.language];
  const { charter } = finding;
  const title = titleOf(finding, desk);
  const next = reasonCommand(finding);
  const told = tell(finding)
    .join(' ')
    .replace(/\s*\n\s*/g, ' ');
  return [
    ...(charter === undefined ? [] : [accessible.sentence(charter)]),
    truncate(sanitise(told), longestMessage),
    ...(isOfWords(finding) ? [accessible.ended(accessible.capital(title))] : []),
    ...(next === undefined ? [] : [next]),
  ].join(' ');
}

/**
 * `[text](address)` is a link in a message, and `{0}` a place for a value. Other braces stay: without values no viewer
 * reads them.
 */
function sarifText(text: string): string {
  return text
    .replace(/(\\*)([[\]])/g, (_, slashes: string, bracket: string) => `${slashes}${slashes}\\${bracket}`)
    .replace(/\{(\d+)\}/g, '{{$1}}');
}

function locationOf(finding: ReviewFinding, { options }: Desk): object {
  const { place, charter } = finding;
  const names = [...(charter === undefined ? [] : [charter]), ...placeName(finding, options.language)].map(
    (name) => sanitise(name),
  );
  return {
    physicalLocation: physical(place.file, place.line, place.column),
    ...(names.length === 0
      ? {}
      : { logicalLocations: [{ name: names.at(-1), fullyQualifiedName: names.join(' › ') }] }),
  };
}

function physical(file: string, line?: number, column?: number): object {
  return {
    artifactLocation: { uri: fileUri(file), uriBaseId: root },
    ...(line === undefined
      ? {}
      : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
  };
}

/** Relative; a name such as `a:b` or `//host` is no scheme or host in it. */
function fileUri(file: string): string {
  return file
    .split('/')
    .filter((part) => part !== '')
    .map((part) => encodeURIComponent(wellFormed(part)).replace(/[!'()*]/g, encodeSign))
    .join('/');
}

/** A half of a surrogate pair has no form in UTF-8. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function encodeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Where the text stood in the base. */
function beforeOf({ before }: ReviewPlace, { options }: Desk): object | undefined {
  if (!before) return undefined;
  const text = reviewOutputMessages[options.language].before;
  return { id: 0, physicalLocation: physical(before.file, before.line), message: { text } };
}

/** A reason that stands in the charter's file itself; one that the policy does not take is refused. */
function suppressionsOf({ reason }: Decision, ruling: Ruling | undefined): object[] {
  const justification = reason === undefined ? {} : { justification: sanitise(reason, { keepLines: true }) };
  if (ruling === 'agreed') return [{ kind: 'inSource', status: 'accepted', ...justification }];
  if (ruling === 'to-fix') return [{ kind: 'inSource', status: 'underReview', ...justification }];
  return ruling === 'self-agreed' ? [{ kind: 'inSource', status: 'rejected', ...justification }] : [];
}
