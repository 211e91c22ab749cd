/** Reads which version gave each piece of a charter its present words, for whoever shows it. */
import { blamePieces, type Present } from '../history/blame.ts';
import { type Comparer, charterName, createComparer } from '../history/comparison.ts';
import type { Documents } from '../history/documents.ts';
import { isCookieNamed } from '../history/filter.ts';
import { blamedUnits, type Piece, pathOf, piecesOf } from '../history/pieces.ts';
import { formatPrints, parsePrints } from '../history/print-file.ts';
import { createHasher, createPrints, printDocument } from '../history/prints.ts';
import { createPlaceTest } from '../history/section-names.ts';
import { Failure } from '../model/failure.ts';
import type { HistoryPage, Version } from '../model/history.ts';
import type { BlamedUnit, VersionDiff } from '../model/log.ts';
import type { BlameView } from '../present/blame-view.ts';
import { findSections } from '../present/section-finder.ts';
import { readCached, writeCached } from '../store/cache.ts';
import { cacheFolder, repositoryKey } from '../store/user-folders.ts';
import { type Blamed, openBlamed } from './blamed.ts';
import type { Context } from './context.ts';
import { spokenNames } from './log-options.ts';
import { followPast, openPast, type Past } from './past.ts';
import { readTargets } from './past-targets.ts';
import { requireHistory } from './repository.ts';

export interface BlameRequest {
  readonly context: Context;
  /** Its blobs are to be closed when all is read. */
  readonly past: Past;
  readonly blamed: Blamed;
  /** The one line of the file that is asked about. */
  readonly line?: number;
}

export interface BlameReading {
  readonly view: BlameView;
  /** Those that gave the units of the view, in their order; none where one is not committed. */
  readonly versions: readonly (Version | undefined)[];
}

interface BlamedPieces {
  readonly units: readonly BlamedUnit[];
  readonly versions: BlameReading['versions'];
}

/** Fails where the command line names no charter that is there. */
export async function openBlame(context: Context, line?: number): Promise<BlameRequest> {
  const repository = requireHistory(context.directory);
  const { revision, asked, targets, without } = await readTargets(context, repository);
  const [target] = targets;
  if (!target || without.length > 0)
    throw new Failure('missing-argument', 2, { values: { command: 'blame' } });
  const past = await openPast(repository, revision, context.directory);
  try {
    const blamed = await openBlamed(past, target, { asked, context });
    return { context, past, blamed, ...(line === undefined ? {} : { line }) };
  } catch (cause) {
    past.blobs.close();
    throw cause;
  }
}

export async function readBlame(request: BlameRequest): Promise<BlameReading> {
  const { past, blamed } = request;
  const { loaded, revision } = blamed;
  const { document, file } = loaded;
  const compare = createComparer({ template: past.template });
  const named = { document, file, revision: revision ?? '' };
  const self = compare(named, named);
  const { units, versions } = await blameAll(request, { self, compare });
  const view: BlameView = {
    charter: charterName(document),
    file,
    ...(revision === undefined ? {} : { revision }),
    units: units.map((unit) => {
      const line = loaded.lines.get(pathOf(unit, document));
      return line === undefined ? unit : { ...unit, line };
    }),
    self,
  };
  return { view, versions };
}

/** The pieces asked for with their versions; keeps the fingerprints that were made on the way. */
async function blameAll(
  { context, past, blamed, line }: BlameRequest,
  { self, compare }: { readonly self: VersionDiff; readonly compare: Comparer },
): Promise<BlamedPieces> {
  const { loaded, place, changed } = blamed;
  const { document, file } = loaded;
  const charter = charterName(document);
  const print = printDocument(document, createHasher());
  const choice = { context, blamed, self, ...(line === undefined ? {} : { line }) };
  const pieces = choosePieces(piecesOf(document, print), choice);
  const cache = await openCache(context, past, charter);
  const documents = requireContents(past.documents);
  const prints = createPrints(documents, cache.known);
  const present: Present = { document, file, print, changed, ...(place ? { blob: place.blob } : {}) };
  const history = place
    ? prepared(followPast(past, { file: place.file }, { order: 'topological' }), past, cache.known)
    : none();
  const origins = await blamePieces(
    pieces.map(({ spot }) => spot),
    present,
    { documents, prints, compare, history },
  );
  if (prints.fresh.size > 0) cache.write(formatPrints(new Map([...cache.known, ...prints.fresh])));
  const versions = origins.map(({ version }) => version);
  return { units: blamedUnits(pieces, origins, { charter, file }), versions };
}

