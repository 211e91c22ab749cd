import { describe, expect, test } from 'vitest';
import { readEntry } from '../../src/history/entries.ts';
import { filterEntry } from '../../src/history/filter.ts';
import type { LogEntry } from '../../src/model/log.ts';
import type { Parts } from '../documents.ts';
import { chainOf } from './chains.ts';

interface Merge {
  readonly base: Parts;
  readonly ours: Parts;
  readonly theirs: Parts;
  readonly result: Parts;
}

async function mergeEntry({ base, ours, theirs, result }: Merge): Promise<LogEntry> {
  const chain = chainOf([
    { name: 'base', parts: base },
    { name: 'ours', parents: ['base'], parts: ours },
    { name: 'theirs', parents: ['base'], parts: theirs },
    { name: 'merge', parents: ['ours', 'theirs'], parts: result },
  ]);
  const [version] = chain.versions;
  const entry =
    version &&
    (await readEntry(version, {
      documents: chain.documents,
      compare: chain.compare,
      groundOf: async () => ({
        bases: [{ texts: [{ file: 'charters/one.yaml', blob: chain.blob('base') }], earlier: [] }],
        removedIn: [],
      }),
    }));
  if (!entry) throw new Error('No entry.');
  return entry;
}

/** Changes as `what was → what is`, those that were dropped after `-`. */
function told({ comparison, dropped = [] }: LogEntry): string[] {
  return [comparison, ...dropped].flatMap((part, at) =>
    (part?.diff.changes ?? []).map(({ a, b }) => `${at === 0 ? '' : '- '}${text(a)} → ${text(b)}`),
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

const row = (name: string, time: string): string => `${name} | Google | ${time}`;
const table = (...rows: string[]): Parts => ({
  body: ['Un.'],
  tables: [['name | provider | duration', ...rows]],
});

describe('a merge', () => {
  test.each<readonly [string, Merge, readonly string[]]>([
    [
      'without conflict says nothing, also where both sides changed one paragraph',
      {
        base: { body: ['Un ici. Deux ici. Trois ici.', 'Fin.'] },
        ours: { body: ['Un là. Deux ici. Trois ici.', 'Fin.'] },
        theirs: { body: ['Un ici. Deux ici. Trois là.', 'Fin.', 'Plus.'] },
        result: { body: ['Un là. Deux ici. Trois là.', 'Fin.', 'Plus.'] },
      },
      [],
    ],
    [
      'resolved with words of neither side tells them',
      {
        base: { body: ['Ils ne requièrent pas de consentement.'] },
        ours: { body: ['Ils ne requièrent plus de consentement.'] },
        theirs: { body: ['Ils ne requièrent jamais de consentement.'] },
        result: { body: ['Ils requièrent le consentement.'] },
      },
      ['["Ils ne requièrent plus de consentement."] → ["Ils requièrent le consentement."]'],
    ],
    [
      'that keeps the first of two texts tells what it left of the second',
      {
        base: { body: ['Ils durent un an.', 'Fin.'] },
        ours: { body: ['Ils durent deux ans.', 'Fin.'] },
        theirs: { body: ['Ils durent trois ans.', 'Fin.'] },
        result: { body: ['Ils durent deux ans.', 'Fin.'] },
      },
      ['- ["Ils durent trois ans."] → ["Ils durent deux ans."]'],
    ],
    [
      'that keeps the second of two texts tells what it left of the first',
      {
        base: { body: ['Ils durent un an.', 'Fin.'] },
        ours: { body: ['Ils durent deux ans.', 'Fin.'] },
        theirs: { body: ['Ils durent trois ans.', 'Fin.'] },
        result: { body: ['Ils durent trois ans.', 'Fin.'] },
      },
      ['["Ils durent deux ans."] → ["Ils durent trois ans."]'],
    ],
    [
      'that removes what both sides have tells it once',
      {
        base: { body: ['Un.', 'Deux.'] },
        ours: { body: ['Un.', 'Deux.', 'Trois.'] },
        theirs: { body: ['Zéro.', 'Un.', 'Deux.'] },
        result: { body: ['Zéro.', 'Un.', 'Trois.'] },
      },
      ['["Deux."] → ""'],
    ],
    [
      'that throws away a cell of the first side tells it, and not what it took over',
      {
        base: table(row('_ga', '13 mois'), row('sess', '1 jour')),
        ours: table(row('_ga', '25 mois'), row('sess', '1 jour')),
        theirs: table(row('_ga', '13 mois'), row('sess', '2 jours')),
        result: table(row('_ga', '13 mois'), row('sess', '2 jours')),
      },
      ['25 mois → 13 mois'],
    ],
    [
      'that throws away a row of the second side tells it',
      {
        base: table(row('_ga', '13 mois')),
        ours: table(row('_ga', '25 mois')),
        theirs: table(row('_ga', '13 mois'), row('_gid', '1 jour')),
        result: table(row('_ga', '25 mois')),
      },
      ['- {"name":"_gid","provider":"Google","duration":"1 jour"} → ""'],
    ],
    [
      'of a row renamed on one side and changed on the other says nothing',
      {
        base: table(row('_ga', '13 mois'), row('x', '1 jour')),
        ours: table(row('_gb', '13 mois'), row('x', '1 jour')),
        theirs: table(row('_ga', '25 mois'), row('x', '1 jour')),
        result: table(row('_gb', '25 mois'), row('x', '1 jour')),
      },
      [],
    ],
    [
      'that swaps the durations that both sides have tells both',
      {
        base: table(row('_ga', '13 mois'), row('x', '1 jour')),
        ours: { ...table(row('_ga', '13 mois'), row('x', '1 jour')), title: 'Nôtre' },
        theirs: table(row('_ga', '13 mois'), row('x', '1 jour'), row('y', '1 jour')),
        result: { ...table(row('_ga', '1 jour'), row('x', '13 mois'), row('y', '1 jour')), title: 'Nôtre' },
      },
      ['13 mois → 1 jour', '1 jour → 13 mois'],
    ],
    [
      'with a title of neither side tells it',
      {
        base: { title: 'Charte', body: ['Un.'] },
        ours: { title: 'Charte une', body: ['Un.'] },
        theirs: { title: 'Charte deux', body: ['Un.'] },
        result: { title: 'Charte trois', body: ['Un.'] },
      },
      ['Charte une → Charte trois'],
    ],
  ])('%s', async (_, merge, expected) => {
    const entry = await mergeEntry(merge);
    expect(told(entry)).toEqual(expected);
    expect(entry.fold).toBe(expected.length === 0 ? 'same' : undefined);
    const total = Object.values(entry.summary ?? {}).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(expected.length);
  });

  test('is found by what it dropped', async () => {
    const entry = await mergeEntry({
      base: table(row('_ga', '13 mois')),
      ours: table(row('_ga', '25 mois')),
      theirs: table(row('_ga', '13 mois'), row('_gid', '1 jour')),
      result: table(row('_ga', '25 mois')),
    });
    expect(filterEntry(entry, { cookie: '_gid' })?.dropped).toHaveLength(1);
    expect(filterEntry(entry, { cookie: '_ga' })).toBeUndefined();
  });
});
