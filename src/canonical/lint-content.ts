/** The findings that the contents of a valid document give, each with the place where the remedy goes. */
import type { Charter, CharterDocument, CookieTable, Day, Template } from '../model/charter.ts';
import type { Problem } from '../model/problem.ts';
import { nearestNames } from '../text/nearest.ts';
import { addressFinder, type PortalAddress } from './addresses.ts';
import { documentTexts, type Finding, variablesIn } from './checks.ts';
import type { Path } from './problem.ts';

export interface LintContext {
  readonly today: Day;
  /** Every template that there is; absent where nobody looked. */
  readonly templates?: readonly Pick<Template, 'id' | 'variables'>[];
  /** Addresses of the other portals. */
  readonly others?: readonly PortalAddress[];
  /** SHA-256 of the file at `source.capture`, `null` where there is no such file; absent where nobody looked. */
  readonly captureSha256?: string | null;
  /** The other charter, still there, whose capture `source.capture` is. */
  readonly captureOf?: string;
  /** The schema as seen from the file, where it must be named so. */
  readonly schema?: string;
}

export interface LintFinding extends Finding {
  readonly severity: Problem['severity'];
  /** What the column should point at. */
  readonly word?: string;
  /** Another place, whose line becomes the value `first`. */
  readonly sameAs?: Path;
  /** Instead of the path's own line. */
  readonly line?: number;
}

export function lintContent(document: CharterDocument, context: LintContext): LintFinding[] {
  const findings = document.tables.flatMap(lintTable);
  return document.kind === 'charter'
    ? [
        ...findings,
        ...lintTemplate(document, context),
        ...lintAddresses(document, context),
        ...lintDecisions(document, context.today),
        ...lintCapture(document, context),
      ]
    : [...findings, ...lintUnused(document)];
}

function lintTable(table: CookieTable, index: number): LintFinding[] {
  const findings: LintFinding[] = [];
  const names = table.columns.findIndex((column) => column.key === 'name');
  const seen = new Map<string, number>();
  for (const [row, { cells }] of table.rows.entries()) {
    const path = ['tables', index, 'rows', row];
    if (names >= 0 && (cells[names] ?? '').trim() === '') findings.push(warn('empty-name', path));
    const key = JSON.stringify(cells);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else findings.push({ ...warn('duplicate-row', path), sameAs: ['tables', index, 'rows', first] });
  }
  return findings;
}

function lintTemplate(charter: Charter, { templates }: LintContext): LintFinding[] {
  if (templates === undefined || charter.template === undefined) return [];
  const template = templates.find(({ id }) => id === charter.template);
  if (template === undefined) {
    const ids = templates.map(({ id }) => id);
    const suggestion = nearestNames(charter.template, ids)[0];
    const values = { name: charter.template, ...(suggestion === undefined ? {} : { suggestion }) };
    return [{ ...warn('template-unknown', ['follows'], values), severity: 'error' }];
  }
  const given = Object.keys(charter.variables);
  const values = (name: string): Problem['values'] => ({ name, template: template.id });
  return [
    ...template.variables
      .filter((name) => !given.includes(name))
      .map(
        (name): LintFinding => ({
          ...warn('variable-missing', given.length > 0 ? ['variables'] : ['follows'], values(name)),
          severity: 'error',
        }),
      ),
    ...given
      .filter((name) => !template.variables.includes(name))
      .map((name) => warn('variable-unneeded', ['variables', name], values(name))),
  ];
}

function lintAddresses(charter: Charter, { others = [] }: LintContext): LintFinding[] {
  const find = addressFinder(Object.values(charter.variables), others);
  return [...documentTexts(charter)].flatMap(({ path, text }) =>
    find(text).map(({ portal, address }) => ({
      ...warn('foreign-address', path, { portal, address }),
      word: address,
    })),
  );
}

function lintDecisions(charter: Charter, today: Day): LintFinding[] {
  return charter.decisions.flatMap(({ status, reason, on, until }, index) => {
    const path = ['decisions', index];
    const findings: LintFinding[] = [];
    if (status === 'agreed' && (reason ?? '').trim() === '')
      findings.push(warn('decision-without-reason', path));
    if (on > today) findings.push(warn('decision-to-come', [...path, 'on'], { on }));
    if (until !== undefined && until < today)
      findings.push(
        warn(status === 'agreed' ? 'decision-lapsed' : 'decision-overdue', [...path, 'until'], { until }),
      );
    return findings;
  });
}

function lintCapture(charter: Charter, { captureSha256: found, captureOf }: LintContext): LintFinding[] {
  if (charter.source === undefined || found === undefined) return [];
  const { capture: file, sha256 } = charter.source;
  if (found === null)
    return [{ ...warn('capture-missing', ['source', 'capture'], { file }), severity: 'error' }];
  const copied =
    captureOf === undefined
      ? []
      : [warn('capture-of-another', ['source', 'capture'], { file, portal: captureOf })];
  return found === sha256
    ? copied
    : [...copied, { ...warn('capture-differs', ['source', 'sha256'], { file }), severity: 'error' }];
}

/** Variables and sections that a template declares and never uses. */
function lintUnused(template: Template): LintFinding[] {
  const used = new Set([...documentTexts(template)].flatMap(({ text }) => [...variablesIn(text)]));
  const opened = new Set(template.body.map((block) => block.section));
  return [
    ...template.variables.flatMap((name, index) =>
      used.has(name) ? [] : [warn('variable-unused', ['variables', index], { name })],
    ),
    ...template.sections.flatMap(({ id }, index) =>
      opened.has(id) ? [] : [warn('section-unused', ['sections', index, 'id'], { name: id })],
    ),
  ];
}

function warn(code: Finding['code'], path: Path, values: Problem['values'] = {}): LintFinding {
  return { code, severity: 'warning', path, values };
}
