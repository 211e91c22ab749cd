/** When a version was made, as the repository's readers count their days. */

export interface MomentWriter {
  /** `2026-03-09` of an ISO date with its own offset. */
  day(moment: string): string;
  /** `2026-03-09 14:05`. */
  minute(moment: string): string;
}

/** `timezone` is an IANA name; what is no date is given back as it is. */
export function createMomentWriter(timezone: string): MomentWriter {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  function minute(moment: string): string {
    const instant = Date.parse(moment);
    if (Number.isNaN(instant)) return moment;
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const part = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
    return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
  }
  return { minute, day: (moment) => minute(moment).replace(/ \d\d:\d\d$/, '') };
}
