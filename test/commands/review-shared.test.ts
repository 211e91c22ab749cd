/** What many read of a review is in the language of the repository, whoever runs it; and it says what the request changes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk, duration, normandie } from './reviewing.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk('language: fr\n');
  desk.request([[normandie, ...duration]]);
});
afterEach(() => desk.remove());

async function write(...words: readonly string[]): Promise<string> {
  const { output = '', status } = await desk.call(['review', 'main', ...words]);
  expect(status).toBe(1);
  return output;
}

describe('what many read of a review', () => {
  test('is in the language of the repository, unless another one is asked for', async () => {
    expect(await write('--format', 'html')).toContain('<html lang="fr">');
    expect(await write('--format', 'html', '--lang', 'en')).toContain('<html lang="en">');
    expect(await write('--format', 'csv')).toMatch(/^\ufeffPortail,/);
    expect(await write('--format', 'csv', '--lang', 'en')).toMatch(/^\ufeffPortal,/);
    expect(await write()).toContain('Result: needs a reason');
  });

  test('as a page names the change with its words, rule, file and line, and the command that accepts it', async () => {
    const { findings } = await desk.review('main');
    const [{ reference = '', place } = { place: { file: '', line: 0 } }] = findings;
    const page = await write('--format', 'html');
    expect(page).toContain('<ins>pendant 6 mois </ins>');
    expect(page).toContain(`<code>duration-changed</code> <code>${normandie}:${place.line}</code>`);
    expect(page).toContain(`charter accept ${reference} --reason`);
  });

  test('as a table for spreadsheets has the change on a line', async () => {
    const { findings } = await desk.review('main');
    const [{ reference = '', place } = { place: { file: '', line: 0 } }] = findings;
    const lines = (await write('--format', 'csv')).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe(
      `normandie,cookies,cookies_preferences,Finalités,cellule modifiée,Se souvenir du choix opéré par le visiteur concernant les cookies,Se souvenir pendant 6 mois du choix opéré par le visiteur concernant les cookies,de fond,duration-changed,sans motif,,${reference},${normandie},${place.line}`,
    );
  });

  test('of a reason given beforehand tells it', async () => {
    const { findings } = await desk.review('main');
    await desk.accept(findings[0]?.reference ?? '', '--by', 'Ada');
    desk.commit('Motif');
    const { output = '', status } = await desk.call(['review', 'main', '--format', 'html']);
    expect(status).toBe(0);
    expect(output).toMatch(
      /Admis par Ada le [0-9-]+\u00a0: Voulu\. Décision apportée par .+ dans [0-9a-f]{8}, selon git\./,
    );
    expect(output.indexOf('Voulu')).toBeLessThan(output.indexOf('<ins>'));
  });
});
