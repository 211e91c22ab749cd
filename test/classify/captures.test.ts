import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/model/charter.ts';
import { charter, classify } from './documents.ts';

const addresses: Readonly<Record<string, string>> = {
  normandie: 'https://data.normandie.education.gouv.fr',
  cooracenormandie: 'https://cooracenormandie.opendatasoft.com',
  noisylegrand: 'https://opendata.noisylegrand.fr',
  'pays-de-la-loire': 'https://data.pays-de-la-loire.education.gouv.fr',
  'performance-dataunedic': 'https://performance-dataunedic.opendatasoft.com/',
};

/** The running text of a capture, read plainly: this room judges words, it does not import. */
function readText(portal: string): ReturnType<typeof charter> {
  const text = readFileSync(new URL(`../../snapshots/${portal}/2026-11-21.txt`, import.meta.url), 'utf8');
  const before = text.slice(0, text.search(/\n\|? ?Nom du prestataire/)).trim();
  const chunks = before.split(/\n{2,}|\n(?=- )/);
  const [title, rest] = chunks[0] === 'Charte cookies' ? [chunks[0], chunks.slice(1)] : [undefined, chunks];
  const body = rest.map((chunk): Block => {
    if (chunk.startsWith('## ')) return { role: 'heading', level: 2, text: chunk.slice(3) };
    if (chunk.startsWith('- ')) return { role: 'item', depth: 1, text: chunk.slice(2) };
    return { role: 'paragraph', text: chunk };
  });
  return charter({
    id: portal,
    body,
    variables: { url: addresses[portal] ?? '' },
    ...(title === undefined ? {} : { title }),
  });
}

function edits(portal: string): string[] {
  const { changes } = classify(readText('normandie'), readText(portal));
  return changes.flatMap((change) =>
    change.edits
      .filter((edit) => edit.class === 'wording' || edit.class === 'substantive')
      .map((edit) => `${edit.class} ${edit.rule}: ${edit.a ?? ''} → ${edit.b ?? ''}`),
  );
}

describe('the running text of five real charters', () => {
  test.each(['cooracenormandie', 'noisylegrand', 'performance-dataunedic'])(
    'normandie and %s differ in nothing but form',
    (portal) => {
      expect(edits(portal)).toEqual([]);
    },
  );
  test('pays-de-la-loire differs from normandie in wording, never in substance', () => {
    expect(edits('pays-de-la-loire')).toMatchInlineSnapshot(`
      [
        "wording title-changed: Charte cookies → ",
        "wording text-reworded:  nous utilisons → , le portail utilise",
        "wording text-reworded:  → un fichier texte qui contient ",
        "wording text-reworded: , « tierce partie » → ",
        "wording text-reworded: la plateforme

       → le portail ",
        "wording text-reworded: de la plateforme / cookies fonctionnels → du portail",
      ]
    `);
  });
});
