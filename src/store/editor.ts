/** Opens a file in the user's editor, at a line where the editor can be told one, and waits until it is closed. */
import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

export interface EditorOptions {
  /** A shell command, as `chooseEditor` gives it. */
  readonly command: string;
  readonly env: Environment;
  /** From 1. */
  readonly line?: number;
}

/** The editor to use, or undefined where none is set. */
export function chooseEditor(env: Environment): string | undefined {
  return [env['VISUAL'], env['EDITOR']].find((command) => command !== undefined && command.trim() !== '');
}

/** Editors of their own ways; all others take `+LINE FILE`, as vi did. */
const withColon: Readonly<Record<string, readonly string[]>> = {
  code: ['--wait', '--goto'],
  'code-insiders': ['--wait', '--goto'],
  codium: ['--wait', '--goto'],
  cursor: ['--wait', '--goto'],
  subl: ['--wait'],
  zed: ['--wait'],
  hx: [],
  helix: [],
};

/** True where the editor ended without trouble. The file goes to it as an argument, never through the shell. */
export function editFile(file: string, { command, env, line }: EditorOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const editor = spawn('sh', ['-c', `${command} "$@"`, command, ...editorArguments(command, file, line)], {
      stdio: 'inherit',
      env,
    });
    // Keys that interrupt are the editor's own while it runs.
    const ignore = (): void => undefined;
    const listeners = process.listeners('SIGINT');
    process.removeAllListeners('SIGINT').on('SIGINT', ignore);
    const settle = (done: boolean): void => {
      process.off('SIGINT', ignore);
      for (const listener of listeners) process.on('SIGINT', listener);
      resolve(done);
    };
    editor.on('error', () => settle(false));
    editor.on('close', (status) => settle(status === 0));
  });
}

export function editorArguments(command: string, file: string, line: number | undefined): readonly string[] {
  if (line === undefined) return [file];
  const name = /^\S*?([^\s/]+)(?:\s|$)/.exec(command.trim())?.[1] ?? '';
  const flags = Object.hasOwn(withColon, name) ? withColon[name] : undefined;
  return flags ? [...flags, `${file}:${line}`] : [`+${line}`, file];
}
