/**
 * The schema of charter files as zod reads it and as editors see it. Messages are problem codes; keys stand in the
 * order of the canonical form.
 */
import { z } from 'zod';
import type { ProblemCode } from '../messages/problems.ts';
import {
  type BlockRole,
  type Column,
  type CookieTable,
  changeClasses,
  type Decision,
  type Repair,
  repairRules,
  type Section,
  type Source,
} from '../model/charter.ts';
import {
  captureLines,
  dayPattern,
  decisionStatuses,
  headingLevels,
  idPattern,
  isDay,
  itemDepths,
  languagePattern,
  mediaTypes,
  namePattern,
  pathPattern,
  referencePattern,
  sha256Pattern,
} from './patterns.ts';

/** One schema for each key of the model's type: a key that the model gains does not compile until it stands here. */
type Shape<Keys extends PropertyKey> = Record<Keys, z.ZodType>;

const text = z.string();
const filled = z.string().min(1);
const id = form(idPattern, 'bad-id');
const name = form(namePattern, 'bad-name');
const language = form(languagePattern, 'bad-language');
const day = z
  .string()
  .refine(isDay, 'bad-day' satisfies ProblemCode)
  .meta({ pattern: dayPattern.source });

const inline =
  'Inline Markdown: *emphasis*, **strong**, [label](address), `code`. Quotes, hyphens and no-break spaces as published.';
const prose = `${inline} One sentence a line; a line ending in \\ is a hard break.`;

export const sourceSchema = z.strictObject({
  page: filled.optional().describe("The page's address."),
  capture: form(pathPattern, 'bad-path').describe("Path of the capture from the repository's root."),
  captured: day.describe('The day on which the page was captured, YYYY-MM-DD.'),
  media: z.enum(mediaTypes).describe("The capture's media type."),
  sha256: form(sha256Pattern, 'bad-sha256').describe("SHA-256 of the capture's bytes."),
} satisfies Shape<keyof Source>);

export const repairSchema = z.strictObject({
  rule: z.enum(repairRules).describe('What the import mended.'),
  line: whole(captureLines).optional().describe('Line of the capture where the mended place begins.'),
  subject: text.optional().describe('The cookie, column or encoding concerned.'),
  before: text.optional().describe('As captured.'),
  after: text.optional().describe('As mended.'),
} satisfies Shape<keyof Repair>);

export const sectionSchema = z.strictObject({
  id: id.describe('Stable name of the section.'),
  label: z.record(language, text).optional().describe('Short label by language, for outlines and matrices.'),
} satisfies Shape<keyof Section>);

export const columnSchema = z.strictObject({
  key: name.describe(
    'provider, service, name, category, purpose, duration, party, domain, or a name made from the head.',
  ),
  head: text.optional().describe('The head as published.'),
} satisfies Shape<keyof Column>);

export const tableSchema = z.strictObject({
  id: id.describe('Name of the table in this file.'),
  caption: text.optional().describe(inline),
  columns: z.array(columnSchema).describe('In the order of the page.'),
  rows: z
    .array(z.record(z.string(), text))
    .describe('One map a row: column key to cell text. Empty cells are left out.'),
} satisfies Shape<keyof CookieTable>);

export const decisionSchema = z.strictObject({
  reference: form(referencePattern, 'bad-reference').describe(
    "The change's reference, as the diff prints it.",
  ),
  status: z
    .enum(decisionStatuses)
    .describe('agreed: the drift may stay. to-fix: the text will be corrected.'),
  class: z.enum(changeClasses).describe('The strongest class of change that the decision covers.'),
  section: filled.optional().describe("Where the drift stood when it was decided: the template's section."),
  cookies: z
    .array(filled)
    .min(1)
    .optional()
    .describe('The cookies that it stood at; a change made alike at several is covered only at these.'),
  column: filled.optional().describe('The column that it stood in, or the name of the field or variable.'),
  text: text.optional().describe('What the portal said there, in short.'),
  reason: text.optional().describe('Why.'),
  by: filled.optional().describe('Who decided.'),
  on: day.describe('The day of the decision, YYYY-MM-DD.'),
  until: day.optional().describe('Agreed until this day, or to be fixed by it.'),
} satisfies Shape<keyof Decision>);

