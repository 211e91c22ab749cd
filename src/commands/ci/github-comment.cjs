const { lstatSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const says = {};
const marker = '<!-- charter-review -->';
const largestComment = 65_536;
const mostPages = 30;
const { GITHUB_API_URL, GITHUB_EVENT_PATH, GITHUB_REPOSITORY, GITHUB_TOKEN, RUNNER_TEMP } = process.env;

async function call(method, path, body) {
  const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/${path}`, {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(30_000),
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${GITHUB_TOKEN}`,
      'content-type': 'application/json',
      'x-github-api-version': '2022-11-28',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path.split('?')[0]}: ${response.status}`);
  return response.json();
}

/** All pages of a list, or as many as are read; `whole` tells which. */
async function list(path) {
  const items = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const found = await call('GET', `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`);
    items.push(...found);
    if (found.length < 100) return { items, whole: true };
  }
  return { items, whole: false };
}

/** A file of the artifact, which anybody may have made: no link, no more than fits, valid text. */
function readReport(name, largest) {
  const path = join(RUNNER_TEMP, 'charter-review', name);
  const state = lstatSync(path, { throwIfNoEntry: false });
  if (state === undefined) return undefined;
  if (!state.isFile()) throw new Error(says.notFile);
  if (state.size > largest) throw new Error(says.tooLarge);
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
}

/** Whether the review says that the request leaves the charters alone: then no comment is begun. */
function leavesCharters() {
  try {
    return JSON.parse(readReport('charter-review.json', 16_000_000) ?? '{}').request === 'none';
  } catch {
    return false;
  }
}

/** Open requests of this repository whose newest commit is the one that was reviewed. */
async function findRequests(run) {
  if (run.head_repository === null) return [];
  const head = `${run.head_repository.owner.login}:${run.head_branch}`;
  const { items } = await list(`pulls?state=open&head=${encodeURIComponent(head)}`);
  return items.filter(
    (request) =>
      request.head.sha === run.head_sha &&
      request.head.repo?.full_name === run.head_repository.full_name &&
      request.base.repo.full_name === GITHUB_REPOSITORY,
  );
}

/** The run that made the report was under the rules of the request itself. */
async function changesRules(number) {
  const { items, whole } = await list(`pulls/${number}/files`);
  const names = items.flatMap((file) => [file.filename, file.previous_filename ?? '']);
  return !whole || names.some((name) => name.toLowerCase().startsWith('.github/'));
}

/** Nobody is called, and nothing is referred to, by what a charter says. */
function quiet(text) {
  return text
    .replaceAll(marker, '')
    .replace(/(?<![\w&])[@#](?=\w)/g, '$&\u200b')
    .trim();
}

async function main() {
  const run = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8')).workflow_run;
  const report = readReport('charter-review.md', largestComment);
  if (report === undefined) return says.noReport;
  const requests = await findRequests(run);
  if (requests.length === 0) return says.otherHead;
  if (requests.length > 1) return says.several;
  const { number } = requests[0];
  const source = says.source.replace('{commit}', run.head_sha.slice(0, 10)).replace('{url}', run.html_url);
  const warning = (await changesRules(number)) ? `> [!WARNING]\n> ${says.rulesChanged}\n\n` : '';
  const body = `${marker}\n${warning}${quiet(report)}\n\n<sub>${source}</sub>\n`;
  if (body.length > largestComment) throw new Error(says.tooLarge);
  const { items } = await list(`issues/${number}/comments`);
  const own = items.find(
    (comment) => comment.user?.login === 'github-actions[bot]' && comment.body?.startsWith(marker),
  );
  if (own !== undefined) {
    await call('PATCH', `issues/comments/${own.id}`, { body });
    return says.edited;
  }
  if (leavesCharters()) return says.unconcerned;
  await call('POST', `issues/${number}/comments`, { body });
  return says.made;
}

main().then(
  (said) => console.log(said),
  (failure) => {
    console.error(`charter: ${failure.message}`);
    process.exitCode = 1;
  },
);
