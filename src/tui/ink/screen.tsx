/** The screen as Ink's: React keeps the painted lines, Ink lays them out, and what it would print is handed on. */
import { EventEmitter } from 'node:events';
import { Box, render, Text } from 'ink';
import type { ReactElement } from 'react';

export interface InkScreen {
  show(lines: readonly string[], columns: number): void;
  close(): void;
}

/** Stands for standard output: Ink prints a whole screen at a time, which is not yet for the terminal. */
class ScreenOutput extends EventEmitter {
  columns = 0;
  readonly isTTY = false;
  readonly #print: (text: string) => void;

  constructor(print: (text: string) => void) {
    super();
    this.#print = print;
  }

  write(text: string): boolean {
    this.#print(text);
    return true;
  }
}

/** Keys are read elsewhere: Ink would drop some of those that come together. */
class NoInput extends EventEmitter {
  readonly isTTY = false;
}

export function openInkScreen(print: (lines: readonly string[], columns: number) => void): InkScreen {
  let columns = 0;
  let open = true;
  const output = new ScreenOutput((text) => {
    if (open && columns > 0) print(text.split('\n').map(unblank), columns);
  });
  const streams = { stdout: output, stderr: output, stdin: new NoInput() } as unknown as Streams;
  const instance = render(<Lines lines={[]} />, {
    ...streams,
    // Every screen is printed at once and in full; what changed is worked out where it is written.
    debug: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  return {
    show(lines, width) {
      columns = width;
      output.columns = width;
      instance.rerender(<Lines lines={lines} />);
    },
    close() {
      open = false;
      instance.unmount();
    },
  };
}

interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
}

/** Ink gives no height to an empty text. */
const blank = ' ';

function unblank(line: string): string {
  return line === blank ? '' : line;
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactElement {
  return (
    <Box flexDirection="column">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place on the screen.
        <Text key={index} wrap="truncate">
          {line === '' ? blank : line}
        </Text>
      ))}
    </Box>
  );
}
