/** Finds a charter repository and the files in it, by name first: what a command does not ask for is not read. */
import { lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { readFailure, relativeTo } from './files.ts';

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

/** Walks up from `from` to the folder that holds `charters/`, no further than the git repository's root. */
export function findRepository(from: string): Repository | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (isFolder(join(folder, chartersFolder))) return { root: folder };
    if (lstatSync(join(folder, '.git'), { throwIfNoEntry: false }) || dirname(folder) === folder)
      return undefined;
  }
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

function yamlFiles(repository: Repository, folder: string): CharterFile[] {
  const found: CharterFile[] = [];
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of readFolder(repository, next)) {
      if (entry.name.startsWith('.')) continue;
      const file = `${next}/${entry.name}`;
      // A folder of such a name stands in a charter's place: reading it will say so.
      if (entry.isDirectory() && !entry.name.endsWith('.yaml')) pending.push(file);
      else if (entry.name.endsWith('.yaml'))
        found.push({ path: join(repository.root, file), file, name: entry.name.slice(0, -'.yaml'.length) });
    }
  }
  return found.sort((one, other) => (one.file < other.file ? -1 : 1));
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
