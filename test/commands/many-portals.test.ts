import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Office } from './office.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const count = 300;

let office: Office;
beforeAll(() => {
  office = new Office();
  const read = (file: string): string => readFileSync(join(project, file), 'utf8');
  const template = 'charters/templates/opendatasoft-fr.yaml';
  const portal = read('charters/normandie.yaml').replaceAll('provider: Opendatasoft', 'provider: Huwise');
  const files = Array.from({ length: count }, (_, index): [string, string] => {
    const id = `portail-${index}`;
    const text = portal
      .replace('charter: normandie', `charter: ${id}`)
      .replaceAll('data.normandie', `data.${id}`);
    return [`charters/${id}.yaml`, text];
  });
  office.write({ [template]: read(template), ...Object.fromEntries(files) });
  office.commit('Prestataire');
  office.git('config', 'user.name', 'Zoé Lefèvre');
});
afterAll(() => office.remove());

interface Group {
  readonly reference: string;
  readonly cookies: readonly string[];
  readonly portals: readonly unknown[];
}

describe('a vendor renamed in 300 portals', () => {
  test('is one group of 1,200 cells, and one decision that settles them all', async () => {
    const before = await office.call(['drift', '--by-change', '--json']);
    const [drift] = JSON.parse(before.output ?? '').drifts;
    const [group, ...others]: Group[] = drift.groups;
    expect([before.status, drift.toSettle, others.length]).toEqual([1, 4 * count, 0]);
    expect([group?.portals.length, group?.cookies.length]).toEqual([count, 4]);
    const words = [
      'accept',
      group?.reference ?? '',
      '--portals',
      '*',
      '--reason',
      'Nouveau nom',
      '--lang',
      'en',
    ];
    const dry = await office.call([...words, '--dry-run']);
    expect(dry.output).toContain('Would write 300 decisions to 300 files.\n');
    expect(office.git('status', '--porcelain')).toBe('');
    expect((await office.call(words)).output).toContain('300 decisions written to 300 files.\n');
    const file = office.read('charters/portail-7.yaml');
    expect(file.match(/reference:/g)).toHaveLength(1);
    expect((await office.call(['drift'])).status).toBe(0);
  }, 120_000);

  test('is open again only where a portal renames it once more', async () => {
    office.edit('charters/portail-7.yaml', 'provider: Huwise', 'provider: Autre');
    const { output = '', status } = await office.call(['drift', '--lang', 'en']);
    expect(status).toBe(1);
    expect(output).toContain('1 drift to settle\n0 unexplained · 1 lapsed · 1199 agreed');
  });
});
