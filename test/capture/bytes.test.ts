import { describe, expect, test } from 'vitest';
import { decodeCapture } from '../../src/capture/bytes.ts';

const text = 'Durée : 13 mois, « été ».\nSuite, assez longue pour que rien ne soit deviné au hasard.';

function utf16(value: string, { big, mark }: { big: boolean; mark: boolean }): Uint8Array {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${value}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

describe('the same text comes out of', () => {
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(text, { big: false, mark: true }), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(text, { big: true, mark: true }), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(text, { big: false, mark: false }), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(text, { big: true, mark: false }), 'utf-16be'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
    ['lines that end in CR LF', Buffer.from(text.replaceAll('\n', '\r\n')), 'utf-8'],
    ['lines that end in CR', Buffer.from(text.replaceAll('\n', '\r')), 'utf-8'],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeCapture(bytes)).toEqual({ ok: true, text, encoding, controls: 0 });
  });
});

test('the letters that Windows-1252 has where Latin-1 has control characters', () => {
  const bytes = Buffer.from([
    0x93, 0x61, 0x94, 0x20, 0x92, 0x80, 0x20, 0x9c, 0x75, 0x76, 0x72, 0x65, 0x20, 0x85,
  ]);
  expect(decodeCapture(bytes)).toMatchObject({ text: '“a” ’€ œuvre …' });
});

test('a page in another encoding says so itself', () => {
  const bytes = Buffer.concat([
    Buffer.from('<meta charset="iso-8859-15"><p>10 '),
    Buffer.from([0xa4]),
    Buffer.from('</p>'),
  ]);
  expect(decodeCapture(bytes)).toMatchObject({
    encoding: 'iso-8859-15',
    text: '<meta charset="iso-8859-15"><p>10 €</p>',
  });
});

test('a few control characters are left out and counted', () => {
  expect(decodeCapture(Buffer.from('a\u0007b\u001b[31mc\u0085d'))).toMatchObject({
    text: 'ab[31mcd',
    controls: 3,
  });
});

test('a few zeros in a text of UTF-8 are left out and counted', () => {
  const decoded = decodeCapture(Buffer.from('Vos droits : \u0000 cocher la case « Gestion des cookies ».'));
  expect(decoded).toMatchObject({ ok: true, encoding: 'utf-8', controls: 1 });
});

describe('no text', () => {
  test.each([
    ['zero bytes', Buffer.from('a\u0000b\u00e9', 'latin1')],
    ['zeros all over', Buffer.from(`${'a\u0000'.repeat(7)}b\u0000\u0000\u0000`)],
    ['a PDF', Buffer.from('%PDF-1.7 text')],
    ['a Word document', Buffer.from('PK\u0003\u0004word')],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d])],
    ['noise', Buffer.from(Array.from({ length: 400 }, (_, index) => (index % 30) + 1))],
  ])('%s', (_, bytes) => {
    expect(decodeCapture(bytes)).toEqual({ ok: false, code: 'capture-binary' });
  });

  test('more than a charter can be', () => {
    expect(decodeCapture(new Uint8Array(16 * 1024 * 1024 + 1))).toEqual({
      ok: false,
      code: 'capture-too-large',
    });
  });
});
