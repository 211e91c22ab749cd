/** Opens a charter as it was: at a revision, under whatever name it had then, or on a day. */
import { isDay } from '../canonical/patterns.ts';
import { versionMessages } from '../messages/versions.ts';
import { Failure } from '../model/failure.ts';
import { decodeUtf8 } from '../store/files.ts';
import { readBlobs } from '../store/git.ts';
import type { Context } from './context.ts';
import { looksLikeDay, type NamedForm } from './forms.ts';
import { requireHistory } from './repository.ts';
import { absent, type DocumentKind, findDocument, type Loaded, openText, type Shelf } from './shelves.ts';

export interface VersionForm extends NamedForm {
  readonly revision: string;
}

export interface VersionOptions {
  readonly context: Context;
  shelf(revision?: string): Promise<Shelf>;
  say(note: string): void;
}

/** Git's own names come before days; the user is told where one hides the other. */
export async function openVersion(form: VersionForm, options: VersionOptions): Promise<Loaded> {
  const { context, shelf, say } = options;
  if (!looksLikeDay(form.revision)) return openRevision(form, options);
  const named = await shelf(form.revision).catch((cause: unknown) => {
    if (cause instanceof Failure && cause.code.startsWith('unknown-revision')) return undefined;
    throw cause;
  });
  if (named) {
    say(versionMessages[context.language].dayIsRevision(form.revision));
    return openRevision(form, options);
  }
  if (!isDay(form.revision)) throw new Failure('no-such-day', 2, { values: { day: form.revision } });
  return openDay(form, options);
}

async function openDay(form: VersionForm, options: VersionOptions): Promise<Loaded> {
  try {
    return await openDated(form, options);
  } catch (cause) {
    if (!isUnknown(cause)) throw cause;
    // It may have its present id in the work tree only.
    const { context, shelf, say } = options;
    const then = await shelf('HEAD');
    const former = await searchFormer({ kind: form.kind, id: form.id, then }, options);
    if (!former || former.document.id === form.id) throw cause;
    say(versionMessages[context.language].former(form.id, former.document.id, 'HEAD'));
    return { ...(await openDated({ ...form, id: former.document.id }, options)), asked: form.id };
  }
}

async function openDated(
  { kind, id, revision: day }: VersionForm,
  { context, shelf }: VersionOptions,
): Promise<Loaded> {
  const home = requireHistory(context.directory);
  const by = context.options.by === 'commit' ? 'commit' : 'capture';
  const { findDated } = await import('./dated.ts');
  const { version, dated } = await findDated(home, await shelf('HEAD'), { kind, id, day, by });
  const about = { revision: day, shelf: version.commit.id, asked: id, dated };
  const { file, blob } = version;
  if (blob === undefined) {
    const last = version.before[0];
    if (!last) throw new Failure('git-object-missing', 4, { values: { file } });
    return {
      ...absent(await openBlob(home.root, last, about), { revision: day, shelf: about.shelf }),
      dated,
    };
  }
  return openBlob(home.root, { file, blob }, about);
}

async function openBlob(
  root: string,
  place: { readonly file: string; readonly blob: string },
  about: Parameters<typeof openText>[2],
): Promise<Loaded> {
  const [bytes] = await readBlobs(root, [place]);
  return openText(decodeUtf8(bytes ?? Buffer.of(), place.file), place.file, about);
}

async function openRevision({ kind, id, revision }: VersionForm, options: VersionOptions): Promise<Loaded> {
  const { context, shelf, say } = options;
  const then = await shelf(revision);
  try {
    return await findDocument(then, kind, id);
  } catch (cause) {
    if (!isUnknown(cause)) throw cause;
    const former = await searchFormer({ kind, id, then }, options);
    if (!former) throw cause;
    say(versionMessages[context.language].former(id, former.document.id, revision));
    return former;
  }
}

/** From the present commit first, whose history is known; then from the work tree, where the renaming may be new. */
export async function searchFormer(
  question: { readonly kind: DocumentKind; readonly id: string; readonly then: Shelf },
  { context, shelf }: Pick<VersionOptions, 'context' | 'shelf'>,
): Promise<Loaded | undefined> {
  const { findFormer } = await import('./former.ts');
  for (const revision of ['HEAD', undefined]) {
    try {
      const now = await shelf(revision);
      const found = await findFormer(requireHistory(context.directory), { ...question, now });
      if (found) return found;
    } catch (cause) {
      if (!isUnknown(cause) && !isNowhere(cause)) throw cause;
    }
  }
  return undefined;
}

function isUnknown(cause: unknown): boolean {
  return (
    cause instanceof Failure && ['unknown-portal', 'unknown-template', 'no-charters'].includes(cause.code)
  );
}

/** No commit yet, no work tree, or no charter in it. */
function isNowhere(cause: unknown): boolean {
  return (
    cause instanceof Failure && ['not-a-repository', 'bare-repository', 'no-commit'].includes(cause.code)
  );
}
