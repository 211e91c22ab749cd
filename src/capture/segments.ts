/**
 * Inline content as a flat run of segments, the one form that every reader produces; written out as a text of the
 * inline dialect with white space evened out. No word is ever lost: markup that cannot be written is dropped first.
 */
import type { InlineText } from '../model/charter.ts';
import { type InlineNode, parseInline, plainText } from '../text/inline.ts';
import { formatInline, type InlineContent } from '../text/inline-writing.ts';

export interface Link {
  readonly target: string;
}

export interface Segment {
  readonly kind: 'text' | 'code' | 'break';
  /** `\n` for a break; in a text it is a line end that means no more than a space. */
  readonly value: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  /** Segments of one link share the object. */
  readonly link?: Link | undefined;
}

type Mark = 'strong' | 'emphasis' | 'link';
const markOrder: readonly Mark[] = ['strong', 'emphasis', 'link'];
/** What is given up first where marks stand so that the dialect cannot hold them all. */
const markChoices: readonly (readonly Mark[])[] = [
  markOrder,
  ['strong', 'link'],
  ['emphasis', 'link'],
  ['link'],
  [],
];
const asciiSpaces = /[ \t\n\r\f\v]+/g;
const autoTarget = /^(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|\{\{[a-z][a-z0-9-]*\}\})$/i;
const mailAddress = /^[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+$/;
/** Beyond these, markup in one text is hostile or broken: the words are kept without it. */
const mostMarks = 2000;

/** One text of the dialect. */
export function writeSegments(segments: readonly Segment[]): InlineText {
  const [only] = segments;
  if (only && segments.length === 1 && isPlain(only)) return only.value;
  const tidy = tidySegments(segments);
  const words = tidy.map((segment) => segment.value).join('');
  if (isCrowded(segments, words)) return escapeAll(words);
  for (const kept of markChoices) {
    const text = formatInline(tree(tidy, kept));
    if (kept.length === 0 ? plainText(text) === words : sameText(text, tidy, kept)) return text;
  }
  return words
    .split('\n')
    .map((line) => formatInline([{ kind: 'text', value: line }]))
    .join('\n');
}

const untidy = /[\\*`[\]<\t\n\r\f\v]| {2}|^ | $/;

/** Most texts: written as they are. */
function isPlain({ kind, value, strong, emphasis, link }: Segment): boolean {
  return kind === 'text' && !strong && !emphasis && !link && !untidy.test(value);
}

function isCrowded(segments: readonly Segment[], words: string): boolean {
  return segments.length > mostMarks || countMarks(words) > mostMarks;
}

/** Whether `writeSegments` gives up marks, for their number alone. */
export function isTooDense(segments: readonly Segment[]): boolean {
  if (!segments.some(({ strong, emphasis, link, kind }) => strong || emphasis || link || kind === 'code'))
    return false;
  return isCrowded(segments, segments.map((segment) => segment.value).join(''));
}

/** The text reads back as the same letters under the same marks. */
function sameText(text: InlineText, run: readonly Segment[], kept: readonly Mark[]): boolean {
  if (run.every((segment) => segment.kind !== 'code' && kept.every((mark) => !segment[mark])))
    return plainText(text) === run.map((segment) => segment.value).join('');
  const shape = (segments: readonly Segment[]): string => {
    let out = '';
    let last = '';
    for (const segment of segments) {
      const marks = kept
        .map((mark) => (mark === 'link' ? (segment.link?.target ?? '') : segment[mark] ? mark : ''))
        .join(' ');
      const label = segment.kind === 'break' ? 'break' : `${segment.kind} ${marks}`;
      out += label === last ? segment.value : `\u0001${label}\u0002${segment.value}`;
      last = label;
    }
    return out;
  };
  return shape(segmentsOf(parseInline(text))) === shape(run);
}

/** A parsed text as segments. */
function segmentsOf(nodes: readonly InlineNode[], marks: Omit<Segment, 'kind' | 'value'> = {}): Segment[] {
  return nodes.flatMap((node): Segment[] => {
    if (node.kind === 'break') return [{ kind: 'break', value: '\n' }];
    if (node.kind === 'text' || node.kind === 'code')
      return [{ kind: node.kind, value: node.value, ...marks }];
    if (node.kind !== 'link') return segmentsOf(node.children, { ...marks, [node.kind]: true });
    const mail = node.auto && node.target.includes('@') && !/^[a-z][a-z0-9+.-]*:/i.test(node.target);
    return segmentsOf(node.children, {
      ...marks,
      link: { target: mail ? `mailto:${node.target}` : node.target },
    });
  });
}

/** The texts between breaks and line ends, each written by itself. */
export function writeLines(segments: readonly Segment[]): InlineText[] {
  const lines: Segment[][] = [[]];
  for (const segment of segments) {
    const parts = segment.kind === 'break' ? ['', ''] : segment.value.split('\n');
    parts.forEach((value, index) => {
      if (index > 0) lines.push([]);
      if (value !== '') lines.at(-1)?.push({ ...segment, value });
    });
  }
  return lines.map(writeSegments).filter((line) => line !== '');
}

function countMarks(words: string): number {
  return words.match(/[\\*`[\]<]/g)?.length ?? 0;
}

