/** Shows long text through the user's pager, as git does, and waits until it is closed. */
import { spawn } from 'node:child_process';

export interface PagerOptions {
  /** A shell command. */
  readonly command: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The pager to use, or undefined where the text is to go straight to the terminal. */
export function choosePager(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const command = env['GIT_PAGER'] ?? env['PAGER'] ?? 'less';
  return command === '' || command === 'cat' ? undefined : command;
}

/** False where the pager could not be started; the text was then not shown. */
export function pageText(text: string, options: PagerOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const pager = spawn(options.command, {
      shell: true,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { LESS: 'FRX', LV: '-c', ...options.env },
    });
    // The pager handles the interrupt key itself; we only wait for it to end.
    const ignore = (): void => undefined;
    process.on('SIGINT', ignore);
    pager.stdin.on('error', ignore);
    pager.on('error', () => resolve(false));
    pager.on('close', (status) => {
      process.off('SIGINT', ignore);
      resolve(status !== 127 && status !== 126);
    });
    pager.stdin.end(text);
  });
}
