/** Tells of a reference that names no drift which other comparison it comes from, as far as that is soon found. */
import { classifyDiff } from '../classify/documents.ts';
import { diffDocuments } from '../diff/documents.ts';
import { isNamedBy } from '../drift/alike.ts';
import { driftOf } from '../drift/portal-drift.ts';
import { nameSome } from '../messages/names.ts';
import type { Charter, CharterDocument, Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { templatesFolder } from '../store/repository.ts';
import { createReader } from '../text/reader.ts';
import type { Context } from './context.ts';
import { type Drifted, type Ground, openGround } from './decisions-ground.ts';
import { nearestReferences, readReference } from './decisions-reference.ts';
import { findDocument } from './shelves.ts';
import { openDesk } from './sides.ts';

/** A comparison that could have printed it. */
interface Comparison {
  readonly a: CharterDocument;
  readonly b: CharterDocument;
  readonly templates: { readonly a?: Template; readonly b?: Template };
  /** The command that makes it. */
  readonly command: string;
  /** The portal whose drift its reader may have meant. */
  readonly portal: string;
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
    return new Failure('reference-elsewhere', 2, {
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
  const reader = createReader();
  let left = mostComparisons;
  for await (const comparison of comparisonsOf(ground, context)) {
    if (left === 0) return undefined;
    left -= 1;
    const { a, b, templates } = comparison;
    const raw = diffDocuments(a, b, { templates, reader });
    const { changes } = classifyDiff(raw, a, b, { comparison: 'portals', reader });
    if (changes.some(({ fingerprint }) => fingerprint.startsWith(wanted))) return comparison;
  }
  return undefined;
}

/** The likeliest first. */
async function* comparisonsOf(ground: Ground, context: Context): AsyncGenerator<Comparison> {
  const { drifted, templates } = ground;
  for (const one of drifted) yield backwards(one);
  for (const template of templates)
    for (const one of drifted) if (one.template.document.id !== template.id) yield ofTemplate(template, one);
  yield* versions(drifted, context);
  for (const one of drifted) for (const other of drifted) if (one !== other) yield ofPortals(one, other);
}

/** The template is the first side of a drift. */
function backwards({ charter, template: { document } }: Drifted): Comparison {
  return {
    a: charter,
    b: document,
    templates: { a: document },
    command: `charter diff ${charter.id} template:${document.id}`,
    portal: charter.id,
  };
}

function ofTemplate(template: Template, { charter }: Drifted): Comparison {
  return {
    a: template,
    b: charter,
    templates: { b: template },
    command: `charter drift ${charter.id} --template ${template.id}`,
    portal: charter.id,
  };
}

function ofPortals(one: Drifted, other: Drifted): Comparison {
  return {
    a: one.charter,
    b: other.charter,
    templates: { a: one.template.document, b: other.template.document },
    command: `charter diff ${one.charter.id} ${other.charter.id}`,
    portal: other.charter.id,
  };
}

/** The last commit and now; without git there is none. */
async function* versions(drifted: readonly Drifted[], context: Context): AsyncGenerator<Comparison> {
  const shelf = await quietly(() => openDesk(context).shelf('HEAD'));
  if (!shelf) return;
  for (const { charter, template } of drifted) {
    const before = await quietly(() => findDocument(shelf, 'charter', charter.id));
    if (!before) continue;
    yield {
      a: before.document,
      b: charter,
      templates: { a: template.document, b: template.document },
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
