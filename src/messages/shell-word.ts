/** A value as one word of a command that a reader may copy into a shell. */
export function shellWord(value: string | number | undefined): string {
  const text = String(value ?? '');
  if (text !== '' && !/^[~#]|[\s"'`$&|;<>()*?[\]{}!^\\]/.test(text)) return text;
  // Double quotes hold on every system, as long as nothing in them means something to a shell.
  return /["`$!\\]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}
