import { describe, expect, test } from 'vitest';
import { renderCharterHtml } from '../../src/present/charter-html.ts';
import { renderCharterMarkdown } from '../../src/present/charter-markdown.ts';
import { renderCharterText } from '../../src/present/charter-text.ts';
import { charterOf, contents, portalCharter, portals, readText, sharedTemplate } from './charter-examples.ts';

describe.each(portals)('the charter of %s', (portal) => {
  test('written as Markdown, it is read back as itself', async () => {
    const charter = await portalCharter(portal);
    const back = await readText(renderCharterMarkdown(charter));
    expect(back.media).toBe('text/markdown');
    expect(contents(back, charter.body)).toEqual(contents(charter));
    expect(back.repairs).toEqual([]);
    expect(back.variables).toEqual(charter.variables);
  });

  test('written as HTML, it is read back as itself', async () => {
    const charter = await portalCharter(portal);
    const back = await readText(renderCharterHtml(charter));
    expect(back.media).toBe('text/html');
    expect(contents(back, charter.body)).toEqual(contents(charter));
    expect(back.repairs).toEqual([]);
  });

  test('written as text, it keeps every word and its table', async () => {
    const charter = await portalCharter(portal);
    const text = renderCharterText(charter);
    const back = await readText(text, { template: await sharedTemplate() });
    expect(back.tables).toEqual(charter.tables);
    expect(charterOf(back).title).toBe(charter.title);
  });
});
