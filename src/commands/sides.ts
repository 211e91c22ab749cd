/** Turns what the user named into the two documents of a comparison. */
import { resolve } from 'node:path';
import { createPool } from '../canonical/read.ts';
import type { Template } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import { decodeUtf8, readBytes, relativeTo } from '../store/files.ts';
import { findRepository, isFile, type Repository } from '../store/repository.ts';
import { headLength, statedId } from '../text/headlines.ts';
import type { Context } from './context.ts';
import { type Form, parseForm } from './forms.ts';
import { requireHistory, requireRepository } from './repository.ts';
import { findDocument, type Loaded, openText, type Shelf, stagedKey, workTree } from './shelves.ts';

/** Opens what is named, each commit once; git is loaded only where a revision is asked for. */
export interface Desk {
  readonly repository: Repository | undefined;
  /** `page` is the address of the page, for a capture. */
  open(form: Form, page?: string): Promise<Loaded>;
  /** The work tree, the commit that the revision names, or the index for `stagedKey`. */
  shelf(revision?: string): Promise<Shelf>;
  /** The template of that id, undefined where there is none. */
  template(id: string, revision?: string): Promise<Template | undefined>;
}

/** `say` is given what the user should know of how a name was understood. */
export function openDesk(context: Context, say: (note: string) => void = () => undefined): Desk {
  const repository = findRepository(context.directory);
  const shelves = new Map<string, Promise<Shelf>>();
  const pool = createPool();
  const templates = new Map<string, Promise<Template | undefined>>();
  function shelf(revision?: string): Promise<Shelf> {
    const key = revision ?? '';
    const known = shelves.get(key);
    if (known) return known;
    const opened = openShelf(context.directory, revision).then((one) => ({ ...one, pool }));
    shelves.set(key, opened);
    // What stood beside a document is looked for by the commit's own id.
    const share = ({ commit }: Shelf): unknown => commit !== undefined && shelves.set(commit, opened);
    opened.then(share, () => undefined);
    return opened;
  }
  function template(id: string, revision?: string): Promise<Template | undefined> {
    const key = `${revision ?? ''} ${id}`;
    const found = templates.get(key) ?? findTemplate(id, () => shelf(revision));
    templates.set(key, found);
    return found;
  }
  return {
    repository,
    shelf,
    template,
    open: async (form, page) => {
      if (form.kind === 'file')
        return openPath(form.path, { context, repository, ...(page === undefined ? {} : { page }) });
      const { kind, id, revision } = form;
      if (revision === undefined) return findDocument(await shelf(), kind, id);
      const { openVersion } = await import('./versions.ts');
      return openVersion({ kind, id, revision }, { context, shelf, say });
    },
  };
}

async function openShelf(directory: string, revision: string | undefined): Promise<Shelf> {
  if (revision === undefined) return workTree(requireRepository(directory));
  const { openCommit, openStaged } = await import('./states.ts');
  if (revision === stagedKey) return openStaged(requireRepository(directory));
  return openCommit(requireHistory(directory), revision);
}

async function findTemplate(id: string, shelf: () => Promise<Shelf>): Promise<Template | undefined> {
  try {
    const { document } = await findDocument(await shelf(), 'template', id);
    return document.kind === 'template' ? document : undefined;
  } catch (cause) {
    if (cause instanceof Failure && (cause.code === 'unknown-template' || cause.code === 'not-a-repository'))
      return undefined;
    throw cause;
  }
}

interface PathOptions {
  readonly context: Context;
  readonly repository: Repository | undefined;
  readonly page?: string;
}

/** A charter by its name or by its first words, anything else a capture, read as the importer would. */
async function openPath(path: string, { context, repository, page }: PathOptions): Promise<Loaded> {
  const full = resolve(context.directory, path);
  const shown = repository ? relativeTo(repository.root, full) : path;
  const bytes = readBytes(full, path);
  const named = /\.ya?ml$/i.test(path);
  const looksNamed =
    !/\.[a-z]+$/i.test(path) && statedId(bytes.toString('utf8', 0, headLength)) !== undefined;
  if (named || looksNamed) return openText(decodeUtf8(bytes, path), shown);
  const { openCapture } = await import('./captures.ts');
  return openCapture(bytes, { path: shown, repository, context, ...(page === undefined ? {} : { page }) });
}

/** A portal's name is taken before a file's of the same name; the user is told of the other. */
export function readForm(argument: string, context: Context, say: (name: string) => void): Form {
  const form = parseForm(argument);
  if (form.kind === 'charter' && form.revision === undefined && isFile(resolve(context.directory, form.id)))
    say(form.id);
  return form;
}

/** A capture beside a charter with an address is read anew as a page of that address, which its text may name. */
export async function openAsPage(
  loaded: Loaded,
  other: Loaded,
  desk: Desk,
  directory: string,
): Promise<Loaded> {
  const { document } = other;
  const url = document.kind === 'charter' && !other.capture ? document.variables['url'] : undefined;
  if (!loaded.capture || url === undefined) return loaded;
  const path = resolve(desk.repository?.root ?? directory, loaded.file);
  return desk.open({ kind: 'file', path }, url);
}
