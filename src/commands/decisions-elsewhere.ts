/** Tells of a reference that names no drift which other comparison it comes from, as far as that is soon found. */
import { classifyDiff } from '../classify/documents.ts';
import { diffDocuments } from '../diff/documents.ts';
import { isNamedBy } from '../drift/alike.ts';
import { driftOf } from '../drift/portal-drift.ts';
import { nameSome } from '../messages/names.ts';
import type { Charter, CharterDocument, Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { templatesFolder } from '../store/repository.ts';
import { createReader, type TextReader } from '../text/reader.ts';
import type { Context } from './context.ts';
import { type Drifted, type Ground, openGround } from './decisions-ground.ts';
import { nearestReferences, readReference } from './decisions-reference.ts';
import { templateDigest } from './drift-generations.ts';
import { findDocument } from './shelves.ts';
import { openDesk } from './sides.ts';

/** A comparison that could have printed it. */
interface Comparison {
  /** Whether a reference of so many digits is one of its own. */
  holds(wanted: string): boolean;
  /** The command that makes it. */
  readonly command: string;
  /** The portal whose drift its reader may have meant. */
  readonly portal: string;
  /** Of a template in another version: what will have to be decided once that is the template. */
  readonly predicted?: true;
}

/** Two portals are many pairs: who has hundreds of portals is not kept waiting for an error. */
const mostComparisons = 200;

/** Always status 2: what it is a reference of, or the nearest ones. */
export async function unknownReference(given: string, ground: Ground, context: Context): Promise<Failure> {
  const suggestions = nearestReferences(given, ground);
  const wanted = readReference(given);
  const whole = context.options.portals === undefined ? ground : await openGround(context);
  const holders = whole.drifted.filter(({ drift }) =>
    drift.findings.some((finding) => isNamedBy(finding, wanted)),
  );
  if (holders.length > 0)
    return new Failure('reference-not-there', 2, {
      values: {
        reference: given,
        lacking: String(context.options.portals),
        portals: nameSome(holders.map(({ charter }) => charter.id)),
      },
    });
  // What follows a template that cannot be read has no drift to look among.
  const unread = unreadTemplate(whole);
  if (unread) return unread;
  const nameless = findNameless(wanted, whole, context);
  if (nameless)
    return new Failure('drift-without-template', 2, {
      values: { portal: nameless.id, template: nameless.template ?? '' },
    });
  const found = await findElsewhere(wanted, whole, context);
  if (found)
    return new Failure(found.predicted ? 'reference-predicted' : 'reference-elsewhere', 2, {
      values: { reference: given, command: found.command, portal: found.portal },
    });
  return new Failure('unknown-reference', 2, { values: { reference: given }, suggestions });
}

function unreadTemplate({ failures, without }: Ground): Failure | undefined {
  if (without.every(({ template }) => template === undefined)) return undefined;
  return failures.find(({ values }) => String(values['file']).startsWith(`${templatesFolder}/`));
}

/** Drift is told of a charter that names no template too; nothing can be decided on it before it does. */
function findNameless(
  wanted: string,
  { without, templates }: Ground,
  { today }: Context,
): Charter | undefined {
  const reader = createReader();
  return without
    .slice(0, mostComparisons)
    .find((charter) =>
      templates.some((template) =>
        driftOf(charter, template, { today, reader }).findings.some((finding) => isNamedBy(finding, wanted)),
      ),
    );
}

async function findElsewhere(
  wanted: string,
  ground: Ground,
  context: Context,
): Promise<Comparison | undefined> {
  const search = { root: ground.repository.root, context, reader: createReader() };
  let left = mostComparisons;
  for await (const comparison of comparisonsOf(ground, search)) {
    if (left === 0) return undefined;
    left -= 1;
    if (comparison.holds(wanted)) return comparison;
  }
  return undefined;
}

interface Search {
  readonly root: string;
  readonly context: Context;
  readonly reader: TextReader;
}

/** The likeliest first. */
async function* comparisonsOf(ground: Ground, search: Search): AsyncGenerator<Comparison> {
  const { drifted, templates } = ground;
  for (const one of drifted) yield backwards(one, search);
  for (const template of templates)
    for (const one of drifted)
      if (one.template.document.id !== template.id) yield ofTemplate(template, one, search);
  yield* predictions(drifted, search);
  yield* versions(drifted, search);
  for (const one of drifted)
    for (const other of drifted) if (one !== other) yield ofPortals(one, other, search);
}

/** The two sides of a diff, each with the template that it follows. */
interface Sides {
  readonly a: CharterDocument;
  readonly b: CharterDocument;
  readonly templates: { readonly a?: Template; readonly b?: Template };
}

function holdsIn({ a, b, templates }: Sides, { reader }: Search): Comparison['holds'] {
  return (wanted) => {
    const raw = diffDocuments(a, b, { templates, reader });
    const { changes } = classifyDiff(raw, a, b, { comparison: 'portals', reader });
    return changes.some(({ fingerprint }) => fingerprint.startsWith(wanted));
  };
}

/** The template is the first side of a drift. */
function backwards({ charter, template: { document } }: Drifted, search: Search): Comparison {
  return {
    holds: holdsIn({ a: charter, b: document, templates: { a: document } }, search),
    command: `charter diff ${charter.id} template:${document.id}`,
    portal: charter.id,
  };
}

function ofTemplate(
  template: Template,
  { charter }: Drifted,
  { context: { today }, reader }: Search,
): Comparison {
  return {
    holds: (wanted) =>
      driftOf(charter, template, { today, reader }).findings.some((finding) => isNamedBy(finding, wanted)),
    command: `charter drift ${charter.id} --template ${template.id}`,
    portal: charter.id,
  };
}

/** Each portal with its template as other branches have it. */
async function* predictions(drifted: readonly Drifted[], search: Search): AsyncGenerator<Comparison> {
  const desk = openDesk(search.context);
  const known = new Set(drifted.map(({ template }) => templateDigest(template.document)));
  const followed = new Set(drifted.map(({ template }) => template.document.id));
  for (const revision of (await quietly(() => branchNames(search.root))) ?? []) {
    for (const id of followed) {
      const template = await quietly(() => desk.template(id, revision));
      if (!template || known.has(templateDigest(template))) continue;
      known.add(templateDigest(template));
      for (const one of drifted)
        if (one.template.document.id === id)
          yield {
            ...ofTemplate(template, one, search),
            command: `charter drift --template ${id}@${revision}`,
            predicted: true,
          };
    }
  }
}

const mostBranches = 50;

/** Those last worked on first, after the present one as it was committed. */
async function branchNames(root: string): Promise<readonly string[]> {
  const { askGit } = await import('../store/git-process.ts');
  const order = ['--sort=-committerdate', `--count=${mostBranches}`, '--format=%(refname:short)'];
  const names = await askGit(root, ['for-each-ref', ...order, 'refs/heads', 'refs/remotes', 'refs/tags']);
  return ['HEAD', ...names.split('\n').filter((name) => name !== '')];
}

function ofPortals(one: Drifted, other: Drifted, search: Search): Comparison {
  const [a, b] = [one.charter, other.charter];
  const templates = { a: one.template.document, b: other.template.document };
  return {
    holds: holdsIn({ a, b, templates }, search),
    command: `charter diff ${one.charter.id} ${other.charter.id}`,
    portal: other.charter.id,
  };
}

/** The last commit and now; without git there is none. */
async function* versions(drifted: readonly Drifted[], search: Search): AsyncGenerator<Comparison> {
  const shelf = await quietly(() => openDesk(search.context).shelf('HEAD'));
  if (!shelf) return;
  for (const { charter, template } of drifted) {
    const before = await quietly(() => findDocument(shelf, 'charter', charter.id));
    if (!before) continue;
    const templates = { a: template.document, b: template.document };
    yield {
      holds: holdsIn({ a: before.document, b: charter, templates }, search),
      command: `charter diff ${charter.id}`,
      portal: charter.id,
    };
  }
}

async function quietly<T>(open: () => Promise<T>): Promise<T | undefined> {
  try {
    return await open();
  } catch (cause) {
    if (cause instanceof Failure) return undefined;
    throw cause;
  }
}
