/** Every output of the log by its name. */
import { createLogAccessible } from './log-accessible.ts';
import { createLogJson } from './log-json.ts';
import { createLogText } from './log-text.ts';
import type { LogOptions, LogRenderer } from './log-view.ts';

export const logRenderers = {
  text: createLogText,
  accessible: createLogAccessible,
  json: createLogJson,
} as const satisfies Readonly<Record<string, (options: LogOptions) => LogRenderer>>;
