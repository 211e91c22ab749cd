/** The shapes that the stages of the importer hand to one another, from pieces of a page to the finished reading. */
import type { CaptureProblemCode } from '../messages/capture.ts';
import type { Block, CookieTable, InlineText, Repair, Source, Template } from '../model/charter.ts';
import type { Problem } from '../model/problem.ts';

export type Media = Source['media'];

export interface CaptureOptions {
  /** Reads the bytes as this, whatever they look like. */
  readonly as?: Media;
  /** The shared text that the charter follows: its cookie names, heads and cells settle doubtful places. */
  readonly template?: Template;
  /** The page's address; its host tells the portal's own address from others. */
  readonly page?: string;
  /** Keeps what would be refused as empty, truncated or an error page. */
  readonly force?: boolean;
}

export interface CaptureRead {
  readonly ok: true;
  readonly media: Media;
  readonly encoding: string;
  readonly language: string;
  readonly title?: InlineText;
  readonly body: readonly Block[];
  readonly tables: readonly CookieTable[];
  readonly variables: Readonly<Record<string, string>>;
  readonly repairs: readonly Repair[];
  readonly warnings: readonly Problem[];
}

interface CaptureRefused {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

export type CaptureReading = CaptureRead | CaptureRefused;

/** A heading, paragraph or list item before its final role is settled. */
export interface TextPiece {
  readonly kind: 'text';
  readonly role: 'heading' | 'paragraph' | 'item';
  readonly level?: number;
  readonly depth?: number;
  readonly ordered?: true;
  /** The number that the page gives to an ordered item. */
  readonly number?: number;
  readonly text: InlineText;
  /** The same text cut where the capture breaks its lines. */
  readonly lines: readonly InlineText[];
  readonly line: number;
  /** One line among others that no blank line parts; the number of the first of them. */
  readonly chunk?: number;
  /** Never to be read as a heading. */
  readonly fixed?: true;
}

export interface GridRow {
  readonly cells: readonly InlineText[];
  readonly line: number;
}

/** A table as laid out on the page, before its columns are understood. */
export interface GridPiece {
  readonly kind: 'grid';
  /** The head row where the page marks one (a rule below it, `thead`, `th`). */
  readonly head?: GridRow;
  readonly caption?: InlineText;
  readonly rows: readonly GridRow[];
  readonly line: number;
}

/** Terms with their descriptions, as a definition list gives them. */
export interface PairsPiece {
  readonly kind: 'pairs';
  readonly pairs: readonly Pair[];
  readonly line: number;
}

export interface Pair {
  readonly head: InlineText;
  readonly value: InlineText;
  readonly line: number;
}

export type Piece = TextPiece | GridPiece | PairsPiece;

/** What a reader of one media type found. */
export interface PageReading {
  readonly pieces: readonly Piece[];
  /** As the page itself declares it. */
  readonly language?: string;
  /** The window title of an HTML page: never part of the charter, but telling for error pages. */
  readonly windowTitle?: string;
  /** A field asks for a password. */
  readonly asksPassword?: boolean;
  /** The page ends in the middle of a table, a tag or a comment. */
  readonly cut?: boolean;
  /** A document begins and does not say that it ends. */
  readonly open?: boolean;
}

/** Collects what was mended and what is doubtful while a capture is read. */
export interface Log {
  readonly repairs: Repair[];
  readonly warnings: Problem[];
}

/** Adds a warning; `line` is the capture's. */
export function warn(
  log: Log,
  code: CaptureProblemCode,
  detail: { line?: number; values?: Readonly<Record<string, string | number>> } = {},
): void {
  log.warnings.push({
    code,
    severity: 'warning',
    path: [],
    ...(detail.line === undefined ? {} : { line: detail.line }),
    values: detail.values ?? {},
  });
}
