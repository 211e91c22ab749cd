/** Bad input: a clear message, the right exit status, no stack trace, and nothing written. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Place } from './transcript.ts';

let place: Place;
let good = '';
beforeAll(() => {
  place = new Place().withCharters();
  place.commitAll('one');
  good = place.read('charters/normandie.yaml');
});
afterAll(() => place.remove());

/** Name, what the file holds. */
const files: readonly (readonly [string, (yaml: string) => string | Buffer])[] = [
  ['unknown-key', (yaml) => yaml.replace('title:', 'titel:')],
  ['duplicate-key', (yaml) => yaml.replace('title:', 'title: Autre\ntitle:')],
  ['alias', (yaml) => yaml.replace(/^title: .*$/m, 'title: *a')],
  ['anchor', (yaml) => yaml.replace(/^title: /m, 'title: &a ')],
  ['tag', (yaml) => yaml.replace(/^title: /m, 'title: !!js/function ')],
  ['brackets', () => '['.repeat(100_000)],
  ['brackets-in-place', (yaml) => yaml.replace(/^title: .*$/m, `title: ${'['.repeat(100_000)}`)],
  [
    'conflict-markers',
    (yaml) =>
      yaml.replace(/^title: .*$/m, '<<<<<<< HEAD\ntitle: Charte\n=======\ntitle: Cookies\n>>>>>>> other'),
  ],
  [
    'lfs-pointer',
    () => `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`,
  ],
  ['binary', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x01, 0x02])],
  ['nul', (yaml) => yaml.replace('Charte', 'Ch\0rte')],
  ['latin1', (yaml) => Buffer.from(yaml, 'latin1')],
  ['proto', (yaml) => yaml.replace('title:', '__proto__:\n  polluted: yes\ntitle:')],
  ['proto-variable', (yaml) => yaml.replace('variables:\n', 'variables:\n  __proto__: x\n')],
  ['empty', () => ''],
  ['list', () => '- a\n- b\n'],
  ['merge-key', (yaml) => yaml.replace('title:', '<<: {a: b}\ntitle:')],
  ['escape', (yaml) => yaml.replace(/^title: .*$/m, 'title: "\\e]0;owned\\a"\nextra\u001b[31m: x')],
];

describe.each(['en', 'fr'] as const)('a charter that cannot be read, in %s', (language) => {
  test.each(files)('%s', async (name, make) => {
    place.write('charters/normandie.yaml', make(good));
    const before = place.state();
    const lines = [
      `diff normandie noisylegrand --lang ${language}`,
      `lint normandie --lang ${language}`,
      `fmt normandie --lang ${language}`,
    ];
    const transcript = lines.map((line) => place.transcript(line)).join('\n');
    await expect(transcript).toMatchFileSnapshot(`../golden/refused-${name}.${language}.txt`);
    expect(transcript).not.toMatch(/\n\s+at .*\d+:\d+\)?\n|status 70|\u001b/);
    expect(transcript.match(/--- status \d+/g)).toEqual(['--- status 3', '--- status 1', '--- status 3']);
    expect(place.state()).toEqual(before);
    place.write('charters/normandie.yaml', good);
  });
});

const mistakes: readonly (readonly [string, string, number])[] = [
  ['unknown-portal', 'diff nromandie noisylegrand', 2],
  ['unknown-portal-proto', 'diff __proto__ noisylegrand', 2],
  ['unknown-template', 'diff template:opendatasoft noisylegrand', 2],
  ['template-as-portal', 'diff opendatasoft-fr noisylegrand', 2],
  ['unknown-revision', 'diff normandie@HAED', 2],
  ['option-revision', 'diff normandie@--output=x', 2],
  ['date', 'diff normandie@2026-02-30', 2],
  ['date-too-early', 'diff normandie@1999-01-01', 2],
  ['staged-two', 'diff normandie noisylegrand --staged', 2],
  ['unknown-rule', 'explain duration-chnaged', 2],
  ['unknown-command', 'dif normandie noisylegrand', 2],
  ['unknown-option', 'diff --stats', 2],
  ['option-elsewhere', 'list --stat', 2],
  ['format-elsewhere', 'diff --format html normandie noisylegrand', 2],
  ['bad-classes', 'diff --only big normandie noisylegrand', 2],
  ['bad-number', 'diff -U many normandie noisylegrand', 2],
  ['missing-file', 'diff ./gone.yaml noisylegrand', 4],
  ['unreadable-file', 'diff ./folder.yaml noisylegrand', 4],
  ['unreadable-charter', 'diff unreadable noisylegrand', 4],
  ['output-folder', 'diff normandie noisylegrand -o nowhere/x.txt', 4],
  ['import-missing', 'import gone.html --portal x', 4],
  ['import-empty-folder', 'import void', 3],
  ['import-without-portal', 'import page.html', 2],
  ['import-binary', 'import binary.html --portal x', 3],
  ['import-empty', 'import empty.html --portal x', 3],
];

describe.each(['en', 'fr'] as const)('a mistake on the command line, in %s', (language) => {
  beforeAll(() => {
    for (const folder of ['folder.yaml', 'charters/unreadable.yaml', 'void'])
      mkdirSync(join(place.root, folder), { recursive: true });
    place.write('binary.html', Buffer.from([0, 1, 2, 3, 255, 254]));
    place.write('empty.html', '\n');
  });
  afterAll(() => rmSync(join(place.root, 'charters/unreadable.yaml'), { recursive: true }));

  test.each(mistakes)('%s', async (name, line, status) => {
    const before = place.state();
    const transcript = place.transcript(`${line} --lang ${language}`);
    await expect(transcript).toMatchFileSnapshot(`../golden/mistake-${name}.${language}.txt`);
    expect(transcript).toContain(`--- status ${status}\n`);
    expect(transcript).not.toMatch(/\n\s+at .*\d+:\d+\)?\n/);
    expect(place.state()).toEqual(before);
  });
});

describe.each(['en', 'fr'] as const)('an empty folder, in %s', (language) => {
  test('tells how to start', async () => {
    const empty = new Place();
    const lines = ['', 'list', 'diff a b', 'diff', 'lint', 'import x.html --portal x'];
    const transcript = lines.map((line) => empty.transcript(`${line} --lang ${language}`.trim())).join('\n');
    await expect(transcript).toMatchFileSnapshot(`../golden/empty-folder.${language}.txt`);
    expect(empty.state()).toEqual({});
    empty.remove();
  });
});
