/** What went wrong and what to do next, in English. */
import { commitFailures } from './commit-failures.ts';
import { sayDay } from './days.ts';
import { decisionFailures } from './decision-failures.ts';
import { driftFailures } from './drift-failures.ts';
import type { FailureTexts } from './failures.ts';
import { namingFailures } from './naming-failures.ts';
import { reviewFailures } from './review-failures.ts';
import { shellWord } from './shell-word.ts';
import { templateFailures } from './template-failures.ts';

export const englishFailures: FailureTexts = {
  prefix: 'charter: ',
  suggestion: (names) => `Did you mean ${names}?`,
  help: (command) => (command === '' ? 'See: charter --help' : `See: charter ${command} --help`),
  other: (code) => `failed (${code}).`,
  bug: (what) =>
    `a fault of charter itself, please report it: ${what}. With --debug the same command shows the details.`,
  sentences: {
    ...commitFailures.en,
    ...decisionFailures.en,
    ...driftFailures.en,
    ...namingFailures.en,
    ...reviewFailures.en,
    ...templateFailures.en,
    'unknown-command': (v) => `there is no command “${v.command}”.`,
    'unknown-option': (v) => `there is no option ${v.option}.`,
    'option-needs-value': (v) => `${v.option} needs a value.`,
    'option-value-dashed': (v) =>
      `${v.option} needs a value, and “${v.value}” was taken for an option. Where it is the value, write: ${shellWord(v.joined)}`,
    'option-takes-no-value': (v) => `${v.option} takes no value.`,
    'option-not-for-command': (v) => `${v.option} does not go with “charter ${v.command}”.`,
    'option-needs-command': (v) => `${v.option} needs a command.`,
    'bad-option-value': (v) => `${v.option} cannot be “${v.value}”. It can be: ${v.allowed}.`,
    'bad-number': (v) => `${v.option} needs a whole number from ${v.from ?? 0}, not “${v.value}”.`,
    'options-exclude': (v) => `${v.one} and ${v.other} cannot go together.`,
    'format-not-for-command': (v) =>
      `“charter ${v.command}” does not write the format ${v.format}. It writes: ${v.allowed}.`,
    'missing-argument': (v) => `“charter ${v.command}” needs one more argument.`,
    'too-many-arguments': (v) => `“charter ${v.command}” does not expect “${v.argument}”.`,
    'empty-argument': (v) => `“charter ${v.command}” was given an empty argument.`,
    'missing-option': (v) => `“charter ${v.command}” needs ${v.option}.`,
    'bad-portal-id': (v) =>
      `“${v.id}” cannot be a portal's id. An id has lower-case letters without accents, digits and hyphens, 63 at most.`,
    'bad-day': (v) => `${v.option} needs a day such as 2026-11-21, not “${v.value}”.`,
    'day-to-come': (v) => `${v.option} ${v.value} is still to come: today is ${v.today}.`,
    'several-pages': (v) =>
      `several files stand for the portal “${v.portal}”: ${v.files}. Which one is meant is left open, so none was imported. Keep one, or import it by itself.`,
    'charter-already': (v) =>
      `${v.file} is a charter already, not a page. Put it into the folder charters as it is; “charter fmt” brings it into form.`,
    'other-id-inside': (v) =>
      `${v.file} holds “${v.stated}”, not “${v.id}”. Name it ${v.stated}, or change the id at its top.`,
    'empty-name': (v) =>
      v.kind === 'template'
        ? `“${v.argument}” names no template. Write template:NAME; “charter list” names them all.`
        : `“${v.argument}” names no charter. Write PORTAL or PORTAL@REV; “charter list” names them all.`,
    'no-commit': () =>
      'there is no commit here yet, so there are no versions. Make the first one: charter commit',
    'bare-repository': (v) =>
      `${v.folder} is a bare git repository: it holds versions, but no files to work on. Name versions (charter diff main~1..main, charter show PORTAL@main), or clone it and work there: git clone ${shellWord(v.folder)} charters-work`,
    'bad-url': (v) => `${v.option} needs an address that starts with https:// or http://, not “${v.value}”.`,
    'unknown-portal': (v) =>
      `there is no charter “${v.portal}”${v.revision ? ` in ${v.revision === 'index' ? 'the index' : v.revision}` : ''}. “charter list” names them all.`,
    'unknown-template': (v) =>
      `there is no template “${v.template}”${v.revision ? ` in ${v.revision === 'index' ? 'the index' : v.revision}` : ''}. “charter list” names them all.`,
    'unknown-rule': (v) => `there is no rule “${v.rule}”. “charter explain” names them all.`,
    'duplicate-id': (v) => `two files hold “${v.id}”: ${v.one} and ${v.other}. Rename one of the two.`,
    'no-such-day': (v) => `there is no day ${v.day} in the calendar.`,
    'day-of-all': (v) =>
      `“${v.day}” is no git revision, and a day stands for a version of one charter. Name it: PORTAL@${v.day}.`,
    'before-first-version': (v) =>
      `there is no version of ${v.id} as old as ${day(v.day)}. The first is of ${day(v.first)}.`,
    'before-known-versions': (v) =>
      `no version of ${v.id} as old as ${day(v.day)} is known here: the first known one is of ${day(v.first)}, and this clone is shallow. Fetch the history first (git fetch --unshallow; in GitHub Actions, fetch-depth: 0).`,
    'charter-gone': (v) =>
      v.renamed
        ? `there is no charter “${v.id}” any more: it was renamed ${v.renamed} on ${day(v.recorded)}. Its versions go on under that name: charter log ${v.renamed}`
        : `there is no charter “${v.id}” any more: it was removed on ${day(v.recorded)}. Its versions are still there: charter log ${v.id}`,
    'charter-removed': (v) =>
      v.renamed === undefined
        ? `${v.id} was not there on ${day(v.day)}: it was removed on ${day(v.recorded)}.`
        : `${v.id} was not there on ${day(v.day)}: it was renamed ${v.renamed} on ${day(v.recorded)}. See ${v.renamed}@${v.day}.`,
    'no-merge-base': (v) => `${v.one} and ${v.other} have no commit in common.`,
    'staged-two': () =>
      '--staged compares what is staged with one version. Name a charter (PORTAL or PORTAL@REV), or none for all.',
    'unmerged-file': (v) =>
      `${v.file} is not merged yet. Settle the merge first: edit the file, then: git add ${shellWord(v.file)}`,
    'git-dubious-ownership': (v) =>
      `git does not trust this repository, as its folder belongs to another user. If you trust it: ${v.command}`,
    'no-revision-here': (v) => `“${v.argument}”: only files of the work tree can be named here, without @.`,
    'bad-revision': (v) =>
      v.revision === ''
        ? `“${v.argument ?? ''}”: after @ comes a git revision, such as HEAD~3, a tag or a commit.`
        : `“${v.revision}” cannot be a git revision.`,
    'charter-not-file': (v) =>
      `“${v.argument}” is a path. Name a charter by its id here, or template:NAME; renamed files are followed.`,
    'no-text-at-line': (v) => `line ${v.line} of ${v.file} holds no text of the charter.`,
    'no-such-line': (v) =>
      `there is no line ${v.line} in ${v.file}: it has ${v.count} ${v.count === 1 ? 'line' : 'lines'}.`,
    'unknown-revision': (v) => `git knows no revision “${v.revision}” here.`,
    'unknown-revision-shallow': (v) =>
      `git knows no revision “${v.revision}” here. This clone is shallow: fetch the history first (git fetch --unshallow; in CI, fetch-depth: 0).`,
    'git-missing': () =>
      'git was not found, and versions come from git. Install it; two charters or files can be compared without: charter diff A B',
    'not-a-git-repository': () =>
      'this folder is not under git, so there are no versions. Start with: git init; two charters or files can be compared without git: charter diff A B',
    'git-failed': (v) => `git could not answer: ${v.reason}`,
    'git-object-missing': (v) =>
      `git does not have the contents of ${v.file} here. In a partial clone, fetch them first (git fetch --refetch --no-filter).`,
    'git-partial': () =>
      'this clone is partial: git does not have all the contents needed here. Fetch them first (git fetch --refetch --no-filter).',
    'not-a-repository': (v) =>
      `there is no folder “charters” in ${v.folder} or above it. “charter init” makes a charter repository here.`,
    'no-charters': () => 'there is no charter here yet. “charter import FILE --portal ID” makes one.',
    'missing-file': (v) => `there is no file ${v.file}.`,
    'missing-folder': (v) => `there is no folder ${v.file}.`,
    'not-a-folder': (v) => `${v.file} is a file; a folder is expected.`,
    'is-a-directory': (v) => `${v.file} is a folder; a file is expected.`,
    'not-a-regular-file': (v) =>
      `${v.file} is a pipe or a device; a file is expected. To import what a program writes: … | charter import - --portal ID`,
    'unreadable-file': (v) => `${v.file} cannot be read (${v.reason}).`,
    'unwritable-file': (v) => `${v.file} cannot be written (${v.reason}). Nothing was changed.`,
    'disk-full': (v) => `there is no room left to write ${v.file}. The file was left as it was.`,
    'output-failed': (v) => `the output could not be written whole (${v.reason}).`,
    'outside-repository': (v) => `${v.file} leads out of the repository through a link. Nothing was written.`,
    'file-too-large': (v) => `${v.file} is larger than ${v.limit} MiB and was not read.`,
    'binary-file': (v) => `${v.file} holds binary data, not text. Check that this is the right file.`,
    'not-utf8': (v) => `${v.file}:${v.line}:${v.column}: this is not UTF-8 text. Save the file as UTF-8.`,
    'invalid-file': (v) =>
      v.count === 1
        ? `${v.file} cannot be read as a charter:`
        : `${v.file} cannot be read as a charter, ${v.count} problems:`,
    'invalid-settings': (v) =>
      v.count === 1
        ? `The settings in ${v.file} cannot be used:`
        : `The settings in ${v.file} cannot be used, ${v.count} problems:`,
    'not-a-charter': (v) => `${v.file} holds a template, not a charter.`,
    'bad-classes': (v) =>
      `--only takes a list of variable, typographic, wording, substantive; not “${v.value}”.`,
    'capture-exists': (v) => `${v.file} exists with other contents. Nothing was written.`,
    'hand-edited': (v) =>
      `${v.file} was edited by hand since it was imported. Nothing was written. --dry-run shows what the import would change, --force makes it.`,
    'older-capture': (v) =>
      `${v.file} was read from the capture of ${day(v.later)}, and this one is older, of ${day(v.day)}. Nothing was written. --captured gives a capture its day, --force puts the older one in its place.`,
    'comments-in-the-way': (v) =>
      `${v.file} holds comments that a new import would lose. Nothing was written. --force makes the import, without them.`,
    'capture-refused': (v) => `${v.file} was not imported:`,
    'empty-folder': (v) =>
      `there is nothing to import in ${v.file}: a sub-folder or a file a portal is expected.`,
    'lost-capture': (v) =>
      `${v.file} names the capture ${v.capture}, which is gone or altered, so edits made by hand cannot be told from the import. Nothing was written; --force overwrites.`,
  },
};

function day(value: string | number | undefined): string {
  return sayDay(String(value), 'en');
}
