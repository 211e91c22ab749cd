/** What `charter commit` prints: what it would do, what came of it, and what git or a hook had to say. */
import { type CommitKind, type CommitTexts, commitMessages } from '../messages/commit.ts';
import { historyMessages } from '../messages/history.ts';
import { Failure } from '../model/failure.ts';
import { shortCommit } from '../present/log-view.ts';
import type { CommitStep } from '../store/committing.ts';
import type { MadeCommit, Stray } from '../store/made-commits.ts';
import { findRepository } from '../store/repository.ts';
import { sanitise } from '../text/sanitise.ts';
import type { Draft } from './commit-files.ts';
import { ownTrailers } from './commit-trailers.ts';
import type { Context, Outcome } from './context.ts';
import { renderFailure } from './failure-text.ts';
import type { Target } from './past-targets.ts';
import { requireRepository } from './repository.ts';

export interface Step extends CommitStep {
  readonly kind: CommitKind;
}

export function sayNothing(context: Context, targets: readonly Target[]): Outcome {
  if (!findRepository(context.directory)) requireRepository(context.directory);
  const texts = commitMessages[context.language];
  const names = targets.map(({ kind, id }) => (kind === 'template' ? `template:${id}` : id));
  const said = names.length === 0 ? texts.nothing : texts.nothingNamed(names);
  return { status: 0, messages: `${said}\n` };
}

/** Many files of one kind need not all be named. */
const mostNotices = 10;

/** What was taken, or left, otherwise than one might think. */
export function renderNotices(drafts: readonly Draft[], { language }: Context): readonly string[] {
  const texts = commitMessages[language];
  const others = [...new Set(drafts.flatMap((draft) => draft.others))];
  const more = others.length - mostNotices;
  return [
    ...drafts.flatMap(({ id, unheld: [file, ...further] }) =>
      file === undefined ? [] : [texts.unheld(id, sanitise(file), further.length)],
    ),
    ...drafts.flatMap(({ ignored }) => ignored.map((file) => texts.ignored(sanitise(file)))),
    ...others.slice(0, mostNotices).map((file) => texts.noCapture(sanitise(file))),
    ...(more > 0 ? [historyMessages[language].more(more)] : []),
  ];
}

export function addMessages(outcome: Outcome, lines: readonly string[]): Outcome {
  if (lines.length === 0) return outcome;
  return { ...outcome, messages: `${outcome.messages ?? ''}${lines.join('\n')}\n` };
}

/** What git or a hook says is shown as it was said, line by line. */
export function tellRefusal(cause: unknown, context: Context): Outcome {
  if (!(cause instanceof Failure) || cause.code !== 'commit-refused') throw cause;
  const words = String(cause.values['words'] ?? '').trim();
  const said = words
    .split('\n')
    .map((line) => `  ${sanitise(line.replace(/\r$/, ''))}`.trimEnd())
    .join('\n');
  const failure = renderFailure(cause, {
    language: context.language,
    command: 'commit',
    debug: context.options.debug === true,
  });
  return {
    status: cause.status,
    messages: words === '' ? failure : `${failure}${commitMessages[context.language].said}\n${said}\n`,
  };
}

/** As the commits are, whatever was meant. */
export function renderMade(
  steps: readonly Step[],
  commits: readonly MadeCommit[],
  { language }: Context,
): Outcome {
  const texts = commitMessages[language];
  const lines = commits.map(({ id, subject, files }) =>
    texts.made(shortCommit(id), sanitise(subject), files.length),
  );
  const surprises = commits.flatMap((commit, index) => [
    ...commit.strays.map((stray) => sayStray(commit, stray, texts)),
    ...ownTrailers(steps[index]?.message ?? '')
      .filter((line) => !commit.trailers.includes(line))
      .map((line) => texts.lacking(shortCommit(commit.id), sanitise(line))),
  ]);
  return addMessages({ status: 0, output: `${lines.join('\n')}\n` }, surprises);
}

function sayStray({ id }: MadeCommit, { file, how }: Stray, texts: CommitTexts): string {
  const say = { altered: texts.altered, 'left-out': texts.leftOut, added: texts.addedBesides }[how];
  return say(shortCommit(id), sanitise(file));
}

export function renderPlan(steps: readonly Step[], { language }: Context): string {
  const texts = commitMessages[language];
  const parts = steps.map((step) => {
    const files = step.texts ? [...step.texts.keys()] : step.files;
    const message = step.message.trimEnd().split('\n');
    return [
      texts.would(step.kind, files.length),
      ...files.map((file) => `  ${sanitise(file)}`),
      texts.message,
      ...message.map((line) => `  ${sanitise(line)}`.trimEnd()),
    ].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}
