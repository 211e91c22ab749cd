/** Tells a difference that only lags: the portal says what an earlier version of the template said in that place. */
import type { Change, SideValue } from '../model/change.ts';
import type { Day, Template } from '../model/charter.ts';
import type { EarlierVersion } from '../model/drift.ts';
import type { TextReader } from '../text/reader.ts';

/** One version of the template as git has it. */
export interface PastTemplate {
  readonly template: Template;
  readonly commit: string;
  readonly on: Day;
}

/** What is said where: texts without their typography, and as they are. */
interface Said {
  readonly keys: ReadonlySet<string>;
  readonly exact: ReadonlySet<string>;
  /** How many statements of each kind there are. */
  readonly counts: ReadonlyMap<string, number>;
}

interface Question {
  readonly said: readonly Statement[];
  readonly unsaid: readonly Statement[];
}

/** Where, then what: a block's text, a cell of a row, a row with its cells, the name of a row or of a column. */
type Statement = readonly [where: string, ...what: string[]];

export class EarlierTemplates {
  readonly #versions: readonly PastTemplate[];
  readonly #read: (template: Template) => Said;
  readonly #key: (text: string) => string;

  /** Newest first, and before them what the template says now. */
  constructor(now: Template, past: readonly PastTemplate[], reader: TextReader) {
    const read = new Map<Template, Said>();
    this.#versions = [{ template: now, commit: '', on: '' }, ...past];
    this.#key = (text) => reader.key(text);
    this.#read = (template) => {
      const said = read.get(template) ?? readTemplate(template, this.#key);
      read.set(template, said);
      return said;
    };
  }

  /** The newest that says what the charter says there; undefined where none does, or the template still does. */
  find(change: Change): EarlierVersion | undefined {
    const question = questionOf(change);
    if (!question) return undefined;
    const exact = change.class === 'typographic';
    const at = this.#versions.findIndex(({ template }) => this.#answers(template, question, exact));
    const found = this.#versions[at];
    if (!found || at === 0) return undefined;
    const { on: until } = this.#versions[at - 1] ?? { on: '' };
    return { commit: found.commit, on: found.on, ...(until === '' ? {} : { until }) };
  }

  #answers(template: Template, { said, unsaid }: Question, exact: boolean): boolean {
    const { keys, exact: texts } = this.#read(template);
    const holds = (statement: Statement): boolean =>
      exact ? texts.has(written(statement, same)) : keys.has(written(statement, this.#key));
    return said.every(holds) && !unsaid.some(holds) && unsaid.every((one) => this.#grew(one, template));
  }

  /** What was only worded otherwise was not lacking. */
  #grew([where]: Statement, template: Template): boolean {
    const [now] = this.#versions;
    const count = (of: Template): number => this.#read(of).counts.get(where) ?? 0;
    return now !== undefined && (template === now.template || count(template) < count(now.template));
  }
}

function same(text: string): string {
  return text;
}

function written([where, ...what]: Statement, fold: (text: string) => string): string {
  return JSON.stringify([where, ...what.map(fold)]);
}

function readTemplate(template: Template, key: (text: string) => string): Said {
  const statements = statementsOf(template);
  const counts = new Map<string, number>();
  for (const [where] of statements) counts.set(where, (counts.get(where) ?? 0) + 1);
  return {
    counts,
    keys: new Set(statements.map((statement) => written(statement, key))),
    exact: new Set(statements.map((statement) => written(statement, same))),
  };
}

function statementsOf({ title, body, tables }: Template): Statement[] {
  const blocks = body.flatMap((block): Statement[] =>
    block.role === 'table' ? [] : [['block', block.text]],
  );
  const rows = tables.flatMap(({ columns, rows: all }) =>
    all.flatMap(({ cells }): Statement[] => {
      const entries = columns.map(({ key }, at) => [key, cells[at] ?? ''] as const);
      const name = entries.find(([key]) => key === 'name')?.[1] ?? '';
      const inCells = entries.map(([key, cell]): Statement => ['cell', name, key, cell]);
      return [['name', name], rowStatement(Object.fromEntries(entries)), ...inCells];
    }),
  );
  const columns = tables.flatMap((table) => table.columns.map(({ key }): Statement => ['column', key]));
  const titles: Statement[] = title === undefined ? [] : [['titled'], ['title', title]];
  return [...titles, ...blocks, ...rows, ...columns];
}

function rowStatement(row: Readonly<Record<string, string>>): Statement {
  const cells = Object.keys(row)
    .sort()
    .filter((key) => row[key] !== '');
  return ['row', ...cells.flatMap((key) => [key, row[key] ?? ''])];
}

/** What the template has to have said, and what not; undefined of what no words tell, such as another order. */
function questionOf({ kind, address, a, b }: Change): Question | undefined {
  const { row = '', column = '' } = address.a ?? address.b ?? {};
  switch (kind) {
    case 'field':
      if (column !== 'title') return undefined;
      return typeof b === 'string' ? says(['title', b]) : lacks(['titled']);
    case 'block-added':
    case 'block-changed':
    case 'block-split':
    case 'block-joined':
      return says(...blocksOf(b));
    case 'block-removed':
      return lacks(...blocksOf(a));
    case 'cell-changed':
      return says(['cell', row, column, typeof b === 'string' ? b : '']);
    case 'row-added':
      return isRow(b) ? says(rowStatement(b)) : undefined;
    case 'row-removed':
      return lacks(['name', row]);
    case 'row-renamed':
      return says(['name', address.b?.row ?? '']);
    case 'column-added':
      return says(['column', column]);
    case 'column-removed':
      return lacks(['column', column]);
    default:
      return undefined;
  }
}

function says(...said: readonly Statement[]): Question | undefined {
  return said.length === 0 ? undefined : { said, unsaid: [] };
}

function lacks(...unsaid: readonly Statement[]): Question | undefined {
  return unsaid.length === 0 ? undefined : { said: [], unsaid };
}

function blocksOf(side: SideValue | undefined): Statement[] {
  const texts = typeof side === 'string' ? [side] : isRow(side) || side === undefined ? [] : side;
  return texts.map((text): Statement => ['block', text]);
}

function isRow(side: SideValue | undefined): side is Readonly<Record<string, string>> {
  return typeof side === 'object' && !Array.isArray(side);
}
