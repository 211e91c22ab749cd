import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desk, loire, normandie } from './reviewing.ts';

const added = 'charters/nouveau.yaml';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  desk.git('mv', 'charters/noisylegrand.yaml', 'old.yaml');
  desk.write({
    [added]: desk
      .read(normandie)
      .replace('charter: normandie', 'charter: nouveau')
      .replaceAll('data.normandie.', 'data.nouveau.')
      .replace(/^source:\n(?: .*\n)+/m, '')
      .replace('nous utilisons', 'ce nouveau portail utilise'),
    'old.yaml': undefined,
    [loire]: `${desk.read(loire)}unknown: <b>mot</b>\n`,
  });
  desk.request();
});
afterEach(() => desk.remove());

async function write(format: string): Promise<string> {
  const { output = '' } = await desk.call(['review', 'main', '--format', format, '--lang', 'en']);
  return output;
}

test('the page holds the whole text of a charter that comes, that goes, or that cannot be read', async () => {
  const page = await write('html');
  const part = (id: string): string =>
    page.split(`id="text-${id}"`)[1]?.split('<details class="text"')[0] ?? '';
  expect(part('nouveau')).toContain('<dt>template</dt><dd>opendatasoft-fr</dd>');
  expect(part('nouveau')).toContain('<dt>url</dt><dd>https://data.nouveau.');
  expect(part('nouveau')).toMatch(/<p class="words paragraph"[^>]*>[^<]*ce nouveau portail utilise/);
  expect(part('nouveau')).toMatch(/<th scope="row"[^>]*>sessionid<\/th>/);
  expect(part('noisylegrand')).toContain('nous utilisons des cookies');
  expect(part('pays-de-la-loire')).toContain('unknown: &lt;b&gt;mot&lt;/b&gt;');
  expect(part('pays-de-la-loire')).toMatch(/As it was last read.*le portail utilise des cookies/s);
});

test('the comment holds it folded, and cuts what is long', async () => {
  const comment = await write('markdown');
  expect(comment).toMatch(/<summary>nouveau \(new\): the text<\/summary>.*ce nouveau portail utilise/s);
  expect(comment).toMatch(/<summary>noisylegrand \(taken out\): the text<\/summary>/);
  expect(comment).toMatch(/- \*\*sessionid\*\* · Opendatasoft/);
  desk.write({ [added]: desk.read(added).replaceAll('Les cookies', `Les ${'longs '.repeat(400)}cookies`) });
  desk.request();
  expect(await write('markdown')).toMatch(/longs \w* …\n.*The rest is in the file\./s);
  const text = desk.read(added);
  for (let index = 0; index < 20; index += 1)
    desk.write({ [`charters/x${index}.yaml`]: text.replace('charter: nouveau', `charter: x${index}`) });
  desk.request();
  const many = await write('markdown');
  expect(many).toMatch(/\d+ more texts are not shown here\./);
  expect(Buffer.byteLength(many)).toBeLessThan(65_536);
});

test('the table holds its cookies, as those that come or go with it', async () => {
  const lines = (await write('csv')).split('\r\n').map((line) => line.split(','));
  const told = lines.map(([portal, , cookie, , change, , , , rule]) =>
    [portal, cookie, change, rule].join(' '),
  );
  expect(told).toContain('nouveau sessionid cookie added charter-added');
  expect(told).toContain('noisylegrand csrftoken cookie removed charter-removed');
  expect(told).toContain('pays-de-la-loire csrftoken cookie removed after-unreadable');
  expect(told).toHaveLength(1 + 3 * 4 + 1);
});

test('what comes or goes is told with how much it says, and is to be viewed anew once it says something else', async () => {
  const own = { XDG_STATE_HOME: `${desk.root}/.git/state` };
  const viewed = async (...words: readonly string[]): Promise<string> => {
    const { output = '' } = await desk.call(['review', 'main', ...words, '--lang', 'en'], '.', own);
    return output;
  };
  expect(await viewed('--viewed', 'nouveau,noisylegrand')).toMatch(/^\d+ findings and decisions marked/);
  expect(await viewed()).toMatch(/new: 8 paragraphs, 4 cookies +viewed · note/);
  desk.edit(added, "Qu'est ce qu'un cookie", "Qu'est-ce qu'un cookie");
  desk.request();
  expect(await viewed()).toMatch(/new: 8 paragraphs, 4 cookies +note/);
  expect(await viewed()).toMatch(/taken out, with all that it says: 7 paragraphs, 4 cookies +viewed · error/);
});

test('a cookie that is called otherwise than in the template is told by both names alone', async () => {
  desk.edit(added, 'name: sessionid', 'name: session_x');
  desk.request();
  const { output = '' } = await desk.call(['review', 'main', '--lang', 'en']);
  expect(output).toMatch(/ » {2}cookie \[-sessionid-\]\{\+session_x\+\}/);
  const { output: said = '' } = await desk.call(['review', 'main', '--lang', 'en', '--accessible']);
  expect(said).toContain('nouveau. sessionid becomes session_x.');
  expect(await write('html')).toMatch(/<del>sessionid<\/del>.*<ins>session_x<\/ins>/s);
});

test('JSON leaves the texts to the repository', async () => {
  const { charters } = await desk.review('main');
  expect(charters.map(({ status }) => status)).toEqual(['removed', 'added', 'unreadable']);
  for (const charter of charters)
    expect(Object.keys(charter).filter((key) => ['alone', 'unread', 'comparison'].includes(key))).toEqual([]);
});
