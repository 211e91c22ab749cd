/** The hostile inputs that the tests know, by room, as functions of their size. */
import { parseDocument } from '../../src/canonical/parse.ts';
import { readCanonical } from '../../src/canonical/read.ts';
import { readCapture } from '../../src/capture/read-capture.ts';
import type { Media } from '../../src/capture/reading.ts';
import { classifyDiff } from '../../src/classify/documents.ts';
import { diffDocuments } from '../../src/diff/documents.ts';
import type { Charter } from '../../src/model/charter.ts';
import { foldKey } from '../../src/text/fold.ts';
import { parseInline, plainText } from '../../src/text/inline.ts';
import { sanitise } from '../../src/text/sanitise.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { tokenise } from '../../src/text/tokens.ts';
import { displayWidth } from '../../src/text/width.ts';
import { wrapText } from '../../src/text/wrap.ts';
import { charter } from '../documents.ts';

export interface Family {
  readonly room: string;
  readonly name: string;
  /** What is timed, for an input of about so many characters. */
  readonly prepare: (size: number) => () => unknown;
}

type Make = (size: number) => string;

function fill(unit: string): Make {
  return (size) => unit.repeat(Math.ceil(size / unit.length));
}

function list(unit: (index: number) => string, join = ' '): Make {
  return (size) => {
    const parts: string[] = [];
    for (let length = 0, index = 0; length < size; index += 1) {
      const part = unit(index);
      parts.push(part);
      length += part.length + join.length;
    }
    return parts.join(join);
  };
}

/** Half the size of the one, then half of the other. */
function halves(one: string, other: string): Make {
  return (size) => fill(one)(size / 2) + fill(other)(size / 2);
}

function captures(media: Media, makes: Readonly<Record<string, Make>>): Family[] {
  return Object.entries(makes).map(([name, make]) => ({
    room: media,
    name,
    prepare: (size) => {
      const bytes = new TextEncoder().encode(`<p>Words that stay.</p>\n\n${make(size)}\n\nLast words.`);
      return () => readCapture(bytes, { as: media, force: true });
    },
  }));
}

function texts(makes: Readonly<Record<string, Make>>): Family[] {
  return Object.entries(makes).map(([name, make]) => ({
    room: 'text',
    name,
    prepare: (size) => {
      const text = make(size);
      return () => {
        plainText(text);
        parseInline(text);
        tokenise(text);
        foldKey(text);
        splitSentences(text);
        sanitise(text);
        displayWidth(text);
        wrapText(text, 80);
      };
    },
  }));
}

function files(makes: Readonly<Record<string, Make>>): Family[] {
  return Object.entries(makes).map(([name, make]) => ({
    room: 'YAML',
    name,
    prepare: (size) => {
      const text = make(size);
      return () => {
        readCanonical(text);
        parseDocument(text);
      };
    },
  }));
}

/** Both sides of a comparison, the second with other words here and there. */
function diffs(makes: Readonly<Record<string, (size: number, side: 'a' | 'b') => Charter>>): Family[] {
  return Object.entries(makes).map(([name, make]) => ({
    room: 'diff',
    name,
    prepare: (size) => {
      const [a, b] = [make(size, 'a'), make(size, 'b')];
      return () => classifyDiff(diffDocuments(a, b), a, b, { comparison: 'portals' });
    },
  }));
}

function paragraph(make: Make): (size: number, side: 'a' | 'b') => Charter {
  return (size, side) => charter({ id: side, body: [`${make(size)} ${side} ${make(size)}`] });
}

