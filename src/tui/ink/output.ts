/**
 * Takes the place of Ink's own composer in the built program. Ink's goes through every cell of the screen at every
 * key, up to 100 ms at 200 × 50; our lines are whole and cut to cells already, so they only need their places.
 */
type Transformer = (line: string, index: number) => string;

interface Piece {
  readonly x: number;
  readonly text: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export default class LineOutput {
  readonly #rows: Piece[][];

  constructor({ height }: Size) {
    this.#rows = Array.from({ length: height }, () => []);
  }

  write(
    x: number,
    y: number,
    text: string,
    { transformers }: { readonly transformers: readonly Transformer[] },
  ): void {
    text.split('\n').forEach((line, index) => {
      const shown = transformers.reduce((done, transform) => transform(done, index), line);
      this.#rows[y + index]?.push({ x, text: shown });
    });
  }

  /** Nothing is drawn outside of its place, so there is nothing to cut. */
  clip(): void {}

  unclip(): void {}

  get(): { readonly output: string; readonly height: number } {
    const lines = this.#rows.map((pieces) => pieces.map(({ text }) => text).join(''));
    return { output: lines.join('\n'), height: lines.length };
  }
}
