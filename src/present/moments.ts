/** When a version was made, as the repository's readers count their days. */

export interface MomentWriter {
  /** `2026-03-09` of an ISO date with its own offset. */
  day(moment: string): string;
  /** `2026-03-09 14:05`. */
  minute(moment: string): string;
}

const quarter = 15 * 60_000;
const day = 24 * 60 * 60_000;
/** Offsets that are kept at hand. */
const mostOffsets = 4096;

/** `timezone` is an IANA name; what is no date is given back as it is. */
export function createMomentWriter(timezone: string): MomentWriter {
  const offsetAt = createOffsets(timezone);
  // Moments that are told one after the other are mostly of one day.
  let last = { start: Number.NaN, text: '' };
  function minute(moment: string): string {
    const instant = Date.parse(moment);
    if (Number.isNaN(instant)) return moment;
    const local = instant + offsetAt(instant);
    const start = Math.floor(local / day) * day;
    if (start !== last.start) last = { start, text: new Date(start).toISOString().slice(0, -14) };
    const minutes = Math.floor((local - start) / 60_000);
    return `${last.text} ${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  }
  return { minute, day: (moment) => minute(moment).replace(/ \d\d:\d\d$/, '') };
}

function twoDigits(count: number): string {
  return count < 10 ? `0${count}` : String(count);
}

/** Milliseconds to add to an instant for its local time. Zones change theirs only at quarters of an hour, and seldom. */
function createOffsets(timezone: string): (instant: number) => number {
  const known = new Map<number, number>();
  const format = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    timeZoneName: 'longOffset',
    hour: 'numeric',
  });
  const atQuarter = (instant: number): number => {
    const at = Math.floor(instant / quarter);
    let offset = known.get(at);
    if (offset === undefined) {
      offset = readOffset(format.format(instant));
      if (known.size >= mostOffsets) known.clear();
      known.set(at, offset);
    }
    return offset;
  };
  return (instant) => {
    const start = Math.floor(instant / day) * day;
    const offset = atQuarter(start);
    // No zone goes and comes back within a day.
    return offset === atQuarter(start + day) ? offset : atQuarter(instant);
  };
}

/** Of `9 AM GMT+05:30`; `GMT` alone is none. */
function readOffset(text: string): number {
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(text) ?? [];
  const total = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0);
  return (sign === '-' ? -1 : 1) * total * 1000;
}
