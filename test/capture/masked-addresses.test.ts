import { expect, test } from 'vitest';
import { showAddresses } from '../../src/capture/masked-addresses.ts';
import type { Log } from '../../src/capture/reading.ts';
import { readString } from './examples.ts';

/** As the shield writes it, under a key of its own. */
function hide(address: string, key: number): string {
  return Buffer.from([key, ...Buffer.from(address).map((byte) => byte ^ key)]).toString('hex');
}

const mail = 'vie.privee@ville.example';
const forms: readonly (readonly [string, (code: string) => string])[] = [
  [
    'a link around a hidden word',
    (code) =>
      `<p>Écrivez à <a href="/cdn-cgi/l/email-protection#${code}"><span class="__cf_email__" data-cfemail="${code}">[email&#160;protected]</span></a> pour toute question.</p>`,
  ],
  [
    'a link that is the hidden word',
    (code) =>
      `<p>Écrivez à <a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${code}">[email&#160;protected]</a> pour toute question.</p>`,
  ],
  [
    'Markdown',
    (code) =>
      `# Cookies\n\nÉcrivez à [[email protected]](https://ville.example/cdn-cgi/l/email-protection#${code}) pour toute question.`,
  ],
];

test.each(forms)('%s says the address, and the same in each capture', async (_, form) => {
  const first = await readString(form(hide(mail, 0x1f)));
  const second = await readString(form(hide(mail, 0xc4)));
  expect(first.body).toEqual(second.body);
  expect(JSON.stringify(first.body)).toContain(mail);
  expect(JSON.stringify(first.body)).not.toMatch(/protect/);
  expect(first.repairs.filter(({ rule }) => rule === 'address-unmasked')).toMatchObject([{ after: mail }]);
});

test('each address is told with its own line, a dollar in it too', () => {
  const log: Log = { repairs: [], warnings: [] };
  const masked = (address: string): string =>
    `<span class="__cf_email__" data-cfemail="${hide(address, 9)}">[email&#160;protected]</span>`;
  const text = `${masked('a@ville.example').repeat(9)}\n\n<a href="/cdn-cgi/l/email-protection#${hide('$&b@ville.example', 5)}">Nous</a>`;
  expect(showAddresses(text, log)).toContain('<a href="mailto:$&b@ville.example">Nous</a>');
  expect(log.repairs.map(({ line, after }) => [line, after])).toEqual([
    [1, 'a@ville.example'],
    [3, '$&b@ville.example'],
  ]);
});

test.each([
  ['no address', `/cdn-cgi/l/email-protection#${hide('pas une adresse', 7)}`],
  ['no code', '[[email protected]](https://ville.example/cdn-cgi/l/email-protection)'],
  ['a tag in it', `/cdn-cgi/l/email-protection#${hide('<b>@ville.example', 7)}`],
])('%s is left as it stands', (_, text) => {
  const log: Log = { repairs: [], warnings: [] };
  expect(showAddresses(text, log)).toBe(text);
  expect(log.repairs).toEqual([]);
});
