/** The page of a review in a real browser, where one is installed: nothing leaves it, nothing of a charter runs, and keys, zoom, paper and a voice get all of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Review } from '../../src/model/review.ts';
import { renderReviewHtml } from '../../src/present/review-html.ts';
import type { ReviewOptions } from '../../src/present/review-view.ts';
import { Browser, findBrowser, type View } from './browser.ts';
import { complaintsOf, faint } from './browser-checks.ts';
import { emptyReview, exampleReview, manyReview } from './review-example.ts';

const program = findBrowser();
const wide: View = { width: 1400, height: 900 };
const narrow: View = { width: 400, height: 700 };
const sizes: readonly (readonly [string, View])[] = [
  ['wide', wide],
  ['narrow', narrow],
  ['wide and dark', { ...wide, dark: true }],
  ['narrow and dark', { ...narrow, dark: true }],
];
const options: ReviewOptions = { language: 'fr', width: undefined, color: false, all: false };

/** Expressions for the page. */
const openAll = `document.querySelectorAll('details').forEach((one) => { one.open = true; })`;
const shown = `[...document.querySelectorAll('.findings>li, .text .words, td')]`;
const hidden = `${shown}.filter((one) => !one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })).length`;
const sides = `[...document.querySelectorAll('.findings .pair')].map((pair) => [...pair.children].map((side) => { const { left, top } = side.getBoundingClientRect(); return [Math.round(left), Math.round(top)]; }))`;

