import { describe, expect, test } from 'vitest';
import { baselineOf } from '../../src/drift/baseline.ts';
import { groupDrift } from '../../src/drift/groups.ts';
import { decidedPlace } from '../../src/drift/places.ts';
import { driftOf } from '../../src/drift/portal-drift.ts';
import { templateDrift } from '../../src/drift/template-drift.ts';
import type { Charter, Decision } from '../../src/model/charter.ts';
import type { Finding, PortalDrift } from '../../src/model/drift.ts';
import { agreeing, follower, template, today } from './documents.ts';

const names = ['sessionid', 'csrftoken', 'langue', 'choix'];
const shared = template({
  sections: ['cookies'],
  body: [{ role: 'table', section: 'cookies', table: 'cookies' }],
  tables: [
    {
      id: 'cookies',
      columns: [
        { key: 'provider', head: 'Prestataire' },
        { key: 'name', head: 'Nom' },
        { key: 'purpose', head: 'Finalités' },
      ],
      rows: names.map((name) => ({ cells: ['Opendatasoft', name, `Retenir ${name} d'une page à l'autre`] })),
    },
  ],
});

/** With another provider at some of the cookies. */
function portal(id: string, provider: string, at: readonly string[] = names): Charter {
  const tables = shared.tables.map((table) => ({
    ...table,
    rows: table.rows.map(({ cells }) => ({
      cells: [at.includes(cells[1] ?? '') ? provider : (cells[0] ?? ''), ...cells.slice(1)],
    })),
  }));
  return follower(shared, { id, tables });
}

function drift(charter: Charter): PortalDrift {
  return driftOf(charter, shared, { today });
}

function decided(findings: readonly Finding[], more: Partial<Decision> = {}): Decision {
  const [first, ...others] = findings.map(({ change }) => change);
  if (!first) throw new Error('no finding');
  const [finding] = findings;
  const place = decidedPlace([first, ...others]);
  return { ...agreeing(finding as Finding, { ...place, ...more }), reference: finding?.alike ?? '' };
}

function statesOf(charter: Charter): string[] {
  return drift(charter).findings.map(({ change, state }) => `${change.address.a?.row} ${state}`);
}

describe('one provider renamed at several cookies', () => {
  test('is one difference in all portals that have it, and in one that has it at a single cookie', () => {
    const portals = [portal('a', 'Huwise'), portal('b', 'Huwise'), portal('c', 'Huwise', ['langue'])];
    const { portals: told } = templateDrift(portals.map(drift), shared);
    const [group, ...others] = groupDrift(told);
    expect(others).toEqual([]);
    expect(group?.cookies).toEqual(names);
    expect(group?.direction).toMatchObject({ kind: 'shared', portals: 3, of: 3 });
    const references = new Set(told.flatMap(({ findings }) => findings.map(({ reference }) => reference)));
    expect([...references]).toEqual([group?.reference]);
  });

  test('is another difference where it took another name', () => {
    const { portals: told } = templateDrift([portal('a', 'Huwise'), portal('b', 'Autre')].map(drift), shared);
    expect(groupDrift(told)).toHaveLength(2);
  });

  test('keeps the reference of its cell where no portal has it twice', () => {
    const [finding] = drift(portal('a', 'Huwise', ['langue'])).findings;
    expect(finding?.change.fingerprint.startsWith(finding.reference)).toBe(true);
    expect(finding?.alike).toBeDefined();
  });

  test('is agreed by one decision, whichever of its cookies are still so', () => {
    const decisions = [decided(drift(portal('a', 'Huwise')).findings)];
    expect(decisions[0]?.cookies).toEqual(names);
    for (const at of [names, ['langue', 'choix'], ['choix']])
      expect(statesOf({ ...portal('a', 'Huwise', at), decisions })).toEqual(
        names.filter((name) => at.includes(name)).map((name) => `${name} agreed`),
      );
  });

  test('is not agreed at a cookie that was not decided on', () => {
    const decisions = [decided(drift(portal('a', 'Huwise', ['langue', 'choix'])).findings)];
    expect(statesOf({ ...portal('a', 'Huwise'), decisions })).toEqual([
      'sessionid unexplained',
      'csrftoken unexplained',
      'langue agreed',
      'choix agreed',
    ]);
  });

  test('can be decided otherwise at one cookie, by the later of both decisions', () => {
    const { findings } = drift(portal('a', 'Huwise'));
    const one = findings[2] as Finding;
    const fixing: Decision = { ...agreeing(one), status: 'to-fix', on: '2026-11-10' };
    const states = (on: string): string[] =>
      statesOf({ ...portal('a', 'Huwise'), decisions: [decided(findings, { on }), fixing] });
    expect(states('2026-11-09')).toContain('langue to-fix');
    expect(states('2026-11-11')).toContain('langue agreed');
  });

  test('is told beside the decision where the provider took a third name', () => {
    const decisions = [decided(drift(portal('a', 'Huwise')).findings)];
    const { findings, stale } = drift({ ...portal('a', 'Autre'), decisions });
    expect(findings.map(({ state, lapse }) => `${state} ${lapse}`)).toEqual(
      names.map(() => 'lapsed changed'),
    );
    expect(stale).toEqual([]);
  });

  test('is told beside the decision at the one cookie where the provider took a third name', () => {
    const decisions = [decided(drift(portal('a', 'Huwise')).findings)];
    const now = portal('a', 'Huwise');
    const tables = now.tables.map((table) => ({
      ...table,
      rows: table.rows.map(({ cells }) =>
        cells[1] === 'langue' ? { cells: ['Autre', ...cells.slice(1)] } : { cells },
      ),
    }));
    expect(statesOf({ ...now, tables, decisions })).toEqual([
      'sessionid agreed',
      'csrftoken agreed',
      'langue lapsed',
      'choix agreed',
    ]);
  });
});

test('a baseline marks once what several cookies have alike, and by itself what an older decision does not cover', () => {
  const reworded = (at: readonly string[]): Charter => {
    const tables = shared.tables.map((table) => ({
      ...table,
      columns: [...table.columns, { key: 'service', head: 'Service' }],
      rows: table.rows.map(({ cells }) => ({
        cells: [...cells, at.includes(cells[1] ?? '') ? 'Portail' : 'Site'],
      })),
    }));
    return follower(shared, { id: 'a', tables });
  };
  const of = { ...shared, tables: reworded([]).tables };
  const all = driftOf(reworded(names), of, { today });
  expect([...baselineOf(all, []).marked.values()].map((found) => found.length)).toEqual([4]);
  const older = decided(driftOf(reworded(['langue', 'choix']), of, { today }).findings);
  const both = driftOf({ ...reworded(names), decisions: [older] }, of, { today });
  const { marked, decided: before } = baselineOf(both, [older]);
  expect([...marked.values()].map((found) => found.length)).toEqual([1, 1]);
  expect([...marked.keys()]).not.toContain(older.reference);
  expect(before).toHaveLength(2);
});
