/** Finds a charter repository and the files in it, by name first: what a command does not ask for is not read. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { errorCode } from './error-code.ts';
import { exists, readFailure, relativeTo } from './files.ts';

/** An absolute path; `charters/`, `snapshots/` and the settings stand under it. */
export interface Repository {
  readonly root: string;
}

/** A file that may hold a charter; `path` is absolute, `file` from the repository's root, with `/`. */
export interface CharterFile {
  readonly path: string;
  readonly file: string;
  /** The file's name without `.yaml`: by convention the id of the charter in it. */
  readonly name: string;
}

export const chartersFolder = 'charters';
export const templatesFolder = 'charters/templates';
export const snapshotsFolder = 'snapshots';
export const settingsFile = '.charter.yaml';

/**
 * Walks up from `from` to the folder that holds `charters/`, no further than the git repository's root; that is the
 * one where a sparse checkout may have left out every charter.
 */
export function findRepository(from: string): Repository | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isFolder(join(folder, chartersFolder))) return { root: folder };
    if (exists(join(folder, '.git'))) return hasSparseCheckout(folder) ? { root: folder } : undefined;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The top of the git work tree that a folder lies in. */
export function findWorkTree(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (exists(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Git's own folder without a work tree; one inside a work tree may have come with untrusted files and is none. */
export function isBareRepository(folder: string): boolean {
  const parts =
    isFile(join(folder, 'HEAD')) && ['objects', 'refs'].every((name) => isFolder(join(folder, name)));
  return parts && findWorkTree(folder) === undefined;
}

/** Whether the work tree may lack files that git has; told without asking git. */
export function hasSparseCheckout(from: string): boolean {
  const folder = gitFolder(from);
  return folder !== undefined && exists(join(folder, 'info', 'sparse-checkout'));
}

/** Of this work tree: a linked one, or a submodule, only has a file that says where it is. */
function gitFolder(from: string): string | undefined {
  const top = findWorkTree(from);
  if (top === undefined) return undefined;
  const path = join(top, '.git');
  if (isFolder(path)) return path;
  const [, elsewhere] = isFile(path) ? (/^gitdir: (.+?)\s*$/.exec(readFileSync(path, 'utf8')) ?? []) : [];
  return elsewhere === undefined ? undefined : resolve(top, elsewhere);
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Every charter file, templates apart, in the order of their paths. */
export function listCharterFiles(repository: Repository): CharterFile[] {
  return yamlFiles(repository, chartersFolder).filter(({ file }) => !file.startsWith(`${templatesFolder}/`));
}

export function listTemplateFiles(repository: Repository): CharterFile[] {
  return isFolder(join(repository.root, templatesFolder)) ? yamlFiles(repository, templatesFolder) : [];
}

function yamlFiles(repository: Repository, folder: string, found: CharterFile[] = []): CharterFile[] {
  const listed = readFolder(repository, folder).filter(({ name }) => !name.startsWith('.'));
  // A folder of such a name stands in a charter's place: reading it will say so.
  const entries = listed.map((entry) => {
    const inside = entry.isDirectory() && !entry.name.endsWith('.yaml');
    return inside ? `${entry.name}/` : entry.name;
  });
  const path = join(repository.root, folder);
  // As the paths of what they are, or of what is in them, come in order.
  for (const name of entries.sort()) {
    const file = `${folder}/${name}`;
    if (name.endsWith('/')) yamlFiles(repository, file.slice(0, -1), found);
    else if (name.endsWith('.yaml'))
      found.push({ path: `${path}/${name}`, file, name: name.slice(0, -'.yaml'.length) });
  }
  return found;
}

function readFolder(repository: Repository, folder: string): ReturnType<typeof readEntries> {
  const path = join(repository.root, folder);
  try {
    return readEntries(path);
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return [];
    throw readFailure(cause, relativeTo(repository.root, path));
  }
}

function readEntries(path: string): import('node:fs').Dirent[] {
  return readdirSync(path, { withFileTypes: true });
}

/** The names of the folders and files in a folder that are not hidden, sorted. */
export function listFolder(
  path: string,
  shown: string = path,
): { readonly name: string; readonly folder: boolean }[] {
  try {
    return readEntries(path)
      .filter((entry) => !entry.name.startsWith('.'))
      .map((entry) => ({ name: entry.name, folder: isFolder(join(path, entry.name)) }))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (cause) {
    throw readFailure(cause, shown);
  }
}
