/** Reviews for the outputs: one of every kind of finding, with a charter whose every text is an attack, and small ones. */
import { createComparer } from '../../src/history/comparison.ts';
import type { Change, CharterDiff, Summary } from '../../src/model/change.ts';
import type { Block, ChangeClass, Charter, Decision } from '../../src/model/charter.ts';
import type { ClassCounts } from '../../src/model/drift.ts';
import type { VersionDiff } from '../../src/model/log.ts';
import type { Review, ReviewedCharter, ReviewFinding, Segment } from '../../src/model/review.ts';
import { openCharter, openTemplate } from './drifts.ts';

/** What no output may let through as it is. */
export const attacks = {
  html: '<img src=x onerror=alert(1)>',
  script: '</script><script>alert(2)</script>',
  mention: '@admin and #1 and octo/repo#2',
  fence: '```\n~~~\n| a | b |\n<details>',
  marker: '<!-- charter-review -->',
  command: '::error file=a,line=1::boom ##[error]boom',
  formula: '=HYPERLINK("http://evil.example","x")',
  formulas: '+1 -1 @SUM(A1)\t\r=1',
  escape: '\u001b[31mred\u001b]0;title\u0007',
  bidi: 'user\u202egnp.exe\u2066 \u200b',
  link: '[click](javascript:alert(3)) ![x](http://evil.example/x.png)',
} as const;

export const hostileText: string = Object.values(attacks).join(' ');

const none: ClassCounts = { variable: 0, typographic: 0, wording: 0, substantive: 0 };

/** A charter with a longer duration, reworded and reset; and one that says nothing but attacks. */
export async function exampleReview(): Promise<Review> {
  const normandie = await openCharter('normandie');
  const compare = createComparer({ template: () => undefined });
  const template = await openTemplate();
  const comparer = createComparer({ template: () => template });
  const named = (document: Charter, revision: string) => ({
    document,
    revision,
    file: `charters/${document.id}.yaml`,
  });
  const plain = comparer(named(normandie, 'main'), named(altered(normandie), 'HEAD'));
  const portal = { ...normandie, id: 'hostile' };
  const hostile = compare(named(portal, 'main'), named(attacked(portal), 'HEAD'));
  const changes = [...findingsOf('normandie', plain), ...findingsOf('hostile', hostile)];
  const findings = [...fileFindings(), ...changes].sort(
    (one, other) => Number(other.fails) - Number(one.fails),
  );
  return {
    request: 'mixed',
    observed: ['2026-03-03'],
    base: { revision: 'main', commit: 'a'.repeat(40) },
    mergeBase: { revision: 'b'.repeat(10), commit: 'b'.repeat(40) },
    head: { revision: 'HEAD', commit: 'c'.repeat(40) },
    merge: 'conflicts',
    policy: {
      policy: {
        failOn: 'substantive',
        selfAccept: 'allow',
        rules: { 'not-canonical': 'error' },
        protected: { sections: ['intro'], cookies: ['_pk_*'] },
      },
      source: 'base',
      commit: 'a'.repeat(40),
    },
    verdict: {
      outcome: 'correct',
      passes: false,
      reasons: [
        { why: 'conflict', count: 1 },
        { why: 'unexplained', count: changes.filter(({ fails }) => fails).length },
      ],
    },
    summary: sum([plain, hostile]),
    findings,
    decisions: [
      {
        id: `made normandie ${'d'.repeat(64)}`,
        what: 'made',
        portal: 'normandie',
        place: { file: 'charters/normandie.yaml', line: 120 },
        decision: decision(`Voulu ${hostileText}`),
        author: { name: `Zoé ${attacks.html}`, email: 'zoe@example.org', commit: 'c'.repeat(40) },
        counts: true,
        covers: findings.filter(({ ruling }) => ruling === 'agreed').map(({ id }) => id),
      },
      {
        id: 'lapsed normandie',
        what: 'lapsed',
        portal: 'normandie',
        place: { file: 'charters/normandie.yaml', line: 127 },
        decision: { ...decision('Ancien'), reference: 'e'.repeat(64) },
        counts: true,
        why: 'unmatched',
        covers: [],
      },
    ],
    drift: [
      {
        portal: 'normandie',
        template: 'opendatasoft-fr',
        cause: 'charter',
        direction: 'farther',
        before: none,
        after: plain.diff.summary,
        ended: none,
        begun: plain.diff.summary,
      },
    ],
    charters: [
      reviewed('hostile', hostile, { origin: 'proposal' }),
      reviewed('normandie', plain, {
        origin: 'record',
        capture: { file: 'snapshots/normandie/2026-03-03.html', day: '2026-03-03' },
      }),
    ],
  };
}

