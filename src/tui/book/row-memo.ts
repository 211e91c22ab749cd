/** Keeps rows laid out for the last keys, so that moving lays out only what comes into sight; forgets when what they depend on changes. */
import type { FrameLine } from '../frame-types.ts';

/** More than any window shows, with what stands around it. */
const most = 600;

/** The same rows whether they were kept or not: whoever asks cannot tell. */
export class RowMemo {
  readonly #rows = new Map<string, readonly FrameLine[]>();
  #scope = '';

  /** `scope` names all that the rows depend on besides their own key. */
  rows(scope: string, key: string, lay: () => readonly FrameLine[]): readonly FrameLine[] {
    if (scope !== this.#scope) {
      this.#rows.clear();
      this.#scope = scope;
    }
    const found = this.#rows.get(key);
    if (found) return found;
    const rows = lay();
    if (this.#rows.size >= most) this.#forgetOldest();
    this.#rows.set(key, rows);
    return rows;
  }

  #forgetOldest(): void {
    for (const key of this.#rows.keys()) {
      this.#rows.delete(key);
      if (this.#rows.size < most / 2) return;
    }
  }
}
