/** `charter git doctor`: whether git shows charters as it was told to, and what to do where it does not; writes nothing. */
import { type Finding, type FindingName, gitMessages } from '../messages/git.ts';
import { readAttribute, readConfig } from '../store/git-config.ts';
import { askGit } from '../store/git-process.ts';
import { isFile, listCharterFiles, listTemplateFiles } from '../store/repository.ts';
import { sanitise } from '../text/sanitise.ts';
import type { Context, Outcome } from './context.ts';
import { driver, driverSettings } from './git-driver.ts';
import { findConfig } from './git-place.ts';
import { programCall } from './git-program.ts';

/** Status 1 where anything is to be done. */
export async function examineGit(context: Context): Promise<Outcome> {
  const { root } = findConfig({ ...context, options: {} });
  const findings = [
    finding('version', (await askGit(root, ['version'])).trim().replace(/^git version /, '')),
    ...(await examineSettings(context, root)),
    ...(await examineAttributes(root)),
    ...(await examineDepth(root)),
  ];
  const texts = gitMessages[context.language];
  const lines = findings.map((one) => `${one.bad ? texts.bad : texts.good} ${texts.findings[one.name](one)}`);
  const bad = findings.filter((one) => one.bad).length;
  const output = sanitise(`${[...lines, '', texts.examined(bad)].join('\n')}\n`, { keepLines: true });
  return { status: bad > 0 ? 1 : 0, output };
}

function finding(name: FindingName, subject: string, bad = false): Finding {
  return { name, subject, bad };
}

/** What holds, whichever file says it. */
async function examineSettings(context: Context, root: string): Promise<Finding[]> {
  const local = await readConfig({ root, scope: 'local' });
  const global = await readConfig({ root, scope: 'global' });
  return driverSettings(programCall(context)).map(({ name, value }) => {
    const present = local.get(name)?.at(-1) ?? global.get(name)?.at(-1);
    if (present === undefined) return finding('missing', name, true);
    if (present === value) return finding('set', name);
    const place = programOf(present);
    return place !== undefined && !isFile(place) ? finding('stale', name, true) : finding('other', name);
  });
}

/** The file that a setting of ours runs, where it names one. */
function programOf(value: string): string | undefined {
  const [, quoted, plain] = / (?:'([^']+\.c?js)'|(\/\S+\.c?js)) (?:git textconv|diff) /.exec(value) ?? [];
  return quoted ?? plain;
}

/** Asked for one charter and one template, as lines further down may say otherwise. */
async function examineAttributes(root: string): Promise<Finding[]> {
  const [charter] = listCharterFiles({ root });
  const [template] = listTemplateFiles({ root });
  const files = [charter, template].flatMap((one) => (one ? [one.file] : []));
  if (files.length === 0) return [finding('empty', '')];
  const findings: Finding[] = [];
  for (const file of files) {
    const value = await readAttribute(root, 'diff', file);
    findings.push(finding(value === driver ? 'attribute' : 'unattributed', file, value !== driver));
  }
  return findings;
}

async function examineDepth(root: string): Promise<Finding[]> {
  const shallow = (await askGit(root, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  return shallow ? [finding('shallow', '', true)] : [];
}
