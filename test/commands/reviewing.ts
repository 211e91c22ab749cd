/** A repository with the published charters on main and a request beside it, reviewed as its reviewer would. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Review, ReviewFinding } from '../../src/model/review.ts';
import { Office } from './office.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

export const normandie = 'charters/normandie.yaml';
export const loire = 'charters/pays-de-la-loire.yaml';
export const template = 'charters/templates/opendatasoft-fr.yaml';
export const duration = ['Se souvenir du choix', 'Se souvenir pendant 6 mois du choix'] as const;

export interface Reviewed extends Review {
  readonly status: number;
}

export class Desk extends Office {
  constructor(settings = '') {
    super();
    for (const folder of ['charters', 'snapshots'])
      cpSync(join(project, folder), join(this.root, folder), { recursive: true });
    if (settings !== '') this.write({ '.charter.yaml': settings });
    this.commit('Chartes');
    this.git('config', 'user.name', 'Zoé Lefèvre');
    this.git('config', 'user.email', 'zoe@example.org');
    this.git('checkout', '-q', '-b', 'request');
  }

  /** One commit of the request. */
  request(
    edits: readonly (readonly [file: string, from: string, to: string])[] = [],
    author?: string,
  ): string {
    for (const [file, from, to] of edits) this.edit(file, from, to);
    return this.commit('Demande', {}, author === undefined ? {} : { author });
  }

  async review(...words: readonly string[]): Promise<Reviewed> {
    const { output, messages, status } = await this.call(['review', ...words, '--json']);
    if (output === undefined) throw new Error(messages);
    return { ...JSON.parse(output), status };
  }

  /** The sentence of a failure, with its status. */
  async refusal(...words: readonly string[]): Promise<string> {
    const { output, messages = '', status } = await this.call(['review', ...words, '--lang', 'en']);
    return output === undefined ? `${status} ${messages.split('\n')[0]}` : `${status} no refusal`;
  }

  async accept(reference: string, ...words: readonly string[]): Promise<void> {
    const { status, messages } = await this.call(['accept', reference, '--reason', 'Voulu', ...words]);
    if (status !== 0) throw new Error(messages);
  }
}

/** What makes the gate fail, in few words. */
export function failing({ findings }: Review): string[] {
  return findings.filter(({ fails }) => fails).map(told);
}

export function told({ charter = '', rule, ruling, severity }: ReviewFinding): string {
  return [charter, rule, ruling ?? severity].join(' ').trim();
}