const roleShapes = {
  heading: {
    heading: text.describe(`A heading. ${inline}`),
    level: whole(headingLevels).optional().describe('1 to 6; left out where plain text gave none.'),
  },
  paragraph: { paragraph: text.describe(`A paragraph. ${prose}`) },
  item: {
    item: text.describe(`A list item. ${prose}`),
    depth: whole(itemDepths).optional().describe('Nesting; 1, the outermost, is left out.'),
    ordered: z.literal(true).optional().describe('In a numbered list.'),
  },
  table: { table: id.describe('The place of the table with this id.') },
} satisfies Record<BlockRole, Shape<string>>;

const templateOnly = {
  section: id.optional().describe('The section that begins with this block.'),
  variants: z.array(text).optional().describe("Other wordings that count as the template's own."),
};

export const charterBlocks = {
  heading: z.strictObject(roleShapes.heading),
  paragraph: z.strictObject(roleShapes.paragraph),
  item: z.strictObject(roleShapes.item),
  table: z.strictObject(roleShapes.table),
} satisfies Record<BlockRole, z.ZodObject>;

const { section, variants } = templateOnly;
export const templateBlocks = {
  heading: z.strictObject({ section, ...roleShapes.heading, variants }),
  paragraph: z.strictObject({ section, ...roleShapes.paragraph, variants }),
  item: z.strictObject({ section, ...roleShapes.item, variants }),
  table: z.strictObject({ section, ...roleShapes.table, variants }),
} satisfies Record<BlockRole, z.ZodObject>;

const languageKey = language.describe("The charter's language, such as fr.");
const title = text.optional().describe(`The page's title. ${inline}`);
const bodyDescription = 'The page in reading order: headings, paragraphs, list items, places of tables.';
const tables = z.array(tableSchema).optional().describe('The cookie tables that the body gives a place.');

/** A charter file. Blocks are checked one by one with `charterBlocks`, by the role that they name. */
export const charterSchema = z.strictObject({
  charter: id.describe("The portal's identifier."),
  follows: id.optional().describe('The template that the charter follows.'),
  language: languageKey,
  variables: z
    .record(name, filled)
    .optional()
    .describe(
      "What the template's variables stand for here; url is the portal's address as found in its text.",
    ),
  source: sourceSchema.optional().describe('The capture from which the charter was imported.'),
  repairs: z.array(repairSchema).optional().describe('What the import had to mend.'),
  title,
  body: z.array(z.unknown()).describe(bodyDescription),
  tables,
  decisions: z.array(decisionSchema).optional().describe('What was decided about drift from the template.'),
});

/** A template file. Blocks are checked one by one with `templateBlocks`. */
export const templateSchema = z.strictObject({
  template: id.describe("The template's identifier."),
  language: languageKey,
  variables: z
    .array(name)
    .optional()
    .describe('Names that stand in the text as {{name}}; each charter gives its own values.'),
  sections: z.array(sectionSchema).optional().describe('The sections, in the order of the page.'),
  title,
  body: z.array(z.unknown()).describe(bodyDescription),
  tables,
});

/** What editors check a file against, in JSON Schema's draft 7, which their YAML support reads best. */
export function documentJsonSchema(): object {
  const body = (blocks: Readonly<Record<BlockRole, z.ZodObject>>): z.ZodType =>
    z.array(z.union([blocks.heading, blocks.paragraph, blocks.item, blocks.table])).describe(bodyDescription);
  const charter = charterSchema
    .extend({ body: body(charterBlocks) })
    .describe("One portal's cookie charter.");
  const template = templateSchema
    .extend({ body: body(templateBlocks) })
    .describe('The text that several portals share.');
  return z.toJSONSchema(z.union([charter, template]).meta({ title: 'Cookie charter or template' }), {
    target: 'draft-7',
    io: 'input',
  });
}

function form(pattern: RegExp, code: ProblemCode): z.ZodString {
  return z.string().regex(pattern, code);
}

function whole(range: { readonly least: number; readonly most: number }): z.ZodInt {
  return z.int().min(range.least).max(range.most);
}
