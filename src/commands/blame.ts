/** `charter blame`: which version gave each paragraph, cookie and cell its present words. */
import { historyMessages } from '../messages/history.ts';
import { Failure } from '../model/failure.ts';
import type { BlameView } from '../present/blame-view.ts';
import { type BlameRequest, openBlame, readBlame } from './blame-reading.ts';
import type { Context, Outcome } from './context.ts';
import { parseRange } from './forms.ts';

export async function runBlame(context: Context): Promise<Outcome> {
  const [argument = ''] = context.arguments;
  if (parseRange(argument)) throw new Failure('one-version', 2, { values: { argument, command: 'blame' } });
  const line = readLine(context);
  const request = await openBlame(context, line);
  if (context.screen && line === undefined) {
    const { showBlame } = await import('./history-screen.ts');
    return showBlame(request, context, context.screen);
  }
  const { past } = request;
  try {
    refuseBeyond(request);
    const { view } = await readBlame(request);
    const shallow = view.units.some(({ state }) => state === 'boundary');
    return {
      status: 0,
      output: await render(view, context, past.timezone),
      pages: context.format === 'text',
      ...(shallow ? { messages: `${historyMessages[context.language].shallow}\n` } : {}),
    };
  } finally {
    past.blobs.close();
  }
}

function readLine({ options }: Context): number | undefined {
  const text = options.line;
  if (typeof text !== 'string') return undefined;
  if (!/^[1-9][0-9]{0,8}$/.test(text))
    throw new Failure('bad-number', 2, { values: { option: '--line', value: text, from: 1 } });
  return Number(text);
}

function refuseBeyond({ line, blamed: { loaded } }: BlameRequest): void {
  const { file, count } = loaded;
  if (line !== undefined && line > count)
    throw new Failure('no-such-line', 2, { values: { line, file, count } });
}

async function render(view: BlameView, context: Context, timezone: string): Promise<string> {
  const { language, color, accessible, format, options, width } = context;
  const wanted = {
    language,
    color,
    width: accessible ? undefined : width,
    all: options.all === true,
    timezone,
  };
  if (format === 'json') return (await import('../present/blame-json.ts')).renderBlameJson(view);
  if (accessible) return (await import('../present/blame-accessible.ts')).renderBlameAccessible(view, wanted);
  return (await import('../present/blame-text.ts')).renderBlameText(view, wanted);
}