/** A request that changes nothing of the charters. */
export async function emptyReview(): Promise<Review> {
  const review = await exampleReview();
  return {
    ...review,
    request: 'none',
    observed: [],
    merge: 'ahead',
    verdict: { outcome: 'merge', passes: true, reasons: [] },
    summary: none,
    findings: [],
    decisions: [],
    drift: [],
    charters: [],
  };
}

/** A request that changes every paragraph of many charters: alike in all of them, or in each of its own. */
export async function manyReview(count: number, alike: boolean): Promise<Review> {
  const review = await exampleReview();
  const normandie = await openCharter('normandie');
  const compare = createComparer({ template: () => undefined });
  const compared = Array.from({ length: count }, (_, index) => {
    const id = `portail-${String(index).padStart(3, '0')}`;
    const words = alike ? 'Ces cookies sont conservés 25 mois.' : `Ces cookies sont conservés ${index} mois.`;
    const after = changeText(normandie, (text) => `${text} ${words}`);
    const named = (document: Charter, revision: string) => ({
      document: { ...document, id },
      revision,
      file: `charters/${id}.yaml`,
    });
    return { id, comparison: compare(named(normandie, 'main'), named(after, 'HEAD')) };
  });
  const findings = compared.flatMap(({ id, comparison }) => findingsOf(id, comparison));
  return {
    ...review,
    request: 'proposal',
    observed: [],
    merge: 'clean',
    verdict: {
      outcome: 'justify',
      passes: false,
      reasons: [{ why: 'unexplained', count: findings.filter(({ fails }) => fails).length }],
    },
    summary: sum(compared.map(({ comparison }) => comparison)),
    findings: findings.sort((one, other) => Number(other.fails) - Number(one.fails)),
    drift: compared.map(({ id, comparison: { diff } }) => ({
      portal: id,
      template: 'opendatasoft-fr',
      cause: 'charter',
      direction: 'farther',
      before: none,
      after: diff.summary,
      ended: none,
      begun: diff.summary,
    })),
    charters: compared.map(({ id, comparison }) => reviewed(id, comparison, { origin: 'proposal' })),
  };
}

function altered(charter: Charter): Charter {
  const texts = changeText(charter, (text) =>
    text.replace('nous utilisons', 'le portail utilise').replace('“', '«'),
  );
  return {
    ...texts,
    tables: texts.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        cells: row.cells.map((cell) => cell.replace('du choix', 'du choix pendant 25 mois')),
      })),
    })),
  };
}

function attacked(charter: Charter): Charter {
  const said = Object.values(attacks);
  const texts = changeText(charter, (text, index) => `${text} ${said[index % said.length] ?? ''}`);
  return {
    ...texts,
    title: hostileText,
    tables: texts.tables.map((table) => ({
      ...table,
      rows: [...table.rows, ...said.map((text) => ({ cells: table.columns.map(() => text) }))],
    })),
  };
}

function changeText(charter: Charter, change: (text: string, index: number) => string): Charter {
  const body = charter.body.map(
    (block, index): Block => (block.role === 'table' ? block : { ...block, text: change(block.text, index) }),
  );
  return { ...charter, body };
}

