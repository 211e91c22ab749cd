/** The system's own name for what went wrong: `ENOENT`, `EPIPE`, … */

export function errorCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown';
}