function escapeAll(words: string): InlineText {
  return words.replace(/[\\*`[\]<]/g, '\\$&');
}

/** Runs of ASCII white space become one space, none at the ends, around breaks, or just inside a mark. */
function tidySegments(segments: readonly Segment[]): Segment[] {
  let run: Segment[] = [];
  let glued = true;
  for (const segment of segments) {
    if (segment.kind === 'break') {
      trimEnd(run);
      if (run.length > 0 && run.at(-1)?.kind !== 'break') run.push({ kind: 'break', value: '\n' });
      glued = true;
      continue;
    }
    let value = segment.value.replace(asciiSpaces, ' ');
    if (glued && value.startsWith(' ')) value = value.slice(1);
    if (value === '') continue;
    glued = segment.kind === 'text' && value.endsWith(' ');
    const last = run.at(-1);
    if (segment.kind === 'code' && last?.kind === 'code' && sameMarks(segment, last))
      run[run.length - 1] = { ...last, value: last.value + value };
    else run.push({ ...segment, value });
  }
  trimEnd(run);
  while (run.at(-1)?.kind === 'break') {
    run.pop();
    trimEnd(run);
  }
  for (const mark of markOrder) run = hoistSpaces(run, mark);
  return run;
}

/** Code beside code can only be written as one. */
function sameMarks(one: Segment, other: Segment): boolean {
  return !one.strong === !other.strong && !one.emphasis === !other.emphasis && one.link === other.link;
}

function trimEnd(run: Segment[]): void {
  const last = run.at(-1);
  if (last?.kind !== 'text' || !last.value.endsWith(' ')) return;
  run.pop();
  const value = last.value.slice(0, -1);
  if (value !== '') run.push({ ...last, value });
}

/** Spaces at the ends of a marked run stand outside the mark, where alone they can be written. */
function hoistSpaces(run: readonly Segment[], mark: Mark): Segment[] {
  const out: Segment[] = [];
  run.forEach((segment, index) => {
    const value = segment[mark];
    if (segment.kind !== 'text' || !value) {
      out.push(segment.kind === 'break' ? { kind: 'break', value: '\n' } : segment);
      return;
    }
    const opens = run[index - 1]?.[mark] !== value;
    const closes = run[index + 1]?.[mark] !== value;
    const before = opens ? (/^\s+/.exec(segment.value)?.[0] ?? '') : '';
    const rest = segment.value.slice(before.length);
    const after = closes ? (/\s+$/.exec(rest)?.[0] ?? '') : '';
    const inner = rest.slice(0, rest.length - after.length);
    const bare = { ...segment, [mark]: undefined };
    for (const part of [
      { ...bare, value: before },
      { ...segment, value: inner },
      { ...bare, value: after },
    ])
      if (part.value !== '') out.push(part);
  });
  return out;
}

/** Nests marks, at each place the one that reaches furthest outermost. */
function tree(run: readonly Segment[], kept: readonly Mark[]): InlineContent[] {
  const out: InlineContent[] = [];
  let index = 0;
  while (index < run.length) {
    const [mark, end] = furthest(run, index, kept);
    const segment = run[index];
    if (segment === undefined) break;
    if (mark === undefined) {
      out.push(leaf(segment));
      index += 1;
      continue;
    }
    const children = tree(
      run.slice(index, end),
      kept.filter((other) => other !== mark),
    );
    out.push(mark === 'link' ? link(segment.link?.target ?? '', children) : { kind: mark, children });
    index = end;
  }
  return joinTexts(out);
}

function furthest(run: readonly Segment[], start: number, kept: readonly Mark[]): [Mark | undefined, number] {
  let best: Mark | undefined;
  let bestEnd = start;
  for (const mark of kept) {
    const value = run[start]?.[mark];
    if (!value) continue;
    let end = start;
    while (end < run.length && (run[end]?.[mark] === value || (run[end]?.kind === 'break' && end > start)))
      end += 1;
    while (run[end - 1]?.kind === 'break') end -= 1;
    if (end > bestEnd) {
      best = mark;
      bestEnd = end;
    }
  }
  return [best, bestEnd];
}

function leaf(segment: Segment): InlineContent {
  if (segment.kind === 'break') return { kind: 'break' };
  return { kind: segment.kind, value: segment.value };
}

/** A link labelled with its own target is an autolink, in whichever form it was published. */
function link(target: string, children: readonly InlineContent[]): InlineContent {
  const only = children.length === 1 ? children[0] : undefined;
  const label = only?.kind === 'text' ? only.value : undefined;
  const auto =
    label !== undefined &&
    ((label === target && autoTarget.test(label)) ||
      (`mailto:${label}` === target && mailAddress.test(label)));
  if (auto) return { kind: 'link', target: label, auto: true, children };
  return { kind: 'link', target, auto: false, children };
}

function joinTexts(nodes: readonly InlineContent[]): InlineContent[] {
  const out: InlineContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.kind === 'text' && last?.kind === 'text')
      out[out.length - 1] = { kind: 'text', value: last.value + node.value };
    else out.push(node);
  }
  return out;
}

const safeScheme = /^(?:https?|mailto|tel|ftp):/i;

/** The target as it can be kept, or nothing where it leads nowhere or runs a program. */
export function linkTarget(raw: string): Link | undefined {
  const target = raw.trim().replace(/\s/g, (space) => encodeURIComponent(space));
  if (target === '' || (/^[a-z][a-z0-9+.-]*:/i.test(target) && !safeScheme.test(target))) return undefined;
  return { target };
}

/** Whether a link is kept without the target that it has. */
export function losesTarget(raw: string): boolean {
  return raw.trim() !== '' && linkTarget(raw) === undefined;
}
