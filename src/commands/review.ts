/** `charter review`: what a request changes against where it is to go, and whether it may be merged; status 1 where not. */
import type { ChangeClass } from '../model/charter.ts';
import { Failure } from '../model/failure.ts';
import type { Review } from '../model/review.ts';
import { type ReviewFormat, reviewRenderers } from '../present/review-renderers.ts';
import { reviewOf } from '../review/review.ts';
import { openBlobs } from '../store/blobs.ts';
import { readClass } from './classes.ts';
import type { Context, Outcome } from './context.ts';
import { readMaterial } from './review-reading.ts';
import { readReviewRequest } from './review-request.ts';
import { readSharedLanguage } from './shared-language.ts';

export async function runReview(context: Context): Promise<Outcome> {
  const review = await readReview(context);
  const quiet = context.options.quiet === true;
  return {
    status: review.verdict.passes ? 0 : 1,
    ...(quiet ? {} : { output: await render(review, context) }),
    pages: context.format === 'text',
  };
}

async function readReview(context: Context): Promise<Review> {
  const failOn = readGate(context);
  const request = await readReviewRequest(context);
  const blobs = openBlobs(request.repository.root);
  try {
    const material = await readMaterial(request, {
      today: context.today,
      existing: context.options.existing === true,
      ...(failOn ? { failOn } : {}),
      blobs,
    });
    return reviewOf(material);
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

async function render(review: Review, context: Context): Promise<string> {
  const { accessible, color, language, options, width } = context;
  const output = outputOf(context);
  const renderer = await reviewRenderers[output]();
  return renderer(review, {
    language: personal.has(output) ? language : await readSharedLanguage(context),
    width: accessible ? undefined : width,
    color,
    all: options.all === true,
  });
}

/** What one person reads; all else is read by many. */
const personal: ReadonlySet<ReviewFormat> = new Set<ReviewFormat>(['text', 'accessible', 'json']);

function outputOf({ format, accessible }: Context): ReviewFormat {
  if (format !== 'text' && isReviewFormat(format)) return format;
  return accessible ? 'accessible' : 'text';
}

function isReviewFormat(format: string): format is ReviewFormat {
  return Object.hasOwn(reviewRenderers, format);
}
