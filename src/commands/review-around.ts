/** What the charters of a review are held against in one state: templates, the portals' addresses, ids and captures. */
import { addressIndex, type PortalAddress } from '../canonical/addresses.ts';
import { schemaFrom } from '../canonical/format.ts';
import { lintDocument } from '../canonical/lint.ts';
import { addressBook } from '../drift/variables.ts';
import type { Charter, CharterDocument, Day, Template } from '../model/charter.ts';
import type { Problem } from '../model/problem.ts';
import type { ReviewText, Standards } from '../review/material.ts';
import { chartersFolder, templatesFolder } from '../store/repository.ts';
import { captureOwner, sha256 } from '../store/snapshots.ts';
import type { Files } from './review-states.ts';
import type { TextReading } from './review-texts.ts';

/** A charter by what must be known of those that are left alone. */
export interface Standing {
  readonly file: string;
  readonly blob: string;
  /** Without its text. */
  readonly charter: Charter;
}

export interface Surround extends Standards {
  readonly files: Files;
  readonly charters: readonly Standing[];
  /** Files by kind and id. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  /** The addresses of portals that a text may hold. */
  readonly addressesIn: (text: string) => readonly PortalAddress[];
}

export function isCharterFile(file: string): boolean {
  return file.startsWith(`${chartersFolder}/`) && file.endsWith('.yaml');
}

export function isTemplateFile(file: string): boolean {
  return file.startsWith(`${templatesFolder}/`);
}

/** What cannot be read is passed over: where the request touches it, it is told there. */
export async function lookAround(files: Files, texts: TextReading): Promise<Surround> {
  const places = [...files].filter(([file]) => isCharterFile(file));
  await texts.load(places.map(([, blob]) => blob));
  const templates = new Map<string, Template>();
  const charters: Standing[] = [];
  const holders = new Map<string, string[]>();
  for (const [file, blob] of places) {
    const { document } = await texts.open(blob, file);
    if (!document) continue;
    const key = keyOf(document);
    holders.set(key, [...(holders.get(key) ?? []), file]);
    if (document.kind === 'template') templates.set(document.id, document);
    else charters.push({ file, blob, charter: { ...document, body: [], tables: [] } });
  }
  const addresses = addressBook(charters.map(({ charter }) => charter));
  const addressesIn = addressIndex(
    charters.flatMap(({ charter: { id, variables } }) => {
      const { url } = variables;
      return url === undefined ? [] : [{ portal: id, url }];
    }),
  );
  return { files, templates, charters, holders, addresses, addressesIn };
}

function keyOf({ kind, id }: CharterDocument): string {
  return `${kind} ${id}`;
}

interface LintTerms {
  readonly surround: Surround;
  readonly texts: TextReading;
  readonly today: Day;
  /** Taken for one without anything wrong, where it can be read. */
  readonly isClean?: boolean;
}

/** A text with all that is wrong with it where it stands. */
export async function readText(
  { file, blob }: { readonly file: string; readonly blob: string },
  { surround, texts, today, isClean = false }: LintTerms,
): Promise<ReviewText> {
  const read = await texts.open(blob, file);
  const { document, text } = read;
  const found =
    text === undefined || !document || isClean
      ? read.problems
      : await lintDocument(
          text,
          {
            today,
            others: surround.addressesIn(text).filter(({ portal }) => portal !== document.id),
            ...(await contextOf(document, file, { surround, texts })),
          },
          read.parsed,
        );
  return {
    file,
    ...(document ? { document } : text === undefined ? {} : { unread: text }),
    get lines(): ReadonlyMap<string, number> {
      return read.lines;
    },
    problems: document && !isClean ? [...twins(document, file, surround), ...found] : found,
  };
}

async function contextOf(
  document: CharterDocument,
  file: string,
  { surround, texts }: Pick<LintTerms, 'surround' | 'texts'>,
): Promise<Omit<Parameters<typeof lintDocument>[1], 'today'>> {
  const source = document.kind === 'charter' ? document.source : undefined;
  const owner = source && captureOwner(source.capture);
  const isCopied = owner !== undefined && owner !== document.id && surround.holders.has(`charter ${owner}`);
  const bytes = source && (await texts.bytes(surround.files.get(source.capture)));
  return {
    templates: [...surround.templates.values()],
    ...(source ? { captureSha256: bytes ? sha256(bytes) : null } : {}),
    ...(isCopied ? { captureOf: owner } : {}),
    schema: schemaFrom(file.slice(chartersFolder.length + 1)),
  };
}

function twins(document: CharterDocument, file: string, { holders }: Surround): Problem[] {
  const other = holders.get(keyOf(document))?.find((holder) => holder !== file);
  if (other === undefined) return [];
  return [
    { code: 'duplicate-id', severity: 'error', path: [], values: { id: document.id, one: file, other } },
  ];
}
