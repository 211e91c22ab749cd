/** Made-up versions for the screens of versions, and what the program would answer to what those ask for. */
import { charterName, createComparer } from '../../src/history/comparison.ts';
import { piecesOf } from '../../src/history/pieces.ts';
import { createHasher, printDocument } from '../../src/history/prints.ts';
import type { Summary } from '../../src/model/change.ts';
import type { CharterDocument } from '../../src/model/charter.ts';
import type { Version } from '../../src/model/history.ts';
import type { BlameView } from '../../src/present/blame-view.ts';
import type { DiffView } from '../../src/present/diff-view.ts';
import { initialState } from '../../src/tui/initial-state.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { sessionOfBlame, sessionOfHistory } from '../../src/tui/session.ts';
import type { UiState } from '../../src/tui/state.ts';
import type { VersionRow } from '../../src/tui/timeline/timeline.ts';
import type { Options } from './states.ts';

export interface Made extends Partial<Omit<VersionRow, 'version'>> {
  readonly subject?: string;
  readonly author?: string;
  readonly counts?: Partial<Summary>;
  readonly merge?: boolean;
}

const none: Summary = { variable: 0, typographic: 0, wording: 0, substantive: 0 };

/** Number `n` of a history; higher numbers are older. */
export function row(n: number, made: Made = {}): VersionRow {
  const { subject = `Version ${n}`, author = 'Zoé Lefèvre', counts, merge = false, ...given } = made;
  const id = n.toString(16).padStart(2, '0').repeat(20);
  const day = new Date(Date.UTC(2026, 2, 31 - n, 9)).toISOString();
  const version: Version = {
    commit: {
      ...{ id, parents: [], author: { name: author, email: 'a@example.org' } },
      ...{ authored: day, committed: day, subject, trailers: [], merge },
    },
    file: 'charters/normandie.yaml',
    blob: id,
    before: [],
  };
  return {
    ...{ key: `${n}`, charter: 'normandie', status: 'changed', version },
    moment: day.slice(0, 16).replace('T', ' '),
    ...(counts ? { summary: { ...none, ...counts } } : {}),
    ...given,
  };
}

export function uncommitted(counts: Partial<Summary>): VersionRow {
  return {
    ...{ key: 'now', charter: 'normandie', status: 'uncommitted', moment: '' },
    summary: { ...none, ...counts },
  };
}

/** All kinds of versions, newest first. */
export const rows: readonly VersionRow[] = [
  uncommitted({ wording: 1 }),
  row(1, { counts: { substantive: 1, wording: 2 }, subject: 'Durée des cookies', unseen: true }),
  row(2, { counts: { typographic: 3 }, fold: 'form', unseen: true }),
  row(3, { counts: {}, fold: 'same' }),
  row(4, { counts: { substantive: 1, wording: 1 }, fold: 'technical', author: 'Importateur' }),
  row(5, {
    counts: { wording: 4, typographic: 12, variable: 1 },
    ...{ author: 'Jean \u001b[31mDupont', subject: 'Un objet\u0007 hostile \u202e et très long '.repeat(4) },
  }),
  row(6, { counts: { wording: 1 }, merge: true, subject: 'Fusion', remark: 'renommée, était caen' }),
  row(7, { status: 'unreadable', remark: 'illisible' }),
  row(8, { status: 'removed', remark: 'charte retirée' }),
  row(9, { status: 'added', remark: 'nouvelle charte : 11 paragraphes, 4 cookies', subject: 'Cinq chartes' }),
];

export interface Answer {
  readonly rows?: readonly VersionRow[];
  readonly done?: boolean;
  readonly looked?: boolean;
  readonly shallow?: boolean;
}

/** The timeline as it opens, before anything is read. */
export function unread(options: Options = {}, charters: readonly string[] = ['normandie']): UiState {
  return initialState(sessionOfHistory(charters), terminalOf(options), settingsOf(options));
}

export function answer(state: UiState, given: Answer = {}): UiState {
  const { rows: read = rows, done = true, looked = false, shallow = false } = given;
  const serial = state.timeline?.serial ?? 0;
  return reduce(state, { type: 'versions', serial, rows: read, done, looked, shallow });
}

export function timelineState(options: Options = {}, given: Answer = {}): UiState {
  return answer(unread(options), given);
}

/** Answers what is asked of the version under the cursor. */
export function previewed(state: UiState, view: DiffView): UiState {
  const asked = state.effects.find((effect) => effect.kind === 'preview');
  return asked?.kind === 'preview' ? reduce(state, { type: 'previewed', key: asked.row.key, view }) : state;
}

/** Answers the comparison that is asked for. */
export function compared(state: UiState, view: DiffView): UiState {
  const asked = state.effects.find((effect) => effect.kind === 'compare');
  if (asked?.kind !== 'compare') throw new Error('nothing to compare');
  return reduce(state, { type: 'compared', pair: asked.pair, swapped: asked.swapped, view });
}

/** The pieces of a document, every third one of a newer version, the last not committed. */
export function blameOf(document: CharterDocument): {
  readonly view: BlameView;
  readonly rows: readonly VersionRow[];
} {
  const file = `charters/${document.id}.yaml`;
  const self = createComparer({ template: () => undefined })(
    { document, file, revision: '' },
    { document, file, revision: '' },
  );
  const pieces = piecesOf(document, printDocument(document, createHasher())).filter(
    ({ kind }) => kind !== 'variable' && kind !== 'head',
  );
  const given = pieces.map((_, at): VersionRow => {
    if (at === pieces.length - 1) return uncommitted({});
    return at % 3 === 2 ? row(1, { subject: 'Mots' }) : row(9, { subject: 'Cinq chartes', author: 'Jean' });
  });
  const units = pieces.map(({ spot: _spot, ...piece }, at) => {
    const commit = given[at]?.version?.commit;
    return commit
      ? { ...piece, state: 'committed' as const, commit }
      : { ...piece, state: 'uncommitted' as const };
  });
  return { view: { charter: charterName(document), file, units, self }, rows: given };
}

export function originsState(document: CharterDocument, options: Options = {}): UiState {
  const state = initialState(sessionOfBlame(document.id), terminalOf(options), settingsOf(options));
  return reduce(state, { type: 'blamed', serial: state.origins?.serial ?? 0, ...blameOf(document) });
}

function terminalOf({ size = [100, 30] }: Options): UiState['terminal'] {
  return { columns: size[0], rows: size[1] };
}

function settingsOf({ language = 'en', color = false }: Options): UiState['settings'] {
  return { language, palette: 'default', color, ground: 'dark' };
}