const element: Readonly<Record<string, Make>> = {
  'nested elements': fill('<div>'),
  'nested elements of two kinds': fill('<b></div><div>'),
  'formatting that never ends': fill('<p><font size=1><i>'),
  attributes: (size) => `<p ${list((index) => `a${index}`)(size)}>x</p>`,
  'unclosed quotes': fill('<a href="x\n'),
  'lone brackets': fill('<'),
  'comments that never end': fill('<!--'),
  'nested tables': fill('<table><tr><td>'),
  spans: (size) => `<table>${fill('<tr><td rowspan=65534 colspan=1000>x</td><td>y</td></tr>')(size)}</table>`,
  'line breaks': (size) => `<p>${fill('<br>')(size)}</p>`,
  'marked words': (size) => `<p>${fill('<b>x</b> <i>y</i> ')(size)}</p>`,
  stars: (size) => `<p>${fill('*a_')(size)}</p>`,
  'list items': (size) => `<ul>${fill('<li>')(size)}</ul>`,
  'nested lists': fill('<ul><li>'),
  'nested ruby': fill('<ruby><rt>'),
  definitions: (size) => `<dl>${fill('<dt>Nom<dd>a_b')(size)}</dl>`,
};

const marks: Readonly<Record<string, Make>> = {
  'open links': fill('['),
  images: fill('![a]('),
  stars: fill('*a **b '),
  underscores: fill('_a '),
  'underscore names': fill('a_'),
  backticks: fill('` `` ``` '),
  'backticks of growing length': list((index) => '`'.repeat(index + 1)),
  'nested images': fill('!['),
  'struck text': fill('~~a '),
  'struck elements': fill('<del>a '),
  'backticks and tildes': fill('`a ~~b` '),
  quotations: fill('> '),
  'quotations, a line each': fill('> x\n'),
  'nested lists': list((index) => `${'  '.repeat(index)}- x`, '\n'),
  'marks of one list': fill('- '),
  brackets: fill('<a'),
  pipes: (size) => `${fill('|')(size)}\n|---|---|\n${fill('| a | b |\n')(size)}`,
  'open pipe rows': fill('| a\n'),
  'open tables': fill('<table>\n'),
  definitions: list((index) => `[a${index}]: /x`, '\n'),
  entities: fill('&amp;'),
  backslashes: fill('\\'),
  'a giant table': (size) =>
    `| Nom | Durée |\n|---|---|\n${list((index) => `| c_${index} | 1 an |`, '\n')(size)}`,
};

const plain: Readonly<Record<string, Make>> = {
  tabs: (size) => `a\tb\n${fill('\t')(size)}\nc\td`,
  'wide rows': (size) => `${fill('a\t')(size / 20)}\n`.repeat(20),
  headings: fill('Titre\n\n'),
  records: fill('Nom : a_b\nDurée : 1 an\n\n'),
  'one paragraph': fill('mot '),
  'one word': fill('mot'),
  'short lines': fill('mot\n'),
  'blank lines': fill('\n'),
  'open quotations': fill('« mot '),
  'open round brackets': fill('mot ('),
  stops: fill('. '),
  autolinks: fill('<https:'),
  'mail addresses': fill('<a@'),
  'list marks': fill('- '),
  items: fill('- mot\n'),
  rows: (size) => `Nom\tFinalité\n${fill('a_b\tMesure\n')(size)}`,
  'cells, one a paragraph': (size) => `Nom\tFinalité\na_b\tMesure\n\n${fill('Mesure\n\nc_d\n\n')(size)}`,
  'pipes that never close': fill('| a | b\n'),
};

const inline: Readonly<Record<string, Make>> = {
  'stars alone': fill('*'),
  'links that never close': fill('[a]('),
  'backticks alone': fill('`'),
  'strong that never ends': fill('**a '),
  'emphasis that crosses': halves('*a ', 'b* '),
  'brackets and targets': halves('[a', '](b)'),
  'backticks of growing length': list((index) => '`'.repeat(index + 1)),
  'open brackets': fill('['),
  'a mail address': (size) => `<a@${fill('.')(size)}`,
  autolinks: fill('<http:'),
  'long words': fill('abcdefghij'),
  numbers: fill('1'),
  'numbers and stops': fill('1.'),
  'numbers and spaces': fill('1 '),
  hyphens: fill('a-'),
  apostrophes: fill("l'"),
  addresses: fill('a.b/'),
  underscores: fill('_a'),
  stops: fill('. A'),
  'closing marks': fill('.»'),
  spaces: fill(' '),
  'no-break spaces': fill('\u00a0'),
  'marks on one letter': (size) => `a${fill('\u0301')(size)}`,
  'wide letters': fill('日'),
  'joined letters': fill('नि'),
  'text directions': fill('\u202e'),
  'halves of characters': fill('\ud83d'),
};

