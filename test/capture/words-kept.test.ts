import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { decodeCapture } from '../../src/capture/bytes.ts';
import { readCapture } from '../../src/capture/read-capture.ts';
import type { CaptureRead } from '../../src/capture/reading.ts';
import { plainText } from '../../src/text/inline.ts';
import { portals, snapshot } from '../present/charter-examples.ts';
import { captureBytes, captureFiles, readFile, readString } from './examples.ts';

/** Everything that the reading holds: texts, heads, cells, and what its repairs tell of. */
function wordsOf(reading: CaptureRead): Set<string> {
  const texts = [
    reading.title ?? '',
    ...reading.body.map((block) => (block.role === 'table' ? '' : block.text)),
    ...reading.tables.flatMap((table) => [
      table.caption ?? '',
      ...table.columns.map((column) => column.head ?? ''),
      ...table.rows.flatMap((row) => row.cells),
    ]),
    ...reading.repairs.flatMap((repair) => [repair.before ?? '', repair.after ?? '', repair.subject ?? '']),
  ];
  return new Set(texts.flatMap((text) => [...tokens(plainText(text)), ...tokens(text)]));
}

function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu) ?? [];
}

/** Words of a capture that a reader of the page could see. */
function visible(text: string): string[] {
  const words = text
    .replace(/<(script|style|title)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(?:\/?[a-z][a-z0-9]*)(?:\s[^<>]*)?>|<!doctype[^>]*>/gi, ' ')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/\*\*_(\p{Lu}[^_\n]*)_\*\*/gu, '**$1**')
    .replace(/\\([_<>|*])/g, '$1');
  return tokens(words);
}

test.each([...captureFiles])('no word of %s vanishes', async (file) => {
  const decoded = decodeCapture(captureBytes(file));
  if (!decoded.ok) throw new Error(decoded.code);
  const words = wordsOf(await readFile(file));
  for (const word of visible(decoded.text))
    expect(words).toContain(word.replace(/^_(older)_$|^_(returning)$|^(visitors)_$/, '$1$2$3'));
});

test.each(portals)('no word of %s vanishes', async (portal) => {
  const reading = await readCapture(snapshot(portal));
  if (!reading.ok) throw new Error('refused');
  const words = wordsOf(reading);
  for (const word of visible(new TextDecoder().decode(snapshot(portal)))) expect(words).toContain(word);
});

const line = fc
  .array(
    fc.constantFrom(
      'cookie',
      'Nom',
      'Finalité',
      'Durée',
      'Prestataire',
      '\t',
      '\t',
      '|',
      ' | ',
      '---',
      '|---|---|',
      ':',
      '- ',
      '1. ',
      '# ',
      'a_b',
      '_ga_*',
      '__utma__',
      'session',
      '13 mois',
      '.',
      '?',
      '  ',
      'Google',
      'mesure',
      '<br>',
      '**',
      '*',
      '`',
      '<ID>',
      '\\_',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(' ').replace(/ ?\t ?/g, '\t'));
const text = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => lines.join('\n'));

for (const as of ['text/plain', 'text/markdown', 'text/html'] as const)
  property.prop([text], { numRuns: 300 })(
    `no word of any ${as} vanishes, and the reading is the same twice`,
    async (source) => {
      const reading = await readString(source, { as, force: true });
      expect(await readString(source, { as, force: true })).toEqual(reading);
      const all = [...wordsOf(reading)].join(' ');
      for (const word of source.match(/\p{L}{2,}/gu) ?? [])
        if (word !== 'br' && word !== 'ID') expect(all).toContain(word);
    },
  );

property.prop([fc.uint8Array({ maxLength: 400 })], { numRuns: 300 })(
  'any bytes are read or refused, never a crash',
  async (bytes) => {
    expect(typeof (await readCapture(bytes)).ok).toBe('boolean');
  },
);
