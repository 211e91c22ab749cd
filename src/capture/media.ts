/** Tells HTML, Markdown and plain text apart by content; autolinks such as `<https://…>` prove nothing. */
import type { Media } from './reading.ts';

const blockTags =
  'html|head|body|main|article|section|header|footer|nav|aside|div|p|h[1-6]|ul|ol|li|dl|table|thead|tbody|tr|td|th|blockquote|pre|center|form|figure|template|script|style|meta|link|title|svg';
const inlineTags = 'span|strong|em|b|i|u|a|font|small|br|img|hr';
const opening = new RegExp(
  `^\\s*(?:<!doctype html|<!--|<\\?xml|<(?:${blockTags}|${inlineTags})(?:[\\s/][^<>]*)?>)`,
  'i',
);
const document = /<!doctype html|<html[\s>]|<body[\s>]/i;
const blockTag = new RegExp(`</?(?:${blockTags})(?:[\\s/][^<>]{0,2000})?>`, 'gi');

const markdownSigns: readonly RegExp[] = [
  /^ {0,3}#{1,6}[ \t]+\S/m,
  /\*\*[^\s*][^*\n]{0,300}\*\*/,
  /!?\[[^[\]\n]{1,300}\]\((?:https?:|mailto:|[/#.])[^()\s]{0,2000}\)/,
  /^ {0,3}\[[^[\]\n]{1,300}\]:[ \t]+\S/m,
  /\\[_*#[\]()`|<>~-]/,
  /(?<![~\\])~~[^\s~][^~\n]{0,300}(?<=\S)~~(?!~)/,
  /^ {0,3}(?:`{3,}|~{3,})/m,
  /(?:^|[\s(])`[^`\s][^`\n]{0,200}`/m,
  /^[^\s|\t>-][^|\t\n]{0,200}\n {0,3}(?:={3,}|-{3,})[ ]*$/m,
];

/** Never fails: what shows no sign of markup is plain text. */
export function mediaOf(text: string): Media {
  const start = text.slice(0, 4096);
  const blocks = countUpTo(text, blockTag, 6);
  if (document.test(start)) return 'text/html';
  const markdown = markdownSigns.some((sign) => sign.test(text));
  const headings = /^ {0,3}#{1,6}[ \t]+\S/m.test(text) || /^ {0,3}[-*] .*\[[^[\]\n]{1,300}\]\(/m.test(text);
  if (opening.test(start) && !headings) return 'text/html';
  if (blocks >= 6 && !markdown && !/^[ \t]*<table/im.test(text)) return 'text/html';
  return markdown || /^[ \t]*<(?:table|p|div|ul|ol|h[1-6])\b/im.test(text) ? 'text/markdown' : 'text/plain';
}

function countUpTo(text: string, pattern: RegExp, limit: number): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) {
    count += 1;
    if (count >= limit) break;
  }
  return count;
}