const yaml: Readonly<Record<string, Make>> = {
  brackets: fill('['),
  dashes: fill('- '),
  'question marks': fill('? '),
  quotes: fill('"'),
  'opened strings': fill('"a\n'),
  keys: fill('a:\n'),
  'distinct keys': list((index) => `k${index}: 1`, '\n'),
  items: fill('-\n'),
  comments: fill('#\n'),
  commas: fill('[,'),
  blanks: fill(' '),
  'blank lines': fill('\n'),
  stars: fill('*'),
  bars: fill('|\n'),
  'conflict marks': fill('<<<<<<<\n'),
  backslashes: fill('a: "\\\n'),
  'empty blocks': (size) => `charter: a\nlanguage: fr\nbody:\n${fill('  - {}\n')(size)}`,
};

const compared: Readonly<Record<string, (size: number, side: 'a' | 'b') => Charter>> = {
  'one sentence': paragraph(list((index) => `mot${index % 997}`)),
  'one word repeated': paragraph(fill('mot ')),
  negations: paragraph(fill('ne pas ')),
  durations: paragraph(fill('13 mois ')),
  addresses: paragraph(fill('a.example.org ')),
  capitals: paragraph(list((index) => `Mot${index}`)),
  stars: paragraph(fill('**a** ')),
  'brackets and quotes': paragraph(fill('[« ')),
  'sentences all alike': paragraph(fill('Le cookie sert. ')),
  'paragraphs all alike': (size, side) =>
    charter({ id: side, body: [side, ...Array.from({ length: size / 16 }, () => 'Le cookie sert.')] }),
  'paragraphs turned round': (size, side) => {
    const body = Array.from({ length: size / 20 }, (_, index) => `Le cookie ${index} sert.`);
    return charter({ id: side, body: side === 'a' ? body : body.reverse() });
  },
  'unrelated paragraphs': (size, side) =>
    charter({
      id: side,
      body: Array.from({ length: size / 20 }, (_, index) => `${side}${index} ${side}x${index * 7}.`),
    }),
  'rows all alike': (size, side) =>
    charter({
      id: side,
      tables: [['name | purpose', `${side} | x`, ...Array.from({ length: size / 12 }, () => 'a_b | Mesure')]],
    }),
  'rows turned round': (size, side) => {
    const rows = Array.from({ length: size / 16 }, (_, index) => `c_${index} | Mesure ${index}`);
    return charter({ id: side, tables: [['name | purpose', ...(side === 'a' ? rows : rows.reverse())]] });
  },
  'rows renamed': (size, side) =>
    charter({
      id: side,
      tables: [
        [
          'name | purpose',
          ...Array.from({ length: size / 16 }, (_, index) => `${side}_${index} | Mesure ${index}`),
        ],
      ],
    }),
  'many columns': (size, side) => {
    const columns = Array.from({ length: 64 }, (_, index) => `c${index}`).join(' | ');
    const row = (at: number): string =>
      Array.from({ length: 64 }, (_, index) => `${side}${at * index}`).join(' | ');
    return charter({
      id: side,
      tables: [[columns, ...Array.from({ length: size / 400 }, (_, at) => row(at))]],
    });
  },
};

export const families: readonly Family[] = [
  ...captures('text/plain', plain),
  ...captures('text/markdown', marks),
  ...captures('text/html', element),
  ...texts(inline),
  ...files(yaml),
  ...diffs(compared),
];
