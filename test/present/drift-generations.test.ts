import { expect, test } from 'vitest';
import { driftRenderers } from '../../src/present/drift-renderers.ts';
import { openCharter, openTemplate, optionsOf, portals, standingBetween, viewOf } from './drifts.ts';

const charters = await Promise.all(portals.map(openCharter));
const view = standingBetween(viewOf(charters, await openTemplate()));

test.each(['text', 'accessible', 'markdown', 'html'] as const)(
  '%s tells who stands between two templates, then once who names none, with what they share',
  async (name) => {
    const render = await driftRenderers[name]();
    const told = render([view], optionsOf({ language: 'en', width: 400 })).replace(/\s+/g, ' ');
    const between = 'pays-de-la-loire: between opendatasoft-fr and newer, with 4 of the 6';
    const nameless =
      'normandie, noisylegrand: no template named, nearest to opendatasoft-fr; in common, 9 of 11 blocks and 4 of 4 rows with opendatasoft-fr, 6 of 10 and 1 of 4 with newer';
    expect(told).toContain(between);
    expect(told).toContain(nameless);
    expect(told.indexOf(between)).toBeLessThan(told.indexOf(nameless));
    expect(render([view], optionsOf({ language: 'fr', width: 400 }))).toContain(
      'entre opendatasoft-fr et newer',
    );
  },
);

test('CSV tells it on each line of the portal', async () => {
  const render = await driftRenderers.csv();
  const lines = render([view], optionsOf({ language: 'en' })).split('\r\n');
  const own = lines.filter((line) => line.startsWith('pays-de-la-loire,'));
  expect(own.length).toBeGreaterThan(0);
  for (const line of own) expect(line).toContain(',named in the charter,opendatasoft-fr + newer,');
});

test('of many that differ in what they share the first are told, and how many more there are', async () => {
  const generations = Array.from({ length: 40 }, (_, at) => ({
    portal: `portal-${at}`,
    nearest: 'opendatasoft-fr',
    matches: [{ template: 'opendatasoft-fr', blocks: at, ofBlocks: 40, rows: 0, ofRows: 0 }],
  }));
  const render = await driftRenderers.accessible();
  const many = { ...view, generations };
  const told = render([many], optionsOf({ language: 'en' }));
  expect(told.match(/^portal-\d+: /gm)).toHaveLength(12);
  expect(told).toContain('28 more portals; all of them: --all');
  expect(render([many], optionsOf({ language: 'en', all: true })).match(/^portal-\d+: /gm)).toHaveLength(40);
});
