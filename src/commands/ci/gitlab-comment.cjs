const { lstatSync, readFileSync } = require('node:fs');

const says = {};
const marker = '<!-- charter-review -->';
const largestComment = 65_536;
const mostPages = 30;
const { CHARTER_TOKEN, CI_API_V4_URL, CI_JOB_URL, CI_MERGE_REQUEST_IID, CI_MERGE_REQUEST_PROJECT_ID } =
  process.env;
const head = process.env.CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || process.env.CI_COMMIT_SHA;

async function call(method, path, body) {
  const response = await fetch(`${CI_API_V4_URL}/${path}`, {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(30_000),
    headers: { 'private-token': CHARTER_TOKEN, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path.split('?')[0]}: ${response.status}`);
  return response.json();
}

/** The first note that the owner of the token made and that bears the marker. */
async function findOwn(notes, owner) {
  for (let page = 1; page <= mostPages; page += 1) {
    const found = await call('GET', `${notes}?sort=asc&order_by=created_at&per_page=100&page=${page}`);
    const own = found.find((note) => note.author.id === owner && note.body.startsWith(marker));
    if (own !== undefined || found.length < 100) return own;
  }
  return undefined;
}

function readReport(path, largest) {
  const state = lstatSync(path);
  if (!state.isFile()) throw new Error(says.notFile);
  if (state.size > largest) throw new Error(says.tooLarge);
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
}

/** Nobody is called, nothing is referred to and no quick action is given by what a charter says. */
function quiet(text) {
  return text
    .replaceAll(marker, '')
    .replace(/(?<![\w&])(?:[@#!~%](?=[\w"])|\$(?=\d))/g, '$&\u200b')
    .replace(/^([\s>]*)\/(?=\w)/gm, '$1\u200b/')
    .trim();
}

async function main() {
  const request = `projects/${encodeURIComponent(CI_MERGE_REQUEST_PROJECT_ID)}/merge_requests/${encodeURIComponent(CI_MERGE_REQUEST_IID)}`;
  if ((await call('GET', request)).sha !== head) return says.otherHead;
  const report = readReport('charter-review.md', largestComment);
  const source = says.source.replace('{commit}', head.slice(0, 10)).replace('{url}', CI_JOB_URL);
  const body = `${marker}\n${quiet(report)}\n\n<sub>${source}</sub>\n`;
  const own = await findOwn(`${request}/notes`, (await call('GET', 'user')).id);
  if (own !== undefined) {
    await call('PUT', `${request}/notes/${own.id}`, { body });
    return says.edited;
  }
  if (JSON.parse(readReport('charter-review.json', 16_000_000)).request === 'none') return says.unconcerned;
  await call('POST', `${request}/notes`, { body });
  return says.made;
}

main().then(
  (said) => console.log(said),
  (failure) => {
    console.error(`charter: ${failure.message}`);
    process.exitCode = 1;
  },
);
