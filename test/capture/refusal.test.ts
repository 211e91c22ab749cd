import { describe, expect, test } from 'vitest';
import { captureMessages, captureProblemCodes } from '../../src/messages/capture.ts';
import { repairRules } from '../../src/model/charter.ts';
import { readString, refusal, warningsOf } from './examples.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

const refused: readonly (readonly [string, string, string])[] = [
  ['nothing', '', 'capture-empty'],
  ['white space', ' \n\t\r\n\u00a0\n', 'capture-empty'],
  ['a page without text', page('<div><script>var x = "words";</script></div>'), 'capture-empty'],
  ['a page with a menu only', page('<nav>Home Data About</nav><footer>Legal</footer>'), 'capture-empty'],
  ['a heading and nothing else', 'Charte cookies', 'capture-only-heading'],
  ['a Markdown heading and nothing else', '# Charte cookies\n', 'capture-only-heading'],
  ['an HTML heading and nothing else', page('<h1>Charte cookies</h1>'), 'capture-only-heading'],
  [
    'a page that ends in a tag',
    '<html><body><h1>Cookies</h1><p>Some words here.</p><div class="con',
    'capture-truncated',
  ],
  [
    'a page that ends in a table',
    '<h1>Cookies</h1><p>Words.</p><table><tr><th>Cookie</th><th>Purpose</th></tr><tr><td>a_b</td>',
    'capture-truncated',
  ],
  ['a page that ends in a comment', '<html><body><p>Words and words.</p><!-- here', 'capture-truncated'],
  [
    'a page that begins and stops',
    '<html><head><title>Cookies</title></head><body><div>',
    'capture-truncated',
  ],
  ['a page not found', page('<h1>404</h1><p>Page not found. Go back home.</p>'), 'capture-error-page'],
  ['une page introuvable', 'Erreur 404\n\nLa page demandée est introuvable.', 'capture-error-page'],
  [
    'a page that may not be read',
    page('<h1>403 Forbidden</h1><hr><center>nginx</center>'),
    'capture-error-page',
  ],
  [
    'a server in trouble',
    page('<p>Try again later.</p>', '<title>502 Bad Gateway</title>'),
    'capture-error-page',
  ],
  [
    'a login page',
    page('<h1>Sign in</h1><form><label>E-mail</label><input type="email"><input type="password"></form>'),
    'capture-login-page',
  ],
  ['une page de connexion', '# Connexion\n\nAdresse électronique\n\nMot de passe', 'capture-login-page'],
  [
    'a page that asks a password',
    page('<p>Welcome back, please tell us who you are.</p><input type="password">'),
    'capture-login-page',
  ],
  [
    'a page that wants JavaScript',
    page('<p>You need to enable JavaScript to run this app.</p>'),
    'capture-gate-page',
  ],
  [
    'a page that wants a proof',
    page('<p>Checking your browser before you go on.</p>', '<title>Just a moment...</title>'),
    'capture-gate-page',
  ],
];

test.each(refused)('%s is refused', async (_, text, code) => {
  expect(await refusal(text)).toBe(code);
});

test.each(refused)('%s is kept when asked, with a warning', async (_, text, code) => {
  expect(warningsOf(await readString(text, { force: true }))).toContain(code);
});

describe('what looks like it but is a charter', () => {
  test.each([
    ['a short charter', 'Cookies\n\nCe site ne dépose aucun cookie.'],
    [
      'a charter that speaks of signing in',
      'Cookies\n\nLe cookie de connexion sid retient que vous êtes connecté.',
    ],
    ['a table alone', 'Cookie\tFinalité\nsid\tConnexion'],
    [
      'a charter that is long and mentions an error 404',
      `Cookies\n\n${'Ce cookie sert à compter les pages vues. '.repeat(30)}\n\nErreur 404\n\nLes erreurs sont comptées.`,
    ],
    [
      'a page with a search form',
      page(`<h1>Cookies</h1><form><input type="search"></form><p>This site sets no cookie.</p>`),
    ],
  ])('%s', async (_, text) => {
    expect(await refusal(text)).toBeUndefined();
  });
});

test('every problem and every repair has a sentence in both languages', () => {
  const values = {
    found: 'x',
    mebibytes: 16,
    count: 2,
    columns: 4,
    cells: 3,
    table: 'cookies',
    addresses: 'a, b',
    declared: 'en',
  };
  for (const texts of [captureMessages.en, captureMessages.fr]) {
    for (const code of captureProblemCodes) expect(texts.problems[code](values)).toMatch(/[.]$/);
    for (const rule of repairRules) expect(texts.repairs[rule]({ rule })).not.toMatch(/undefined/);
  }
});
