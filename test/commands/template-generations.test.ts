/** Two generations of a shared text side by side: how a page, and a charter, find theirs. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Folder } from './surroundings.ts';

let folder: Folder;
beforeEach(async () => {
  folder = new Folder();
  await folder.call(['init', '--template', 'opendatasoft-fr,opendatasoft-en', '--lang', 'en']);
});
afterEach(() => folder.remove());

/** In words of our own, as a portal of the newer generation publishes it. */
const page = `# Cookie charter

This page tells you which cookies are placed on your device when you visit this portal, what they are for, and how you can turn them off.

## What is a cookie?

A cookie is a short piece of text that a website asks your browser to keep. Your browser stores it for a given time, and hands it back to the website at each later visit. It lets the website recognise your browser from one page to the next, for instance to keep you signed in.

## How cookies are used on https://data.harbour.example

The portal places only the cookies that it cannot do without. None of them serves advertising, and none follows you on other websites.

## Strictly necessary cookies

Without these cookies, you could neither sign in nor keep your settings. They are exempt from your consent, and each of them is listed in the table below.

| Supplier | Cookie name | Duration | Function |
| --- | --- | --- | --- |
| Opendatasoft | sessionid | 2 weeks | Keeps you signed in from one page to the next |
| Opendatasoft | csrftoken | up to 12 months | Protects the forms and the API against forged requests |
| Opendatasoft | cookies_preferences | 6 months | Remembers what you chose about cookies |
| Opendatasoft | django_language | 12 months | Remembers the language in which you read the portal |

## How to set up your browser

Every browser lets you see the cookies that it holds, delete them, and refuse new ones. The help pages of your browser explain where to find these settings.

If you refuse the cookies listed above, parts of the portal may no longer work.
`;

async function imported(text: string, portal = 'harbour'): Promise<string> {
  folder.write('page.md', text);
  const { output = '', messages = '' } = await folder.call(['import', 'page.md', '--portal', portal]);
  return output + messages;
}

describe('a page of the newer generation', () => {
  test('is imported with its template, and has no drift', async () => {
    expect(await imported(page)).toContain(
      'follows the template opendatasoft-en: the page has 10 of 10 blocks and 4 of 4 rows',
    );
    const charter = folder.read('charters/harbour.yaml');
    expect(charter).toContain(
      'follows: opendatasoft-en\nlanguage: en\nvariables:\n  url: https://data.harbour.example\n',
    );
    expect((await folder.call(['drift', '--all'])).output).toContain(
      'opendatasoft-en · 1 portal: no drift to settle',
    );
    expect(await folder.call(['drift', '--fail-on', 'typographic', '-q'])).toMatchObject({ status: 0 });
    expect(await folder.call(['fmt', '--check'])).toMatchObject({ status: 0, output: '' });
    expect((await folder.call(['lint'])).status).toBe(0);
  });

  test('that says “this site” for its address uses an approved wording, and misses no value', async () => {
    await imported(page.replace('on https://data.harbour.example', 'on this site'));
    const { output, status } = await folder.call(['drift', '--all']);
    expect(status).toBe(0);
    expect(output).toContain('How cookies are used on this site');
    expect(output).toContain('no drift to settle');
  });

  test('tells a longer duration and a dropped section as drift', async () => {
    await imported(page.replace('2 weeks', '13 months').replace(/## How to set up[\s\S]*$/, ''));
    const { output = '', status } = await folder.call(['drift', '--accessible']);
    expect(status).toBe(1);
    expect(output).toContain('2 weeks');
    expect(output).toContain('Browser');
  });
});

describe('a page that follows no template clearly', () => {
  test('names the nearest, and how to follow it', async () => {
    const told = await imported(
      page
        .replace(/## What is[\s\S]*## Strictly/, '## Strictly')
        .replace(/Without these[\s\S]*below\./, '')
        .replace(/Every browser[\s\S]*$/, 'Ask us.')
        .replace('This page tells you which', 'We keep some'),
    );
    expect(told).toMatch(
      /follows no template; the nearest is opendatasoft-en, of which the page has \d of 10 blocks and 4 of 4 rows \(--template opendatasoft-en\)/,
    );
    expect(folder.read('charters/harbour.yaml')).not.toContain('follows:');
  });

  test('names none that it is not near to', async () => {
    const told = await imported(
      '# Legal notice\n\nThis portal is published by the harbour office, which answers your letters.\n',
    );
    expect(told).toContain('follows no template (--template names one)');
  });
});
