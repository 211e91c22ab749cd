import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Archive, charterText } from './revisions.ts';

describe('a version named in a form that the command does not take is answered with the form that it takes', () => {
  let archive: Archive;
  beforeAll(() => {
    archive = new Archive();
    archive.commit('One', { 'charters/one.yaml': charterText({ id: 'one', captured: '2026-01-01' }) });
    archive.commit('Two', { 'charters/two.yaml': charterText({ id: 'two', captured: '2026-01-02' }) });
    archive.git('branch', '2026-01-09');
  });
  afterAll(() => archive.remove());

  const rows: readonly (readonly [line: string, english: string, french: string])[] = [
    ['log 2026-01-01..2026-03-02', 'log --since 2026-01-01 --until 2026-03-02', 'Entre deux jours'],
    ['log one@2026-01-01..', 'log one --since 2026-01-01\n', 'log one --since 2026-01-01\n'],
    ['log ..2026-01-08', 'log --until 2026-01-08\n', 'log --until 2026-01-08\n'],
    ['log HEAD~1...HEAD', 'takes two dots, for what came after', 'charter diff HEAD~1...HEAD\n'],
    ['log one@HEAD~1...', 'up to the other: one@HEAD~1..HEAD.', 'charter diff one@HEAD~1...\n'],
    ['show HEAD~1..HEAD', 'charter diff HEAD~1..HEAD\n', '« HEAD~1..HEAD » nomme deux versions'],
    ['show one@HEAD~1..HEAD', 'charter diff one@HEAD~1..HEAD\n', 'PORTAIL@REV'],
    ['log one HEAD~1', 'joined to its name: one@HEAD~1\n', 'à la suite de son nom : one@HEAD~1\n'],
    ['diff one HEAD~1', 'joined to its name: one@HEAD~1\n', 'à la suite de son nom : one@HEAD~1\n'],
    ['show one HEAD~1', 'joined to its name: one@HEAD~1\n', 'à la suite de son nom : one@HEAD~1\n'],
    ['blame one 2026-01-02', 'joined to its name: one@2026-01-02\n', 'one@2026-01-02\n'],
    ['show main', 'joined to its name: PORTAL@main\n', 'à la suite de son nom : PORTAIL@main\n'],
    ['diff HEAD~1', 'Write: charter diff HEAD~1..HEAD\n', 'Écrivez : charter diff HEAD~1..HEAD\n'],
    ['diff HEAD~1 main', 'Write: charter diff HEAD~1..main\n', 'Écrivez : charter diff HEAD~1..main\n'],
    ['log HEAD', 'Write: charter log\n', 'Écrivez : charter log\n'],
    ['show 2026-01-02', "the charter's name: PORTAL@2026-01-02\n", 'PORTAIL@2026-01-02\n'],
    ['log one@2026-01-01 two@2026-01-01', 'charter log one two --until 2026-01-01\n', 'désigne la version'],
  ];
  test.each(rows)('charter %s', async (line, english, french) => {
    const [one, other] = [await archive.transcript(line), await archive.transcript(line, '.', 'fr')];
    expect(one).toContain(english);
    expect(one).toContain('--- status 2\n');
    expect(other.replaceAll('\u00a0', ' ')).toContain(french);
  });

  test('a branch with the name of a day may end a range', async () => {
    expect(await archive.transcript('log HEAD~1..2026-01-09')).toContain('--- status 0\n');
  });

  test('a name that is neither stays an unknown charter', async () => {
    expect(await archive.transcript('diff three')).toContain('there is no charter “three”');
    expect(await archive.transcript('show one three')).toContain('does not expect “three”');
  });
});
