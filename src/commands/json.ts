/** The frame of the commands' JSON: English keys and a schema version, whatever the language. */

export const schemaVersion = 1;

export function renderJson(command: string, data: object): string {
  return `${JSON.stringify({ schemaVersion, command, ...data }, null, 2)}\n`;
}
