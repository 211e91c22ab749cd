/** The page of drift in a real browser, where one is installed: nothing leaves it, and keys, zoom, paper and a voice get all of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Charter, Template } from '../../src/model/charter.ts';
import { renderDriftHtml } from '../../src/present/drift-html.ts';
import { Browser, findBrowser, type View } from './browser.ts';
import { complaintsOf, faint } from './browser-checks.ts';
import { decideAll, manyLike, openCharter, openTemplate, optionsOf, portals, viewOf } from './drifts.ts';

const program = findBrowser();
const wide: View = { width: 1280, height: 900 };
const narrow: View = { width: 400, height: 700 };
const sizes: readonly (readonly [string, View])[] = [
  ['wide', wide],
  ['narrow', narrow],
  ['wide and dark', { ...wide, dark: true }],
  ['narrow and dark', { ...narrow, dark: true }],
];

/** Expressions for the page. */
const visible = (which: string): string =>
  `[...document.querySelectorAll('${which}')].filter((one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })).map((one) => one.id)`;
const ids = (which: string): string => `[...document.querySelectorAll('${which}')].map((one) => one.id)`;

describe.skipIf(program === undefined)('the page of drift in Chromium, where it is installed', () => {
  let browser: Browser;
  let folder: string;
  let template: Template;
  let charters: readonly Charter[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'charter-page-'));
    template = await openTemplate();
    charters = await Promise.all(portals.map(openCharter));
    const five = viewOf(charters, template);
    const [, , normandie] = charters;
    if (program === undefined || !normandie) throw new Error('nothing to open');
    const many = viewOf(manyLike(normandie, 500, true), template);
    write('five', renderDriftHtml([five], optionsOf({ language: 'fr' })));
    write('decided', renderDriftHtml([decideAll(charters, five, template, '2026-11-10')], optionsOf()));
    write('agreed', renderDriftHtml([decideAll(charters, five, template)], optionsOf()));
    write('many', renderDriftHtml([many], optionsOf()));
    write('every', renderDriftHtml([many], optionsOf({ all: true })));
    write('changes', renderDriftHtml([many], optionsOf({ byChange: true })));
    browser = await Browser.open(program);
  }, 60_000);
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
    test.each(['five', 'decided', 'agreed', 'many', 'changes'])(
      '%s: nothing leaves, nothing is amiss',
      async (name) => {
        await visit(name, view);
        expect(complaintsOf(browser)).toEqual([]);
        expect(await browser.ask(`getComputedStyle(document.querySelector('main')).maxWidth`)).not.toBe(
          'none',
        );
      },
    );

    test.each(['five', 'decided', 'agreed', 'many', 'changes'])(
      '%s: every text can be read',
      async (name) => {
        await visit(name, view);
        expect(await browser.ask(faint)).toEqual([]);
      },
    );

    test.each(['five', 'many', 'changes'])(
      '%s: the page never scrolls sideways, at twice the size neither',
      async (name) => {
        await visit(name, view);
        for (const size of ['100%', '200%']) {
          await browser.ask(`document.documentElement.style.fontSize = '${size}'`);
          const [whole, shown] = await browser.ask(
            '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
          );
          expect(whole).toBeLessThanOrEqual(shown);
        }
      },
    );
  });

  test('the five fit into a narrow screen whole', async () => {
    await visit('five', narrow);
    const [whole, shown] = await browser.ask(
      `(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.querySelector('.frame'))`,
    );
    expect(whole).toBeLessThanOrEqual(shown);
  });

  test.each([
    ['five', wide],
    ['many', narrow],
    ['changes', wide],
  ] as const)('by keys alone every finding is reached: %s', async (name, view) => {
    await visit(name, view);
    const reached = new Set<string>();
    for (let stops = 0; stops < 400; stops += 1) {
      await browser.press('Tab');
      const [tag, id, open, shown] = await browser.ask(
        `((one) => [one.tagName, one.closest('li')?.id ?? '', one.parentElement?.open ?? true, getComputedStyle(one).outlineStyle])(document.activeElement)`,
      );
      if (tag === 'BODY') break;
      expect(shown).not.toBe('none');
      if (tag === 'SUMMARY' && open === false) await browser.press('Enter');
      if (id !== '') reached.add(id);
    }
    expect([...reached].sort()).toEqual((await browser.ask(ids('.findings>li'))).sort());
  });

  test('a cell of the matrix and the name of a portal open what they lead to', async () => {
    for (const which of ['tbody td a', 'tbody th a']) {
      await visit('many', wide);
      expect(await browser.ask(visible('.findings>li'))).toEqual([]);
      const count = await browser.ask(`document.querySelectorAll('${which}').length`);
      expect(count).toBe(11);
      for (const index of [0, count - 1]) {
        await browser.ask(`document.querySelectorAll('${which}')[${index}].focus()`);
        await browser.press('Enter');
        const [open, top, height] = await browser.ask(
          `((one) => [one.checkVisibility({ contentVisibilityAuto: true }), one.getBoundingClientRect().top, innerHeight])(document.querySelector(':target'))`,
        );
        expect(open).toBe(true);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top).toBeLessThan(height);
      }
    }
  });

  test.each([
    ['wide', wide],
    ['narrow', narrow],
  ])('the heads stay where 500 rows scroll: %s', async (_, view) => {
    await visit('every', view);
    await browser.ask(`document.querySelector('.frame').scrollTo(90, 4000)`);
    const [scrolled, tops, lefts, heads] = await browser.ask(`((frame) => {
      const box = frame.getBoundingClientRect();
      const all = [...frame.querySelectorAll('thead th')].map((one) => one.getBoundingClientRect());
      const row = frame.querySelector('tbody tr:nth-child(60) th').getBoundingClientRect();
      const lefts = all.slice(1).map(({ left }) => left);
      return [frame.scrollTop, all.map(({ top }) => Math.abs(top - box.top)), [row.left - box.left, all[0].left - box.left], lefts];
    })(document.querySelector('.frame'))`);
    expect(scrolled).toBe(4000);
    for (const top of tops) expect(top).toBeLessThan(3);
    for (const left of lefts) expect(Math.abs(left)).toBeLessThan(3);
    expect(heads).toEqual([...heads].sort((one, other) => one - other));
    expect(new Set(heads).size).toBe(heads.length);
  });

  test('on paper every finding is there, and no table is cut', async () => {
    await visit('many', wide);
    expect(await browser.ask(visible('.findings>li'))).toEqual([]);
    await browser.look({ width: 718, height: 1000, dark: true, print: true });
    expect(await browser.ask(faint)).toEqual([]);
    const [whole, shown] = await browser.ask('[document.documentElement.scrollWidth, innerWidth]');
    expect(whole).toBeLessThanOrEqual(shown);
    expect(await browser.ask(visible('.findings>li'))).toEqual(await browser.ask(ids('.findings>li')));
    expect(await browser.ask(`getComputedStyle(document.querySelector('.frame')).maxHeight`)).toBe('none');
  });

  test('a voice hears each cell in words, and no sign', async () => {
    await visit('five', wide);
    await browser.send('Accessibility.enable');
    const { nodes } = await browser.send('Accessibility.getFullAXTree');
    const named = (role: string): string[] =>
      nodes
        .filter((node: { readonly role?: { readonly value: string } }) => node.role?.value === role)
        .map((node: { readonly name?: { readonly value: string } }) =>
          node.name?.value.replace(/\s+/g, ' ').trim(),
        );
    expect(named('table')).toHaveLength(1);
    expect(named('rowheader')).toEqual([
      'pays-de-la-loire',
      'performance-dataunedic',
      'noisylegrand',
      'Tous les portails',
    ]);
    expect(named('columnheader')).toContain('Fonctionnels');
    expect(named('link')).toContain('Introduction, 1 rédactionnel, sans motif');
    expect(named('link')).toContain('référence 561136');
    expect(named('deletion').length).toBe(await browser.ask(`document.querySelectorAll('del').length`));
    for (const cell of named('cell')) expect(cell).not.toMatch(/^\s*$|·/);
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
    const page = renderDriftHtml([viewOf(charters, template)], optionsOf());
    write('evil', page.replace('<main>', `<main>${evil}`));
    await visit('evil', wide);
    expect(asked).toEqual([]);
    expect(await browser.ask('document.title')).toContain('Drift from the template');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
