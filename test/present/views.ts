/** Builds comparisons by hand for the tests of this room: `[-old-]` and `{+new+}` stand for edits. */
import type {
  Change,
  CharterDiff,
  Edit,
  RuleId,
  SectionRef,
  Step,
  TablePair,
  WordOp,
} from '../../src/model/change.ts';
import {
  type Block,
  type ChangeClass,
  type Charter,
  type CookieTable,
  changeClasses,
} from '../../src/model/charter.ts';
import type { DiffOptions, DiffView } from '../../src/present/diff-view.ts';

export interface EditClass {
  readonly class: ChangeClass;
  readonly rule: RuleId;
}

/** Words of a marked text; a deletion and the insertion after it are one edit. */
export function wordsOf(marked: string, classes: readonly EditClass[]): { words: WordOp[]; edits: Edit[] } {
  const words: WordOp[] = [];
  const edits: Edit[] = [];
  for (const [, del, ins, equal] of marked.matchAll(/\[-(.*?)-\]|\{\+(.*?)\+\}|((?:(?!\[-|\{\+).)+)/gs)) {
    if (equal !== undefined) {
      words.push({ op: 'equal', text: equal });
      continue;
    }
    const op = del === undefined ? 'insert' : 'delete';
    const joins = op === 'insert' && words.at(-1)?.op === 'delete';
    if (!joins)
      edits.push(classes[edits.length] ?? classes.at(-1) ?? { class: 'wording', rule: 'text-reworded' });
    const edit = edits.length - 1;
    const last = edits[edit];
    if (last) edits[edit] = { ...last, ...(op === 'delete' ? { a: del ?? '' } : { b: ins ?? '' }) };
    words.push({ op, text: del ?? ins ?? '', edit });
  }
  return { words, edits };
}

export function sideOf(words: readonly WordOp[], side: 'a' | 'b'): string {
  return words
    .flatMap((word) => (word.op === (side === 'a' ? 'insert' : 'delete') ? [] : [word.text]))
    .join('');
}

export function change(
  kind: Change['kind'],
  marked: string,
  rest: Partial<Change> & { readonly classes?: readonly EditClass[] } = {},
): Change {
  const { classes = [{ class: 'wording', rule: 'text-reworded' }], ...others } = rest;
  const { words, edits } = wordsOf(marked, classes);
  const level =
    [...changeClasses].reverse().find((one) => edits.some((edit) => edit.class === one)) ?? 'wording';
  const strongest = edits.find((edit) => edit.class === level);
  const [a, b] = [sideOf(words, 'a'), sideOf(words, 'b')];
  const texts = kind.startsWith('block') || kind === 'field';
  return {
    kind,
    address: { a: {}, b: {} },
    fingerprint: fingerprintOf(kind + marked),
    class: level,
    rule: strongest?.rule ?? 'text-reworded',
    edits,
    words,
    ...(a === '' ? {} : { a: texts ? a.split('\n\n') : a }),
    ...(b === '' ? {} : { b: texts ? b.split('\n\n') : b }),
    ...others,
  };
}

function fingerprintOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0').repeat(8);
}

export function charter(id: string, rest: Partial<Charter> = {}): Charter {
  return {
    kind: 'charter',
    id,
    language: 'fr',
    template: 'opendatasoft-fr',
    variables: {},
    body: [],
    tables: [],
    repairs: [],
    decisions: [],
    ...rest,
  };
}

export interface ViewParts {
  readonly a: Charter;
  readonly b: Charter;
  readonly changes: readonly Change[];
  readonly steps?: readonly Step[];
  readonly sections?: readonly SectionRef[];
  readonly tables?: readonly TablePair[];
  readonly notices?: CharterDiff['notices'];
  readonly revisions?: readonly [string | undefined, string | undefined];
}

export function view(parts: ViewParts): DiffView {
  const summary = { variable: 0, typographic: 0, wording: 0, substantive: 0 };
  for (const one of parts.changes) summary[one.class] += 1;
  const { a, b, revisions } = parts;
  const side = (document: Charter, revision: string | undefined): CharterDiff['a'] => ({
    charter: document.id,
    ...(document.template === undefined ? {} : { template: document.template }),
    ...(revision === undefined ? {} : { revision }),
  });
  return {
    a,
    b,
    diff: {
      a: side(a, revisions?.[0]),
      b: side(b, revisions?.[1]),
      changes: parts.changes,
      steps: parts.steps ?? [],
      sections: parts.sections ?? [],
      tables: parts.tables ?? [],
      notices: parts.notices ?? [],
      summary,
    },
  };
}

export function options(rest: Partial<DiffOptions> = {}): DiffOptions {
  return { language: 'en', width: 80, color: false, all: false, context: 0, ...rest };
}

const heads = ['Nom du prestataire', 'Service et emplacement', 'Nom du cookies', 'Finalités'];
const keys = ['provider', 'service', 'name', 'purpose'];

export function cookieTable(rows: readonly (readonly string[])[]): CookieTable {
  return {
    id: 'cookies',
    columns: keys.map((key, index) => ({ key, head: heads[index] ?? key })),
    rows: rows.map((cells) => ({ cells })),
  };
}

export function paragraphs(...texts: readonly string[]): Block[] {
  return texts.map((text) => ({ role: 'paragraph', text }));
}

const typographic = (rule: RuleId): EditClass => ({ class: 'typographic', rule });
const wording: EditClass = { class: 'wording', rule: 'text-reworded' };

/** Two portals that differ in every kind of way. */
export function samplePair(): DiffView {
  const address = (section: string, block: number): Change['address'] => ({
    a: { section, block },
    b: { section, block },
  });
  const cell = (row: string, rowIndex: number, column: string): Change['address'] => ({
    a: { table: 'cookies', row, rowIndex, column },
    b: { table: 'cookies', row, rowIndex, column },
  });
  const changes: Change[] = [
    change('variable', '[-https://data.normandie.example.fr-]{+https://data.loire.example.fr+}', {
      address: { a: { column: 'url' }, b: { column: 'url' } },
      classes: [{ class: 'variable', rule: 'variable-value' }],
    }),
    change('field', '[-Charte cookies-]', {
      address: { a: { column: 'title' } },
      classes: [{ class: 'wording', rule: 'title-changed' }],
    }),
    change(
      'block-changed',
      'Afin de vous proposer le meilleur service possible[- nous utilisons-]{+, le portail utilise+} des cookies pour assurer son bon fonctionnement.',
      { address: address('introduction', 0) },
    ),
    change(
      'block-changed',
      'Un "cookie" est {+un fichier texte qui contient +}une suite d\'informations, généralement de petite taille et identifié par un nom. Votre navigateur web le conservera pendant une certaine durée. Les cookies ont de multiples usages.',
      { address: address('definition', 2) },
    ),
    change('block-changed', 'Les cookies « {+**+}nécessaires{+**+} », internes, sont permis. Ils durent.', {
      address: address('definition', 4),
      roles: [{ what: 'role', a: 'paragraph', b: 'item' }],
      classes: [typographic('emphasis')],
    }),
    change(
      'block-changed',
      'Rien ne change ici. Les cookies dits « {+**+}tiers{+**+} »[-, « tierce partie »-] ou « third party » sont déposés par un site tiers. Rien non plus.',
      {
        address: address('definition', 5),
        classes: [typographic('emphasis'), typographic('emphasis'), wording],
      },
    ),
    change(
      'block-split',
      'Les cookies internes sont déposés par le site.[- -]{+\n\n+}Ils servent à des finalités publicitaires.',
      {
        address: address('use', 7),
        classes: [typographic('block-split')],
      },
    ),
    change('block-added', '{+Nous transmettons vos données à la société Exemple.+}', {
      address: { b: { section: 'use', block: 9 } },
      classes: [{ class: 'substantive', rule: 'block-added' }],
    }),
    change('cell-changed', "Se souvenir de l'utilisateur d'une page à une autre[-.-]", {
      address: cell('sessionid', 0, 'purpose'),
      classes: [typographic('punctuation')],
    }),
    change('cell-changed', '[-13-]{+25+} mois', {
      address: cell('cookies_preferences', 3, 'duration'),
      classes: [{ class: 'substantive', rule: 'duration-changed' }],
    }),
    change(
      'cell-changed',
      '[-Se-]{+Permet de se+} souvenir du choix opéré par le visiteur concernant les cookies',
      {
        address: cell('cookies_preferences', 3, 'purpose'),
      },
    ),
    change('row-added', '', {
      address: { b: { table: 'cookies', row: '_pk_id.*', rowIndex: 4 } },
      b: {
        provider: 'Matomo',
        service: "Mesure d'audience",
        name: '_pk_id.*',
        purpose: 'Compter les visites',
      },
      class: 'substantive',
      rule: 'row-added',
    }),
    change('row-renamed', '', {
      address: {
        a: { table: 'cookies', row: 'csrftoken', rowIndex: 2 },
        b: { table: 'cookies', row: 'XSRF', rowIndex: 2 },
      },
      a: {},
      b: {},
      equalCells: [3, 4],
      class: 'substantive',
      rule: 'row-renamed',
    }),
  ];
  const steps: Step[] = [
    { kind: 'change', change: 2 },
    { kind: 'same', a: 1, b: 1 },
    { kind: 'change', change: 3 },
    { kind: 'same', a: 3, b: 3 },
    { kind: 'change', change: 4 },
    { kind: 'change', change: 5 },
    { kind: 'same', a: 6, b: 6 },
    { kind: 'change', change: 6 },
    { kind: 'change', change: 7 },
  ];
  const rows = [
    ['Opendatasoft', 'Authentification', 'sessionid', 'Se souvenir'],
    ['Opendatasoft', 'Langue', 'django_language', 'Langue'],
    ['Opendatasoft', 'API', 'csrftoken', 'API'],
    ['Opendatasoft', 'Choix', 'cookies_preferences', 'Choix'],
  ];
  const body = paragraphs(
    'Afin',
    "Qu'est ce qu'un cookie ?",
    'Un cookie',
    'Il existe plusieurs types :',
    'a',
    'b',
    'A quoi servent',
    'c',
    'd',
  );
  return view({
    a: charter('normandie', { body, tables: [cookieTable(rows)] }),
    b: charter('pays-de-la-loire', {
      body,
      tables: [cookieTable([...rows, ['Matomo', '', '_pk_id.*', '']])],
    }),
    changes,
    steps,
    sections: [
      { id: 'introduction', label: { en: 'Introduction', fr: 'Introduction' }, a: 0, b: 0 },
      { id: 'definition', label: { en: 'What a cookie is', fr: "Ce qu'est un cookie" }, a: 1, b: 1 },
      { id: 'use', label: { en: 'Use', fr: 'Usages' }, a: 6, b: 6 },
    ],
    tables: [{ a: 'cookies', b: 'cookies', rowsA: 4, rowsB: 5, differing: 4 }],
  });
}
