/** Golden transcripts: the program's commands as users see them, in both languages. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Place } from './transcript.ts';

let place: Place;
beforeAll(() => {
  place = new Place().withCharters();
  place.commitAll('one');
  place.write(
    'charters/normandie.yaml',
    place
      .read('charters/normandie.yaml')
      .replace('généralement de petite taille', 'souvent de petite taille')
      .replace('purpose: Se souvenir de la langue', 'purpose: Suivre la langue'),
  );
});
afterAll(() => place.remove());

const commands: readonly (readonly [name: string, line: string, columns?: string])[] = [
  ['bare', ''],
  ['version', '--version'],
  ['help', '--help'],
  ['help-diff', 'help diff'],
  ['help-import', 'import --help'],
  ['help-accept', 'help accept'],
  ['help-fix', 'help fix'],
  ['help-review', 'help review'],
  ['list', 'list'],
  ['list-json', 'list --json'],
  ['lint', 'lint'],
  ['fmt-check', 'fmt --check'],
  ['show', 'show noisylegrand'],
  ['show-markdown', 'show pays-de-la-loire --format markdown'],
  ['show-html', 'show performance-dataunedic --format html'],
  ['show-yaml', 'show noisylegrand --format yaml'],
  ['show-template', 'show template:opendatasoft-fr'],
  ['diff-cooracenormandie', 'diff noisylegrand cooracenormandie'],
  ['diff-pays-de-la-loire', 'diff cooracenormandie pays-de-la-loire'],
  ['diff-performance', 'diff cooracenormandie performance-dataunedic --all'],
  ['diff-accessible', 'diff cooracenormandie pays-de-la-loire --accessible'],
  ['diff-narrow', 'diff cooracenormandie pays-de-la-loire', '60'],
  ['diff-wide', 'diff cooracenormandie pays-de-la-loire', '120'],
  ['diff-color', 'diff cooracenormandie pays-de-la-loire --color always'],
  ['diff-only', 'diff cooracenormandie pays-de-la-loire --only typographic'],
  ['diff-stat', 'diff cooracenormandie pays-de-la-loire --stat'],
  ['diff-json', 'diff cooracenormandie noisylegrand --json'],
  ['diff-equal', 'diff noisylegrand noisylegrand'],
  ['diff-template', 'diff template:opendatasoft-fr noisylegrand'],
  [
    'diff-captures',
    'diff ./snapshots/noisylegrand/2026-11-21.txt ./snapshots/pays-de-la-loire/2026-11-21.txt',
  ],
  ['diff-history', 'diff normandie'],
  ['diff-all', 'diff'],
  ['diff-all-names', 'diff --name-only'],
  ['diff-range', 'diff HEAD..HEAD'],
  ['diff-exit-code', 'diff noisylegrand cooracenormandie --exit-code --only wording,substantive'],
  ['explain', 'explain'],
  ['explain-rule', 'explain duration-changed'],
  ['import-unchanged', 'import snapshots/noisylegrand/2026-11-21.txt --portal noisylegrand'],
  [
    'import-dry-run',
    'import snapshots/performance-dataunedic/2026-11-21.txt --portal neuf --captured 2026-11-21 --dry-run',
  ],
];

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  test.each(commands)('%s', async (name, line, columns = '80') => {
    const words = line === '' ? `--lang ${language}` : `${line} --lang ${language}`;
    await expect(place.transcript(words, { env: { COLUMNS: columns } })).toMatchFileSnapshot(
      `../golden/${name}.${language}.txt`,
    );
  });
});
