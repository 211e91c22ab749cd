/** How a file differs from its canonical form: keys out of order, else the first line that is written otherwise. */
import { locateDocument } from './format.ts';
import type { LintFinding } from './lint-content.ts';
import type { Parsed } from './open.ts';
import type { Path } from './problem.ts';

/** `schema` is the one that the file must name; absent where any will do. */
export async function lintForm(
  text: string,
  parsed: Parsed,
  schema: string | undefined,
): Promise<LintFinding[]> {
  const named = text.slice(0, text.indexOf('\n')).endsWith(`$schema=${schema}`);
  if (parsed.document === undefined || (parsed.canonical && (schema === undefined || named))) return [];
  const { reformat } = await import('./reformat.ts');
  const { text: formatted } = reformat(text, schema === undefined ? {} : { schema });
  if (formatted === undefined || formatted === text) return [];
  const canonical = locateDocument(parsed.document, { schema: '' }).marks;
  const disordered = findDisorder([...parsed.lines.keys()], [...canonical.keys()]);
  if (disordered.length > 0) return disordered;
  return [
    {
      code: 'not-canonical',
      severity: 'warning',
      path: [],
      values: {},
      line: firstDifference(text, formatted),
    },
  ];
}

function firstDifference(text: string, formatted: string): number {
  const lines = text.split('\n');
  const wanted = formatted.split('\n');
  const index = lines.findIndex((line, at) => line !== wanted[at]);
  return (index < 0 ? lines.length : index) + 1;
}

/** Of each map, the first key that stands after one it should come before. */
function findDisorder(paths: readonly string[], canonical: readonly string[]): LintFinding[] {
  const ranks = new Map(canonical.map((path, rank) => [path, rank]));
  const highest = new Map<string, number>();
  const found = new Map<string, LintFinding>();
  for (const path of paths) {
    const rank = ranks.get(path);
    const cut = path.lastIndexOf('/');
    const parent = path.slice(0, cut);
    if (rank === undefined || found.has(parent)) continue;
    const before = highest.get(parent);
    if (before !== undefined && before > rank) {
      const key = path.slice(cut + 1);
      found.set(parent, { code: 'key-order', severity: 'warning', path: toPath(path), values: { key } });
    }
    highest.set(parent, Math.max(before ?? 0, rank));
  }
  return [...found.values()];
}

function toPath(path: string): Path {
  return path
    .slice(1)
    .split('/')
    .map((part) => (/^[0-9]+$/.test(part) ? Number(part) : part));
}
