/** Days begin and end where the zone's clocks say so, over changes of the clock too. */
import { describe, expect, test } from 'vitest';
import { createCalendar, endOfDay, startOfDay } from '../../src/text/zone.ts';

describe('a zone', () => {
  test.each([
    ['Europe/Paris', '2026-03-09T23:30:00Z', '2026-03-10'],
    ['UTC', '2026-03-09T23:30:00Z', '2026-03-09'],
    ['America/Cayenne', '2026-03-10T02:59:59+00:00', '2026-03-09'],
    ['Pacific/Noumea', '2026-03-09T14:00:00+01:00', '2026-03-10'],
    ['Europe/Paris', 0, '1970-01-01'],
  ])('%s puts %s on %s', (zone, instant, day) => {
    expect(createCalendar(zone)(instant)).toBe(day);
  });

  test.each([
    ['Europe/Paris', '2026-03-29', '2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z'],
    ['Europe/Paris', '2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z'],
    ['UTC', '2026-12-31', '2026-12-31T00:00:00Z', '2026-12-31T23:59:59Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00Z', '2026-01-01T09:59:59Z'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z', '2011-12-30T09:59:59Z'],
  ])('%s has the day %s from %s to %s', (zone, day, from, to) => {
    expect([startOfDay(day, zone), endOfDay(day, zone)]).toEqual([
      Date.parse(from) / 1000,
      Date.parse(to) / 1000,
    ]);
  });
});
