/** The five published captures as charters, and the law that a charter written out reads back as itself. */
import { readFileSync } from 'node:fs';
import { openDocument } from '../../src/canonical/open.ts';
import { charterFromReading } from '../../src/capture/charter.ts';
import { readCapture } from '../../src/capture/read-capture.ts';
import type { CaptureRead, Media } from '../../src/capture/reading.ts';
import type { Block, Charter, CharterDocument, Template } from '../../src/model/charter.ts';

export const portals = [
  'normandie',
  'cooracenormandie',
  'noisylegrand',
  'pays-de-la-loire',
  'performance-dataunedic',
] as const;
export type Portal = (typeof portals)[number];

const root = new URL('../../', import.meta.url);

export function snapshot(portal: Portal): Uint8Array {
  return readFileSync(new URL(`snapshots/${portal}/2026-11-21.txt`, root));
}

export async function sharedTemplate(): Promise<Template> {
  const text = readFileSync(new URL('charters/templates/opendatasoft-fr.yaml', root), 'utf8');
  const { document, problems } = await openDocument(text);
  if (document?.kind !== 'template') throw new Error(JSON.stringify(problems));
  return document;
}

export async function readText(
  text: string,
  options: { as?: Media; template?: Template } = {},
): Promise<CaptureRead> {
  const reading = await readCapture(new TextEncoder().encode(text), options);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading;
}

export async function portalCharter(portal: Portal): Promise<Charter> {
  const reading = await readCapture(snapshot(portal), { template: await sharedTemplate() });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return charterOf(reading, portal);
}

export function charterOf(reading: CaptureRead, id = 'portal'): Charter {
  const source = { capture: 'x', captured: '2026-11-21', media: reading.media, sha256: 'x' };
  return charterFromReading(reading, { id, source });
}

/** What must be equal after a charter was written out and read: everything but levels that it never had. */
export function contents(
  document: Pick<CharterDocument, 'title' | 'body' | 'tables'>,
  unlevelled: readonly Block[] = document.body,
): unknown {
  const body = document.body.map((block, index) => {
    const other = unlevelled[index];
    const bare = other?.role === 'heading' && other.level === undefined && block.role === 'heading';
    return bare ? { role: block.role, text: block.text } : block;
  });
  return { title: document.title, body, tables: document.tables };
}
