/** Days and minutes of versions in the readers' time zone, also around the hours at which a zone changes its offset. */
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { createMomentWriter } from '../../src/present/moments.ts';

const zones = [
  'Europe/Paris',
  'Asia/Kolkata',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
];

test.prop([fc.constantFrom(...zones), fc.integer({ min: 946_684_800, max: 1_900_000_000 })])(
  'a minute is the one of the zone’s own clock',
  (timeZone, seconds) => {
    const instant = new Date(seconds * 1000);
    const parts = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(instant);
    expect(createMomentWriter(timeZone).minute(instant.toISOString())).toBe(parts.replace(', ', ' '));
  },
);

test.each([
  ['2026-03-29T00:59:00Z', '2026-03-29 01:59'],
  ['2026-03-29T01:00:00Z', '2026-03-29 03:00'],
  ['2026-10-25T00:59:00Z', '2026-10-25 02:59'],
  ['2026-10-25T01:00:00Z', '2026-10-25 02:00'],
  ['2026-10-24T23:30:00Z', '2026-10-25 01:30'],
  ['no date', 'no date'],
])('in Paris %s is %s', (moment, local) => {
  expect(createMomentWriter('Europe/Paris').minute(moment)).toBe(local);
});