function findingsOf(charter: string, { diff }: VersionDiff): ReviewFinding[] {
  return diff.changes.map((change, index): ReviewFinding => {
    const fails = change.class === 'substantive' && index % 3 !== 0;
    const agreed = change.class === 'substantive' && !fails;
    return {
      id: change.fingerprint,
      kind: 'change',
      rule: change.rule,
      severity: fails ? 'error' : change.class === 'typographic' ? 'note' : 'warning',
      fails,
      isNew: true,
      charter,
      place: placeOf(charter, change, diff),
      class: change.class,
      ruling: fails ? 'unexplained' : agreed ? 'agreed' : 'below',
      reference: change.fingerprint.slice(0, 6),
      ...(agreed ? { decision: decision('Voulu') } : {}),
      ...textsOf(change),
      change,
    };
  });
}

function placeOf(charter: string, { address }: Change, { sections }: CharterDiff): ReviewFinding['place'] {
  const { a, b } = address;
  const at = b ?? a ?? {};
  const section = sections.find(({ id }) => id === at.section);
  const file = `charters/${charter}.yaml`;
  return {
    file,
    line: 10 + (b?.block ?? b?.rowIndex ?? 0),
    ...(a ? { before: { file, line: 10 + (a.block ?? a.rowIndex ?? 0) } } : {}),
    ...(at.section === undefined
      ? {}
      : { section: { id: at.section, ...(section?.label ? { label: section.label } : {}) } }),
    ...(at.table === undefined ? {} : { table: at.table }),
    ...(at.row === undefined ? {} : { cookie: at.row }),
    ...(at.column === undefined ? {} : { field: { key: at.column, head: 'Finalités' } }),
  };
}

function textsOf(change: Change): Pick<ReviewFinding, 'before' | 'after' | 'segments'> {
  const [before, after] = [whole(change.a), whole(change.b)];
  const words = change.words.map(({ op, text }): Segment => ({ op, text }));
  const ends: Segment[] = [
    ...(before === undefined ? [] : [{ op: 'delete' as const, text: before }]),
    ...(after === undefined ? [] : [{ op: 'insert' as const, text: after }]),
  ];
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    segments: words.length > 0 ? words : ends,
  };
}

function whole(side: Change['a']): string | undefined {
  if (side === undefined) return undefined;
  if (typeof side === 'string') return side;
  return Object.values(side).join(Array.isArray(side) ? '\n\n' : ' · ');
}

function fileFindings(): ReviewFinding[] {
  const common = { severity: 'error', fails: true, isNew: true, segments: [] } as const;
  return [
    {
      ...common,
      id: '1'.repeat(64),
      kind: 'file',
      rule: 'merge-conflict',
      charter: 'noisylegrand',
      place: { file: 'charters/noisylegrand.yaml' },
      values: { file: 'charters/noisylegrand.yaml' },
    },
    {
      ...common,
      id: '2'.repeat(64),
      kind: 'problem',
      rule: 'foreign-address',
      severity: 'warning',
      fails: false,
      charter: 'hostile',
      place: { file: 'charters/hostile.yaml', line: 31, column: 12 },
      problem: {
        code: 'foreign-address',
        severity: 'warning',
        path: ['body', 3],
        line: 31,
        column: 12,
        values: { portal: 'normandie', address: attacks.html },
      },
    },
    {
      ...common,
      id: '3'.repeat(64),
      kind: 'file',
      rule: 'policy-changed',
      severity: 'warning',
      fails: false,
      place: { file: '.charter.yaml', line: 1 },
      values: { keys: 'fail-on' },
    },
  ];
}

function decision(reason: string): Decision {
  return {
    reference: 'd'.repeat(64),
    status: 'agreed',
    class: 'substantive',
    reason,
    by: 'Zoé',
    on: '2026-11-20',
    until: '2027-11-20',
  };
}

function reviewed(
  charter: string,
  comparison: VersionDiff,
  rest: Pick<ReviewedCharter, 'origin' | 'capture'>,
): ReviewedCharter {
  const { summary } = comparison.diff;
  const file = `charters/${charter}.yaml`;
  return { charter, kind: 'charter', status: 'changed', file, summary, comparison, ...rest };
}

function sum(views: readonly VersionDiff[]): Summary {
  const total = (level: ChangeClass): number => views.reduce((all, { diff }) => all + diff.summary[level], 0);
  return {
    variable: total('variable'),
    typographic: total('typographic'),
    wording: total('wording'),
    substantive: total('substantive'),
  };
}
