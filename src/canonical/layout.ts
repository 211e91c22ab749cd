/** Which keys a charter file holds, in their one order: a document as a tree of entries, nothing written yet. */
import type {
  Block,
  Charter,
  CharterDocument,
  CookieTable,
  Decision,
  Repair,
  Section,
  Source,
  Template,
} from '../model/charter.ts';

export type Entry = readonly [key: string, node: Node];

/** `exact` is one line as it is, `text` a line or a block of sentences, `prose` always a block where one can hold it. */
export type Node =
  | { readonly kind: 'exact' | 'text' | 'prose'; readonly value: string }
  | { readonly kind: 'literal'; readonly value: number | true }
  | { readonly kind: 'map'; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly items: readonly (Node | RowNode)[] };

/** A map of texts in a list, empty ones left out. */
export interface RowNode {
  readonly kind: 'row';
  readonly keys: readonly string[];
  readonly cells: readonly string[];
}

/** What stands after a key, or nothing, in which case the key is left out. */
type Draft = readonly [key: string, node: Node | undefined];

export function layOut(document: CharterDocument): Node {
  return document.kind === 'charter' ? layOutCharter(document) : layOutTemplate(document);
}

function layOutCharter(charter: Charter): Node {
  return map([
    ['charter', exact(charter.id)],
    ['follows', exact(charter.template)],
    ['language', exact(charter.language)],
    ['variables', record(charter.variables, exact)],
    ['source', charter.source && layOutSource(charter.source)],
    ['repairs', list(charter.repairs.map(layOutRepair))],
    ...layOutContent(charter),
    ['decisions', list(charter.decisions.map(layOutDecision))],
  ]);
}

function layOutTemplate(template: Template): Node {
  return map([
    ['template', exact(template.id)],
    ['language', exact(template.language)],
    ['variables', list(template.variables.map(exact))],
    ['sections', list(template.sections.map(layOutSection))],
    ...layOutContent(template),
  ]);
}

function layOutContent(document: CharterDocument): Draft[] {
  return [
    ['title', text(document.title)],
    ['body', { kind: 'list', items: document.body.map(layOutBlock) }],
    ['tables', list(document.tables.map(layOutTable))],
  ];
}

function layOutSource(source: Source): Node {
  return map([
    ['page', exact(source.page)],
    ['capture', exact(source.capture)],
    ['captured', exact(source.captured)],
    ['media', exact(source.media)],
    ['sha256', exact(source.sha256)],
  ]);
}

function layOutRepair(repair: Repair): Node {
  return map([
    ['rule', exact(repair.rule)],
    ['line', literal(repair.line)],
    ['subject', exact(repair.subject)],
    ['before', text(repair.before)],
    ['after', text(repair.after)],
  ]);
}

function layOutSection(section: Section): Node {
  return map([
    ['id', exact(section.id)],
    ['label', record(section.label, text)],
  ]);
}

export function layOutBlock(block: Block): Node {
  return map([
    ['section', exact(block.section)],
    ...layOutRole(block),
    ['variants', list((block.variants ?? []).map(prose))],
  ]);
}

function layOutRole(block: Block): Draft[] {
  switch (block.role) {
    case 'heading':
      return [
        ['heading', text(block.text)],
        ['level', literal(block.level)],
      ];
    case 'paragraph':
      return [['paragraph', prose(block.text)]];
    case 'item':
      return [
        ['item', prose(block.text)],
        ['depth', literal(block.depth === 1 ? undefined : block.depth)],
        ['ordered', literal(block.ordered)],
      ];
    case 'table':
      return [['table', exact(block.table)]];
    default:
      return assertNever(block);
  }
}

function layOutTable(table: CookieTable): Node {
  const keys = table.columns.map((column) => column.key);
  return map([
    ['id', exact(table.id)],
    ['caption', text(table.caption)],
    [
      'columns',
      {
        kind: 'list',
        items: table.columns.map(({ key, head }) =>
          map([
            ['key', exact(key)],
            ['head', text(head)],
          ]),
        ),
      },
    ],
    ['rows', { kind: 'list', items: table.rows.map(({ cells }) => ({ kind: 'row', keys, cells })) }],
  ]);
}

function layOutDecision(decision: Decision): Node {
  return map([
    ['reference', exact(decision.reference)],
    ['status', exact(decision.status)],
    ['class', exact(decision.class)],
    ['section', exact(decision.section)],
    ['cookies', list((decision.cookies ?? []).map(exact))],
    ['column', exact(decision.column)],
    ['text', text(decision.text)],
    ['reason', text(decision.reason)],
    ['by', exact(decision.by)],
    ['on', exact(decision.on)],
    ['until', exact(decision.until)],
  ]);
}

function map(drafts: readonly Draft[]): Node {
  const entries: Entry[] = [];
  for (const [key, node] of drafts) if (node !== undefined) entries.push([key, node]);
  return { kind: 'map', entries };
}

function record(
  values: Readonly<Record<string, string>>,
  node: (value: string) => Node | undefined,
): Node | undefined {
  const keys = Object.keys(values).sort();
  return keys.length === 0 ? undefined : map(keys.map((key) => [key, node(values[key] ?? '')]));
}

function list(items: readonly (Node | undefined)[]): Node | undefined {
  const kept = items.filter((item) => item !== undefined);
  return kept.length === 0 ? undefined : { kind: 'list', items: kept };
}

function exact(value: string | undefined): Node | undefined {
  return value === undefined ? undefined : { kind: 'exact', value };
}

function text(value: string | undefined): Node | undefined {
  return value === undefined ? undefined : { kind: 'text', value };
}

function prose(value: string): Node {
  return { kind: 'prose', value };
}

function literal(value: number | true | undefined): Node | undefined {
  return value === undefined ? undefined : { kind: 'literal', value };
}

function assertNever(value: never): never {
  throw new Error(`unknown block ${JSON.stringify(value)}`);
}
