import { expect, test } from 'vitest';
import { columnOfHead, knownHeads } from '../../src/capture/columns.ts';

const heads = knownHeads(undefined);

test.each([
  ["Service provider's name", 'provider'],
  ['Propriétaire', 'provider'],
  ['Function and location', 'service'],
  ['Cookie name(s)', 'name'],
  ['Nom du cookies', 'name'],
  ['Cookies', 'name'],
  ['Finalité(s)', 'purpose'],
  ['Notes', 'purpose'],
  ['Durée de stockage', 'duration'],
  ['Durée maximale', 'duration'],
  ['Durée de vie (jours)', 'duration'],
  ['Placé par', 'provider'],
  ['Site(s) concerné(s)', 'domain'],
  ['Expires after', 'duration'],
  ['Tiempo de almacenamiento', 'duration'],
  ['Interne ou tiers', 'party'],
])('the head “%s” names the column %s', (head, key) => {
  expect(columnOfHead(head, heads)).toBe(key);
});

test.each(['', ' ', '12 mois', '_ga', 'Opendatasoft', 'Une phrase qui dit ce que fait un cookie.'])(
  '“%s” names no column',
  (head) => {
    expect(columnOfHead(head, heads)).toBeUndefined();
  },
);
