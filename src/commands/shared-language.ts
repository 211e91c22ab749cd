/** The language of what many people read: that of the repository's settings, unless `--lang` says otherwise. */
import { join } from 'node:path';
import { readSettings } from '../canonical/settings.ts';
import type { Language } from '../model/language.ts';
import { exists, readText } from '../store/files.ts';
import { findRepository, settingsFile } from '../store/repository.ts';
import type { Context } from './context.ts';

export async function readSharedLanguage(context: Context): Promise<Language> {
  const repository = findRepository(context.directory);
  if (context.languageAsked || !repository) return context.language;
  const path = join(repository.root, settingsFile);
  return (await readSettings(exists(path) ? readText(path, settingsFile) : undefined)).settings.language;
}
