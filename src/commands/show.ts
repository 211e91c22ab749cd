/** `charter show`: the charter itself, ready to paste into the portal's editor. */
import { formatDocument, schemaFrom } from '../canonical/format.ts';
import { diffMessages } from '../messages/commands.ts';
import { versionMessages } from '../messages/versions.ts';
import type { CharterDocument } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { Problem } from '../model/problem.ts';
import { charterRenderers } from '../present/renderers.ts';
import { chartersFolder } from '../store/repository.ts';
import { sanitise } from '../text/sanitise.ts';
import type { Context, Outcome } from './context.ts';
import { isPortalId, parseRange, portalIdOf } from './forms.ts';
import { removedOn } from './removed.ts';
import { openDesk, readForm } from './sides.ts';

export async function runShow(context: Context): Promise<Outcome> {
  const notes: string[] = [];
  const [argument = ''] = context.arguments;
  if (parseRange(argument)) throw new Failure('one-version', 2, { values: { argument, command: 'show' } });
  const form = readForm(argument, context, (name) => notes.push(diffMessages[context.language].clash(name)));
  const loaded = await openDesk(context, (note) => notes.push(note)).open(form);
  const { document, file, capture, dated } = loaded;
  if (dated?.removed) {
    throw removedOn(document.id, dated);
  }
  if (dated) notes.push(`${versionMessages[context.language].dated(dated)}.`);
  notes.push(...(await doubtLines(file, capture?.warnings ?? [], context)));
  const text = await render(capture ? standingAlone(document) : document, file, context);
  // What is piped on or written to a file is to be pasted and stays exact; a terminal is never steered.
  const exact = context.format !== 'text' && !context.terminal;
  return {
    status: 0,
    output: exact ? text : visible(text, context),
    pages: true,
    ...(notes.length === 0 ? {} : { messages: `${notes.join('\n')}\n` }),
  };
}

async function doubtLines(
  file: string,
  doubts: readonly Problem[],
  { language }: Context,
): Promise<string[]> {
  if (doubts.length === 0) return [];
  const { renderProblems } = await import('./problem-text.ts');
  return renderProblems(
    doubts.map((problem) => ({ file, problem })),
    language,
  );
}

/** The tabs of plain text are its tables', never the charter's. */
function visible(text: string, { format }: Context): string {
  const show = (part: string): string => sanitise(part, { keepLines: true });
  return format === 'text' ? text.split('\t').map(show).join('\t') : show(text);
}

/** A page outside the repository as a charter of its own: under a name that one may have, its place left out. */
function standingAlone(document: CharterDocument): CharterDocument {
  if (document.kind !== 'charter' || isPortalId(document.id)) return document;
  const { source: _, ...charter } = document;
  return { ...charter, id: portalIdOf(document.id) };
}

async function render(document: CharterDocument, file: string, { format }: Context): Promise<string> {
  if (format === 'yaml') return formatDocument(document, { schema: schemaFrom(insideCharters(file)) });
  const renderer = format === 'markdown' || format === 'html' ? format : 'text';
  return (await charterRenderers[renderer]())(document);
}

function insideCharters(file: string): string {
  return file.startsWith(`${chartersFolder}/`) ? file.slice(chartersFolder.length + 1) : file;
}
