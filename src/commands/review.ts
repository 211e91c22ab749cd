/** `charter review`: what a request changes against where it is to go, and whether it may be merged; status 1 where not. */
import type { ChangeClass } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { Review } from '../model/review.ts';
import { type ReviewFormat, reviewRenderers } from '../present/review-renderers.ts';
import type { Material } from '../review/material.ts';
import { reviewOf } from '../review/review.ts';
import { fromTop } from '../review/top-places.ts';
import { openBlobs } from '../store/blobs.ts';
import { locate } from '../store/history.ts';
import { readClass } from './classes.ts';
import type { Context, Outcome } from './context.ts';
import { markAsked } from './review-marking.ts';
import { readMaterial } from './review-reading.ts';
import { readReviewRequest } from './review-request.ts';
import { showAsked } from './review-shown.ts';
import { readSharedLanguage } from './shared-language.ts';

export async function runReview(context: Context): Promise<Outcome> {
  refuseForMany(context);
  const read = await readReview(context);
  const { review } = read;
  const marked = await markAsked(review, read.root, context);
  if (marked) return marked;
  const status = review.verdict.passes ? 0 : 1;
  const interrupted = await show(read, context);
  if (interrupted !== undefined) return { status: interrupted ? 130 : status };
  const quiet = context.options.quiet === true;
  return {
    status,
    ...(quiet ? {} : { output: await render(read, context) }),
    pages: context.format === 'text',
  };
}

export interface ReviewReading {
  readonly review: Review;
  readonly root: string;
  readonly standards: Material['standards'];
}

/** On the whole screen, where there is anything to go through; true where a key interrupted it. */
async function show(read: ReviewReading, context: Context): Promise<boolean | undefined> {
  const { screen } = context;
  const { review, ...rest } = read;
  if (!screen || review.findings.length + review.decisions.length === 0) return undefined;
  const { showReview } = await import('./review-screen.ts');
  return showReview(review, { context, screen, ...rest });
}

/** Of the request that the arguments and options name. */
export async function readReview(context: Context): Promise<ReviewReading> {
  const failOn = readGate(context);
  const request = await readReviewRequest(context);
  const { root } = request.repository;
  const blobs = openBlobs(root);
  try {
    const material = await readMaterial(request, {
      today: context.today,
      existing: context.options.existing === true,
      ...(failOn ? { failOn } : {}),
      blobs,
    });
    return { review: reviewOf(material), root, standards: material.standards };
  } finally {
    blobs.close();
  }
}

function readGate({ options }: Context): ChangeClass | undefined {
  const value = options['fail-on'];
  if (typeof value !== 'string') return undefined;
  const level = readClass(value);
  if (level === undefined) throw new Failure('bad-class', 2, { values: { option: '--fail-on', value } });
  return level;
}

async function render({ review, root }: ReviewReading, context: Context): Promise<string> {
  const { accessible, color, language, options, width } = context;
  const output = outputOf(context);
  const renderer = await reviewRenderers[output]();
  const own = personal.has(output);
  const shown = own ? await showAsked(review, root, context) : { review };
  return renderer(matched.has(output) ? fromTop(review, (await locate(root)).prefix) : shown.review, {
    language: own ? language : await readSharedLanguage(context),
    width: accessible ? undefined : width,
    color,
    all: options.all === true,
    ...(shown.narrowed ? { narrowed: shown.narrowed } : {}),
  });
}

/** What many read is the whole of it, whoever made it. */
function refuseForMany(context: Context): void {
  const option = (['only', 'new', 'viewed', 'unviewed'] as const).find((name) => context.options[name]);
  if (option === undefined || personal.has(outputOf(context))) return;
  throw new Failure('options-exclude', 2, {
    values: { one: `--${option}`, other: `--format ${context.format}`, command: 'review' },
  });
}

/** What a host matches with its files. */
const matched: ReadonlySet<ReviewFormat> = new Set<ReviewFormat>(['github', 'gitlab', 'sarif']);

/** What one person reads; all else is read by many. */
const personal: ReadonlySet<ReviewFormat> = new Set<ReviewFormat>(['text', 'accessible', 'json']);

function outputOf({ format, accessible }: Context): ReviewFormat {
  if (format !== 'text' && isReviewFormat(format)) return format;
  return accessible ? 'accessible' : 'text';
}

function isReviewFormat(format: string): format is ReviewFormat {
  return Object.hasOwn(reviewRenderers, format);
}
