/** Stands in for the programming interface of a host of repositories: a real server on this machine. */
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly body: { readonly body?: string };
}

/** Answers as a host's interface does: each answer by method and path without its query. */
export class Interface {
  readonly asked: Asked[] = [];
  private readonly server: Server;

  private constructor(answers: (asked: Asked) => unknown) {
    this.server = createServer((request, response) => {
      void readAsked(request).then((asked) => {
        this.asked.push(asked);
        const answer = answers(asked);
        response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer ?? { message: 'Not Found' }));
      });
    });
  }

  static async open(answers: (asked: Asked) => unknown): Promise<Interface> {
    const made = new Interface(answers);
    await new Promise<void>((resolve) => made.server.listen(0, '127.0.0.1', resolve));
    return made;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Requests that would change something. */
  get changes(): Asked[] {
    return this.asked.filter(({ method }) => method !== 'GET');
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  const { authorization = '', 'private-token': token = '' } = request.headers;
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    token: `${authorization}${String(token)}`,
    body: text === '' ? {} : JSON.parse(text),
  };
}

/** While this process answers what the script asks. */
export async function runBeside(
  program: string,
  words: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<{ readonly stdout: string; readonly stderr: string; readonly status: number | null }> {
  const child = spawn(program, words, {
    ...options,
    env: { PATH: process.env['PATH'], ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (part) => {
    stdout += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part) => {
    stderr += part;
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { stdout, stderr, status };
}
