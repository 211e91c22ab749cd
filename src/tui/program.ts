/**
 * Runs the UI: keys become actions, actions states, states screens, and what a state asks for is done. The first
 * screen is there before Ink is loaded; Ink then takes over without a visible step.
 */
import type { Action, Effect, KeyPress } from './action.ts';
import { createCanvas } from './canvas.ts';
import { clipboardSequence } from './clipboard.ts';
import { frame } from './frame.ts';
import { initialState } from './initial-state.ts';
import type { InkScreen } from './ink/screen.tsx';
import { actionFor } from './keymap.ts';
import { createKeyReader } from './keys.ts';
import { paintLine } from './palette.ts';
import { reduce } from './reducer.ts';
import type { Session, Settings, UiState } from './state.ts';
import { type Host, Terminal } from './terminal.ts';
import { shownEntry } from './timeline/visit.ts';

/** What the UI cannot do itself; the command that opens it can. */
export interface Services {
  load(effect: Extract<Effect, { kind: 'load' }>): Promise<Action>;
  edit(effect: Extract<Effect, { kind: 'edit' }>): Promise<Action>;
  /** What only the history of the repository tells. */
  recall(effect: Extract<Effect, { kind: 'versions' | 'compare' | 'blame' | 'preview' }>): Promise<Action>;
  /** Where drift is shown. */
  drift?(effect: Extract<Effect, { kind: 'drift' }>): Promise<Action>;
  /** Where a request is reviewed. */
  review?(effect: Extract<Effect, { kind: 'view' | 'reason' }>): Promise<Action>;
}

export interface ProgramOptions {
  readonly settings: Settings;
  readonly services: Services;
  readonly host: Host;
  /** Changes what the session opens with, as the command line asks. */
  readonly prepare?: (state: UiState) => UiState;
}

export interface Closed {
  /** By a key that interrupts, rather than one that quits. */
  readonly interrupted: boolean;
}

/** Items read at a time for a search: some two milliseconds. */
const itemsAhead = 500;

/** After an escape byte, how long the rest of a key may take. */
const escapeDelay = 30;

export function runProgram(session: Session, options: ProgramOptions): Promise<Closed> {
  return new Promise((resolve, reject) => {
    const program = new Program(session, options, { resolve, reject });
    program.start();
  });
}

interface Ending {
  resolve(closed: Closed): void;
  reject(cause: unknown): void;
}

class Program {
  readonly #options: ProgramOptions;
  readonly #terminal: Terminal;
  readonly #ending: Ending;
  readonly #canvas = createCanvas();
  readonly #reader = createKeyReader();
  readonly #keys: KeyPress[] = [];
  #state: UiState;
  #screen: InkScreen | undefined;
  #escape: NodeJS.Timeout | undefined;
  #drawing = false;
  #busy = false;
  #reading = false;
  #closed = false;

