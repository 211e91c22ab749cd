/** Small documents and one-call classification for the tests of this room. */
import { classifyDiff } from '../../src/classify/documents.ts';
import { diffDocuments } from '../../src/diff/documents.ts';
import type { Change, Notice } from '../../src/model/change.ts';
import type { Charter, CookieTable } from '../../src/model/charter.ts';

export interface Sketch {
  readonly id?: string;
  readonly language?: string;
  readonly title?: string;
  readonly body?: Charter['body'];
  readonly tables?: readonly CookieTable[];
  readonly variables?: Readonly<Record<string, string>>;
}

export function charter(sketch: Sketch): Charter {
  return {
    kind: 'charter',
    id: sketch.id ?? 'portal',
    language: sketch.language ?? 'fr',
    ...(sketch.title === undefined ? {} : { title: sketch.title }),
    variables: sketch.variables ?? { url: 'https://data.example.fr' },
    repairs: [],
    decisions: [],
    body: sketch.body ?? [],
    tables: sketch.tables ?? [],
  };
}

export function paragraphs(...texts: readonly string[]): Charter['body'] {
  return texts.map((text) => ({ role: 'paragraph', text }));
}

export function table(keys: readonly string[], ...rows: readonly (readonly string[])[]): CookieTable {
  return {
    id: 'cookies',
    columns: keys.map((key) => ({ key, head: key })),
    rows: rows.map((cells) => ({ cells })),
  };
}

export function classify(
  a: Charter,
  b: Charter,
  comparison: 'portals' | 'versions' = 'portals',
): { changes: readonly Change[]; notices: readonly Notice[] } {
  return classifyDiff(diffDocuments(a, b), a, b, { comparison });
}

/** Class and rule of the only change between two texts of one paragraph. */
export function judgeTexts(a: string, b: string, language: string): readonly string[] {
  const { changes } = classify(
    charter({ language, body: paragraphs(a) }),
    charter({ language, body: paragraphs(b) }),
  );
  return changes.map((change) => `${change.class} ${change.rule}`);
}