describe.skipIf(program === undefined)('the page of a review in Chromium, where it is installed', () => {
  let browser: Browser;
  let folder: string;
  let example: Review;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'charter-review-page-'));
    if (program === undefined) throw new Error('nothing to open');
    example = await exampleReview();
    write('example', renderReviewHtml(example, options));
    write('english', renderReviewHtml(example, { ...options, language: 'en' }));
    write('empty', renderReviewHtml(await emptyReview(), options));
    write('alike', renderReviewHtml(await manyReview(60, true), options));
    write('many', renderReviewHtml(await manyReview(60, false), options));
    browser = await Browser.open(program);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function write(name: string, html: string): void {
    writeFileSync(join(folder, `${name}.html`), html);
  }

  async function visit(name: string, view: View): Promise<void> {
    await browser.visit(pathToFileURL(join(folder, `${name}.html`)).href, view);
  }

  describe.each(sizes)('%s', (_, view) => {
    test.each(['example', 'english', 'empty', 'alike', 'many'])(
      '%s: nothing leaves, nothing runs, nothing is amiss',
      async (name) => {
        await visit(name, view);
        expect(complaintsOf(browser)).toEqual([]);
        expect(browser.events.filter(({ method }) => method === 'Page.javascriptDialogOpening')).toEqual([]);
        expect(await browser.ask('document.scripts.length + document.images.length')).toBe(0);
        expect(await browser.ask(`getComputedStyle(document.querySelector('main')).maxWidth`)).not.toBe(
          'none',
        );
      },
    );

    test.each(['example', 'empty', 'alike'])('%s: every text can be read', async (name) => {
      await visit(name, view);
      await browser.ask(openAll);
      expect(await browser.ask(faint)).toEqual([]);
    });

    test.each(['example', 'empty', 'alike'])(
      '%s: the page never scrolls sideways, at twice the size neither',
      async (name) => {
        await visit(name, view);
        await browser.ask(openAll);
        for (const size of ['100%', '200%']) {
          await browser.ask(`document.documentElement.style.fontSize = '${size}'`);
          const [whole, room] = await browser.ask(
            '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
          );
          expect(whole).toBeLessThanOrEqual(room);
        }
      },
    );
  });

  test('what the request is and the verdict are seen without scrolling', async () => {
    for (const view of [wide, narrow]) {
      await visit('example', view);
      const [first, last] = await browser.ask(
        `[document.querySelector('h1').getBoundingClientRect().top, document.querySelector('.verdict').getBoundingClientRect().bottom]`,
      );
      expect(first).toBeGreaterThanOrEqual(0);
      expect(last).toBeLessThanOrEqual(view.height);
    }
  });

  test('both sides stand beside one another where there is room, one under the other where there is none', async () => {
    await visit('example', wide);
    const beside: [number, number][][] = await browser.ask(sides);
    expect(beside.length).toBeGreaterThan(5);
    for (const [[left = 0, top = 0] = [], [otherLeft = 0, otherTop = 0] = []] of beside) {
      expect(otherLeft).toBeGreaterThan(left);
      expect(otherTop).toBe(top);
    }
    await visit('example', narrow);
    for (const [[left = 0, top = 0] = [], [otherLeft = 0, otherTop = 0] = []] of await browser.ask(sides)) {
      expect(otherLeft).toBe(left);
      expect(otherTop).toBeGreaterThan(top);
    }
  });

  test('a cookie of a table is a card of its own on a narrow screen, each text under its head', async () => {
    await visit('example', narrow);
    await browser.ask(openAll);
    const [displays, heads] = await browser.ask(
      `[[...new Set([...document.querySelectorAll('tbody td')].map((one) => getComputedStyle(one).display))], [...document.querySelectorAll('tbody tr:first-child td')].slice(0, 2).map((one) => getComputedStyle(one, '::before').content)]`,
    );
    expect([displays, heads]).toEqual([['block'], ['"Nom du prestataire"', '"Service et emplacement"']]);
  });

  test.each([
    ['example', wide],
    ['example', narrow],
    ['alike', wide],
  ] as const)('by keys alone every link and list is reached, and seen to be: %s', async (name, view) => {
    await visit(name, view);
    await browser.ask(
      `document.querySelectorAll('a, summary').forEach((one, at) => { one.dataset.at = at; })`,
    );
    const reached = new Set<string>();
    for (let stops = 0; stops < 400; stops += 1) {
      await browser.press('Tab');
      const [tag, at, open, outline] = await browser.ask(
        `((one) => [one.tagName, one.dataset.at, one.parentElement?.open ?? true, getComputedStyle(one).outlineStyle])(document.activeElement)`,
      );
      if (tag === 'BODY') break;
      expect(outline).not.toBe('none');
      if (tag === 'SUMMARY' && open === false) await browser.press('Enter');
      reached.add(at);
    }
    expect(reached.size).toBe(await browser.ask(`document.querySelectorAll('a, summary').length`));
  });

  test('the name of a charter leads to its text, which opens', async () => {
    await visit('many', wide);
    await browser.ask(`document.querySelector('.findings strong a').focus()`);
    await browser.press('Enter');
    const [open, top] = await browser.ask(
      `((one) => [one.open, one.getBoundingClientRect().top])(document.querySelector(':target'))`,
    );
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(wide.height);
    expect(open === true || (await browser.ask(`document.querySelector(':target summary') !== null`))).toBe(
      true,
    );
  });

  test('on paper everything is open, dark on light, and nothing is cut', async () => {
    await visit('many', wide);
    expect(await browser.ask(hidden)).toBeGreaterThan(0);
    await browser.look({ width: 718, height: 1000, dark: true, print: true });
    expect(await browser.ask(hidden)).toBe(0);
    expect(await browser.ask(faint)).toEqual([]);
    const [whole, room] = await browser.ask('[document.documentElement.scrollWidth, innerWidth]');
    expect(whole).toBeLessThanOrEqual(room);
    expect(await browser.ask('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  });

  test.each([
    ['wide', wide],
    ['narrow', narrow],
  ])('a voice hears headings, sides, what went and came, and a table with its heads: %s', async (_, view) => {
    await visit('example', view);
    await browser.ask(openAll);
    await browser.send('Accessibility.enable');
    const { nodes } = await browser.send('Accessibility.getFullAXTree');
    const named = (role: string): string[] =>
      nodes
        .filter(
          (node: { readonly ignored: boolean; readonly role?: { readonly value: string } }) =>
            !node.ignored && node.role?.value === role,
        )
        .map((node: { readonly name?: { readonly value: string } }) =>
          (node.name?.value ?? '').replace(/\s+/g, ' ').trim(),
        );
    expect(named('heading')[0]).toMatch(/^Mixte/);
    expect(named('heading')).toContain('Décisions de cette demande');
    expect(named('navigation')).toEqual(['Dans cette page']);
    expect(named('table')).toHaveLength(2);
    expect(named('rowheader')).toContain('sessionid');
    expect(named('columnheader')).toHaveLength(8);
    expect(named('deletion').length).toBe(await browser.ask(`document.querySelectorAll('del').length`));
    expect(named('insertion').length).toBe(await browser.ask(`document.querySelectorAll('ins').length`));
    expect(named('StaticText')).toContain('supprimé :');
    for (const link of named('link')) expect(link).not.toBe('');
  });

  test('what would get past the escaping is stopped by the policy', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const evil = [
      `<script>document.title = 'ran'</script><script src="${at}/script"></script>`,
      `<img src="${at}/img" onerror="document.title = 'ran'"><link rel="stylesheet" href="${at}/style">`,
      `<iframe src="${at}/frame"></iframe><style>body { background: url(${at}/url) }</style>`,
    ].join('');
    write('evil', renderReviewHtml(example, options).replace('<main>', `<main>${evil}`));
    await visit('evil', wide);
    expect(asked).toEqual([]);
    expect(await browser.ask('document.title')).toMatch(/^Relecture — /);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
