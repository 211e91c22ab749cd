/** All that a charter or template says, one text after the other: approved wordings, heads and cells included. */
import type { CharterDocument, InlineText } from '../model/charter.ts';

/** Title, then the body, then the tables; `''` for what is not there. */
export function textsOf({
  title,
  body,
  tables,
}: Pick<CharterDocument, 'title' | 'body' | 'tables'>): InlineText[] {
  return [
    title ?? '',
    ...body.flatMap((block) => (block.role === 'table' ? [] : [block.text, ...(block.variants ?? [])])),
    ...tables.flatMap(({ caption, columns, rows }) => [
      caption ?? '',
      ...columns.map(({ head }) => head ?? ''),
      ...rows.flatMap(({ cells }) => cells),
    ]),
  ];
}
