/** Golden transcripts of drift on the published charters, and the gate from the first run to the last agreement. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Place } from './transcript.ts';

const commands: readonly (readonly [name: string, line: string, columns?: string])[] = [
  ['drift', 'drift'],
  ['drift-wide', 'drift', '200'],
  ['drift-narrow', 'drift', '40'],
  ['drift-all', 'drift --all'],
  ['drift-one', 'drift noisylegrand'],
  ['drift-by-change', 'drift --by-change'],
  ['drift-by-change-wide', 'drift --by-change', '200'],
  ['drift-substantive', 'drift --fail-on substantive'],
  ['drift-accessible', 'drift --accessible'],
  ['drift-markdown', 'drift --format markdown'],
  ['drift-html', 'drift noisylegrand --format html'],
  ['drift-csv', 'drift --format csv'],
  ['drift-json', 'drift noisylegrand --json'],
  ['drift-unknown', 'drift noisylegran'],
  ['drift-bad-class', 'drift --fail-on fonds'],
  ['help-drift', 'help drift'],
];

let place: Place;
beforeAll(() => {
  place = new Place().withCharters();
});
afterAll(() => place.remove());

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test.each(commands)('%s', async (name, line, columns = '80') => {
    const text = place.transcript(`${line} --lang ${language}`, { env: { COLUMNS: columns } });
    // A golden file may come out of git with other line ends than those of CSV.
    await expect(text.replaceAll('\r\n', '\n')).toMatchFileSnapshot(`../golden/${name}.${language}.txt`);
  });
});

describe('the gate', () => {
  let gate: Place;
  beforeAll(() => {
    gate = new Place().withCharters();
  });
  afterAll(() => gate.remove());

  function references(...words: readonly string[]): string[] {
    const { drifts } = JSON.parse(gate.run(['drift', ...words, '--json']).stdout);
    return drifts[0].portals.flatMap(
      (portal: { findings: { reference: string; change: { class: string } }[] }) =>
        portal.findings.flatMap(({ reference, change }) => (change.class === 'wording' ? [reference] : [])),
    );
  }

  test('is shut by exactly the known differences, and by nothing substantive', () => {
    for (const portal of ['normandie', 'cooracenormandie', 'noisylegrand'])
      expect(gate.run(['drift', portal]).status).toBe(0);
    for (const portal of ['pays-de-la-loire', 'performance-dataunedic'])
      expect(gate.run(['drift', portal]).status).toBe(1);
    expect(references('pays-de-la-loire')).toHaveLength(6);
    expect(references('performance-dataunedic')).toHaveLength(1);
    expect(gate.run(['drift']).status).toBe(1);
    expect(gate.run(['drift', '--fail-on', 'substantive']).status).toBe(0);
    expect(gate.run(['drift', '--fail-on', 'forme', 'noisylegrand']).status).toBe(1);
  });

  test('opens with an agreement for each, and shuts again where one agreed text changes', () => {
    for (const reference of references())
      expect(gate.run(['accept', reference, '--reason', 'Voulu.', '--by', 'A. Dupont']).stderr).toBe('');
    const { stdout, status } = gate.run(['drift', '--lang', 'en']);
    expect(status).toBe(0);
    expect(stdout).toContain('no drift to settle\n0 unexplained · 7 agreed');
    const file = 'charters/pays-de-la-loire.yaml';
    gate.write(
      file,
      gate.read(file).replace('un fichier texte qui contient', 'un petit fichier qui contient'),
    );
    const again = gate.run(['drift', '--lang', 'en']);
    expect(again.status).toBe(1);
    expect(again.stdout).toContain('1 drift to settle');
    expect(again.stdout).toContain('lapsed: the text has changed');
    expect(again.stdout.replace(/\s+/g, ' ')).toMatch(
      /agreed by A\. Dupont on \S+ for other words, “Un "cookie"/,
    );
    expect(again.stdout).not.toContain('Decisions that cover nothing any more');
  });
});