/** What a partial clone lacks would make a later version look like the first with these words. */
function requireContents(documents: Documents): Documents {
  return {
    prepare: (ids) => documents.prepare(ids),
    open: async (id, near) => {
      const opened = await documents.open(id, near);
      if (!opened.document && opened.problems.some(({ code }) => code === 'blob-missing'))
        throw new Failure('git-partial', 4);
      return opened;
    },
  };
}

interface Choice {
  readonly context: Context;
  readonly blamed: Blamed;
  readonly self: VersionDiff;
  readonly line?: number;
}

function choosePieces(pieces: readonly Piece[], { context, blamed, self, line }: Choice): readonly Piece[] {
  const { options, format } = context;
  if (line !== undefined) return [pieceAt(line, pieces, blamed)];
  const { section, cookie } = options;
  const whole = options.all === true || format === 'json';
  const bySection = typeof section === 'string' ? sectionFilter(section, self) : undefined;
  return pieces.filter((piece) => {
    if (typeof cookie === 'string' && !isOfCookie(piece, cookie, blamed)) return false;
    if (bySection && !bySection(piece)) return false;
    return whole || (piece.kind !== 'variable' && piece.kind !== 'head');
  });
}

function isOfCookie({ table, row }: Piece, wanted: string, { loaded: { document } }: Blamed): boolean {
  const found = row === undefined ? undefined : document.tables.find(({ id }) => id === table);
  const at = found?.columns.findIndex(({ key }) => key === 'name') ?? -1;
  return isCookieNamed(found?.rows[row ?? -1]?.cells[at] ?? '', wanted);
}

/** A table belongs to the section that it stands in. */
function sectionFilter(wanted: string, self: VersionDiff): (piece: Piece) => boolean {
  const finder = findSections(self.diff);
  const stands = createPlaceTest(self, wanted, spokenNames);
  const places = new Map(
    self.b.body.flatMap((block, at): [string, number][] =>
      block.role === 'table' ? [[block.table, at]] : [],
    ),
  );
  return ({ kind, block, table }) => {
    if (kind === 'title') return stands('b', { column: kind });
    const at = block ?? (table === undefined ? undefined : places.get(table));
    if (at === undefined) return table !== undefined && stands('b', { table });
    const section = self.diff.sections[finder.ofBlock('b', at)]?.id;
    return stands('b', {
      block: at,
      ...(section === undefined ? {} : { section }),
      ...(table === undefined ? {} : { table }),
    });
  };
}

/** The smallest piece that the line belongs to; fails with status 2 where it holds no text. */
function pieceAt(line: number, pieces: readonly Piece[], { loaded }: Blamed): Piece {
  const { document, lines, file } = loaded;
  let path = '';
  let start = 0;
  for (const [place, at] of lines)
    if (at <= line && (at > start || (at === start && place.length > path.length)))
      [path, start] = [place, at];
  const byPath = new Map(pieces.map((piece) => [pathOf(piece, document), piece]));
  for (; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const piece = byPath.get(path);
    if (piece && line <= loaded.count) return piece;
  }
  throw new Failure('no-text-at-line', 2, { values: { line, file } });
}

/** Reads the blobs of a page in one batch. */
async function* prepared(
  history: AsyncGenerator<HistoryPage>,
  { documents }: Past,
  known: ReadonlyMap<string, unknown>,
): AsyncGenerator<HistoryPage> {
  for await (const page of history) {
    const blobs = page.versions.flatMap(({ before }) => before.map(({ blob }) => blob));
    await documents.prepare(blobs.filter((blob) => !known.has(blob)));
    yield page;
  }
}

async function* none(): AsyncGenerator<HistoryPage> {}

interface Cache {
  readonly known: ReturnType<typeof parsePrints>;
  write(text: string): void;
}

async function openCache({ env }: Context, { repository: { root } }: Past, charter: string): Promise<Cache> {
  const folder = cacheFolder(env);
  if (folder === undefined) return { known: new Map(), write: () => undefined };
  const name = `prints-${await repositoryKey(root)}-${charter.replace(':', '-')}`;
  const text = readCached(folder, name);
  return {
    known: text === undefined ? new Map() : parsePrints(text),
    write: (made) => writeCached(folder, name, made),
  };
}
