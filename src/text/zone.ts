/** Days and instants in a time zone, for any name that IANA gives one: the zone comes as an argument, never from the machine. */
import type { Day } from '../model/charter.ts';

/** Tells the day of an instant, given in ISO 8601 or in seconds since 1970. */
export function createCalendar(zone: string): (instant: string | number) => Day {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    era: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant) => {
    const date = new Date(typeof instant === 'number' ? instant * 1000 : instant);
    const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]));
    return `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
  };
}

/** The first second of a day, since 1970; of the day after it, less one, the last. */
export function startOfDay(day: Day, zone: string): number {
  const dayOf = createCalendar(zone);
  const noon = Date.parse(`${day}T12:00:00Z`) / 1000;
  // No zone is more than a day from UTC, whatever its clocks did.
  let [before, from] = [noon - 2 * secondsOfDay, noon + 2 * secondsOfDay];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayOf(middle) < day) before = middle;
    else from = middle;
  }
  return from;
}

const secondsOfDay = 86_400;

export function endOfDay(day: Day, zone: string): number {
  return startOfDay(dayAfter(day), zone) - 1;
}

function dayAfter(day: Day): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) + secondsOfDay * 1000).toISOString().slice(0, 10);
}
