/** Shows long text through the user's pager, as git does, and waits until it is closed. */
import { spawn } from 'node:child_process';

export interface PagerOptions {
  /** A shell command. */
  readonly command: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The interrupt key was pressed: the pager lives on, what writes for it should stop. */
  readonly interrupted?: () => void;
}

/** The pager that git would use, or undefined where the text is to go straight to the terminal. */
export async function choosePager(
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const command = env['GIT_PAGER'] ?? (await configuredPager()) ?? env['PAGER'] ?? 'less';
  return command === '' || command === 'cat' ? undefined : command;
}

/** Git's `core.pager`; a repository's own settings may not name a program to be run. */
async function configuredPager(): Promise<string | undefined> {
  const { askUserSetting } = await import('./git-settings.ts');
  return askUserSetting('core.pager');
}

export interface Pager {
  /** Waits while the pager has enough to show; false where nobody reads on. */
  write(text: string): Promise<boolean>;
  /** Waits until the pager is closed; false where it could not be started, and nothing was shown. */
  end(): Promise<boolean>;
}

export function openPager({ command, env, interrupted }: PagerOptions): Pager {
  const pager = spawn(command, {
    shell: true,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { LESS: 'FRX', LV: '-c', ...env },
  });
  // The pager handles the interrupt key itself; we only wait for it to end.
  const ignore = (): void => interrupted?.();
  process.on('SIGINT', ignore);
  const closed = new Promise<boolean>((settle) => {
    pager.on('error', () => settle(false));
    pager.on('close', (status) => {
      process.off('SIGINT', ignore);
      settle(status !== 127 && status !== 126);
    });
  });
  let open = true;
  const gone = new Promise<void>((settle) => {
    const stop = (): void => {
      open = false;
      settle();
    };
    pager.stdin.on('error', stop).on('close', stop);
    void closed.then(stop);
  });
  return {
    write: async (text) => {
      if (open && !pager.stdin.write(text))
        await Promise.race([gone, new Promise<void>((settle) => pager.stdin.once('drain', () => settle()))]);
      return open;
    },
    end: () => {
      pager.stdin.end();
      return closed;
    },
  };
}

/** False where the pager could not be started; the text was then not shown. */
export async function pageText(text: string, options: PagerOptions): Promise<boolean> {
  const pager = openPager(options);
  // All at once: the pager takes what it needs.
  void pager.write(text);
  return pager.end();
}