  constructor(session: Session, options: ProgramOptions, ending: Ending) {
    this.#options = options;
    this.#ending = ending;
    this.#terminal = new Terminal(options.host, {
      onInput: (chunk) => this.#receive(chunk),
      onChange: () => this.#repaint(),
      onHangUp: () => this.#close({ interrupted: true }),
    });
    const state = initialState(session, this.#terminal.size, options.settings);
    this.#state = options.prepare?.(state) ?? state;
  }

  start(): void {
    this.#terminal.open();
    this.#draw();
    // The first screen reaches the eye before anything else is loaded or compared.
    setImmediate(() => {
      this.#perform();
      if (!isReading(this.#state)) void this.#loadInk();
    });
  }

  /** Once: it takes its time, which what the reader waits for first does not have. */
  async #loadInk(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    const { openInkScreen } = await (await import('./ink/loading.ts')).loadInk();
    if (this.#closed) return;
    this.#screen = openInkScreen((lines, columns) => this.#show(lines, columns));
    this.#draw();
  }

  #receive(chunk: Uint8Array): void {
    clearTimeout(this.#escape);
    this.#take(this.#reader.read(chunk));
    if (this.#reader.waiting) this.#escape = setTimeout(() => this.#take(this.#reader.flush()), escapeDelay);
  }

  #take(keys: readonly KeyPress[]): void {
    if (keys.some(({ name }) => name === 'ctrl-c')) this.#keys.length = 0;
    this.#keys.push(...keys);
    this.#work();
  }

  /** All keys that wait, then one screen; a key that needs the terminal or a comparison holds up those after it. */
  #work(): void {
    for (let key = this.#nextKey(); key && !this.#closed; key = this.#nextKey()) {
      const action = actionFor(this.#state, key);
      if (!action) continue;
      this.#state = reduce(this.#state, action);
      if (this.#state.effects.length > 0) this.#perform();
    }
    this.#draw();
    this.#readAhead();
  }

  /** While a query is typed, what it will be sought in is read, a few items at a time so that no key waits. */
  #readAhead(): void {
    const { prompt, book } = this.#state;
    if (
      this.#closed ||
      this.#reading ||
      prompt?.kind !== 'search' ||
      book?.texts.readAhead(itemsAhead) !== true
    )
      return;
    this.#reading = true;
    setImmediate(() => {
      this.#reading = false;
      this.#readAhead();
    });
  }

  #nextKey(): KeyPress | undefined {
    const interrupts = this.#keys[0]?.name === 'ctrl-c';
    return interrupts || !(this.#busy || isLoading(this.#state)) ? this.#keys.shift() : undefined;
  }

  #dispatch(action: Action): void {
    if (this.#closed) return;
    this.#state = reduce(this.#state, action);
    this.#perform();
    this.#work();
    if (!this.#closed && !isReading(this.#state)) setImmediate(() => void this.#loadInk());
  }

  #perform(): void {
    const { effects } = this.#state;
    if (effects.length === 0) return;
    this.#state = { ...this.#state, effects: [] };
    for (const effect of effects) this.#do(effect);
  }

  #do(effect: Effect): void {
    const { services } = this.#options;
    if (effect.kind === 'quit') this.#close({ interrupted: effect.interrupted });
    else if (effect.kind === 'suspend') this.#terminal.suspend();
    else if (effect.kind === 'copy') this.#copy(effect);
    else if (effect.kind === 'load') this.#answer(nextTurn().then(() => services.load(effect)));
    else if (isOfHistory(effect)) this.#answer(nextTurn().then(() => services.recall(effect)));
    else if (effect.kind === 'drift') {
      const { drift } = services;
      if (drift) this.#answer(nextTurn().then(() => drift(effect)));
    } else if (effect.kind === 'view' || effect.kind === 'reason') {
      const { review } = services;
      if (review) this.#answer(nextTurn().then(() => review(effect)));
    } else this.#answer(this.#edit(() => services.edit(effect)));
  }

  async #edit(work: () => Promise<Action>): Promise<Action> {
    this.#busy = true;
    try {
      return await this.#terminal.lend(work);
    } finally {
      this.#busy = false;
    }
  }

  #copy({ text, what, of }: Extract<Effect, { kind: 'copy' }>): void {
    const bytes = clipboardSequence(text);
    if (bytes !== undefined) this.#terminal.write(bytes);
    setImmediate(() =>
      this.#dispatch({
        type: 'copied',
        done: bytes !== undefined,
        ...(what === undefined ? {} : { what }),
        ...(of ? { of } : {}),
      }),
    );
  }

  #answer(coming: Promise<Action>): void {
    coming.then(
      (action) => this.#dispatch(action),
      (cause: unknown) => this.#fail(cause),
    );
  }

  #repaint(): void {
    this.#canvas.forget();
    this.#dispatch({ type: 'resize', ...this.#terminal.size });
  }

  #draw(): void {
    if (this.#closed) return;
    const { columns, lines } = frame(this.#state);
    const painted = lines.map((line) => paintLine(line, this.#state.settings));
    if (this.#screen) this.#screen.show(painted, columns);
    else this.#show(painted, columns);
  }

  #show(lines: readonly string[], columns: number): void {
    this.#terminal.write(this.#canvas.draw(lines, columns));
  }

  #close(closed: Closed): void {
    if (this.#closed) return;
    this.#end();
    this.#ending.resolve(closed);
  }

  #fail(cause: unknown): void {
    if (this.#closed) return;
    this.#end();
    this.#ending.reject(cause);
  }

  #end(): void {
    this.#closed = true;
    clearTimeout(this.#escape);
    this.#screen?.close();
    this.#terminal.close();
  }
}

/** Whether the comparison that the reader opened is still being made, or a decision written. */
function isLoading(state: UiState): boolean {
  if (state.board?.writing || state.queue?.writing) return true;
  const shown = state.screens.at(-1);
  const isComparison = shown === 'text' || shown === 'table' || shown === 'detail';
  return isComparison && shownEntry(state)?.loading === true;
}

type OfHistory = Parameters<Services['recall']>[0];

const ofHistory: ReadonlySet<Effect['kind']> = new Set<OfHistory['kind']>([
  'versions',
  'compare',
  'blame',
  'preview',
]);

function isOfHistory(effect: Effect): effect is OfHistory {
  return ofHistory.has(effect.kind);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Whether the session opened on versions of which none has come yet. */
function isReading({ session, timeline, origins }: UiState): boolean {
  if (session.kind === 'history') return timeline?.state === 'reading' && timeline.rows.length === 0;
  return session.kind === 'blame' && !origins?.view && origins?.failure === undefined;
}
