/** A review in a folder of a repository: what a host matches with its files names them from the top. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Office } from './office.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

let office: Office;
beforeEach(() => {
  office = new Office();
  for (const folder of ['charters', 'snapshots'])
    cpSync(join(project, folder), join(office.root, 'the site', folder), { recursive: true });
  office.commit('Chartes');
  office.git('checkout', '-q', '-b', 'request');
  office.git('mv', 'the site/charters/noisylegrand.yaml', 'the site/charters/noisy.yaml');
  office.edit(
    'the site/charters/normandie.yaml',
    'Se souvenir du choix',
    'Se souvenir pendant 6 mois du choix',
  );
  office.commit('Demande');
});
afterEach(() => office.remove());

test.each([
  ['github', /^::error file=(.*?),/m, 'the site/charters/normandie.yaml'],
  ['gitlab', /"path": "(.*?)"/, 'the site/charters/normandie.yaml'],
  ['sarif', /"uri": "(.*?normandie.*?)"/, 'the%20site/charters/normandie.yaml'],
  ['json', /"file": "(.*?normandie.*?)"/, 'charters/normandie.yaml'],
] as const)('%s names a file where its reader looks for it', async (format, pattern, file) => {
  const { output = '', status } = await office.call(['review', 'main..HEAD', '--format', format], 'the site');
  expect([pattern.exec(output)?.[1], status]).toEqual([file, 1]);
});
