/** What a change of the template would mean, told before it is merged. */
import { expect, test } from 'vitest';
import { Place } from './transcript.ts';

test('a template on a branch tells every drift, and which decisions would cover nothing, before it is merged', () => {
  const repository = new Place().withCharters();
  const accept = ['accept', '561136', '--reason', 'Voulu.', '--by', 'A. Dupont'];
  expect(repository.run(accept).status).toBe(0);
  repository.commitAll('one');
  const file = 'charters/templates/opendatasoft-fr.yaml';
  const now = repository.read(file);
  repository.git('checkout', '-qb', 'proposal');
  repository.write(file, now.replace('possible nous utilisons', 'possible, le portail utilise'));
  repository.commitAll('two');
  repository.git('checkout', '-q', 'main');
  const { stdout, status } = repository.run([
    'drift',
    '--template',
    'opendatasoft-fr@proposal',
    '--lang',
    'en',
  ]);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^opendatasoft-fr@proposal · 5 portals: 10 drifts to settle$/m);
  expect(stdout).toMatch(/^cooracenormandie \+1 /m);
  expect(stdout).toContain('Decisions that would not hold with this template\n ⋯  pays-de-la-loire: 561136');
  expect(stdout).not.toContain('charter accept 5');
  repository.git('checkout', '-q', 'proposal');
  repository.write(file, now.replace('possible nous utilisons', 'possible, nous employons'));
  repository.commitAll('three');
  repository.git('checkout', '-q', 'main');
  const other = repository.run(['drift', '--template', 'opendatasoft-fr@proposal', '--lang', 'fr']);
  expect(other.stdout.replace(/\s+/g, ' ')).toContain(
    'Décisions qui ne vaudraient plus avec ce modèle ⋯ pays-de-la-loire : 561136270acb, admis par A. Dupont',
  );
  expect(repository.read(file)).toBe(now);
  repository.remove();
});
